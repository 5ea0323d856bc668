"""What is exported as a MediaWiki dump and imported again says the same."""

from __future__ import annotations

import re
from pathlib import Path

from fanwiki.domain.viewer import CURATOR
from fanwiki.services import editing, exporting, importing, showing, wikis
from fanwiki.store.wiki_file import WikiFile

WORD = re.compile(r"\w+")


def words_of(wiki: WikiFile, title: str) -> list[str]:
    """Return the words of a body; what stands in tables below it comes of fields and is left out."""
    body = str(showing.as_json(wiki, title, CURATOR)["body"])
    return WORD.findall(re.sub(r"\[\[[^\[\]|]*\|", "", body.split("\n| ")[0].split("\n## Cast")[0]))


def test_pages_names_tags_links_and_texts_come_back(tmp_path: Path) -> None:
    with (
        importing.create_sample(tmp_path / "first.fanwiki") as first,
        wikis.create_wiki(tmp_path / "second.fanwiki") as second,
    ):
        exporting.export(first, tmp_path / "dump.xml", viewer=CURATOR, export_format="mediawiki")
        importing.import_source(second, tmp_path / "dump.xml")
        with first.reading(CURATOR) as reader:
            titles = [page.title for page in reader.pages.all()]
        for title in titles:
            before, after = showing.as_json(first, title, CURATOR), showing.as_json(second, title, CURATOR)
            assert after["title"] == title
            assert set(before["tags"]) == set(after["tags"]), title
            assert set(before["aliases"]) == set(after["aliases"]), title
            if "|" not in before["body"] and "```" not in before["body"] and "[!" not in before["body"]:
                assert words_of(second, title) == words_of(first, title), title
        film = showing.as_json(second, "We Can Be Heroes", CURATOR)
        assert film["kind"] == "film"
        assert film["fields"]["director"] == ["[[Robert Rodriguez]]"]
        assert film["fields"]["genre"] == ["superhero", "family", "adventure"]
        assert {"Ojo", "Andy Walken", "The invasion was a test"} <= set(film["links"])


def test_an_archive_with_the_files_comes_back_as_it_is(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        editing.attach(wiki, "ship.png", b"\x89PNG\r\n\x1a\nship")
        editing.save_markdown(wiki, "Ship", "Here: ![[ship.png]]")
        exporting.export(wiki, tmp_path / "dump.zip", viewer=CURATOR, export_format="mediawiki")
    with wikis.create_wiki(tmp_path / "again.fanwiki") as again:
        importing.import_source(again, tmp_path / "dump.zip")
        with again.reading(CURATOR) as reader:
            assert [row.name for row in reader.attachments.all()] == ["ship.png"]
            assert reader.attachments.get("ship.png").data.endswith(b"ship")
            assert reader.pages.find("Ship") is not None
