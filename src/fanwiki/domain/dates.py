"""Dates as fans write them: kept as written, sorted by the first and last day they may mean.

``2020``, ``2020-12``, ``2020-12-25``, ``December 25, 2020``, ``25 Dec 2020``, ``Fall 2026``, ``Q3 2026``,
``early 2026``, ``the 1990s``, ``19th century``, ``2020..2021``, ``May 3–7, 2020``, ``since 2020``, ``19 BBY``,
``44 BC``, ``TBA``. What has no day is undated and sorts last; what is not understood is None, for the
author to look at.

Years before Christ (and before the Battle of Yavin) are negative and need no year 0. ISO days of such years do not
sort as text, so sort by `sort_key`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Days: TypeAlias = "tuple[Day, Day]"
Day: TypeAlias = "tuple[int, int, int]"
SortKey: TypeAlias = "tuple[Day, Day]"

LONGEST = 120
"""Longer text is no date."""

_LAST: Day = (10**9, 0, 0)


@dataclass(frozen=True, slots=True)
class WikiDate:
    """A date as written, and what it may mean.

    Args:
        text: As written.
        earliest: The first day it may mean, ``YYYY-MM-DD`` (``-0044-03-15`` before Christ); None when unknown.
        latest: The last day it may mean; None when unknown or still going on.
    """

    text: str
    earliest: str | None = None
    latest: str | None = None

    @property
    def sort_key(self) -> SortKey:
        """The key to sort by: first day, then last day; undated last."""
        return sort_key(self.earliest, self.latest)


def sort_key(earliest: str | None, latest: str | None) -> SortKey:
    """Return the key to sort by for the first and last day of a date, as facts hold them."""
    first = _read_iso(earliest) or _read_iso(latest)
    return first or _LAST, _read_iso(latest) or _LAST


def year_of(day: str) -> str:
    """Return the year of a day that facts hold, as people write it: ``1977``, ``-44``."""
    found = _read_iso(day)
    return str(found[0]) if found else ""


def read_date(text: str) -> WikiDate | None:
    """Read a date; None when it is not understood."""
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    if plain in _UNDATED:
        return WikiDate(text)
    if not any(char.isdigit() for char in plain):
        return None
    days = _open_ended(plain) or _single(plain) or _range(plain)
    if days is None:
        return None
    first, last = days
    if first is not None and last is not None and first > last:
        return None
    return WikiDate(text, first and _write_iso(first), last and _write_iso(last))


def _plain(text: str) -> str:
    """Return the text as the patterns below want it: lower case, one kind of dash, no remarks at the end."""
    folded = " ".join(text.casefold().translate(_DASHES).split())
    folded = _REMARK.sub("", folded) or folded
    folded = _FILLERS.sub("", folded.strip(" .,;?~"))
    return " ".join(_ORDINAL.sub(r"\1", folded).replace(",", " ").split())


def _open_ended(text: str) -> tuple[Day | None, Day | None] | None:
    for pattern, side in _OPEN_ENDED:
        match = pattern.fullmatch(text)
        if match:
            days = _single(match[1])
            if days is None:
                return None
            return (days[0], None) if side == "from" else (None, days[1])
    return None


def _range(text: str) -> Days | None:
    for pattern in _RANGES:
        match = pattern.fullmatch(text)
        if match:
            first = _single(match[1]) or _completed(match[1], match[2])
            last = _single(match[2]) or _completed_end(match[1], match[2])
            if first is not None and last is not None and first[0] <= last[1]:
                return first[0], last[1]
    return None


def _completed(start: str, end: str) -> Days | None:
    """Read the start of a range that leaves out what its end says: ``May-June 2020``, ``3-7 May 2020``."""
    words = end.split()
    for taken in range(1, len(words)):
        days = _single(" ".join((start, *words[taken:])))
        if days is not None:
            return days
    return None


def _completed_end(start: str, end: str) -> Days | None:
    """Read the end of a range that leaves out what its start says: ``2019-20``, ``May 3-7 2020``."""
    if re.fullmatch(r"\d{4}", start) and re.fullmatch(r"\d{2}", end):
        return _single(start[:2] + end)
    words = start.split()
    for kept in range(len(words) - 1, 0, -1):
        days = _single(" ".join((*words[:kept], end)))
        if days is not None:
            return days
    return None


def _single(text: str) -> Days | None:
    text = text.strip(" ~")
    for pattern, read in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            days = read(match)
            if days is not None:
                return days
    return None


def _day(year: int, month: int, day: int) -> Days | None:
    if not (1 <= month <= 12 and 1 <= day <= _month_length(year, month)):
        return None
    return (year, month, day), (year, month, day)


def _months(year: int, first: int, last: int) -> Days | None:
    """Return whole months; months above 12 are of the next year."""
    if not 1 <= first <= last:
        return None
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    start = (year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    return start, (end_year, end_month, _month_length(end_year, end_month))


def _month_length(year: int, month: int) -> int:
    # Years before Christ and far ones have no calendar of ours; a leap day is let through.
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else (29 if month == 2 else _LENGTHS[month])


def _year(text: str, era: str | None = None) -> int:
    number = int(text)
    return -number if era and era.replace(".", "") in _BEFORE else number


def _of_month(match: re.Match[str]) -> Days | None:
    month = int(match["month"])
    return _months(int(match["year"]), month, month) if 1 <= month <= 12 else None


def _slashes(match: re.Match[str]) -> Days | None:
    """Read ``12/25/2020`` and ``25/12/2020`` when only one of them can be meant."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if first == second or (first <= 12) != (second <= 12):
        return _day(year, *((first, second) if first <= 12 else (second, first)))
    return None


