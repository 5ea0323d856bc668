"""Which gates a viewer passes."""

from __future__ import annotations

import pytest
from store_making import document, film, save, segment

from fanwiki.domain.document import Name
from fanwiki.domain.gate import EVERYTHING, OPEN, SPECULATION, Gate
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.store.wiki_file import WikiFile

ONE, TWO = Gate.of("One"), Gate.of("Two")


def seen(*films: str, speculation: bool = True) -> Viewer:
    return Viewer.who_has_seen(films, speculation=speculation)


def sees(wiki: WikiFile, viewer: Viewer, gate: Gate) -> bool:
    """Ask before and after a row has the gate: both ways of working it out must agree."""
    with wiki.reading(viewer) as reader:
        unused = reader.sees(gate)
    title = f"Holder of {' and '.join(sorted(gate.films)).replace('#', 'all ')}".strip()
    with wiki.writing() as writer:
        held = writer.pages.by_title(title)
    if held is None:
        save(wiki, document(title, segments=(segment("text", gate),)))
    with wiki.reading(viewer) as reader:
        used = reader.sees(gate)
        shown = any(row.gate == gate for page in reader.pages.all() for row in reader.pages.segments(page))
    assert unused == used == shown
    return used


def test_everybody_passes_the_open_gate(wiki: WikiFile) -> None:
    assert sees(wiki, NEWCOMER, OPEN)


def test_a_curator_passes_everything(wiki: WikiFile) -> None:
    assert sees(wiki, CURATOR, Gate(frozenset({"Nowhere", EVERYTHING, SPECULATION})))


def test_all_films_of_a_gate_must_be_seen(wiki: WikiFile) -> None:
    save(wiki, film("One"))
    save(wiki, film("Two"))
    assert not sees(wiki, NEWCOMER, ONE)
    assert sees(wiki, seen("One"), ONE)
    assert not sees(wiki, seen("One"), ONE | TWO)
    assert sees(wiki, seen("One", "Two"), ONE | TWO)


def test_a_film_without_a_page_counts_by_its_name(wiki: WikiFile) -> None:
    assert not sees(wiki, NEWCOMER, Gate.of("Nowhere"))
    assert sees(wiki, seen("nowhere"), Gate.of("Nowhere"))


def test_a_film_is_known_by_its_alias_on_either_side(wiki: WikiFile) -> None:
    save(wiki, film("Star Wars", names=(Name("A New Hope", is_title=False),)))
    assert sees(wiki, seen("A New Hope"), Gate.of("Star Wars"))
    assert sees(wiki, seen("Star Wars"), Gate.of("A New Hope"))
    assert not sees(wiki, seen("Else"), Gate.of("A New Hope"))


def test_a_renamed_film_stays_seen_under_its_old_name(wiki: WikiFile) -> None:
    save(wiki, film("New title", names=(Name("Old title", is_title=False),)))
    assert sees(wiki, seen("Old title"), Gate.of("New title"))


def test_a_name_of_two_films_needs_both(wiki: WikiFile) -> None:
    save(wiki, film("Heroes 1", names=(Name("Heroes", is_title=False),)))
    save(wiki, film("Heroes 2", names=(Name("Heroes", is_title=False),)))
    assert not sees(wiki, seen("Heroes 1"), Gate.of("Heroes"))
    assert sees(wiki, seen("Heroes 1", "Heroes 2"), Gate.of("Heroes"))


def test_a_title_comes_before_an_alias(wiki: WikiFile) -> None:
    save(wiki, film("Heroes"))
    save(wiki, film("Heroes 2", names=(Name("Heroes", is_title=False),)))
    assert sees(wiki, seen("Heroes"), Gate.of("Heroes"))
    assert not sees(wiki, seen("Heroes"), Gate.of("Heroes 2"))


def test_a_film_in_the_trash_counts_by_its_name_only(wiki: WikiFile) -> None:
    page = save(wiki, film("One", names=(Name("Uno", is_title=False),)))
    assert sees(wiki, seen("Uno"), ONE)
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
    assert not sees(wiki, seen("Uno"), ONE)
    assert sees(wiki, seen("One"), ONE)


def test_everything_needs_every_film(wiki: WikiFile) -> None:
    gate = Gate(frozenset({EVERYTHING}))
    save(wiki, film("One"))
    save(wiki, film("Two"))
    save(wiki, document("No film"))
    assert not sees(wiki, seen("One"), gate)
    assert sees(wiki, seen("One", "Two"), gate)


def test_everything_stays_shut_in_a_wiki_without_films(wiki: WikiFile) -> None:
    assert not sees(wiki, seen("One"), Gate(frozenset({EVERYTHING})))


def test_a_new_film_shuts_everything_again(wiki: WikiFile) -> None:
    gate = Gate(frozenset({EVERYTHING}))
    save(wiki, film("One"))
    assert sees(wiki, seen("One"), gate)
    save(wiki, film("Two"))
    assert not sees(wiki, seen("One"), gate)


@pytest.mark.parametrize("wanted", [True, False])
def test_rumours_pass_for_who_wants_them(wiki: WikiFile, wanted: bool) -> None:
    assert sees(wiki, seen(speculation=wanted), Gate(frozenset({SPECULATION}))) is wanted


def test_names_that_are_no_films_cannot_be_had_by_claiming_to_have_seen_them(wiki: WikiFile) -> None:
    save(wiki, film("One"))
    liar = Viewer(seen=frozenset({EVERYTHING, SPECULATION}), speculation=False)
    assert not sees(wiki, liar, Gate(frozenset({EVERYTHING})))
    assert not sees(wiki, liar, Gate(frozenset({SPECULATION})))


def test_what_is_remembered_of_a_viewer_follows_changes_by_others(wiki: WikiFile) -> None:
    gate = Gate.of("Uno")
    viewer = seen("One")
    assert not sees(wiki, viewer, gate)
    with WikiFile.open(wiki.path) as other:
        save(other, film("One", names=(Name("Uno", is_title=False),)))
    with wiki.reading(viewer) as reader:
        assert reader.sees(gate)


def test_a_reader_keeps_its_state_while_others_write(wiki: WikiFile) -> None:
    save(wiki, document("A", segments=(segment("hidden", ONE),)), "one")
    with wiki.reading(NEWCOMER) as reader:
        page = reader.pages.find("A")
        assert page is not None
        save(wiki, document("A", segments=(segment("open"),)), "two", base=1)
        save(wiki, document("B"))
        assert reader.pages.source(page).body == "one"
        assert reader.pages.segments(page) == []
        assert [row.title for row in reader.pages.all()] == ["A"]
    with wiki.reading(NEWCOMER) as reader:
        assert len(reader.pages.all()) == 2
