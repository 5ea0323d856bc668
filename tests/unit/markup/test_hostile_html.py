"""Nothing that runs, loads or breaks out survives rendering; `tests/browser` tries the same in a browser."""

from __future__ import annotations

import pytest

from fanwiki.markup.inline import inline_html
from fanwiki.markup.render import Renderer
from hostile_html import IN_HTML, IN_MARKDOWN
from html_audit import faults

ALL = IN_HTML | IN_MARKDOWN


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


@pytest.mark.parametrize("name", ALL)
def test_hostile_text_becomes_harmless_html(renderer: Renderer, name: str) -> None:
    text = ALL[name]
    for body in (text, f"before {text} after", f"> [!note] x\n> {text}", f"- {text}"):
        rendered = renderer.body(body)
        assert not rendered.notice
        assert faults(rendered.html) == []
    assert faults(inline_html(text)) == []


@pytest.mark.parametrize("name", IN_HTML)
def test_the_audit_sees_what_hostile_html_holds(name: str) -> None:
    """Control: raw, each has something that no page may hold."""
    assert faults(IN_HTML[name]) or name == "half a tag"  # which only a browser completes
