"""Other people's collections of hostile text, through bodies and field values."""

from __future__ import annotations

import json

import pytest

from corpus_files import corpus
from fanwiki.markup.inline import inline_html
from fanwiki.markup.render import Renderer
from html_audit import faults

pytestmark = pytest.mark.corpus


def _payloads() -> list[str]:
    text = (corpus("suites/dompurify") / "payloads.json").read_text(encoding="utf-8")
    return [str(entry["payload"]) for entry in json.loads(text)]


def _naughty_strings() -> list[str]:
    return [str(text) for text in json.loads((corpus("suites/blns") / "blns.json").read_text(encoding="utf-8"))]


def test_no_known_payload_survives_cleaning() -> None:
    payloads = _payloads()
    assert len(payloads) == 223
    with Renderer() as renderer:
        for payload in payloads:
            for text in (payload, f"Some words {payload} and more"):
                rendered = renderer.body(text)
                assert not rendered.notice, payload
                assert faults(rendered.html) == [], payload
            assert faults(inline_html(payload)) == [], payload


def test_no_naughty_string_breaks_a_page() -> None:
    strings = _naughty_strings()
    assert len(strings) == 485
    with Renderer() as renderer:
        for text in strings:
            for body in (text, f"# {text}", f"- {text}", f"[[{text}]]", f"| {text} |\n|-|\n| {text} |"):
                rendered = renderer.body(body)
                assert not rendered.notice, text
                assert faults(rendered.html) == [], text
            assert faults(inline_html(text)) == [], text


def test_the_audit_sees_what_raw_payloads_hold() -> None:
    """Control: without cleaning, most payloads have something that no page may hold."""
    assert sum(map(_is_faulty, _payloads())) >= 180


def _is_faulty(html: str) -> bool:
    try:
        return bool(faults(html))
    except AssertionError:  # Python's parser gives up on it, which no clean HTML makes it do
        return True
