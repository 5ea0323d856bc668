"""What scripts add to an exported page besides the search: colours, glances, and where one reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bundle_watch import Watch

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
BACKGROUND = "() => getComputedStyle(document.documentElement).backgroundColor"


def test_a_chosen_theme_holds_on_the_next_page(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("index.html", color_scheme="light")
    light = page.evaluate(BACKGROUND)
    page.get_by_label("Colours").select_option("dark")
    dark = page.evaluate(BACKGROUND)
    assert dark != light
    page.locator(".site-head").get_by_role("link", name="Films").click()
    expect(page.locator("h1")).to_have_text("Films")
    expect(page.get_by_label("Colours")).to_have_value("dark")
    assert page.evaluate(BACKGROUND) == dark
    page.get_by_label("Colours").select_option("system")
    page.reload()
    expect(page.get_by_label("Colours")).to_have_value("system")
    assert page.evaluate(BACKGROUND) == light
    assert watch.is_content()


def test_a_glance_at_a_page_opens_under_the_pointer_and_for_the_keyboard(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("p/sharkboy-")
    link = page.locator(".body").get_by_role("link", name="Lavagirl").first
    link.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("Lavagirl")
    expect(link).to_have_attribute("aria-describedby", "preview")
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    page.keyboard.press("Tab")
    link.evaluate("(node) => { node.focus({focusVisible: true}); }")
    expect(card).to_contain_text("Lavagirl")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert watch.is_content()


def test_what_a_page_hides_is_not_in_the_glance_either(open_page: OpenPage) -> None:
    page = open_page("k/character")
    page.locator("main").get_by_role("link", name="Ojo").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert "commander" not in page.get_by_role("tooltip").inner_text().lower()


def test_the_table_of_contents_follows(open_page: OpenPage) -> None:
    page = open_page("p/we-can-be-heroes-33", viewport={"width": 1280, "height": 700})
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_count(0)
    page.locator("#s-how-it-is-told").evaluate("(node) => node.scrollIntoView({block: 'start', behavior: 'instant'})")
    expect(current).to_have_text("How it is told")
    page.evaluate("() => window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    expect(current).to_have_text("Pages that link here")


def test_kinds_with_pictures_are_shown_by_them(open_page: OpenPage, watch: Watch) -> None:
    page = open_page("k/film")
    posters = page.locator(".entries.cards img")
    expect(posters).to_have_count(3)
    assert page.evaluate("() => [...document.images].every((image) => image.naturalWidth > 0)")
    assert watch.is_content()


def test_on_a_phone_the_page_begins_soon(open_page: OpenPage) -> None:
    page = open_page("p/we-can-be-heroes-33", viewport={"width": 390, "height": 800})
    head = page.locator(".site-head").bounding_box()
    assert head is not None
    assert head["height"] < 150
    contents = page.locator(".contents details")
    expect(contents).not_to_have_attribute("open", "")
    contents.locator("summary").click()
    expect(contents.get_by_role("link").first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390


def test_what_has_no_page_is_not_called_for_in_a_copy(open_page: OpenPage) -> None:
    colours = """() => {
      const missing = document.createElement("span");
      missing.className = "missing";
      document.querySelector(".body p").append(missing);
      return [getComputedStyle(missing).color, getComputedStyle(missing.parentElement).color];
    }"""
    missing, text = open_page("p/sharkboy-").evaluate(colours)
    assert missing == text
