"""Asks questions in a thread: only the answer to the last one arrives, and one that is stale is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from fanwiki.desktop.runner import Job, JobRunner
from fanwiki.jobs import Cancel, Progress

Answer = TypeVar("Answer")


class Asking(QObject):
    """Puts one question after the other, each of which makes the one before it stale."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = JobRunner(_raise, self)
        self._job: Job | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to the last question has not come yet."""
        return self._job is not None

    def ask(self, work: Callable[[Cancel], Answer], shown: Callable[[Answer], None]) -> None:
        """Ask.

        Args:
            work: Gives the answer; called in a thread. It stops with `Cancelled` once the flag is raised.
            shown: Gets the answer on the window's thread, unless something else was asked meanwhile.
        """
        self.forget()
        job: Job | None = None

        def begin(progress: Progress) -> Answer:
            progress.step(0, None)
            return work(progress.cancel)

        def arrive(answer: Answer) -> None:
            # What was asked before is stale, even if its answer was on its way already.
            if job is self._job:
                self._job = None
                shown(answer)

        def fail(error: BaseException) -> None:
            if job is self._job:
                self._job = None
                raise error

        job = self._job = self._runner.start(begin, text="", done=arrive, failed=fail)

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.request_cancel()
            self._job = None

    def stop(self) -> None:
        """Forget, and wait until no thread works any more: what it reads may be closed then."""
        self.forget()
        self._runner.shut_down()


def _raise(error: BaseException) -> None:
    raise error
