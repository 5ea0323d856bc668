"""Who reads a page that very many link to gets to all of them: on pages of their own, in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bundle_watch import Watch
from fanwiki.domain.viewer import CURATOR
from fanwiki.services import exporting, importing
from few_links import LISTED, short_lists

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    with importing.create_sample(folder / "Sample.fanwiki") as wiki, short_lists():
        exporting.export(wiki, folder / "Ünï #1 copy", viewer=CURATOR)
    return folder / "Ünï #1 copy"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_all_that_links_to_a_page_is_reached_part_by_part(page: Page, copy: Path) -> None:
    watch = Watch(copy)
    watch.over(page)
    film = next(path for path in copy.glob("p/*.html") if re.fullmatch(r"we-can-be-heroes-\d+", path.stem))
    page.goto(film.as_uri())
    page.get_by_role("link", name=re.compile(r"All \d+ pages")).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Pages that link to “We Can Be Heroes”: 1 to 15")
    entries = page.locator("main ul").last.get_by_role("link")
    expect(entries).to_have_count(LISTED)
    first = entries.first.inner_text()
    parts = page.locator("main").get_by_role("link", name=" to ")
    total = int(page.get_by_text(re.compile(r"^\d+ pages$")).inner_text().split()[0])
    expect(parts).to_have_count(-(-total // LISTED) - 1)
    found = {link.inner_text() for link in entries.all()}
    for number in range(1, -(-total // LISTED)):
        page.locator("main").get_by_role("link", name=f"{number * LISTED + 1} to ").click()
        expect(heading).to_contain_text(f": {number * LISTED + 1} to ")
        found |= {link.inner_text() for link in entries.all()}
    assert len(found) == total
    page.go_back()
    page.locator(".breadcrumbs").get_by_role("link", name="We Can Be Heroes", exact=True).click()
    expect(heading).to_have_text("We Can Be Heroes")
    page.go_back()
    page.locator("main").get_by_role("link", name="1 to 15").click()
    page.locator("main").get_by_role("link", name=first, exact=True).click()
    expect(heading).to_have_text(first)
    assert watch.is_content()
