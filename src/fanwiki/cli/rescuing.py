"""The command that saves what can be read of a damaged file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fanwiki.cli.output import progress_bar, say
from fanwiki.cli.program import WikiPath, program


@program.command(epilog="Example: fanwiki salvage heroes.fanwiki saved.fanwiki")
def salvage(
    file: WikiPath,
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The wiki to make; it must not be there yet.")],
) -> None:
    """Make a new wiki of what can be read of a damaged one, which is left as it is."""
    from fanwiki.services import salvaging

    with progress_bar("Saving what can be read") as progress:
        saved = salvaging.salvage(file, new, progress=progress)
    for line in salvaging.said(saved):
        say(line)
    say(f"The new wiki is {new}; {file} is as it was.")
