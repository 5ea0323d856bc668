"""Files in the wiki: their names, types, sizes, bytes, and who sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_making import document, save

from fanwiki.domain.document import Link
from fanwiki.domain.gate import Gate
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import FanwikiError, NotFoundError
from fanwiki.store import media
from fanwiki.store.media import MAX_NAME_BYTES, attachment_name, media_type_of
from fanwiki.store.rows import AttachmentRow
from fanwiki.store.wiki_file import WikiFile

PNG = b"\x89PNG\r\n\x1a\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def test_a_file_is_read_back_as_it_was(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        row = writer.attachments.add("Poster.png", PNG + b"\x00data")
    assert (row.name, row.media_type, row.size) == ("Poster.png", "image/png", 13)
    with wiki.reading(CURATOR) as reader:
        kept = reader.attachments.get("poster.PNG")
        assert (kept.name, kept.data, kept.sha256) == ("Poster.png", PNG + b"\x00data", row.sha256)
        assert reader.attachments.find("poster.png") == row
        assert reader.attachments.count() == 1


def test_the_same_bytes_are_kept_once(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        first = writer.attachments.add("a.png", PNG)
        assert writer.attachments.add("a.png", PNG) == first
        second = writer.attachments.add("b.png", PNG)
        blobs = writer.snapshot.execute("SELECT count(*) FROM blob").scalar_one()
        assert (second.sha256, blobs, writer.attachments.count()) == (first.sha256, 1, 2)
        writer.attachments.remove("a.png")
        assert writer.attachments.get("b.png").data == PNG
        writer.attachments.remove("b.png")
        assert writer.snapshot.execute("SELECT count(*) FROM blob").scalar_one() == 0


def test_a_taken_name_gets_a_number(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        names = [writer.attachments.add("A.png", PNG + bytes([number])).name for number in range(3)]
    assert names == ["A.png", "A (2).png", "A (3).png"]


def test_replacing_keeps_the_name(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        writer.attachments.add("a.png", PNG)
        writer.attachments.replace("a.png", PNG + b"new")
        assert writer.attachments.get("a.png").data == PNG + b"new"
        assert writer.attachments.count() == 1
        assert writer.snapshot.execute("SELECT count(*) FROM blob").scalar_one() == 1


def test_a_file_that_is_not_there_is_told(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        with pytest.raises(NotFoundError, match="no file “x"):
            writer.attachments.get("x.png")
        with pytest.raises(NotFoundError):
            writer.attachments.remove("x.png")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("../../etc/x.png", "x.png"),
        ("C:\\windows\\x.png", "x.png"),
        ("CON.png", "_CON.png"),
        ("lpt1", "_lpt1"),
        ("a:b*c?.png", "a-b-c-.png"),
        ("  .hidden.png ", "hidden.png"),
        ("trailing.png. .", "trailing.png"),
        ("e\u0301.png", "\u00e9.png"),
        ("a\u202egnp.exe.png", "agnp.exe.png"),
        ("a\x00b\nc.png", "abc.png"),
        ("half \ud83d.png", "half -.png"),
        ("two  spaces.png", "two spaces.png"),
        ("[[x]]#^.png", "--x----.png"),
    ],
)
def test_names_are_made_such_that_every_system_carries_them(given: str, made: str) -> None:
    assert attachment_name(given) == made


@pytest.mark.parametrize("nothing", ["", "..", "a/", "\u200b", " . "])
def test_what_leaves_no_name_is_refused(nothing: str) -> None:
    with pytest.raises(FanwikiError, match="no name for a file"):
        attachment_name(nothing)


def test_a_long_name_keeps_its_extension(wiki: WikiFile) -> None:
    long = "é" * 300 + ".png"
    with wiki.writing() as writer:
        first = writer.attachments.add(long, PNG).name
        second = writer.attachments.add(long, PNG + b"x").name
    assert len(first.encode()) <= MAX_NAME_BYTES
    assert first.endswith("é.png")
    assert second.endswith(" (2).png")
    assert len(second.encode()) <= MAX_NAME_BYTES


@given(st.text())
def test_a_made_name_is_its_own_name(text: str) -> None:
    try:
        name = attachment_name(text)
    except FanwikiError:
        return
    assert attachment_name(name) == name
    assert 0 < len(name.encode()) <= MAX_NAME_BYTES
    assert not set(name) & set('/\\:*?"<>|#[]^\x00')


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", PNG, "image/png"),
        ("a.jpg", PNG, "image/png"),  # many a picture has the wrong ending
        ("a.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.gif", b"GIF89a", "image/gif"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("a.avif", b"\x00\x00\x00\x20ftypavif", "image/avif"),
        ("a.bmp", b"BM" + (30).to_bytes(4, "little") + bytes(24), "image/bmp"),
        ("a.svg", SVG, "image/svg+xml"),
        ("a.svg", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg:svg/>', "image/svg+xml"),
        ("a.mp3", b"ID3\x04", "audio/mpeg"),
        ("a.mp3", b"\xff\xfb\x90\x00\x00", "audio/mpeg"),
        ("a.wav", b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        ("a.flac", b"fLaC", "audio/flac"),
        ("a.ogg", b"OggS\x00", "audio/ogg"),
        ("a.ogv", b"OggS\x00" + b"\x80theora", "video/ogg"),
        ("a.m4a", b"\x00\x00\x00\x20ftypM4A ", "audio/mp4"),
        ("a.mp4", b"\x00\x00\x00\x20ftypisom", "video/mp4"),
        ("a.3gp", b"\x00\x00\x00\x20ftyp3gp4", "video/3gpp"),
        ("a.mov", b"\x00\x00\x00\x20ftypqt  ", "video/quicktime"),
        ("a.webm", b"\x1a\x45\xdf\xa3\x42\x82\x84webm", "video/webm"),
        ("a.mkv", b"\x1a\x45\xdf\xa3\x42\x82\x88matroska", "video/x-matroska"),
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("a.canvas", b'{"nodes": []}', "text/plain"),
        ("a.base", "views: é".encode(), "text/plain"),
    ],
)
def test_a_file_is_what_its_bytes_say(name: str, data: bytes, expected: str) -> None:
    assert media_type_of(name, data) == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ"),
        ("a.html", b"<html>"),
        ("noextension", PNG),
        ("a.png", b"<html><script>alert(1)</script>"),
        ("a.svg", b"<html><svg></svg></html>"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'),
        ("a.svg", b"<svgfoo/>"),
        ("a.png", b""),
        ("a.canvas", b"\xff\xfe\x00"),
        ("a.canvas", b"x\x00y"),
        ("a.bmp", b"BMx"),
    ],
)
def test_what_a_wiki_does_not_hold_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(FanwikiError) as refused:
        media_type_of(name, data)
    assert name in refused.value.text
    assert refused.value.hint


@given(st.sampled_from(sorted(media.MEDIA_TYPES)), st.binary(max_size=300))
def test_any_bytes_have_a_known_type_or_are_refused(extension: str, data: bytes) -> None:
    try:
        found = media_type_of(f"a.{extension}", data)
    except FanwikiError:
        return
    assert found in media.MEDIA_TYPES.values()


def test_recognising_a_hostile_drawing_takes_no_time() -> None:
    hostile = b"<!--" * 200_000 + b" " * 200_000
    with pytest.raises(FanwikiError):
        media_type_of("a.svg", hostile)


def test_a_file_may_be_64_megabytes_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MAX_SIZE", 1024 * 1024)
    assert media_type_of("a.png", PNG.ljust(1024 * 1024)) == "image/png"
    with pytest.raises(FanwikiError, match="1 MB is the most"):
        media_type_of("a.png", PNG.ljust(1024 * 1024 + 1))


GATE = Gate.of("Twist")
FAN = Viewer.who_has_seen(["Twist"])


def names(wiki: WikiFile, viewer: Viewer) -> list[str]:
    with wiki.reading(viewer) as reader:
        rows = reader.attachments.all()
        assert [reader.attachments.find(row.name) for row in rows] == rows
        assert reader.attachments.count() == len(rows)
        return [row.name for row in rows]


def test_a_file_is_seen_by_who_sees_something_that_shows_it(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        for name in ("linked.png", "field.png", "hidden.png", "hidden-page.png", "hidden-field.png", "unused.png"):
            writer.attachments.add(name, PNG)
    links = (
        Link("Linked.png", embed=True),
        Link("hidden.png", embed=True, gate=GATE),
        Link("field.png", embed=True, field="image"),
        Link("hidden-field.png", embed=True, field="image", gate=GATE),
    )
    page = save(wiki, document("A", links=links))
    save(wiki, document("B", gate=GATE, links=(Link("hidden-page.png", embed=True, gate=GATE),)))
    assert names(wiki, NEWCOMER) == ["field.png", "linked.png"]
    assert names(wiki, FAN) == ["field.png", "hidden-field.png", "hidden-page.png", "hidden.png", "linked.png"]
    assert len(names(wiki, CURATOR)) == 6
    with wiki.reading(NEWCOMER) as reader:
        with pytest.raises(NotFoundError):
            reader.attachments.get("hidden.png")
        assert [row.name for row in reader.attachments.mentioned_in([page.id])] == ["field.png", "linked.png"]
        assert reader.attachments.mentioned_in([]) == []
    with wiki.reading(CURATOR) as reader:
        assert "hidden-page.png" not in [row.name for row in reader.attachments.mentioned_in([page.id])]


def test_a_file_of_a_page_in_the_trash_is_the_curators(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        kept = writer.attachments.add("a.png", PNG)
    page = save(wiki, document("A", links=(Link("a.png", embed=True),)))
    assert names(wiki, NEWCOMER) == ["a.png"]
    with wiki.writing() as writer:
        writer.pages.move_to_trash(page.id)
    assert names(wiki, NEWCOMER) == []
    with wiki.reading(CURATOR) as reader:
        assert reader.attachments.all() == [AttachmentRow("a.png", "image/png", len(PNG), kept.sha256)]


def test_bytes_without_a_name_are_found_and_removed(wiki: WikiFile) -> None:
    with wiki.writing() as writer:
        writer.snapshot.connection.exec_driver_sql("INSERT INTO blob VALUES (?, ?)", (b"x" * 32, b"y"))
    with wiki.reading(CURATOR) as reader:
        assert {fault.code for fault in reader.soundness.problems()} == {"changed-file", "orphaned-bytes"}
    with wiki.writing() as writer:
        writer.begin_rebuild()
    with wiki.reading(CURATOR) as reader:
        assert reader.soundness.problems() == []
