"""Shows the text that was kept when the program ended beside the page as it is saved, and asks what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, heading, keep_apart, sentence
from fanwiki.desktop.dialogs.differences import mark_against, source_text, under_title
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled


class UnsavedDialog(QDialog):
    """Asks what becomes of a text that was not saved; closing it keeps the text for the next time.

    Args:
        title: The page.
        kept: Its text as it was kept.
        saved: Its text as it is saved, empty when it never was.

    Signals:
        go_on_wanted(): Go on with the text.
        forget_wanted(): Throw it away.
    """

    go_on_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, title: str, kept: str, saved: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("unsavedText")
        self.setWindowTitle(self.tr("Unsaved text"))
        room = parent.size() if parent is not None else QSize(1020, 740)
        self.resize(min(980, room.width() - 40), min(640, room.height() - 40))
        self._theme = theme
        self._saved = source_text(self, self.tr("As it is saved"), saved)
        self._kept = source_text(self, self.tr("Not saved"), kept)
        self._saved.setPlaceholderText(self.tr("This page was never saved."))
        mark_against(self._saved, kept, theme.color("selection"))
        mark_against(self._kept, saved, theme.color("mark"))
        self._lay_out(title)

    @property
    def texts(self) -> tuple[str, str]:
        """The saved text and the one that was kept, as they are shown."""
        return self._saved.toPlainText(), self._kept.toPlainText()

    def accept(self) -> None:
        """Go on with the text."""
        super().accept()
        self.go_on_wanted.emit()

    def _lay_out(self, title: str) -> None:
        beside = Splitter(Qt.Orientation.Horizontal, self)
        for text in (self._saved, self._kept):
            beside.addWidget(under_title(text))
        keep_apart(beside)
        layout = dialog_layout(self)
        layout.addWidget(heading(filled(self.tr("“%1” has text that was not saved"), title), self))
        layout.addWidget(sentence(self.tr("It was kept when the program ended. Go on with it?"), self))
        layout.addWidget(beside, 1)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons, go_on = button_box(self, self.tr("Go on with it"), self.tr("Later"))
        go_on.setObjectName("goOn")
        forget = buttons.addButton(self.tr("Throw it away"), QDialogButtonBox.ButtonRole.DestructiveRole)
        forget.setObjectName("forget")
        forget.setAutoDefault(False)
        forget.clicked.connect(self._forget)
        return buttons

    def _forget(self) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.forget_wanted.emit()
