"""Runs long work in a thread and brings its outcome back to the window's thread.

One job is one thread: work that polls `Progress` stops at its next step when it is cancelled, and nothing
is shared with it but that flag. The runner keeps every job until its thread has ended, because Qt aborts
the process when a running QThread is collected.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from fanwiki.errors import FanwikiError
from fanwiki.jobs import Cancel, Cancelled, Progress

Result = TypeVar("Result")

PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of progress; more would only keep the window busy."""

LONGEST_STOP = 30_000
"""Milliseconds that closing the window waits for work that was told to stop."""

_log = logging.getLogger(__name__)


class _Worker(QThread):
    """The thread of one job.

    Signals:
        reported(int, int, str): steps done, steps in all (-1 when unknown), what is being done.
        succeeded(object): The result.
        failed(object): The exception.
        stopped(): The work answered a request to cancel.
    """

    reported = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, work: Callable[[Progress], Any], cancel: Cancel) -> None:
        super().__init__()
        self._work = work
        self._cancel = cancel
        self._last_report = 0.0

    def run(self) -> None:
        try:
            result = self._work(Progress(self._report, self._cancel))
        except Cancelled:
            self.stopped.emit()
        except FanwikiError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001  (an edge: the message door decides what to say)
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _report(self, done: int, total: int | None, text: str) -> None:
        now = time.monotonic()
        if now - self._last_report >= PROGRESS_INTERVAL or done == total:
            self._last_report = now
            self.reported.emit(done, -1 if total is None else total, text)


@dataclass(frozen=True)
class _Callbacks:
    """What to call on the window's thread when the work ends."""

    done: Callable[[Any], None] | None
    failed: Callable[[BaseException], None]
    stopped: Callable[[], None] | None


class Job(QObject):
    """One piece of long work, as the window sees it. It lives on the window's thread, so Qt queues what reaches it.

    Signals:
        progressed(int, int, str): steps done, steps in all (-1 when unknown), what is being done.
        finished(): The work ended in whatever way, after its callback ran.
    """

    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(self, text: str, callbacks: _Callbacks, parent: QObject) -> None:
        super().__init__(parent)
        self.text = text
        self.cancel = Cancel()
        self.is_running = True
        self._callbacks = callbacks

    def request_cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.cancel.request()

    def succeed(self, result: object) -> None:
        """Hand the result on."""
        self._end(self._callbacks.done, result)

    def fail(self, error: BaseException) -> None:
        """Hand the exception on."""
        self._end(self._callbacks.failed, error)

    def stop(self) -> None:
        """Say that the work was cancelled."""
        self._end(self._callbacks.stopped)

    def _end(self, callback: Callable[..., None] | None, *values: object) -> None:
        self.is_running = False
        try:
            if callback is not None:
                callback(*values)
        finally:
            self.finished.emit()


class JobRunner(QObject):
    """Starts jobs and waits for all of them at the end.

    Args:
        on_error: Told of every exception of a job that has no `failed` callback of its own.

    Signals:
        started(object): A `Job` began.
    """

    started = Signal(object)

    def __init__(self, on_error: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_error = on_error
        self._workers: dict[Job, _Worker] = {}

    @property
    def running(self) -> list[Job]:
        """The jobs whose work has not ended."""
        return [job for job in self._workers if job.is_running]

    def start(
        self,
        work: Callable[[Progress], Result],
        *,
        text: str,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job:
        """Start work in a thread; the callbacks run on the window's thread.

        Args:
            work: Called in the thread; it should call `Progress.step` often, or it cannot be cancelled.
            text: What the status bar says, such as “Importing heroes.xml”; empty for work nobody waits for.
            done: Gets the result.
            failed: Gets the exception; without it the runner's `on_error` does.
            stopped: Called when the work was cancelled.
        """
        job = Job(text, _Callbacks(done, failed or self.on_error, stopped), self)
        worker = _Worker(work, job.cancel)
        self._workers[job] = worker
        worker.reported.connect(job.progressed)
        worker.succeeded.connect(job.succeed)
        worker.failed.connect(job.fail)
        worker.stopped.connect(job.stop)
        worker.finished.connect(self._release_ended)
        worker.start()
        self.started.emit(job)
        return job

    def shut_down(self) -> None:
        """Cancel every job and wait until all threads have ended; no callback is called any more."""
        for job, worker in self._workers.items():
            job.request_cancel()
            for signal in (worker.reported, worker.succeeded, worker.failed, worker.stopped, worker.finished):
                signal.disconnect()
        for job, worker in list(self._workers.items()):
            if worker.wait(LONGEST_STOP):
                self._release(job)
            else:
                _log.error("a job did not end: %s", job.text)

    def _release_ended(self) -> None:
        # A worker that goes takes along what it emitted and the window's thread has not heard yet, so one that ended
        # waits until its outcome arrived; its own `finished` comes after that.
        for job in [job for job, worker in self._workers.items() if worker.isFinished() and not job.is_running]:
            self._release(job)

    def _release(self, job: Job) -> None:
        worker = self._workers.pop(job)
        worker.wait()
        worker.deleteLater()
        job.deleteLater()
