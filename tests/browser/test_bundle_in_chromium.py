"""The exported sample in a real browser, from disk: it works, it is whole, and it keeps its secrets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from bundle_watch import Watch

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

TARGETS = """() => [...document.querySelectorAll('[href], [src]')]
    .map(node => node.href || node.src).filter(Boolean).map(String)"""
IDS = "() => [...document.querySelectorAll('[id]')].map(node => node.id)"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SOUND = """() => ({
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    unnamed: [...document.querySelectorAll('img:not([alt]), a:empty, button:empty')].map(node => node.outerHTML),
    unlabelled: [...document.querySelectorAll('nav:not([aria-label]):not([aria-labelledby])')].length,
    dangling: [...document.querySelectorAll('[aria-labelledby]')]
        .filter(node => !document.getElementById(node.getAttribute('aria-labelledby'))).length,
    broken: [...document.images].filter(image => image.complete && !image.naturalWidth).map(image => image.src),
    flat: [...document.images].filter(image => image.offsetParent && !image.getBoundingClientRect().width).length,
    unstyled: getComputedStyle(document.body).fontSize,
})"""


def test_every_page_is_sound_and_every_link_and_anchor_leads_somewhere(
    chromium: Browser, bundle: Path, watch: Watch
) -> None:
    page = chromium.new_page()
    watch.over(page)
    ids: dict[str, set[str]] = {}
    links: dict[str, list[str]] = {}
    for path in pages_of(bundle):
        page.goto(path.as_uri())
        name = path.relative_to(bundle).as_posix()
        listed = page.evaluate(IDS)
        ids[name], links[name] = set(listed), page.evaluate(TARGETS)
        assert len(listed) == len(ids[name]), f"{name} has an id twice"
        sound = page.evaluate(SOUND)
        assert sound == {
            "headings": 1, "mains": 1, "unnamed": [], "unlabelled": 0, "dangling": 0, "broken": [], "flat": 0,
            "unstyled": "17px",
        }, name  # fmt: skip
    page.close()
    broken = [f"{name}: {url}" for name, urls in links.items() for url in urls if not leads(bundle, url, ids)]
    assert broken == []
    assert len(links) > 70
    assert watch.is_content()


def pages_of(bundle: Path) -> list[Path]:
    """Return the files of the bundle that a reader stays on: all but those that lead on."""
    return [path for path in sorted(bundle.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8")]


def leads(bundle: Path, url: str, ids: dict[str, set[str]]) -> bool:
    """Tell whether an address leads to a file of the bundle and a place in it."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    if parts.scheme != "file" or not path.is_relative_to(bundle) or not path.is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or anchor in ids.get(path.relative_to(bundle).as_posix(), {anchor})


