"""One line for one value of a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from fanwiki.desktop.edit.field_values import as_link, as_number
from fanwiki.domain.dates import read_date
from fanwiki.domain.kind import Field, FieldType
from fanwiki.wording import say_label

Complete = Callable[[str, tuple[str, ...]], list[str]]
"""Returns titles for what is typed and the kinds that fit."""


class Line(QLineEdit):
    """Completes links and says when a value does not fit.

    Args:
        field: The field.
        complete: Completes links.

    Signals:
        touched(): The user typed.
    """

    touched = Signal()

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._complete = complete
        self.setAccessibleName(say_label(field.label))
        self.textEdited.connect(self._typed)
        self.textChanged.connect(lambda: self._check())
        if field.type is FieldType.LINK:
            self._model = QStringListModel(self)
            completer = QCompleter(self._model, self)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self._typed_link))
            self.setCompleter(completer)
            self.setPlaceholderText(self.tr("Name of a page"))
        elif field.type is FieldType.DATE:
            self.setPlaceholderText(self.tr("2026-05-01, May 2026, fall 2026, TBA"))
        self._check()

    def finish_link(self) -> bool:
        """Make a typed name a link; tell whether that changed anything."""
        text = as_link(self.text())
        if self._field.type is not FieldType.LINK or text == self.text().strip():
            return False
        self.setText(text)
        return True

    def _typed(self) -> None:
        if self._field.type is FieldType.LINK:
            self._model.setStringList(self._complete(self.text().strip("[]"), self._field.target))
        self.touched.emit()

    def _typed_link(self) -> None:
        self.setText(f"[[{self.text().strip('[]')}]]")
        self.touched.emit()

    def _check(self) -> None:
        text = self.text().strip()
        wrong = ""
        if self._field.type is FieldType.DATE and text and read_date(text) is None:
            wrong = self.tr("This is not understood as a date; it is kept as it is.")
        elif self._field.type is FieldType.NUMBER and text and isinstance(as_number(text), str):
            wrong = self.tr("This is no number; it is kept as it is.")
        self.setToolTip(wrong or self._field.help or self.placeholderText())
        self.setAccessibleDescription(wrong)
        if self.property("wrong") != bool(wrong):
            self.setProperty("wrong", bool(wrong))
            self.style().unpolish(self)
            self.style().polish(self)
