"""A copy in German: what the program says in it, not what the wiki's authors wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import FanwikiError
from fanwiki.services import exporting, importing


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


def test_a_copy_cannot_speak_an_unknown_language() -> None:
    with pytest.raises(FanwikiError, match="no language"):
        exporting.look_of(lang="xx")
