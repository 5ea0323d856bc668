"""Facts, tags, history, trash, problems, gates, rendered bodies, mappings and kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_making import cast, document, film, linking, save, segment, source_for, tag

from fanwiki.domain.document import Fact, Name, Problem
from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import read_kind
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import NotFoundError, TitleTakenError
from fanwiki.store import rendered
from fanwiki.store.rows import TagRow
from fanwiki.store.wiki_file import WikiFile

TWIST = Gate.of("Twist")
FAN = Viewer.who_has_seen(["Twist"])


# Facts


def test_facts_keep_all_they_know(wiki: WikiFile) -> None:
    fact = Fact("released", 1, "date", "Fall 2026", None, 7.5, "2026-09-01", "2026-11-30")
    page = save(wiki, film("A", facts=(fact,)))
    with wiki.reading(NEWCOMER) as reader:
        (row,) = reader.facts.of(page)
    assert (row.page, row.field, row.item, row.sub, row.text) == (page, "released", 1, "date", "Fall 2026")
    assert (row.target, row.leads_to, row.number, row.earliest, row.latest) == (
        None,
        None,
        7.5,
        "2026-09-01",
        "2026-11-30",
    )


def test_the_inverse_of_a_field_gives_whole_records(wiki: WikiFile) -> None:
    save(wiki, film("First", facts=(*cast(0, "Wheels", "Andy Walken"), *cast(1, "Noodles", "Lyon Daniels"))))
    save(wiki, film("Second", facts=cast(0, "Wheels", "Andy Walken")))
    wheels = save(wiki, document("Wheels"))
    andy = save(wiki, document("Andy Walken"))
    with wiki.reading(NEWCOMER) as reader:
        assert [row.page.title for row in reader.facts.where("cast", "character", wheels)] == ["First", "Second"]
        assert reader.facts.where("cast", "performer", wheels) == []
        records = reader.facts.records_where("cast", "performer", andy)
        assert [[(row.sub, row.text) for row in record] for record in records] == [
            [("character", "Wheels"), ("performer", "Andy Walken")],
            [("character", "Wheels"), ("performer", "Andy Walken")],
        ]
        assert records[0][0].leads_to == wheels
        assert {(row.field, row.sub) for row in reader.facts.pointing_to(wheels)} == {("cast", "character")}
        assert [row.text for row in reader.facts.by_field("cast", "performer")] == [
            "Andy Walken",
            "Lyon Daniels",
            "Andy Walken",
        ]


def test_a_gated_record_is_in_no_inverse(wiki: WikiFile) -> None:
    save(wiki, film("First", facts=cast(0, "Wheels", "Andy Walken", TWIST)))
    wheels = save(wiki, document("Wheels"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.facts.where("cast", "character", wheels) == []
        assert reader.facts.records_where("cast", "character", wheels) == []
        assert reader.facts.pointing_to(wheels) == []
        assert reader.facts.by_field("cast", "performer") == []
    with wiki.reading(FAN) as reader:
        assert len(reader.facts.records_where("cast", "character", wheels)) == 1


def test_a_hidden_value_of_an_open_record_is_left_out_of_it(wiki: WikiFile) -> None:
    facts = (Fact("cast", 0, "character", "Wheels", "Wheels"), Fact("cast", 0, "note", "dies", gate=TWIST))
    save(wiki, film("First", facts=facts))
    wheels = save(wiki, document("Wheels"))
    with wiki.reading(NEWCOMER) as reader:
        (record,) = reader.facts.records_where("cast", "character", wheels)
        assert [row.sub for row in record] == ["character"]


def test_a_page_row_from_another_viewer_opens_no_records(wiki: WikiFile) -> None:
    save(wiki, film("First", facts=cast(0, "Secret", "Andy Walken")))
    secret = save(wiki, document("Secret", gate=TWIST))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.facts.records_where("cast", "character", secret) == []
        assert reader.facts.where("cast", "character", secret) == []
        assert reader.facts.of(secret) == []


# Tags


def test_tags_are_counted_and_hierarchical(wiki: WikiFile) -> None:
    a = save(wiki, document("A", tags=(tag("Film/Sequel"), tag("hero"))))
    b = save(wiki, document("B", tags=(tag("film"), tag("Hero"), tag("filmic"))))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.tags.all() == [
            TagRow("film", 1),
            TagRow("Film/Sequel", 1),
            TagRow("filmic", 1),
            TagRow("Hero", 2),
        ]
        assert reader.tags.pages("#FILM") == [a, b]
        assert reader.tags.pages("film/sequel") == [a]
        assert reader.tags.of(a) == ["Film/Sequel", "hero"]


def test_gated_tags_are_hidden(wiki: WikiFile) -> None:
    page = save(wiki, document("A", tags=(tag("dead", TWIST), tag("hero"))))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.tags.all() == [TagRow("hero", 1)]
        assert reader.tags.pages("dead") == []
        assert reader.tags.of(page) == ["hero"]


# History


def test_recent_changes_are_newest_first(wiki: WikiFile) -> None:
    save(wiki, document("A"), time="2020-01-01T00:00:00Z")
    save(wiki, document("B"), time="2022-01-01T00:00:00Z")
    save(wiki, document("A"), base=1, time="2021-01-01T00:00:00Z")
    with wiki.reading(NEWCOMER) as reader:
        found = [(page.title, row.number) for page, row in reader.history.recent(5)]
        assert found == [("B", 1), ("A", 2), ("A", 1)]
        assert reader.history.count() == 3


def test_a_revision_with_something_hidden_is_told_without_comment_author_and_text(wiki: WikiFile) -> None:
    save(wiki, document("A", segments=(segment("she dies", TWIST),)), "x", author="spoily", comment="she dies")
    page = save(wiki, document("A"), "y", base=1, author="spoily", comment="take out that she dies")
    page = save(wiki, document("A"), "z", base=2, author="ann", comment="mend")
    page = save(wiki, document("A"), "z", base=3, author="ann", comment="mend more")
    with wiki.reading(NEWCOMER) as reader:
        rows = reader.history.revisions(page)
        assert [(row.number, row.author, row.comment) for row in rows] == [
            (4, "ann", "mend more"),
            (3, "ann", "mend"),
            (2, "", ""),
            (1, "", ""),
        ]
        assert reader.history.source(page, 4).body == "z"
        with pytest.raises(NotFoundError):
            reader.history.source(page, 1)
    with wiki.reading(FAN) as reader:
        assert reader.history.source(page, 1).body == "x"
        assert reader.history.revisions(page)[3].comment == "she dies"


def test_what_was_open_once_and_is_hidden_now_is_hidden_in_its_history_too(wiki: WikiFile) -> None:
    save(wiki, document("A"), "she dies", author="ann", comment="she dies")
    page = save(wiki, document("A", segments=(segment("she dies", TWIST),)), "||she dies||", base=1)
    with wiki.reading(NEWCOMER) as reader:
        assert {row.comment for row in reader.history.revisions(page)} == {""}
        assert {row.comment for _, row in reader.history.recent(9)} == {""}
        with pytest.raises(NotFoundError):
            reader.history.source(page, 1)


def test_a_page_derived_again_behind_a_gate_hides_its_history(wiki: WikiFile) -> None:
    page = save(wiki, document("A"), "meet [[Secret]]", author="ann", comment="Link to Secret")
    with wiki.writing() as writer:
        writer.pages.replace_all_derived([(page.id, document("A", segments=(segment("meet Secret", TWIST),)))])
    with wiki.reading(NEWCOMER) as reader:
        assert [row.comment for row in reader.history.revisions(page)] == [""]
    with wiki.reading(FAN) as reader:
        assert [row.comment for row in reader.history.revisions(page)] == ["Link to Secret"]


def test_a_former_title_that_was_hidden_is_not_told(wiki: WikiFile) -> None:
    page = save(wiki, document("The Twist Is", gate=TWIST))
    made = document("Harmless")
    with wiki.writing() as writer:
        page = writer.pages.rename(page.id, made, source_for(made), base=1)
    with wiki.reading(NEWCOMER) as reader:
        assert [row.title for row in reader.history.revisions(page)] == ["Harmless", "Harmless"]
    with wiki.reading(CURATOR) as reader:
        assert [row.title for row in reader.history.revisions(page)] == ["Harmless", "The Twist Is"]


def test_a_revision_that_is_not_there_is_told(wiki: WikiFile) -> None:
    page = save(wiki, document("A"))
    with wiki.reading(CURATOR) as reader, pytest.raises(NotFoundError, match="has no revision 7"):
        reader.history.source(page, 7)


# Trash


def test_a_page_in_the_trash_is_nowhere_else(wiki: WikiFile) -> None:
    save(wiki, linking("Other", "A"))
    facts = (Fact("about", 0, "", "x"),)
    page = save(wiki, linking("A", "B", tags=(tag("t"),), facts=facts, segments=(segment("word"),)), "text")
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id, author="ann")
    with wiki.reading(CURATOR) as reader:
        assert reader.pages.find("A") is None
        assert reader.pages.get(page.id) is None
        assert [row.title for row in reader.pages.all()] == ["Other"]
        assert [row.title for row in reader.links.wanted()] == ["A"]
        assert reader.tags.all() == []
        assert reader.facts.by_field("about") == []
        (trashed,) = reader.trash.all()
        assert (trashed.title, trashed.deleted_by, trashed.deleted is not None) == ("A", "ann", True)
        assert reader.trash.find("a") == trashed
        assert reader.trash.get(page.id) == trashed
        assert reader.trash.source(page.id).body == "text"
        assert len(reader.history.revisions(trashed)) == 1
        assert reader.soundness.problems() == []
    with wiki.reading(NEWCOMER) as reader:
        assert reader.trash.all() == []
        assert reader.history.revisions(trashed) == []
        with pytest.raises(NotFoundError):
            reader.trash.source(page.id)


def test_restoring_brings_everything_back(wiki: WikiFile) -> None:
    save(wiki, linking("Other", "A"))
    made = linking("A", "B", tags=(tag("t"),))
    page = save(wiki, made, "text")
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
        back = writer.pages.restore(page.id, made, source_for(made, "text"))
    assert (back.id, back.head, back.deleted) == (page.id, 1, None)
    with wiki.reading(NEWCOMER) as reader:
        assert len(reader.links.to(back)) == 1
        assert reader.tags.of(back) == ["t"]
        assert reader.trash.all() == []
        assert reader.soundness.problems() == []


def test_restoring_under_another_title_is_a_revision(wiki: WikiFile) -> None:
    page = save(wiki, document("A"))
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
    save(wiki, document("A"), "the new one")
    with pytest.raises(TitleTakenError), wiki.writing() as writer:
        writer.pages.restore(page.id, document("A"), source_for(document("A")))
    with wiki.writing() as writer:
        back = writer.pages.restore(page.id, document("A (old)"), source_for(document("A (old)")), author="ann")
    assert (back.title, back.head) == ("A (old)", 2)
    with wiki.reading(CURATOR) as reader:
        assert [row.title for row in reader.pages.all()] == ["A", "A (old)"]
        assert reader.soundness.problems() == []


def test_only_what_is_in_the_trash_is_restored_or_purged(wiki: WikiFile) -> None:
    page = save(wiki, document("A"))
    with pytest.raises(NotFoundError), wiki.writing() as writer:
        writer.pages.restore(page.id, document("A"), source_for(document("A")))
    with pytest.raises(NotFoundError), wiki.writing() as writer:
        writer.pages.purge(page.id)
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
    with pytest.raises(NotFoundError), wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)


def test_purging_removes_a_page_for_good(wiki: WikiFile) -> None:
    page = save(wiki, document("A"), "unforgettable")
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
        writer.pages.purge(page.id)
    with wiki.reading(CURATOR) as reader:
        assert reader.trash.all() == []
        assert reader.history.count() == 0
        assert reader.soundness.problems() == []
    wiki.close()
    assert b"unforgettable" not in wiki.path.read_bytes()


# Problems, gates


def test_problems_are_told_to_who_may_see_what_they_speak_of(wiki: WikiFile) -> None:
    problems = (Problem("wrong-date", "No date: soon."), Problem("wrong-date", "No date: his death.", TWIST))
    page = save(wiki, document("A", problems=problems))
    with wiki.reading(NEWCOMER) as reader:
        assert [(row.page, row.text) for row in reader.problems.all()] == [(page, "No date: soon.")]
        assert len(reader.problems.of(page)) == 1
    with wiki.reading(CURATOR) as reader:
        assert len(reader.problems.of(page)) == 2


def test_films_of_gates_are_told_by_their_titles(wiki: WikiFile) -> None:
    save(wiki, film("Twist Film", names=(Name("Twist", is_title=False),)))
    save(wiki, film("Secret Sequel", gate=TWIST))
    gates = (TWIST, Gate.of("Secret Sequel"), Gate.of("Nowhere"))
    save(wiki, document("A", segments=tuple(segment("x", gate) for gate in gates)))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.gates.films() == ["Nowhere", "Twist Film"]
    with wiki.reading(CURATOR) as reader:
        assert reader.gates.films() == ["Nowhere", "Secret Sequel", "Twist Film"]
        assert reader.gates.unknown_films() == ["Nowhere"]


def test_a_gate_without_rows_names_no_film(wiki: WikiFile) -> None:
    save(wiki, document("A", segments=(segment("x", TWIST),)))
    save(wiki, document("A"), base=1)
    with wiki.reading(CURATOR) as reader:
        assert reader.gates.films() == []


def test_withheld_pages_are_counted(wiki: WikiFile) -> None:
    save(wiki, document("A"))
    save(wiki, document("B", gate=TWIST))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.pages.count_withheld() == 1
    with wiki.reading(FAN) as reader:
        assert reader.pages.count_withheld() == 0


# Rendered bodies


def test_rendered_bodies_are_kept_over_closing(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki, wiki.reading(NEWCOMER) as reader:
        assert reader.rendered.get(b"0") is None
        for number in range(rendered.WORTH_WRITING):
            reader.rendered.put(b"%d" % number, "<p>x</p>")
        assert reader.rendered.get(b"0") == "<p>x</p>"
    with WikiFile.open(wiki_path) as wiki, wiki.reading(NEWCOMER) as reader:
        assert reader.rendered.get(b"0") == "<p>x</p>"


def test_a_few_rendered_bodies_are_not_worth_writing(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki, wiki.reading(NEWCOMER) as reader:
        reader.rendered.put(b"digest", "<p>x</p>")
        before = wiki_path.read_bytes()
    assert wiki_path.read_bytes() == before
    with WikiFile.open(wiki_path) as wiki, wiki.reading(NEWCOMER) as reader:
        assert reader.rendered.get(b"digest") is None


def test_rendered_bodies_are_written_when_there_are_many_and_are_no_change(wiki: WikiFile) -> None:
    with wiki.reading(NEWCOMER) as reader:
        changes = reader.changes
        for number in range(rendered.MAX_WAITING + 5):
            reader.rendered.put(b"%d" % number, "html")
    with WikiFile.open(wiki.path) as other, other.reading(NEWCOMER) as reader:
        assert reader.rendered.get(b"3") == "html"
        assert reader.changes == changes


def test_a_writer_takes_along_what_was_rendered(wiki: WikiFile) -> None:
    with wiki.reading(NEWCOMER) as reader:
        reader.rendered.put(b"a", "html")
    save(wiki, document("A"))
    with WikiFile.open(wiki.path) as other, other.reading(NEWCOMER) as reader:
        assert reader.rendered.get(b"a") == "html"


def test_the_cache_of_rendered_bodies_has_an_end(wiki: WikiFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "MAX_ROWS", 10)
    for start in range(0, 30, 5):
        with wiki.reading(NEWCOMER) as reader:
            for number in range(start, start + 5):
                reader.rendered.put(b"%d" % number, "html")
        save(wiki, document(f"Page {start}"))
    with wiki.reading(NEWCOMER) as reader:
        assert [number for number in range(30) if reader.rendered.get(b"%d" % number)] == list(range(20, 30))


# Mappings, kinds, changes


def test_mappings_are_remembered_for_the_curator(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        assert writer.mappings.get("mediawiki", "heroes") is None
        writer.mappings.put("mediawiki", "heroes", {"Infobox": {"kind": "film"}})
        writer.mappings.put("mediawiki", "heroes", {"Infobox": {"kind": "character"}})
        assert writer.mappings.get("mediawiki", "heroes") == {"Infobox": {"kind": "character"}}
    with wiki.reading(NEWCOMER) as reader:
        assert reader.mappings.get("mediawiki", "heroes") is None


def test_kinds_change_within_the_transaction_and_keep_their_place(wiki: WikiFile) -> None:
    before = list(_kinds(wiki))
    with wiki.writing() as writer:
        writer.put_kind(read_kind('name = "film"\nlabel = "Movie"\nplural = "Movies"\n'))
        writer.put_kind(read_kind('name = "planet"\nlabel = "Planet"\nplural = "Planets"\n'))
        assert writer.kinds()["film"].label == "Movie"
    assert list(_kinds(wiki)) == [*before, "planet"]
    with wiki.writing() as writer:
        writer.remove_kind("planet")
        assert "planet" not in writer.kinds()
    assert list(_kinds(wiki)) == before


def _kinds(wiki: WikiFile) -> list[str]:
    with wiki.reading(NEWCOMER) as reader:
        return list(reader.kinds())


def test_changes_are_counted(wiki: WikiFile) -> None:
    with wiki.reading(NEWCOMER) as reader:
        before = reader.changes
    save(wiki, document("A"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.changes == before + 1
