"""What the window shows while no wiki is open: the ways to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme

_WIDTH = 480


class Welcome(QWidget):
    """Offers to open a wiki, make one, or go back to one.

    Signals:
        open_wanted(): Ask for a file.
        new_wanted(): Make a wiki.
        sample_wanted(): Open the sample.
        path_wanted(str): Open this file.
    """

    open_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    path_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        sign = QLabel(self)
        sign.setPixmap(icon("mdi6.movie-open-star-outline", lambda: theme.color("accent")).pixmap(QSize(64, 64)))
        heading = QLabel(self.tr("A wiki about the films you love"), self)
        heading.setFont(theme.display_font())
        text = QLabel(self.tr("One file, on this computer only. Open a wiki, or begin one."), self)
        text.setProperty("role", "note")
        self._open = QPushButton(self.tr("Open a wiki…"), self)
        self._open.setObjectName("openWiki")
        self._open.clicked.connect(self.open_wanted)
        self._new = QPushButton(self.tr("New wiki…"), self)
        self._new.setObjectName("newWiki")
        self._new.clicked.connect(self.new_wanted)
        sample_button = QPushButton(self.tr("Look at the sample"), self)
        sample_button.setObjectName("openSample")
        sample_button.clicked.connect(self.sample_wanted)
        self._recent = FittingList(self, theme, most=6)
        self._recent.setObjectName("recentWikis")
        self._recent.setAccessibleName(self.tr("Wikis opened last"))
        self._recent.itemActivated.connect(self._choose)
        self._recent.itemClicked.connect(self._choose)
        self._label = QLabel(self.tr("Opened last"), self)
        self._label.setProperty("role", "section")
        self._label.setBuddy(self._recent)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for button in (self._open, self._new, sample_button):
            self._buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for widget in (sign, heading, text):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        layout.addLayout(_in_the_middle(self._buttons))
        recent = QVBoxLayout()
        recent.setSpacing(4)
        recent.addStrut(_WIDTH)
        recent.addWidget(self._label)
        recent.addWidget(self._recent)
        layout.addSpacing(16)
        layout.addLayout(_in_the_middle(recent))
        layout.addStretch(3)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer files that were opened before and are still there."""
        self._recent.clear()
        for path in paths:
            if Path(path).is_file():
                place = _in_short(Path(path).parent)
                self._recent.add_row(Path(path).stem, place, path, sign=icon("mdi6.book-open-page-variant-outline"))
        has_some = self._recent.count() > 0
        self._recent.setVisible(has_some)
        self._label.setVisible(has_some)
        # Who has a wiki opens it; who has none begins one.
        first, second = (self._open, self._new) if has_some else (self._new, self._open)
        self._buttons.insertWidget(0, first)
        QWidget.setTabOrder(first, second)
        for button, is_first in ((self._open, has_some), (self._new, not has_some)):
            button.setProperty("primary", is_first)
            button.style().polish(button)

    def _choose(self, item: QListWidgetItem) -> None:
        self.path_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def _in_the_middle(what: QHBoxLayout | QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addLayout(what)
    row.addStretch(1)
    return row


def _in_short(folder: Path) -> str:
    """Return a folder as people write it: their own is a tilde."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
