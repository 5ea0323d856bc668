"""Automatic backups: made whole and checked, thinned by age, and found again when the wiki is damaged.

A backup that fails its check raises before anything is removed, so a wiki that went bad never pushes out good copies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from fanwiki.errors import WikiFileError
from fanwiki.jobs import Progress
from fanwiki.store.copies import verify
from fanwiki.store.identify import real_file, recognise
from fanwiki.store.wiki_file import WikiFile

_STAMP = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r"(.+) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)\.fanwiki")


@dataclass(frozen=True, slots=True)
class Thinning:
    """How many backups stay.

    Args:
        newest: The newest ones, whenever they were made.
        days: The last one of each of so many days, counting days that have any.
        weeks: The last one of each of so many weeks.
        months: The last one of each of so many months.
    """

    newest: int = 5
    days: int = 7
    weeks: int = 6
    months: int = 12


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup and when it was made."""

    path: Path
    made: datetime


def kept(times: Iterable[datetime], plan: Thinning = Thinning()) -> set[datetime]:
    """Return the times of those backups that are to stay."""
    ordered = sorted(set(times), reverse=True)
    stay = set(ordered[: plan.newest])
    periods: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (plan.days, datetime.date),
        (plan.weeks, lambda time: time.isocalendar()[:2]),
        (plan.months, lambda time: (time.year, time.month)),
    )
    for most, period in periods:
        last_of: dict[Hashable, datetime] = {}
        for time in ordered:
            last_of.setdefault(period(time), time)
        stay.update(list(last_of.values())[:most])
    return stay


def backups_of(name: str, folder: Path) -> list[Backup]:
    """Return the automatic backups of a wiki, newest first.

    Args:
        name: The wiki's file name without its ending.
        folder: Where its backups are.
    """
    found = []
    for path in folder.glob("*.fanwiki"):
        match = _NAME.fullmatch(path.name)
        if match and match[1] == name:
            found.append(Backup(path, datetime.strptime(match[2], _STAMP)))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def back_up(
    wiki: WikiFile, folder: Path, now: datetime, *, plan: Thinning = Thinning(), progress: Progress | None = None
) -> Path:
    """Make an automatic backup, and remove older ones that the plan does not keep.

    Raises:
        WikiFileError: The folder cannot be written or the wiki is damaged; every backup stays.
        Cancelled: The user asked to stop; every backup stays.
    """
    name = wiki.path.stem
    while (made := folder / f"{name} {now.strftime(_STAMP)}.fanwiki").exists():
        now += timedelta(seconds=1)  # two in one second
    wiki.backup(made, progress)
    backups = backups_of(name, folder)
    stay = kept((backup.made for backup in backups), plan)
    for backup in backups:
        if backup.made not in stay and backup.path != made:
            backup.path.unlink(missing_ok=True)
    return made


def newest_good_backup(name: str, folder: Path) -> Backup | None:
    """Return the newest automatic backup that passes its check, to be offered when the wiki is damaged."""
    for backup in backups_of(name, folder):
        try:
            recognise(real_file(backup.path))
            verify(backup.path, backup.path)
        except WikiFileError:
            continue
        return backup
    return None