def test_no_page_is_wider_than_its_window(chromium: Browser, bundle: Path) -> None:
    page = chromium.new_page()
    wide = []
    for path in pages_of(bundle):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        for width in (320, 820, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(OVERFLOW) > 0:
                wide.append((path.name, width))
    page.close()
    assert wide == []


def test_a_reader_walks_from_the_home_page_and_back(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("index.html")
    expect(page.locator("h1")).to_have_text("We Can Be Heroes Wiki")
    page.locator(".body").get_by_role("link", name="We Can Be Heroes", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("We Can Be Heroes")
    page.get_by_role("link", name="Andy Walken").click()
    expect(page.locator("h1")).to_have_text("Andy Walken")
    expect(page.locator("#x-filmography")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("We Can Be Heroes")
    page.get_by_role("link", name="Characters").click()
    page.get_by_role("link", name="Slo-Mo").click()
    expect(page.locator("h1")).to_have_text("Slo-Mo")
    assert watch.is_content()


def test_everything_works_without_scripts(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("index.html", java_script_enabled=False)
    page.locator(".site-head").get_by_role("link", name="All pages").click()
    page.get_by_role("link", name="Rewind").click()
    expect(page.locator("h1")).to_have_text("Rewind")
    expect(page.get_by_role("complementary", name="At a glance")).to_contain_text("twin sister")
    assert watch.is_content()


def test_another_name_leads_on_to_its_page(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("p/wcbh-")
    page.wait_for_url("**/we-can-be-heroes*")
    expect(page.locator("h1")).to_contain_text("We Can Be Heroes")
    assert watch.is_content()


def test_a_script_in_a_page_would_not_run(chromium: Browser, bundle: Path, tmp_path: Path) -> None:
    """The policy holds on file:// even where cleaning failed: nothing runs and nothing is asked for."""
    planted = bundle / "p" / "planted.html"
    text = next(bundle.glob("p/guppy-*.html")).read_text("utf-8")
    attack = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
    planted.write_text(text.replace("</main>", f"{attack}<img src='http://127.0.0.1:9/x.png'></main>"), "utf-8")
    try:
        page = chromium.new_page()
        loaded: list[str] = []
        page.on("response", lambda response: loaded.append(response.url))
        page.goto(planted.as_uri())
        assert page.title().startswith("Guppy")
        assert not any("127.0.0.1" in url for url in loaded)
        page.close()
    finally:
        planted.unlink()


def test_who_has_not_seen_the_film_gets_masks_and_the_bytes_hold_nothing(
    open_page: OpenPage, bundle: Path, watch: Watch
) -> None:
    page = open_page("p/ojo-")
    expect(page.locator("p.withheld")).to_contain_text("Spoiler for We Can Be Heroes")
    expect(page.locator(".withheld-note")).to_be_visible()
    assert watch.is_content()
    for path in bundle.rglob("*"):
        if path.is_file():
            data = path.read_bytes().lower()
            for secret in (b"supreme commander", b"queen of the aliens", b"training exercise", b"invasion was a test"):
                assert secret not in data, path.name
            assert b"invasion-was" not in path.name.encode()


def test_two_orders_of_a_table_are_chosen_by_keyboard(open_page: OpenPage, tmp_path: Path) -> None:
    from fanwiki.markup.shell import page_html
    from fanwiki.markup.style import stylesheet
    from fanwiki.markup.views import Column, PageView, SiteView, TableOrder, TableView

    rows = (("First",), ("Second",))
    table = TableView("x-t", "Films", (Column("Film"),), (TableOrder("One", rows), TableOrder("Two", rows[::-1])))
    (tmp_path / "s.css").write_text(stylesheet(), "utf-8")
    (tmp_path / "t.html").write_text(
        page_html(PageView("A", sections=(table,)), SiteView("W", "#", ("s.css",))), "utf-8"
    )
    page = open_page("index.html")
    page.goto((tmp_path / "t.html").as_uri())
    frames = page.locator(".table-frame")
    expect(frames.nth(0)).to_be_visible()
    expect(frames.nth(1)).to_be_hidden()
    page.get_by_role("radio", name="One").focus()
    page.keyboard.press("ArrowRight")
    expect(frames.nth(0)).to_be_hidden()
    expect(frames.nth(1)).to_be_visible()


def test_the_first_key_leads_past_the_head(open_page: OpenPage) -> None:
    page = open_page("p/wheels-")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("() => location.hash") == "#main"


@pytest.mark.parametrize(
    ("settings", "palette"),
    [
        ({"color_scheme": "light"}, "light"),
        ({"color_scheme": "dark"}, "dark"),
        ({"color_scheme": "light", "contrast": "more"}, "contrast"),
        ({"color_scheme": "dark", "contrast": "more"}, "contrast_dark"),
    ],
)
def test_colours_follow_the_readers_system(open_page: OpenPage, settings: dict[str, str], palette: str) -> None:
    from fanwiki.tokens import shipped_tokens

    wanted = shipped_tokens().palettes[palette]["background"]
    shown = open_page("index.html", **settings).evaluate(
        "() => getComputedStyle(document.documentElement).backgroundColor"
    )
    assert shown == f"rgb({int(wanted[1:3], 16)}, {int(wanted[3:5], 16)}, {int(wanted[5:7], 16)})"


def test_the_infobox_stands_beside_the_text_where_there_is_room_and_above_it_where_not(open_page: OpenPage) -> None:
    wide = open_page("p/sharkboy-", viewport={"width": 1280, "height": 800})
    box, text = wide.locator(".infobox").bounding_box(), wide.locator(".body").bounding_box()
    assert box is not None
    assert text is not None
    assert box["x"] >= text["x"] + text["width"]
    narrow = open_page("p/sharkboy-", viewport={"width": 390, "height": 800})
    box, text = narrow.locator(".infobox").bounding_box(), narrow.locator(".body").bounding_box()
    assert box is not None
    assert text is not None
    assert box["y"] + box["height"] <= text["y"]


def test_on_paper_there_is_nothing_to_click(open_page: OpenPage) -> None:
    page = open_page("p/sharkboy-")
    page.emulate_media(media="print")
    expect(page.locator(".site-head nav")).to_be_hidden()
    expect(page.locator(".contents")).to_be_hidden()
    expect(page.locator(".infobox")).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0
