"""The bundle's search in a real browser, from disk: it finds what the wiki finds, by keyboard and by pointer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page, expect

from bundle_watch import Watch
from corpus_files import corpus
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.services import exporting, importing, searching, wikis
from fanwiki.store.wiki_file import WikiFile

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
CASES = json.loads((Path(__file__).parent.parent / "unit" / "words.json").read_text("utf-8"))["cases"]

QUERIES = (
    *("missy", "Missy Moreno", "moreno marcus", "lavagirl", "lavagril", "Sharkboy", "shark boy", "guppy", "gupy"),
    *("ojo", "wheels", "noodels", "rewind", "fast forward", "face maker", "slo mo", "a capella", "wild card"),
    *("robert rodriguez", "rodrigez", "pedro pascal", "wcbh", "we can be heroes", "we can be heroes 2"),
    *("planet drool", "heroics", "netflix", "troublemaker", "tech-no", "taylor dooley"),
)

FIND = """async (text) => {
    await FW.load('a/search');
    const found = await FW.search.find(text);
    const pages = await FW.described(found.hits.slice(0, 3).map((hit) => hit.page));
    return pages.map((page) => page.title);
}"""


def ready(page: Page) -> Page:
    """Have the search's own script loaded, without typing."""
    page.evaluate("async () => { await FW.load('a/search'); await FW.index.start(); }")
    return page


def test_the_same_words_in_javascript_as_in_python(open_page: OpenPage) -> None:
    page = ready(open_page("index.html"))
    told = page.evaluate(
        "(cases) => cases.map(({text}) => [FW.words.ofText(text), FW.words.ofQuery(text).map((word) => word.text)])",
        CASES,
    )
    assert told == [[case["words"], case["query"]] for case in CASES]
    assert len(told) > 30


def test_thirty_queries_find_first_what_the_wiki_finds_first(open_page: OpenPage, tmp_path: Path, watch: Watch) -> None:
    page = open_page("index.html")
    with importing.create_sample(tmp_path / "Sample.fanwiki") as wiki:
        wanted = {text: first(wiki, text, all_seen=False) for text in QUERIES}
    found = {text: page.evaluate(FIND, text)[:1] for text in QUERIES}
    assert found == wanted
    assert watch.is_content()


def first(wiki: WikiFile, text: str, *, all_seen: bool) -> list[str]:
    answer = searching.search(wiki, text, CURATOR if all_seen else NEWCOMER, limit=1)
    return [hit.page.title for hit in answer.hits]


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WikiFile, Path]]:
    """Return a wiki imported from somebody's real vault, and its bundle."""
    folder = tmp_path_factory.mktemp("vault")
    wiki = wikis.create_wiki(folder / "Vault.fanwiki")
    importing.import_source(wiki, largest_vault(corpus("obsidian")))
    exporting.export(wiki, folder / "out", viewer=CURATOR)
    yield wiki, folder / "out"
    wiki.close()


def largest_vault(folder: Path) -> Path:
    return max(
        (path for path in folder.iterdir() if path.is_dir()), key=lambda path: sum(1 for _ in path.rglob("*.md"))
    )


