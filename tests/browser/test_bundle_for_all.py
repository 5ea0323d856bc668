"""One copy for all readers: what they ticked decides what shows, and it says plainly that hidden is not absent."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bundle_watch import Watch
from fanwiki.domain.viewer import NEWCOMER, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.leak_check import LeakError
from fanwiki.services import editing, exporting, wikis
from fanwiki.services.for_all import sets_of
from fanwiki.store.wiki_file import WikiFile
from leak_wiki import make_leak_wiki
from node_tools import axe_script, html_validate

pytestmark = pytest.mark.browser

HIDDEN_ELDER = "p/hidden-5.html"
"""Where “Zyxwolf the Elder” stands."""


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with make_leak_wiki(tmp_path_factory.mktemp("wiki") / "leak.fanwiki") as made:
        yield made


@pytest.fixture(scope="module")
def copy(wiki: WikiFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    dest = tmp_path_factory.mktemp("for all") / "Ünï #1 copy"
    exporting.export(wiki, dest, viewer=NEWCOMER, for_all=True)
    return dest


@pytest.fixture(scope="module")
def single(wiki: WikiFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    dest = tmp_path_factory.mktemp("for all") / "Ünï #1 copy.html"
    exporting.export(wiki, dest, viewer=NEWCOMER, export_format="single", for_all=True)
    assert [path.name for path in dest.parent.iterdir()] == [dest.name]
    return dest


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


def opened(reader: BrowserContext, copy: Path, start: str) -> Page:
    page = reader.new_page()
    Watch(copy).over(page)
    page.goto(
        next(
            path for path in sorted(copy.rglob("*.html")) if path.relative_to(copy).as_posix().startswith(start)
        ).as_uri()
    )
    return page


def tick(page: Page, *films: str) -> None:
    for film in films:
        page.locator(".readers > summary").click()
        with page.expect_navigation():
            page.get_by_role("checkbox", name=film, exact=True).click()


def test_spoilers_show_to_who_has_ticked_their_films(reader: BrowserContext, copy: Path) -> None:
    page = opened(reader, copy, "p/ann-open")
    expect(page.locator("h1:visible")).to_have_text("Ann Open")
    expect(page.get_by_text("Zyxwolf is her father").first).to_be_hidden()
    expect(page.locator(".readers > summary")).to_contain_text("Films seen: 0")
    tick(page, "Twist Film")
    expect(page.get_by_text("Zyxwolf is her father").filter(visible=True)).to_have_count(1)
    expect(page.get_by_text("Zyxwolf twice").filter(visible=True)).to_have_count(0)
    tick(page, "Second Film")
    expect(page.get_by_text("Zyxwolf twice").filter(visible=True)).to_have_count(1)
    expect(page.locator("h1:visible")).to_have_count(1)
    tick(page, "Twist Film")  # taken away again
    expect(page.get_by_text("Zyxwolf").filter(visible=True)).to_have_count(0)


def test_a_page_that_spoils_shows_a_word_in_its_place(reader: BrowserContext, copy: Path) -> None:
    page = opened(reader, copy, HIDDEN_ELDER)
    expect(page.locator("h1:visible")).to_have_text("Hidden page")
    assert "Zyxwolf" not in page.title()
    tick(page, "Twist Film")
    expect(page.locator("h1:visible")).to_have_text("Zyxwolf the Elder")
    assert page.title().startswith("Zyxwolf the Elder")


def test_names_of_files_do_not_tell_what_is_hidden(copy: Path, wiki: WikiFile, tmp_path: Path) -> None:
    names = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    exporting.export(wiki, tmp_path / "open", viewer=Viewer())
    known = {path.relative_to(tmp_path / "open").as_posix() for path in (tmp_path / "open").rglob("*.html")}
    hidden = {name for name in names - known if name.endswith(".html")}
    assert len(hidden) > 5
    assert [
        name
        for name in hidden
        if not re.fullmatch(r"(p|t)/hidden(-[0-9a-f]{12})?(-\d+)?\.html|i/\w+\.html|pictures\.html", name)
    ] == []
    assert known <= names
    assert not any("zyxwolf" in name for name in names)


def test_a_file_for_all_shows_what_its_reader_may_know(reader: BrowserContext, single: Path) -> None:
    page = reader.new_page()
    watch = Watch(single)
    watch.over(page)
    page.goto(single.as_uri())
    page.keyboard.press("/")
    page.keyboard.type("ann open")
    page.get_by_role("option", name="Ann Open").first.click()
    expect(page.locator("h1:visible")).to_have_text("Ann Open")
    expect(page.get_by_text("Zyxwolf").filter(visible=True)).to_have_count(0)
    tick(page, "Twist Film")
    expect(page.locator("h1:visible")).to_have_text("Ann Open")
    expect(page.get_by_text("Zyxwolf is her father").filter(visible=True)).to_have_count(1)
    page.keyboard.press("/")
    page.keyboard.type("zyxwolf the")
    page.get_by_role("option", name="Zyxwolf the Elder").first.click()
    expect(page.locator("h1:visible")).to_have_text("Zyxwolf the Elder")
    assert page.title().startswith("Zyxwolf the Elder")
    tick(page, "Twist Film")
    expect(page.locator("h1:visible")).to_have_text("Hidden page")
    assert "Zyxwolf" not in page.title()
    assert watch.complaints == []


def test_a_file_for_all_folds_what_is_hidden_without_scripts(chromium: Browser, single: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(single.as_uri())
    expect(page.get_by_text("Zyxwolf").filter(visible=True)).to_have_count(0)
    expect(page.get_by_text("it is not absent").filter(visible=True)).to_have_count(1)
    page.locator("details.reading > summary", has_text="Twist Film").first.click()
    assert page.locator("details.reading[open]").count() == 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    context.close()


def test_search_and_indexes_know_what_the_reader_may_know(reader: BrowserContext, copy: Path) -> None:
    page = opened(reader, copy, "all.html")
    expect(page.get_by_role("link", name="Zyxwolf the Elder").filter(visible=True)).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("zyxwolf the")
    expect(page.locator(".search-panel")).to_contain_text("No page has all")
    expect(page.locator(".search-panel")).not_to_contain_text("Elder")
    page.keyboard.press("Escape")
    tick(page, "Twist Film")
    expect(page.get_by_role("link", name="Zyxwolf the Elder").filter(visible=True)).to_have_count(1)
    page.keyboard.press("/")
    page.keyboard.type("zyxwolf the")
    expect(page.locator(".search-panel").get_by_text("Zyxwolf the Elder").first).to_be_visible()


def test_without_scripts_everything_hidden_stays_folded_until_it_is_opened(chromium: Browser, copy: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = opened(context, copy, "p/ann-open")
    expect(page.get_by_text("Zyxwolf").filter(visible=True)).to_have_count(0)
    page.locator("details.reading > summary", has_text="Twist Film").first.click()
    expect(page.get_by_text("Zyxwolf is her father").filter(visible=True)).to_have_count(1)
    context.close()


def test_every_page_says_that_hidden_is_not_absent(copy: Path) -> None:
    shown = [path for path in copy.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    assert len(shown) > 15
    assert [path.name for path in shown if "it is not absent" not in path.read_text("utf-8")] == []
    assert "it is not absent" in (copy / "a" / "readers.js").read_text("utf-8")


@pytest.mark.heavy
def test_joined_pages_are_valid(copy: Path) -> None:
    told = html_validate(
        *copy.glob("p/ann-open*.html"), *copy.glob("p/hidden-*.html"), copy / "all.html", without=("unique-landmark",)
    )
    assert told == []


def test_each_version_is_checked_for_its_own_reader(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fanwiki.services.browsing.redact", lambda source, *_, **__: source)
    with pytest.raises(LeakError, match="may not know"):
        exporting.export(wiki, tmp_path / "out", viewer=NEWCOMER, for_all=True)
    assert list(tmp_path.iterdir()) == []


def test_the_archive_holds_what_the_folder_holds(copy: Path, wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "copy.zip", viewer=NEWCOMER, export_format="zip", for_all=True)
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        packed = {name.removeprefix("copy/"): archive.read(name) for name in archive.namelist()}
    loose = {path.relative_to(copy).as_posix(): path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    assert packed == loose
    assert [path.name for path in tmp_path.iterdir()] == ["copy.zip"]


def test_other_formats_refuse_it(wiki: WikiFile, tmp_path: Path) -> None:
    with pytest.raises(FanwikiError, match="Only web pages"):
        exporting.export(wiki, tmp_path / "out", viewer=NEWCOMER, export_format="epub", for_all=True)


@pytest.mark.parametrize(("films", "count"), [(0, 1), (1, 2), (3, 8), (5, 10), (60, 40)])
def test_sets_begin_with_nothing_and_end_with_everything(films: int, count: int) -> None:
    sets = sets_of(films)
    assert sets[0] == ()
    assert sets[-1] == tuple(range(films))
    assert len(sets) == len(set(sets)) == count


@pytest.mark.heavy
def test_axe_finds_no_violation_with_the_chooser_open(reader: BrowserContext, copy: Path) -> None:
    for start in ("p/ann-open", HIDDEN_ELDER, "all.html"):
        page = opened(reader, copy, start)
        page.locator(".readers > summary").click()
        assert violations(page) == []


@pytest.mark.heavy
def test_axe_finds_no_violation_in_a_file_for_all(reader: BrowserContext, single: Path) -> None:
    page = reader.new_page()
    page.goto(f"{single.as_uri()}#p5")
    expect(page.locator("h1:visible")).to_have_text("Hidden page")
    assert violations(page) == []
    tick(page, "Twist Film")
    page.locator(".readers > summary").click()
    assert violations(page) == []


@pytest.mark.heavy
def test_a_file_for_all_is_valid(single: Path, secret_home: Path) -> None:
    assert html_validate(single, secret_home, without=("unique-landmark",)) == []


def violations(page: Page) -> list[tuple[str, str]]:
    page.evaluate(axe_script())
    found = json.loads(page.evaluate("async () => JSON.stringify((await axe.run(document)).violations)"))
    return [(violation["id"], violation["nodes"][0]["html"][:200]) for violation in found]


@pytest.fixture(scope="module")
def secret_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file for all of a wiki whose home page would spoil a film."""
    folder = tmp_path_factory.mktemp("secret home")
    with wikis.create_wiki(folder / "heroes.fanwiki") as wiki:
        editing.save_markdown(wiki, "Twist Film", "---\nkind: film\n---\nA film.")
        editing.save_markdown(wiki, "Ann", "---\nkind: character\n---\nAnn. ||She wins.||{Twist Film}")
        editing.save_markdown(wiki, "Home", "---\nspoils: '[[Twist Film]]'\n---\nRead about [[Ann]], who wins.")
        exporting.export(wiki, folder / "heroes.html", viewer=NEWCOMER, export_format="single", for_all=True)
    return folder / "heroes.html"


