"""Pages that came from elsewhere say so: in the window, in every export, and after a way there and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.importers.draft import PageDraft, PastRevision
from fanwiki.importers.formats import FORMATS, Format
from fanwiki.importers.origin import Origin, cleaned
from fanwiki.importers.run import ImportRun
from fanwiki.services import editing, exporting, history, importing, salvaging, showing, wikis
from fanwiki.services.attributing import licence_cell
from fanwiki.store.wiki_file import WikiFile

ORIGIN = Origin(
    "Heroes Wiki", "https://heroes.example/wiki/Ann", "77", "2020-01-31T10:00:00Z", ("Fan <1>", "Fan 2"), "CC BY-SA 3.0"
)
PAST = PastRevision(PageSource("Ann", "character", body="Old ||secret||{Twist}.\n"), "Fan 2", "2019-05-05T05:05:05Z")
DRAFT = PageDraft(
    PageSource("Ann", "character", body="New.\n"),
    origin=ORIGIN,
    revisions=(PAST,),
    author="Fan <1>",
    time="2020-01-31T10:00:00Z",
    comment="Better",
)


@pytest.fixture
def wiki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WikiFile]:
    """A wiki with one page from elsewhere, and one written here."""

    def read(_path: Path, _run: ImportRun) -> Iterator[PageDraft]:
        yield DRAFT

    with monkeypatch.context() as patch, wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        patch.setattr(
            importing, "FORMATS", {**FORMATS, "made": Format("made", "Made", "Made here", lambda _: False, read)}
        )
        importing.import_source(wiki, tmp_path, source_format="made")
        editing.save(wiki, PageSource("Own", body="[[Ann]]\n"), base=None)
        yield wiki


def origin(wiki: WikiFile, title: str) -> Origin | None:
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.find(title)
        return reader.origins.of(page) if page else None


def test_a_page_keeps_its_history_there_with_authors_and_times(wiki: WikiFile) -> None:
    _, rows = history.revisions(wiki, "Ann")
    assert [(row.number, row.author, row.time, row.comment) for row in rows] == [
        (2, "Fan <1>", "2020-01-31T10:00:00Z", "Better"),
        (1, "Fan 2", "2019-05-05T05:05:05Z", ""),
    ]
    with wiki.reading(NEWCOMER) as reader:
        page = reader.pages.find("Ann")
        assert page is not None
        assert [row.masked for row in reader.history.revisions(page)] == [True, True]


def test_the_foot_of_a_page_names_the_wiki_the_people_and_the_licence(wiki: WikiFile) -> None:
    shown = showing.as_html(wiki, "Ann", NEWCOMER)
    foot = shown[shown.index('class="origin"') :]
    assert 'href="https://heroes.example/wiki/Ann"' in foot
    assert "revision 77 of 2020-01-31" in foot
    assert "<bdi>Fan &lt;1&gt;</bdi>, <bdi>Fan 2</bdi>" in foot
    assert 'href="https://creativecommons.org/licenses/by-sa/3.0/"' in foot
    assert 'class="origin"' not in showing.as_html(wiki, "Own", NEWCOMER)


def test_scripts_read_it_too(wiki: WikiFile) -> None:
    shown = showing.as_json(wiki, "Ann", NEWCOMER)["origin"]
    assert shown == {
        "wiki": "Heroes Wiki",
        "url": "https://heroes.example/wiki/Ann",
        "revision": "77",
        "time": "2020-01-31T10:00:00Z",
        "contributors": ["Fan <1>", "Fan 2"],
        "licence": "CC BY-SA 3.0",
    }
    assert showing.as_json(wiki, "Own", NEWCOMER)["origin"] is None


def test_an_edited_page_and_a_renamed_one_keep_their_origin(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Ann", "Edited.")
    editing.rename(wiki, "Ann", "Anna")
    assert origin(wiki, "Anna") == ORIGIN


def test_every_export_carries_it(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "site", viewer=NEWCOMER)
    about = (tmp_path / "site/about.html").read_text("utf-8")
    assert "Taken from" in about
    assert "Heroes Wiki" in about
    assert "2 contributors" in about
    assert any("Adapted from" in path.read_text("utf-8") for path in (tmp_path / "site/p").iterdir())
    exporting.export(wiki, tmp_path / "one.html", viewer=NEWCOMER, export_format="single")
    assert "Adapted from" in (tmp_path / "one.html").read_text("utf-8")


def test_it_comes_back_from_a_vault_also_for_a_note_that_was_changed(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "vault", viewer=CURATOR, export_format="markdown")
    with wikis.create_wiki(tmp_path / "back.fanwiki") as back:
        importing.import_source(back, tmp_path / "vault")
        assert (origin(back, "Ann"), origin(back, "Own")) == (ORIGIN, None)
    (tmp_path / "vault/Ann.md").write_text("Changed.", "utf-8")
    with wikis.create_wiki(tmp_path / "changed.fanwiki") as changed:
        importing.import_source(changed, tmp_path / "vault")
        assert origin(changed, "Ann") == ORIGIN


def test_it_comes_along_when_a_damaged_wiki_is_saved(wiki: WikiFile, tmp_path: Path) -> None:
    salvaging.salvage(wiki.path, tmp_path / "saved.fanwiki")
    with wikis.open_wiki(tmp_path / "saved.fanwiki") as saved:
        assert (origin(saved, "Ann"), origin(saved, "Own")) == (ORIGIN, None)


def test_a_page_deleted_for_good_leaves_no_origin(wiki: WikiFile) -> None:
    editing.delete(wiki, "Ann")
    with wiki.writing() as writer:
        page = writer.trash.find("Ann")
        assert page is not None
        writer.pages.purge(page.id)
    with wiki.reading(CURATOR) as reader:
        assert reader.snapshot.execute("SELECT count(*) FROM origin").scalar_one() == 0


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x", "https://a.example/x"),
        (" http://a.example/x ", "http://a.example/x"),
        ("javascript:alert(1)", ""),
        ("//a.example", ""),
        ("https://[", ""),
        ("https://a.example/\u2028x", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_only_addresses_of_the_web_are_kept(url: str, kept: str) -> None:
    assert cleaned(Origin(url=url)).url == kept


def test_what_nobody_sees_is_taken_out_and_names_stand_once() -> None:
    people = ("A\x00\nB", "A B", "", *(f"Fan {number}" for number in range(2000)))
    clean = cleaned(Origin("W\x07iki", licence="x" * 5000, contributors=people))
    assert clean.wiki == "W iki"
    assert len(clean.licence) == 1000
    assert clean.contributors[:2] == ("A B", "Fan 0")
    assert len(clean.contributors) == 1000


def test_a_licence_that_is_no_known_one_stays_text() -> None:
    assert licence_cell("All rights reserved") == "All rights reserved"
    assert licence_cell("") == ""


def test_a_dump_tells_it_where_edits_say_what_they_are(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "dump.xml", viewer=CURATOR, export_format="mediawiki")
    told = "from Heroes Wiki, https://heroes.example/wiki/Ann, revision 77, by Fan &lt;1&gt;, Fan 2, CC BY-SA 3.0"
    assert f"<comment>Better; {told}</comment>" in (tmp_path / "dump.xml").read_text("utf-8")
