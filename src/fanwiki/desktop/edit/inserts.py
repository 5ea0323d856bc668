"""What a slash or the toolbar's Insert menu puts into a page, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from fanwiki.desktop.words import QT_TRANSLATE_NOOP

CONTEXT = "Inserts"

_FIRST = 4
"""How many of the inserts stand before those of the page's kind."""

CARET = "\x00"
"""Stands in a text where the caret goes."""


@dataclass(frozen=True, slots=True)
class Insert:
    """A piece of text with a name.

    Args:
        id: Its stable name; also found by it.
        text: As the menu shows it, in English.
        icon: An icon's name.
        snippet: What is put in; `CARET` marks where typing goes on, twice for a text that is selected.
        own_line: Whether it must begin on a line of its own.
        action: For what is more than text to put in, what the pane is asked for; `snippet` is empty then.
    """

    id: str
    text: str
    icon: str
    snippet: str
    own_line: bool = False
    action: str = ""

    @property
    def shown_text(self) -> str:
        """The translated name."""
        return QCoreApplication.translate(CONTEXT, self.text)


INSERTS = (
    Insert("link", QT_TRANSLATE_NOOP("Inserts", "Link to a page"), "mdi6.link-variant", "[[\x00"),
    Insert(
        "spoiler",
        QT_TRANSLATE_NOOP("Inserts", "Spoiler block"),
        "mdi6.eye-off-outline",
        "> [!spoiler] \x00Film\x00\n> ",
        own_line=True,
    ),
    Insert("inline-spoiler", QT_TRANSLATE_NOOP("Inserts", "Spoiler in the line"), "mdi6.eye-off", "||\x00text\x00||"),
    Insert(
        "query",
        QT_TRANSLATE_NOOP("Inserts", "List of pages (query)"),
        "mdi6.format-list-text",
        "```query\n\x00type:character\x00\n```\n",
        own_line=True,
    ),
    Insert("embed", QT_TRANSLATE_NOOP("Inserts", "Show another page here"), "mdi6.file-link-outline", "![[\x00"),
    Insert(
        "table",
        QT_TRANSLATE_NOOP("Inserts", "Table"),
        "mdi6.table",
        "| \x00Name\x00 | |\n| --- | --- |\n| | |\n",
        own_line=True,
    ),
    Insert(
        "note",
        QT_TRANSLATE_NOOP("Inserts", "Note box"),
        "mdi6.note-text-outline",
        "> [!note] \x00Title\x00\n> ",
        own_line=True,
    ),
    Insert(
        "quote",
        QT_TRANSLATE_NOOP("Inserts", "Quotation"),
        "mdi6.format-quote-close",
        "> [!quote] \x00Who\x00\n> ",
        own_line=True,
    ),
    Insert("heading", QT_TRANSLATE_NOOP("Inserts", "Heading"), "mdi6.format-header-2", "## \x00", own_line=True),
    Insert("task", QT_TRANSLATE_NOOP("Inserts", "Task"), "mdi6.checkbox-marked-outline", "- [ ] \x00", own_line=True),
    Insert("footnote", QT_TRANSLATE_NOOP("Inserts", "Footnote"), "mdi6.format-superscript", "[^\x001\x00]"),
    Insert("line", QT_TRANSLATE_NOOP("Inserts", "Dividing line"), "mdi6.minus", "\n---\n\x00", own_line=True),
    Insert(
        "gallery",
        QT_TRANSLATE_NOOP("Inserts", "Gallery of images"),
        "mdi6.image-multiple-outline",
        "> [!gallery] \x00Title\x00\n> ![[]]\n> ![[]]\n",
        own_line=True,
    ),
)


def in_order(often: Sequence[Insert], seldom: Sequence[Insert]) -> list[Insert]:
    """Return all inserts with those of the page's kind among them."""
    return [*INSERTS[:_FIRST], *often, *INSERTS[_FIRST:], *seldom]


def matching_inserts(typed: str, inserts: Sequence[Insert] = INSERTS) -> list[Insert]:
    """Return the inserts whose name or id has what was typed, best first."""
    wanted = typed.strip().casefold()
    if not wanted:
        return list(inserts)

    def rank(insert: Insert) -> int:
        name = insert.shown_text.casefold()
        if insert.id.startswith(wanted) or name.startswith(wanted):
            return 0
        if any(word.startswith(wanted) for word in name.split()):
            return 1
        return 2 if wanted in name else 3

    return sorted((insert for insert in inserts if rank(insert) < 3), key=rank)
