"""The import wizard's frame: which page comes after which, and the work behind them, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QStackedWidget, QStyle, QWidget

from fanwiki.desktop.dialog_frame import dialog_layout, sentence
from fanwiki.desktop.dialogs.importing.conflict_step import ConflictStep
from fanwiki.desktop.dialogs.importing.mapping_step import MappingStep
from fanwiki.desktop.dialogs.importing.preview_step import PreviewStep
from fanwiki.desktop.dialogs.importing.report_step import ReportStep
from fanwiki.desktop.dialogs.importing.source_step import SourceStep
from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.dialogs.importing.step_trail import StepTrail
from fanwiki.desktop.runner import Job, JobRunner
from fanwiki.desktop.session import Session
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled
from fanwiki.domain.kind import Kinds
from fanwiki.errors import FanwikiError
from fanwiki.services import importing

if TYPE_CHECKING:
    from fanwiki.jobs import Progress
    from fanwiki.services.import_values import Imported, Standing, TemplateMapping

_Order = QDialogButtonBox.ButtonLayout
_CANCEL_IS_LAST = {_Order.WinLayout.value, _Order.KdeLayout.value}
"""The desktops whose dialogs end with the button that does nothing."""


class ImportWizard(QDialog):
    """Brings pages in, step by step.

    Args:
        session: The open wiki.
        kinds: Its kinds.
        runner: Does the reading and writing.
        preview: Shows a page as it would look; the wizard takes it in.
        source: What to begin with; empty to be asked.

    Signals:
        page_chosen(object): The `PageSource` that the preview is to show.
        brought_in(object): What was done, as `Imported`.
        seen_wanted(object): Titles of films that are to count as seen.
        page_wanted(str): Show this page; empty for the home page.
        backup_wanted(): Copy the wiki as it was before.
    """

    page_chosen = Signal(object)
    brought_in = Signal(object)
    seen_wanted = Signal(object)
    page_wanted = Signal(str)
    backup_wanted = Signal()

    def __init__(
        self,
        session: Session,
        kinds: Kinds,
        runner: JobRunner,
        preview: QWidget,
        theme: Theme,
        parent: QWidget | None,
        *,
        source: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importWizard")
        self.setWindowTitle(self.tr("Import"))
        room = parent.size() if parent is not None else QSize(1040, 740)
        self.resize(min(960, room.width() - 40), min(680, room.height() - 40))
        self._session = session
        self._runner = runner
        self._job: Job | None = None
        self._planned_for: object = None
        self._read: object = None
        self._told: dict[str, TemplateMapping] = {}
        self._had_pages = False
        self.source = SourceStep(theme, self, source=source)
        self.preview = PreviewStep(preview, kinds, theme, self)
        self.mapping = MappingStep(kinds, self)
        self.conflicts = ConflictStep(session.name, self)
        self.report = ReportStep(kinds, theme, self)
        self._steps: tuple[Step, ...] = (self.source, self.preview, self.mapping, self.conflicts, self.report)
        self._lay_out()
        self.source.ready_changed.connect(self._update)
        self.preview.page_chosen.connect(self.page_chosen)
        self.report.page_wanted.connect(self._leave_for)
        self.report.backup_wanted.connect(self.backup_wanted)
        self._go(self.source)

    @property
    def step(self) -> Step:
        """The page that shows."""
        return self._steps[self._stack.currentIndex()]

    @property
    def is_working(self) -> bool:
        """Whether something is being read or written."""
        return self._job is not None

    def go_on(self) -> None:
        """Go to the next page; what must be read or written first is."""
        if self.step is self.source:
            self._look(self.preview)
        elif self.step is self.preview:
            self._go(self.mapping if self.mapping.has_anything else self.conflicts)
        elif self.step is self.mapping:
            self._look(self.preview if self.mapping.changed and not self._is_planned() else self.conflicts)
        elif self.step is self.conflicts:
            self._bring_in()
        else:
            self.accept()

    def go_back(self) -> None:
        """Go to the page before."""
        before = {self.preview: self.source, self.mapping: self.preview, self.conflicts: self.mapping}
        wanted = before.get(self.step, self.source)
        self._go(self.preview if wanted is self.mapping and not self.mapping.has_anything else wanted)

    def reject(self) -> None:
        """Stop what is being done; else close."""
        if self._job is not None:
            self._job.request_cancel()
            self._said.setText(self.tr("Stopping …"))
            return
        super().reject()

    def _leave_for(self, title: str) -> None:
        """Close, and have a page shown."""
        self.accept()
        self.page_wanted.emit(title)

    def _mappings(self) -> Mapping[str, TemplateMapping]:
        """Return what was said to become something else, in this turn and in those before."""
        return {**self._told, **self.mapping.changed}

    def _is_planned(self) -> bool:
        return self._planned_for == self._wanted()

    def _wanted(self) -> object:
        source = self.source
        return source.source, source.format, source.options, self._mappings()

    def _look(self, then: Step) -> None:
        """Read the source without writing anything, unless that was done just so, and go on."""
        if self._is_planned():
            self._go(then)
            return
        source = self.source
        if self._read != (source.source, source.format):
            self._told.clear()
            self.mapping.forget()
        self._read, wanted = (source.source, source.format), self._wanted()
        path, name, options, mappings = source.source, source.format, source.options, self._mappings()

        def plan(progress: Progress) -> tuple[Imported, Standing]:
            outcome = importing.import_source(
                self._session.wiki,
                path,
                source_format=name,
                dry_run=True,
                options=options,
                mappings=mappings,
                progress=progress,
            )
            return outcome, importing.standing(self._session.wiki, outcome)

        def done(planned: tuple[Imported, Standing]) -> None:
            outcome, standing = planned
            self._end()
            self.preview.show_outcome(outcome)
            self.mapping.offer({**outcome.offered}, outcome.plan)
            self._told, self._planned_for = dict(mappings), wanted
            self._had_pages = standing.pages > 0
            self.conflicts.show_plan(outcome, standing)
            self._go(then)

        self._start(plan, done)

    def _bring_in(self) -> None:
        source, mappings = self.source, self._mappings()
        path, name, options, choice = source.source, source.format, source.options, self.conflicts.choice
        wants_seen = self.conflicts.counts_seen

        def done(outcome: Imported) -> None:
            self._end()
            self.report.show_outcome(outcome, had_pages=self._had_pages)
            self._go(self.report)
            self.brought_in.emit(outcome)
            if wants_seen:
                self.seen_wanted.emit(list(outcome.report.seen_films))

        self.report.wait(filled(self.tr("Reading %1"), path.name))
        self._go(self.report)
        self._start(
            lambda progress: importing.import_source(
                self._session.wiki,
                path,
                source_format=name,
                author=self._session.preferences.author,
                on_conflict=choice,
                options=options,
                mappings=mappings,
                progress=progress,
            ),
            done,
        )

    def _start(self, work: object, done: object) -> None:
        self._job = self._runner.start(work, text="", done=done, failed=self._failed, stopped=self._stopped)  # type: ignore[arg-type]  # callables, both
        self._job.progressed.connect(self._progressed)
        self._tell("" if self.step is self.report else self.tr("Reading …"))
        self._update()

    def _progressed(self, done: int, total: int, text: str) -> None:
        if self.step is self.report:
            self.report.progress(done, total, text)
        elif self._job is not None:
            share = f"{done:,} / {total:,}" if total > 0 else f"{done:,}"
            self._said.setText(filled(self.tr("Reading … %1"), share))

    def _end(self) -> None:
        self._job = None
        self._said.setText("")

    def _stopped(self) -> None:
        self._end()
        self._go(self.conflicts if self.step is self.report else self.step)
        self._said.setText(self.tr("Stopped; the wiki is as it was."))

    def _failed(self, error: BaseException) -> None:
        """Say what went wrong; the wiki is as it was."""
        self._end()
        if self.step is self.report:
            self._go(self.conflicts)
        if not isinstance(error, FanwikiError):
            self._update()
            self._runner.on_error(error)
            return
        self._tell(str(error), role="problem")
        self._update()

    def _tell(self, text: str, *, role: str = "note") -> None:
        self._said.setText(text)
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)

    def _go(self, step: Step) -> None:
        self._stack.setCurrentIndex(self._steps.index(step))
        self._update()
        step.begin()

    def _update(self) -> None:
        step, works = self.step, self.is_working
        is_last = step is self.report
        self._back.setVisible(not is_last)
        self._back.setEnabled(step is not self.source and not works)
        self._next.setVisible(not (is_last and works))
        self._next.setEnabled(step.is_ready and not works)
        self._next.setText(
            self.tr("Close") if is_last else self.tr("&Import") if step is self.conflicts else self.tr("&Next")
        )
        self._cancel.setVisible(not is_last or works)
        for page in self._steps:
            page.setEnabled(not works or page is self.report)
        self._trail.show_place(self._steps.index(step))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for step in self._steps:
            self._stack.addWidget(step)
        self._trail = StepTrail(
            (self.tr("Choose"), self.tr("Contents"), self.tr("Mapping"), self.tr("Check"), self.tr("Report")), self
        )
        self._said = sentence("", self)
        self._said.setObjectName("importMessage")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("importCancel")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._back = QPushButton(self.tr("&Back"), self)
        self._back.setObjectName("importBack")
        self._back.setAutoDefault(False)
        self._back.clicked.connect(self.go_back)
        self._next = QPushButton(self.tr("&Next"), self)
        self._next.setObjectName("importNext")
        self._next.setDefault(True)
        self._next.clicked.connect(self.go_on)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._said, 1)
        buttons = [self._back, self._next, self._cancel]
        if self.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout) not in _CANCEL_IS_LAST:
            buttons = [self._cancel, self._back, self._next]
        for button in buttons:
            below.addWidget(button)
        layout = dialog_layout(self)
        layout.addWidget(self._trail)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)