def test_a_home_page_that_spoils_gives_way_to_the_indexes_until_its_film_is_ticked(
    chromium: Browser, reader: BrowserContext, secret_home: Path
) -> None:
    page = reader.new_page()
    watch = Watch(secret_home)
    watch.over(page)
    page.goto(secret_home.as_uri())
    expect(page.locator("h1:visible")).to_have_text("heroes")
    expect(page.get_by_role("link", name="All pages from A to Z").filter(visible=True)).to_have_count(1)
    expect(page.get_by_text("who wins").filter(visible=True)).to_have_count(0)
    tick(page, "Twist Film")
    expect(page.locator("h1:visible")).to_have_text("heroes")
    expect(page.get_by_text("Read about").filter(visible=True)).to_have_count(1)
    page.get_by_role("link", name="Ann").filter(visible=True).first.click()
    expect(page.locator("h1:visible")).to_have_text("Ann")
    page.locator(".site-name").click()
    expect(page.get_by_text("Read about").filter(visible=True)).to_have_count(1)
    tick(page, "Twist Film")  # taken away again
    expect(page.get_by_role("link", name="All pages from A to Z").filter(visible=True)).to_have_count(1)
    assert page.title() == "heroes"
    assert watch.complaints == []
    without_scripts = chromium.new_context(java_script_enabled=False)
    page = without_scripts.new_page()
    page.goto(secret_home.as_uri())
    expect(page.locator("h1:visible").first).to_have_text("heroes")
    expect(page.get_by_text("who wins").filter(visible=True)).to_have_count(0)
    without_scripts.close()
