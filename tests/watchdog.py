"""Tells work that ends from work that does not: no test asks how fast something is."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 60
"""Seconds of the processor, a hundred times what is needed; what grows by the square takes minutes and more."""


@contextmanager
def must_end(patience: float = PATIENCE) -> Iterator[None]:
    """Stop and fail what is still at work after its patience; Python's regular expressions listen to it too."""

    def give_up(_signal: int, _frame: object) -> None:
        raise AssertionError(f"it was still at work after {patience} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
