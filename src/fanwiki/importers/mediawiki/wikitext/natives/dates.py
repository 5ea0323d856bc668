"""Days: of birth and death, of a film's release, of the beginning and end of things."""

from __future__ import annotations

from collections.abc import Callable

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY_FIRST = frozenset(("y", "yes", "1", "true", "on"))


def written(year: str, month: str = "", day: str = "", *, day_first: bool = False) -> str:
    """Write a day as people do; anything that is no number stays as it is."""
    if month.isdecimal() and 1 <= int(month) <= len(_MONTHS):
        month = _MONTHS[int(month) - 1]
    day = str(int(day)) if day.isdecimal() else day
    if not month:
        return year
    if not day:
        return f"{month} {year}".strip()
    return f"{day} {month} {year}" if day_first else f"{month} {day}, {year}"


def _day_first(call: NativeCall) -> bool:
    return call.get("df", "dayfirst").lower() in _DAY_FIRST


def _plain_values(call: NativeCall) -> list[str]:
    return [*call.values, "", "", "", "", "", ""]


def _date(call: NativeCall) -> str:
    values = _plain_values(call)
    if values[0] and not values[0].isdecimal():
        return values[0]  # {{start-date|7 December 1941}}
    return written(*values[:3], day_first=_day_first(call))


def _death_and_age(call: NativeCall) -> str:
    """Read a day of death that is followed by the day of birth, which gives the age."""
    values = _plain_values(call)
    died = written(*values[:3], day_first=_day_first(call))
    if not all(value.isdecimal() for value in values[:6]):
        return died
    (year, month, day), (birth_year, birth_month, birth_day) = map(int, values[:3]), map(int, values[3:6])
    age = year - birth_year - ((month, day) < (birth_month, birth_day))
    return f"{died} (aged {age})"


def _film_dates(call: NativeCall) -> str:
    """Read ``{{Film date|1999|3|24|Westwood|1999|3|31|United States}}``: a line for each release."""
    values, found = call.values, []
    for start in range(0, len(values), 4):
        year, month, day, place = [*values[start : start + 4], "", "", ""][:4]
        if year:
            found.append(written(year, month, day, day_first=_day_first(call)) + (f" ({place})" if place else ""))
    return "<br>".join(found)


def _sorted_date(call: NativeCall) -> str:
    """Read ``{{dts|1999|3|31}}`` and ``{{dts|March 31, 1999}}``."""
    return _date(call) if call.get("1").isdecimal() and call.get("2") else call.get("1")


def _year(call: NativeCall) -> str:
    return call.get("1")


def _year_between(word: str) -> Callable[[NativeCall], str]:
    return lambda call: f"{word}{'–'.join(call.filled[:2])}"


DATES: dict[str, Native] = {
    **dict.fromkeys(("birth date", "birth date and age", "birthdate", "birthdate and age", "bda", "dob", "bd"), _date),
    **dict.fromkeys(("birth-date", "birth-date and age", "birth date and age2", "b-da", "birth"), _date),
    **dict.fromkeys(("death date", "death-date", "deathdate", "dod"), _date),
    **dict.fromkeys(("death date and age", "death-date and age", "dda", "death date and given age"), _death_and_age),
    **dict.fromkeys(("start date", "end date", "start-date", "end-date", "start date and age", "release date"), _date),
    **dict.fromkeys(("date", "formatdate", "format date", "opening date", "launch date", "airdate", "air date"), _date),
    **dict.fromkeys(("film date", "filmdate", "film release", "tv date", "vgrelease date", "released"), _film_dates),
    **dict.fromkeys(("dts", "date table sorting", "sort date", "dtsh"), _sorted_date),
    **dict.fromkeys(
        ("birth year and age", "birth year", "death year", "death year and age", "birth based on age"), _year
    ),
    **dict.fromkeys(("circa date",), _year_between("c. ")),
}
