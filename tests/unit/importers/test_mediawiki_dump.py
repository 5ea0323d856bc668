"""The XML of dumps: every version, every packing, everything that is made to do harm."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
from collections.abc import Callable
from pathlib import Path

import py7zr
import pytest
import zstandard
from dump_making import MadePage, MadeRevision, dump_text, page, write_dump

from fanwiki.errors import SourceError
from fanwiki.importers.mediawiki.dump import Broken, PageEnd, PageHead, Revision, SiteInfo, read_events
from watchdog import must_end

HEROES = [page("Wheels", "A '''boy'''."), page("Lava & <Shark>", "x < y & z")]


def events_of(path: Path, kind: type) -> list[object]:
    return [event for event in read_events(path) if isinstance(event, kind)]


def titles_of(path: Path) -> list[str]:
    return [event.title for event in read_events(path) if isinstance(event, PageHead)]


def test_a_dump_is_its_site_and_its_pages_in_order(tmp_path: Path) -> None:
    site, head, revision, end, *rest = read_events(write_dump(tmp_path / "d.xml", HEROES))
    assert isinstance(site, SiteInfo)
    assert (site.name, site.language, site.version) == ("Heroes Wiki", "en", "0.11")
    assert (10, "Template") in site.namespaces
    assert head == PageHead("Wheels", 0, "1")
    assert isinstance(revision, Revision)
    assert (revision.text, revision.author, revision.model) == ("A '''boy'''.", "Wheels", "wikitext")
    assert isinstance(end, PageEnd)
    assert isinstance(rest[1], Revision)
    assert rest[1].text == "x < y & z"


@pytest.mark.parametrize("version", ["0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "0.10", "0.11"])
def test_every_version_is_read_by_local_names(tmp_path: Path, version: str) -> None:
    path = write_dump(tmp_path / "d.xml", HEROES, version=version)
    assert titles_of(path) == ["Wheels", "Lava & <Shark>"]


def test_an_old_dump_says_less(tmp_path: Path) -> None:
    path = tmp_path / "old.xml"
    path.write_text(
        "<mediawiki><page><title>A</title><revision><timestamp>2005-07-09T18:41:10Z</timestamp><contributor>"
        "<ip>1.2.3.4</ip></contributor><minor/><text>hi</text></revision></page></mediawiki>"
    )
    head, revision, _ = read_events(path)
    assert head == PageHead("A")
    assert revision == Revision(time="2005-07-09T18:41:10Z", author="1.2.3.4", text="hi")


def seven_zip(data: bytes, path: Path) -> None:
    with py7zr.SevenZipFile(path, "w") as archive:
        archive.writestr(b"about this dump", "readme.txt")
        archive.writestr(data, "dump.xml")


PACKED: dict[str, Callable[[bytes, Path], object]] = {
    "gz": lambda data, path: path.write_bytes(gzip.compress(data)),
    "bz2": lambda data, path: path.write_bytes(bz2.compress(data)),
    "xz": lambda data, path: path.write_bytes(lzma.compress(data)),
    "zst": lambda data, path: path.write_bytes(zstandard.compress(data)),
    "7z": seven_zip,
}


@pytest.mark.parametrize("ending", PACKED)
def test_every_packing_is_known_by_its_content(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "dump.bin"
    PACKED[ending](dump_text(HEROES).encode(), path)
    assert titles_of(path) == ["Wheels", "Lava & <Shark>"]


@pytest.mark.parametrize("ending", PACKED)
def test_a_cut_archive_gives_what_was_before_and_says_so(tmp_path: Path, ending: str) -> None:
    pages = [page(f"Page {number}", os.urandom(500).hex()) for number in range(300)]
    path = tmp_path / "dump.bin"
    PACKED[ending](dump_text(pages).encode(), path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    if ending == "7z":  # its list of files stands at the end
        with pytest.raises(SourceError, match="no 7z archive"):
            list(read_events(path))
        return
    events = list(read_events(path))
    assert isinstance(events[-1], Broken)
    assert events[-1].code == "truncated"
    assert sum(isinstance(event, PageEnd) for event in events) < 300


def test_a_damaged_7z_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dump.7z"
    seven_zip(dump_text([page("A", os.urandom(50_000).hex())]).encode(), path)
    data = bytearray(path.read_bytes())
    data[20_000:20_100] = bytes(100)
    path.write_bytes(data)
    assert isinstance(list(read_events(path))[-1], Broken)


def test_a_7z_archive_without_a_dump_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.7z"
    with py7zr.SevenZipFile(path, "w") as archive:
        archive.writestr(b"a", "a.xml")
        archive.writestr(b"b", "b.xml")
    with pytest.raises(SourceError, match="2 files where one dump is due"):
        list(read_events(path))


def test_reading_may_stop_in_the_middle_of_a_7z_archive(tmp_path: Path) -> None:
    path = tmp_path / "dump.7z"
    seven_zip(dump_text(page(f"P{number}", "x" * 5000) for number in range(500)).encode(), path)
    events = read_events(path)
    next(events)
    events.close()  # type: ignore[attr-defined]


def test_a_truncated_dump_names_the_page_it_breaks_in(tmp_path: Path) -> None:
    path = tmp_path / "cut.xml"
    path.write_text(dump_text(HEROES)[:-120])
    (broken,) = events_of(path, Broken)
    assert broken == Broken(
        "truncated", "cut.xml is cut off in the page “Lava & <Shark>”; what comes after is not there."
    )


def test_what_is_no_xml_from_some_line_on_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bad.xml"
    path.write_text(dump_text(HEROES).replace("</mediawiki>", "<page><title>&what;</title></page></mediawiki>"))
    assert titles_of(path)[:2] == ["Wheels", "Lava & <Shark>"]
    (broken,) = events_of(path, Broken)
    assert isinstance(broken, Broken)
    assert broken.code == "broken-xml"


BOMB = (
    '<!DOCTYPE m [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<mediawiki><page><title>&c;</title></page></mediawiki>"
)
EXTERNAL = (
    '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><mediawiki><page><title>&x;</title></page></mediawiki>'
)


@pytest.mark.parametrize("text", [BOMB, EXTERNAL, '<!DOCTYPE m SYSTEM "http://127.0.0.1/x.dtd"><mediawiki/>'])
def test_a_document_type_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bomb.xml"
    path.write_text(text)
    with pytest.raises(SourceError, match="document type"):
        list(read_events(path))


@pytest.mark.parametrize(
    "text", [f'<mediawiki a="{"x" * 60_000_000}"/>', f"<mediawiki><{'x' * 30_000_000}/></mediawiki>"]
)
def test_a_giant_attribute_or_name_is_refused_at_once(tmp_path: Path, text: str) -> None:
    path = tmp_path / "giant.xml"
    path.write_text(text)
    with must_end(), pytest.raises(SourceError, match="millions of characters"):
        list(read_events(path))


def test_elements_nested_without_end_are_no_dump(tmp_path: Path) -> None:
    path = tmp_path / "deep.xml"
    path.write_text("<mediawiki>" + "<a>" * 200_000)
    assert isinstance(list(read_events(path))[-1], Broken)


def test_another_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.xml"
    path.write_text("<html><body/></html>")
    with pytest.raises(SourceError, match="begins with <html>"):
        list(read_events(path))


@pytest.mark.parametrize("data", [b"", bytes(5000), b"\x89PNG" + bytes(range(256)), b"just text"])
def test_what_is_no_xml_at_all_holds_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "thing.xml"
    path.write_bytes(data)
    assert [type(event) for event in read_events(path)] == [Broken]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_of_byte_order_are_followed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "d.xml"
    path.write_bytes(dump_text([page("Ärger ☃", "é")]).encode(encoding))
    assert titles_of(path) == ["Ärger ☃"]


def test_a_declared_encoding_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "d.xml"
    path.write_bytes(b'<?xml version="1.0" encoding="ISO-8859-1"?>\n' + dump_text([page("Café")]).encode("latin-1"))
    assert titles_of(path) == ["Café"]


def test_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.xml"
    path.write_bytes(b'<?xml version="1.0" encoding="klingon"?><mediawiki/>')
    with pytest.raises(SourceError, match="encoding “klingon”"):
        list(read_events(path))


def test_bytes_in_a_wrong_encoding_and_control_characters_are_mended_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "d.xml"
    path.write_bytes(dump_text([page("Café", "a\x00b\x08c")]).encode("cp1252"))
    counts: list[int] = []
    (revision,) = (event for event in read_events(path, counts.append) if isinstance(event, Revision))
    assert titles_of(path) == ["Café"]
    assert revision.text == "a\ufffdb\ufffdc"
    assert counts == [3]


def test_a_wrong_byte_at_the_edge_of_a_piece_is_mended_too(tmp_path: Path) -> None:
    text = dump_text([page("A", "é" * 70_000 + "END")]).encode("cp1252")
    (tmp_path / "d.xml").write_bytes(text)
    (revision,) = events_of(tmp_path / "d.xml", Revision)
    assert isinstance(revision, Revision)
    assert revision.text == "é" * 70_000 + "END"


def test_a_page_of_ten_million_characters_is_read(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "d.xml", [page("Big", "word " * 2_200_000), page("Next")])
    revision = events_of(path, Revision)[0]
    assert isinstance(revision, Revision)
    assert (len(revision.text), revision.cut) == (11_000_000, False)
    assert titles_of(path) == ["Big", "Next"]


def test_a_page_beyond_any_wiki_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanwiki.importers.mediawiki.dump.MAX_TEXT", 1000)
    path = write_dump(tmp_path / "d.xml", [page("Big", "word \n" * 2000), page("Next", "small")])
    big, small = events_of(path, Revision)
    assert isinstance(big, Revision)
    assert isinstance(small, Revision)
    assert (big.cut, small.cut) == (True, False)
    assert len(big.text) <= 1000


def test_revisions_come_one_by_one(tmp_path: Path) -> None:
    revisions = [MadeRevision(f"text {number}", number, comment=f"edit {number}") for number in range(5)]
    path = write_dump(tmp_path / "d.xml", [MadePage("A", revisions)])
    found = events_of(path, Revision)
    assert [event.comment for event in found if isinstance(event, Revision)] == [f"edit {n}" for n in range(5)]
