"""Small questions of one line. They open beside what runs, as every dialog does: nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QInputDialog, QWidget

_WIDTH = 420


def ask_text(parent: QWidget, name: str, title: str, prompt: str, text: str, then: Callable[[str], object]) -> None:
    """Ask for a line of text.

    Args:
        parent: Over which window.
        name: The dialog's object name.
        title: The dialog's title.
        prompt: What is asked.
        text: What stands there, selected.
        then: Told the answer, unless there was none.
    """
    dialog = _dialog(parent, name, title, prompt)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(then)
    dialog.open()


def ask_one_of(
    parent: QWidget, name: str, title: str, prompt: str, texts: Sequence[str], now: int, then: Callable[[int], object]
) -> None:
    """Ask for one of several.

    Args:
        parent: Over which window.
        name: The dialog's object name.
        title: The dialog's title.
        prompt: What is asked.
        texts: The choices.
        now: The place of the one that is chosen.
        then: Told the place of the answer, unless there was none.
    """
    dialog = _dialog(parent, name, title, prompt)
    dialog.setComboBoxItems(list(texts))
    dialog.setComboBoxEditable(False)
    dialog.setTextValue(texts[now])
    dialog.textValueSelected.connect(lambda chosen: then(list(texts).index(chosen)))
    dialog.open()


def _dialog(parent: QWidget, name: str, title: str, prompt: str) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.setLabelText(prompt)
    dialog.resize(_WIDTH, dialog.sizeHint().height())
    dialog.finished.connect(dialog.deleteLater)
    return dialog
