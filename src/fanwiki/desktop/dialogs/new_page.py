"""Asks for the title and kind of a new page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from fanwiki.desktop.dialog_frame import dialog_layout
from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme
from fanwiki.domain.kind import Kinds
from fanwiki.domain.title import clean_title
from fanwiki.errors import FanwikiError
from fanwiki.wording import say_label


class NewPageDialog(QDialog):
    """Names a page.

    Args:
        kinds: What it can be.
        title: The title to begin with.
        heading: What is asked.

    Signals:
        answered(str, str): The title and the kind's name.
    """

    answered = Signal(str, str)

    def __init__(
        self, kinds: Kinds, theme: Theme, parent: QWidget | None, *, title: str = "", kind: str = "", heading: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("newPage")
        self.setWindowTitle(heading or self.tr("New page"))
        label = QLabel(heading or self.tr("What is the page about?"), self)
        label.setFont(theme.display_font())
        label.setWordWrap(True)
        self._title = QLineEdit(title, self)
        self._title.setObjectName("newTitle")
        self._title.setAccessibleName(self.tr("Title"))
        self._title.textChanged.connect(self._check)
        self._kind = QComboBox(self)
        self._kind.setAccessibleName(self.tr("Kind"))
        for each in kinds.values():
            self._kind.addItem(icon(each.icon), say_label(each.label), each.name)
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._make = buttons.addButton(self.tr("Write it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._make.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&Kind"), self._kind)
        layout = dialog_layout(self, 12, width=440)
        layout.addWidget(label)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self._check()

    def accept(self) -> None:
        """Hand the answer on."""
        self.answered.emit(clean_title(self._title.text()), self._kind.currentData())
        super().accept()

    def _check(self) -> None:
        text, problem = self._title.text(), ""
        if text.strip():
            try:
                clean_title(text)
            except FanwikiError as error:
                problem = str(error)
        self._problem.setText(problem)
        self._make.setEnabled(bool(text.strip()) and not problem)
