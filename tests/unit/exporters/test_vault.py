"""A vault that is exported imports as the very same pages; and nothing of anybody's is ever overwritten."""

from __future__ import annotations

import shutil
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import clean_title, identity, lookup_key
from fanwiki.errors import FanwikiError, TitleError
from fanwiki.exporters.vault import VaultFile, write_vault
from fanwiki.importers.attaching import attachment_name
from fanwiki.importers.draft import AttachmentDraft, KindDraft, PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.run import ImportRun
from fanwiki.jobs import Cancel, Cancelled, Progress

TRICKY = [
    *("AC/DC", "CON", "con.", "Abacus", "AbacuS", ".hidden", "a: b", "A - b", "What?", "é", "É", "~x", "Readme.md"),
    *("- x", "null", "1.5", "x" * 252, "ü" * 127, "a\u202eb", "Name (2)", "true", "2020-01-01", "'q'", '"q"', "@x"),
    *("%x", "*x*", "a\\b", "_CON", "attachments"),
]


def clean(text: str) -> str | None:
    try:
        return clean_title(text)
    except TitleError:
        return None


readable = st.characters(exclude_categories=("Cs",))
titles = st.one_of(st.sampled_from(TRICKY), st.text(readable, max_size=40)).map(clean).filter(bool)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(readable, max_size=20),
)
values: st.SearchStrategy[Value] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(readable, min_size=1, max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
names = st.one_of(
    st.sampled_from(["title", "kind", "aliases", "alias", "tags", "tag", "type", "watched", "image", "spoils", "cast"]),
    st.text(string.ascii_lowercase, min_size=1, max_size=6),
)
MOVIE: dict[str, Value] = {"type": "movie", "watched": True, "director": "x", "tags": "a, b"}
bodies = st.one_of(
    st.text(readable, max_size=80),
    st.sampled_from(
        [
            "[[AC/DC]] ![[a.png]] [x](Readme.md)\r\n",
            "---\ntitle: no\n---\nx",
            "\ufeffx",
            "\n\nx\n\n",
            "a\0b\0c\0d\0" * 30,
            "[[Films/x|y]]\\",
            "\r",
            "\u2028",
        ]
    ),
)
pages = st.lists(
    st.builds(
        PageSource,
        title=titles,
        kind=st.sampled_from(["article", "film", "character", "no such kind", "true"]),
        fields=st.one_of(st.just(MOVIE), st.dictionaries(names, values, max_size=4)),
        body=bodies,
    ),
    max_size=6,
    unique_by=lambda page: identity(page.title),
)
endings = st.sampled_from([".png", ".PDF", ".canvas", ".mp3"])
files = st.dictionaries(
    st.builds(
        lambda stem, ending: attachment_name(stem + ending),
        st.one_of(st.sampled_from(TRICKY), st.text(readable, max_size=20)),
        endings,
    ),
    st.binary(max_size=20),
    max_size=4,
).filter(lambda found: len({lookup_key(name) for name in found}) == len(found))  # as the store tells them apart


def imported(path: Path) -> tuple[dict[str, PageSource], dict[str, bytes], ImportRun]:
    run = ImportRun()
    assert detect(path) == "obsidian"
    sources: dict[str, PageSource] = {}
    attachments: dict[str, bytes] = {}
    for draft in FORMATS["obsidian"].read(path, run):
        if isinstance(draft, PageDraft):
            sources[draft.source.title] = draft.source
        elif isinstance(draft, AttachmentDraft):
            attachments[draft.name] = draft.data
    return sources, attachments, run


def as_files(attachments: dict[str, bytes]) -> list[VaultFile]:
    return [VaultFile(name, lambda data=data: data) for name, data in attachments.items()]  # type: ignore[misc]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(pages=pages.filter(bool), files=files)
def test_exporting_and_importing_gives_the_same(
    tmp_path: Path, pages: list[PageSource], files: dict[str, bytes]
) -> None:
    dest = tmp_path / "vault"
    shutil.rmtree(dest, ignore_errors=True)
    assert write_vault(pages, as_files(files), dest) == len(pages)
    sources, attachments, run = imported(dest)
    assert sources == {page.title: page for page in pages}
    assert [list(sources[page.title].fields) for page in pages] == [list(page.fields) for page in pages]
    assert attachments == files
    assert not run.report.problems
    assert all(path.is_file() for path in dest.iterdir() if path.name.endswith(".md"))


def test_a_zip_of_the_vault_gives_the_same(tmp_path: Path) -> None:
    page = PageSource("AC/DC", "film", {"type": "movie"}, "[[x.md]]")
    write_vault([page], as_files({"a.png": b"1"}), tmp_path / "vault")
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "vault")
    sources, attachments, _run = imported(tmp_path / "packed.zip")
    assert sources == {"AC/DC": page}
    assert attachments == {"a.png": b"1"}


