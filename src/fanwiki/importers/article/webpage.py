"""An article saved as a web page. trafilatura finds the readable text and what the page says of itself.

Scored against the expected text of Mozilla's test pages, `favor_recall` does best (see the tests): it keeps lists
and tables, which is where the casts stand. Links are left out: kept, they tear sentences apart and their spaces away.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from fanwiki.domain.title import fold_spaces
from fanwiki.errors import SourceError
from fanwiki.importers.article.blocks import Article, Block, Role, escape, escape_line
from fanwiki.wording import say

MAX_BYTES = 30 * 1024 * 1024
"""A saved page's text with all its scripts stays well below."""

_EMPHASIS = {"#i": "*", "#b": "**", "#t": "`", "#u": ""}


def read_webpage(data: bytes, *, name: str) -> Article:
    """Read an article from a saved page.

    Raises:
        SourceError: There is no readable text in it.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(
            say("%1 is too large for an article.", name), "Save the page without its pictures and scripts."
        )
    document, shown = _extracted(data)
    if document is None or document.body is None:
        raise SourceError(
            say("%1 has no readable text.", name), "Save the article itself, or copy its text into a text file."
        )
    title = _headline(fold_spaces(document.title or ""), shown)
    blocks = [block for block in _blocks(document.body) if block.text]
    if blocks and blocks[0].role is Role.HEADING and fold_spaces(blocks[0].text).casefold() == title.casefold():
        del blocks[0]
    return Article(
        title=title or name,
        blocks=tuple(blocks),
        authors=tuple(fold_spaces(author) for author in (document.author or "").split(";") if author.strip()),
        published=document.date or "",
        site=fold_spaces(document.sitename or ""),
        url=document.url or "",
        byline=fold_spaces(document.author or ""),
    )


def _extracted(data: bytes) -> tuple[Any, list[str]]:
    """Return what trafilatura finds in a page, None for nothing, and what the page calls itself."""
    from trafilatura import bare_extraction, load_html  # half a second of imports, paid only here

    # What it cannot parse is told in the user's words and not in a log.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    is_whole = re.search(rb"<html|<!doctype", data[:4096], re.IGNORECASE)
    tree: Any = load_html(data if is_whole else b"<html><body>" + data)
    if tree is None:
        return None, []
    head = tree.find("head")
    shown = _shown_titles(head) if head is not None else []
    document = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        favor_recall=True,
    )
    return document, shown


def _shown_titles(head: etree._Element) -> list[str]:
    """Return what the page calls itself, best first."""
    named = [meta.get("content", "") for meta in head.iter("meta") if meta.get("property") == "og:title"]
    return [fold_spaces(title) for title in (*named, head.findtext("title") or "") if title.strip()]


def _headline(found: str, shown: list[str]) -> str:
    """Return the headline: a heading that the page's own title does not know may be a teaser's or the site's."""
    if not found or not shown or any(_bare(found) in _bare(title) or _bare(title) in _bare(found) for title in shown):
        return found
    return shown[0]


def _bare(title: str) -> str:
    return re.sub(r"\W+", " ", title).strip().casefold()


def _blocks(body: etree._Element) -> Iterator[Block]:
    """Yield the blocks of the text, with what stands loose between them."""
    if body.tag != "body":
        yield _block(Role.PARAGRAPH, body)
        return
    yield from _loose(body.text)
    for element in body:
        yield from _element(element, 0)
        yield from _loose(element.tail)


def _loose(text: str | None) -> Iterator[Block]:
    plain = fold_spaces(text or "")
    if plain:
        yield Block(Role.PARAGRAPH, plain, escape_line(plain))


def _element(element: etree._Element, depth: int) -> Iterator[Block]:
    """Yield the blocks of one element of trafilatura's tree."""
    match element.tag:
        case "head":
            yield _block(Role.HEADING, element, level=int(element.get("rend", "h2")[1:] or 2))
        case "list":
            yield from _list(element, depth)
        case "table":
            yield from _table(element)
        case "quote":
            paragraphs = [child for child in element if child.tag in ("p", "list", "quote", "head")]
            for part in paragraphs or [element]:
                yield _block(Role.QUOTE, part)
        case "code":
            yield Block(Role.CODE, "".join(element.itertext()).strip("\n"))
        case "graphic" | "lb":
            return
        case _:
            yield from _paragraphs(element)


