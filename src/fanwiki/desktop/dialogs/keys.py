"""The list of all keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from fanwiki.desktop.actions import Action, Menu, shown_menu
from fanwiki.desktop.dialog_frame import closing_box, dialog_layout, heading


class KeysDialog(QDialog):
    """Shows every action that has keys.

    Args:
        table: The actions.
    """

    def __init__(self, table: Iterable[Action], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 560)
        tree = QTreeWidget(self)
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.setAccessibleName(self.tr("Actions and their keys"))
        rows: dict[Menu, list[Action]] = {}
        for action in table:
            if action.keys:
                rows.setdefault(action.menu, []).append(action)
        for menu, actions in rows.items():
            group = QTreeWidgetItem(tree, [shown_menu(menu).replace("&", "")])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for action in actions:
                QTreeWidgetItem(group, [action.plain_text, _native(action.keys)])
        tree.expandAll()
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        layout = dialog_layout(self)
        layout.addWidget(heading(self.tr("Keys"), self))
        layout.addWidget(tree, 1)
        layout.addWidget(closing_box(self, self.tr("Close")))


def _native(keys: Iterable[str]) -> str:
    return "   ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
