"""What the search box understands, with examples to try."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from fanwiki.desktop.dialog_frame import closing_box, dialog_layout, fit, heading, sentence
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import QT_TRANSLATE_NOOP, filled, translated

_EXAMPLES = (
    ("mind reader", QT_TRANSLATE_NOOP("SearchHelp", "pages with both words, wherever they stand")),
    ('"mind reader"', QT_TRANSLATE_NOOP("SearchHelp", "the words next to each other")),
    ("hero OR villain", QT_TRANSLATE_NOOP("SearchHelp", "one or the other")),
    ("hero -teacher", QT_TRANSLATE_NOOP("SearchHelp", "without a word")),
    ("kind:character", QT_TRANSLATE_NOOP("SearchHelp", "pages of one kind")),
    ("tag:family", QT_TRANSLATE_NOOP("SearchHelp", "pages with a tag")),
    ("title:captain", QT_TRANSLATE_NOOP("SearchHelp", "in titles and aliases only")),
    ("[species:alien]", QT_TRANSLATE_NOOP("SearchHelp", "a field with a value")),
    ("year:2019..2022", QT_TRANSLATE_NOOP("SearchHelp", "between two years")),
    ("is:due", QT_TRANSLATE_NOOP("SearchHelp", "rumours that should be known by now")),
    ("is:orphan", QT_TRANSLATE_NOOP("SearchHelp", "pages that nothing links to")),
)


class SearchHelpDialog(QDialog):
    """Lists examples.

    Signals:
        example_wanted(str): Search for this.
    """

    example_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("searchHelp")
        self.setWindowTitle(self.tr("How to search"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for row, (example, meaning) in enumerate(_EXAMPLES):
            button = QPushButton(example, self)
            button.setProperty("quiet", True)
            button.setFont(theme.code_font())
            button.setAccessibleName(filled(self.tr("Search for %1"), example))
            button.clicked.connect(lambda _=False, text=example: self._try(text))
            label = QLabel(translated("SearchHelp", meaning), self)
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, row, 1)
        grid.setColumnStretch(1, 1)
        told = self.tr("Type anything; what is no filter is looked for as it is. Click an example to try it.")
        layout = dialog_layout(self)
        layout.addWidget(heading(self.tr("How to search"), self))
        layout.addWidget(sentence(told, self))
        layout.addLayout(grid)
        layout.addWidget(closing_box(self, self.tr("Close")))
        fit(self, 560)

    def _try(self, text: str) -> None:
        self.accept()
        self.example_wanted.emit(text)
