"""Progress and cancellation of long work, without any thread or window in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

Item = TypeVar("Item")


class Cancelled(Exception):  # noqa: N818  (it is an answer to the user, not an error)
    """The user asked for the work to stop; nothing of it must remain."""


@dataclass
class Cancel:
    """A flag that one thread raises and the work polls."""

    requested: bool = False

    def request(self) -> None:
        """Ask the work to stop at its next step."""
        self.requested = True


def _silent(_done: int, _total: int | None, _text: str) -> None:
    """Report to nobody."""


@dataclass
class Progress:
    """Where long work reports to, and where it learns that it should stop.

    Args:
        report: Called with steps done, steps in all (None when unknown) and what is being done.
        cancel: The flag to poll.
    """

    report: Callable[[int, int | None, str], None] = _silent
    cancel: Cancel = field(default_factory=Cancel)

    def step(self, done: int, total: int | None, text: str = "") -> None:
        """Report a step.

        Raises:
            Cancelled: The user asked to stop.
        """
        if self.cancel.requested:
            raise Cancelled
        self.report(done, total, text)

    def over(self, items: Iterable[Item], total: int | None, text: str) -> Iterator[Item]:
        """Yield the items, reporting each."""
        for done, item in enumerate(items):
            self.step(done, total, text)
            yield item
        self.step(total or 0, total, text)
