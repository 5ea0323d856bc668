"""The command line as scripts use it: DESIGN's contract of commands, JSON shapes and exit codes."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fanwiki.__main__ import COMMANDS, asks_for_window, why_no_window
from fanwiki.cli import run_command_line
from fanwiki.services import importing

Run = Callable[..., str]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "heroes.fanwiki"
    importing.create_sample(path).close()
    return path


@pytest.fixture
def wiki(sample: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "heroes.fanwiki"
    copy.write_bytes(sample.read_bytes())
    return copy


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run a command that must succeed and return what it printed; its standard error must be empty."""

    def call(*arguments: object, code: int = 0) -> str:
        got = run_command_line([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert got == code, told.err
        assert told.err == ""
        return told.out

    return call


@pytest.fixture
def fail(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that must fail in one line on standard error, and return the line."""

    def call(*arguments: object, code: int = 1) -> str:
        got = run_command_line([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert got == code
        assert "Traceback" not in told.err
        if code == 1:
            assert told.err.count("\n") == 1, told.err
        return told.err

    return call


def read(text: str) -> Any:
    return json.loads(text)


def test_new_makes_a_wiki_and_leaves_one_that_is_there_alone(
    tmp_path: Path, run: Run, fail: Callable[..., str]
) -> None:
    path = tmp_path / "a.fanwiki"
    assert "0 pages" in run("new", path)
    before = path.read_bytes()
    assert "a.fanwiki" in fail("new", path)
    assert path.read_bytes() == before


def test_sample_has_the_films_their_cast_and_the_rumours(wiki: Path, run: Run) -> None:
    counts = read(run("stats", wiki, "--json"))
    assert {"pages", "by_kind", "links", "red_links", "words", "revisions", "attachments"} <= counts.keys()
    assert 40 <= counts["pages"] <= 90
    assert counts["by_kind"]["film"] >= 3
    assert counts["by_kind"]["character"] >= 12
    assert counts["by_kind"]["speculation"] >= 8
    assert counts["attachments"] >= 12
    assert counts["pages"] == sum(counts["by_kind"].values())


def test_search_json_has_the_shape_that_scripts_read(wiki: Path, run: Run) -> None:
    answer = read(run("search", wiki, "kind:character wheels", "--json", "--limit", 3))
    assert {"query", "understood", "total", "withheld", "hits"} <= answer.keys()
    assert answer["hits"][0].keys() >= {"title", "kind", "section", "snippet", "score"}
    assert answer["hits"][0]["title"] == "Wheels"
    assert len(answer["hits"]) <= 3


@pytest.mark.parametrize(
    "query", ["", '"', "(", "kind:", "-", "o'brien", "c++", "title:", "*", "NEAR(a b)", "\x00", "a" * 5000]
)
def test_no_query_is_an_error(wiki: Path, run: Run, query: str) -> None:
    assert read(run("search", wiki, query, "--json"))["query"] == query


def test_newcomer_is_told_how_much_is_withheld_and_not_what(wiki: Path, run: Run) -> None:
    query = "queen"
    newcomer = read(run("search", wiki, query, "--json"))
    knows = read(run("search", wiki, query, "--json", "--seen-all"))
    assert knows["total"] > newcomer["total"]
    assert newcomer["withheld"] == knows["total"] - newcomer["total"]
    fan = read(run("search", wiki, query, "--json", "--seen", "we can be heroes"))
    assert fan["total"] > newcomer["total"]


@pytest.mark.parametrize("seen", ["Red Moon", "red moon", "red MOON"])
def test_a_seen_film_that_only_gates_name_opens_them_in_any_case(
    wiki: Path, tmp_path: Path, run: Run, seen: str
) -> None:
    source = tmp_path / "page.md"
    source.write_text("Open. ||Under the moon||{Red Moon}", "utf-8")
    run("save", wiki, "Gated", "--from", source)
    assert "Under the moon" not in run("show", wiki, "Gated")
    assert "Under the moon" in run("show", wiki, "Gated", "--seen", seen)  # and nothing is told on standard error


def test_unknown_seen_film_is_told_beside_the_answer(wiki: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["list", str(wiki), "kind:film", "--json", "--seen", "No Such Film"]) == 0
    told = capsys.readouterr()
    assert "No Such Film" in told.err
    assert json.loads(told.out)["pages"]


def test_list_json_and_order(wiki: Path, run: Run) -> None:
    films = [page["title"] for page in read(run("list", wiki, "kind:film sort:released", "--json"))["pages"]]
    assert films.index("We Can Be Heroes") < films.index("We Can Be Heroes 2")
    assert run("list", wiki, "kind:film").count("\tfilm\n") == len(films)


def test_a_list_is_read_part_by_part(wiki: Path, run: Run) -> None:
    whole = read(run("list", wiki, "kind:film sort:released", "--seen-all", "--json"))["pages"]
    pages, after = [], None
    while after != "":
        more = () if after is None else ("--after", after)
        part = read(run("list", wiki, "kind:film sort:released", "--seen-all", "--json", "--limit", "2", *more))
        assert part["total"] == len(whole) > len(part["pages"])
        pages += part["pages"]
        after = part["after"]
    assert pages == whole


@pytest.mark.parametrize("form", ["markdown", "html", "text", "json"])
def test_show_prints_a_page_by_alias_and_any_case(wiki: Path, run: Run, form: str) -> None:
    assert run("show", wiki, "we can be heroes", "--as", form) == run("show", wiki, "We Can Be Heroes", "--as", form)


def test_show_json_has_the_shape_that_scripts_read(wiki: Path, run: Run) -> None:
    page = read(run("show", wiki, "We Can Be Heroes", "--as", "json", "--seen-all"))
    keys = {"title", "kind", "fields", "tags", "aliases", "body", "links", "backlinks", "revision"}
    assert keys <= page.keys()
    assert page["fields"]["director"]
    assert "Wheels" in page["links"]
    assert page["backlinks"]


def test_save_of_what_show_printed_changes_nothing(wiki: Path, tmp_path: Path, run: Run) -> None:
    titles = [page["title"] for page in read(run("list", wiki, "--json", "--seen-all"))["pages"]]
    for title in titles:
        before = run("show", wiki, title, "--seen-all")
        source = tmp_path / "page.md"
        source.write_bytes(before.encode())
        assert "Saved" in run("save", wiki, title, "--from", source)
        assert run_and_read(wiki, title) == before


def run_and_read(wiki: Path, title: str) -> str:
    from fanwiki.domain.viewer import CURATOR
    from fanwiki.services import showing, wikis

    with wikis.open_wiki(wiki) as opened:
        return showing.as_markdown(opened, title, CURATOR)


def test_save_history_restore(wiki: Path, tmp_path: Path, run: Run, fail: Callable[..., str]) -> None:
    source = tmp_path / "page.md"
    source.write_text("---\nkind: character\naliases: [Slow]\n---\nFirst *text*.\n", "utf-8")
    assert "revision 1" in run("save", wiki, "Newcomer", "--from", source, "--author", "Ann", "--comment", "Begin")
    source.write_text("Second text.\n", "utf-8")
    assert "revision 2" in run("save", wiki, "Newcomer", "--from", source, "--author", "Bob")
    history = read(run("history", wiki, "Newcomer", "--json"))
    assert history["title"] == "Newcomer"
    assert [(row["number"], row["author"], row["comment"]) for row in history["revisions"]] == [
        (2, "Bob", ""),
        (1, "Ann", "Begin"),
    ]
    assert "revision 3" in run("restore", wiki, "Newcomer", 1)
    assert "First *text*." in run("show", wiki, "Slow")
    assert "99" in fail("restore", wiki, "Newcomer", 99)


def test_rename_rewrites_links_and_keeps_the_old_name(wiki: Path, run: Run, fail: Callable[..., str]) -> None:
    linking = read(run("show", wiki, "Wheels", "--as", "json", "--seen-all"))["backlinks"]
    assert "Renamed" in run("rename", wiki, "Wheels", "Wheels (hero)")
    page = read(run("show", wiki, "Wheels", "--as", "json", "--seen-all"))
    assert page["title"] == "Wheels (hero)"
    assert "Wheels" in page["aliases"]
    assert set(linking) <= set(page["backlinks"])
    for title in linking:
        assert "[[Wheels]]" not in run_and_read(wiki, title)
    assert "already" in fail("rename", wiki, "Noodles", "Rewind")


def test_export_html_and_markdown_are_whole_and_say_what_is_withheld(
    wiki: Path, tmp_path: Path, run: Run, fail: Callable[..., str]
) -> None:
    told = run("export", wiki, tmp_path / "site")
    assert "withheld" in told
    assert (tmp_path / "site" / "index.html").is_file()
    assert list((tmp_path / "site").rglob("*.css"))
    run("export", wiki, tmp_path / "vault", "--format", "markdown", "--seen-all")
    copy = tmp_path / "copy.fanwiki"
    run("new", copy)
    assert "added" in run("import", copy, tmp_path / "vault")
    titles = read(run("list", wiki, "--json", "--seen-all"))
    assert read(run("list", copy, "--json", "--seen-all")) == titles
    for page in titles["pages"]:
        assert run_and_read(copy, page["title"]) == run_and_read(wiki, page["title"])
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file.txt").write_text("mine")
    assert "mine" in fail("export", wiki, tmp_path / "mine")
    assert (tmp_path / "mine" / "file.txt").read_text() == "mine"
    assert "markdown" in fail("export", wiki, tmp_path / "x", "--format", "docx")


def test_importing_the_same_again_changes_nothing(wiki: Path, tmp_path: Path, run: Run) -> None:
    run("export", wiki, tmp_path / "vault", "--format", "markdown", "--seen-all")
    copy = tmp_path / "copy.fanwiki"
    run("new", copy)
    run("import", copy, tmp_path / "vault")
    before = read(run("stats", copy, "--json"))
    assert "0 pages added, 0 updated" in run("import", copy, tmp_path / "vault")
    assert read(run("stats", copy, "--json")) == before


def test_import_report_has_the_shape_that_scripts_read(wiki: Path, tmp_path: Path, run: Run) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "A.md").write_text("[[B]] and [[Nobody]] ![[gone.png]]", "utf-8")
    (vault / "B.md").write_text("---\nkey: [broken\n---\nText", "utf-8")
    report = tmp_path / "report.json"
    run("import", wiki, vault, "--report", report)
    found = read(report.read_text("utf-8"))
    keys = {"pages", "redirects", "links", "unresolved_links", "templates", "files_missing", "problems"}
    assert keys <= found.keys()
    assert found["templates"].keys() >= {"known", "unknown"}
    assert found["pages"] == 2
    assert found["unresolved_links"] == 1
    assert found["files_missing"] == ["gone.png"]
    assert any(problem["title"] == "B" for problem in found["problems"])


def test_dry_run_prints_the_plan_and_changes_nothing(wiki: Path, tmp_path: Path, run: Run) -> None:
    article = tmp_path / "news.txt"
    article.write_text(
        "All about Moon Riders 2\n\nMoon Riders 2 was directed by Ada Quill. The cast includes:\n\n"
        "• Bo Reed as Comet\n• Cy Lane as Nova\n\nMoon Riders 2 may be released in 2027.\n",
        "utf-8",
    )
    before = read(run("stats", wiki, "--json"))
    plan = run("import", wiki, article, "--format", "article", "--dry-run")
    assert "Moon Riders 2  (film)" in plan
    assert "Comet  (character)" in plan
    assert "Bo Reed as Comet" in plan
    assert read(run("stats", wiki, "--json")) == before


def test_imported_values_keep_the_sentence_they_were_read_from(wiki: Path, tmp_path: Path, run: Run) -> None:
    from fanwiki.services import wikis

    article = tmp_path / "news.txt"
    article.write_text(
        "All about Moon Riders 2\n\nThe film Moon Riders 2 was directed by Ada Quill. The cast includes:\n\n"
        "• Bo Reed as Comet\n• Cy Lane as Nova\n\nThe movie Moon Riders 2 may be released in 2027.\n",
        "utf-8",
    )
    run("import", wiki, article)
    with wikis.open_wiki(wiki) as opened:
        found = {(entry.field, entry.item): entry.sentence for entry in importing.evidence(opened, "Moon Riders 2")}
    assert "Ada Quill" in found["director", 0]
    assert found["cast", 1] == "Cy Lane as Nova"


def test_check_says_sound_and_damage_is_exit_code_1(wiki: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    answer = read(run("check", wiki, "--json"))
    assert answer["ok"] is True
    assert all(problem.keys() >= {"code", "title", "text"} for problem in answer["problems"])
    connection = sqlite3.connect(wiki)
    connection.execute("UPDATE revision SET body = body || 'x' WHERE id = 3")
    connection.commit()
    connection.close()
    assert run_command_line(["check", str(wiki), "--json"]) == 1
    damaged = json.loads(capsys.readouterr().out)
    assert damaged["ok"] is False
    assert damaged["problems"][0]["title"]


def test_a_file_that_cannot_be_read_is_a_finding_of_check(wiki: Path, run: Run, fail: Callable[..., str]) -> None:
    wiki.write_bytes(wiki.read_bytes()[:100_000])
    assert "backup" in fail("list", wiki)
    found = read(run("check", wiki, "--json", code=1))
    assert not found["ok"]
    assert [problem["code"] for problem in found["problems"]] == ["damaged"]


def test_rebuild_brings_derived_rows_back(wiki: Path, run: Run) -> None:
    before = read(run("stats", wiki, "--json"))
    found = run("search", wiki, "noodles", "--json", "--seen-all")
    connection = sqlite3.connect(wiki)
    connection.execute("DELETE FROM segment")
    connection.execute("DELETE FROM link")
    connection.commit()
    connection.close()
    run("check", wiki, "--rebuild")
    assert read(run("stats", wiki, "--json")) == before
    assert [hit["title"] for hit in read(run("search", wiki, "noodles", "--json", "--seen-all"))["hits"]] == [
        hit["title"] for hit in read(found)["hits"]
    ]


def test_a_wiki_in_another_language_does_without_english_forms(run: Run, wiki: Path) -> None:
    assert "stems: yes\n" in run("settings", wiki)
    run("save", wiki, "Der Held", "--from", _held(wiki))
    assert "Der Held" in run("search", wiki, "zyxhero ")
    assert "stems: no\n" in run("settings", wiki, "--stems", "no")
    assert "Der Held" not in run("search", wiki, "zyxhero ")
    assert "Der Held" in run("search", wiki, "stems:1 zyxhero ")
    assert "stems: yes\n" in run("settings", wiki, "--stems", "yes")


def _held(wiki: Path) -> Path:
    written = wiki.with_name("held.md")
    written.write_text("Viele zyxheroes.\n", "utf-8")
    return written


def test_backup_is_a_whole_copy_and_never_overwrites(
    wiki: Path, tmp_path: Path, run: Run, fail: Callable[..., str]
) -> None:
    copy = tmp_path / "backup.fanwiki"
    run("backup", wiki, copy)
    assert read(run("stats", copy, "--json")) == read(run("stats", wiki, "--json"))
    assert "backup.fanwiki" in fail("backup", wiki, copy)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.fanwiki", b""),
        ("text.fanwiki", b"not a wiki at all, just words\n" * 100),
        ("half.fanwiki", b"SQLite format 3\x00" + b"\x00" * 50),
    ],
)
def test_what_is_no_wiki_is_told_and_left_untouched(
    tmp_path: Path, fail: Callable[..., str], name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert name in fail("stats", path)
    assert path.read_bytes() == content
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [name]


def test_missing_things_are_told_in_one_line(wiki: Path, tmp_path: Path, fail: Callable[..., str]) -> None:
    assert "gone.fanwiki" in fail("stats", tmp_path / "gone.fanwiki")
    assert "No Such Page" in fail("show", wiki, "No Such Page")
    assert "No Such Page" in fail("history", wiki, "No Such Page")
    assert "gone.md" in fail("save", wiki, "X", "--from", tmp_path / "gone.md")
    assert "gone" in fail("import", wiki, tmp_path / "gone")
    (tmp_path / "latin.md").write_bytes("é".encode("latin-1"))
    assert "UTF-8" in fail("save", wiki, "X", "--from", tmp_path / "latin.md")


def test_a_page_behind_a_gate_is_told_like_one_that_is_not_there(
    wiki: Path, tmp_path: Path, run: Run, fail: Callable[..., str]
) -> None:
    source = tmp_path / "page.md"
    source.write_text("---\nspoils: '[[We Can Be Heroes]]'\n---\nHidden.", "utf-8")
    run("save", wiki, "Hidden Thing", "--from", source)
    told = fail("show", wiki, "Hidden Thing").replace("Hidden Thing", "X")
    assert told == fail("show", wiki, "Absent Thing").replace("Absent Thing", "X")


@pytest.mark.parametrize("arguments", [["no-such-command", "x"], ["search"], ["show", "--bogus", "a", "b"]])
def test_wrong_usage_is_exit_code_2(fail: Callable[..., str], arguments: list[str]) -> None:
    assert fail(*arguments, code=2)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    assert "Example: fanwiki" in run(command, "--help")


def test_a_file_or_nothing_asks_for_the_window_and_a_command_does_not() -> None:
    assert asks_for_window([])
    assert asks_for_window(["heroes.fanwiki"])
    assert not any(asks_for_window([command]) for command in COMMANDS)
    assert not asks_for_window(["--help"])
    assert not asks_for_window(["serach", "heroes.fanwiki", "x"])


def test_no_window_is_tried_where_none_can_open(wiki: Path) -> None:
    assert "no display" in why_no_window([str(wiki)], {})
    assert "no command “serach”" in why_no_window(["serach"], {"DISPLAY": ":0"})
    assert why_no_window([str(wiki)], {"DISPLAY": ":0"}) == ""
    assert why_no_window([], {"QT_QPA_PLATFORM": "offscreen"}) == ""


def test_a_reader_of_the_pipe_who_goes_away_is_no_failure(wiki: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        ended = subprocess.run(
            [sys.executable, "-m", "fanwiki", "list", wiki],
            stdout=gone,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_told_in_one_line(wiki: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "fanwiki", "show", wiki, "Wheels"],
            stdout=full, stderr=subprocess.PIPE, timeout=60, check=False, text=True,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "could not be printed" in ended.stderr


def test_the_commands_are_those_that_are_told_from_files() -> None:
    from fanwiki.cli import reading, rescuing, writing  # noqa: F401  (they add their commands to the program)
    from fanwiki.cli.program import program

    assert {command.name or command.callback.__name__ for command in program.registered_commands} == COMMANDS  # type: ignore[union-attr]