def _named_month(match: re.Match[str]) -> Days | None:
    month = _MONTHS[match["month"][:3]]
    year = _year(match["year"], match["era"])
    part = match.groupdict().get("part")
    if match.groupdict().get("day"):
        return _day(year, month, int(match["day"]))
    if part is None:
        return _months(year, month, month)
    days = {"early": (1, 10), "mid": (11, 20), "late": (21, _month_length(year, month))}[_PARTS[part]]
    return (year, month, days[0]), (year, month, days[1])


def _part_of_year(match: re.Match[str]) -> Days | None:
    if match["season"] == "christmas":
        return _day(_year(match["year"], match["era"]), 12, 25)
    first, last = _SEASONS[match["season"]]
    return _months(_year(match["year"], match["era"]), first, last)


def _third_of_year(match: re.Match[str]) -> Days | None:
    first = {"early": 1, "mid": 5, "late": 9}[_PARTS[match["part"]]]
    return _months(_year(match["year"], match["era"]), first, first + 3)


def _quarter(match: re.Match[str]) -> Days | None:
    size = 3 if match["unit"][0] == "q" else 6
    number = int(match["number"])
    return _months(int(match["year"]), (number - 1) * size + 1, number * size) if 1 <= number <= 12 // size else None


def _decade(match: re.Match[str]) -> Days | None:
    written = match["year"]
    start = int(written) if len(written) == 4 else 1900 + int(written)
    third = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
    first, last = third[_PARTS[match["part"]]] if match["part"] else (0, 9)
    return (start + first, 1, 1), (start + last, 12, 31)


def _century(match: re.Match[str]) -> Days | None:
    number = int(match["number"])
    if match["era"] and match["era"].replace(".", "") in _BEFORE:
        return (-number * 100, 1, 1), (-(number - 1) * 100 - 1, 12, 31)
    return ((number - 1) * 100 + 1, 1, 1), (number * 100, 12, 31)


def _whole_year(match: re.Match[str]) -> Days | None:
    return _months(_year(match["year"], match["era"]), 1, 12)


def _write_iso(day: Day) -> str:
    year, month, date = day
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{month:02}-{date:02}"


def _read_iso(text: str | None) -> Day | None:
    match = _ISO.fullmatch(text) if text else None
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


_ISO = re.compile(r"([-+]?\d{4,})-(\d\d)-(\d\d)")
_UNDATED = frozenset(
    (
        *("tba", "tbd", "tbc", "to be announced", "to be determined", "to be confirmed", "unknown", "undated", "n/a"),
        *("unannounced", "not announced", "no date", "none", "never", "soon", "coming soon", "?", "-", ""),
    )
)
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}
_REMARK = re.compile(r" *[(\[][^()\[\]]*[)\]]$")
_FILLERS = re.compile(
    r"^(?:the|in|on|circa|ca\.?|c\.|about|around|approximately|approx\.?|probably|expected|~) +|^(?:c\.|ca\.|~)(?=\d)"
)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?! (?:century|quarter|half))")
_BEFORE = frozenset(("bc", "bce", "bby"))

