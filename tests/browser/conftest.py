"""A real Chromium, and the sample wiki exported to a path that is hard to write as an address."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bundle_watch import Watch
from fanwiki.domain.viewer import NEWCOMER
from fanwiki.services import exporting, importing

HARD_NAME = "Ünï #1 é & 100% 映画"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium, or skip with a word where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no chromium to drive: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample wiki as exported for somebody who has seen no film."""
    folder = tmp_path_factory.mktemp("bundle")
    wiki = importing.create_sample(folder / "Sample.fanwiki")
    try:
        exporting.export(wiki, folder / HARD_NAME, viewer=NEWCOMER)
    finally:
        wiki.close()
    return folder / HARD_NAME


@pytest.fixture
def watch(bundle: Path) -> Watch:
    return Watch(bundle)


@pytest.fixture
def open_page(chromium: Browser, bundle: Path, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a file of the bundle, named by how it begins; settings are the context's."""
    contexts: list[BrowserContext] = []

    def opened(start: str, **settings: Any) -> Page:
        context = chromium.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        watch.over(page)
        found = sorted(path for path in bundle.rglob("*.html") if path.relative_to(bundle).as_posix().startswith(start))
        assert found, f"the bundle has no {start}"
        page.goto(found[0].as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
