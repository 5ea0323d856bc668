"""The table of actions. A new action is a new row here and a method of the window or of the editor's toolbar."""

from __future__ import annotations

from fanwiki.desktop.actions import Action, Menu, Needs, Scope
from fanwiki.desktop.words import QT_TRANSLATE_NOOP as _N

_NOTHING: frozenset[Needs] = frozenset()
_PAGE = frozenset({Needs.WIKI, Needs.PAGE})
_EDITOR = frozenset({Needs.EDITOR})
_UNSAVED = frozenset({Needs.EDITOR, Needs.UNSAVED})
_BACK = frozenset({Needs.WIKI, Needs.BACK})
_FORWARD = frozenset({Needs.WIKI, Needs.FORWARD})
_CLOSED = frozenset({Needs.WIKI, Needs.CLOSED_TAB})

_FILE = (
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
        _CLOSED,
    ),
    Action(
        "new-wiki",
        _N("Actions", "New &wiki…"),
        Menu.FILE,
        "new_wiki",
        "mdi6.book-plus-outline",
        (),
        _NOTHING,
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
        _NOTHING,
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
        tip=_N("Actions", "Write the wiki as a folder that opens in any browser"),
    ),
    Action("backup", _N("Actions", "&Back up…"), Menu.FILE, "back_up", "mdi6.content-save-all-outline", group=2),
    Action(
        "print",
        _N("Actions", "&Save page as PDF…"),
        Menu.FILE,
        "save_as_pdf",
        "mdi6.file-pdf-box",
        ("Ctrl+P",),
        _PAGE,
        3,
    ),
    Action("quit", _N("Actions", "&Quit"), Menu.FILE, "close", "mdi6.exit-to-app", ("Ctrl+Q",), _NOTHING, 4),
)

