"""The renderer and the scanner read the same Markdown: what links lead to is there, what is a tag is shown as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import pytest

from corpus_files import corpus
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.derive import derive
from fanwiki.markup.render import Renderer
from fanwiki.markup.scan import scan
from html_audit import faults

pytestmark = pytest.mark.corpus

ARTICLE = Kind("article", "Article", "Articles")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_WIKI = re.compile(r'(?:href|src)="wiki:([^"#]*)|data-embed="([^"#]*)')
_TAG = re.compile(r'<a href="tag:[^"]*" class="tag">#([^<]*)</a>')
_BLOCK_ID = re.compile(r' id="b-([^"]*)"')


def _bodies() -> Iterator[tuple[str, str]]:
    for path in sorted(corpus("obsidian").rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        yield path.name, _FRONT_MATTER.sub("", text)


def test_real_vaults_read_the_same() -> None:
    headings = links = tags = ids = 0
    with Renderer() as renderer:
        for name, body in _bodies():
            rendered = renderer.body(body)
            html = rendered.html
            found = scan(body)
            document = derive(PageSource(name, "article", {}, body), ARTICLE)
            assert not rendered.notice, name
            assert faults(html) == [], name
            assert [f"s-{row.anchor}" for row in document.headings] == [row.id for row in rendered.headings], name
            assert [" ".join(row.text.split()) for row in rendered.headings] == [row.text for row in document.headings]
            targets = Counter(unquote(unescape(link or embed)) for link, embed in _WIKI.findall(html))
            assert targets == Counter(span.link.target for span in found.links), name
            assert _TAG.findall(html) == [tag.text for tag in found.tags], name
            assert set(_BLOCK_ID.findall(html)) == {place.text.casefold() for place in found.ids}, name
            headings += len(document.headings)
            links += len(found.links)
            tags += len(found.tags)
            ids += len(found.ids)
    assert (headings, links, tags, ids) == (1435, 1865, 13, 16)
