"""Shows what was saved meanwhile beside what was written here, and a merged text that can be edited and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.dialog_frame import dialog_layout
from fanwiki.desktop.dialogs.differences import mark_against
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, plural

if TYPE_CHECKING:
    from fanwiki.services.drafting import Conflict


class ConflictDialog(QDialog):
    """Asks what becomes of two versions of one page.

    Args:
        conflict: The versions.

    Signals:
        merged(str): Save this text.
    """

    merged = Signal(str)

    def __init__(self, conflict: Conflict, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self.setWindowTitle(self.tr("Saved meanwhile"))
        room = parent.size() if parent is not None else QSize(1020, 740)
        self.resize(min(980, room.width() - 40), min(700, room.height() - 40))
        self._theme = theme
        self._conflict = conflict
        self._saved = self._text(conflict.saved.text, self.tr("Saved meanwhile"), read_only=True)
        self._mine = self._text(conflict.mine, self.tr("Yours"), read_only=True)
        self._merged = self._text(conflict.merged, self.tr("Both in one"), read_only=False)
        self._merged.setObjectName("mergedText")
        mark_against(self._saved, conflict.mine, theme.color("selection"))
        mark_against(self._mine, conflict.saved.text, theme.color("mark"))
        self._lay_out()

    @property
    def merged_text(self) -> str:
        """The merged text as it stands."""
        return self._merged.toPlainText()

    def _lay_out(self) -> None:
        heading = QLabel(filled(self.tr("“%1” was saved while you wrote"), self._conflict.saved.title), self)
        heading.setFont(self._theme.display_font())
        heading.setWordWrap(True)
        places = self._conflict.places
        both = plural(
            places,
            "One place was changed in both; both texts stand there, marked with %%.",
            "%1 places were changed in both; both texts stand there, marked with %%.",
        )
        note = QLabel(
            both if places else self.tr("The two changes do not touch each other; here they are in one text."), self
        )
        note.setProperty("role", "note")
        note.setWordWrap(True)
        above = QSplitter(Qt.Orientation.Horizontal, self)
        above.addWidget(self._column(self.tr("Saved meanwhile"), self._saved))
        above.addWidget(self._column(self.tr("Yours"), self._mine))
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(above)
        parts.addWidget(self._column(self.tr("Both in one: change what is not right, then save it"), self._merged))
        buttons = QDialogButtonBox(self)
        save = QPushButton(self.tr("Save both in one"), self)
        save.setObjectName("saveMerged")
        save.setDefault(True)
        save.clicked.connect(self._save)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Go on writing"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = dialog_layout(self)
        layout.addWidget(heading)
        layout.addWidget(note)
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)

    def _column(self, title: str, text: QPlainTextEdit) -> QWidget:
        column = QWidget(self)
        label = QLabel(title, column)
        label.setProperty("role", "section")
        label.setBuddy(text)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addWidget(text, 1)
        return column

    def _text(self, text: str, name: str, *, read_only: bool) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setProperty("role", "source")
        edit.setPlainText(text)
        edit.setReadOnly(read_only)
        edit.setAccessibleName(name)
        edit.setTabChangesFocus(True)
        return edit

    def _save(self) -> None:
        text = self.merged_text
        self.accept()
        self.merged.emit(text)
