"""The right end of the status bar: what long work is doing, with a way to stop it, and the spoiler shield."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.runner import Job, JobRunner
from fanwiki.wording import say

PATIENCE = 600
"""Milliseconds after which work that still runs is shown; most is done before."""


class JobStatus(QWidget):
    """Shows the oldest job that runs for longer than a moment.

    Args:
        runner: Whose jobs.
    """

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobStatus")
        self._job: Job | None = None
        self._waiting: list[Job] = []
        self._text = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("cancelJob")
        self._cancel.setIcon(icon("mdi6.close"))
        self._cancel.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._text, self._bar, self._cancel):
            layout.addWidget(widget)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show)
        self._say_names()
        self.hide()
        runner.started.connect(self._job_started)

    def changeEvent(self, event: QEvent) -> None:
        """Say the names in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
        super().changeEvent(event)

    def _say_names(self) -> None:
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel.setToolTip(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))

    def _job_started(self, job: Job) -> None:
        if not job.text:
            return
        self._waiting.append(job)
        job.finished.connect(self._job_finished)
        job.progressed.connect(self._job_progressed)
        if self._job is None:
            self._take_next()

    def _take_next(self) -> None:
        self._waiting = [job for job in self._waiting if job.is_running]
        self._job = self._waiting[0] if self._waiting else None
        self._patience.stop()
        self.hide()
        if self._job is not None:
            self._text.setText(self._job.text)
            self._bar.setRange(0, 0)
            self._cancel.setEnabled(True)
            self._patience.start()

    def _show(self) -> None:
        if self._job is not None and self._job.is_running:
            self.show()

    def _job_progressed(self, done: int, total: int, text: str) -> None:
        if self.sender() is not self._job or self._job is None:
            return
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(min(done, total) if total >= 0 else 0)
        shown = say(text) or self._job.text
        self._text.setText(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 320))

    def _job_finished(self) -> None:
        if self.sender() is self._job:
            self._take_next()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.request_cancel()
            self._cancel.setEnabled(False)
            self._text.setText(self.tr("Stopping…"))
