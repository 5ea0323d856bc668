"""A small wiki, and for everything that a query can say what it finds there and how it is said to be understood."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fanwiki.services import editing, wikis

PAGES = {
    "Harbour Lights": """---
kind: film
aliases: [Lights of the Harbour]
released: 1977-05-25
runtime: 121
status: released
director: "[[Ada Lund]]"
tags: [classic, sea/harbour]
cast:
- {character: "[[Captain Moss]]", performer: "[[Bo Reyes]]", billing: 1, role: voice}
- {character: "[[The Keeper]]", performer: "[[Cleo Marsh]]", billing: 2}
---
A captain looks for the lighthouse that nobody built.

## The storm

Waves break over the harbour wall.
""",
    "Harbour Lights 2": """---
kind: film
released: 1983-06
runtime: 98
status: released
director: "[[Ada Lund]]"
previous: "[[Harbour Lights]]"
cast:
- {character: "[[Captain Moss]]", performer: "[[Bo Reyes]]", billing: 1}
---
The keeper returns to [[Nobody's Rock]].
""",
    "Paper Moon": "---\nkind: film\nreleased: 2021\nruntime: 90\nstatus: announced\n---\nNothing to do with the sea.\n",
    "Captain Moss": """---
kind: character
aliases: [Old Moss]
status: alive
species: human
tags: [sea]
---
He knows every lighthouse. He owes his life to [[The Keeper]].
""",
    "The Keeper": "---\nkind: character\nstatus: dead\nspecies: ghost\n---\nShe walks the harbour at night.\n",
    "Ada Lund": "---\nkind: person\nborn: 1940-02-03\n---\nDirects slowly.\n",
    "Bo Reyes": "---\nkind: person\nborn: 1950\n---\nAn actor.\n",
    "Cleo Marsh": "---\nkind: person\n---\nAn actress.\n",
    "Third Harbour": """---
kind: speculation
about: ["[[Harbour Lights]]"]
claim_kind: title
status: open
confidence: 70
resolves_by: 2020-01-01
sources:
- {outlet: "[[Evening Gazette]]", tier: trade, stance: for}
---
A third film is written.
""",
    "Moss recast": """---
kind: speculation
about: ["[[Captain Moss]]"]
claim_kind: casting
status: debunked
confidence: 20
---
Somebody else plays him.
""",
    "Evening Gazette": "---\nkind: source\n---\nA paper.\n",
    "Loose note": "Nobody wrote 港の灯台 in the rain; a café.\n",
}
HARBOURS, ALL = ("Harbour Lights", "Harbour Lights 2"), tuple(PAGES)
FILMS = (*HARBOURS, "Paper Moon")
PEOPLE = ("Ada Lund", "Bo Reyes", "Cleo Marsh")
CLAIMS = ("Third Harbour", "Moss recast")
ABOUT = "Understood as pages: "


class Case(NamedTuple):
    """A query, the titles of the pages that it finds, and what is said of how it was understood.

    Args:
        text: The query, its last word finished by a space, so that a box and a list read it alike.
        found: In their order, where the query asks for one.
        understood: What follows “Understood as pages: ”, or the whole where it begins otherwise.
        in_order: Whether the order counts.
    """

    text: str
    found: tuple[str, ...]
    understood: str
    in_order: bool = False


CASES = (
    # words
    Case("captain lighthouse ", ("Harbour Lights", "Captain Moss"), "with “captain” and with “lighthouse”."),
    Case("captain AND lighthouse ", ("Harbour Lights", "Captain Moss"), "with “captain” and with “lighthouse”."),
    Case("ghost OR human ", ("The Keeper", "Captain Moss"), "with “ghost” or with “human”."),
    Case("harbour -captain ", ("The Keeper", "Third Harbour"), "with “harbour” and without “captain”."),
    Case("harbour NOT captain ", ("The Keeper", "Third Harbour"), "with “harbour” and without “captain”."),
    Case("(ghost OR human) -alive ", ("The Keeper",), "(with “ghost” or with “human”) and without “alive”."),
    Case(
        "kind:character -(species:ghost OR sea) ",
        (),
        "of kind Character and not (with Species “ghost” or with “sea”).",
    ),
    Case('"harbour wall" ', ("Harbour Lights",), "with the phrase “harbour wall”."),
    Case('"wall harbour" ', (), "with the phrase “wall harbour”."),
    Case("harb* ", (*HARBOURS, "The Keeper", "Third Harbour"), "with a word that begins with “harb”."),
    Case("cafe ", ("Loose note",), "with “cafe”."),
    Case("灯台 ", ("Loose note",), "with “灯台”."),
    # where words are looked for
    Case('title:"harbour lights" ', HARBOURS, "with the phrase “harbour lights” in the title or an alias."),
    Case("alias:old ", ("Captain Moss",), "with “old” in the title or an alias."),
    Case("section:storm ", ("Harbour Lights",), "with “storm” in a heading."),
    Case("body:walks ", ("The Keeper",), "with “walks” in the text."),
    # filters of every page
    Case("kind:film ", FILMS, "of kind Film."),
    Case("type:People ", PEOPLE, "of kind Person."),
    Case("-kind:film sea ", ("Captain Moss",), "of any kind but Film and with “sea”."),
    Case("tag:sea ", ("Harbour Lights", "Captain Moss"), "tagged “sea”."),
    Case("tag:sea/harbour ", ("Harbour Lights",), "tagged “sea/harbour”."),
    Case("created:day-7 ", ALL, "created from {week} to {today}."),
    Case("created:today ", ALL, "created on {today}."),
    Case("created:<2001 ", (), "created before 2001."),
    Case("updated:day-7 ", ALL, "last changed from {week} to {today}."),
    Case("-updated:>=2001-02-03 ", (), "not (last changed from 2001-02-03)."),
    Case('linksto:"Captain Moss" ', (*HARBOURS, "Moss recast"), "linking to “Captain Moss”."),
    Case("linksto:[[Nobody's Rock]] ", ("Harbour Lights 2",), "linking to “Nobody's Rock”."),
    Case('linkedfrom:"Captain Moss" ', ("The Keeper",), "that “Captain Moss” links to."),
    Case("has:director ", HARBOURS, "with Director."),
    Case("has:alias ", ("Harbour Lights", "Captain Moss"), "with an alias."),
    Case("has:image ", (), "with Image."),
    Case("lacks:born kind:person ", ("Cleo Marsh",), "without Born and of kind Person."),
    Case("is:redlink ", ("Harbour Lights 2",), "links to a page that does not exist."),
    Case("is:orphan kind:film ", ("Harbour Lights 2", "Paper Moon"), "nothing links to it and of kind Film."),
    Case("is:claim ", CLAIMS, "is a claim."),
    Case("is:due ", ("Third Harbour",), "is a claim that is due for resolution."),
    Case("is:film -is:redlink ", ("Harbour Lights", "Paper Moon"), "is a film and all its links lead somewhere."),
    # fields
    Case(
        "film:[[Harbour Lights 2]] kind:person ",
        ("Ada Lund", "Bo Reyes"),
        "belonging to the film “Harbour Lights 2” and of kind Person.",
    ),
    Case('actor:"Bo Reyes" kind:film ', HARBOURS, "with Performer “Bo Reyes” and of kind Film."),
    Case("actor:marsh kind:character ", ("The Keeper",), "with Performer “marsh” and of kind Character."),
    Case("status:announced ", ("Paper Moon",), "with Status “announced”."),
    Case("status:open ", ("Third Harbour",), "with Status “open”."),
    Case("source:gazette kind:speculation ", ("Third Harbour",), "with Sources “gazette” and of kind Speculation."),
    Case("confidence:>50 ", ("Third Harbour",), "with Confidence (0 to 100) above 50."),
    Case("confidence:<=20 ", ("Moss recast",), "with Confidence (0 to 100) up to 20."),
    Case("confidence:20..70 ", CLAIMS, "with Confidence (0 to 100) from 20 to 70."),
    Case("year:1977..1983 ", HARBOURS, "dated from 1977 to 1983."),
    Case("year:1983 ", ("Harbour Lights 2",), "dated in 1983."),
    Case("released:<1980 ", ("Harbour Lights",), "with Released before 1980."),
    Case("runtime:90..100 ", ("Harbour Lights 2", "Paper Moon"), "with Runtime (minutes) from 90 to 100."),
    Case('"Runtime (minutes)":>100 ', ("Harbour Lights",), "with Runtime (minutes) above 100."),
    Case("cast.role:voice kind:film ", ("Harbour Lights",), "with Role “voice” and of kind Film."),
    Case("[species:ghost] ", ("The Keeper",), "with Species “ghost”."),
    # order
    Case("kind:film sort:released ", FILMS, "of kind Film, sorted by Released.", in_order=True),
    Case("kind:film sort:-released ", FILMS[::-1], "of kind Film, sorted by Released, last first.", in_order=True),
    Case("kind:person sort:-title ", PEOPLE[::-1], "of kind Person, sorted by title, last first.", in_order=True),
    Case(
        "sort:-links limit:1 ",
        ("Captain Moss",),
        "Understood as all pages, sorted by links, last first, the first 1.",
        in_order=True,
    ),
    # what is wrong is read as text
    Case(
        "confidence:many ",
        (),
        "with “confidence” and with “many”. "
        "“many” is no value of Confidence (0 to 100). “confidence:many” was read as text.",
    ),
    Case(
        "kind:spaceship ",
        (),
        "with “kind” and with “spaceship”. There is no kind “spaceship”. “kind:spaceship” was read as text.",
    ),
    Case(
        "year:never ",
        (),
        "with “year” and with “never”. "
        "“never” is no year or range of years such as 1977..1983. “year:never” was read as text.",
    ),
    Case(
        "created:whenever ",
        (),
        "with “created” and with “whenever”. "
        "“whenever” is no day, month, year or span such as day-7. “created:whenever” was read as text.",
    ),
    Case("has:wings ", (), "with “has” and with “wings”. There is no field “wings”. “has:wings” was read as text."),
    Case(
        "colour:purple ",
        (),
        "with “colour” and with “purple”. There is no field “colour”. “colour:purple” was read as text.",
    ),
    Case("walks: ", ("The Keeper",), "with “walks”."),
)


def make_query_wiki(path: Path) -> None:
    """Make the wiki."""
    with wikis.create_wiki(path) as wiki:
        for title, source in PAGES.items():
            editing.save_markdown(wiki, title, source)
