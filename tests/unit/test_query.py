"""The query language: what is understood, what is said about it, and that nothing is an error."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.query import FieldNames, Query, explain, parse, texts
from fanwiki.domain.query_tree import (
    And,
    DateIs,
    FieldHas,
    FilmIs,
    Has,
    Is,
    KindIs,
    LinkedFrom,
    LinksTo,
    Node,
    Not,
    Or,
    PageDate,
    Range,
    Scope,
    State,
    TagIs,
    Text,
)
from fanwiki.paths import resources

TODAY = date(2026, 7, 31)


def kinds() -> list[Kind]:
    return [read_kind(path.read_text("utf-8")) for path in sorted((resources() / "kinds").glob("*.toml"))]


FIELDS = FieldNames(kinds())


def read(text: str) -> Query:
    return parse(text, FIELDS, today=TODAY)


def root(text: str) -> Node | None:
    query = read(text)
    assert query.notes == (), query.notes
    return query.root


def word(text: str, *, begins: bool = False, scope: Scope = Scope.ANYWHERE) -> Text:
    return Text(text, (text,), begins=begins, scope=scope)


def test_words_must_all_be_there_and_the_last_may_be_unfinished() -> None:
    assert root("Alien quee") == And((Text("Alien", ("alien",)), word("quee", begins=True)))


def test_a_space_at_the_end_finishes_the_last_word() -> None:
    assert root("queen ") == word("queen")


def test_without_typing_the_last_word_is_finished() -> None:
    assert parse("queen", FIELDS, typing=False).root == word("queen")


def test_or_binds_weaker_than_and() -> None:
    assert root("a b OR c ") == Or((And((word("a"), word("b"))), word("c")))


def test_parentheses_group() -> None:
    assert root("a (b OR c) d ") == And((word("a"), Or((word("b"), word("c"))), word("d")))


@pytest.mark.parametrize("text", ["-a ", "NOT a ", "-(a) ", "---a "])
def test_minus_and_not_negate(text: str) -> None:
    assert root(text) == Not(word("a"))


def test_a_hyphen_before_a_space_is_a_dash() -> None:
    assert root("alien - aliens ") == And((word("alien"), word("aliens")))


def test_quotes_make_an_exact_phrase_even_unclosed_or_curly() -> None:
    phrase = Text("two words", ("two", "words"), exact=True)
    assert root('"two words"') == root('"two words') == root("“two words”") == phrase


def test_a_star_asks_for_a_beginning() -> None:
    assert root("wor* x ") == And((Text("wor", ("wor",), begins=True, starred=True), word("x")))


def test_a_word_with_a_hyphen_or_apostrophe_is_a_phrase() -> None:
    assert root("o'neill ") == Text("o'neill", ("o", "neill"))


def test_a_single_character_of_an_unspaced_script_begins_a_pair() -> None:
    assert root("宇 ") == Text("宇", ("宇",), begins=True)
    assert root("宇宙戦") == Text("宇宙戦", ("宇宙", "宙戦"))


def test_scopes_say_where_to_look() -> None:
    assert root("title:neo ") == word("neo", scope=Scope.NAMES)
    assert root('section:"the end"') == Text("the end", ("the", "end"), exact=True, scope=Scope.HEADINGS)
    assert root("body:rain ") == word("rain", scope=Scope.BODY)


def test_a_kind_is_found_by_name_label_plural_and_beginning() -> None:
    for text in ("kind:film", "kind:Films", "type:FILM", "kind:fil"):
        assert root(text) == KindIs(("film",), "Film")


def test_filters_of_every_page() -> None:
    assert root("tag:#a/b") == TagIs("a/b")
    assert root('film:"Spy Kids"') == FilmIs("Spy Kids")
    assert root("linksto:[[Neo#Life|he]]") == LinksTo("Neo")
    assert root("linkedfrom:Neo") == LinkedFrom("Neo")
    assert root("is:orphans") == Is(State.ORPHAN, "2026-07-31")
    assert root("is:due") == Is(State.DUE, "2026-07-31")
    assert root("has:aliases") == Has("alias", label="alias")


def test_a_field_is_found_by_name_label_and_other_words_for_it() -> None:
    performer = root('performer:"Keanu Reeves"')
    assert isinstance(performer, FieldHas)
    assert [(path.field, path.sub) for path in performer.paths] == [("cast", "performer")]
    actor = root('actor:"Keanu Reeves"')
    assert isinstance(actor, FieldHas)
    assert actor.paths == performer.paths
    for text in ('"First appearance":Alien', "first_appearance:Alien", "first-appearance:Alien"):
        found = root(text)
        assert isinstance(found, FieldHas)
        assert found.paths[0].field == "first_appearance"


def test_numbers_compare_and_range() -> None:
    expected = {
        "confidence:50": Range(50.0, 50.0),
        "confidence:>50": Range(50.0, None, open_low=True),
        "confidence:<=50%": Range(None, 50.0),
        "confidence:20..50": Range(20.0, 50.0),
        "confidence:..50": Range(None, 50.0),
    }
    for text, numbers in expected.items():
        found = root(text)
        assert isinstance(found, FieldHas)
        assert found.numbers == numbers


def test_years_mean_the_first_date_of_each_kind() -> None:
    found = root("year:1977..1983")
    assert isinstance(found, FieldHas)
    assert found.days == Range("1977-01-01", "1983-12-31")
    assert ("released", "date") in {(path.field, path.sub) for path in found.paths}


def test_days_are_read_in_all_their_forms() -> None:
    expected = {
        "created:20201218": Range("2020-12-18", "2020-12-18"),
        "created:2020-02": Range("2020-02-01", "2020-02-29"),
        "created:day-7": Range("2026-07-24", "2026-07-31"),
        "created:month-2": Range("2026-05-31", "2026-07-31"),
        "created:today": Range("2026-07-31", "2026-07-31"),
        "created:>2020": Range("2020-12-31", None, open_low=True),
        "created:<2020-03": Range(None, "2020-03-01", open_high=True),
        "created:2020..": Range("2020-01-01", None),
    }
    for text, days in expected.items():
        assert root(text) == DateIs(PageDate.CREATED, days, text.partition(":")[2]), text


def test_obsidian_properties_are_filters() -> None:
    assert root("[confidence:>50]") == root("confidence:>50")
    assert root("[image]") == root("has:image")
    assert root("[image:null]") == root("-has:image")


def test_any_makes_alternatives_of_what_is_asked() -> None:
    assert root("any:1 a b ") == Or((word("a"), word("b")))


def test_sort_and_limit_belong_to_the_answer() -> None:
    query = read("kind:film sort:-released sort:title limit:5")
    assert [(sort.by, sort.descending) for sort in query.sort] == [("field", True), ("title", False)]
    assert query.limit == 5
    assert query.root == KindIs(("film",), "Film")


def test_whether_other_forms_count_belongs_to_the_answer() -> None:
    assert read("hero ").stems is None
    assert read("stems:0 hero ").stems is False
    assert explain(read("stems:0 hero ")) == "Understood as pages: with “hero”, words in just this form."
    assert read("stems:maybe hero ").stems is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("foo:bar ", ("foo", "bar")),
        ("kind:nonsense ", ("kind", "nonsense")),
        ("confidence:abc ", ("confidence", "abc")),
        ("created:2020-13 ", ("created", "2020-13")),
        ("is:tall ", ("is", "tall")),
        ("sort:nonsense ", ("sort", "nonsense")),
    ],
)
def test_a_wrong_filter_is_read_as_text_and_said_so(text: str, found: tuple[str, ...]) -> None:
    query = read(text)
    assert tuple(part.text for part in texts(query.root)) == found
    assert len(query.notes) == 1
    assert "was read as text" in query.notes[0]
    assert query.notes[0] in explain(query)


def test_a_filter_that_is_still_typed_waits() -> None:
    query = read("alien kind:")
    assert query.root == Text("alien", ("alien",))
    assert query.notes == ("“kind:” waits for a value.",)
    finished = parse("alien kind:", FIELDS, typing=False)
    assert finished.notes == ("“kind:” has no value and was read as text.",)


def test_a_colon_before_a_space_is_punctuation() -> None:
    assert root("alien: covenant ") == And((Text("alien:", ("alien",)), word("covenant")))


def test_the_explanation_names_what_was_understood() -> None:
    said = explain(read('hero spi* kind:film -tag:old actor:"Keanu Reeves" year:1977..1983 sort:-released limit:3'))
    assert said == (
        "Understood as pages: with “hero” and with a word that begins with “spi” and of kind Film and "
        "not (tagged “old”) and with Performer “Keanu Reeves” and dated from 1977 to 1983, "
        "sorted by Released, last first, the first 3."
    )


def test_whole_years_are_said_as_years() -> None:
    expected = {
        "year:1977": "dated in 1977",
        "year:>2010": "dated after 2010",
        "year:<2010": "dated before 2010",
        "year:2010..": "dated from 2010",
        "year:..2010": "dated up to 2010",
        "created:2020-02": "created from 2020-02-01 to 2020-02-29",
        "created:2020-12-31": "created on 2020-12-31",
        "created:>2020-12-31": "created after 2020",
        "created:2020-01-01..2020-05-31": "created from 2020-01-01 to 2020-05-31",
    }
    assert {text: explain(read(text)) for text in expected} == {
        text: f"Understood as pages: {said}." for text, said in expected.items()
    }


def test_a_field_that_kinds_call_differently_is_said_as_it_was_typed() -> None:
    assert explain(read("has:image")) == "Understood as pages: with Image."
    assert explain(read("released:2020-12")) == "Understood as pages: with Released “2020-12”."


def test_filters_are_known_in_the_plural_that_front_matter_uses() -> None:
    assert root("tags:a/b") == TagIs("a/b")
    assert root("[tags:old]") == TagIs("old")
    assert root("aliases:neo ") == root("alias:neo ")
    own = FieldNames([read_kind('name = "a"\nlabel = "A"\nplural = "As"\n[[fields]]\nname = "files"\nlabel = "Files"')])
    assert isinstance(parse("files:x", own).root, FieldHas)


def test_the_last_word_of_a_scope_may_be_unfinished() -> None:
    assert root("title:ne") == word("ne", begins=True, scope=Scope.NAMES)
    assert root("title:ne alien ") == And((word("ne", scope=Scope.NAMES), word("alien")))
    assert parse("title:ne", FIELDS, typing=False).root == word("ne", scope=Scope.NAMES)


def test_a_small_or_is_a_word_and_that_is_said() -> None:
    query = read("dead or alive ")
    assert query.root == And((word("dead"), word("or"), word("alive")))
    assert query.notes == ("“or” was read as a word; OR in capitals asks for one or the other.",)
    assert read('"or" alive ').notes == read("or alive ").notes == read("dead or").notes == ()


def test_a_sign_that_is_no_word_is_left_out_and_that_is_said() -> None:
    query = read("alien 🎬 ")
    assert query.root == word("alien")
    assert query.notes == ("“🎬” holds no word. It was left out.",)
    assert read("batman & robin - ... ").notes == ()


def test_deep_and_endless_queries_are_cut() -> None:
    assert "nest" in " ".join(read("(" * 500 + "a" + ")" * 500).notes)
    assert "64" in " ".join(read("a " * 500).notes)
    assert "2000" in " ".join(read("a" * 5000).notes)


SYNTAX = st.sampled_from(
    [
        *"\" ' ( ) * - : OR AND NOT NEAR NEAR( ^ + { } [ ] [[ ]]".split(),
        *r"kind: status: year:1..2 .. > < day- sort: 宇 ß % \ -(".split(),
        *("\0", "\ud800", "e\u0301", "\u200b"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(SYNTAX, st.text(max_size=8), st.just(" ")), max_size=20).map("".join))
def test_every_text_is_a_query_and_can_be_explained(text: str) -> None:
    query = read(text)
    assert explain(query).startswith("Understood as")
    for part in texts(query.root):
        assert part.words
        assert all(part.words)
