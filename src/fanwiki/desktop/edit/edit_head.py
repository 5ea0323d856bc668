"""The head of the edit pane: what is edited, its kind, the three views of it, Save and Close."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop.cut_label import CutLabel
from fanwiki.desktop.icons import icon
from fanwiki.domain.kind import Kinds
from fanwiki.wording import say_label


class EditHead(QFrame):
    """Tells what is edited, and what can be done to it as a whole.

    Signals:
        kind_chosen(str): The page shall be of this kind.
        views_changed(): Other views of the draft are wanted.
        save_wanted(): Save it.
        close_wanted(): Stop editing.
    """

    kind_chosen = Signal(str)
    views_changed = Signal()
    save_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHead")
        self.title = CutLabel(self)
        self.title.setObjectName("editTitle")
        self.title.setProperty("role", "heading")
        self.kind = QComboBox(self)
        self.kind.setObjectName("kindBox")
        self.kind.setAccessibleName(self.tr("Kind of page"))
        self.kind.activated.connect(lambda index: self.kind_chosen.emit(self.kind.itemData(index)))
        self.source = self._switch(self.tr("Source"), on=True)
        self.fields = self._switch(self.tr("Fields"))
        self.preview = self._switch(self.tr("Preview"))
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setObjectName("saveButton")
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.tr("Save (Ctrl+S)"))
        self.save.clicked.connect(self.save_wanted)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("closeEditor")
        self.close_button.setIcon(icon("mdi6.close"))
        self.close_button.setToolTip(self.tr("Stop editing (Ctrl+E)"))
        self.close_button.setAccessibleName(self.tr("Stop editing"))
        self.close_button.clicked.connect(self.close_wanted)
        self._lay_out()

    @property
    def views(self) -> tuple[bool, bool, bool]:
        """Whether source, fields and preview are wanted; one of them always is."""
        return self.source.isChecked(), self.fields.isChecked(), self.preview.isChecked()

    def offer_kinds(self, kinds: Kinds) -> None:
        """Say what a page can be."""
        self.kind.clear()
        for kind in kinds.values():
            self.kind.addItem(icon(kind.icon), say_label(kind.label), kind.name)

    def show_kind(self, name: str) -> None:
        """Say what the page is."""
        self.kind.setCurrentIndex(self.kind.findData(name))

    def show_title(self, shown: str, title: str) -> None:
        """Say what is edited."""
        self.title.setText(shown)
        self.title.setToolTip(title)

    def _switch(self, text: str, *, on: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(text)
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setChecked(on)
        button.toggled.connect(self._switched)
        return button

    def _switched(self) -> None:
        if any(self.views):
            self.views_changed.emit()
        else:
            self.source.setChecked(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.title, 1)
        top.addWidget(self.save)
        top.addWidget(self.close_button)
        below = QHBoxLayout()
        below.setSpacing(2)
        below.addWidget(self.kind)
        below.addStretch(1)
        for button in (self.source, self.fields, self.preview):
            below.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 8, 6)
        lines.setSpacing(6)
        lines.addLayout(top)
        lines.addLayout(below)
