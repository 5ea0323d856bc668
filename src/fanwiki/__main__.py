"""Picks the desktop or the command line.

`fanwiki` and `fanwiki FILE` open the window; anything else is a command.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from pathlib import Path

COMMANDS = frozenset(
    "new import search show list save export history restore rename check backup salvage settings stats".split()
)


SELDOM = (50_000, 20, 50)
"""After how much Python looks for garbage. What is imported stays to the end; looking through it over and over takes a
tenth of a command's start, and in the window a save or a key waits for it now and then."""

AS_COMMAND = (250_000, 20, 50)
"""The same for commands, most of which end before that."""


def main() -> None:
    """Run fanwiki with the arguments of the process."""
    if getattr(sys, "frozen", False):
        # A frozen program is started again for its render process, which this call takes over and never leaves.
        import multiprocessing

        multiprocessing.freeze_support()
    gc.set_threshold(*SELDOM)
    arguments = sys.argv[1:]
    if asks_for_window(arguments):
        refusal = why_no_window(arguments, os.environ)
        if refusal:
            sys.stderr.write(f"fanwiki: {refusal}\n")
            sys.exit(1)
        from fanwiki.app import run  # Qt is imported only when a window is wanted

        sys.exit(run(arguments))
    from fanwiki.cli import run_command_line

    gc.set_threshold(*AS_COMMAND)
    code = run_command_line(arguments)
    gc.freeze()  # as it ends, Python would look through all that it holds for garbage, which takes as long as starting
    sys.exit(code)


def asks_for_window(arguments: list[str]) -> bool:
    """Return whether these arguments are none, or one file."""
    return not arguments or (len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in COMMANDS)


def why_no_window(arguments: list[str], environment: Mapping[str, str]) -> str:
    """Return why a window makes no sense, with what to do, or nothing; Qt would end the process without a word."""
    if arguments and not Path(arguments[0]).exists():
        return (
            f"There is no file and no command “{arguments[0]}”. Make a wiki with `fanwiki new`,"
            " or see `fanwiki --help` for the commands."
        )
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(environment.get(name) for name in displays):
        return "There is no display to open a window on. Use the commands instead: `fanwiki --help` lists them."
    return ""


if __name__ == "__main__":
    main()