_EDIT = (
    Action("save", _N("Actions", "&Save"), Menu.EDIT, "save_page", "mdi6.content-save-outline", ("Ctrl+S",), _UNSAVED),
    Action(
        "undo-wiki",
        _N("Actions", "Undo in the &wiki"),
        Menu.EDIT,
        "undo_wiki",
        "mdi6.undo-variant",
        ("Ctrl+Alt+Z",),
        frozenset({Needs.WIKI, Needs.UNDO}),
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
    Action("replace", _N("Actions", "&Replace…"), Menu.EDIT, "replace", "mdi6.find-replace", ("Ctrl+H",), _EDITOR, 2),
)

_VIEW = (
    Action(
        "toggle-search",
        _N("Actions", "&Search pane"),
        Menu.VIEW,
        "show_search_pane",
        "mdi6.dock-left",
        ("F7",),
        checkable=True,
    ),
    Action(
        "toggle-side-bar",
        _N("Actions", "&Contents and links"),
        Menu.VIEW,
        "show_side_bar",
        "mdi6.format-list-bulleted",
        ("Ctrl+M",),
        checkable=True,
    ),
    Action(
        "zoom-in",
        _N("Actions", "Zoom &in"),
        Menu.VIEW,
        "zoom",
        "mdi6.magnify-plus-outline",
        ("Ctrl++", "Ctrl+="),
        group=1,
        argument=1,
    ),
    Action(
        "zoom-out",
        _N("Actions", "Zoom &out"),
        Menu.VIEW,
        "zoom",
        "mdi6.magnify-minus-outline",
        ("Ctrl+-",),
        group=1,
        argument=-1,
    ),
    Action(
        "zoom-reset", _N("Actions", "&Normal size"), Menu.VIEW, "zoom", "mdi6.magnify", ("Ctrl+0",), group=1, argument=0
    ),
    Action(
        "look-system",
        _N("Actions", "Colours of the s&ystem"),
        Menu.VIEW,
        "set_look",
        "mdi6.theme-light-dark",
        needs=_NOTHING,
        group=2,
        argument="system",
    ),
    Action(
        "look-light",
        _N("Actions", "&Light"),
        Menu.VIEW,
        "set_look",
        "mdi6.weather-sunny",
        needs=_NOTHING,
        group=2,
        argument="light",
    ),
    Action(
        "look-dark",
        _N("Actions", "&Dark"),
        Menu.VIEW,
        "set_look",
        "mdi6.weather-night",
        needs=_NOTHING,
        group=2,
        argument="dark",
    ),
    Action(
        "look-contrast",
        _N("Actions", "High con&trast"),
        Menu.VIEW,
        "set_look",
        "mdi6.contrast-circle",
        needs=_NOTHING,
        group=2,
        argument="contrast",
    ),
    Action(
        "larger-text",
        _N("Actions", "Larger te&xt in the window"),
        Menu.VIEW,
        "scale_text",
        "mdi6.format-font-size-increase",
        ("Ctrl+Alt++", "Ctrl+Alt+="),
        _NOTHING,
        3,
        argument=1,
    ),
    Action(
        "smaller-text",
        _N("Actions", "S&maller text in the window"),
        Menu.VIEW,
        "scale_text",
        "mdi6.format-font-size-decrease",
        ("Ctrl+Alt+-",),
        _NOTHING,
        3,
        argument=-1,
    ),
    Action(
        "full-screen",
        _N("Actions", "&Full screen"),
        Menu.VIEW,
        "toggle_full_screen",
        "mdi6.fullscreen",
        ("F11",),
        _NOTHING,
        4,
    ),
    Action("reload", _N("Actions", "&Reload"), Menu.VIEW, "reload", "mdi6.refresh", ("F5", "Ctrl+R"), group=4),
)

_GO = (
    Action("back", _N("Actions", "&Back"), Menu.GO, "go_back", "mdi6.arrow-left", ("Alt+Left",), _BACK),
    Action("forward", _N("Actions", "&Forward"), Menu.GO, "go_forward", "mdi6.arrow-right", ("Alt+Right",), _FORWARD),
    Action("home", _N("Actions", "&Home"), Menu.GO, "go_home", "mdi6.home-outline", ("Alt+Home",)),
    Action(
        "quick-switcher",
        _N("Actions", "Go to &page…"),
        Menu.GO,
        "open_switcher",
        "mdi6.file-find-outline",
        ("Ctrl+K", "Ctrl+O", "Ctrl+J"),
        group=1,
        tip=_N("Actions", "Open a page by typing a part of its name"),
    ),
    Action(
        "search",
        _N("Actions", "&Search all pages"),
        Menu.GO,
        "focus_search",
        "mdi6.magnify",
        ("Ctrl+Shift+F",),
        group=1,
    ),
    Action(
        "palette",
        _N("Actions", "&Command palette…"),
        Menu.GO,
        "open_palette",
        "mdi6.console-line",
        ("Ctrl+Shift+P",),
        _NOTHING,
        1,
    ),
    Action(
        "random",
        _N("Actions", "&Random page"),
        Menu.GO,
        "go_random",
        "mdi6.dice-multiple-outline",
        ("Ctrl+Alt+R",),
        group=2,
    ),
    Action("all-pages", _N("Actions", "&All pages"), Menu.GO, "go_all", "mdi6.format-list-text", group=2),
    Action(
        "next-tab",
        _N("Actions", "&Next tab"),
        Menu.GO,
        "step_tab",
        "mdi6.chevron-right",
        ("Ctrl+Tab", "Ctrl+PgDown"),
        group=3,
        argument=1,
    ),
    Action(
        "previous-tab",
        _N("Actions", "Pre&vious tab"),
        Menu.GO,
        "step_tab",
        "mdi6.chevron-left",
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
        group=3,
        argument=-1,
    ),
)

_TABS = (
    *(
        Action(f"tab-{number}", text, Menu.TABS, "choose_tab", keys=(f"Ctrl+{number}",), argument=number)
        for number, text in enumerate(
            (
                _N("Actions", "Tab 1"),
                _N("Actions", "Tab 2"),
                _N("Actions", "Tab 3"),
                _N("Actions", "Tab 4"),
                _N("Actions", "Tab 5"),
                _N("Actions", "Tab 6"),
                _N("Actions", "Tab 7"),
                _N("Actions", "Tab 8"),
            ),
            1,
        )
    ),
    Action("tab-last", _N("Actions", "Last tab"), Menu.TABS, "choose_tab", keys=("Ctrl+9",), argument=-1),
)

_PAGES = (
    Action(
        "edit",
        _N("Actions", "&Edit"),
        Menu.PAGE,
        "toggle_edit",
        "mdi6.pencil-outline",
        ("Ctrl+E",),
        _PAGE,
        tip=_N("Actions", "Edit this page, or go back to reading"),
    ),
    Action(
        "bookmark",
        _N("Actions", "&Bookmark"),
        Menu.PAGE,
        "toggle_bookmark",
        "mdi6.bookmark-outline",
        ("Ctrl+D",),
        _PAGE,
    ),
    Action(
        "speculate",
        _N("Actions", "&Speculate about this…"),
        Menu.PAGE,
        "speculate",
        "mdi6.crystal-ball",
        (),
        _PAGE,
        tip=_N("Actions", "Write down a claim about this page"),
    ),
    Action(
        "reveal", _N("Actions", "Re&veal spoilers on this page…"), Menu.PAGE, "reveal", "mdi6.eye-outline", (), _PAGE
    ),
    Action(
        "history",
        _N("Actions", "&History…"),
        Menu.PAGE,
        "show_history",
        "mdi6.history",
        ("Ctrl+Alt+H",),
        _PAGE,
        1,
        tip=_N("Actions", "See what changed when, and go back"),
    ),
    Action("duplicate", _N("Actions", "D&uplicate…"), Menu.PAGE, "duplicate_page", "mdi6.content-copy", (), _PAGE, 1),
    Action("rename", _N("Actions", "&Rename…"), Menu.PAGE, "rename_page", "mdi6.rename-box", ("F2",), _PAGE, 1),
    Action(
        "delete",
        _N("Actions", "&Delete"),
        Menu.PAGE,
        "delete_page",
        "mdi6.delete-outline",
        (),
        _PAGE,
        1,
    ),
)

_WIKI = (
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
        "trash",
        _N("Actions", "&Trash…"),
        Menu.WIKI,
        "show_trash",
        "mdi6.trash-can-outline",
        tip=_N("Actions", "Bring back pages that were deleted"),
    ),
)

