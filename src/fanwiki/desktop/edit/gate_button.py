"""The eye beside a value: says which film it would spoil, and asks for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, heading, sentence
from fanwiki.desktop.edit.field_line import Complete, Line
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled
from fanwiki.domain.kind import Field, FieldType

_FILM = Field("gate", "Film", FieldType.LINK, target=("film",))


class GateButton(QToolButton):
    """Shows and changes a gate. It is quiet until there is one.

    Args:
        name: What the gated field is called.
        complete: Completes films.

    Signals:
        changed(str): Other films are the gate: titles parted by commas, or nothing.
    """

    changed = Signal(str)

    def __init__(self, name: str, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gateSign")
        self._name = name
        self._complete = complete
        self._films = ""
        self.clicked.connect(self.ask)
        self.show_gate("")

    @property
    def films(self) -> str:
        """The films, as shown."""
        return self._films

    def show_gate(self, films: str) -> None:
        """Say which films are the gate."""
        self._films = films
        role = QPalette.ColorRole.Link if films else QPalette.ColorRole.PlaceholderText
        sign = "mdi6.eye-off-outline" if films else "mdi6.eye-outline"
        self.setIcon(icon(sign, lambda: QApplication.palette().color(role)))
        text = filled(self.tr("Spoiler for %1"), films) if films else self.tr("Spoils nothing: make it a spoiler")
        self.setToolTip(text)
        self.setAccessibleName(f"{self._name}: {text}")

    def ask(self) -> None:
        """Ask for the films."""
        dialog = GateDialog(self._name, self._films, self._complete, self.window())
        dialog.answered.connect(self._answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _answered(self, films: str) -> None:
        if films != self._films:
            self.show_gate(films)
            self.changed.emit(films)


class GateDialog(QDialog):
    """Asks for the films that one must have seen.

    Args:
        name: What is gated.
        films: The films now, parted by commas.
        complete: Completes films.

    Signals:
        answered(str): The films.
    """

    answered = Signal(str)

    def __init__(self, name: str, films: str, complete: Complete, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("gateDialog")
        self.setWindowTitle(self.tr("Spoiler"))
        asked = heading(filled(self.tr("Which film does “%1” spoil?"), name), self)
        self._line = Line(_FILM, complete, self)
        self._line.setObjectName("gateFilm")
        self._line.setAccessibleName(self.tr("Film"))
        self._line.setPlaceholderText(self.tr("Title of a film"))
        self._line.setText(films)
        note = sentence(
            self.tr("Who has not seen it does not see this. Several: part them by commas. Empty: none."), self
        )
        buttons, _ok = button_box(self, self.tr("OK"), self.tr("Cancel"))
        layout = dialog_layout(self, width=480)
        for widget in (asked, self._line, note, buttons):
            layout.addWidget(widget)

    def accept(self) -> None:
        """Hand the answer on."""
        self.answered.emit(self._line.text().strip().replace("[[", "").replace("]]", ""))
        super().accept()
