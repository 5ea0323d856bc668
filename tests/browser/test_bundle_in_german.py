"""A copy in German: what its scripts say is German too, and came with the copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bundle_watch import Watch
from fanwiki.domain.viewer import NEWCOMER
from fanwiki.services import exporting
from leak_wiki import make_leak_wiki

pytestmark = pytest.mark.browser


def test_what_scripts_say_is_german(chromium: Browser, tmp_path: Path) -> None:
    dest = tmp_path / "Kopie"
    with make_leak_wiki(tmp_path / "leak.fanwiki") as wiki:
        exporting.export(wiki, dest, viewer=NEWCOMER, for_all=True, look=exporting.look_of(lang="de"))
    context = chromium.new_context()
    page = context.new_page()
    Watch(dest).over(page)
    page.goto((dest / "search.html").as_uri() + "?q=ann")
    expect(page.locator(".search-told")).to_contain_text("Seite")
    expect(page.locator(".narrow > summary")).to_have_text("Eingrenzen")
    expect(page.locator(".readers > summary")).to_contain_text("Gesehene Filme: 0 von")
    expect(page.get_by_label("Farben")).to_contain_text("Hoher Kontrast")
    page.get_by_label("Wörter").fill("qqqqqq")
    expect(page.locator(".search-told")).to_contain_text("Nichts gefunden")
    page.goto((dest / "all.html").as_uri())
    box = page.get_by_role("combobox", name="Dieses Wiki durchsuchen")
    expect(box).to_have_attribute("placeholder", "Suche")
    box.fill("ann")
    expect(page.locator(".search-status")).to_contain_text("Seite")
    context.close()
    assert "Öffne index.html" in (dest / "README.txt").read_text("utf-8")
