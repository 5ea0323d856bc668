"""What the command line prints: JSON documents, plain lines, progress, and one line for a failure."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fanwiki.errors import FanwikiError
from fanwiki.jobs import Progress


class ReaderGoneError(Exception):
    """Whoever read the output through a pipe went away."""


def speak_utf8() -> None:
    """Let any title be printed whatever the terminal's encoding; what it cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Print a line; control characters, which could steer a terminal, are shown as escapes."""
    with _written():
        sys.stdout.write(_harmless(text) + "\n")


def print_page(text: str) -> None:
    """Print a page exactly, with a line's end; only a terminal is spared characters that could steer it."""
    shown = _harmless(text) if sys.stdout.isatty() else text
    with _written():
        sys.stdout.write(shown if shown.endswith("\n") else shown + "\n")


def flush() -> None:
    """Write what was printed so far.

    Raises:
        ReaderGoneError: Nobody reads it any more.
        FanwikiError: It cannot be written.
    """
    with _written():
        sys.stdout.flush()


def warn(text: str) -> None:
    """Tell on standard error what may come to harm; the command goes on."""
    tell(f"fanwiki: {text}")


def tell(text: str) -> None:
    """Print a line beside the output, on standard error."""
    sys.stderr.write(_harmless(text) + "\n")


def say_json(document: Any) -> None:
    """Print one JSON document."""
    with _written():
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def fail(error: FanwikiError) -> None:
    """Tell a failure in one line on standard error."""
    tell("fanwiki: " + " ".join(str(error).split()))


@contextmanager
def _written() -> Iterator[None]:
    """Tell a failure of the output from failures of the wiki."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        # What is left in the buffer would fail again, with a traceback, when Python goes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = error.strerror or type(error).__name__
        raise FanwikiError(f"What was asked for could not be printed ({reason}).", "See where it goes.") from error


def _harmless(text: str) -> str:
    return "".join(
        char if char.isprintable() or char in "\n\t" or ord(char) >= 0xA0 else f"\\x{ord(char):02x}" for char in text
    )


@contextmanager
def progress_bar(text: str) -> Iterator[Progress]:
    """Show progress while long work runs, when standard error is a terminal."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text, total=None)

        def report(done: int, total: int | None, step: str) -> None:
            bar.update(task, completed=done, total=total, description=step or text)

        yield Progress(report)
