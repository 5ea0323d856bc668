"""The first page: which file or folder, as which format, and what the format lets one choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from fanwiki.desktop.dialog_frame import form_layout
from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled
from fanwiki.errors import FanwikiError
from fanwiki.services import importing
from fanwiki.wording import say

if TYPE_CHECKING:
    from fanwiki.services.import_values import Format


AUTO = "auto"
_SIGNS = {
    "mediawiki": "mdi6.wikipedia",
    "films": "mdi6.table",
    "tiddlywiki": "mdi6.card-multiple-outline",
    "obsidian": "mdi6.folder-text-outline",
    "article": "mdi6.newspaper-variant-outline",
}


class SourceStep(Step):
    """Chooses what is brought in.

    Args:
        source: What to begin with; empty to be asked.
    """

    def __init__(self, theme: Theme, parent: QWidget | None, *, source: str = "") -> None:
        super().__init__(
            self.tr("What do you bring in?"),
            self.tr("Choose a file or folder. fanwiki finds out what it is; nothing is written yet."),
            parent,
        )
        self._path = QLineEdit(source, self)
        self._path.setObjectName("importSource")
        self._path.setAccessibleName(self.tr("File or folder"))
        self._path.setPlaceholderText(self.tr("A file or folder"))
        self._file = QPushButton(self.tr("&File…"), self)
        self._file.clicked.connect(self._ask_file)
        self._folder = QPushButton(self.tr("F&older…"), self)
        self._folder.clicked.connect(self._ask_folder)
        self._format = FittingList(self, theme, least=2)
        self._format.setObjectName("importFormat")
        self._format.setAccessibleName(self.tr("Format"))
        find_out = self.tr("Choose this when the format is not clear.")
        self._format.add_row(self.tr("Find out"), find_out, AUTO, sign=icon("mdi6.magnify"))
        for each in importing.formats():
            sign = icon(_SIGNS.get(each.name, "mdi6.file-outline"))
            self._format.add_row(say(each.label), say(each.note), each.name, sign=sign)
        self._format.setCurrentRow(0)
        self._said = self.note()
        self._said.setObjectName("importDetected")
        self._options: dict[str, QComboBox | QLineEdit] = {}
        self._lay_out()
        self._path.textChanged.connect(self._look)
        self._format.currentRowChanged.connect(self._look)
        self._look()

    @property
    def source(self) -> Path:
        """What was chosen."""
        return Path(self._path.text().strip()).expanduser()

    @property
    def format(self) -> str:
        """The name of the format it is read as."""
        return self._found.name if self._found else AUTO

    @property
    def options(self) -> dict[str, str]:
        """What was chosen of the format's options."""
        values = {
            name: box.currentData() if isinstance(box, QComboBox) else box.text().strip()
            for name, box in self._options.items()
        }
        return {name: value for name, value in values.items() if value}

    @property
    def is_ready(self) -> bool:
        """Whether there is something to read."""
        return self._found is not None

    def begin(self) -> None:
        """Begin in the line."""
        self._path.setFocus()

    def choose_format(self, name: str) -> None:
        """Have it read as a format, or have that found out."""
        rows = [self._format.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._format.count())]
        self._format.setCurrentRow(rows.index(name))

    @property
    def _chosen_format(self) -> str:
        return str(self._format.currentItem().data(Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._path, 1)
        row.addWidget(self._file)
        row.addWidget(self._folder)
        self._form = form_layout()
        self.column.addLayout(row)
        self.column.addWidget(self._said)
        label = self.section(self.tr("For&mat"))
        label.setBuddy(self._format)
        self.column.addWidget(label)
        self.column.addWidget(self._format, 1)
        self.column.addLayout(self._form)
        self.column.addStretch(0)

    def _look(self) -> None:
        """Find out what the source is, and offer what its format lets one choose."""
        before = self._found.name if self._found else ""
        self._found, text, wrong = self._recognised()
        self._said.setText(text)
        self._said.setProperty("role", "problem" if wrong else "note")
        self._said.style().polish(self._said)
        if (self._found.name if self._found else "") != before:
            self._offer_options()
        self.ready_changed.emit()

    _found: Format | None = None

    def _recognised(self) -> tuple[Format | None, str, bool]:
        if not self._path.text().strip():
            return None, "", False
        chosen = self._chosen_format
        try:
            if chosen == AUTO:
                found = importing.format_of(self.source)
                return found, filled(self.tr("This is: %1"), say(found.label)), False
        except (FanwikiError, OSError, ValueError) as error:
            return None, str(error), True
        if not self.source.exists():
            return None, self.tr("There is no such file or folder."), True
        return next(each for each in importing.formats() if each.name == chosen), "", False

    def _offer_options(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._options.clear()
        for option in self._found.options if self._found else ():
            if option.choices:
                box: QComboBox | QLineEdit = QComboBox(self)
                for value, label in option.choices:
                    box.addItem(say(label), value)  # type: ignore[union-attr]  # made just above
            else:
                box = QLineEdit(self)
            box.setAccessibleName(say(option.label))
            box.setObjectName(f"option.{option.name}")
            self._options[option.name] = box
            self._form.addRow(say(option.label), box)

    def _ask_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, self.tr("Import"), self._path.text())
        if path:
            self._path.setText(path)

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Import"), self._path.text())
        if path:
            self._path.setText(path)