@pytest.mark.corpus
@pytest.mark.heavy
def test_an_imported_vault_finds_its_pages_by_their_titles(chromium: Browser, vault: tuple[WikiFile, Path]) -> None:
    wiki, out = vault
    pages = searching.list_pages(wiki, "", CURATOR)
    titles = [page.title for page in pages[:: max(1, len(pages) // 30)]][:30]
    page = chromium.new_page()
    watch = Watch(out)
    watch.over(page)
    page.goto((out / "index.html").as_uri())
    missed = {title: page.evaluate(FIND, title) for title in titles if page.evaluate(FIND, title)[:1] != [title]}
    page.close()
    assert missed == {}
    assert watch.is_content()


@pytest.mark.corpus
@pytest.mark.heavy
def test_every_link_of_an_imported_vault_leads_somewhere(vault: tuple[WikiFile, Path]) -> None:
    """A place within a page may be missing where its author's link named one that is not there, and only then."""
    _, out = vault
    ids: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for path in out.rglob("*.html"):
        name = path.relative_to(out).as_posix()
        nodes = lxml_html.fromstring(path.read_bytes()).xpath("//*[@id or @href or @src]")
        ids[name] = {node.get("id") for node in nodes if node.get("id")}
        links += [(name, node.get(key)) for node in nodes for key in ("href", "src") if node.get(key)]
    inner = [(name, urljoin(name, link)) for name, link in links if not urlsplit(link).scheme]
    assert len(inner) > 5000
    files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert [link for link in inner if unquote(link[1].split("#")[0]) not in files] == []
    lost = {target for _, target in inner if "#" in target and not _is_there(target, ids)}
    assert {unquote(target.split("#")[1])[:2] for target in lost} <= {"b-"}
    assert len(lost) <= 2


def _is_there(target: str, ids: dict[str, set[str]]) -> bool:
    path, _, place = target.partition("#")
    return unquote(place) in ids.get(unquote(path), {unquote(place)})


def test_nothing_of_the_index_is_asked_for_before_somebody_searches(open_page: OpenPage) -> None:
    page = open_page("index.html")
    assert page.evaluate("() => [...FW.asked.keys()]") == []
    page.get_by_role("combobox", name="Search this wiki").focus()
    page.get_by_role("combobox", name="Search this wiki").fill("guppy")
    expect(page.get_by_role("option").first).to_contain_text("Guppy")
    asked = page.evaluate("() => [...FW.asked.keys()]")
    assert {"a/search", "s/manifest", "s/n0", "s/t0"} <= set(asked)
    assert "s/f0" not in asked


def test_the_keyboard_alone_finds_and_opens_a_page(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("p/wheels-")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search this wiki")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("missy mor")
    option = page.get_by_role("option", name="Missy Moreno").first
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Missy Moreno")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Wheels")
    assert watch.is_content()


def test_escape_closes_the_list_and_then_empties_the_box(open_page: OpenPage) -> None:
    page = open_page("index.html")
    box = page.get_by_role("combobox", name="Search this wiki")
    box.fill("guppy")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("guppy")
    box.press("Escape")
    expect(box).to_have_value("")


def test_all_results_can_be_narrowed_and_the_way_back_leads_to_them(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("index.html")
    page.get_by_role("combobox", name="Search this wiki").fill("children")
    page.get_by_role("combobox", name="Search this wiki").press("Enter")
    expect(page.locator("h1")).to_have_text("Search")
    status = page.get_by_role("status")
    expect(status).to_contain_text("pages")
    every = int(str(status.inner_text()).split()[0])
    page.get_by_role("group", name="Kind").get_by_role("checkbox", name="Character").check()
    expect(page.locator(".hits li").first).to_contain_text("Character")
    narrowed = int(str(status.inner_text()).split()[0])
    assert 0 < narrowed < every
    page.get_by_role("group", name="Tag").get_by_role("checkbox").first.check()
    expect(page.get_by_role("group", name="Tag").get_by_role("checkbox").first).to_be_checked()
    assert page.locator(".hits mark").count() > 0
    address = page.url
    page.locator(".hits a").first.click()
    expect(page.locator("h1")).not_to_have_text("Search")
    page.go_back()
    expect(page.locator(".hits li").first).to_be_visible()
    assert page.url == address
    expect(page.get_by_role("group", name="Kind").get_by_role("checkbox", name="Character")).to_be_checked()
    assert watch.is_content()


def test_a_misspelt_name_is_told_as_it_was_meant(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.get_by_role("combobox", name="Search this wiki").fill("lavagril ")
    expect(page.get_by_role("option").first).to_contain_text("Lavagirl")
    expect(page.get_by_role("status")).to_contain_text("lavagirl")


@pytest.mark.parametrize("gone", ["s/manifest.js", "s/n0.js", "d/0.js", "a/search.js"])
def test_a_missing_file_tells_that_the_copy_is_incomplete(
    chromium: Browser, bundle: Path, tmp_path: Path, gone: str
) -> None:
    shutil.copytree(bundle, tmp_path / "copy")
    (tmp_path / "copy" / gone).unlink()
    page = chromium.new_page()
    page.goto((tmp_path / "copy" / "index.html").as_uri())
    page.get_by_role("combobox", name="Search this wiki").fill("guppy")
    expect(page.get_by_role("status")).to_contain_text("This copy is incomplete")
    expect(page.get_by_role("status")).to_contain_text(gone)
    page.close()


def test_a_damaged_file_tells_so_too(chromium: Browser, bundle: Path, tmp_path: Path) -> None:
    shutil.copytree(bundle, tmp_path / "copy")
    (tmp_path / "copy" / "s" / "n0.js").write_text("half a fi", "utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "copy" / "index.html").as_uri())
    page.get_by_role("combobox", name="Search this wiki").fill("guppy")
    expect(page.get_by_role("status")).to_contain_text("This copy is incomplete")
    page.close()


@pytest.mark.parametrize(
    "typed", ["constructor", "__proto__", "toString", "<b>x", '"', "\\", "%", "’", "🎬", "a" * 5000]
)
def test_anything_may_be_typed(open_page: OpenPage, watch: Watch, typed: str) -> None:
    page = open_page("index.html")
    page.get_by_role("combobox", name="Search this wiki").fill(typed)
    expect(page.get_by_role("status")).to_contain_text("ound" if typed != "🎬" else "")
    assert watch.is_content()


def test_on_a_phone_the_results_fit(open_page: OpenPage) -> None:
    page = open_page("index.html", viewport={"width": 360, "height": 740})
    page.get_by_role("combobox", name="Search this wiki").fill("heroes")
    panel = page.locator(".search-panel")
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_search_page_leads_to_the_list(open_page: OpenPage) -> None:
    page = open_page("search.html", java_script_enabled=False)
    expect(page.locator("main")).to_contain_text("needs JavaScript")
    page.locator("main").get_by_role("link", name="All pages").click()
    expect(page.locator("h1")).to_have_text("All pages")


def test_nothing_gated_is_in_the_index(bundle: Path) -> None:
    told = "".join(path.read_text("utf-8").lower() for path in [*bundle.glob("s/*.js"), *bundle.glob("d/*.js")])
    for secret in ("commander", "staged", "the invasion was"):
        assert secret not in told
