"""Asks one thing that a button answers, or tells one thing that must not be missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.dialog_frame import dialog_layout, sentence
from fanwiki.desktop.icons import icon

Role = QDialogButtonBox.ButtonRole

_SIGN = 36
_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Answer:
    """A button.

    Args:
        text: What pressing it does: a verb.
        role: Where it stands among the others, and whether it accepts.
        name: Its object name.
        then: What is done when it is pressed.
        stays: Whether the question stays open.
    """

    text: str
    role: Role
    name: str = ""
    then: Callable[[], object] | None = None
    stays: bool = False


class Question(QDialog):
    """A question, what must be known to answer it, and the answers; Escape leaves all as it is.

    Args:
        name: The dialog's object name.
        asked: The question, or what happened.
        more: What else must be known; may be empty.
        answers: The first is the one that Enter gives.
        sign: An icon's name.
        details: For a report; shown on demand.
    """

    def __init__(
        self,
        name: str,
        asked: str,
        more: str,
        answers: Sequence[Answer],
        parent: QWidget | None,
        *,
        sign: str = "mdi6.help-circle-outline",
        details: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(asked.rstrip("."))
        self.setAccessibleDescription(more)
        self.asked = asked
        self.more = more
        self.buttons = QDialogButtonBox(self)
        self._roles: dict[QPushButton, Role] = {}
        self._answered: Role | None = None
        for answer in answers:
            self._add(answer)
        next(iter(self._roles)).setDefault(True)
        self._details = QPlainTextEdit(details, self)
        self._details.setReadOnly(True)
        self._details.setProperty("role", "source")
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumSize(QSize(_WIDTH, 220))
        self._details.hide()
        if details:
            self._offer_details()
        self._lay_out(sign)

    @property
    def answered(self) -> Role | None:
        """The role of the button that was pressed; None when it was closed otherwise."""
        return self._answered

    def button(self, role: Role) -> QPushButton:
        """Return the first button of a role."""
        return next(button for button, its_role in self._roles.items() if its_role == role)

    def _add(self, answer: Answer) -> None:
        button = self.buttons.addButton(answer.text, answer.role)
        button.setObjectName(answer.name)
        button.setAutoDefault(False)
        self._roles[button] = answer.role
        button.clicked.connect(lambda: self._pressed(answer))

    def _pressed(self, answer: Answer) -> None:
        if not answer.stays:
            self._answered = answer.role
            self.done(int(answer.role != Role.RejectRole))
        if answer.then is not None:
            answer.then()

    def _offer_details(self) -> None:
        button = self.buttons.addButton(self.tr("Show details"), Role.ResetRole)
        button.setObjectName("showDetails")
        button.setAutoDefault(False)
        button.setCheckable(True)
        button.toggled.connect(self._show_details)

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self.adjustSize()

    def _lay_out(self, sign: str) -> None:
        picture = QLabel(self)
        picture.setPixmap(icon(sign).pixmap(_SIGN, _SIGN))
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(sentence(self.asked, self, role="heading"))
        if self.more:
            told = sentence(self.more, self, role="told")
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            texts.addWidget(told)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(texts, 0, 1)
        grid.setColumnStretch(1, 1)
        layout = dialog_layout(self, 16, width=_WIDTH)
        layout.addLayout(grid)
        layout.addWidget(self._details, 1)
        layout.addWidget(self.buttons)
