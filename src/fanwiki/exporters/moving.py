"""Puts new files over those of a folder, all of them or none, however the program ends.

The new files lie beside the folder, complete and on the disk, before the first is moved; then a list of them is written
there. From that moment the change is decided: whoever finds the list of a program that was killed, or of a computer
that stopped, moves the rest. Where moving is refused, all is moved back.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from fanwiki.exporters.flushing import flush_files, flush_folders
from fanwiki.exporters.whole_folder import left_beside

DECIDED = "decided.json"
"""Lists the files, in the folder of the new ones; those that are not there are to be removed."""

UNDO = "undo"


def move_over(staging: Path, place: Path, paths: Sequence[str]) -> None:
    """Move new files over the old ones, and remove those without a new one.

    Args:
        staging: The folder with the new files, beside the other; it is of no more use afterwards.
        place: The folder.
        paths: The files, below both.

    Raises:
        OSError: The disk refuses; the folder is as it was.
    """
    removed = [path for path in paths if not (staging / path).exists()]
    new = [path for path in paths if path not in set(removed)]
    flush_files(staging, new)
    _decide(staging, {"new": new, "removed": removed})
    begun: list[str] = []
    try:
        for path in paths:
            (staging / UNDO / path).parent.mkdir(parents=True, exist_ok=True)
            begun.append(path)
            if (place / path).exists():
                (place / path).rename(staging / UNDO / path)
            if (staging / path).exists():
                (place / path).parent.mkdir(parents=True, exist_ok=True)
                (staging / path).rename(place / path)
        flush_folders(_folders(place, paths))
    except BaseException:
        _move_back(staging, place, begun, set(removed))
        (staging / DECIDED).unlink()
        raise


def finish_moves(place: Path) -> None:
    """Finish what a program that was killed had decided to do to a folder; nothing happens where there is no such."""
    for staging in left_beside(place, "new"):
        decided = _read_decided(staging, place)
        if decided is None:
            continue
        new, removed = decided
        for path in new:
            if (staging / path).exists():
                (place / path).parent.mkdir(parents=True, exist_ok=True)
                (staging / path).replace(place / path)
        for path in removed:
            (place / path).unlink(missing_ok=True)
        flush_folders(_folders(place, (*new, *removed)))
        shutil.rmtree(staging, ignore_errors=True)


def _folders(place: Path, paths: Iterable[str]) -> set[Path]:
    """Return the folders of files; the list of what is moved must stay until these are on the disk."""
    return {folder for path in paths if (folder := (place / path).parent).is_dir()}


def _read_decided(staging: Path, place: Path) -> tuple[list[str], list[str]] | None:
    """Return the files to move and those to remove; None for no list, or one that leads out of the two folders.

    What lies beside a folder may have come with it from a stranger, who could name any file of the user there.
    """
    try:
        decided = json.loads((staging / DECIDED).read_text(encoding="utf-8"))
        lists = decided["new"], decided["removed"]
        within = all(
            (root / path).resolve().is_relative_to(root.resolve())
            for root in (staging, place)
            for paths in lists
            for path in paths
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return lists if within else None


def _decide(staging: Path, decided: dict[str, list[str]]) -> None:
    """Write the list in one step; half a list would be none."""
    draft = staging / f"{DECIDED}.draft"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(decided, file)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(staging / DECIDED)
    flush_folders((staging, staging.parent))


def _move_back(staging: Path, place: Path, begun: Sequence[str], removed: set[str]) -> None:
    """Move back what was moved; it may be killed too, and is then finished the other way."""
    for path in reversed(begun):
        old = staging / UNDO / path
        if path not in removed and (place / path).exists() and not (staging / path).exists():
            (place / path).rename(staging / path)
        if old.exists():
            old.rename(place / path)