_ERA = r"(?: (?P<era>b\.?c\.?(?:e\.?)?|bby|aby|a\.?d\.?|c\.?e\.?))?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.? )?"
_YEAR = r"(?P<year>\d{3,6}|\d{1,2}(?= [abc]))"
_PART = r"(?P<part>early|beginning|start|mid|middle|late|end)(?: of)?(?:[ -])(?:the )?"
_PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid"} | {
    "late": "late",
    "end": "late",
}
_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(calendar.month_name) if number}
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 14)} | {
    "holiday": (11, 12),
    "holidays": (11, 12),
    "holiday season": (11, 12),
    "christmas": (12, 12),
}
_OPEN_ENDED = (
    (re.compile(r"(?:since|from|after|not before) (.+)"), "from"),
    (re.compile(r"from (.+?) (?:on|onwards?)"), "from"),
    (re.compile(r"(.+?) ?(?:-|\.\.+|to) ?(?:present|now|today|)"), "from"),
    (re.compile(r"(.+?) onwards?"), "from"),
    (re.compile(r"(?:until|till|by|before|up to|no later than) (.+)"), "to"),
)
_RANGES = (
    re.compile(r"(?:from |between )?(.+?) ?(?:\.\.+| to | until | and ) ?(.+)"),
    re.compile(r"(.+?) - (.+)"),
    re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?) ?/ ?(\d{4}(?:-\d\d(?:-\d\d)?)?)"),
    re.compile(r"(\d{4}) ?- ?(\d{4})"),
    re.compile(r"(\d{4})-(\d\d)"),
    re.compile(r"([^-]+?)-([^-]+)"),
)
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days | None]], ...] = (
    (
        re.compile(
            r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:z| ?[-+]\d\d:?\d\d)?)?"
        ),
        lambda match: _day(int(match[1]), int(match[3]), int(match[4])),
    ),
    (re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})"), _of_month),
    (re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"), _of_month),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), lambda match: _day(int(match[3]), int(match[2]), int(match[1]))),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})"), _slashes),
    (re.compile(rf"{_YEAR}{_ERA}"), _whole_year),
    (re.compile(rf"{_WEEKDAY}{_MONTH} (?P<day>\d{{1,2}}) {_YEAR}{_ERA}"), _named_month),
    (re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.?[ -](?:of )?{_MONTH}[ -]{_YEAR}{_ERA}"), _named_month),
    (re.compile(rf"{_YEAR}(?P<era>)[ -]{_MONTH}[ -](?P<day>\d{{1,2}})"), _named_month),
    (re.compile(rf"(?:{_PART})?{_MONTH}(?: of)?[ -]{_YEAR}{_ERA}"), _named_month),
    (re.compile(rf"(?P<season>{'|'.join(sorted(_SEASONS, reverse=True))})(?: of)? {_YEAR}{_ERA}"), _part_of_year),
    (re.compile(rf"(?P<year>\d{{4}})(?P<era>) (?P<season>{'|'.join(_SEASONS)})"), _part_of_year),
    (re.compile(rf"{_PART}(?P<year>\d{{2,4}})'?s"), _decade),
    (re.compile(r"(?P<part>)(?P<year>\d{3}0)'?s"), _decade),
    (re.compile(r"(?P<part>)'?(?P<year>\d0)'?s"), _decade),
    (re.compile(rf"{_PART}{_YEAR}{_ERA}"), _third_of_year),
    (re.compile(r"(?P<unit>[qh])(?P<number>\d) ?/? ?(?P<year>\d{4})"), _quarter),
    (re.compile(r"(?P<year>\d{4}) ?[-/]? ?(?P<unit>[qh])(?P<number>\d)"), _quarter),
    (re.compile(r"(?P<number>\d)(?:st|nd|rd|th) (?P<unit>quarter|half)(?: of)? (?P<year>\d{4})"), _quarter),
    (re.compile(rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th) century{_ERA}"), _century),
)
