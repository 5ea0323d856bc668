"""A source that comes again: what changed there, what changed here, and what changed on both sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki import paths
from fanwiki.cli import run_command_line
from fanwiki.domain.kind import Field, FieldType, Kind, read_kind
from fanwiki.domain.kind_writing import extended
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import FanwikiError
from fanwiki.importers.draft import KindDraft
from fanwiki.importers.formats import Format
from fanwiki.services import editing, exporting, history, importing, wikis
from fanwiki.services.import_writing import Conflict, Imported
from fanwiki.store.wiki_file import WikiFile

NOTE = "---\nkind: film\nruntime: 90\ngenre: [drama]\n---\nOne.\n\nTwo.\n\nThree.\n"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def wiki(tmp_path: Path) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        yield wiki


@pytest.fixture
def vault(tmp_path: Path, wiki: WikiFile) -> Path:
    """A vault with one note that was imported."""
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "Dune.md").write_text(NOTE, "utf-8")
    importing.import_source(wiki, folder)
    return folder


def source(wiki: WikiFile, title: str = "Dune") -> PageSource:
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.find(title)
        assert page is not None
        return reader.pages.source(page)


def edit_here(wiki: WikiFile, old: str, new: str) -> None:
    page, rows = history.revisions(wiki, "Dune")
    body = source(wiki).body.replace(old, new)
    editing.save(wiki, PageSource(page.title, page.kind, source(wiki).fields, body), base=rows[0].number)


def edit_there(vault: Path, old: str, new: str) -> None:
    note = vault / "Dune.md"
    note.write_text(note.read_text("utf-8").replace(old, new), "utf-8")


def told(outcome: Imported) -> list[str]:
    return [problem.code for problem in outcome.report.problems]


def test_what_changed_there_and_not_here_is_updated(wiki: WikiFile, vault: Path) -> None:
    edit_there(vault, "Two", "2")
    assert importing.import_source(wiki, vault).updated == ["Dune"]
    assert source(wiki).body == "One.\n\n2.\n\nThree.\n"


def test_changes_in_different_places_are_joined(wiki: WikiFile, vault: Path) -> None:
    edit_here(wiki, "One", "Mine")
    edit_there(vault, "Three", "Theirs")
    edit_there(vault, "runtime: 90", "runtime: 91")
    outcome = importing.import_source(wiki, vault)
    assert (outcome.updated, outcome.kept, outcome.conflicts) == (["Dune"], [], [])
    assert source(wiki).body == "Mine.\n\nTwo.\n\nTheirs.\n"
    assert source(wiki).fields["runtime"] == 91
    again = importing.import_source(wiki, vault)
    assert (again.updated, again.unchanged, told(again)) == ([], 1, [])
    edit_there(vault, "Two", "2")  # from here on both sides differ for good
    importing.import_source(wiki, vault)
    assert source(wiki).body == "Mine.\n\n2.\n\nTheirs.\n"


@pytest.mark.parametrize(
    ("choice", "second", "kept"), [("keep", "Mine", ["Dune"]), ("theirs", "Theirs", []), ("both", "Mine", [])]
)
def test_where_both_changed_the_choice_decides(
    wiki: WikiFile, vault: Path, choice: str, second: str, kept: list[str]
) -> None:
    edit_here(wiki, "Two", "Mine")
    edit_there(vault, "Two", "Theirs")
    edit_there(vault, "[drama]", "[drama, epic]")
    outcome = importing.import_source(wiki, vault, on_conflict=choice)
    assert source(wiki).body == f"One.\n\n{second}.\n\nThree.\n"
    assert source(wiki).fields["genre"] == ["drama", "epic"]
    revision = 3 if choice == "both" else None
    assert (outcome.conflicts, outcome.kept) == ([Conflict("Dune", ("text",), revision)], kept)
    assert told(outcome) == ["edited-here"]
    before = len(history.revisions(wiki, "Dune")[1])
    importing.import_source(wiki, vault, on_conflict=choice)
    assert len(history.revisions(wiki, "Dune")[1]) == before


def test_with_both_the_other_version_is_the_revision_that_the_report_names(wiki: WikiFile, vault: Path) -> None:
    edit_here(wiki, "Two", "Mine")
    edit_there(vault, "Two", "Theirs")
    (conflict,) = importing.import_source(wiki, vault, on_conflict="both").conflicts
    assert conflict.revision is not None
    page, _ = history.revisions(wiki, "Dune")
    with wiki.reading(CURATOR) as reader:
        assert "Theirs" in reader.history.source(page, conflict.revision).body


def test_what_was_kept_can_still_be_taken_later(wiki: WikiFile, vault: Path) -> None:
    edit_here(wiki, "Two", "Mine")
    edit_there(vault, "Two", "Theirs")
    importing.import_source(wiki, vault)
    importing.import_source(wiki, vault, on_conflict="theirs")
    assert "Theirs" in source(wiki).body


@pytest.mark.parametrize(("choice", "body"), [("keep", "Other.\n"), ("theirs", "One.\n"), ("both", "Other.\n")])
def test_a_page_that_no_import_wrote_is_replaced_only_when_asked(
    wiki: WikiFile, tmp_path: Path, choice: str, body: str
) -> None:
    editing.save(wiki, PageSource("Dune", body="Other.\n"), base=None)
    (tmp_path / "v").mkdir()
    (tmp_path / "v/Dune.md").write_text("One.\n", "utf-8")
    importing.import_source(wiki, tmp_path / "v", on_conflict=choice)
    assert source(wiki).body == body


def test_a_page_that_was_deleted_here_stays_deleted_unless_theirs_goes(wiki: WikiFile, vault: Path) -> None:
    editing.delete(wiki, "Dune")
    outcome = importing.import_source(wiki, vault)
    assert (outcome.added, outcome.deleted, told(outcome)) == ([], ["Dune"], ["deleted-here"])
    assert "1 left deleted" in importing.summary(outcome)
    assert importing.import_source(wiki, vault, on_conflict="theirs").added == ["Dune"]


def test_a_page_that_was_renamed_here_still_follows(wiki: WikiFile, vault: Path) -> None:
    editing.rename(wiki, "Dune", "Dune: Part One")
    edit_there(vault, "Two", "2")
    assert importing.import_source(wiki, vault).updated == ["Dune: Part One"]
    assert "2." in source(wiki, "Dune: Part One").body
    assert source(wiki, "Dune: Part One").fields["aliases"] == ["Dune"]


@pytest.mark.parametrize(
    ("choice", "names", "code"),
    [("keep", {"a.png": b"1"}, "file-kept"), ("both", {"a.png": b"1", "a (2).png": b"2"}, "file-beside")],
)
def test_another_file_of_the_name_is_not_overwritten(
    wiki: WikiFile, vault: Path, choice: str, names: dict[str, bytes], code: str
) -> None:
    editing.attach(wiki, "a.png", PNG + b"1")
    (vault / "a.png").write_bytes(PNG + b"2")
    outcome = importing.import_source(wiki, vault, on_conflict=choice)
    with wiki.reading(CURATOR) as reader:
        kept = {row.name: reader.attachments.get(row.name).data for row in reader.attachments.all()}
    assert kept == {name: PNG + data for name, data in names.items()}
    assert told(outcome) == [code]
    importing.import_source(wiki, vault, on_conflict="theirs")
    with wiki.reading(CURATOR) as reader:
        assert reader.attachments.get("a.png").data == PNG + b"2"


def test_a_file_that_only_changed_there_follows(wiki: WikiFile, vault: Path) -> None:
    (vault / "a.png").write_bytes(PNG + b"1")
    importing.import_source(wiki, vault)
    (vault / "a.png").write_bytes(PNG + b"2")
    assert told(importing.import_source(wiki, vault)) == []
    with wiki.reading(CURATOR) as reader:
        assert reader.attachments.get("a.png").data == PNG + b"2"


def kind(wiki: WikiFile) -> Kind:
    with wiki.reading(CURATOR) as reader:
        return reader.kinds().of("film")


def test_a_changed_kind_comes_with_a_vault_unless_pages_here_rely_on_the_own_one(tmp_path: Path) -> None:
    shipped = (paths.resources() / "kinds/film.toml").read_text("utf-8")
    other = shipped.replace('label = "Film"', 'label = "Motion picture"')
    assert other != shipped
    with wikis.create_wiki(tmp_path / "a.fanwiki") as changed:
        editing.put_kind(changed, other)
        editing.save(changed, PageSource("Dune", "film"), base=None)
        exporting.export(changed, tmp_path / "vault", viewer=CURATOR, export_format="markdown")
    with wikis.create_wiki(tmp_path / "b.fanwiki") as fresh:
        assert told(importing.import_source(fresh, tmp_path / "vault")) == []
        assert kind(fresh).label == "Motion picture"
    with wikis.create_wiki(tmp_path / "c.fanwiki") as used:
        editing.save(used, PageSource("Alien", "film"), base=None)
        assert told(importing.import_source(used, tmp_path / "vault")) == ["kind-kept"]
        assert kind(used).label == "Film"
        importing.import_source(used, tmp_path / "vault", on_conflict="theirs")
        assert kind(used).label == "Motion picture"


def test_a_choice_that_there_is_not_is_refused(wiki: WikiFile, vault: Path) -> None:
    with pytest.raises(FanwikiError, match="keep, theirs, both"):
        importing.import_source(wiki, vault, on_conflict="mine")


def test_the_command_takes_choice_option_and_mapping(
    tmp_path: Path, wiki: WikiFile, vault: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_here(wiki, "Two", "Mine")
    edit_there(vault, "Two", "Theirs")
    report = tmp_path / "r.json"
    arguments = ["import", str(wiki.path), str(vault), "--on-conflict", "both", "--report", str(report)]
    assert run_command_line(arguments) == 0
    assert json.loads(report.read_text("utf-8"))["conflicts"] == [{"title": "Dune", "parts": ["text"], "revision": 3}]
    for wrong in (["--on-conflict", "x"], ["--option", "x"], ["--option", "folders=x"], ["--option", "y=x"]):
        assert run_command_line(["import", str(wiki.path), str(vault), *wrong]) == 1
    told_wrong = capsys.readouterr().err
    assert "NAME=VALUE" in told_wrong
    assert "Choose one of: tags" in told_wrong
    assert "Its options: folders" in told_wrong


def test_columns_that_nobody_knows_are_offered_mapped_and_remembered(
    tmp_path: Path, wiki: WikiFile, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "filmovi.csv"
    table.write_text("Naziv,Glumci,Godina,Bilješka\nDina,Bo Reed as Comet,2021,x\n", "utf-8")
    offer = tmp_path / "map.json"
    command = ["import", str(wiki.path), str(table), "--format", "films"]
    assert run_command_line(command) == 1
    assert run_command_line([*command, "--dry-run", "--write-map", str(offer)]) == 0
    assert "Map a column to “title”" in capsys.readouterr().out
    mapping = json.loads(offer.read_text("utf-8"))
    columns = mapping["film list"]["fields"]
    assert columns == {"naziv": "naziv", "glumci": "glumci", "godina": "godina", "bilješka": "bilješka"}
    columns |= {"naziv": "title", "glumci": "cast", "godina": "year", "bilješka": ""}
    offer.write_text(json.dumps(mapping), "utf-8")
    assert run_command_line([*command, "--map", str(offer)]) == 0
    dina = source(wiki, "Dina")
    assert dina.fields == {
        "cast": [{"character": "[[Comet]]", "performer": "[[Bo Reed]]"}],
        "released": ["2021"],
    }
    table.write_text("Naziv,Glumci,Godina\nDrugi,Bo Reed,2022\n", "utf-8")
    assert run_command_line(command) == 0
    assert source(wiki, "Drugi").fields["released"] == ["2022"]


def test_a_mapping_that_is_none_is_refused_in_words(tmp_path: Path, wiki: WikiFile, vault: Path) -> None:
    (tmp_path / "broken.json").write_text("{", "utf-8")
    for path in (tmp_path / "broken.json", tmp_path / "absent.json"):
        with pytest.raises(FanwikiError, match=path.name):
            importing.read_mappings(path)
    with pytest.raises(FanwikiError, match="there already"):
        importing.write_mappings({}, tmp_path / "broken.json")
    assert importing.import_source(wiki, vault).unchanged == 1


def test_types_of_notes_that_nobody_knows_are_offered_with_their_properties(wiki: WikiFile, vault: Path) -> None:
    (vault / "It.md").write_text("---\ntype: Book\nRelease Date: 1986\nscore: 4\n---\n", "utf-8")
    offered = importing.import_source(wiki, vault, dry_run=True).offered
    assert dict(offered["book"].fields) == {"release date": "release date", "score": "score"}
    assert offered["book"].kind == "article"
    mappings = importing.mappings_from_json(
        {"Book": {"kind": "source", "fields": {"release date": "published", "score": ""}}}
    )
    importing.import_source(wiki, vault, mappings=mappings)
    assert source(wiki, "It") == PageSource("It", "source", {"published": 1986})
    assert importing.import_source(wiki, vault).unchanged == 2


def test_a_kind_that_a_source_only_adds_to_keeps_what_it_has(wiki: WikiFile, monkeypatch: pytest.MonkeyPatch) -> None:
    editing.save(wiki, PageSource("Dune", "film", {"budget": "40 million"}), base=None)
    film = read_kind((paths.resources() / "kinds" / "film.toml").read_text("utf-8"))
    number = Field("budget", "Budget", FieldType.LINK)
    drafts = [KindDraft(extended(film, [number]), adds=True)]
    made = Format("made", "Made", "Made here", lambda _: True, lambda path, run: iter(drafts))
    monkeypatch.setattr("fanwiki.services.importing.FORMATS", {"made": made})

    importing.import_source(wiki, wiki.path, source_format="made")
    with wiki.reading(CURATOR) as reader:
        assert reader.kinds()["film"].fields == (*film.fields, number)
        assert [problem.code for problem in reader.problems.all()] == ["wrong-link"]
    editing.put_kind(wiki, film.toml)
    importing.import_source(wiki, wiki.path, source_format="made")
    with wiki.reading(CURATOR) as reader:
        assert reader.kinds()["film"].fields == film.fields


def test_halves_of_characters_are_replaced_and_told_and_stop_nothing(wiki: WikiFile, tmp_path: Path) -> None:
    path = tmp_path / "films.json"
    path.write_text('[{"title": "Du\\ud800ne", "year": 1984, "plot": "\\ud83d\\ude00 \\udc00"}]', "utf-8")
    outcome = importing.import_source(wiki, path)
    assert outcome.added == ["Du?ne"]
    assert source(wiki, "Du?ne").body == "😀 �\n"
    assert told(outcome) == ["broken-characters"]


def test_films_that_were_watched_are_told_as_options(
    wiki: WikiFile, vault: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        (vault / f"Film {number:02}.md").write_text("---\ntype: movie\nwatched: true\n---\n", "utf-8")
    assert run_command_line(["import", str(wiki.path), str(vault)]) == 0
    said = capsys.readouterr().out
    assert "--seen 'Film 00' --seen 'Film 01'" in said
    assert "and 2 more" in said
