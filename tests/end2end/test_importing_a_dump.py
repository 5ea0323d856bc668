"""A dump of a wiki through the command line: whole or absent, twice without doing it twice, and newer ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fanwiki.cli import run_command_line
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR
from fanwiki.jobs import Cancel, Cancelled, Progress
from fanwiki.services import checking, editing, history, importing, wikis
from fanwiki.store.wiki_file import WikiFile

HEAD = (
    '<mediawiki version="0.11" xml:lang="en"><siteinfo><sitename>Heroes Wiki</sitename>'
    "<base>https://heroes.fandom.com/wiki/Main_Page</base><namespaces>"
    '<namespace key="0"/><namespace key="10">Template</namespace><namespace key="14">Category</namespace>'
    "</namespaces></siteinfo>"
)
FILM = "{{Infobox film|name=Heroes|director=[[Ann Lee]]|runtime=90 minutes|budget=5}}\nA film. {{Odd thing|1}}"


def page(title: str, *texts: str) -> str:
    revisions = "".join(
        f"<revision><id>{number}</id><timestamp>2020-01-0{number}T00:00:00Z</timestamp><contributor><username>Ann"
        f"</username></contributor><comment>edit {number}</comment><text>{text}</text></revision>"
        for number, text in enumerate(texts, 1)
    )
    return f"<page><title>{title}</title>{revisions}</page>"


def write(path: Path, *pages: str) -> Path:
    path.write_text(f"{HEAD}{''.join(pages)}</mediawiki>", encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    code = run_command_line([str(arg) for arg in args])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def wiki_path(tmp_path: Path) -> Path:
    path = tmp_path / "w.fanwiki"
    wikis.create_wiki(path).close()
    return path


def stats_of(path: Path) -> dict[str, object]:
    with wikis.open_wiki(path) as wiki:
        return dict(checking.stats(wiki))


def test_a_dump_comes_whole_with_report_history_and_kind(
    tmp_path: Path, wiki_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = write(
        tmp_path / "d.xml", page("Heroes", "stub", FILM), page("The film", "#REDIRECT [[Heroes]]"), page("Ann Lee")
    )
    report = tmp_path / "r.json"
    code, out, _ = run(capsys, "import", wiki_path, dump, "--report", report, "--write-map", tmp_path / "m.json")
    assert (code, "2 pages added" in out) == (0, True)
    told = json.loads(report.read_text())
    assert (told["format"], told["pages"], told["redirects"], told["links"]) == ("mediawiki", 3, 1, 1)
    assert told["templates"] == {"known": {"Infobox film": 1}, "unknown": {"Odd thing": 1}}
    assert json.loads((tmp_path / "m.json").read_text())["infobox film"]["fields"]["budget"] == "budget"
    with wikis.open_wiki(wiki_path) as wiki:
        _, revisions = history.revisions(wiki, "The film")
        assert [(row.author, row.comment) for row in revisions] == [("Ann", "edit 2"), ("Ann", "edit 1")]
        with wiki.reading(CURATOR) as reader:
            film = reader.pages.find("heroes")
            assert film is not None
            assert reader.pages.source(film).fields["runtime"] == 90
            assert reader.kinds()["film"].fields[-1].name == "budget"
            assert reader.problems.all() == []
        assert checking.check(wiki).ok
    assert "{{Odd thing|1}}" in run(capsys, "show", wiki_path, "Heroes", "--as", "html", "--seen-all")[1]


def test_importing_twice_changes_nothing_and_a_newer_dump_updates(
    tmp_path: Path, wiki_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = write(tmp_path / "d.xml", page("Heroes", FILM), page("Wheels", "A boy."))
    run(capsys, "import", wiki_path, dump)
    before = stats_of(wiki_path)
    _, out, _ = run(capsys, "import", wiki_path, dump)
    assert "0 pages added, 0 updated, 2 unchanged" in out
    assert stats_of(wiki_path) == before
    write(
        dump, page("Heroes", FILM), page("Wheels", "A boy.", "A fast boy."), page("Guppy", "{{Infobox film|gross=7}}")
    )
    _, out, _ = run(capsys, "import", wiki_path, dump, "--latest")
    assert "1 page added, 1 updated, 1 unchanged" in out
    assert run(capsys, "show", wiki_path, "Wheels", "--as", "text")[1].count("A fast boy.") == 1
    with wikis.open_wiki(wiki_path) as wiki, wiki.reading(CURATOR) as reader:
        assert [field.name for field in reader.kinds()["film"].fields][-2:] == ["budget", "gross"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<!DOCTYPE m [<!ENTITY a "x">]><mediawiki>&a;</mediawiki>', "document type"),
        (f'<mediawiki a="{"x" * 20_000_000}"/>', "millions of characters"),
        ("<mediawiki/>", "holds no page"),
        ("<rss/>", "begins with <rss>"),
        ("", "holds no page"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_and_changes_nothing(
    tmp_path: Path, wiki_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    path = tmp_path / "d.xml"
    path.write_text(text)
    code, out, err = run(capsys, "import", wiki_path, path)
    assert (code, out) == (1, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1
    assert stats_of(wiki_path)["pages"] == 0


def test_a_stopped_import_leaves_nothing(tmp_path: Path, wiki_path: Path) -> None:
    dump = write(tmp_path / "d.xml", *(page(f"Page {number}", "text") for number in range(80)))
    cancel = Cancel()

    def stop(done: int, total: int | None, text: str) -> None:
        if total is not None and done > 40:
            cancel.request()

    with wikis.open_wiki(wiki_path) as wiki:
        with pytest.raises(Cancelled):
            importing.import_source(wiki, dump, progress=Progress(stop, cancel))
        assert checking.stats(wiki)["pages"] == 0
        assert _kinds(wiki) == {"film", "character", "person", "speculation", "source", "article"}


def _kinds(wiki: WikiFile) -> set[str]:
    with wiki.reading(CURATOR) as reader:
        return set(reader.kinds())


def test_what_an_importer_derived_is_what_the_wiki_would_derive(tmp_path: Path, wiki_path: Path) -> None:
    """Nothing is taken over where a title is gated here or a kind is another one."""
    text = FILM + "\n{{Spoiler|[[Secret]] and [[Ann Lee]]}}\n== More ==\n[[Category:Films]]"
    dump = write(tmp_path / "d.xml", page("Heroes", text), page("Wheels", "[[Heroes]] and [[Secret]]"))
    with wikis.open_wiki(wiki_path) as wiki:
        editing.save(wiki, PageSource("Secret", "film", {"spoils": "[[Other]]"}, "Hidden."), base=None)
        importing.import_source(wiki, dump)
        before = _rows(wiki)
        checking.rebuild(wiki)
        assert _rows(wiki) == before


def _rows(wiki: WikiFile) -> list[object]:
    with wiki.reading(CURATOR) as reader:
        pages = reader.pages.all()
        return [(page.title, [repr(row) for row in reader.links.of(page)], page.words) for page in pages]


def test_words_around_a_link_are_shown_in_the_infobox(
    tmp_path: Path, wiki_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = write(
        tmp_path / "d.xml", page("Town", "{{Infobox town|parts=3 [[Quarter]]s|lord=[[Ann Lee]]|name=Town|x=1}}")
    )
    run(capsys, "import", wiki_path, dump)
    shown = run(capsys, "show", wiki_path, "Town", "--as", "html", "--seen-all")[1]
    assert re.search(r"3 <(?:a|span)[^>]*>Quarters</", shown)
    assert "Ann Lee" in shown
