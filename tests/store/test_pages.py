"""Saving, finding and listing pages."""

from __future__ import annotations

import pytest
from store_making import document, linking, save, save_in, source_for

from fanwiki.domain.document import Name
from fanwiki.domain.page import PageId, PageSource
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import FanwikiError, NotFoundError, StaleSaveError, TitleError, TitleTakenError
from fanwiki.store.saves import PageSave, PastRevision
from fanwiki.store.wiki_file import WikiFile


def test_a_saved_page_is_read_back_as_it_was_written(wiki: WikiFile) -> None:
    source = PageSource(
        "Ünïcode — “x”",
        "character",
        {"z": 1, "a": [True, None, 1.5, {"k": "v"}], "text": "line\nline\u2028 \x00 end"},
        "Body with \r\n and \ttabs, 🎬 and \x00.\n",
    )
    with wiki.writing() as writer:
        writer.pages.save(document(source.title, kind="character"), source, base=None, author="me", comment="why")
    with wiki.reading(NEWCOMER) as reader:
        page = reader.pages.find(source.title)
        assert page is not None
        assert (page.head, page.kind) == (1, "character")
        assert reader.pages.source(page) == source
        assert list(reader.pages.source(page).fields) == ["z", "a", "text"]


def test_saving_again_adds_a_revision_and_keeps_the_old(wiki: WikiFile) -> None:
    save(wiki, document("A"), "one", author="ann", comment="first")
    save(wiki, document("A"), "two", base=1, author="bob", comment="second")
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.find("A")
        assert page is not None
        rows = reader.history.revisions(page)
        assert [(row.number, row.parent, row.author, row.comment) for row in rows] == [
            (2, 1, "bob", "second"),
            (1, None, "ann", "first"),
        ]
        assert [reader.history.source(page, number).body for number in (1, 2)] == ["one", "two"]
        assert reader.pages.source(page).body == "two"


def test_a_new_page_cannot_take_a_title_that_is_there(wiki: WikiFile) -> None:
    save(wiki, document("Abacus"))
    with pytest.raises(TitleTakenError, match="already a page “abacus”"):
        save(wiki, document("abacus"))


