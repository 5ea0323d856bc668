"""Text that nobody on this project wrote is derived, masked, renamed, written and read without an error or a loss."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from corpus_files import corpus
from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.derive import derive, link_targets
from fanwiki.markup.frontmatter import read_markdown, write_markdown
from fanwiki.markup.redact import redact
from fanwiki.markup.rewrite import rename_links

pytestmark = pytest.mark.corpus

ARTICLE = Kind("article", "Article", "Articles")
EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n", re.DOTALL | re.MULTILINE)


def through(source: PageSource) -> None:
    """Do everything with a page that is done with pages, and check what must hold for each."""
    document = derive(source, ARTICLE)
    assert {link.target for link in document.links} - {""} <= link_targets(source, ARTICLE)
    assert redact(source, ARTICLE, sees=lambda _: True) is source
    masked = redact(source, ARTICLE, sees=lambda gate: gate.is_open, gate_of=lambda title: Gate.of(title))
    assert not [link for link in derive(masked, ARTICLE).links if link.target]
    assert rename_links(source, ARTICLE, is_old=lambda _: False, new="New") is source
    assert read_markdown(write_markdown(source)) == (source, ())


def _examples() -> Iterator[str]:
    for name in ("commonmark/spec.txt", "gfm/spec.txt", "gfm/extensions.txt", "gfm/regression.txt"):
        text = (corpus("suites") / name).read_text("utf-8")
        yield from (match[1].replace("→", "\t") for match in EXAMPLE.finditer(text))


def _naughty() -> list[str]:
    strings: list[str] = json.loads((corpus("suites") / "blns" / "blns.json").read_text("utf-8"))
    return strings


def test_every_note_of_the_vaults_goes_through() -> None:
    notes = links = hidden = 0
    for path in sorted(corpus("obsidian").rglob("*.md")):
        with path.open(encoding="utf-8", newline="") as file:
            source, problems = read_markdown(file.read(), title=path.stem)
        assert not problems, path.name
        through(source)
        notes += 1
        links += len(derive(source, ARTICLE).links)
        hidden += redact(source, ARTICLE, sees=lambda gate: gate.is_open) is not source
    assert (notes, links, hidden) == (205, 1865, 0)


def test_every_example_of_commonmark_and_github_goes_through() -> None:
    examples = list(_examples())
    assert len(examples) > 1300
    for number, example in enumerate(examples):
        through(PageSource(f"Example {number}", body=example))


def test_naughty_strings_go_through_as_titles_fields_and_bodies() -> None:
    strings = _naughty()
    assert len(strings) > 480
    for naughty in strings:
        through(PageSource(naughty, "film", {naughty: naughty, "aliases": [naughty, {"value": naughty}]}, naughty))
        through(PageSource("All", body=f"# {naughty}\n\n- [[{naughty}]]\n\n> [!spoiler] {naughty}\n> ||{naughty}||"))


def test_naughty_strings_stay_hidden() -> None:
    for naughty in _naughty():
        if len(naughty.strip()) > 3 and not set("|`\n\r$%<>[]{}\\") & set(naughty):
            source = PageSource("Page", body=f"a ||{naughty}|| b\n\n> [!spoiler] F\n> {naughty}\n")
            shown = redact(source, ARTICLE, sees=lambda gate: gate.is_open)
            assert naughty.strip() not in shown.body.replace("#everything", "").replace("withheld", ""), naughty


def test_wikitext_is_no_markdown_and_goes_through_all_the_same() -> None:
    pages = sorted(path for path in corpus("wikitext").rglob("*") if path.suffix in (".wiki", ".txt", ".wikitext"))
    assert len(pages) > 50
    for path in pages:
        body = path.read_text("utf-8", errors="replace")
        derive(PageSource(path.stem, body=body), ARTICLE)
        assert redact(PageSource(path.stem, body=body), ARTICLE, sees=lambda _: True).body is body
