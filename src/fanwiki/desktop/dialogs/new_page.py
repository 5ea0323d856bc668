"""Asks for the title and kind of a new page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, form_layout, grow, heading, sentence
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled
from fanwiki.domain.kind import Kinds
from fanwiki.domain.title import clean_title
from fanwiki.errors import FanwikiError
from fanwiki.wording import say_label


class NewPageDialog(QDialog):
    """Names a page.

    Args:
        kinds: What it can be.
        title: The title to begin with.
        asked: What is asked.
        taken: Returns the title of the page that a title belongs to already, or nothing.

    Signals:
        answered(str, str): The title and the kind's name.
    """

    answered = Signal(str, str)

    def __init__(
        self,
        kinds: Kinds,
        parent: QWidget | None,
        *,
        title: str = "",
        kind: str = "",
        asked: str = "",
        taken: Callable[[str], str] = lambda _title: "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("newPage")
        self.setWindowTitle(asked or self.tr("New page"))
        self._taken = taken
        self._title = QLineEdit(title, self)
        self._title.setObjectName("newTitle")
        self._title.setAccessibleName(self.tr("Title"))
        self._title.textChanged.connect(self._check)
        self._kind = QComboBox(self)
        self._kind.setAccessibleName(self.tr("Kind"))
        for each in kinds.values():
            self._kind.addItem(icon(each.icon), say_label(each.label), each.name)
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._problem = sentence("", self, role="problem")
        buttons, self._make = button_box(self, self.tr("Write it"), self.tr("Cancel"))
        form = form_layout()
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&Kind"), self._kind)
        layout = dialog_layout(self, width=480)
        layout.addWidget(heading(asked or self.tr("What is the page about?"), self))
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
                taken = self._taken(clean_title(text))
            except FanwikiError as error:
                problem = str(error)
            else:
                problem = filled(self.tr("There is a page “%1” already."), taken) if taken else ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        grow(self)
        self._make.setEnabled(bool(text.strip()) and not problem)
