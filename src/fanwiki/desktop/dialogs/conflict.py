"""Shows what was saved meanwhile beside what was written here, and a merged text that can be edited and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, heading, keep_apart, sentence
from fanwiki.desktop.dialogs.differences import mark_against, source_text, under_title
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, plural

if TYPE_CHECKING:
    from fanwiki.services.drafting import Conflict


class ConflictDialog(QDialog):
    """Asks what becomes of two versions of one page.

    Args:
        conflict: The versions.

    Signals:
        merged(str): Save this text.
    """

    merged = Signal(str)

    def __init__(self, conflict: Conflict, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self.setWindowTitle(self.tr("Saved meanwhile"))
        room = parent.size() if parent is not None else QSize(1020, 740)
        self.resize(min(980, room.width() - 40), min(700, room.height() - 40))
        self._theme = theme
        self._conflict = conflict
        self._saved = source_text(self, self.tr("Saved meanwhile"), conflict.saved.text)
        self._mine = source_text(self, self.tr("Yours"), conflict.mine)
        self._merged = source_text(self, self.tr("Both in one"), conflict.merged, read_only=False)
        self._merged.setObjectName("mergedText")
        mark_against(self._saved, conflict.mine, theme.color("selection"))
        mark_against(self._mine, conflict.saved.text, theme.color("mark"))
        self._lay_out()

    @property
    def merged_text(self) -> str:
        """The merged text as it stands."""
        return self._merged.toPlainText()

    def accept(self) -> None:
        """Hand the merged text on."""
        text = self.merged_text
        super().accept()
        self.merged.emit(text)

    def _lay_out(self) -> None:
        places = self._conflict.places
        both = plural(
            places,
            "One place was changed in both; both texts stand there, marked with %%.",
            "%1 places were changed in both; both texts stand there, marked with %%.",
        )
        apart = self.tr("The two changes do not touch each other; here they are in one text.")
        above = Splitter(Qt.Orientation.Horizontal, self)
        above.addWidget(under_title(self._saved))
        above.addWidget(under_title(self._mine))
        parts = Splitter(Qt.Orientation.Vertical, self)
        parts.addWidget(above)
        parts.addWidget(under_title(self._merged, self.tr("Both in one: change what is not right, then save it")))
        keep_apart(above)
        keep_apart(parts)
        buttons, save = button_box(self, self.tr("Save both in one"), self.tr("Go on writing"))
        save.setObjectName("saveMerged")
        layout = dialog_layout(self)
        layout.addWidget(heading(filled(self.tr("“%1” was saved while you wrote"), self._conflict.saved.title), self))
        layout.addWidget(sentence(both if places else apart, self))
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
