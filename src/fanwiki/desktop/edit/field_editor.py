"""What every editor of a field has in common: it keeps the value it was given until the user changes something."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fanwiki.domain.kind import Field
from fanwiki.domain.page import Value
from fanwiki.wording import say_label


class FieldEditor(QWidget):
    """Edits one field.

    Args:
        field: Its declaration.

    Signals:
        edited(): The user changed it.
    """

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"field.{field.name}")
        self.setAccessibleName(say_label(field.label))
        self.is_changed = False
        self._given: Value = None

    @property
    def value(self) -> Value:
        """The value now."""
        return self._read() if self.is_changed else self._given

    def load(self, value: Value) -> None:
        """Show a value."""
        self._given = value
        self._write(value)
        self.is_changed = False

    def _read(self) -> Value:
        raise NotImplementedError

    def _write(self, value: Value) -> None:
        raise NotImplementedError

    def _was_edited(self) -> None:
        self.is_changed = True
        self.edited.emit()
