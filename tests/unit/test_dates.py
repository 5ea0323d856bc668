from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fanwiki.domain.dates import read_date, sort_key, year_of

UNDERSTOOD = {
    "2020": ("2020-01-01", "2020-12-31"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "2020-12-25": ("2020-12-25", "2020-12-25"),
    "2020/12/25": ("2020-12-25", "2020-12-25"),
    "2020-12-25T10:00:00Z": ("2020-12-25", "2020-12-25"),
    "2020-12-25 (United States)": ("2020-12-25", "2020-12-25"),
    "December 25, 2020": ("2020-12-25", "2020-12-25"),
    "Friday, December 25, 2020": ("2020-12-25", "2020-12-25"),
    "25 December 2020": ("2020-12-25", "2020-12-25"),
    "25th of December 2020": ("2020-12-25", "2020-12-25"),
    "Dec 2020": ("2020-12-01", "2020-12-31"),
    "Sept. 3, 1999": ("1999-09-03", "1999-09-03"),
    "25.12.2020": ("2020-12-25", "2020-12-25"),
    "12/25/2020": ("2020-12-25", "2020-12-25"),
    "25/12/2020": ("2020-12-25", "2020-12-25"),
    "Fall 2026": ("2026-09-01", "2026-11-30"),
    "autumn of 2026": ("2026-09-01", "2026-11-30"),
    "Winter 2026": ("2026-12-01", "2027-02-28"),
    "Christmas 2026": ("2026-12-25", "2026-12-25"),
    "Q3 2026": ("2026-07-01", "2026-09-30"),
    "2026 Q3": ("2026-07-01", "2026-09-30"),
    "3rd quarter of 2026": ("2026-07-01", "2026-09-30"),
    "H1 2027": ("2027-01-01", "2027-06-30"),
    "early 2026": ("2026-01-01", "2026-04-30"),
    "mid-2026": ("2026-05-01", "2026-08-31"),
    "late May 2026": ("2026-05-21", "2026-05-31"),
    "the 1990s": ("1990-01-01", "1999-12-31"),
    "'90s": ("1990-01-01", "1999-12-31"),
    "late 1990s": ("1997-01-01", "1999-12-31"),
    "19th century": ("1801-01-01", "1900-12-31"),
    "c. 1985": ("1985-01-01", "1985-12-31"),
    "2020..2021": ("2020-01-01", "2021-12-31"),
    "2020–2021": ("2020-01-01", "2021-12-31"),
    "2019-20": ("2019-01-01", "2020-12-31"),
    "2011-12": ("2011-12-01", "2011-12-31"),
    "between 2019 and 2021": ("2019-01-01", "2021-12-31"),
    "May–June 2020": ("2020-05-01", "2020-06-30"),
    "May 3–7, 2020": ("2020-05-03", "2020-05-07"),
    "3–7 May 2020": ("2020-05-03", "2020-05-07"),
    "December 28, 2020 – January 3, 2021": ("2020-12-28", "2021-01-03"),
    "2020-05-01/2020-06-01": ("2020-05-01", "2020-06-01"),
    "since 2020": ("2020-01-01", None),
    "2020–present": ("2020-01-01", None),
    "by 2026": (None, "2026-12-31"),
    "19 BBY": ("-0019-01-01", "-0019-12-31"),
    "32–19 BBY": ("-0032-01-01", "-0019-12-31"),
    "March 44 BC": ("-0044-03-01", "-0044-03-31"),
    "4 ABY": ("0004-01-01", "0004-12-31"),
    "5 BC – 30 AD": ("-0005-01-01", "0030-12-31"),
    "1st century BC": ("-0100-01-01", "-0001-12-31"),
    "10191": ("+10191-01-01", "+10191-12-31"),
    "TBA": (None, None),
    "unknown": (None, None),
}
NOT_UNDERSTOOD = ["soonish", "2020-13", "2020-02-30", "03/04/2020", "December 25", "31 June 2020", "2021–2020", "45"]
NOT_UNDERSTOOD += ["9" * 200]


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_a_date_is_read_as_the_days_it_may_mean(text: str) -> None:
    date = read_date(text)
    assert date is not None
    assert (date.earliest, date.latest) == UNDERSTOOD[text]
    assert date.text == text


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_could_mean_anything_is_not_understood(text: str) -> None:
    assert read_date(text) is None


def test_dates_sort_by_their_first_day_then_their_last_and_undated_last() -> None:
    in_order = ["10th century BC", "44 BC", "19 BBY", "4 ABY", "1999", "1999-01-01", "by 2000", "2001", "10191", "TBA"]
    in_order[4:6] = ["1999-01-01", "1999"]
    dates = [read_date(text) for text in reversed(in_order)]
    assert [date.text for date in sorted(filter(None, dates), key=lambda date: date.sort_key)] == in_order


def test_facts_sort_like_the_dates_they_were_made_of() -> None:
    date = read_date("32–19 BBY")
    assert date is not None
    assert sort_key(date.earliest, date.latest) == date.sort_key


@settings(deadline=None)
@given(st.dates())
def test_every_day_is_read_in_every_common_form(day: datetime.date) -> None:
    iso = day.isoformat()
    year = f"{day.year:04}"
    forms = (
        iso,
        f"{day:%B} {day.day}, {year}",
        f"{day.day} {day:%b} {year}",
        f"{day:%A}, {day.day} {day:%B} {year}",
        f"{day.day}.{day.month}.{year}",
    )
    for form in forms:
        date = read_date(form)
        assert date is not None, form
        assert (date.earliest, date.latest) == (iso, iso)


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -–/.,abcdefjmnoprstuvyQBCH?'~()", max_size=40))
@example("1-1-1-1")
@example("- - -")
def test_no_text_is_an_error_and_no_date_ends_before_it_begins(text: str) -> None:
    date = read_date(text)
    if date is not None and date.earliest and date.latest:
        assert sort_key(date.earliest, None) <= sort_key(date.latest, None)


@pytest.mark.parametrize(("text", "year"), [("44 BC", "-44"), ("19 BBY", "-19"), ("May 25, 1979", "1979")])
def test_the_year_of_a_day_is_written_as_people_write_it(text: str, year: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.earliest is not None
    assert year_of(date.earliest) == year


def test_a_year_beyond_four_digits_is_kept_whole() -> None:
    assert year_of("+12023-01-01") == "12023"
