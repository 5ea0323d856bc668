"""Hostile text in a real browser with scripts on and no policy: nothing of it runs, nothing is asked for.

Each text becomes a whole document. Every event that a script could wait for is sent to every element; links that are no
web addresses are followed; then the document's HTML is parsed once more, as a script that moves it would have it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Route, sync_playwright

from corpus_files import corpus
from fanwiki.markup.inline import inline_html
from fanwiki.markup.render import Renderer
from hostile_html import IN_HTML, IN_MARKDOWN

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = [pytest.mark.browser, pytest.mark.heavy]

AT_ONCE = 40
"""How many cleaned texts share a page; they are whole, so none can reach into another."""

BEFORE = """<!doctype html><title>x</title><script>
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (...words) => { ran.push(name); };
</script><body><main>"""

PROVOKE = """() => {
  const events = ["load", "error", "click", "mouseover", "mouseenter", "pointerover", "focus", "focusin", "blur",
    "input", "change", "submit", "toggle", "beforetoggle", "scroll", "wheel", "keydown", "copy", "paste", "start",
    "animationstart", "animationend", "transitionend", "begin", "canplay", "loadstart", "play"];
  const provoke = () => {
    for (const element of document.querySelectorAll("main *")) {
      for (const name of events) element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
      if (element.tagName.toLowerCase() === "a" && !leads(element)) element.click?.();
    }
  };
  const leads = element => /^(https?|mailto|#|wiki|tag|film)/i.test(element?.getAttribute("href") || "#");
  document.addEventListener("click", event => { if (leads(event.target.closest("a"))) event.preventDefault(); });
  document.addEventListener("submit", event => event.preventDefault());
  provoke();
  const main = document.querySelector("main");
  if (main) { main.innerHTML = main.innerHTML; provoke(); }
  return new Promise(done => setTimeout(() => done(window.ran.length), 30));
}"""


class Watched:
    """A browser that counts what runs in a page and what it asks for."""

    def __init__(self, browser: Browser) -> None:
        self._pages = browser.new_context()
        self.requests: list[str] = []

    def runs(self, html: str) -> int:
        """Show HTML in a page of its own and return how often something in it ran."""
        page = self._pages.new_page()
        page.set_default_timeout(2000)
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.route("**/*", self._refuse)
        try:
            page.set_content(f"{BEFORE}{html}", wait_until="commit")
            return int(page.evaluate(PROVOKE))
        finally:
            page.close()

    def runs_raw(self, html: str) -> bool:
        """Tell whether something in raw HTML ran, which may also break the page it stands in."""
        try:
            return self.runs(html) > 0
        except Error:
            return False

    def _refuse(self, route: Route) -> None:
        self.requests.append(route.request.url)
        route.abort()


@pytest.fixture
def watched() -> Iterator[Watched]:
    """A browser for each test: raw payloads may kill the one they run in."""
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        try:
            yield Watched(browser)
        finally:
            browser.close()


def _payloads() -> list[str]:
    text = (corpus("suites/dompurify") / "payloads.json").read_text(encoding="utf-8")
    return [str(entry["payload"]) for entry in json.loads(text)]


def _naughty_strings() -> list[str]:
    return [str(text) for text in json.loads((corpus("suites/blns") / "blns.json").read_text(encoding="utf-8"))]


def _assert_harmless(watched: Watched, texts: list[str]) -> None:
    watched.requests.clear()
    with Renderer() as renderer:
        for first in range(0, len(texts), AT_ONCE):
            some = texts[first : first + AT_ONCE]
            html = "".join(f"{renderer.body(text).html}<p>{inline_html(text)}</p>" for text in some)
            assert watched.runs(html) == 0, some
    assert watched.requests == []


def test_the_harness_sees_raw_html_run(watched: Watched) -> None:
    """Control: without cleaning, what runs does run, and what is asked for is."""
    watched.requests.clear()
    assert watched.runs_raw(IN_HTML["script"])
    assert watched.runs_raw(IN_HTML["event on an image"])
    assert watched.runs_raw(IN_HTML["javascript address"])
    assert sum(watched.runs_raw(html) for html in list(IN_HTML.values())[:40]) >= 25
    assert watched.runs_raw(IN_HTML["style sheet by link"]) is False
    assert any("evil.example" in url for url in watched.requests)


def test_nothing_of_ours_runs(watched: Watched) -> None:
    _assert_harmless(watched, list((IN_HTML | IN_MARKDOWN).values()))


@pytest.mark.corpus
@pytest.mark.timeout(120)
def test_known_payloads_run_raw(watched: Watched) -> None:
    """Control: the harness sees payloads run as they are. Some others hang a page, which cannot be told to stop."""
    plain = [text for text in _payloads() if "onerror=alert(" in text and len(text) < 200]
    assert sum(watched.runs_raw(payload) for payload in plain[:12]) >= 3


@pytest.mark.corpus
def test_no_known_payload_runs(watched: Watched) -> None:
    _assert_harmless(watched, _payloads())


@pytest.mark.corpus
def test_no_naughty_string_runs(watched: Watched) -> None:
    _assert_harmless(watched, _naughty_strings())
