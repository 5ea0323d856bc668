"""Sentences below the window, in another language than English."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from fanwiki.errors import FanwikiError
from fanwiki.services import languages
from fanwiki.wording import (
    Catalogue,
    heard,
    phrase,
    say,
    say_label,
    say_number,
    speaking,
    spoken,
    written,
)

GERMAN = Catalogue(
    "de",
    texts={"There is no page “%1”.": "Es gibt keine Seite „%1“.", "%1 of %2": "von %2: %1", "Gone.": "Fort."},
    labels={"Director": "Regie"},
    numbers={"%1 pages": ["eine Seite", "%1 Seiten"]},
    stored={
        "“%1” is %2 too many.": "„%1“ ist um %2 zu viel.",
        "“%l1” should be %t2, not “%3”.": "„%l1“ sollte %t2 sein, nicht „%3“.",
        "Take back: %t1": "Zurücknehmen: %t1",
        "%1": "?%1",
        "Restored": "Wiederhergestellt",
    },
    phrases={"one of %1": "eins von %1", "a date": "ein Datum"},
)


def test_without_a_language_all_is_english() -> None:
    assert say("There is no page “%1”.", "Up") == "There is no page “Up”."
    assert [say_number(number, "one page", "%1 pages") for number in (0, 1)] == ["0 pages", "one page"]
    assert (say_label("Director"), spoken().language) == ("Director", "en")


def test_places_may_stand_in_another_order_and_values_are_taken_as_they_are() -> None:
    with speaking(GERMAN):
        assert say("%1 of %2", "%2", 3) == "von 3: %2"
        assert [say_number(number, "one page", "%1 pages") for number in (0, 1, 2)] == [
            *("0 Seiten", "eine Seite", "2 Seiten")
        ]


def test_an_error_is_told_in_the_language_that_is_spoken_where_it_happens() -> None:
    with speaking(GERMAN):
        error = FanwikiError(say("There is no page “%1”.", "Up"), "Gone.")
    assert str(error) == "Es gibt keine Seite „Up“. Fort."


def test_own_labels_stay() -> None:
    with speaking(GERMAN):
        assert (say_label("Director"), say_label("Stunts")) == ("Regie", "Stunts")


def test_kept_texts_are_written_in_english_and_heard_in_the_language_of_the_reader() -> None:
    with speaking(GERMAN):
        kept = written("“%1” is %2 too many.", "Cast", 3)
        assert kept == "“Cast” is 3 too many."
        assert (heard(kept), heard("Restored")) == ("„Cast“ ist um 3 zu viel.", "Wiederhergestellt")


def test_what_stands_within_a_kept_text_is_heard_too() -> None:
    kept = written("“%l1” should be %t2, not “%3”.", "Director", phrase("one of %1", "a, b"), "a date")
    assert kept == "“Director” should be one of a, b, not “a date”."
    with speaking(GERMAN):
        assert heard(kept) == "„Regie“ sollte eins von a, b sein, nicht „a date“."
        assert heard("“Stunts” should be a date, not “x”.") == "„Stunts“ sollte ein Datum sein, nicht „x“."
        assert heard("Take back: “Cast” is 3 too many.") == "Zurücknehmen: „Cast“ ist um 3 zu viel."


def test_a_part_of_a_kept_text_is_no_text_by_itself() -> None:
    """Somebody's own comment may be called as a part of ours is."""
    catalogue = replace(GERMAN, stored={"Restored": "Wiederhergestellt"})
    with speaking(catalogue):
        assert [heard(text) for text in ("a date", "one of us")] == ["a date", "one of us"]


def test_another_thread_speaks_what_all_speak() -> None:
    found = []
    with speaking(GERMAN):
        thread = threading.Thread(target=lambda: found.append(spoken().language))
        thread.start()
        thread.join()
    assert found == ["en"]


def test_there_is_no_unknown_language() -> None:
    with pytest.raises(FanwikiError, match="no language “xx”"):
        languages.catalogue("xx")
    assert languages.catalogue("en") == Catalogue()
