"""Real wikis as web pages: no link and no anchor of any page leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle_links import broken_links
from corpus_files import corpus
from fanwiki.domain.viewer import CURATOR
from fanwiki.services import exporting, importing, wikis

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize(
    "name", ["obsidian/obsidian-help", "mediawiki/mw-osrs/OldSchoolRuneScape-SpecialExport.xml"], ids=["help", "osrs"]
)
def test_every_link_of_every_page_leads_somewhere(name: str, tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        importing.import_source(wiki, corpus(name))
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
    assert len(list(tmp_path.glob("b/p/*.html"))) > 60
    assert broken_links(tmp_path / "b") == []
