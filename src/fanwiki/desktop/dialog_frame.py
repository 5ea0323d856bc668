"""What all dialogs have in common: the room around what they hold, their headings, forms, lists and buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

_SIDE, _ABOVE = 24, 20
_GAP = 12
"""Pixels between the parts of a dialog, and between two panes."""
_AROUND = 40
"""So many pixels of the window stay in sight around a dialog."""


def dialog_layout(dialog: QDialog, spacing: int = _GAP, *, width: int = 0) -> QVBoxLayout:
    """Return a dialog's layout from top to bottom.

    Args:
        dialog: It has no layout yet.
        spacing: Pixels between its parts.
        width: How wide the dialog is at least. A minimum of the dialog's own would hold even where texts need more.
    """
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
    layout.addStrut(max(0, width - 2 * _SIDE))
    layout.setSpacing(spacing)
    return layout


def heading(text: str, parent: QWidget) -> QLabel:
    """Return what a dialog is about, in large letters."""
    return sentence(text, parent, role="display")


def sentence(text: str, parent: QWidget, *, role: str = "note") -> QLabel:
    """Return a sentence that explains; a line that is too long goes on in the next.

    Args:
        text: The sentence.
        parent: The dialog.
        role: Its part to play in the style sheet.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def form_layout() -> QFormLayout:
    """Return a form whose labels stand in the middle of their lines."""
    form = QFormLayout()
    form.setHorizontalSpacing(_GAP)
    form.setVerticalSpacing(8)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def button_box(dialog: QDialog, yes: str, no: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the buttons that take an answer or none, in the order of the desktop, and the first of them.

    Args:
        dialog: Accepted by the first, rejected by the second.
        yes: What is done: a verb. Enter presses it.
        no: What leaves all as it is.
    """
    buttons = QDialogButtonBox(dialog)
    accepting = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    accepting.setDefault(True)
    buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accepting


def closing_box(dialog: QDialog, close: str) -> QDialogButtonBox:
    """Return the one button of a dialog that only shows something."""
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
    buttons.rejected.connect(dialog.reject)
    return buttons


def keep_apart(splitter: QSplitter) -> None:
    """Leave a gap between panes that can be dragged, and no line in it: each pane has a frame of its own."""
    splitter.setProperty("apart", True)
    splitter.setHandleWidth(_GAP)
    # What was dressed before, as one in another is, does not look again by itself.
    splitter.style().unpolish(splitter)
    splitter.style().polish(splitter)


def fit(dialog: QDialog, width: int) -> None:
    """Make a dialog as high as what it holds, and no larger than the window that it stands on.

    Args:
        dialog: All that it shows first is in it.
        width: How wide it would like to be.
    """
    parent, layout = dialog.parentWidget(), dialog.layout()
    if layout is None:
        return
    for part in dialog.findChildren(QWidget):
        part.ensurePolished()  # the style sheet has its own sizes
    layout.activate()
    room = parent.window().size() if parent is not None else QSize(1040, 740)
    wide = max(min(width, room.width() - _AROUND), layout.totalMinimumSize().width())
    high = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.resize(wide, min(high, room.height() - _AROUND))


def grow(dialog: QDialog) -> None:
    """Make an open dialog higher where a sentence came that it had no room for; it never gets smaller again."""
    layout = dialog.layout()
    if layout is None or not dialog.isVisible():
        return
    layout.activate()
    high = layout.totalHeightForWidth(dialog.width())
    if high > dialog.height():
        dialog.resize(dialog.width(), high)
