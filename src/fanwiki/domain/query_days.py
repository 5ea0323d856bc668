"""Days in queries: ``2020``, ``2020-12``, ``20201218``, ranges, and spans that end today such as ``day-7``."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from fanwiki.domain.query_tree import Range

_ISO = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?")
_SPAN = re.compile(r"(day|week|month|year)s?(?:-(\d{1,4}))?")
_BEFORE = "<"
_AFTER = ">"


def read_days(text: str, today: date) -> Range | None:
    """Read a day, a span or a range of days; None when it is none.

    ``>2020`` begins after the year's end, ``>=2020`` at its beginning; ``a..b`` includes both ends.
    """
    text = text.strip().lower()
    for sign in (">=", "<=", ">", "<", "="):
        if text.startswith(sign):
            span = _span(text[len(sign) :].strip(), today)
            return None if span is None else _compared(sign, *span)
    if ".." in text:
        low, _, high = text.partition("..")
        return _between(low, high, today)
    span = _span(text, today)
    return None if span is None else Range(*span)


def _compared(sign: str, first: str, last: str) -> Range:
    match sign:
        case ">":
            return Range(last, None, open_low=True)
        case ">=":
            return Range(first, None)
        case "<":
            return Range(None, first, open_high=True)
        case "<=":
            return Range(None, last)
        case _:
            return Range(first, last)


def _between(low: str, high: str, today: date) -> Range | None:
    first = _span(low.strip(), today) if low.strip() else None
    last = _span(high.strip(". "), today) if high.strip(". ") else None
    if (first is None and low.strip()) or (last is None and high.strip(". ")) or first is last is None:
        return None
    return Range(first and first[0], last and last[1])


def _span(text: str, today: date) -> tuple[str, str] | None:
    if text == "today":
        return today.isoformat(), today.isoformat()
    if text == "yesterday":
        before = today - timedelta(days=1)
        return before.isoformat(), before.isoformat()
    spanned = _SPAN.fullmatch(text)
    if spanned:
        return _ago(today, spanned[1], int(spanned[2] or 0)), today.isoformat()
    written = _ISO.fullmatch(text)
    return _written(written) if written else None


def _written(found: re.Match[str]) -> tuple[str, str] | None:
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year == 0 or month > 12 or (month == 0 and found[2]):
        return None
    if not month:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    last = calendar.monthrange(year, month)[1]
    if day > last or (day == 0 and found[3]):
        return None
    return f"{year:04}-{month:02}-{day or 1:02}", f"{year:04}-{month:02}-{day or last:02}"


def _ago(today: date, unit: str, count: int) -> str:
    try:
        match unit:
            case "day":
                return (today - timedelta(days=count)).isoformat()
            case "week":
                return (today - timedelta(weeks=count)).isoformat()
            case "month":
                months = today.year * 12 + today.month - 1 - count
                year, month = divmod(months, 12)
                return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1])).isoformat()
            case _:
                return date(today.year - count, today.month, min(today.day, 28)).isoformat()
    except (OverflowError, ValueError):
        return "0001-01-01"
