"""What all dialogs have in common: the room around what they hold."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout


def dialog_layout(dialog: QDialog, spacing: int = 10) -> QVBoxLayout:
    """Return a dialog's layout from top to bottom.

    Args:
        dialog: It has no layout yet.
        spacing: Pixels between its parts.
    """
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.setSpacing(spacing)
    return layout
