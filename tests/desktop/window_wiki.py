"""The small wiki that tests of the window open: two films, people, a spoiler of each grain, a rumour."""

from __future__ import annotations

from pathlib import Path

from fanwiki.services import editing, wikis

PAGES = {
    "Night Train": """---
kind: film
released: 2019-05-01
director: "[[Ada Lund]]"
next: "[[Night Train 2]]"
tags: [mystery]
cast:
- {character: "[[Conductor]]", performer: "[[Bo Reyes]]", billing: 1}
- {character: "[[Widow]]", performer: "[[Cleo Marsh]]", billing: 2}
---
A train leaves at midnight and the [[Conductor]] counts one passenger too many.

## Plot

The passengers suspect each other.

> [!spoiler] Night Train
> The widow zanzibar did it.

## Reception

Critics liked it.
""",
    "Night Train 2": """---
kind: film
released: 2022-03-04
previous: "[[Night Train]]"
---
The train comes back.
""",
    "Conductor": """---
kind: character
aliases: [The Ticket Man]
status: alive
species: human
tags: [mystery, railway/staff]
---
He knows every passenger by name. He owes his life to the [[Widow]].
""",
    "Widow": """---
kind: character
---
She travels alone. ||She is zanzibar||{Night Train}
""",
    "Zanzibar Twin": """---
kind: character
spoils: "[[Night Train 2]]"
---
Nobody knew of the twin.
""",
    "Ada Lund": "---\nkind: person\nborn: 1970-02-03\n---\nDirects slowly.\n",
    "Bo Reyes": "---\nkind: person\n---\nPlays the [[Conductor]].\n",
    "Night Train 3 will be filmed in Oslo": """---
kind: speculation
about: ["[[Night Train 2]]"]
claim_kind: other
status: open
confidence: 35
resolves_by: 2020-01
---
A local paper said so.
""",
}


def make_window_wiki(path: Path) -> None:
    """Make the wiki."""
    wiki = wikis.create_wiki(path)
    for title, text in PAGES.items():
        editing.save_markdown(wiki, title, text, author="Ana")
    editing.attach(wiki, "train.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')
    wiki.close()
