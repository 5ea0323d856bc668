"""The second page: what the source holds, what of it is not understood, and its first pages as they will look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from fanwiki.desktop.dialog_frame import keep_apart
from fanwiki.desktop.dialogs.importing.found_tree import FoundTree
from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.icons import icon
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled
from fanwiki.domain.kind import Kinds
from fanwiki.domain.page import PageSource
from fanwiki.wording import say, say_label

if TYPE_CHECKING:
    from fanwiki.services.import_values import Imported

SHOWN = 50
"""So many pages can be looked at."""


class PreviewStep(Step):
    """Shows what would come.

    Args:
        preview: Shows a page as it would look.
        kinds: The kinds of the wiki, for their names.

    Signals:
        page_chosen(object): The `PageSource` to be shown in the preview.
    """

    page_chosen = Signal(object)

    def __init__(self, preview: QWidget, kinds: Kinds, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(self.tr("What is in it"), "", parent)
        self._kinds = kinds
        self._said = self.note()
        self._found = FoundTree(kinds, self)
        self._found.setObjectName("importFound")
        self._found.setAccessibleName(self.tr("What the source holds"))
        self._pages = FittingList(self, theme)
        self._pages.setObjectName("importPages")
        self._pages.setAccessibleName(self.tr("The first pages"))
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._pages.currentItemChanged.connect(self._choose)
        self._first = self.section("")
        self._lay_out(preview)

    def show_outcome(self, outcome: Imported) -> None:
        """Show what an import would bring."""
        self._found.show_found(outcome)
        self._pages.clear()
        for draft in outcome.plan[:SHOWN]:
            kind = self._kinds.get(draft.source.kind)
            shown = icon(kind.icon if kind else "mdi6.file-outline")
            told = say_label(kind.label) if kind else ""
            self._pages.add_row(draft.source.title, value=draft.source, sign=shown, detail=told)
        shown_of = self.tr("The first %1 of %2 pages, as they will look")
        all_of = self.tr("The pages, as they will look")
        is_part = outcome.planned > SHOWN
        self._first.setText(filled(shown_of, SHOWN, f"{outcome.planned:,}") if is_part else all_of)
        nothing = self.tr("No page was understood yet. Say on the next page what its parts are.")
        what = filled(self.tr("%1, as: %2. Nothing is written yet."), outcome.source.name, self._format_of(outcome))
        self._said.setText(what if outcome.plan else nothing)
        self._pages.setCurrentRow(0)

    def begin(self) -> None:
        """Begin among the pages."""
        self._pages.setFocus()

    def _format_of(self, outcome: Imported) -> str:
        from fanwiki.services import importing

        return say(next(each.label for each in importing.formats() if each.name == outcome.source_format))

    def _choose(self, item: QListWidgetItem | None) -> None:
        source = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(source, PageSource):
            self.page_chosen.emit(source)

    def _lay_out(self, preview: QWidget) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._found, 1)
        column.addWidget(self._first)
        column.addWidget(self._pages, 1)
        parts = Splitter(Qt.Orientation.Horizontal, self)
        keep_apart(parts)
        parts.addWidget(left)
        parts.addWidget(preview)
        parts.setStretchFactor(1, 1)
        parts.setSizes([340, 560])
        left.setAccessibleName(self.tr("What the source holds"))
        preview.setAccessibleName(self.tr("The page as it will look"))
        preview.setMinimumWidth(280)
        self.column.addWidget(self._said)
        self.column.addWidget(parts, 1)
