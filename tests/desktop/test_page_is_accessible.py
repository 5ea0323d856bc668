"""What a screen reader is told of the pages in the web view: landmarks, headings, names of links, pictures.

The engine's own tree cannot be walked here: PySide 6.11 ends the program when it is asked for a child of the web
view's. So axe-core, whose names and roles follow the same specifications, looks at the very document in the pane, in
the application's world. It waits by timers, which run only where scripts of pages are on: they are switched on for it
once the page is there, and pages still have none.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from every_pane import CHARACTER, CLAIM, FILM
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineSettings
from waiting import wait_until

from fanwiki.desktop.browse.address import HOME_ADDRESS, Address, page_address
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.theme import Look, Theme
from fanwiki.services import editing, importing
from node_tools import axe_script

LOOK_AT_IT = """
(() => {
  window.told = null;
  axe.run(document, {resultTypes: ["violations"]}).then(found => { window.told = JSON.stringify(found.violations); });
})()
"""
TREE = """
(() => {
  const tree = axe.setup(document.documentElement);
  const {text, aria} = axe.commons;
  const told = [...document.querySelectorAll("*")].filter(node => node.checkVisibility()).map(node => ({
    role: aria.getRole(node) || "", name: text.accessibleText(node).trim(), tag: node.localName,
    level: Number(node.localName[1]) || 0, alt: node.getAttribute("alt"),
  }));
  axe.teardown();
  return JSON.stringify(told);
})()
"""
LANDMARKS = {"banner", "navigation", "main", "contentinfo", "complementary", "region", "search"}
GIF = bytes.fromhex("47494638396101000100800000000000ffffff21f90400000000002c00000000010001000002024401003b")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, with pictures in a page."""
    path = tmp_path_factory.mktemp("sample") / "We Can Be Heroes.fanwiki"
    with importing.create_sample(path) as wiki:
        editing.attach(wiki, "map.gif", GIF)
        text = "---\nkind: note\n---\n## Where\n\n![[map.gif|A map of the city]]\n\n![[map.gif]]\n\n- [ ] Ask [[Ojo]]\n"
        editing.save_markdown(wiki, "Where they live", text, author="Ana")
    return path


@pytest.fixture
def window(open_window: Callable[..., MainWindow], sample: Path, tmp_path: Path) -> MainWindow:
    return open_window(Path(shutil.copy(sample, tmp_path / sample.name)), live=True)


class Pane:
    """Shows pages one after the other and asks about them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._loaded: list[bool] = []
        window.browse.view.loaded.connect(self._loaded.append)

    def show(self, address: Address) -> None:
        """Show a page and bring axe along."""
        view = self._window.browse.view
        self._loaded.clear()
        self._window.browse.go(address)
        wait_until(lambda: bool(self._loaded) and view.page.url() == QUrl(address.url))
        assert self._loaded == [True]
        view.page.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, True)
        self.run(axe_script())

    def run(self, script: str) -> Any:
        """Return what a script in the application's world says."""
        told: list[Any] = []
        self._window.browse.view.run(script, told.append)
        wait_until(lambda: bool(told))
        return told[0]

    def violations(self) -> list[str]:
        """Return what axe has against the page."""
        self.run(LOOK_AT_IT)
        found: list[str] = []
        for _ in range(1000):
            found += filter(None, [self.run("window.told")])
            if found:
                break
        return [
            f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
            for one in json.loads(*found)
        ]

    def tree(self) -> list[dict[str, Any]]:
        """Return every element that is not hidden, with its role and its name."""
        told: list[dict[str, Any]] = json.loads(self.run(TREE))
        return told


@pytest.fixture
def pane(window: MainWindow) -> Pane:
    window.resize(1200, 800)
    return Pane(window)


PLACES = {
    "home": HOME_ADDRESS,
    "film": page_address(FILM),
    "character": page_address(CHARACTER),
    "claim": page_address(CLAIM),
    "pictures": page_address("Where they live"),
    "missing": page_address("A page that nobody wrote"),
}


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("look", "places"),
    [(Look.LIGHT, tuple(PLACES)), (Look.DARK, ("film", "claim")), (Look.CONTRAST, ("film", "claim"))],
)
def test_axe_has_nothing_against_what_the_pane_shows(
    pane: Pane, theme: Theme, look: Look, places: tuple[str, ...]
) -> None:
    theme.apply(look)
    found = {}
    for name in places:
        pane.show(PLACES[name])
        found[name] = pane.violations()
    assert {name: told for name, told in found.items() if told} == {}


def test_axe_would_find_a_fault(pane: Pane) -> None:
    pane.show(HOME_ADDRESS)
    pane.run("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><a href=x></a>')")
    told = " ".join(pane.violations())
    assert "image-alt" in told
    assert "link-name" in told


def test_a_film_is_told_as_it_is_seen(pane: Pane) -> None:
    pane.show(page_address(FILM))
    tree = pane.tree()
    headings = [(one["level"], one["name"]) for one in tree if one["role"] == "heading"]
    assert headings[0] == (1, FILM)
    assert [level for level, _ in headings].count(1) == 1
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(headings)), headings
    assert {name for _, name in headings} >= {"Cast"}
    links = [one["name"] for one in tree if one["role"] == "link"]
    assert CHARACTER in links
    assert all(links)
    assert [one["role"] for one in tree].count("main") == 1
    tables = [one["name"] for one in tree if one["role"] == "table"]
    assert tables
    assert all(tables), tables
    landmarks = [(one["role"], one["name"]) for one in tree if one["role"] in LANDMARKS]
    assert len(landmarks) == len(set(landmarks)), landmarks


def test_home_has_a_heading_for_each_of_its_lists(pane: Pane) -> None:
    pane.show(HOME_ADDRESS)
    tree = pane.tree()
    headings = [one["name"] for one in tree if one["role"] == "heading"]
    lists = [one for one in tree if one["role"] == "list"]
    assert len(headings) > 3
    assert all(headings)
    assert lists
    assert all(one["name"] for one in tree if one["role"] == "link")


def test_pictures_have_the_names_that_their_authors_gave_them(pane: Pane) -> None:
    pane.show(PLACES["pictures"])
    tree = pane.tree()
    pictures = [one["name"] for one in tree if one["tag"] == "img" and one["role"] in ("img", "image")]
    assert pictures[0] == "A map of the city"
    assert all(pictures)
    boxes = [one["name"] for one in tree if one["role"] == "checkbox"]
    assert boxes
    assert all(boxes), boxes
