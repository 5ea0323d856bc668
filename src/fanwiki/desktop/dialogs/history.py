"""The history of a page: its revisions, what changed between any two, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from fanwiki.desktop.dialog_frame import dialog_layout, heading, keep_apart, sentence
from fanwiki.desktop.dialogs.differences import go_to_line, mark_lines, source_text, under_title
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, shown_time
from fanwiki.services.drafting import PastText
from fanwiki.wording import heard


class HistoryDialog(QDialog):
    """Shows revisions and compares them.

    Args:
        title: The page.
        past: Its revisions, newest first.

    Signals:
        restore_wanted(int): Make the revision of this number the newest.
    """

    restore_wanted = Signal(int)

    def __init__(self, title: str, past: Sequence[PastText], theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setWindowTitle(filled(self.tr("History of “%1”"), title))
        room = parent.size() if parent is not None else QSize(1040, 740)
        self.resize(min(1000, room.width() - 40), min(700, room.height() - 40))
        self._past = list(past)
        self._theme = theme
        self._list = self._make_list()
        self._before = source_text(self, self.tr("Before"))
        self._before_column = under_title(self._before)
        self._after = source_text(self, self.tr("After"))
        self._inline = QCheckBox(self.tr("In one column"), self)
        self._inline.toggled.connect(self.compare)
        self._restore = QPushButton(self.tr("Restore this revision"), self)
        self._restore.setObjectName("restore")
        self._restore.clicked.connect(self._ask_restore)
        self._said = sentence("", self)
        self._lay_out(title)
        self._list.setCurrentRow(0)
        self._list.itemSelectionChanged.connect(self.compare)
        self.compare()

    @property
    def list(self) -> QListWidget:
        """The revisions."""
        return self._list

    @property
    def shown(self) -> tuple[str, str]:
        """The texts that are compared, as they are shown."""
        return self._before.toPlainText(), self._after.toPlainText()

    def compare(self) -> None:
        """Compare the chosen revision with the one before it, or two that are chosen with each other."""
        rows = sorted(self._list.row(item) for item in self._list.selectedItems())
        if not rows:
            return
        after = self._past[rows[0]]
        older = rows[-1] if len(rows) > 1 else rows[0] + 1
        before = self._past[older] if older < len(self._past) else None
        self._restore.setEnabled(len(rows) == 1 and rows[0] != 0)
        former = before.text if before is not None else ""
        self._before.setPlaceholderText("" if before is not None else self.tr("The page did not exist yet."))
        said = (
            filled(self.tr("Revision %1 beside revision %2"), before.number, after.number) if before is not None else ""
        )
        self._said.setText(said or filled(self.tr("Revision %1, the first"), after.number))
        if self._inline.isChecked():
            self._show_inline(former, after.text)
        else:
            self._show_beside(former, after.text)

    def _show_beside(self, before: str, after: str) -> None:
        self._before_column.show()
        self._before.setPlainText(before)
        self._after.setPlainText(after)
        lines, others = before.split("\n"), after.split("\n")
        gone, come, first = _changed(lines, others)
        mark_lines(self._before, gone, self._tint("red"))
        mark_lines(self._after, come, self._tint("green"))
        for text, line in zip((self._before, self._after), first, strict=True):
            go_to_line(text, line)

    def _show_inline(self, before: str, after: str) -> None:
        self._before_column.hide()
        rows: list[str] = []
        gone: list[int] = []
        come: list[int] = []
        lines, others = before.split("\n"), after.split("\n")
        for tag, a, b, c, d in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
            if tag == "equal":
                rows += [f"  {line}" for line in lines[a:b]]
                continue
            gone += range(len(rows), len(rows) + b - a)
            rows += [f"− {line}" for line in lines[a:b]]
            come += range(len(rows), len(rows) + d - c)
            rows += [f"+ {line}" for line in others[c:d]]
        self._after.setPlainText("\n".join(rows))
        mark_lines(self._after, gone, self._tint("red"), come, self._tint("green"))
        go_to_line(self._after, min((*gone, *come), default=0))

    def _tint(self, role: str) -> QColor:
        """A fifth of a hue over the page's ground, on which text stays readable."""
        hue, ground = self._theme.color(role), self._theme.color("surface")
        pairs = ((hue.red(), ground.red()), (hue.green(), ground.green()), (hue.blue(), ground.blue()))
        return QColor(*(round(0.2 * one + 0.8 * other) for one, other in pairs))

    def _ask_restore(self) -> None:
        number = self._past[self._list.currentRow()].number
        self.accept()
        self.restore_wanted.emit(number)

    def _make_list(self) -> QListWidget:
        view = FittingList(self, self._theme, least=2)
        view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        view.setObjectName("revisions")
        view.setAccessibleName(self.tr("Revisions, the newest first"))
        view.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        for past in self._past:
            who = " · ".join(part for part in (past.author, heard(past.comment)) if part)
            view.add_row(shown_time(past.time), who, detail=str(past.number))
        return view

    def _lay_out(self, title: str) -> None:
        hint = self.tr("Choose one revision to see what it changed, or two (Ctrl+click) to compare them.")
        texts = Splitter(Qt.Orientation.Horizontal, self)
        texts.addWidget(self._before_column)
        texts.addWidget(under_title(self._after))
        parts = Splitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self._list)
        parts.addWidget(texts)
        parts.setSizes([250, 730])
        keep_apart(texts)
        keep_apart(parts)
        below = QHBoxLayout()
        below.addWidget(self._said, 1)
        below.addWidget(self._inline)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = dialog_layout(self)
        layout.addWidget(heading(filled(self.tr("History of “%1”"), title), self))
        layout.addWidget(sentence(hint, self))
        layout.addWidget(parts, 1)
        layout.addLayout(below)
        layout.addWidget(buttons)


def _changed(lines: Sequence[str], others: Sequence[str]) -> tuple[list[int], list[int], tuple[int, int]]:
    """Return the numbers of the lines that only one of two texts has, and where they first differ in each."""
    gone: list[int] = []
    come: list[int] = []
    places: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += range(a, b)
            come += range(c, d)
            places.append((a, c))
    return gone, come, places[0] if places else (0, 0)
