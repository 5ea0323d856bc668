"""Asks what to hand on: which pages, for whom, in which form, how it looks and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop import language
from fanwiki.desktop.dialog_frame import button_box, dialog_layout, fit, form_layout, heading, sentence
from fanwiki.desktop.dialogs.export_forms import CONTEXT, FORMS, THEMES, Form
from fanwiki.desktop.dialogs.seen_films import FilmList, Shield
from fanwiki.desktop.words import filled, plural
from fanwiki.wording import ENGLISH, spoken

LOW = 760
"""Pixels of a window below which the dialog keeps close together."""
PAUSE = 250
"""Milliseconds without a key until the pages of a query are counted."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What somebody wants exported.

    Args:
        form: The format's name.
        query: Which pages; empty for all.
        shield: For whom.
        title: What the copy is called.
        theme: The colours of web pages.
        licence: What may be done with the copy.
        dest: Where it goes.
        opens_folder: Whether to show it when it is done.
        for_all: Whether its readers choose themselves what they have seen.
        lang: The language that the program speaks in it.
    """

    form: str
    query: str
    shield: Shield
    title: str
    theme: str
    licence: str
    dest: Path
    opens_folder: bool
    for_all: bool = False
    lang: str = ENGLISH


class ExportDialog(QDialog):
    """Hands the wiki on.

    Args:
        name: What the wiki is called.
        file_name: What copies are called unless one chooses otherwise.
        films: Titles and release days, in the order of release.
        shield: What the reader said about themselves; the copy is for somebody like them unless changed.
        count: Returns how many pages a query finds for somebody.

    Signals:
        answered(object): The `ExportChoice`.
    """

    answered = Signal(object)

    def __init__(
        self,
        name: str,
        file_name: str,
        films: Sequence[tuple[str, str]],
        shield: Shield,
        count: Callable[[str, Shield], int],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self._name = name
        self._file_name = file_name
        self._count = count
        self._is_dest_chosen = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._show_count)
        self._make_what()
        self._make_whom(films, shield)
        self._make_form()
        self._make_where()
        self._form_chosen()
        self._show_count()
        self._lay_out()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        query = self._query.text().strip() if self._part.isChecked() else ""
        return ExportChoice(
            self._chosen_form.name,
            query,
            self._shield,
            self._title.text().strip() or self._name,
            self._colours.currentData(),
            self._licence.text().strip(),
            Path(self._dest.text()).expanduser(),
            self._opens.isChecked(),
            self._for_all.isEnabled() and self._for_all.isChecked(),
            self._language.currentData(),
        )

    def accept(self) -> None:
        """Hand the choice on."""
        self.answered.emit(self.choice)
        super().accept()

    def choose_form(self, name: str) -> None:
        """Choose a format by its name."""
        self._form.setCurrentIndex(self._form.findData(name))

    @property
    def _is_low(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.height() < LOW

    # What stands in it

    def _make_what(self) -> None:
        self._all = QRadioButton(self.tr("The whole &wiki"), self)
        self._all.setChecked(True)
        self._part = QRadioButton(self.tr("Pages that a &search finds"), self)
        self._query = QLineEdit(self)
        self._query.setObjectName("exportQuery")
        self._query.setAccessibleName(self.tr("Search whose pages are exported"))
        self._query.setPlaceholderText(self.tr("kind:character tag:heroes"))
        self._query.setEnabled(False)
        self._counted = sentence("", self)
        self._part.toggled.connect(self._query.setEnabled)
        self._part.toggled.connect(self._show_count)
        self._part.clicked.connect(lambda: self._query.setFocus())
        self._query.textChanged.connect(lambda _text: self._pause.start())

    def _make_whom(self, films: Sequence[tuple[str, str]], shield: Shield) -> None:
        self._films = FilmList(films, shield.seen, self)
        self._films.setObjectName("exportFilms")
        self._films.setAccessibleName(self.tr("Films that the reader of the copy has seen"))
        self._everything = QCheckBox(self.tr("&Everything, spoilers of every film included"), self)
        self._everything.setChecked(shield.sees_all)
        self._rumours = QCheckBox(self.tr("With &rumours and speculation"), self)
        self._rumours.setChecked(shield.speculation)
        self._for_all = QCheckBox(self.tr("For &all readers: each ticks their films in the page"), self)
        self._for_all.setObjectName("exportForAll")
        self._not_absent = sentence("", self)
        self._not_absent.setText(
            self.tr("Hidden is then not absent: whoever looks into the files finds every spoiler.")
        )
        self._for_all.toggled.connect(self._whom_chosen)
        self._everything.toggled.connect(self._whom_chosen)
        for changed in (self._everything.toggled, self._rumours.toggled, self._films.itemChanged):
            changed.connect(lambda _what: self._pause.start())

    def _make_form(self) -> None:
        self._form = QComboBox(self)
        self._form.setObjectName("exportFormat")
        self._form.setAccessibleName(self.tr("Format"))
        for form in FORMS:
            self._form.addItem(QCoreApplication.translate(CONTEXT, form.label), form.name)
        self._form_note = sentence("", self)
        self._title = QLineEdit(self._name, self)
        self._title.setAccessibleName(self.tr("Title of the copy"))
        self._colours = QComboBox(self)
        self._colours.setAccessibleName(self.tr("Colours"))
        for name, label in THEMES:
            self._colours.addItem(QCoreApplication.translate(CONTEXT, label), name)
        self._language = QComboBox(self)
        self._language.setObjectName("exportLanguage")
        self._language.setAccessibleName(self.tr("Language of the copy"))
        for code in language.shipped():
            self._language.addItem(language.name_of(code), code)
        self._language.setCurrentIndex(self._language.findData(spoken().language))
        self._licence = QLineEdit(self)
        self._licence.setObjectName("exportLicence")
        self._licence.setAccessibleName(self.tr("Licence line"))
        self._licence.setPlaceholderText(self.tr("CC BY-SA 4.0"))
        self._form.currentIndexChanged.connect(self._form_chosen)

    def _make_where(self) -> None:
        self._dest = QLineEdit(self)
        self._dest.setObjectName("exportDest")
        self._dest.setAccessibleName(self.tr("Where the copy goes"))
        self._dest.textEdited.connect(self._dest_typed)
        self._dest.textChanged.connect(self._check)
        self._browse = QPushButton(self.tr("&Choose…"), self)
        self._browse.clicked.connect(self._ask_dest)
        self._opens = QCheckBox(self.tr("Show it in its folder when it is &done"), self)
        self._opens.setObjectName("exportOpens")
        self._opens.setChecked(True)
        self._buttons, self._export = button_box(self, self.tr("Export"), self.tr("Cancel"))

    def _lay_out(self) -> None:
        left = _column(
            sentence(self.tr("What"), self, role="heading"),
            self._all,
            self._part,
            self._query,
            self._counted,
            sentence(self.tr("For somebody who has seen"), self, role="heading"),
            self._films,
            self._everything,
            self._rumours,
            self._for_all,
            self._not_absent,
        )
        left.addStretch(1)
        look = form_layout()
        look.addRow(self.tr("&Title"), self._title)
        look.addRow(self.tr("&Colours"), self._colours)
        look.addRow(self.tr("Lan&guage"), self._language)
        look.addRow(self.tr("&Licence"), self._licence)
        right = _column(
            sentence(self.tr("Format"), self, role="heading"),
            self._form,
            self._form_note,
            sentence(self.tr("Look"), self, role="heading"),
        )
        right.addLayout(look)
        if self._is_low:
            right.addLayout(self._where())
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        layout = dialog_layout(self, 8 if self._is_low else 12)
        if self._is_low:
            layout.setContentsMargins(24, 12, 24, 12)
        layout.addWidget(heading(self.tr("Hand the wiki on"), self))
        layout.addLayout(columns, 1)
        if not self._is_low:
            layout.addLayout(self._where())
        layout.addWidget(self._buttons)
        fit(self, 920)

    def _where(self) -> QVBoxLayout:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self._dest, 1)
        place.addWidget(self._browse)
        where = _column(sentence(self.tr("Where"), self, role="heading"))
        where.addLayout(place)
        where.addWidget(self._opens, 0, Qt.AlignmentFlag.AlignLeading)
        return where

    # What follows from what

    @property
    def _chosen_form(self) -> Form:
        return FORMS[self._form.currentIndex()]

    @property
    def _shield(self) -> Shield:
        return Shield(self._films.ticked(), self._everything.isChecked(), self._rumours.isChecked())

    def _form_chosen(self) -> None:
        form = self._chosen_form
        self._form_note.setText(QCoreApplication.translate(CONTEXT, form.note))
        self._colours.setEnabled(form.has_look)
        self._language.setEnabled(form.speaks)
        self._for_all.setEnabled(form.can_choose)
        self._whom_chosen()
        if not self._is_dest_chosen:
            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            folder_mark = "" if form.ending else f"-{form.name}"
            self._dest.setText(str(Path(documents) / f"{self._file_name}{folder_mark}{form.ending}"))

    def _whom_chosen(self) -> None:
        chooses_itself = self._for_all.isEnabled() and self._for_all.isChecked()
        self._not_absent.setVisible(chooses_itself)
        self._films.setEnabled(not chooses_itself and not self._everything.isChecked())
        self._everything.setEnabled(not chooses_itself)
        self._rumours.setEnabled(not chooses_itself)

    def _dest_typed(self) -> None:
        self._is_dest_chosen = True

    def _ask_dest(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Where the copy goes"),
            self._dest.text(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self._is_dest_chosen = True
            self._dest.setText(path)

    def _show_count(self) -> None:
        if not self._all.isChecked() and not self._query.text().strip():
            self._counted.setText(self.tr("Type a search: words, kind:film, tag:heroes …"))
        else:
            found = self._count(self.choice.query, self._shield)
            told = plural(found, "One page for this reader", "%1 pages for this reader")
            self._counted.setText(told if found else self.tr("No page for this reader"))
        self._check()

    def _check(self) -> None:
        has_pages = self._all.isChecked() or bool(self._query.text().strip())
        self._export.setEnabled(has_pages and bool(self._dest.text().strip()))
        self._dest.setToolTip(self._dest.text())
        self._export.setToolTip(filled(self.tr("Write %1"), self._dest.text()))


def _column(*widgets: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(8)
    for number, widget in enumerate(widgets):
        if widget.property("role") == "heading" and number:
            layout.addSpacing(8)
        # A ring around the words alone, not across the dialog.
        if isinstance(widget, QAbstractButton):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            layout.addWidget(widget)
    return layout
