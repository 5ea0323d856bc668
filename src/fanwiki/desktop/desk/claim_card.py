"""One claim in full: how sure we were when, who says so, how often they were right, and what it would write where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fanwiki.desktop.desk.claim_list import is_dated
from fanwiki.desktop.desk.confidence_chart import ConfidenceChart
from fanwiki.desktop.desk.track_records import said_record
from fanwiki.desktop.flow import FlowLayout
from fanwiki.desktop.icons import icon
from fanwiki.desktop.link_button import LinkButton
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import capitalised, filled
from fanwiki.wording import say, say_label

if TYPE_CHECKING:
    from fanwiki.services.ledger import ClaimDetail
    from fanwiki.services.speculating import Report


class ClaimCard(QScrollArea):
    """Shows one claim.

    Args:
        theme: Dresses it.

    Signals:
        page_wanted(str): Go to the page of this title.
        claim_wanted(str): Show another claim.
        resolve_wanted(object): Settle this `ClaimDetail`.
    """

    page_wanted = Signal(str)
    claim_wanted = Signal(str)
    resolve_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claimCard")
        self.setAccessibleName(self.tr("The chosen claim"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self.detail: ClaimDetail | None = None

    def show_nothing(self) -> None:
        """Show no claim."""
        self.detail = None
        self._put(QWidget(self))

    def show_claim(self, detail: ClaimDetail) -> None:
        """Show a claim."""
        self.detail = detail
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(8)
        self._add_head(layout, inside)
        self._add_chart(layout, inside)
        self._add_end(layout, inside)
        self._add_reports(layout, inside)
        layout.addStretch(1)
        self._put(inside)

    def _put(self, inside: QWidget) -> None:
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(inside)

    def _add_head(self, layout: QVBoxLayout, inside: QWidget) -> None:
        assert self.detail is not None
        claim = self.detail.claim
        title = _label(claim.page.title, inside, role="")
        title.setFont(self._theme.display_font("h3"))
        layout.addWidget(title)
        parts = [capitalised(say_label(claim.claim_kind)), capitalised(say_label(claim.status))]
        if is_dated(claim.resolves_by):
            parts.append(say("by %1", claim.resolves_by))
        layout.addWidget(_label("  ·  ".join(parts), inside, role="note"))
        links = FlowLayout(gap=4)
        for page in claim.about:
            links.addWidget(self._link(page.title, "mdi6.arrow-right", partial(self.page_wanted.emit, page.title)))
        layout.addLayout(links)
        for other in self.detail.contradicted_by:
            text = filled(self.tr("Contradicted by “%1”"), other.page.title)
            row = FlowLayout(gap=4)
            row.addWidget(self._link(text, "mdi6.alert-outline", partial(self.claim_wanted.emit, other.page.title)))
            layout.addLayout(row)
        layout.addLayout(self._buttons(inside))

    def _buttons(self, inside: QWidget) -> FlowLayout:
        assert self.detail is not None
        detail, row = self.detail, FlowLayout(gap=8)
        resolve = QPushButton(self.tr("Resolve…") if detail.claim.is_open else self.tr("Resolve again…"), inside)
        resolve.setObjectName("resolveClaim")
        resolve.setProperty("primary", detail.claim.is_open)
        resolve.clicked.connect(lambda: self.resolve_wanted.emit(detail))
        resolve.setEnabled(bool(detail.outcomes))
        opened = QPushButton(self.tr("Open the page"), inside)
        opened.setObjectName("openClaim")
        opened.clicked.connect(lambda: self.page_wanted.emit(detail.claim.page.title))
        row.addWidget(resolve)
        row.addWidget(opened)
        return row

    def _add_chart(self, layout: QVBoxLayout, inside: QWidget) -> None:
        assert self.detail is not None
        layout.addWidget(_section(self.tr("Confidence"), inside))
        if not any(point.confidence is not None for point in self.detail.points):
            text = self.tr("Nobody has said yet how likely it is. Edit the page and fill in its confidence.")
            layout.addWidget(_label(text, inside, role="note"))
            return
        chart = ConfidenceChart(self._theme, inside)
        chart.show_points(self.detail.points)
        layout.addWidget(chart)

    def _add_end(self, layout: QVBoxLayout, inside: QWidget) -> None:
        """Say how it ended, or what it would write where."""
        assert self.detail is not None
        claim = self.detail.claim
        if claim.resolution or claim.resolved_on:
            layout.addWidget(_section(self.tr("How it ended"), inside))
            text = " – ".join(part for part in (claim.resolved_on, claim.resolution) if part)
            layout.addWidget(_label(text, inside, role=""))
        elif claim.target_field and claim.target_value:
            layout.addWidget(_section(self.tr("If it is true"), inside))
            text = filled(self.tr("%1 becomes %2."), claim.target_field, claim.target_value)
            layout.addWidget(_label(text, inside, role=""))

    def _add_reports(self, layout: QVBoxLayout, inside: QWidget) -> None:
        assert self.detail is not None
        layout.addWidget(_section(self.tr("Sources"), inside))
        if not self.detail.claim.reports:
            text = self.tr("No source is named yet. Edit the page and add one to its sources.")
            layout.addWidget(_label(text, inside, role="note"))
        for report in self.detail.claim.reports:
            layout.addWidget(self._report(report, inside))

    def _report(self, report: Report, inside: QWidget) -> QFrame:
        assert self.detail is not None
        box = QFrame(inside)
        box.setProperty("record", True)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(4)
        stance = self.tr("for") if report.speaks_for else self.tr("against")
        outlet = report.outlet or report.author or self.tr("Somebody")
        sign = "mdi6.thumb-up-outline" if report.speaks_for else "mdi6.thumb-down-outline"
        row = QHBoxLayout()
        row.setSpacing(6)
        if report.outlet_page is not None:
            row.addWidget(self._link(outlet, sign, partial(self.page_wanted.emit, report.outlet_page.title)))
        else:
            row.addWidget(_label(outlet, box, role=""), 1)
        row.addStretch(1)
        layout.addLayout(row)
        author = report.author if report.author != outlet else ""
        parts = [capitalised(stance), capitalised(say_label(report.tier)), author, report.published]
        layout.addWidget(_label("  ·  ".join(part for part in parts if part), box, role="note"))
        if report.quote:
            layout.addWidget(_label(f"“{report.quote.strip('“”')}”", box, role=""))
        record = self.detail.records.get(report.outlet)
        if record is not None:
            layout.addWidget(_label(said_record(record), box, role="note"))
        return box

    def _link(self, text: str, sign: str, then: Callable[[], None]) -> LinkButton:
        button = LinkButton(text, self)
        button.setIcon(icon(sign, lambda: self._theme.color("link")))
        button.clicked.connect(lambda: then())
        return button


def _label(text: str, parent: QWidget, *, role: str) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def _section(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "section")
    label.setContentsMargins(0, 10, 0, 0)
    return label
