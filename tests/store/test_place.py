"""Wikis on network drives and in folders that are synchronised."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest
from store_making import document, save

from fanwiki.domain.viewer import CURATOR
from fanwiki.store import place, rendered, wiki_file
from fanwiki.store.place import Place, place_of
from fanwiki.store.wiki_file import WikiFile

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/home /home/ann/shared nfs4 rw 0 0
//box/films /mnt/with\\040space cifs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
sshfs /mnt/remote fuse.sshfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
/dev/sdc1 /home/ann/shared/disk ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/home/ann/a.fanwiki", ""),
        ("/home/ann/shared/a.fanwiki", "nfs4"),
        ("/home/ann/shared/x/y/a.fanwiki", "nfs4"),
        ("/home/ann/shared-not/a.fanwiki", ""),
        ("/home/ann/shared/disk/a.fanwiki", ""),
        ("/mnt/with space/a.fanwiki", "cifs"),
        ("/mnt/remote/a.fanwiki", "fuse.sshfs"),
        ("/run/user/1000/gvfs/smb/a.fanwiki", "fuse.gvfsd-fuse"),
        ("/media/stick/a.fanwiki", ""),
    ],
)
def test_network_drives_are_known_by_their_mounts(path: str, network: str) -> None:
    found = place_of(Path(path), MOUNTS)
    assert found.network == network
    assert ("network drive" in found.warning) == bool(network)


def test_a_windows_share_is_a_network_drive() -> None:
    assert place_of(PureWindowsPath(r"\\box\films\a.fanwiki"), "").network == "unc"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ann/Dropbox/films/a.fanwiki", "Dropbox"),
        ("/home/ann/Dropbox (Personal)/a.fanwiki", "Dropbox"),
        ("/home/ann/OneDrive - Work/a.fanwiki", "OneDrive"),
        ("/Users/ann/Library/Mobile Documents/x/a.fanwiki", "iCloud"),
        ("/home/ann/Nextcloud/a.fanwiki", "Nextcloud"),
        ("/home/ann/films/Dropbox.fanwiki", ""),
        ("/home/ann/dropboxes/a.fanwiki", ""),
    ],
)
def test_synchronised_folders_are_known_by_their_names(path: str, service: str) -> None:
    found = place_of(Path(path), "")
    assert found.service == service
    assert (service in found.warning) if service else not found.warning


def journal_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_a_wiki_on_a_network_drive_is_written_without_a_wal(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiki_file, "place_of", lambda _: Place(network="nfs"))
    with WikiFile.open(wiki_path) as wiki:
        assert wiki.place.warning
        save(wiki, document("A"))
        assert not wiki_path.with_name("heroes.fanwiki-wal").exists()
        assert not wiki_path.with_name("heroes.fanwiki-shm").exists()
        with wiki.reading(CURATOR) as reader:
            assert reader.pages.find("A")
            assert reader.soundness.problems() == []
            for number in range(rendered.MAX_WAITING + 1):
                reader.rendered.put(b"%d" % number, "y")
            reader.rendered.put(b"x", "y")
    assert journal_of(wiki_path) == "delete", "not a WAL"
    monkeypatch.undo()
    with WikiFile.open(wiki_path) as wiki, wiki.reading(CURATOR) as reader:
        assert reader.pages.find("A")
        assert reader.rendered.get(b"x") == "y"
    assert journal_of(wiki_path) == "wal", "moved back to a disk of this computer"


def test_a_wiki_that_others_have_open_keeps_its_journal(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanwiki.store.engine.BUSY_MS", 50)
    with WikiFile.open(wiki_path) as wiki, wiki.reading(CURATOR):
        monkeypatch.setattr(wiki_file, "place_of", lambda _: Place(network="nfs"))
        with WikiFile.open(wiki_path) as other:
            save(other, document("A"))
    assert journal_of(wiki_path) == "wal"


def test_a_new_wiki_on_a_network_drive_has_no_wal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiki_file, "place_of", lambda _: Place(network="nfs"))
    with WikiFile.create(tmp_path / "a.fanwiki") as wiki:
        save(wiki, document("A"))
    assert journal_of(tmp_path / "a.fanwiki") == "delete"


def test_a_system_without_a_list_of_mounts_warns_of_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "nowhere")
    assert place_of(Path("/mnt/x/a.fanwiki")) == Place()
