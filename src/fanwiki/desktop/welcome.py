"""What the window shows while no wiki is open: the ways to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme


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
        open_button = QPushButton(self.tr("Open a wiki…"), self)
        open_button.setObjectName("openWiki")
        open_button.setProperty("primary", True)
        open_button.clicked.connect(self.open_wanted)
        new_button = QPushButton(self.tr("New wiki…"), self)
        new_button.setObjectName("newWiki")
        new_button.clicked.connect(self.new_wanted)
        sample_button = QPushButton(self.tr("Look at the sample"), self)
        sample_button.setObjectName("openSample")
        sample_button.clicked.connect(self.sample_wanted)
        self._recent = QListWidget(self)
        self._recent.setObjectName("recentWikis")
        self._recent.setAccessibleName(self.tr("Wikis opened last"))
        self._recent.setMaximumSize(480, 220)
        self._recent.itemActivated.connect(self._choose)
        self._recent.itemClicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(open_button)
        buttons.addWidget(new_button)
        buttons.addWidget(sample_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(1)
        for widget in (sign, heading, text):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._recent, 4)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer files that were opened before and are still there."""
        self._recent.clear()
        for path in paths:
            if Path(path).is_file():
                item = QListWidgetItem(icon("mdi6.book-open-page-variant-outline"), Path(path).stem)
                item.setToolTip(path)
                item.setData(Qt.ItemDataRole.UserRole, path)
                self._recent.addItem(item)
        self._recent.setVisible(self._recent.count() > 0)

    def _choose(self, item: QListWidgetItem) -> None:
        self.path_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
