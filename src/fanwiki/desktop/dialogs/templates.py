"""What new pages of each kind start with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidgetItem, QPlainTextEdit, QSizePolicy, QWidget

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, heading, keep_apart, sentence
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.icons import icon
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.domain.kind import Kinds
from fanwiki.wording import say_label


class TemplatesDialog(QDialog):
    """Edits the kinds' templates.

    Args:
        kinds: The kinds of the wiki.
        theme: Dresses it.
        chosen: The name of the kind to begin with.

    Signals:
        changed(str, str): A kind's name and its template, as it is to be kept.
    """

    changed = Signal(str, str)

    def __init__(self, kinds: Kinds, theme: Theme, parent: QWidget | None, *, chosen: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("templates")
        self.setWindowTitle(self.tr("Templates"))
        self.resize(720, 520)
        self._kept = {kind.name: kind.template for kind in kinds.values()}
        self._texts = dict(self._kept)
        self._shown = ""
        self.list = FittingList(self, theme)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.list.setObjectName("templateKinds")
        self.list.setAccessibleName(self.tr("Kinds of page"))
        for kind in kinds.values():
            self.list.add_row(say_label(kind.label), value=kind.name, sign=icon(kind.icon))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("templateText")
        self.text.setProperty("role", "source")
        self.text.setAccessibleName(self.tr("Template"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Pages of this kind begin empty. Write what they should begin with."))
        self.list.currentItemChanged.connect(lambda now, _before: self._show(now))
        self._lay_out()
        names = list(self._kept)
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)

    def accept(self) -> None:
        """Hand on what was changed."""
        self._keep()
        for name, text in self._texts.items():
            if text != self._kept[name]:
                self.changed.emit(name, text)
        super().accept()

    def _keep(self) -> None:
        if self._shown:
            text = self.text.toPlainText()
            self._texts[self._shown] = f"{text.rstrip()}\n" if text.strip() else ""

    def _show(self, item: QListWidgetItem) -> None:
        self._keep()
        self._shown = item.data(Qt.ItemDataRole.UserRole)
        self.text.setPlainText(self._texts[self._shown])

    def _lay_out(self) -> None:
        told = self.tr(
            "Text, and fields between two lines of ---. {{title}}, {{date}} and {{time}} are filled in."
            " Pages that are there already stay as they are."
        )
        parts = Splitter(Qt.Orientation.Horizontal, self)
        keep_apart(parts)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes([190, 470])
        buttons, _save = button_box(self, self.tr("Save"), self.tr("Cancel"))
        layout = dialog_layout(self)
        layout.addWidget(heading(self.tr("What new pages begin with"), self))
        layout.addWidget(sentence(told, self))
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