def test_a_note_says_its_title_only_where_its_name_cannot(tmp_path: Path) -> None:
    pages = [PageSource("Plain", body="x"), PageSource("AC/DC", body="y"), PageSource("Own", fields={"title": "z"})]
    write_vault(pages, [], tmp_path / "v")
    assert (tmp_path / "v" / "Plain.md").read_text("utf-8") == "---\nkind: article\n---\n\nx"
    assert "title: AC/DC" in (tmp_path / "v" / "AC-DC.md").read_text("utf-8")
    assert (tmp_path / "v" / "Own.md").read_text("utf-8").startswith("---\ntitle: Own\n")


def test_an_edited_note_is_read_like_any_other_and_the_rest_stays(tmp_path: Path) -> None:
    write_vault([PageSource("A", fields={"alias": "x"}), PageSource("B", fields={"alias": "y"})], [], tmp_path / "v")
    note = tmp_path / "v" / "A.md"
    note.write_text(note.read_text("utf-8") + "more", "utf-8")
    sources, _attachments, _run = imported(tmp_path / "v")
    assert sources["A"] == PageSource("A", fields={"aliases": ["x"]}, body="more")
    assert sources["B"] == PageSource("B", fields={"alias": "y"})


def test_without_its_manifest_the_pages_still_come_back(tmp_path: Path) -> None:
    pages = [PageSource("AC/DC", "film", {"tags": ["a"]}, "[[AC/DC]]\n"), PageSource("Abacus"), PageSource("AbacuS")]
    write_vault(pages, as_files({"a.png": b"1"}), tmp_path / "v")
    shutil.rmtree(tmp_path / "v" / ".fanwiki")
    sources, attachments, _run = imported(tmp_path / "v")
    assert sources == {page.title: page for page in pages}
    assert attachments == {"a.png": b"1"}


def test_kinds_come_along(tmp_path: Path) -> None:
    kind = read_kind('name = "ship"\nlabel = "Ship"\nplural = "Ships"\n')
    write_vault([PageSource("A")], [], tmp_path / "v", kinds=[kind, Kind("bare", "Bare", "Bares")])
    found = [
        draft.kind for draft in FORMATS["obsidian"].read(tmp_path / "v", ImportRun()) if isinstance(draft, KindDraft)
    ]
    assert found == [kind]
    assert found[0].toml == kind.toml


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    pages = [PageSource("A", fields={"b": 1, "a": [2]}), PageSource("B")]
    for name in ("one", "two"):
        write_vault(pages, as_files({"a.png": b"1"}), tmp_path / name)
    left, right = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert left == right


def test_an_earlier_export_is_replaced_and_obsidians_settings_stay(tmp_path: Path) -> None:
    dest = tmp_path / "v"
    write_vault([PageSource("Old")], [], dest)
    (dest / ".obsidian").mkdir()
    (dest / ".obsidian" / "app.json").write_text("{}", "utf-8")
    (dest / ".DS_Store").write_bytes(b"x")
    write_vault([PageSource("New")], [], dest)
    assert sorted(path.name for path in dest.iterdir()) == [".fanwiki", ".obsidian", "New.md"]
    assert (dest / ".obsidian" / "app.json").read_text("utf-8") == "{}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["v"]


@pytest.mark.parametrize("name", ["mine.txt", "Mine.md", "sub/x.md", ".git/config"])
def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, name: str) -> None:
    dest = tmp_path / "v"
    write_vault([PageSource("Old")], [], dest)
    (dest / name).parent.mkdir(exist_ok=True)
    (dest / name).write_text("mine", "utf-8")
    with pytest.raises(FanwikiError, match="holds something else"):
        write_vault([PageSource("New")], [], dest)
    assert (dest / name).read_text("utf-8") == "mine"
    assert (dest / "Old.md").exists()
    assert list(tmp_path.iterdir()) == [dest]


def test_an_edited_export_is_left_alone(tmp_path: Path) -> None:
    dest = tmp_path / "v"
    write_vault([PageSource("Old")], [], dest)
    (dest / "Old.md").write_text("edited", "utf-8")
    with pytest.raises(FanwikiError, match=r"“Old.md” in “v” was changed"):
        write_vault([PageSource("New")], [], dest)
    assert (dest / "Old.md").read_text("utf-8") == "edited"


def test_a_file_at_the_destination_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "v").write_text("mine", "utf-8")
    with pytest.raises(FanwikiError, match="is a file"):
        write_vault([PageSource("New")], [], tmp_path / "v")


def test_cancelling_and_failing_leave_nothing_behind(tmp_path: Path) -> None:
    cancel = Cancel()
    cancel.request()
    with pytest.raises(Cancelled):
        write_vault([PageSource("A")], [], tmp_path / "v", progress=Progress(cancel=cancel))

    def broken() -> bytes:
        raise FanwikiError("gone")

    with pytest.raises(FanwikiError, match="gone"):
        write_vault([PageSource("A")], [VaultFile("a.png", broken)], tmp_path / "v")
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(FanwikiError, match="could not be written"):
        write_vault([PageSource("A")], [], tmp_path / "file" / "v")
