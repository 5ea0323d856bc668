"""The sample as one file of HTML, in a real browser: every page is in it, and so is the search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bundle_watch import Watch
from fanwiki.domain.viewer import NEWCOMER
from fanwiki.services import exporting, importing

pytestmark = pytest.mark.browser

NUMBER_OF = """(title) => [...document.querySelectorAll('.leaf')]
    .find((leaf) => leaf.querySelector('h1').textContent === title).id.slice(1)"""

FAULTS = """() => {
    const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
    const known = new Set(ids);
    const places = [...document.querySelectorAll('a[href^="#"]')].map((node) => decodeURIComponent(node.hash.slice(1)));
    return {
        twice: ids.filter((id, place) => ids.indexOf(id) !== place),
        nowhere: places.filter((place) => place && !known.has(place)),
        outside: [...document.querySelectorAll('a[href]:not([href^="#"])')].map((node) => node.getAttribute('href')),
        broken: [...document.images].filter((image) => !image.src.startsWith('data:')).map((image) => image.src),
    };
}"""


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single")
    with importing.create_sample(folder / "Sample.fanwiki") as wiki:
        exporting.export(wiki, folder / "one #1 é.html", viewer=NEWCOMER, export_format="single")
    return folder / "one #1 é.html"


class FileWatch(Watch):
    """Notes what a page of one file asks for: itself, and data that is in it."""

    def is_content(self) -> bool:
        self.outside = [url for url in self.outside if not url.startswith("data:")]
        return super().is_content()


@pytest.fixture
def opened(chromium: Browser, single: Path) -> Iterator[tuple[Page, FileWatch]]:
    page = chromium.new_page()
    watch = FileWatch(single)
    watch.over(page)
    page.goto(single.as_uri())
    yield page, watch
    page.close()


def test_every_place_is_there_once_and_nothing_lies_outside(opened: tuple[Page, FileWatch]) -> None:
    page, watch = opened
    assert page.evaluate(FAULTS) == {"twice": [], "nowhere": [], "outside": [], "broken": []}
    assert watch.is_content()


def test_one_page_shows_at_a_time_and_the_way_back_works(opened: tuple[Page, FileWatch]) -> None:
    page, watch = opened
    expect(page.locator("h1:visible")).to_have_text("We Can Be Heroes Wiki")
    page.locator(".body:visible").get_by_role("link", name="We Can Be Heroes", exact=True).first.click()
    expect(page.locator("h1:visible")).to_have_text("We Can Be Heroes")
    assert page.title().startswith("We Can Be Heroes")
    page.go_back()
    expect(page.locator("h1:visible")).to_have_text("We Can Be Heroes Wiki")
    page.locator(".site-head").get_by_role("link", name="Characters").click()
    expect(page.locator("h1:visible")).to_have_text("Characters")
    assert watch.is_content()


def test_it_can_be_searched_and_narrowed(opened: tuple[Page, FileWatch]) -> None:
    page, watch = opened
    box = page.get_by_role("combobox", name="Search this wiki")
    box.fill("lavagril")
    page.get_by_role("option", name="Lavagirl").first.click()
    expect(page.locator("h1:visible")).to_have_text("Lavagirl")
    box.fill("children")
    box.press("Enter")
    expect(page.locator("h1:visible")).to_have_text("Search")
    page.get_by_role("group", name="Kind").get_by_role("checkbox", name="Character").check()
    expect(page.locator(".hits li").first).to_contain_text("Character")
    page.locator(".hits a").first.click()
    expect(page.locator("h1:visible")).not_to_have_text("Search")
    assert watch.is_content()


def test_pictures_have_pages_and_a_list_that_shows_them(opened: tuple[Page, FileWatch]) -> None:
    page, watch = opened
    page.evaluate("window.location.hash = '#pictures'")
    expect(page.locator("h1:visible")).to_have_text("Pictures")
    cards = page.locator(".cards:visible > li")
    assert cards.count() > 5
    assert page.locator(".cards:visible img").count() == cards.count()
    cards.get_by_role("link").first.click()
    expect(page.locator("figure img >> visible=true")).to_have_js_property("complete", True)
    page.get_by_role("region", name="Shown on").filter(visible=True).get_by_role("link").first.click()
    page.locator("a.picture:visible, .infobox a:visible:has(img)").first.click()
    expect(page.locator(".leaf.current")).to_have_id(re.compile(r"i-[0-9a-f]{16}"))
    assert watch.is_content()


def test_a_former_title_leads_to_its_page_and_an_unknown_place_says_so(opened: tuple[Page, FileWatch]) -> None:
    page, _ = opened
    page.goto(page.url + "#n-we-can-be-heroes-" + page.evaluate(NUMBER_OF, "We Can Be Heroes"))
    expect(page.locator("h1:visible")).to_have_text("We Can Be Heroes")
    page.evaluate("window.location.hash = '#n-' + [...document.querySelectorAll('[id^=n-]')].at(-1).id.slice(2)")
    expect(page.locator("h1:visible")).to_have_count(1)
    page.evaluate("window.location.hash = '#nowhere-at-all'")
    expect(page.locator("h1:visible")).to_have_text("Not found")
    page.locator(".leaf.current").get_by_role("link", name="All pages").click()
    expect(page.locator("h1:visible")).to_have_text("All pages")


def test_without_scripts_it_reads_as_a_book(chromium: Browser, single: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(single.as_uri())
    assert page.locator("h1:visible").count() > 70
    page.locator(".site-head").get_by_role("link", name="All pages").click()
    expect(page.locator("#all")).to_be_in_viewport()
    context.close()


def test_a_script_in_a_page_would_not_run(chromium: Browser, single: Path, tmp_path: Path) -> None:
    text = single.read_text("utf-8")
    attack = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
    (tmp_path / "planted.html").write_text(text.replace("</section>", f"{attack}</section>", 1), "utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "planted.html").as_uri())
    expect(page.locator("h1:visible")).to_have_text("We Can Be Heroes Wiki")
    assert page.title() != "ran"
    page.close()
