"""A copy in German: what the program says in it, not what the wiki's authors wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fanwiki import paths
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import FanwikiError
from fanwiki.services import checking, exporting, importing
from fanwiki.services.languages import catalogue
from fanwiki.wording import speaking
from leak_wiki import make_leak_wiki

OF_AUTHORS = {"Home", "Timeline", "casting", "Powers", "expired", "for", "voice"}
"""What the wikis' authors wrote, in titles, tags and text, and the program happens to say too."""


def test_a_copy_speaks_the_language_that_was_chosen(tmp_path: Path) -> None:
    with importing.create_sample(tmp_path / "w.fanwiki") as wiki:
        for code in ("de", "en"):
            look = exporting.look_of(lang=code)
            exporting.export(wiki, tmp_path / code, viewer=CURATOR, look=look)
    pages = {code: (tmp_path / code / "all.html").read_text("utf-8") for code in ("de", "en")}
    assert '<html lang="de"' in pages["de"]
    assert "Alle Seiten" in pages["de"]
    assert "All pages" not in pages["de"]
    assert "All pages" in pages["en"]
    texts = [page.read_text("utf-8") for page in (tmp_path / "de").rglob("*.html")]
    assert any(re.search(r'id="[a-z-]*cast">Besetzung</h2>', text) for text in texts), "the label, not the anchor"
    assert any("Seiten, die hierher verlinken" in text for text in texts)


@pytest.fixture(scope="module")
def german_copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with copies of the sample and of a wiki of many grains, in German."""
    folder = tmp_path_factory.mktemp("german")
    with importing.create_sample(folder / "s.fanwiki") as wiki:
        exporting.export(wiki, folder / "sample", viewer=CURATOR, look=exporting.look_of(lang="de"))
    with make_leak_wiki(folder / "l.fanwiki") as wiki:
        exporting.export(wiki, folder / "leak", viewer=NEWCOMER, look=exporting.look_of(lang="de"))
    return folder


def test_nothing_in_a_german_copy_is_left_english(german_copies: Path) -> None:
    """What is shown by itself, in text or in a label for screen readers, is no English text of the program."""
    german = catalogue("de")
    known = {**german.texts, **german.stored, **german.labels}
    english = {text for text, other in known.items() if text != other} - OF_AUTHORS
    shown = re.compile(r'>([^<>]+)<|\s(?:title|alt|aria-label|placeholder)="([^"]+)"')
    found = {
        (text.strip(), path.name)
        for path in german_copies.rglob("*.html")
        for texts in shown.findall(path.read_text("utf-8"))
        for text in texts
        if text.strip() in english
    }
    assert found == set()


def test_checking_and_importing_speak_the_language_of_the_reader(tmp_path: Path) -> None:
    with make_leak_wiki(tmp_path / "w.fanwiki") as wiki:
        english = [finding.text for finding in checking.check(wiki).problems]
        with speaking(catalogue("de")):
            german = [finding.text for finding in checking.check(wiki).problems]
            outcome = importing.import_source(wiki, paths.resources() / "sample", dry_run=True)
            assert importing.summary(outcome).startswith("Würde")
    assert any("which nobody has written" in text for text in english)
    assert any("das niemand geschrieben hat" in text for text in german)
    assert set(english) & set(german) == set()


def test_a_copy_cannot_speak_an_unknown_language() -> None:
    with pytest.raises(FanwikiError, match="no language"):
        exporting.look_of(lang="xx")
