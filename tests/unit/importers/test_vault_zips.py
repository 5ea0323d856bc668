"""Zips from strangers: read without unpacking, refused in words when they are made to do harm."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from vault_making import PNG, make_folder, make_zip, read_vault

from fanwiki.errors import SourceError
from fanwiki.importers import archives
from fanwiki.importers.vault.reading import fits

NOTES: dict[str, str | bytes] = {"Hero.md": "[[Films/One]]", "Films/One.md": "x", "a.png": PNG}


def test_a_zip_gives_what_the_folder_gives(tmp_path: Path) -> None:
    folder = read_vault(make_folder(tmp_path / "v", NOTES))
    zipped = read_vault(make_zip(tmp_path / "v.zip", NOTES))
    assert (zipped.pages, zipped.files) == (folder.pages, folder.files)
    assert fits(tmp_path / "v.zip")


@pytest.mark.parametrize("root", ["vault", "backup/my vault"])
def test_the_vault_may_stand_in_a_folder_of_the_zip(tmp_path: Path, root: str) -> None:
    files: dict[str, str | bytes] = {f"{root}/{name}": content for name, content in NOTES.items()}
    files[f"{root}/.obsidian/app.json"] = "{}"
    found = read_vault(make_zip(tmp_path / "v.zip", files))
    assert found.drafts["One"].path == "Films/One.md"
    assert found.pages["Hero"].body == "[[One]]"


def test_a_single_folder_that_holds_everything_is_the_vault(tmp_path: Path) -> None:
    found = read_vault(make_zip(tmp_path / "v.zip", {f"all/{name}": content for name, content in NOTES.items()}))
    assert {draft.path for draft in found.drafts.values()} == {"Hero.md", "Films/One.md"}


def test_paths_that_climb_out_are_only_names(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "../../evil.md": "1",
        "/etc/abs.md": "2",
        "C:\\win\\drive.md": "3",
        "a/../b/up.md": "4",
        "ok.md": "5",
    }
    before = set(tmp_path.rglob("*"))
    found = read_vault(make_zip(tmp_path / "v.zip", files))
    assert set(found.pages) == {"evil", "abs", "drive", "up", "ok"}
    assert len([problem for problem in found.report.problems if "leads out" in problem.text]) == 4
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "v.zip"}


def test_a_link_in_a_zip_is_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "v.zip", "w") as archive:
        link = zipfile.ZipInfo("link.md")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("ok.md", "x")
    found = read_vault(tmp_path / "v.zip")
    assert set(found.pages) == {"ok"}
    assert found.report.problems[0].text == "It is a link."


def test_names_in_utf_8_that_do_not_say_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "v.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("X" * 5 + ".md"), "x")
    data = (tmp_path / "v.zip").read_bytes().replace(b"XXXXX.md", "Füß".encode() + b".md")
    (tmp_path / "v.zip").write_bytes(data)
    assert set(read_vault(tmp_path / "v.zip").pages) == {"Füß"}


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "v.zip", {"a.md": "x", "bomb.md": b"\0" * (8 * 1024**2)})
    with pytest.raises(SourceError, match="bomb"):
        read_vault(path)


def test_overlapping_entries_are_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "v.zip", {"a.md": b"x" * 100, "b.md": b"y" * 100})
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)  # the second entry's local header is the first's
    path.write_bytes(bytes(data))
    with pytest.raises(SourceError, match="share their bytes"):
        read_vault(path)


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "v.zip", {"a.md": "x"})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + place, 1)
    path.write_bytes(bytes(data))
    with pytest.raises(SourceError, match="encrypted"):
        read_vault(path)


def test_too_many_entries_and_too_much_inside_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_zip(tmp_path / "v.zip", {f"{number}.md": "x" for number in range(5)})
    monkeypatch.setattr(archives, "MAX_ENTRIES", 4)
    with pytest.raises(SourceError, match="has 5 entries"):
        read_vault(path)
    monkeypatch.setattr(archives, "MAX_ENTRIES", 5)
    monkeypatch.setattr(archives, "MAX_TOTAL", 4)
    with pytest.raises(SourceError, match="would unpack to"):
        read_vault(path)


def test_damage_within_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "v.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("bad.md", "DAMAGED!")
        archive.writestr("ok.md", "x")
    path.write_bytes(path.read_bytes().replace(b"DAMAGED!", b"damaged?"))
    found = read_vault(path)
    assert set(found.pages) == {"ok"}
    assert [problem.code for problem in found.report.problems] == ["unreadable-file"]


@pytest.mark.parametrize("keep", [4, 30, 90])
def test_a_torn_zip_is_told(tmp_path: Path, keep: int) -> None:
    path = make_zip(tmp_path / "v.zip", {"a.md": "x" * 50})
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(SourceError, match="no zip archive"):
        read_vault(path)


def test_two_entries_of_one_name_are_both_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "v.zip", "w") as archive:
        archive.writestr("a.md", "1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.md", "2")
    found = read_vault(tmp_path / "v.zip")
    assert sorted(source.body for source in found.pages.values()) == ["1", "2"]
