"""What searching finds, in which order, with what shown of it, and what it never tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_making import cast, document, film, linking, save, save_in, segment, tag

from fanwiki.domain.document import Document, Fact, Link, Name
from fanwiki.domain.gate import Gate
from fanwiki.domain.query import FieldNames, Query, parse
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.store import search as search_room
from fanwiki.store import search_index, search_orphans
from fanwiki.store.reader import Reader
from fanwiki.store.search_listing import Place
from fanwiki.store.search_results import SearchResult
from fanwiki.store.wiki_file import WikiFile

ALIEN = Gate.of("Alien")
SEEN_ALIEN = Viewer.who_has_seen(["Alien"])


@contextmanager
def filled(wiki: WikiFile, *documents: Document, viewer: Viewer = CURATOR) -> Iterator[Reader]:
    with wiki.writing() as writer:
        for made in documents:
            save_in(writer, made)
    with wiki.reading(viewer) as reader:
        yield reader


def search(reader: Reader, text: str, *, limit: int = 20, thorough: bool = False) -> SearchResult:
    query = parse(text, FieldNames(reader.kinds().values()))
    return reader.search.run(query, limit=limit, thorough=thorough)


def _read(reader: Reader, text: str) -> Query:
    return parse(text, FieldNames(reader.kinds().values()))


def titles(reader: Reader, text: str) -> list[str]:
    return [hit.page.title for hit in search(reader, text).hits]


def listed(reader: Reader, text: str) -> list[str]:
    query = parse(text, FieldNames(reader.kinds().values()), typing=False)
    return [page.title for page in reader.search.pages(query)]


def fact(field: str, text: str, **parts: object) -> Fact:
    return Fact(field, 0, str(parts.pop("sub", "")), text, **parts)  # type: ignore[arg-type]


# Ranking


def test_the_best_come_first(wiki: WikiFile) -> None:
    pages = [
        document("In the text", segments=(segment("something about a wolverine in passing, and much else besides"),)),
        document("In a heading", segments=(segment("nothing", heading="The wolverine"),)),
        document("In a field", facts=(fact("species", "wolverine"),)),
        document("Young Wolverine"),
        document("Wolverine and friends"),
        document("Logan", names=(Name("Wolverine", is_title=False),)),
        document("Wolverine"),
    ]
    with filled(wiki, *pages) as reader:
        assert titles(reader, "wolverine ") == [made.title for made in reversed(pages)]


def test_among_equals_the_page_with_more_links_comes_first(wiki: WikiFile) -> None:
    pages = [document("Guppy one"), document("Guppy two"), *(linking(f"Fan {n}", "Guppy two") for n in range(5))]
    with filled(wiki, *pages) as reader:
        assert titles(reader, "gup")[:2] == ["Guppy two", "Guppy one"]


def test_a_page_rises_when_links_to_it_come_and_sinks_when_they_go(wiki: WikiFile) -> None:
    with filled(wiki, document("Guppy one"), document("Guppy two")) as reader:
        assert titles(reader, "gup") == ["Guppy one", "Guppy two"]
    save(wiki, linking("Fan", "Guppy two"))
    with wiki.reading(CURATOR) as reader:
        assert titles(reader, "gup")[:2] == ["Guppy two", "Guppy one"]
    save(wiki, linking("Fan", "Guppy one"), base=1)
    with wiki.reading(CURATOR) as reader:
        assert titles(reader, "gup")[:2] == ["Guppy one", "Guppy two"]


def test_an_article_at_the_beginning_of_a_title_does_not_count(wiki: WikiFile) -> None:
    with filled(wiki, document("Matrix fans"), document("The Matrix")) as reader:
        assert titles(reader, "matrix ") == ["The Matrix", "Matrix fans"]


def test_a_name_with_the_word_itself_comes_before_names_with_other_forms_of_it(wiki: WikiFile) -> None:
    pages = [document("Hank Stone"), document("Hank Azaria"), document("Tom Hanks"), linking("Fan", "Hank Stone")]
    with filled(wiki, *pages) as reader:
        assert titles(reader, "hanks")[0] == "Tom Hanks"
        assert titles(reader, "hank")[0] == "Hank Stone"


def test_part_of_a_title_means_the_page_of_that_title_before_others_that_begin_so(wiki: WikiFile) -> None:
    pages = [
        film("The Matrix", facts=cast(0, "Neo", "Keanu Reeves")),
        film("The Matrix Reloaded", facts=cast(0, "Seraph", "Collin Chou")),
        document("Neo"),
        document("Seraph"),
    ]
    with filled(wiki, *pages) as reader:
        assert set(listed(reader, "film:matrix")) == {"The Matrix", "Neo"}
        assert set(listed(reader, "film:reloaded")) == {"The Matrix Reloaded", "Seraph"}


def test_a_hidden_title_does_not_tell_of_itself_by_what_its_name_finds(wiki: WikiFile) -> None:
    pages = [
        document("Ash", gate=ALIEN),
        document("Ash Wednesday"),
        linking("Calendar", "Ash Wednesday"),
        linking("Secret", "Ash tree", gate=ALIEN),
        document("Ash tree house"),
        linking("Garden", "Ash tree house"),
    ]
    with filled(wiki, *pages, viewer=NEWCOMER) as reader:
        assert set(listed(reader, "linksto:ash")) == {"Calendar", "Garden"}
        assert listed(reader, 'linksto:"ash tree"') == ["Garden"]
    with wiki.reading(CURATOR) as reader:
        assert listed(reader, "linksto:ash") == []
        assert listed(reader, 'linksto:"ash tree"') == ["Secret"]


def test_an_arabic_word_is_found_with_and_without_its_article(wiki: WikiFile) -> None:
    with filled(wiki, document("الرسالة"), document("A", segments=(segment("رسالة"),))) as reader:
        assert set(titles(reader, "رسالة ")) == set(titles(reader, "الرسالة")) == {"الرسالة", "A"}


def test_a_page_named_in_the_query_that_has_the_rest_comes_first(wiki: WikiFile) -> None:
    deep = segment("shark shark powers powers powers boy boy", heading="Powers of the shark boy")
    pages = [
        *(document(f"Other {number}", segments=(deep,)) for number in range(3)),
        *(linking(f"Fan {number}", "Other 1", "Other 2") for number in range(6)),
        document("Shark Boy", segments=(segment("a long text about nothing at all"), segment("few", heading="Powers"))),
        document("Hidden", gate=ALIEN, names=(Name("Boy", is_title=False, gate=ALIEN),), segments=(deep,)),
    ]
    with filled(wiki, *pages, viewer=NEWCOMER) as reader:
        for text in ("shark boy powers ", "powers shark boy ", "shark boy pow"):
            result = search(reader, text)
            assert result.hits[0].page.title == "Shark Boy", text
            assert result.total == 4
        assert result.hits[0].section == "Powers"


@pytest.mark.parametrize("rest", ["power", "powers -guppy", "powers kind:article"])
def test_a_named_page_with_the_rest_comes_first_though_counting_ended_before_it(
    wiki: WikiFile, rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fanwiki.store.search.MOST_COUNTED", 20)
    monkeypatch.setattr("fanwiki.store.search_ranking.ENOUGH", 10)
    others = (document(f"P{number}", segments=(segment("shark boy powers"),)) for number in range(50))
    pages = [
        *others,
        document("Shark Boy", segments=(segment("he has powers"),)),
        document("Shark", segments=(segment("a fish without any"),)),
        document("Boy", segments=(segment("a shark"), segment("with powers", ALIEN))),
    ]
    with filled(wiki, *pages, viewer=NEWCOMER) as reader:
        result = search(reader, f"shark boy {rest}")
        assert result.hits[0].page.title == "Shark Boy"
        assert {hit.page.title for hit in result.hits}.isdisjoint({"Shark", "Boy"})
        assert not result.is_all


def test_rare_words_weigh_more_than_common_ones(wiki: WikiFile) -> None:
    pages = [
        document("A", segments=(segment("shark shark shark shark teeth teeth"),)),
        document("B", segments=(segment("one shark, and a long text in which not much is said about any of it"),)),
    ]
    with filled(wiki, *pages) as reader:
        assert titles(reader, "shark teeth ") == ["A"]
        assert titles(reader, "shark ") == ["A", "B"]


# Words


def test_words_may_stand_in_different_sections_of_a_page(wiki: WikiFile) -> None:
    page = document("Both", segments=(segment("a shark", heading="Powers"), segment("some lava", heading="Friends")))
    with filled(wiki, page, document("One", segments=(segment("a shark"),))) as reader:
        assert titles(reader, "shark lava ") == ["Both"]


def test_a_phrase_does_not_reach_across_sections(wiki: WikiFile) -> None:
    page = document("A", segments=(segment("the shark"), segment("boy wonder", heading="More")))
    with filled(wiki, page, document("B", segments=(segment("a shark boy"),))) as reader:
        assert titles(reader, '"shark boy"') == ["B"]


def test_accents_and_case_do_not_count(wiki: WikiFile) -> None:
    page = document("Éowyn", segments=(segment("A SHIELDMAIDEN of Rohan, née Straße"),))
    with filled(wiki, page) as reader:
        for text in ("eowyn", "EOWYN", "shieldmaiden", "nee", "strasse", "STRASSE"):
            assert titles(reader, text) == ["Éowyn"], text


def test_other_forms_of_an_english_word_are_found_but_not_in_quotes(wiki: WikiFile) -> None:
    with filled(wiki, document("A", segments=(segment("the heroes stopped running"),))) as reader:
        for text in ("hero ", "stop ", "runs ", "heroes "):
            assert titles(reader, text) == ["A"], text
        assert titles(reader, '"hero"') == []


def test_a_wiki_in_another_language_can_do_without_english_forms(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        save_in(writer, document("A", segments=(segment("the heroes"),)))
        writer.put_stems(False)
    with wiki.reading(CURATOR) as reader:
        assert titles(reader, "hero ") == []
        assert titles(reader, "heroes ") == ["A"]


def test_a_query_chooses_whether_other_forms_count(wiki: WikiFile) -> None:
    with filled(wiki, document("A", segments=(segment("the heroes"),))) as reader:
        assert listed(reader, "hero") == listed(reader, "stems:1 hero") == ["A"]
        assert listed(reader, "stems:0 hero") == []
        assert listed(reader, "stems:0 heroes") == ["A"]
        assert titles(reader, "stems:0 hero ") == []


@pytest.mark.parametrize("text", ["宇", "宇宙", "戦艦", "宙戦艦ヤ", "ヤマト", "ト"])
def test_scripts_without_spaces_are_found_by_any_part(wiki: WikiFile, text: str) -> None:
    page = document("A", segments=(segment("劇場版宇宙戦艦ヤマトの話"),))
    with filled(wiki, page, document("B", segments=(segment("宇都宮と戦士"),))) as reader:
        assert "A" in titles(reader, text)
        assert titles(reader, text)[0] == "A" or text == "宇"


def test_names_are_found_however_they_are_divided(wiki: WikiFile) -> None:
    with filled(wiki, document("Spider-Man"), document("Sharkboy"), document("O'Neill")) as reader:
        for text, title in (
            ("spiderman", "Spider-Man"),
            ("spider man", "Spider-Man"),
            ("spider-man", "Spider-Man"),
            ("shark boy", "Sharkboy"),
            ("oneill", "O'Neill"),
            ("o'neill", "O'Neill"),
        ):
            assert titles(reader, text) == [title], text


def test_numbers_in_titles_are_found_as_figures_and_numerals(wiki: WikiFile) -> None:
    with filled(wiki, document("Rocky II"), document("Rocky V")) as reader:
        assert titles(reader, "rocky 2")[0] == "Rocky II"


def test_a_title_without_any_word_is_found(wiki: WikiFile) -> None:
    with filled(wiki, document("$"), document("!!!"), document("Other")) as reader:
        assert [hit.name for hit in reader.search.titles("$")] == ["$"]
        assert [hit.name for hit in reader.search.titles("!")] == ["!!!"]


def test_every_letter_that_is_typed_keeps_the_page(wiki: WikiFile) -> None:
    noise = [document(f"Page {n}", segments=(segment("wheels and more wheels"),)) for n in range(30)]
    title = "Wheels of Fortune"
    with filled(wiki, document(title), *noise) as reader:
        for length in range(1, len(title) + 1):
            assert titles(reader, title[:length])[0] == title, title[:length]


def test_words_that_no_page_has_together_are_looked_for_one_by_one(wiki: WikiFile) -> None:
    pages = (document("A", segments=(segment("a boy with gills"),)), document("B", segments=(segment("a volcano"),)))
    with filled(wiki, *pages) as reader:
        result = search(reader, "gills volcano ")
        assert {hit.page.title for hit in result.hits} == {"A", "B"}
        assert result.is_loose
        assert not search(reader, "gills boy ").is_loose


def test_a_misspelt_name_is_found_and_said_so(wiki: WikiFile) -> None:
    with filled(wiki, document("Wild Card"), document("Andy Walken"), document("Guppy")) as reader:
        result = search(reader, "andi walkin")
        assert [hit.page.title for hit in result.hits] == ["Andy Walken"]
        assert result.corrected == ("andy", "walken")
        assert search(reader, "andy walken").corrected == ()
        assert search(reader, '"andi walkin"').hits == ()


def test_a_misspelt_performer_without_a_page_leads_to_the_film(wiki: WikiFile) -> None:
    with filled(wiki, film("Heroes", facts=cast(0, "Wheels", "Andy Walken")), document("Other")) as reader:
        assert titles(reader, "andi wolken") == ["Heroes"]


# Filters


@pytest.fixture
def cast_wiki(wiki: WikiFile) -> WikiFile:
    with wiki.writing() as writer:
        for made in (
            film(
                "Alien",
                facts=(
                    fact("status", "released"),
                    fact("released", "1979", sub="date", earliest="1979-01-01", latest="1979-12-31"),
                    fact("runtime", "117", number=117.0),
                    *cast(0, "Ripley", "Sigourney Weaver"),
                    *cast(1, "Ash", "Ian Holm"),
                ),
                tags=(tag("space/horror"),),
            ),
            film(
                "Brazil",
                facts=(
                    fact("status", "released"),
                    fact("released", "1985-02", sub="date", earliest="1985-02-01", latest="1985-02-28"),
                    fact("runtime", "142", number=142.0),
                    *cast(0, "Kurtzmann", "Ian Holm"),
                ),
            ),
            document("Ripley", kind="character", facts=(fact("species", "half-human"),), segments=(segment("brave"),)),
            document("Ash", kind="character", facts=(fact("species", "android"),)),
            document("Ian Holm", kind="person"),
            document(
                "A sequel",
                kind="speculation",
                gate=Gate(frozenset({"#speculation"})),
                facts=(
                    fact("status", "open"),
                    fact("confidence", "60", number=60.0),
                    fact("resolves_by", "2020", earliest="2020-01-01", latest="2020-12-31"),
                    fact("about", "Alien", target="Alien"),
                ),
            ),
            linking("Notes", "Alien", "Nowhere", segments=(segment("on space"),), tags=(tag("space"),)),
        ):
            save_in(writer, made)
    return wiki


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kind:film", {"Alien", "Brazil"}),
        ("-kind:film kind:person", {"Ian Holm"}),
        ("status:released", {"Alien", "Brazil"}),
        ("actor:holm", {"Alien", "Brazil", "Ash", "Ian Holm"}),
        ("actor:holm kind:character", {"Ash"}),
        ('actor:"sigourney weaver" kind:character', {"Ripley"}),
        ("cast.character:ripley", {"Alien", "Ripley"}),
        ("film:Alien kind:character", {"Ripley", "Ash"}),
        ("film:alien kind:speculation", {"A sequel"}),
        ("species:human", {"Ripley"}),
        ("species:HALF-HUMAN", {"Ripley"}),
        ("year:1970..1980", {"Alien"}),
        ("year:>1980 kind:film", {"Brazil"}),
        ("released:1985-02-14", {"Brazil"}),
        ("runtime:>120", {"Brazil"}),
        ("runtime:100..120", {"Alien"}),
        ("confidence:>50", {"A sequel"}),
        ("tag:space", {"Alien", "Notes"}),
        ("tag:space/horror", {"Alien"}),
        ("linksto:Alien", {"Notes"}),
        ("linkedfrom:Notes", {"Alien"}),
        ("linkedfrom:not", {"Alien"}),
        ("linksto:ali", {"Notes"}),
        ("linksto:Nowhere", {"Notes"}),
        ("film:ali kind:character", {"Ripley", "Ash"}),
        ('film:"the alien" kind:character', {"Ripley", "Ash"}),
        ("film:ash", {"Ash", "Alien"}),
        ("film:as", set()),
        ("film:,,", set()),
        ("is:redlink", {"Notes"}),
        ("is:film", {"Alien", "Brazil"}),
        ("is:claim", {"A sequel"}),
        ("is:due", {"A sequel"}),
        ("has:tag", {"Alien", "Notes"}),
        ("has:species", {"Ripley", "Ash"}),
        ("kind:character -has:text brave", {"Ripley"}),
        ("kind:film OR species:android", {"Alien", "Brazil", "Ash"}),
        ("(kind:film year:1979) OR brave ", {"Alien", "Ripley"}),
        ("-(kind:film OR kind:character OR kind:person OR kind:speculation)", {"Notes"}),
        ("space -tag:space", set()),
        ("title:ash", {"Ash"}),
        ("body:brave", {"Ripley"}),
        ("title:brave", set()),
    ],
)
def test_filters_find_what_they_say(cast_wiki: WikiFile, text: str, found: set[str]) -> None:
    with cast_wiki.reading(CURATOR) as reader:
        assert set(listed(reader, text)) == found
        result = search(reader, text + " ", thorough=True)
        assert result.is_loose or {hit.page.title for hit in result.hits} == found


def test_orphans_are_pages_to_which_nothing_links(cast_wiki: WikiFile) -> None:
    with cast_wiki.reading(CURATOR) as reader:
        assert "Alien" not in listed(reader, "is:orphan")
        assert "Notes" in listed(reader, "is:orphan")


def test_pages_are_sorted_as_asked(cast_wiki: WikiFile) -> None:
    with cast_wiki.reading(CURATOR) as reader:
        assert listed(reader, "kind:film sort:year") == ["Alien", "Brazil"]
        assert listed(reader, "kind:film sort:-year") == ["Brazil", "Alien"]
        assert listed(reader, "kind:film sort:-runtime") == ["Brazil", "Alien"]
        assert listed(reader, "kind:character sort:-title") == ["Ripley", "Ash"]
        assert listed(reader, "sort:-links limit:1") == ["Alien"]
        assert [hit.page.title for hit in search(reader, "kind:film sort:-year").hits] == ["Brazil", "Alien"]


def test_pages_without_the_sorted_value_come_last(cast_wiki: WikiFile) -> None:
    with cast_wiki.reading(CURATOR) as reader:
        for text in ("sort:runtime", "sort:-runtime"):
            assert set(listed(reader, text)[:2]) == {"Alien", "Brazil"}


@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER])
def test_the_first_of_a_sorted_list_are_the_beginning_of_the_whole_list(cast_wiki: WikiFile, viewer: Viewer) -> None:
    orders = ("links", "-links", "title", "-title", "updated", "-year", "kind sort:-links", "runtime sort:links")
    with cast_wiki.reading(viewer) as reader:
        for order in orders:
            for what in ("", "-kind:film ", "linksto:Alien OR kind:film "):
                whole = listed(reader, f"{what}sort:{order}")
                for most in range(1, len(whole) + 1):
                    assert listed(reader, f"{what}sort:{order} limit:{most}") == whole[:most], order
                result = search(reader, f"{what}sort:{order} ", limit=2)
                assert [hit.page.title for hit in result.hits] == whole[:2]
                assert (result.total, result.is_all) == (len(whole), True)
                assert [
                    hit.page.title for hit in reader.search.run(_read(reader, f"{what}sort:{order}"), offset=1).hits
                ] == (whole[1:])


LISTS = (
    "",
    "sort:title",
    "sort:-title",
    "sort:links",
    "sort:-links",
    "sort:kind sort:-links",
    "sort:-runtime sort:-title",
    "sort:released",
    "-kind:film sort:updated",
    "-kind:film",
    "kind:film OR space",
    "-space",
    "limit:3",
    "kind:film OR kind:character limit:3",
    "holm",
    "is:redlink OR is:orphan",
    "nothing-has-this",
)


@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER])
@pytest.mark.parametrize("walks", [False, True])
def test_the_parts_of_a_list_are_together_the_whole(
    cast_wiki: WikiFile, viewer: Viewer, walks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if walks:
        monkeypatch.setattr("fanwiki.store.search.FEW_LISTED", -1)
    for text in LISTS:
        with cast_wiki.reading(viewer) as reader:
            whole = listed(reader, text)
            assert reader.search.count(_read(reader, text)) == len(whole), text
        for size in (1, 2, 3, len(whole) or 1, len(whole) + 1):
            titles_of_parts, after, parts = [], "", 0
            while after or not parts:
                with cast_wiki.reading(viewer) as reader:  # as each command of its own would ask
                    part = reader.search.listed(_read(reader, text), size=size, after=after)
                assert (len(part.pages) == size or not part.after, part.total) == (True, len(whole)), text
                titles_of_parts += [page.title for page in part.pages]
                after, parts = part.after, parts + 1
            assert titles_of_parts == whole, (text, size)
            assert parts == max(1, -(-len(whole) // size)), (text, size)


@pytest.mark.parametrize("text", ["", "kind:person sort:-updated", "kind:person sort:title"])
def test_a_page_written_between_two_parts_moves_no_other(cast_wiki: WikiFile, text: str) -> None:
    for name in "BDF":
        save(cast_wiki, document(f"P{name}", kind="person"))
    with cast_wiki.reading(CURATOR) as reader:
        whole = listed(reader, text)
        first = reader.search.listed(_read(reader, text), size=2)
    save(cast_wiki, document("AAA", kind="person"), time="2999-01-01T00:00:00.000Z")
    with cast_wiki.reading(CURATOR) as reader:
        second = reader.search.listed(_read(reader, text), size=2, after=first.after)
    assert [page.title for page in (*first.pages, *second.pages)] == whole[:4]


@pytest.mark.parametrize(
    "after", ["x", "W10", "bnVsbA", "WzFd", "WzEsICJhIl0", "WzEsIDIsIDMsIDQsIDUsIDZd", "é", "[1]", "1" * 99]
)
@pytest.mark.parametrize("text", ["", "sort:-links", "kind:film", "alien"])
def test_a_list_begins_nowhere_but_where_a_part_ended(cast_wiki: WikiFile, text: str, after: str) -> None:
    with cast_wiki.reading(CURATOR) as reader, pytest.raises(FanwikiError, match="No part of this list"):
        reader.search.listed(_read(reader, text), size=2, after=after)


def test_what_is_new_is_found_by_its_date(wiki: WikiFile) -> None:
    save(wiki, document("Old"), time="2020-03-04T10:00:00.000Z")
    save(wiki, document("New"), time="2024-05-06T10:00:00.000Z")
    with wiki.reading(CURATOR) as reader:
        assert listed(reader, "created:2020") == ["Old"]
        assert listed(reader, "updated:>2020") == ["New"]
        assert listed(reader, "created:2020-03-04..2020-03-05") == ["Old"]


def test_common_values_and_rare_ones_are_found_alike(wiki: WikiFile, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [document("A", facts=(fact("species", "space octopus"),)), document("B", facts=(fact("species", "cat"),))]
    with filled(wiki, *pages) as reader:
        assert listed(reader, "species:octopus") == ["A"]
        monkeypatch.setattr("fanwiki.store.search_conditions.FEW_PAGES", -1)
        assert listed(reader, "species:octopus") == ["A"]


# What is shown


def test_a_hit_opens_at_the_section_that_answers(wiki: WikiFile) -> None:
    page = document(
        "Guppy",
        segments=(segment("intro"), segment("shark strength", heading="Powers"), segment("none", heading="Trivia")),
    )
    with filled(wiki, page) as reader:
        (hit,) = search(reader, "strength ").hits
        assert (hit.section, hit.anchor) == ("Powers", "powers")
        assert hit.snippet == (("shark ", False), ("strength", True))


def test_the_section_with_the_rare_word_is_shown_even_if_a_common_one_is_all_over_the_page(wiki: WikiFile) -> None:
    sections = [segment("guppy " * 30, heading=f"Part {number}") for number in range(5)]
    page = document("Guppy", segments=(*sections, segment("strength", heading="Powers"), *sections))
    with filled(wiki, page) as reader:
        assert search(reader, "guppy strength ").hits[0].section == "Powers"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("heroics\nhuman\nMiracle Guy", "heroics · human · Miracle Guy"),
        ("She is human.\nHe is not", "She is human. He is not"),
        ("a human,\nwritten on two lines", "a human, written on two lines"),
    ],
)
def test_values_of_fields_stand_apart_in_a_snippet(wiki: WikiFile, text: str, shown: str) -> None:
    with filled(wiki, document("Guppy", segments=(segment(text),))) as reader:
        (hit,) = search(reader, "human ").hits
        assert "".join(piece for piece, _ in hit.snippet) == shown


def test_the_snippet_has_the_match_in_its_middle(wiki: WikiFile) -> None:
    text = "before " * 100 + "the needle here " + "after " * 100
    with filled(wiki, document("A", segments=(segment(text),))) as reader:
        (hit,) = search(reader, "needle ").hits
        shown = "".join(piece for piece, _ in hit.snippet)
        assert 120 < len(shown) < 260
        assert shown.startswith("… before")
        assert shown.endswith("after …")
        before = "".join(piece for piece, _ in hit.snippet).index("needle")
        assert 0.3 < before / len(shown) < 0.7
        assert [piece for piece, is_match in hit.snippet if is_match] == ["needle"]


def test_a_match_is_marked_as_it_is_written(wiki: WikiFile) -> None:
    with filled(
        wiki, document("A", segments=(segment("“Café” — the ÉOWYN of cafe\u0301s; 宇宙戦艦ヤマト"),))
    ) as reader:
        for text, marked in (("cafe ", {"Café", "Cafés", "cafés"}), ("eowyn", {"ÉOWYN"}), ("戦艦", {"戦艦"})):
            (hit,) = search(reader, text).hits
            assert {piece for piece, is_match in hit.snippet if is_match} <= marked
            assert any(is_match for _, is_match in hit.snippet), text


def test_pages_of_hits_continue_where_the_last_ended(wiki: WikiFile) -> None:
    with filled(wiki, *(document(f"Guppy {n}") for n in range(9))) as reader:
        query = parse("guppy", FieldNames(reader.kinds().values()))
        first = reader.search.run(query, limit=5)
        rest = reader.search.run(query, limit=5, offset=5)
        assert first.total == rest.total == 9
        assert len({hit.page.id for hit in (*first.hits, *rest.hits)}) == 9


def test_counting_stops_early_while_typing_but_not_when_asked_to_be_thorough(
    wiki: WikiFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fanwiki.store.search.MOST_COUNTED", 20)
    with filled(wiki, *(document(f"P{n}", segments=(segment("guppy"),)) for n in range(50))) as reader:
        result = search(reader, "guppy ")
        assert not result.is_all
        assert 20 < result.total < 50
        assert search(reader, "guppy ", thorough=True).total == 50


# Gates


def test_text_behind_a_gate_is_neither_found_nor_shown_nor_counted(wiki: WikiFile) -> None:
    page = document("Ash", segments=(segment("science officer"), segment("secretly an android", ALIEN)))
    with filled(wiki, film("Alien"), page, viewer=NEWCOMER) as reader:
        result = search(reader, "android ")
        assert (result.hits, result.total, result.withheld) == ((), 0, 1)
        (hit,) = search(reader, "ash ").hits
        assert "android" not in repr(hit.snippet)
    with wiki.reading(SEEN_ALIEN) as reader:
        result = search(reader, "android ")
        assert [hit.page.title for hit in result.hits] == ["Ash"]
        assert result.withheld == 0


def test_words_on_both_sides_of_a_gate_find_the_page_for_who_passes(wiki: WikiFile) -> None:
    page = document("Ash", segments=(segment("science officer"), segment("secretly an android", ALIEN)))
    with filled(wiki, film("Alien"), page, viewer=SEEN_ALIEN) as reader:
        assert titles(reader, "officer android ") == ["Ash"]
    with wiki.reading(NEWCOMER) as reader:
        result = search(reader, "officer android ")
        assert (result.total, result.withheld) == (1 if result.is_loose else 0, 1)


def test_an_unwanted_word_behind_a_gate_does_not_tell_of_itself(wiki: WikiFile) -> None:
    page = document("Ash", segments=(segment("science officer"), segment("secretly an android", ALIEN)))
    with filled(wiki, film("Alien"), page, viewer=NEWCOMER) as reader:
        assert titles(reader, "officer -android") == ["Ash"]
    with wiki.reading(SEEN_ALIEN) as reader:
        assert search(reader, "officer -android", thorough=True).total == 0


def test_a_gated_page_alias_tag_and_field_do_not_answer(wiki: WikiFile) -> None:
    pages = (
        film("Alien"),
        document("Mother", gate=ALIEN, segments=(segment("a computer", ALIEN),)),
        document("Ripley", names=(Name("Survivor", is_title=False, gate=ALIEN),), tags=(tag("survives", ALIEN),)),
        document("Jones", facts=(fact("species", "cat", gate=ALIEN),)),
    )
    questions = ("mother", "computer", "survivor", "tag:survives", "species:cat", "has:species", "mothr", "survivr")
    with filled(wiki, *pages, viewer=NEWCOMER) as reader:
        for text in questions:
            result = search(reader, text)
            assert result.hits == (), text
            assert reader.search.titles(text) == [], text
            assert listed(reader, text) == [], text
        assert search(reader, "species:cat").withheld == 1
        assert search(reader, "computer").withheld == 1
    with wiki.reading(SEEN_ALIEN) as reader:
        for text in questions:
            assert search(reader, text).hits != (), text


def test_a_correction_does_not_tell_of_a_hidden_name(wiki: WikiFile) -> None:
    pages = (
        film("Alien"),
        document("Vaderon", gate=ALIEN),
        film("Wars", facts=cast(0, "Vaderan", "Somebody Else")),
    )
    with filled(wiki, *pages, viewer=NEWCOMER) as reader:
        result = search(reader, "vaderom")
        assert [hit.page.title for hit in result.hits] == ["Wars"]
        assert result.corrected == ("vaderan",)
    with wiki.reading(SEEN_ALIEN) as reader:
        assert titles(reader, "vaderom")[0] == "Vaderon"


def test_links_behind_gates_do_not_raise_a_page(wiki: WikiFile) -> None:
    gated = [document(f"Fan {n}", links=linking("x", "Guppy two").links[:0], segments=(), gate=ALIEN) for n in range(3)]
    with filled(wiki, film("Alien"), document("Guppy one"), document("Guppy two"), *gated) as reader:
        assert titles(reader, "gup") == ["Guppy one", "Guppy two"]


def test_facets_count_what_the_viewer_may_know(cast_wiki: WikiFile) -> None:
    with cast_wiki.reading(CURATOR) as reader:
        groups = reader.search.facets(parse("kind:character OR kind:film", FieldNames(reader.kinds().values()))).groups
        assert {(facet.value, facet.count) for facet in groups["kind"]} == {("Film", 2), ("Character", 2)}
        assert {(facet.value, facet.count) for facet in groups["film"]} >= {("Alien", 2)}
        assert {(facet.value, facet.count) for facet in groups["status"]} == {("released", 2)}
        assert {facet.filter for facet in groups["tag"]} == {"tag:space/horror"}
        for group in groups.values():
            for facet in group:
                narrowed = parse(
                    f"(kind:character OR kind:film) {facet.filter}", FieldNames(reader.kinds().values()), typing=False
                )
                if not facet.filter.startswith("film:"):
                    assert len(reader.search.pages(narrowed)) == facet.count


def test_films_are_counted_alike_for_few_pages_and_for_many(
    cast_wiki: WikiFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("", "kind:film", "kind:character", "holm", "kind:speculation")
    for viewer in (CURATOR, NEWCOMER):
        with cast_wiki.reading(viewer) as reader:
            few = [reader.search.facets(_read(reader, text)).groups for text in texts]
        cast_wiki._remembered.clear()
        with monkeypatch.context() as patch, cast_wiki.reading(viewer) as reader:
            patch.setattr("fanwiki.store.search_traits.MANY", 0)
            assert [reader.search.facets(_read(reader, text)).groups for text in texts] == few
    assert few[0]["film"]


def test_facets_that_are_remembered_follow_the_pages_and_the_viewer(wiki: WikiFile) -> None:
    def counted(viewer: Viewer) -> dict[str, int]:
        with wiki.reading(viewer) as reader:
            return {facet.value: facet.count for facet in reader.search.facets(_read(reader, "")).groups["status"]}

    with wiki.writing() as writer:
        save_in(writer, film("Alien"))
        save_in(writer, document("Ripley", facts=(fact("status", "alive"),)))
        save_in(writer, document("Ash", facts=(fact("status", "Alive"), fact("status", "broken", gate=ALIEN))))
    assert counted(NEWCOMER) == counted(NEWCOMER) == {"Alive": 2}
    assert counted(SEEN_ALIEN) == {"Alive": 2, "broken": 1}
    save(wiki, document("Dallas", facts=(fact("status", "alive"),)))
    assert counted(NEWCOMER) == {"Alive": 3}


def test_facets_leave_out_what_is_behind_gates(wiki: WikiFile) -> None:
    page = document("Ripley", facts=(fact("status", "alive", gate=ALIEN),), tags=(tag("secret", ALIEN),))
    with filled(wiki, film("Alien"), page, viewer=NEWCOMER) as reader:
        groups = reader.search.facets(parse("ripley", FieldNames(reader.kinds().values()))).groups
        assert set(groups) == {"kind"}


# Completion


def test_completion_offers_titles_and_aliases_best_first(wiki: WikiFile) -> None:
    pages = (document("Guppy"), document("Gulliver", names=(Name("Gup", is_title=False),)), document("The Gup Story"))
    with filled(wiki, *pages) as reader:
        assert [(hit.page.title, hit.name) for hit in reader.search.titles("gup")] == [
            ("Gulliver", "Gup"),
            ("Guppy", "Guppy"),
            ("The Gup Story", "The Gup Story"),
        ]
        assert [hit.name for hit in reader.search.titles("gupyp")] == ["Guppy"]


def test_nothing_typed_offers_the_pages_with_most_links(wiki: WikiFile) -> None:
    with filled(wiki, document("A"), document("B"), linking("C", "B")) as reader:
        assert [hit.name for hit in reader.search.titles("", limit=2)] == ["B", "A"]


def test_completion_takes_any_text(wiki: WikiFile) -> None:
    with filled(wiki, document("A")) as reader:
        for text in ('"', "*", "a*b", "kind:film", "(", "\0", "-", "a" * 3000, "NEAR(a b)", "宇", "\ud800"):
            reader.search.titles(text)


# Robustness

_TYPED = st.lists(
    st.one_of(
        st.sampled_from(
            ['"', "*", "(", ")", "-", " OR ", " ", "NEAR", "^", ":", "kind:", "a", "guppy", "year:", "..", "'"]
        ),
        st.text(max_size=5),
    ),
    max_size=8,
).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TYPED)
def test_no_text_is_an_error(cast_wiki_file: WikiFile, text: str) -> None:
    with cast_wiki_file.reading(NEWCOMER) as reader:
        query = parse(text, FieldNames(reader.kinds().values()))
        result = reader.search.run(query)
        assert result.total >= len(result.hits)
        reader.search.run(query, thorough=True)
        reader.search.pages(query)
        reader.search.facets(query)
        reader.search.titles(text)


@pytest.fixture(scope="session")
def cast_wiki_file(empty_wiki_file: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    path = tmp_path_factory.mktemp("cast") / "cast.fanwiki"
    path.write_bytes(empty_wiki_file.read_bytes())  # type: ignore[attr-defined]
    with WikiFile.open(path) as wiki:
        save(wiki, film("Alien", facts=cast(0, "Ripley", "Sigourney Weaver")))
        save(wiki, document("Guppy", segments=(segment("a guppy"), segment("hidden shark", ALIEN))))
        yield wiki


# The index


def rows_of_index(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
    connection = reader.snapshot.connection
    tables = ("search_text", "search_hidden", "search_name")
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in tables:
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab (main, {table}, instance)")
        found[table] = [tuple(row) for row in connection.exec_driver_sql(f"SELECT term, col FROM temp.v_{table}")]
        connection.exec_driver_sql(f"DROP TABLE temp.v_{table}")
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


def test_an_index_that_followed_changes_is_as_one_that_was_built_anew(wiki: WikiFile) -> None:
    save(wiki, film("Alien"))
    first = document("Ash", segments=(segment("officer"), segment("android", ALIEN)), tags=(tag("x"),))
    save(wiki, first)
    for number in range(14):
        save(wiki, linking(f"Fan {number}", "Ash", segments=(segment("fan of ash"),)))
    save(wiki, document("Ash", gate=ALIEN, names=(Name("Bishop", is_title=False),)), base=1)
    with wiki.writing() as writer:
        row = writer.pages.find("Fan 3")
        assert row is not None
        writer.pages.move_to_trash(row.id)
    with wiki.writing() as writer:
        followed = rows_of_index(writer)
        search_index.rebuild(writer.snapshot.connection)
        assert rows_of_index(writer) == followed


def test_each_save_unites_some_of_what_earlier_ones_left(wiki: WikiFile) -> None:
    save(wiki, document("P", segments=(segment("guppy"),)))
    for revision in range(1, 15):
        save(wiki, document("P", segments=(segment(f"guppy number{revision}"),)), base=revision)
    with wiki.reading(CURATOR) as reader:
        assert len(reader.snapshot.ask("SELECT DISTINCT segid FROM search_text_idx", {})) <= 8
        assert titles(reader, "number14") == ["P"]
        assert titles(reader, "number13") == []


def test_a_page_that_is_deleted_and_purged_at_once_leaves_nothing_in_the_index(wiki: WikiFile) -> None:
    save(wiki, document("Stays", segments=(segment("guppy"),)))
    gone = save(wiki, document("Goes", segments=(segment("shark"), segment("hidden shark", ALIEN))))
    with wiki.writing() as writer:
        writer.pages.move_to_trash(gone.id)
        writer.pages.purge(gone.id)
    with wiki.writing() as writer:
        followed = rows_of_index(writer)
        search_index.rebuild(writer.snapshot.connection)
        assert rows_of_index(writer) == followed


def test_words_are_counted_as_pages_come_but_not_for_each_edit(wiki: WikiFile) -> None:
    for number in range(3):
        save(wiki, document(f"P{number}", segments=(segment("guppy guppy shark"),)))
    for revision in range(1, 4):
        save(wiki, document("P0", segments=(segment("guppy whale"),)), base=revision)
    with wiki.reading(CURATOR) as reader:
        rows = reader.snapshot.ask("SELECT word, pages FROM search_word WHERE length(word) > 3", {})
    assert dict(map(tuple, rows)) == {"guppy": 3, "shark": 3, "whale": 1}


def test_the_commonest_endings_of_an_unfinished_word_are_looked_for(wiki: WikiFile) -> None:
    rare = [document(f"R{number}", segments=(segment(f"shark{number:03}"),)) for number in range(40)]
    common = [document(f"C{number}", segments=(segment("sharkzzz"),)) for number in range(5)]
    for made in (*rare, *common):
        save(wiki, made)
    with wiki.reading(CURATOR) as reader:
        found = {hit.page.title for hit in search(reader, "shar", limit=60).hits}
        assert {"C0", "C1", "C2", "C3", "C4"} <= found
        assert len(found) < 45
        assert search(reader, "shar", thorough=True).total == 45


def test_many_pages_are_indexed_as_few_are(wiki: WikiFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanwiki.store.search_index.BATCH", 3)
    pages = [linking(f"P{n}", f"P{n - 1}", "P0", segments=(segment(f"word{n} shark"),)) for n in range(10)]
    with filled(wiki, *pages[:8]) as reader:
        assert len(titles(reader, "shark ")) == 8
        assert titles(reader, "p")[0] == "P0"
    with wiki.writing() as writer:
        for made in pages[8:]:
            save_in(writer, made)
        followed = rows_of_index(writer)
    with wiki.writing() as writer:
        assert rows_of_index(writer) != followed  # pages are indexed when the transaction ends
        counts = writer.snapshot.ask("SELECT word, pages FROM search_word ORDER BY word", {})
        index = rows_of_index(writer)
        search_index.rebuild(writer.snapshot.connection)
        assert rows_of_index(writer) == index
        assert writer.snapshot.ask("SELECT word, pages FROM search_word ORDER BY word", {}) == counts


def test_a_deleted_page_is_not_found_and_one_that_comes_back_is(wiki: WikiFile) -> None:
    page = save(wiki, document("Guppy", segments=(segment("shark"),)))
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
    with wiki.reading(CURATOR) as reader:
        assert titles(reader, "shark") == titles(reader, "guppy") == listed(reader, "") == []


def test_years_before_christ_and_after_9999_sort_and_filter_by_time_not_by_letters(wiki: WikiFile) -> None:
    years = {"Caesar": "-0044-03-15", "Marathon": "-0490-09-12", "Now": "2026-01-01", "Far": "+12000-01-01"}
    pages = [
        document(title, kind="film", facts=(fact("released", day, sub="date", earliest=day, latest=day),))
        for title, day in years.items()
    ]
    with filled(wiki, *pages, document("Never", kind="film")) as reader:
        assert listed(reader, "kind:film sort:released") == ["Marathon", "Caesar", "Now", "Far", "Never"]
        assert listed(reader, "kind:film sort:-released") == ["Far", "Now", "Caesar", "Marathon", "Never"]
        assert listed(reader, "released:2000..2030") == ["Now"]
        assert listed(reader, "released:<2000 sort:released") == ["Marathon", "Caesar"]
        assert listed(reader, "released:>2000 sort:released") == ["Now", "Far"]


def test_a_page_is_counted_for_films_that_name_it_and_films_that_it_names(wiki: WikiFile) -> None:
    hidden = Gate.of("Alien")
    with wiki.writing() as writer:
        for made in (
            film("Alien", facts=(*cast(0, "Ripley", "Weaver"), *cast(1, "Ash", "Holm", hidden))),
            film("Aliens", facts=(*cast(0, "Ripley", "Weaver"), fact("previous", "Alien", target="Alien"))),
            film("Nothing"),
            document("Ripley", kind="character"),
            document("Ash", kind="character"),
            document("Dallas", kind="character", facts=(fact("first_appearance", "Alien", target="Alien"),)),
        ):
            save_in(writer, made)
    for viewer, alien in ((CURATOR, 4), (NEWCOMER, 3)):
        with wiki.reading(viewer) as reader:
            groups = reader.search.facets(parse("", FieldNames(reader.kinds().values()))).groups
        assert [(facet.value, facet.count) for facet in groups["film"]] == [("Alien", alien), ("Aliens", 1)]


def test_a_claim_is_due_once_its_last_day_is_over(wiki: WikiFile) -> None:
    today, before = date.today(), date.today() - timedelta(days=1)
    pages = [
        document(title, kind="speculation", facts=(fact("resolves_by", day, earliest=day, latest=day),))
        for title, day in (("Today", str(today)), ("Yesterday", str(before)), ("Long ago", "-0044-03-15"))
    ]
    with filled(wiki, *pages) as reader:
        assert listed(reader, "is:due sort:title") == ["Long ago", "Yesterday"]


@pytest.mark.parametrize(
    "text",
    [
        *("hero", "hero strong", "strong -weak", "hero kind:character", "kind:character", "is:orphan"),
        *("hero sort:title", "sort:-links", "kind:character limit:9", "strong limit:9"),
    ],
)
def test_further_hits_go_on_where_the_first_ended_until_all_are_given(
    wiki: WikiFile, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_room, "MOST_COUNTED", 7)
    heroes = [
        document(f"Hero {number}", kind="character", segments=(segment("strong " + "x " * number),))
        for number in range(40)
    ]
    with filled(wiki, *heroes) as reader:
        query = _read(reader, text)
        first = reader.search.run(query, limit=5)
        found, after = [hit.page.title for hit in first.hits], first.after
        while after:
            part = reader.search.further(query, size=4, after=after)
            assert part.hits
            assert all(hit.snippet for hit in part.hits)
            found += [hit.page.title for hit in part.hits]
            after = part.after
    assert len(found) == len(set(found)) == (9 if "limit" in text else 40)


def test_further_hits_keep_what_is_withheld_and_refuse_places_that_are_none(
    wiki: WikiFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_room, "MOST_COUNTED", 3)
    pages = [document(f"Hero {number}", gate=Gate.of("Twist") if number % 3 else Gate()) for number in range(30)]
    with filled(wiki, film("Twist"), *pages, viewer=NEWCOMER) as reader:
        query = _read(reader, "hero")
        first = reader.search.run(query, limit=4)
        rest = reader.search.further(query, size=100, after=first.after)
        assert {hit.page.title for hit in (*first.hits, *rest.hits)} == {f"Hero {number}" for number in range(0, 30, 3)}
        assert not rest.after
        for wrong in ("x", "bm8", Place(3, ("a", 1)).text(), Place(3, (10**9, 0)).text(), Place(3, (1,)).text()):
            with pytest.raises(FanwikiError):
                reader.search.further(query, size=4, after=wrong)


NAMES = (
    *("E.T. the Extra-Terrestrial", "Eternal Sunshine", "Et Cetera", "S.H.I.E.L.D.", "Shield Wall", "U.S.S.R."),
    *(
        "USSR today",
        "R2-D2",
        "C-3PO",
        "X-Men",
        "Spider-Man: No Way Home",
        "Spiderman (1967)",
        "Moonlight",
        "Moon Light",
    ),
    *("M*A*S*H", "Wall·E", "The A-Team", "T-800", "Agents of S.H.I.E.L.D."),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("et", ["E.T. the Extra-Terrestrial", "Et Cetera"]),
        ("e.t.", ["E.T. the Extra-Terrestrial", "Et Cetera"]),
        ("e t", ["E.T. the Extra-Terrestrial"]),
        ("et the extra", ["E.T. the Extra-Terrestrial"]),
        ("shield", ["S.H.I.E.L.D.", "Shield Wall", "Agents of S.H.I.E.L.D."]),
        ("agents of shield", ["Agents of S.H.I.E.L.D."]),
        ("ussr", ["U.S.S.R.", "USSR today"]),
        ("u.s.s.r.", ["U.S.S.R.", "USSR today"]),
        ("r2d2", ["R2-D2"]),
        ("c3po", ["C-3PO"]),
        ("xmen", ["X-Men"]),
        ("spiderman", ["Spiderman (1967)", "Spider-Man: No Way Home"]),
        ("spider man", ["Spider-Man: No Way Home", "Spiderman (1967)"]),
        ("moonlight", ["Moonlight", "Moon Light"]),
        ("moon light", ["Moon Light", "Moonlight"]),
        ("mash", ["M*A*S*H"]),
        ("walle", ["Wall·E"]),
        ("ateam", ["The A-Team"]),
        ("t800", ["T-800"]),
    ],
)
def test_initialisms_and_words_grown_together_find_names(wiki: WikiFile, typed: str, first: list[str]) -> None:
    with filled(wiki, *map(document, NAMES)) as reader:
        assert titles(reader, typed)[: len(first)] == first
        assert [hit.page.title for hit in reader.search.titles(typed)][:1] == first[:1]


def test_an_initialism_comes_first_however_many_names_begin_like_it(wiki: WikiFile) -> None:
    crowd = [document(f"Etna {number}") for number in range(120)]
    linking_pages = [linking(f"Guide {number}", f"Etna {number % 120}") for number in range(240)]
    with filled(wiki, document("E.T. the Extra-Terrestrial"), *crowd, *linking_pages) as reader:
        assert titles(reader, "et")[0] == "E.T. the Extra-Terrestrial"


def test_the_initials_of_a_performer_are_found_with_and_without_full_stops(wiki: WikiFile) -> None:
    with filled(wiki, document("Whiplash", kind="film", facts=cast(0, "Fletcher", "J.K. Simmons"))) as reader:
        for typed in ("jk simmons", "j.k. simmons", "j k simmons", "jk"):
            assert not search(reader, typed).is_loose
            assert titles(reader, typed) == ["Whiplash"]


@pytest.mark.parametrize("typed", ["길동", "홍길동", "길동전", "길동은", "김홍길동", "길동 모험"])
def test_a_part_of_a_korean_word_is_found_and_marked(wiki: WikiFile, typed: str) -> None:
    pages = [document("홍길동전"), document("다른 책", segments=(segment("그때 홍길동은 김홍길동의 모험을 보았다."),))]
    with filled(wiki, *pages) as reader:
        result = search(reader, typed)
    assert result.hits
    assert not result.corrected
    text = [hit for hit in result.hits if hit.page.title == "다른 책"]
    assert bool(text) == (typed != "길동전")
    assert all(typed.split()[0] in "".join(part for part, is_match in hit.snippet if is_match) for hit in text)


def test_a_korean_phrase_in_quotes_and_a_lone_syllable_are_meant_as_they_stand(wiki: WikiFile) -> None:
    with filled(wiki, document("홍길동전"), document("길동"), document("동화")) as reader:
        assert titles(reader, '"길동"') == ["길동"]
        assert titles(reader, "동") == ["동화"]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        *(("strasse", "Straße"), ("stras", "Straße"), ("stra", "Straße"), ("straße", "Straße"), ("STRASSE", "Straße")),
        *(("coeur", "Cœur"), ("coe", "Cœur"), ('"coeur noir"', "Cœur noir"), ("aesir", "Æsir"), ("thor", "Þór")),
        *(("office", "oﬃce"), ("class", "class")),
    ],
)
def test_letters_that_fold_to_two_are_marked(wiki: WikiFile, typed: str, marked: str) -> None:
    text = "Die Straße und das Cœur noir der Æsir mit Þór im oﬃce of class."
    with filled(wiki, document("Page", segments=(segment(text),))) as reader:
        (hit,) = search(reader, typed).hits
    assert [part for part, is_match in hit.snippet if is_match] == [marked]
    assert "".join(part for part, _ in hit.snippet) == text


def test_a_beginning_with_a_star_is_never_read_as_another_word(wiki: WikiFile) -> None:
    with filled(wiki, document("Lighthouse"), document("Lightning")) as reader:
        assert titles(reader, "lightho*") == ["Lighthouse"]
        assert titles(reader, "lighthoo*") == []
        assert search(reader, "lighthoo").corrected == ("lighthouse",)


@pytest.mark.parametrize("most", [search_orphans.MOST, 0])
def test_orphans_are_found_whatever_leads_to_them(wiki: WikiFile, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """By another name, by themselves, behind a gate, from a page that lost its link: asked at once and page by page."""
    monkeypatch.setattr(search_orphans, "MOST", most)
    twist = Gate.of("Twist")
    pages = [
        document("Alone"),
        document("Self", links=(Link("Self"),)),
        document("By alias", names=(Name("Nick", is_title=False),)),
        document("Hidden way"),
        document("Guide", links=(Link("Nick"), Link("Hidden way", gate=twist), Link("Wanted"))),
    ]
    with filled(wiki, film("Twist"), *pages) as reader:
        assert sorted(titles(reader, "is:orphan")) == ["Alone", "Guide", "Self", "Twist"]
        assert sorted(listed(reader, "is:orphan -is:film")) == ["Alone", "Guide", "Self"]
        assert sorted(listed(reader, "-is:orphan")) == ["By alias", "Hidden way"]
    with wiki.reading(NEWCOMER) as reader:
        assert sorted(titles(reader, "is:orphan")) == ["Alone", "Guide", "Hidden way", "Self", "Twist"]
    save(wiki, document("Elsewhere", links=(Link("Alone"),)))
    with wiki.reading(CURATOR) as reader:
        assert sorted(titles(reader, "is:orphan")) == ["Elsewhere", "Guide", "Self", "Twist"]