def _list(element: etree._Element, depth: int) -> Iterator[Block]:
    for item in element:
        if item.tag == "list":
            yield from _list(item, depth + 1)
            continue
        yield _block(Role.ITEM, item, level=depth, ordered=element.get("rend") == "ol")
        for inner in item.findall("list"):
            yield from _list(inner, depth + 1)


def _table(element: etree._Element) -> Iterator[Block]:
    for row in element.iter("row"):
        cells = row.findall("cell")
        texts = tuple(fold_spaces(" ".join(cell.itertext())) for cell in cells)
        if any(texts):
            head = all(cell.get("role") == "head" for cell in cells)
            yield Block(Role.ROW, " | ".join(texts), cells=texts, ordered=head)


def _paragraphs(element: etree._Element) -> Iterator[Block]:
    """Yield a paragraph, parted where the page breaks its lines twice or where lines form a list."""
    inner = [child for child in element if child.tag in ("list", "table", "quote", "head", "p")]
    if inner:
        own = _block(Role.PARAGRAPH, element, without=tuple(str(child.tag) for child in inner))
        if own.text:
            yield own
        for child in inner:
            yield from _element(child, 0)
        return
    lines = _lines(element)
    short = len(lines) > 1 and all(len(line.text) <= 80 for line in lines)
    if short:
        yield from lines
    else:
        yield _block(Role.PARAGRAPH, element)


def _lines(element: etree._Element) -> list[Block]:
    """Return the lines of a paragraph that line breaks part."""
    text, markdown, titles = _inline(element, break_mark="\n")
    texts, shown = text.split("\n"), markdown.split("\n")
    if len(texts) != len(shown):
        return [_block(Role.PARAGRAPH, element)]
    return [
        Block(Role.PARAGRAPH, fold_spaces(line), fold_spaces(mark), titles=titles)
        for line, mark in zip(texts, shown, strict=True)
        if line.strip()
    ]


def _block(
    role: Role, element: etree._Element, *, level: int = 0, ordered: bool = False, without: tuple[str, ...] = ("list",)
) -> Block:
    text, markdown, titles = _inline(element, without=without)
    plain = fold_spaces(text)
    shown = fold_spaces(markdown)
    if shown == escape(plain):
        shown = escape_line(plain)
    return Block(role, plain, shown, level=level, titles=titles, ordered=ordered)


def _inline(
    element: etree._Element, *, without: tuple[str, ...] = (), break_mark: str = " "
) -> tuple[str, str, tuple[str, ...]]:
    """Return the element's plain text, its Markdown, and the words set in italics."""
    texts, shown = [element.text or ""], [escape(element.text or "")]
    titles: list[str] = []
    for child in element:
        found: tuple[str, ...] = ()
        if child.tag == "lb":
            inner, mark = break_mark, break_mark
        elif child.tag in without:
            inner, mark = " ", " "
        else:
            inner, mark, found = _inline(child, without=without, break_mark=break_mark)
            mark = _dressed(child, mark)
        if child.get("rend") == "#i" and inner.strip():
            titles.append(fold_spaces(inner))
        titles.extend(found)
        texts += [inner, child.tail or ""]
        shown += [mark, escape(child.tail or "")]
    return "".join(texts), "".join(shown), tuple(titles)


def _dressed(element: etree._Element, markdown: str) -> str:
    """Return the Markdown with the emphasis of its element."""
    inner = markdown.strip()
    if not inner or "\n" in inner:
        return markdown
    before, after = markdown[: len(markdown) - len(markdown.lstrip())], markdown[len(markdown.rstrip()) :]
    if element.tag == "hi":
        mark = _EMPHASIS.get(element.get("rend", ""), "")
        return f"{before}{mark}{inner}{mark}{after}" if mark != "`" else markdown
    if element.tag == "del":
        return f"{before}~~{inner}~~{after}"
    return markdown
