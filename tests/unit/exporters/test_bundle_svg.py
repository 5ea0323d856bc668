"""Drawings in a bundle are harmless to open, and untouched when they were harmless."""

from __future__ import annotations

import pytest

from fanwiki import paths
from fanwiki.exporters.html.svg import UNREADABLE, clean_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.parametrize("path", sorted((paths.resources() / "sample").rglob("*.svg")), ids=lambda path: path.stem)
def test_a_harmless_drawing_stays_as_it_is_to_the_byte(path: object) -> None:
    data = path.read_bytes()  # type: ignore[attr-defined]
    assert clean_svg(data) == data


@pytest.mark.parametrize(
    "content",
    [
        '<circle r="1" fill="url(#a)"/><use href="#b"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a { fill: url(#b) } </style>",
        "<!-- a comment --><text>script on=5 href</text>",
        '<animate attributeName="opacity" to="0"/>',
    ],
)
def test_what_leads_nowhere_is_kept(content: str) -> None:
    data = SVG.format(content).encode()
    assert clean_svg(data) == data


@pytest.mark.parametrize(
    ("content", "gone"),
    [
        ("<script>alert(1)</script>", b"alert"),
        ("<SCRIPT>alert(1)</SCRIPT>", b"alert"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', b"alert"),
        ('<circle r="1" onclick="alert(1)"/>', b"alert"),
        ('<circle r="1" ONLOAD="alert(1)"/>', b"alert"),
        ('<a href="javascript:alert(1)"><text>x</text></a>', b"alert"),
        ('<a xlink:href="https://evil.example/"><text>x</text></a>', b"evil"),
        ('<image href="https://evil.example/a.png"/>', b"evil"),
        ('<image href="//evil.example/a.png"/>', b"evil"),
        ('<image href="data:image/svg+xml,evil"/>', b"evil"),
        ('<use href="file.svg#evil"/>', b"evil"),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>evil</body></foreignObject>", b"evil"),
        ("<iframe src='https://evil.example'/>", b"evil"),
        ("<style>@import 'https://evil.example/a.css';</style>", b"evil"),
        ("<style>.a { fill: url( 'https://evil.example/a') }</style>", b"evil"),
        ("<style>.a { fill: u\\72l(https://evil.example/a) }</style>", b"evil"),
        ('<circle style="fill: url(https://evil.example/a)"/>', b"evil"),
        ('<circle fill="url(&#104;ttps://evil.example/a)"/>', b"evil"),
        ('<a><set attributeName="href" to="javascript:alert(1)"/></a>', b"alert"),
        ('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>', b"alert"),
        ('<g xml:base="https://evil.example/"><circle r="1"/></g>', b"evil"),
        ("<?xml-stylesheet href='https://evil.example/a.css'?>", b"evil"),
    ],
)
def test_what_acts_or_leads_out_is_taken_out_and_the_rest_is_kept(content: str, gone: bytes) -> None:
    cleaned = clean_svg(SVG.format(f'<rect width="3"/>{content}<rect width="4"/>').encode())
    assert gone not in cleaned
    assert b'<rect width="3"/>' in cleaned
    assert b'<rect width="4"/>' in cleaned
    assert clean_svg(cleaned) == cleaned


@pytest.mark.parametrize(
    "data",
    [
        b"<svg><script>",
        b"<!-- no drawing -->",
        b"<script xmlns='http://www.w3.org/2000/svg'>alert(1)</script>",
        b"href \x00\x01\x02",
        b"<svg onload='alert(1)'",
    ],
)
def test_what_is_no_drawing_is_replaced(data: bytes) -> None:
    assert clean_svg(data) == UNREADABLE


def test_entities_and_stylesheets_before_the_drawing_are_taken_out() -> None:
    data = (
        b"<?xml version='1.0'?><?xml-stylesheet href='https://evil.example/a.css'?>"
        b"<!DOCTYPE svg [<!ENTITY x 'evil'>]>" + SVG.format("<text>a&x;b</text><rect/>").encode()
    )
    cleaned = clean_svg(data)
    assert b"evil" not in cleaned
    assert b"<rect/>" in cleaned


def test_another_encoding_hides_nothing() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + SVG.format("<script>alert(1)</script><rect/>")
    cleaned = clean_svg(text.encode("utf-16"))
    assert b"alert" not in cleaned
    assert b"<rect/>" in cleaned
