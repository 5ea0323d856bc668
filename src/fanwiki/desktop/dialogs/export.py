"""Asks what to hand on: which pages, for whom, in which form, how it looks and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop import language
from fanwiki.desktop.dialogs.export_forms import CONTEXT, FORMS, THEMES, Form
from fanwiki.desktop.dialogs.seen_films import FilmList, Shield
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, plural
from fanwiki.wording import ENGLISH, spoken

LEAST_FILMS, FEWEST_FILMS = 6, 2
"""So many films are in sight at least, when there are as many; and so many where the window is low."""
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
        films: Titles and release days, in the order of release.
        shield: What the reader said about themselves; the copy is for somebody like them unless changed.
        count: Returns how many pages a query finds for somebody.
        theme: The window's look.

    Signals:
        answered(object): The `ExportChoice`.
    """

    answered = Signal(object)

    def __init__(
        self,
        name: str,
        films: Sequence[tuple[str, str]],
        shield: Shield,
        count: Callable[[str, Shield], int],
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self.resize(760, 560)
        self._name = name
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
        self._lay_out(theme)
        self._form_chosen()
        self._show_count()

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
        self._counted = self._note()
        self._part.toggled.connect(self._query.setEnabled)
        self._part.toggled.connect(self._show_count)
        self._part.clicked.connect(lambda: self._query.setFocus())
        self._query.textChanged.connect(lambda _text: self._pause.start())

    def _make_whom(self, films: Sequence[tuple[str, str]], shield: Shield) -> None:
        self._films = FilmList(films, shield.seen, self)
        self._films.setObjectName("exportFilms")
        self._films.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        least = FEWEST_FILMS if self._is_low else LEAST_FILMS
        self._films.setMinimumHeight(self._films.sizeHintForRow(0) * min(len(films), least) + 8)
        self._films.setAccessibleName(self.tr("Films that the reader of the copy has seen"))
        self._everything = QCheckBox(self.tr("&Everything, spoilers of every film included"), self)
        self._everything.setChecked(shield.sees_all)
        self._rumours = QCheckBox(self.tr("With &rumours and speculation"), self)
        self._rumours.setChecked(shield.speculation)
        self._for_all = QCheckBox(self.tr("For &all readers: each ticks their films in the page"), self)
        self._for_all.setObjectName("exportForAll")
        self._not_absent = self._note()
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
        self._form_note = self._note()
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
        self._buttons = QDialogButtonBox(self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self, theme: Theme) -> None:
        heading = QLabel(self.tr("Hand the wiki on"), self)
        heading.setFont(theme.display_font())
        left = _column(
            self._section(self.tr("What")),
            self._all,
            self._part,
            self._query,
            self._counted,
            self._section(self.tr("For somebody who has seen")),
            self._films,
            self._everything,
            self._rumours,
            self._for_all,
            self._not_absent,
        )
        look = QFormLayout()
        look.setVerticalSpacing(8)
        look.addRow(self.tr("&Title"), self._title)
        look.addRow(self.tr("&Colours"), self._colours)
        look.addRow(self.tr("Lan&guage"), self._language)
        look.addRow(self.tr("&Licence"), self._licence)
        place = QHBoxLayout()
        place.addWidget(self._dest, 1)
        place.addWidget(self._browse)
        right = _column(self._section(self.tr("Format")), self._form, self._form_note, self._section(self.tr("Look")))
        right.addLayout(look)
        right.addWidget(self._section(self.tr("Where")))
        right.addLayout(place)
        right.addWidget(self._opens)
        right.addStretch(1)
        grid = QGridLayout(self)
        above = 12 if self._is_low else 20
        grid.setContentsMargins(24, above, 24, above)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6 if self._is_low else 12)
        grid.addWidget(heading, 0, 0, 1, 2)
        grid.addLayout(left, 1, 0)
        grid.addLayout(right, 1, 1)
        grid.addWidget(self._buttons, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _section(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 8, 0, 0)
        return label

    def _note(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "note")
        label.setWordWrap(True)
        return label

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
            self._dest.setText(str(Path(documents) / f"{self._name}{folder_mark}{form.ending}"))

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
    layout.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
