"""The program's commands, what they take, and how it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from fanwiki import __version__
from fanwiki.cli.output import ReaderGoneError, fail, flush, speak_utf8, tell
from fanwiki.errors import FanwikiError
from fanwiki.jobs import Cancelled

EPILOG = "A reader who has seen no film is assumed: name the seen ones with --seen, or say --seen-all."

program = typer.Typer(
    name="fanwiki",
    help="An offline wiki for film fans, in one file. Without a command: `fanwiki [FILE]` opens the window.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

WikiPath = Annotated[Path, typer.Argument(metavar="FILE", help="The wiki, such as heroes.fanwiki.")]
Title = Annotated[str, typer.Argument(metavar="TITLE", help="A page's title or alias.")]
Seen = Annotated[
    list[str] | None,
    typer.Option("--seen", metavar="FILM", help="A film the reader has seen; may be given again."),
]
SeenAll = Annotated[bool, typer.Option("--seen-all", help="Show everything, spoilers of every film included.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Author = Annotated[
    str,
    typer.Option("--author", metavar="NAME", envvar="FANWIKI_AUTHOR", help="Who the history names for this change."),
]


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"fanwiki {__version__}\n")
        raise typer.Exit


@program.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that stand before any command."""


def run_command_line(arguments: list[str]) -> int:
    """Run one command.

    Returns:
        The exit code: 0 done, 1 a problem told in one line on standard error, 2 wrong usage.
    """
    from fanwiki.cli import reading, rescuing, writing  # noqa: F401  (they add their commands to the program)

    speak_utf8()
    code = 0
    try:
        code = _run(arguments)
        flush()  # here, not as Python goes: what fails is told
    except FanwikiError as error:
        fail(error)
        code = 1
    except (Cancelled, KeyboardInterrupt):
        tell("fanwiki: Stopped as asked. Nothing was changed.")
        code = 1
    except ReaderGoneError:
        # Not our failure (`| head`). Python must not flush into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001  (the edge: a bug is logged, the user gets one line)
        code = _bug(error)
    return code


def _run(arguments: list[str]) -> int:
    try:
        answer = program(args=arguments, prog_name="fanwiki", standalone_mode=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return answer if isinstance(answer, int) else 0


def _bug(error: Exception) -> int:
    """Log a bug with its traceback and tell where it lies."""
    import traceback

    from fanwiki import paths

    try:
        log = paths.user_logs() / "fanwiki.log"
        with log.open("a", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(error)) + "\n")
        where = f"The details are in {log}."
    except OSError:
        where = "The details could not be written down."
    fail(FanwikiError(f"fanwiki met an error of its own ({type(error).__name__}: {error}).", where))
    return 1
