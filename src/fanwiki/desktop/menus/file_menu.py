"""Actions on wiki files, and what can be undone, found and saved."""

from __future__ import annotations

from fanwiki.desktop.actions import Action, Menu
from fanwiki.desktop.menus import needs
from fanwiki.desktop.words import QT_TRANSLATE_NOOP as _N

FILE = (
    Action("new-page", _N("Actions", "&New page…"), Menu.FILE, "new_page", "mdi6.file-plus-outline", ("Ctrl+N",)),
    Action("new-tab", _N("Actions", "New &tab"), Menu.FILE, "new_tab", "mdi6.tab-plus", ("Ctrl+T",)),
    Action("close-tab", _N("Actions", "&Close tab"), Menu.FILE, "close_tab", "mdi6.close", ("Ctrl+W", "Ctrl+F4")),
    Action(
        "reopen-tab",
        _N("Actions", "&Reopen closed tab"),
        Menu.FILE,
        "reopen_tab",
        "mdi6.tab-unselected",
        ("Ctrl+Shift+T",),
        needs.CLOSED,
    ),
    Action(
        "new-wiki",
        _N("Actions", "New &wiki…"),
        Menu.FILE,
        "new_wiki",
        "mdi6.book-plus-outline",
        (),
        needs.NOTHING,
        1,
        tip=_N("Actions", "Make a new wiki file"),
    ),
    Action(
        "open-wiki",
        _N("Actions", "&Open wiki…"),
        Menu.FILE,
        "open_wiki",
        "mdi6.folder-open-outline",
        (),
        needs.NOTHING,
        1,
    ),
    Action(
        "import",
        _N("Actions", "&Import…"),
        Menu.FILE,
        "import_source",
        "mdi6.import",
        group=2,
        tip=_N("Actions", "Bring in an article, a vault or a dump"),
    ),
    Action(
        "export",
        _N("Actions", "&Export…"),
        Menu.FILE,
        "export_wiki",
        "mdi6.export",
        group=2,
        tip=_N("Actions", "Hand the wiki on: web pages, a book, a PDF, Markdown or a dump"),
    ),
    Action(
        "salvage",
        _N("Actions", "Rescue a &damaged wiki…"),
        Menu.FILE,
        "salvage",
        "mdi6.lifebuoy",
        needs=needs.NOTHING,
        group=2,
        tip=_N("Actions", "Save what can be read of a damaged file into a new wiki"),
    ),
    Action("backup", _N("Actions", "&Back up…"), Menu.FILE, "back_up", "mdi6.content-save-all-outline", group=2),
    Action(
        "print", _N("Actions", "&Print…"), Menu.FILE, "print_page", "mdi6.printer-outline", ("Ctrl+P",), needs.PAGE, 3
    ),
    Action(
        "save-pdf",
        _N("Actions", "&Save page as PDF…"),
        Menu.FILE,
        "save_as_pdf",
        "mdi6.file-pdf-box",
        (),
        needs.PAGE,
        3,
    ),
    Action("quit", _N("Actions", "&Quit"), Menu.FILE, "close", "mdi6.exit-to-app", ("Ctrl+Q",), needs.NOTHING, 4),
)

EDIT = (
    Action(
        "save", _N("Actions", "&Save"), Menu.EDIT, "save_page", "mdi6.content-save-outline", ("Ctrl+S",), needs.UNSAVED
    ),
    Action(
        "undo-wiki",
        _N("Actions", "Undo in the &wiki"),
        Menu.EDIT,
        "undo_wiki",
        "mdi6.undo-variant",
        ("Ctrl+Alt+Z",),
        needs.UNDO,
        1,
        tip=_N("Actions", "Take back the last rename, delete or restore"),
    ),
    Action("find", _N("Actions", "&Find…"), Menu.EDIT, "find", "mdi6.text-search", ("Ctrl+F",), group=2),
    Action(
        "find-next",
        _N("Actions", "Find ne&xt"),
        Menu.EDIT,
        "find_next",
        "mdi6.chevron-down",
        ("F3", "Ctrl+G"),
        group=2,
    ),
    Action(
        "find-previous",
        _N("Actions", "Find &previous"),
        Menu.EDIT,
        "find_previous",
        "mdi6.chevron-up",
        ("Shift+F3", "Ctrl+Shift+G"),
        group=2,
    ),
    Action(
        "replace", _N("Actions", "&Replace…"), Menu.EDIT, "replace", "mdi6.find-replace", ("Ctrl+H",), needs.EDITOR, 2
    ),
)
