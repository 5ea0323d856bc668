"""What a wiki is called stands in its file and on all its copies, whatever the file is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from libzim.reader import Archive

from fanwiki.domain.viewer import NEWCOMER
from fanwiki.errors import FanwikiError
from fanwiki.services import editing, exporting, importing, wiki_title, wikis
from fanwiki.store.wiki_file import WikiFile

DUMP = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
<siteinfo><sitename>Spy  Kids Wiki</sitename><case>first-letter</case></siteinfo>
<page><title>Juni</title><ns>0</ns><id>1</id><revision><id>2</id><timestamp>2020-01-01T00:00:00Z</timestamp>
<contributor><username>Ann</username></contributor><model>wikitext</model><format>text/x-wiki</format>
<text xml:space="preserve">A spy.</text></revision></page></mediawiki>
"""


def make_wiki(folder: Path, title: str) -> WikiFile:
    wiki = wikis.create_wiki(folder / "w.fanwiki")
    editing.save_markdown(wiki, "Home", "Welcome.")
    wiki_title.put_title(wiki, title)
    return wiki


def test_the_name_of_the_file_stands_in(tmp_path: Path) -> None:
    with make_wiki(tmp_path, "") as wiki:
        assert (wiki_title.own_title(wiki), wiki_title.title_of(wiki)) == ("", "w")
        wiki_title.put_title(wiki, "  Heroes\n Wiki ")
        assert wiki_title.title_of(wiki) == "Heroes Wiki"
    with wikis.open_wiki(tmp_path / "w.fanwiki") as wiki:
        assert wiki_title.title_of(wiki) == "Heroes Wiki"


def test_a_title_is_one_short_line(tmp_path: Path) -> None:
    with make_wiki(tmp_path, "Heroes") as wiki:
        with pytest.raises(FanwikiError) as told:
            wiki_title.put_title(wiki, "x" * 121)
        assert "120" in told.value.hint
        assert wiki_title.title_of(wiki) == "Heroes"
        wiki_title.put_title(wiki, "x" * 120)


def test_web_pages_have_it_in_their_heads_and_on_the_first_page(tmp_path: Path) -> None:
    with make_wiki(tmp_path, "Heroes <3 Wiki") as wiki:
        exporting.export(wiki, tmp_path / "copy", viewer=NEWCOMER)
        first = (tmp_path / "copy" / "index.html").read_text("utf-8")
        assert "<title>Heroes &lt;3 Wiki</title>" in first
        assert "<h1><bdi>Heroes &lt;3 Wiki</bdi></h1>" in first
        assert "Heroes &lt;3 Wiki</title>" in (tmp_path / "copy" / "all.html").read_text("utf-8")
        exporting.export(wiki, tmp_path / "one.html", viewer=NEWCOMER, export_format="single")
        assert "Heroes &lt;3 Wiki" in (tmp_path / "one.html").read_text("utf-8")
        exporting.export(wiki, tmp_path / "copy", viewer=NEWCOMER, look=exporting.look_of(title="Another"))
        assert "Heroes" not in (tmp_path / "copy" / "index.html").read_text("utf-8")
        wiki_title.put_title(wiki, "Renamed")
        exporting.export(wiki, tmp_path / "copy", viewer=NEWCOMER, incremental=True)
    again = (tmp_path / "copy" / "index.html").read_text("utf-8")
    assert "<title>Renamed</title>" in again
    assert "<h1><bdi>Renamed</bdi></h1>" in again


def test_the_main_page_of_a_mediawiki_opens_a_copy_too(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        editing.save_markdown(wiki, "Main Page", "Welcome, reader.")
        editing.save_markdown(wiki, "Juni", "A #spy.")
        exporting.export(wiki, tmp_path / "copy", viewer=NEWCOMER)
        assert "Welcome, reader." in (tmp_path / "copy" / "index.html").read_text("utf-8")
        editing.save_markdown(wiki, "Home", "At home.")
        exporting.export(wiki, tmp_path / "copy", viewer=NEWCOMER)
        assert "At home." in (tmp_path / "copy" / "index.html").read_text("utf-8")


def test_a_first_page_is_made_where_the_wiki_has_none(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "spies.fanwiki") as wiki:
        editing.save_markdown(wiki, "Juni", "A #spy.")
        exporting.export(wiki, tmp_path / "copy", viewer=NEWCOMER)
    first = (tmp_path / "copy" / "index.html").read_text("utf-8")
    assert "<h1><bdi>spies</bdi></h1>" in first
    assert "#spy" in first


def test_books_and_dumps_have_it(tmp_path: Path) -> None:
    with make_wiki(tmp_path, "Heroes & Co") as wiki:
        exporting.export(wiki, tmp_path / "b.epub", viewer=NEWCOMER, export_format="epub")
        exporting.export(wiki, tmp_path / "d.xml", viewer=NEWCOMER, export_format="mediawiki")
        exporting.export(wiki, tmp_path / "z.zim", viewer=NEWCOMER, export_format="zim")
    with zipfile.ZipFile(tmp_path / "b.epub") as book:
        package = next(name for name in book.namelist() if name.endswith(".opf"))
        assert "Heroes &amp; Co</dc:title>" in book.read(package).decode()
    assert "<sitename>Heroes &amp; Co</sitename>" in (tmp_path / "d.xml").read_text("utf-8")
    assert bytes(Archive(tmp_path / "z.zim").get_metadata("Title")).decode() == "Heroes & Co"


def test_an_import_brings_what_its_source_is_called_where_the_wiki_has_no_title(tmp_path: Path) -> None:
    (tmp_path / "dump.xml").write_text(DUMP, "utf-8")
    with make_wiki(tmp_path, "") as wiki:
        importing.import_source(wiki, tmp_path / "dump.xml", dry_run=True)
        assert wiki_title.own_title(wiki) == ""
        importing.import_source(wiki, tmp_path / "dump.xml")
        assert wiki_title.own_title(wiki) == "Spy Kids Wiki"
        wiki_title.put_title(wiki, "Mine")
        importing.import_source(wiki, tmp_path / "dump.xml")
        assert wiki_title.own_title(wiki) == "Mine"
        exporting.export(wiki, tmp_path / "again.xml", viewer=NEWCOMER, export_format="mediawiki")
    with wikis.create_wiki(tmp_path / "again.fanwiki") as again:
        importing.import_source(again, tmp_path / "again.xml")
        assert wiki_title.own_title(again) == "Mine"


def test_a_tiddlywiki_brings_its_title(tmp_path: Path) -> None:
    folder = tmp_path / "tiddlers"
    folder.mkdir()
    (folder / "site.tid").write_text("title: $:/SiteTitle\n\nMy ~Notes\n", "utf-8")
    (folder / "one.tid").write_text("title: One\n\nText\n", "utf-8")
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        importing.import_source(wiki, folder, source_format="tiddlywiki")
        assert wiki_title.own_title(wiki).startswith("My")
