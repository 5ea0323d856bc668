"""Picks the desktop or the command line.

`fanwiki` and `fanwiki FILE` open the window; anything else is a command.
"""

from __future__ import annotations

import sys

COMMANDS = frozenset("new import search show list save export history restore rename check backup stats".split())


def main() -> None:
    """Run fanwiki with the arguments of the process."""
    if getattr(sys, "frozen", False):
        # A frozen program is started again for its render process, which this call takes over and never leaves.
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if asks_for_window(arguments):
        from fanwiki.app import run  # Qt is imported only when a window is wanted

        sys.exit(run(arguments))
    from fanwiki.cli import run_command_line

    sys.exit(run_command_line(arguments))


def asks_for_window(arguments: list[str]) -> bool:
    """Return whether these arguments are none, or one file."""
    return not arguments or (len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in COMMANDS)


if __name__ == "__main__":
    main()
