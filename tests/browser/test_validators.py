"""Every template is sound for html-validate, the Nu checker and axe-core, in light and dark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.services import exporting, importing
from few_links import short_lists
from node_tools import axe_script, html_validate, nu_checker

pytestmark = [pytest.mark.browser, pytest.mark.heavy]

AXE = "async rules => JSON.stringify((await axe.run(document, rules)).violations)"

# One page of each template and of each kind, by how its file's name begins.
TEMPLATES = (
    *("index.html", "all.html", "about.html", "timeline.html", "claims.html", "pictures.html", "404.html"),
    *("search.html", "k/character", "k/film", "k/speculation", "t/children", "i/", "l/we-can-be-heroes-"),
    *("p/we-can-be-heroes-2-", "p/ojo-", "p/robert-rodriguez-", "p/taylor-lautner-plays", "p/credits-of-the-films"),
    *("p/gallery", "p/how-this-wiki", "p/powers-of"),
)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample as web pages, for who may see everything and for who has seen nothing.

    What links to a page is listed on pages of its own from so few on that the sample has such.
    """
    folder = tmp_path_factory.mktemp("copies")
    with importing.create_sample(folder / "Sample.fanwiki") as wiki, short_lists():
        for viewer, name in ((CURATOR, "all"), (NEWCOMER, "none")):
            exporting.export(wiki, folder / "pages" / name, viewer=viewer)
        exporting.export(wiki, folder / "pages" / "single.html", viewer=NEWCOMER, export_format="single")
    return folder / "pages"


def pages_of(copy: Path) -> list[Path]:
    """Return one page of each template; a copy for who has seen nothing has no page of some."""
    paths = {path.relative_to(copy).as_posix(): path for path in sorted(copy.rglob("*.html"))}
    found = [next((path for name, path in paths.items() if name.startswith(start)), None) for start in TEMPLATES]
    return [path for path in found if path is not None]


def test_html_validate_finds_nothing(copies: Path) -> None:
    assert len(pages_of(copies / "all")) == len(TEMPLATES)
    assert html_validate(*pages_of(copies / "all"), *pages_of(copies / "none")) == []
    # All pages stand in the one file, each with its own infobox and contents; scripts show one of them at a time.
    assert html_validate(copies / "single.html", without=("unique-landmark",)) == []


def test_the_nu_checker_finds_nothing(copies: Path) -> None:
    assert nu_checker(*pages_of(copies / "all"), *pages_of(copies / "none"), copies / "single.html") == []


def test_the_checks_would_find_a_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><p id="a"></p><p id="a"><img src="x"></p>'
        "<ul><p>no</p></ul></body></html>",
        "utf-8",
    )
    assert any("no-dup-id" in told for told in html_validate(tmp_path / "bad.html"))
    assert any("Duplicate ID" in told for told in nu_checker(tmp_path / "bad.html"))


@pytest.mark.parametrize(("scheme", "rules"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})])
def test_axe_finds_no_violation(chromium: Browser, copies: Path, scheme: Any, rules: dict[str, Any]) -> None:
    page = chromium.new_context(color_scheme=scheme).new_page()
    script, found = axe_script(), []
    for path in pages_of(copies / "all"):
        page.goto(path.as_uri())
        page.evaluate(script)
        found += [f"{path.name}: {_told(violation)}" for violation in json.loads(page.evaluate(AXE, rules))]
    page.context.close()
    assert found == []


def _told(violation: dict[str, Any]) -> str:
    nodes = [node["html"][:160] for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {nodes}"
