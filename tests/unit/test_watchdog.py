"""The watchdog stops what never ends and lets all else be."""

from __future__ import annotations

import re
import signal

import pytest

from watchdog import must_end


def test_an_expression_that_never_ends_is_stopped() -> None:
    with pytest.raises(AssertionError, match="still at work"), must_end(0.05):
        re.fullmatch(r"(a+)+", "a" * 60 + "b")
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_work_that_ends_is_left_alone() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with must_end():
        assert re.fullmatch(r"a+", "a" * 60)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
