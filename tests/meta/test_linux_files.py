"""What the Linux desktop reads about fanwiki is valid, and agrees with the program."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest
from checkout import ROOT
from lxml import etree

LINUX = ROOT / "packaging" / "linux"
NAME = "org.fanwiki.Fanwiki"


def validate(tool: str, *arguments: str | Path) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    outcome = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_menu_entry_is_valid() -> None:
    validate("desktop-file-validate", LINUX / f"{NAME}.desktop")


def test_metainfo_is_valid() -> None:
    validate("appstreamcli", "validate", "--no-net", LINUX / f"{NAME}.metainfo.xml")


def test_the_files_name_each_other() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / f"{NAME}.desktop", encoding="utf-8")
    metainfo = etree.parse(LINUX / f"{NAME}.metainfo.xml")
    mime = etree.parse(LINUX / f"{NAME}.mime.xml")
    assert metainfo.findtext("id") == entry["Desktop Entry"]["Icon"] == NAME
    assert metainfo.findtext("launchable") == f"{NAME}.desktop"
    media_type = mime.find("{*}mime-type").get("type")  # type: ignore[union-attr]
    assert entry["Desktop Entry"]["MimeType"] == f"{media_type};"
    assert metainfo.findtext("provides/mediatype") == media_type


def test_magic_is_the_application_id_of_a_wiki() -> None:
    from fanwiki.store.engine import APPLICATION_ID

    mime = etree.parse(LINUX / f"{NAME}.mime.xml")
    (match,) = mime.findall(".//{*}match[@offset='68']")
    assert int(str(match.get("value")), 16) == APPLICATION_ID


def test_installing_puts_the_files_into_place(tmp_path: Path) -> None:
    outcome = subprocess.run(
        ["sh", LINUX / "install.sh"],
        env={"PATH": "/usr/bin:/bin", "PREFIX": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    assert (tmp_path / "share" / "applications" / f"{NAME}.desktop").is_file()
    assert (tmp_path / "share" / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg").is_file()
