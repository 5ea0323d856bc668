"""Actions of the source editor, heard while it has the focus."""

from __future__ import annotations

from fanwiki.desktop.actions import Action, Menu, Scope
from fanwiki.desktop.menus import needs
from fanwiki.desktop.words import QT_TRANSLATE_NOOP as _N


def _format(
    name: str, text: str, callback: str, icon: str, keys: tuple[str, ...] = (), group: int = 0, argument: object = None
) -> Action:
    return Action(name, text, Menu.FORMAT, callback, icon, keys, needs.NOTHING, group, False, Scope.EDITOR, argument)


FORMAT = (
    _format("bold", _N("Actions", "&Bold"), "wrap", "mdi6.format-bold", ("Ctrl+B",), 0, "**"),
    _format("italic", _N("Actions", "&Italic"), "wrap", "mdi6.format-italic", ("Ctrl+I",), 0, "*"),
    _format(
        "strike", _N("Actions", "S&trike through"), "wrap", "mdi6.format-strikethrough", ("Ctrl+Shift+X",), 0, "~~"
    ),
    _format("highlight", _N("Actions", "Hi&ghlight"), "wrap", "mdi6.marker", ("Ctrl+Shift+H",), 0, "=="),
    _format("code", _N("Actions", "&Code"), "wrap", "mdi6.code-tags", ("Ctrl+Shift+C",), 0, "`"),
    _format("spoiler", _N("Actions", "Spoiler"), "wrap", "mdi6.eye-off-outline", ("Ctrl+Shift+L",), 0, "||"),
    _format("link", _N("Actions", "&Link to a page"), "insert_link", "mdi6.link-variant", ("Ctrl+L",), 1),
    _format("image", _N("Actions", "I&mage or file…"), "insert_file", "mdi6.image-plus-outline", ("Ctrl+Shift+I",), 1),
    _format("heading-1", _N("Actions", "Heading &1"), "heading", "mdi6.format-header-1", ("Ctrl+Alt+1",), 2, 1),
    _format("heading-2", _N("Actions", "Heading &2"), "heading", "mdi6.format-header-2", ("Ctrl+Alt+2",), 2, 2),
    _format("heading-3", _N("Actions", "Heading &3"), "heading", "mdi6.format-header-3", ("Ctrl+Alt+3",), 2, 3),
    _format("heading-4", _N("Actions", "Heading &4"), "heading", "mdi6.format-header-4", ("Ctrl+Alt+4",), 2, 4),
    _format("heading-5", _N("Actions", "Heading &5"), "heading", "mdi6.format-header-5", ("Ctrl+Alt+5",), 2, 5),
    _format("heading-6", _N("Actions", "Heading &6"), "heading", "mdi6.format-header-6", ("Ctrl+Alt+6",), 2, 6),
    _format("bullets", _N("Actions", "B&ullets"), "prefix", "mdi6.format-list-bulleted", ("Ctrl+Shift+8",), 3, "- "),
    _format("numbers", _N("Actions", "&Numbers"), "prefix", "mdi6.format-list-numbered", ("Ctrl+Shift+7",), 3, "1. "),
    _format("tasks", _N("Actions", "T&asks"), "prefix", "mdi6.format-list-checks", ("Ctrl+Shift+9",), 3, "- [ ] "),
    _format("quotation", _N("Actions", "&Quotation"), "prefix", "mdi6.format-quote-close", ("Ctrl+Shift+.",), 3, "> "),
)
