"""Small questions: for a line of text, or for one of several. They open beside what runs; nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, grow, heading, sentence

_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and how.

    Args:
        name: The dialog's object name.
        heading: What it is about; also the window's title.
        label: What the line or the choice is called.
        yes: The verb of the button that takes the answer.
        note: What follows from an answer; may be empty.
    """

    name: str
    heading: str
    label: str
    yes: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of an answer while it is typed.

    Args:
        text: A sentence; may be empty.
        may: Whether it may be given.
    """

    text: str = ""
    may: bool = True


def _anything(text: str) -> Verdict:
    return Verdict(may=bool(text.strip()))


class TextDialog(QDialog):
    """Asks for a line of text, and says at once what is wrong with it.

    Args:
        asked: What.
        text: What stands there, selected.
        judge: Says what is to be said of a text; without one, any that is not empty will do.

    Signals:
        answered(str): The text, without spaces around it.
    """

    answered = Signal(str)

    def __init__(
        self,
        asked: Asked,
        text: str,
        parent: QWidget | None,
        *,
        judge: Callable[[str], Verdict] = _anything,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(asked.name)
        self.setWindowTitle(asked.heading)
        self._judge = judge
        self.line = QLineEdit(text, self)
        self.line.setAccessibleName(asked.label)
        self.line.setAccessibleDescription(asked.note)
        self.line.selectAll()
        self.note = sentence(asked.note, self)
        self.note.setVisible(bool(asked.note))
        self.problem = sentence("", self, role="problem")
        buttons, self.yes = button_box(self, asked.yes, self.tr("Cancel"))
        layout = dialog_layout(self, width=_WIDTH)
        for widget in (heading(asked.heading, self), self.line, self.problem, self.note, buttons):
            layout.addWidget(widget)
        self.line.textChanged.connect(self._check)
        self._check()

    def accept(self) -> None:
        """Hand the answer on."""
        super().accept()
        self.answered.emit(self.line.text().strip())

    def _check(self) -> None:
        verdict = self._judge(self.line.text())
        self.yes.setEnabled(verdict.may)
        self.problem.setText(verdict.text)
        self.problem.setVisible(bool(verdict.text))
        self.problem.setProperty("role", "warning" if verdict.may else "problem")
        self.problem.style().polish(self.problem)
        grow(self)


class ChoiceDialog(QDialog):
    """Asks for one of several.

    Args:
        asked: What.
        texts: The choices.
        now: The place of the one that is chosen.

    Signals:
        answered(int): The place of the answer.
    """

    answered = Signal(int)

    def __init__(self, asked: Asked, texts: Sequence[str], now: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(asked.name)
        self.setWindowTitle(asked.heading)
        self.box = QComboBox(self)
        self.box.addItems(list(texts))
        self.box.setCurrentIndex(now)
        self.box.setAccessibleName(asked.label)
        self.box.setAccessibleDescription(asked.note)
        buttons, _yes = button_box(self, asked.yes, self.tr("Cancel"))
        layout = dialog_layout(self, width=_WIDTH)
        for widget in (heading(asked.heading, self), self.box):
            layout.addWidget(widget)
        if asked.note:
            layout.addWidget(sentence(asked.note, self))
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Hand the answer on."""
        super().accept()
        self.answered.emit(self.box.currentIndex())


def open_for(dialog: TextDialog | ChoiceDialog, then: Callable[..., object]) -> None:
    """Open a question; tell the answer, unless there is none, and let the dialog go."""
    dialog.answered.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