_HELP = (
    Action("keys", _N("Actions", "&Keys"), Menu.HELP, "show_keys", "mdi6.keyboard-outline", ("F1",), _NOTHING),
    Action(
        "search-help",
        _N("Actions", "How to &search"),
        Menu.HELP,
        "show_search_help",
        "mdi6.help-circle-outline",
        (),
        _NOTHING,
    ),
    Action(
        "sample",
        _N("Actions", "&Open the sample wiki"),
        Menu.HELP,
        "open_sample",
        "mdi6.book-open-variant",
        (),
        _NOTHING,
        1,
    ),
    Action(
        "about", _N("Actions", "&About fanwiki"), Menu.HELP, "show_about", "mdi6.information-outline", (), _NOTHING, 1
    ),
)

WINDOW_ACTIONS = (*_FILE, *_EDIT, *_VIEW, *_GO, *_TABS, *_PAGES, *_WIKI, *_HELP)
"""What the window does."""


def _format(
    name: str, text: str, callback: str, icon: str, keys: tuple[str, ...] = (), group: int = 0, argument: object = None
) -> Action:
    return Action(name, text, Menu.FORMAT, callback, icon, keys, _NOTHING, group, False, Scope.EDITOR, argument)


EDITOR_ACTIONS = (
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
"""What the source editor does while it has the focus."""
