"""Actions on the page in front, on the wiki as a whole, and help."""

from __future__ import annotations

from fanwiki.desktop.actions import Action, Menu
from fanwiki.desktop.menus import needs
from fanwiki.desktop.words import QT_TRANSLATE_NOOP as _N

PAGE = (
    Action(
        "edit",
        _N("Actions", "&Edit"),
        Menu.PAGE,
        "toggle_edit",
        "mdi6.pencil-outline",
        ("Ctrl+E",),
        needs.PAGE,
        tip=_N("Actions", "Edit this page, or go back to reading"),
    ),
    Action(
        "bookmark",
        _N("Actions", "&Bookmark"),
        Menu.PAGE,
        "toggle_bookmark",
        "mdi6.bookmark-outline",
        ("Ctrl+D",),
        needs.PAGE,
    ),
    Action(
        "speculate",
        _N("Actions", "&Speculate about this…"),
        Menu.PAGE,
        "speculate",
        "mdi6.crystal-ball",
        (),
        needs.PAGE,
        tip=_N("Actions", "Write down a claim about this page"),
    ),
    Action(
        "reveal",
        _N("Actions", "Re&veal spoilers on this page…"),
        Menu.PAGE,
        "reveal",
        "mdi6.eye-outline",
        (),
        needs.PAGE,
    ),
    Action(
        "history",
        _N("Actions", "&History…"),
        Menu.PAGE,
        "show_history",
        "mdi6.history",
        ("Ctrl+Alt+H",),
        needs.PAGE,
        1,
        tip=_N("Actions", "See what changed when, and go back"),
    ),
    Action(
        "duplicate", _N("Actions", "D&uplicate…"), Menu.PAGE, "duplicate_page", "mdi6.content-copy", (), needs.PAGE, 1
    ),
    Action("rename", _N("Actions", "&Rename…"), Menu.PAGE, "rename_page", "mdi6.rename-box", ("F2",), needs.PAGE, 1),
    Action(
        "delete",
        _N("Actions", "&Delete"),
        Menu.PAGE,
        "delete_page",
        "mdi6.delete-outline",
        (),
        needs.PAGE,
        1,
    ),
)

WIKI = (
    Action(
        "shield",
        _N("Actions", "&Seen films…"),
        Menu.WIKI,
        "edit_shield",
        "mdi6.shield-half-full",
        ("Ctrl+Shift+S",),
        tip=_N("Actions", "Say which films you have seen, so that nothing spoils the others"),
    ),
    Action(
        "templates",
        _N("Actions", "Te&mplates…"),
        Menu.WIKI,
        "show_templates",
        "mdi6.text-box-edit-outline",
        tip=_N("Actions", "Say what new pages of a kind begin with"),
    ),
    Action(
        "stems",
        _N("Actions", "Search with forms of &English words"),
        Menu.WIKI,
        "count_forms",
        "mdi6.format-letter-matches",
        checkable=True,
        tip=_N("Actions", "Let hero find heroes, for everybody who searches this wiki"),
    ),
    Action(
        "trash",
        _N("Actions", "&Trash…"),
        Menu.WIKI,
        "show_trash",
        "mdi6.trash-can-outline",
        tip=_N("Actions", "Bring back pages that were deleted"),
    ),
    Action(
        "name-wiki",
        _N("Actions", "Title of the wi&ki…"),
        Menu.WIKI,
        "name_wiki",
        "mdi6.format-title",
        group=1,
        tip=_N("Actions", "Say what the wiki is called, here and on every copy"),
    ),
)

HELP = (
    Action("keys", _N("Actions", "&Keys"), Menu.HELP, "show_keys", "mdi6.keyboard-outline", ("F1",), needs.NOTHING),
    Action(
        "search-help",
        _N("Actions", "How to &search"),
        Menu.HELP,
        "show_search_help",
        "mdi6.help-circle-outline",
        (),
        needs.NOTHING,
    ),
    Action(
        "sample",
        _N("Actions", "&Open the sample wiki"),
        Menu.HELP,
        "open_sample",
        "mdi6.book-open-variant",
        (),
        needs.NOTHING,
        1,
    ),
    Action(
        "about",
        _N("Actions", "&About fanwiki"),
        Menu.HELP,
        "show_about",
        "mdi6.information-outline",
        (),
        needs.NOTHING,
        1,
    ),
)
