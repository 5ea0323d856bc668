"""A wiki in which one secret word stands behind every grain of gate, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from fanwiki.domain.origin import Origin
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.services import editing, wikis
from fanwiki.store.wiki_file import WikiFile

SECRET = "Zyxwolf"
FILM = "Twist Film"

READERS = {
    "who has seen nothing": NEWCOMER,
    "who has seen another film": Viewer.who_has_seen(["Open Film"]),
    "who has seen one of two films": Viewer.who_has_seen(["Second Film"]),
}
FAN = Viewer.who_has_seen([FILM, "Second Film", "Open Film", f"{SECRET} Returns"])

PAGES: tuple[tuple[str, str], ...] = (
    ("Twist Film", "---\nkind: film\nreleased: 2020-12-25\n---\nA film with a twist. ||Zyxwolf did it.||\n"),
    ("Open Film", "---\nkind: film\nreleased: 2010-01-01\nnext: '[[Zyxwolf Returns]]'\n---\nThe earlier film.\n"),
    ("Second Film", "---\nkind: film\nreleased: 2022\n---\nThe later film.\n"),
    (
        "Zyxwolf Returns",
        "---\nkind: film\nreleased: 2024\nspoils: '[[Twist Film]]'\n---\nThe title itself says that Zyxwolf lives.\n",
    ),
    (
        "Zyxwolf the Elder",
        "---\nkind: character\naliases: [Old Zyxwolf]\ntags: [zyxwolf/clan, heroes]\nspoils: '[[Twist Film]]'\n"
        "image: zyxwolf-portrait.png\nspecies: [Zyxwolf]\n---\n## About Zyxwolf\n\nHe knows [[Ann Open]]. #zyxwolf\n",
    ),
    (
        "Ann Open",
        """---
kind: character
aliases:
  - Annie
  - {value: Zyxwolf's daughter, gate: '[[Twist Film]]'}
tags:
  - heroes
  - {value: zyxwolf-family, gate: '[[Twist Film]]'}
status: {value: deceased by Zyxwolf, gate: '[[Twist Film]]'}
born: {value: the day of Zyxwolf, gate: '[[Twist Film]]'}
occupation: [hero, {value: agent of Zyxwolf, gate: '[[Twist Film]]'}]
affiliation: '[[Zyxwolf Returns]]'
relatives:
  - {who: '[[Bob Open]]', relation: brother}
  - {who: '[[Zyxwolf the Elder]]', relation: father}
  - {who: '[[Bob Open]]', relation: sworn enemy through Zyxwolf, gate: ['[[Twist Film]]', '[[Second Film]]']}
---
Ann is a hero. She meets [[Zyxwolf the Elder]] and [[Zyxwolf the Elder|somebody]].
||She is Zyxwolf's heir.||{Twist Film}

> [!spoiler] Twist Film
> ## Zyxwolf revealed
> Zyxwolf is her father. ![[zyxwolf-reveal.png|Zyxwolf in chains]]
>
> - one ||Zyxwolf twice||{Second Film}
> - [[Zyxwolf Junior]] is wanted
>
> | who | what |
> |---|---|
> | Zyxwolf | father |
>
> power:: zyxwolf-sight
>
> #zyxwolf-tag [^z] ^zyxwolf-block
>
> [^z]: The Zyxwolf footnote.

> [!spoiler]- [[Second Film]], [[Twist Film]]
> > [!quote] Zyxwolf
> > Nested Zyxwolf.

1. A list
   > [!spoiler] Twist Film
   > In a list, Zyxwolf.

| a | b |
|---|---|
| cell | \\|\\|Zyxwolf cell\\|\\|{Twist Film} |

![[Zyxwolf the Elder]]

![[Bob Open#What he hides]]

```query
kind:character
```

```query
tag:heroes father
```
""",
    ),
    (
        "Bob Open",
        """---
kind: character
---
Bob is the brother of [[Ann Open]].

## What he hides

> [!spoiler] Twist Film
> Bob is Zyxwolf.

## After

||No film is named, so only who has seen all may read Zyxwolf here.||
""",
    ),
    ("Zyxwolf alone", "---\nspoils: '[[Twist Film]]'\n---\nNo page links to Zyxwolf here.\n"),
    ("Pat Player", "---\nkind: person\n---\nAn actor.\n"),
    (
        "Film With Cast",
        """---
kind: film
released: 2015
cast:
  - {character: '[[Ann Open]]', performer: '[[Pat Player]]', role: on screen}
  - {character: '[[Zyxwolf the Elder]]', performer: '[[Pat Player]]', role: voice}
  - {character: '[[Bob Open]]', performer: '[[Pat Player]]', as: Zyxwolf, gate: '[[Twist Film]]'}
---
It has a cast.
""",
    ),
    (
        "Ann will return",
        """---
kind: speculation
about: ['[[Ann Open]]', '[[Zyxwolf Returns]]']
claim_kind: casting
status: open
confidence: 40
resolves_by: 2021-01-01
spoils: '[[Twist Film]]'
sources:
  - {outlet: '[[The Outlet]]', quote: Zyxwolf and Ann return, stance: for}
---
Zyxwolf is said to return.
""",
    ),
    (
        "Bob will return",
        """---
kind: speculation
about: '[[Bob Open]]'
claim_kind: casting
status: open
confidence: 40
resolves_by: 2021-01-01
sources:
  - {outlet: '[[The Outlet]]', quote: Zyxwolf was seen, stance: for, gate: '[[Twist Film]]'}
  - {outlet: '[[The Outlet]]', quote: Bob was seen, stance: for}
resolution: {value: Zyxwolf came instead, gate: '[[Twist Film]]'}
---
Bob is said to return.
""",
    ),
    ("The Outlet", "---\nkind: source\ntier: fan\n---\nAn outlet.\n"),
    ("Home", "Welcome to the wiki of [[Ann Open]] and [[Zyxwolf Returns]].\n"),
)

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes.fromhex(
    "0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def make_leak_wiki(path: Path) -> WikiFile:
    """Make the wiki; the caller closes it."""
    wiki = wikis.create_wiki(path)
    for name in ("zyxwolf-portrait.png", "zyxwolf-reveal.png"):
        editing.attach(wiki, name, PICTURE + name.encode())
    for title, text in PAGES:
        editing.save_markdown(wiki, title, text, author="a fan")
    # A second round: when the first pages were saved, the gates of what they mention were not known yet.
    for title, text in PAGES:
        tells = SECRET in text
        comment, author = ("Tell of Zyxwolf", "Zyxwolf fan") if tells else ("", "a fan")
        editing.save_markdown(wiki, title, text + "\n", author=author, comment=comment)
    _tell_where_pages_came_from(wiki)
    editing.rename(wiki, "Second Film", "The Second Film")
    editing.rename(wiki, "The Second Film", "Second Film")
    return wiki


def _tell_where_pages_came_from(wiki: WikiFile) -> None:
    """Say of each page that it came from elsewhere, and of those that nobody may know that the secret wrote them."""
    with wiki.reading(CURATOR) as reader, wiki.reading(NEWCOMER) as newcomer:
        pages = reader.pages.all()
        known = {page.id for page in newcomer.pages.all()}
    with wiki.writing() as writer:
        for page in pages:
            who = "a fan" if page.id in known else f"{SECRET} fan"
            address = f"https://heroes.example/{SECRET}" if "Ann" in page.title else "https://heroes.example/page"
            writer.origins.put({page.id: Origin(f"Heroes {who}", address, "7", "2020-01-31", (who,), "CC BY-SA 3.0")})
