"""Actions that lead from page to page and from tab to tab."""

from __future__ import annotations

from fanwiki.desktop.actions import Action, Menu
from fanwiki.desktop.menus import needs
from fanwiki.desktop.words import QT_TRANSLATE_NOOP as _N

GO = (
    Action("back", _N("Actions", "&Back"), Menu.GO, "go_back", "mdi6.arrow-left", ("Alt+Left",), needs.BACK),
    Action(
        "forward", _N("Actions", "&Forward"), Menu.GO, "go_forward", "mdi6.arrow-right", ("Alt+Right",), needs.FORWARD
    ),
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
        needs.NOTHING,
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
    Action(
        "desk",
        _N("Actions", "Speculation &desk"),
        Menu.GO,
        "show_desk",
        "mdi6.crystal-ball",
        ("F8",),
        group=2,
        checkable=True,
        tip=_N("Actions", "See every claim: what is open, due, contradicted and resolved"),
    ),
    Action(
        "graph",
        _N("Actions", "Nei&ghbourhood of this page"),
        Menu.GO,
        "show_graph",
        "mdi6.graph-outline",
        ("F9",),
        needs.PAGE,
        2,
        checkable=True,
        tip=_N("Actions", "See what this page is tied to, as a picture"),
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
    Action(
        "next-pane",
        _N("Actions", "Next pan&e"),
        Menu.GO,
        "step_pane",
        "mdi6.arrow-right-bold-box-outline",
        ("F6",),
        needs.NOTHING,
        3,
        argument=1,
        tip=_N("Actions", "Go on to the next part of the window: search, tabs, page, editor, side bar, status bar"),
    ),
    Action(
        "previous-pane",
        _N("Actions", "Prev&ious pane"),
        Menu.GO,
        "step_pane",
        "mdi6.arrow-left-bold-box-outline",
        ("Shift+F6",),
        needs.NOTHING,
        3,
        argument=-1,
        tip=_N("Actions", "Go back to the part of the window before this one"),
    ),
)

TABS = (
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
    Action("tab-on", _N("Actions", "Move tab on"), Menu.TABS, "move_tab", keys=("Ctrl+Shift+PgDown",), argument=1),
    Action("tab-back", _N("Actions", "Move tab back"), Menu.TABS, "move_tab", keys=("Ctrl+Shift+PgUp",), argument=-1),
)
