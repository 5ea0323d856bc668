"""What all dialogs have in common: the room around what they hold."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

_SIDE = 24


def dialog_layout(dialog: QDialog, spacing: int = 10, *, width: int = 0) -> QVBoxLayout:
    """Return a dialog's layout from top to bottom.

    Args:
        dialog: It has no layout yet.
        spacing: Pixels between its parts.
        width: How wide the dialog is at least. A minimum of the dialog's own would hold even where texts need more.
    """
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(_SIDE, 20, _SIDE, 20)
    layout.addStrut(max(0, width - 2 * _SIDE))
    layout.setSpacing(spacing)
    return layout
