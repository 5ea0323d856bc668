"""What opens from the menus is fit for everybody: each control has a name and a role, and no text is cut."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from test_looks import clipped, controls, name_of

from fanwiki.desktop.main_window import MainWindow


@pytest.mark.parametrize("action", ["desk", "graph", "export", "import", "templates", "shield"])
def test_what_an_action_opens_can_be_used_and_read(window: MainWindow, qtbot: QtBot, action: str) -> None:
    window.resize(1024, 640)
    window.reading_commands.open_title("Night Train")
    window.actions_of_window[action].trigger()
    qtbot.wait(300)
    opened = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    roots: list[QWidget] = [*opened, window]
    for root in roots:
        visible = [widget for widget in controls(root) if widget.isVisible()]
        assert [w.objectName() or type(w).__name__ for w in visible if not name_of(w).strip()] == []
        for widget in visible:
            role = QAccessible.queryAccessibleInterface(widget).role()
            assert role not in (QAccessible.Role.NoRole, QAccessible.Role.Client), widget
        assert clipped(root) == []
        assert root.width() <= 1024
        assert root.height() <= 640
    for dialog in opened:
        dialog.reject()
    assert action in ("desk", "graph") or opened
