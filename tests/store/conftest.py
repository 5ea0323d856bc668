"""Wikis for the store's tests: real files, with documents made by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki.domain.kind import Kind, read_kind
from fanwiki.paths import resources
from fanwiki.store.wiki_file import WikiFile


def shipped_kinds() -> list[Kind]:
    """Return the kinds that a new wiki starts with."""
    return [read_kind(path.read_text("utf-8")) for path in sorted((resources() / "kinds").glob("*.toml"))]


@pytest.fixture(scope="session")
def empty_wiki_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty wiki, made once and copied for each test."""
    path = tmp_path_factory.mktemp("empty") / "empty.fanwiki"
    WikiFile.create(path, shipped_kinds()).close()
    return path


@pytest.fixture
def wiki_path(empty_wiki_file: Path, tmp_path: Path) -> Path:
    """An empty wiki file of the test's own."""
    path = tmp_path / "heroes.fanwiki"
    shutil.copyfile(empty_wiki_file, path)
    return path


@pytest.fixture
def wiki(wiki_path: Path) -> Iterator[WikiFile]:
    """An empty wiki, open."""
    with WikiFile.open(wiki_path) as opened:
        yield opened


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep locks out of the folder of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        yield