def test_titles_that_differ_in_later_letters_are_two_pages(wiki: WikiFile) -> None:
    first, second = save(wiki, document("Abacus")), save(wiki, document("AbacuS"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.pages.find("abacus") == first
        assert reader.pages.find("AbacuS") == second
        assert reader.pages.find("ABACUS") is None  # either could be meant


def test_a_stale_save_is_refused_with_both_numbers(wiki: WikiFile) -> None:
    save(wiki, document("A"), "one")
    save(wiki, document("A"), "two", base=1)
    with pytest.raises(StaleSaveError) as refused:
        save(wiki, document("A"), "other two", base=1)
    assert (refused.value.current, refused.value.base) == (2, 1)
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.find("A")
        assert page is not None
        assert reader.pages.source(page).body == "two"


def test_saving_onto_a_page_that_is_gone_is_refused(wiki: WikiFile) -> None:
    with pytest.raises(NotFoundError, match="no page “A” any more"):
        save(wiki, document("A"), base=3)


def test_a_failed_transaction_leaves_nothing(wiki: WikiFile) -> None:
    def write_twice() -> None:
        with wiki.writing() as writer:
            save_in(writer, linking("A", "B"), "one")
            writer.attachments.add("a.png", b"\x89PNG\r\n\x1a\n")
            save_in(writer, document("A"), "again")

    with pytest.raises(TitleTakenError):
        write_twice()
    with wiki.reading(CURATOR) as reader:
        assert reader.pages.all() == []
        assert reader.attachments.all() == []
        assert reader.links.wanted() == []


def test_look_up_tries_title_then_alias_then_folded(wiki: WikiFile) -> None:
    save(wiki, document("Amélie", names=(Name("Poulain", is_title=False),)))
    save(wiki, document("Poulain"))
    with wiki.reading(NEWCOMER) as reader:
        titles = {
            typed: page.title if (page := reader.pages.find(typed)) else None
            for typed in ("Amélie", "amelie", "AMÉLIE ", "Poulain", "poulain", "Nobody")
        }
    assert titles == {
        "Amélie": "Amélie",
        "amelie": "Amélie",
        "AMÉLIE ": "Amélie",
        "Poulain": "Poulain",
        "poulain": "Poulain",
        "Nobody": None,
    }


def test_by_title_knows_no_alias_and_no_folding(wiki: WikiFile) -> None:
    save(wiki, document("Amélie", names=(Name("Poulain", is_title=False),)))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.pages.by_title("amélie") is not None
        assert reader.pages.by_title("Amelie") is None
        assert reader.pages.by_title("Poulain") is None


def test_renaming_keeps_the_page_and_its_history(wiki: WikiFile) -> None:
    before = save(wiki, document("Old"), "text")
    with wiki.writing() as writer:
        made = document("New", names=(Name("Old", is_title=False),))
        after = writer.pages.rename(before.id, made, source_for(made, "text"), base=1, comment="Rename")
    assert (after.id, after.title, after.head) == (before.id, "New", 2)
    with wiki.reading(CURATOR) as reader:
        assert reader.pages.find("Old") == after
        assert reader.history.source(after, 1).title == "Old"


def test_renaming_to_a_taken_title_is_refused(wiki: WikiFile) -> None:
    save(wiki, document("A"))
    other = save(wiki, document("B"))
    with pytest.raises(TitleTakenError), wiki.writing() as writer:
        writer.pages.rename(other.id, document("A"), source_for(document("A")), base=1)


def test_a_title_that_no_link_can_carry_is_refused_by_the_store_too(wiki: WikiFile) -> None:
    with pytest.raises(TitleError):
        save(wiki, document("A|B"))
    with pytest.raises(TitleError):
        save(wiki, document("A "))


def test_text_with_half_a_surrogate_pair_is_refused_in_words(wiki: WikiFile) -> None:
    with pytest.raises(FanwikiError, match="broken characters"):
        save(wiki, document("A"), "half \ud83d")
    with wiki.reading(CURATOR) as reader:
        assert reader.pages.all() == []


def test_listing_counting_and_recent(wiki: WikiFile) -> None:
    save(wiki, document("beta", words=3), time="2020-01-01T00:00:00.000Z")
    save(wiki, document("Alpha", kind="film", words=4), time="2022-01-01T00:00:00.000Z")
    save(wiki, document("Élan", words=5), time="2021-01-01T00:00:00.000Z")
    with wiki.reading(NEWCOMER) as reader:
        assert [page.title for page in reader.pages.all()] == ["Alpha", "beta", "Élan"]
        assert [page.title for page in reader.pages.all("article")] == ["beta", "Élan"]
        assert [page.title for page in reader.pages.recent(2)] == ["Alpha", "Élan"]
        assert reader.pages.count_by_kind() == {"article": 2, "film": 1}
        assert reader.pages.words() == 12


def test_many_pages_are_saved_as_one_by_one(wiki: WikiFile) -> None:
    saves = [
        PageSave(made, source_for(made, f"body {number}"), None, "me", f"comment {number}")
        for number in range(1203)
        for made in [linking(f"Page {number}", f"Page {(number + 1) % 1203}", words=2)]
    ]
    with wiki.writing() as writer:
        ids = writer.pages.save_many(saves)
    assert len(set(ids)) == 1203
    with wiki.reading(CURATOR) as reader:
        pages = reader.pages.all()
        assert len(pages) == 1203
        assert [source.body for _, source in reader.pages.sources(pages[:3])] == [
            reader.pages.source(page).body for page in pages[:3]
        ]
        page = reader.pages.find("Page 700")
        assert page is not None
        assert [row.source.title for row in reader.links.to(page)] == ["Page 699"]
        assert reader.links.wanted() == []
        assert reader.soundness.problems() == []


def test_two_saves_of_one_title_in_a_batch_are_refused(wiki: WikiFile) -> None:
    made = document("A")
    twice = [PageSave(made, source_for(made), None), PageSave(made, source_for(made), None)]
    with pytest.raises(TitleTakenError), wiki.writing() as writer:
        writer.pages.save_many(twice)


def test_two_saves_onto_one_revision_in_a_batch_are_refused(wiki: WikiFile) -> None:
    save(wiki, document("A"))
    made = document("A")
    with pytest.raises(StaleSaveError), wiki.writing() as writer:
        writer.pages.save_many([PageSave(made, source_for(made), 1), PageSave(made, source_for(made), 1)])


def test_an_imported_page_brings_its_history(wiki: WikiFile) -> None:
    made = document("A")
    earlier = (
        PastRevision(source_for(made, "v1"), "ann", "start", "2001-01-01T00:00:00Z"),
        PastRevision(source_for(made, "v2"), "bob", "more", "2002-01-01T00:00:00Z"),
    )
    with wiki.writing() as writer:
        (page_id,) = writer.pages.save_many(
            [PageSave(made, source_for(made, "v3"), None, "cy", "last", time="2003-01-01T00:00:00Z", earlier=earlier)]
        )
        page = writer.pages.get(page_id)
        assert page is not None
        assert (page.head, page.created, page.updated) == (3, "2001-01-01T00:00:00Z", "2003-01-01T00:00:00Z")
        assert [row.author for row in writer.history.revisions(page)] == ["cy", "bob", "ann"]
        assert [writer.history.source(page, number).body for number in (1, 2, 3)] == ["v1", "v2", "v3"]
    with wiki.reading(CURATOR) as reader:
        assert reader.soundness.problems() == []


def test_sources_come_in_the_order_asked_for(wiki: WikiFile) -> None:
    pages = [save(wiki, document(title), f"body of {title}") for title in ("C", "A", "B")]
    with wiki.reading(NEWCOMER) as reader:
        assert [(page.title, source.body) for page, source in reader.pages.sources(pages)] == [
            ("C", "body of C"),
            ("A", "body of A"),
            ("B", "body of B"),
        ]


def test_a_page_that_is_not_there_is_none_by_id(wiki: WikiFile) -> None:
    with wiki.reading(CURATOR) as reader:
        assert reader.pages.get(PageId(99)) is None


def test_names_tell_title_and_aliases(wiki: WikiFile) -> None:
    page = save(wiki, document("A", names=(Name("Other", is_title=False),)))
    with wiki.reading(NEWCOMER) as reader:
        assert [(row.text, row.is_title) for row in reader.pages.names(page)] == [("A", True), ("Other", False)]
        assert {row.text for row in reader.pages.names()} == {"A", "Other"}
