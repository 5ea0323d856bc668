"""Writes blocks as Markdown; what Markdown has no form for as HTML that our renderer shows."""

from __future__ import annotations

import re

from fanwiki.importers.mediawiki.wikitext.escape import markdown_text
from fanwiki.importers.mediawiki.wikitext.html_writer import HtmlWriter, holds_notes
from fanwiki.importers.mediawiki.wikitext.inline_writer import InlineWriter
from fanwiki.importers.mediawiki.wikitext.table_writer import is_simple, simple_table
from fanwiki.importers.mediawiki.wikitext.tree import (
    Block,
    Box,
    Cell,
    Gallery,
    Gated,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Rule,
    Table,
    Terms,
    Verbatim,
)

_TICKS = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_LANGUAGE = re.compile(r"[^\w+#.-]")
_INLINE = InlineWriter()
_HTML = HtmlWriter()


def blocks_text(blocks: list[Block]) -> str:
    """Return blocks as Markdown, parted by blank lines."""
    found: list[str] = []
    other = False
    for before, block in zip([None, *blocks], blocks, strict=False):
        # Two lists of one kind, one after the other, would be one list if they had the same signs.
        other = isinstance(block, Listing) and _are_alike(before, block) and not other
        text = _listing(block, other=other) if isinstance(block, Listing) else block_text(block)
        if text:
            found.append(text)
    return "\n\n".join(found)


def _are_alike(before: Block | None, block: Listing) -> bool:
    return isinstance(before, Listing) and before.ordered == block.ordered


def block_text(block: Block) -> str:  # noqa: PLR0911  (one line for each kind of block)
    """Return one block as Markdown."""
    if isinstance(block, Paragraph):
        return _INLINE.paragraph(block.parts)
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, Listing):
        return _listing(block, other=False)
    if isinstance(block, Quote):
        return _quoted(blocks_text(block.blocks))
    if isinstance(block, Table):
        return simple_table(block) if is_simple(block) else _table(block)
    if isinstance(block, Preformatted):
        return fenced(block.text, block.language)
    if isinstance(block, Verbatim):
        return _quoted(f"[!template]- {markdown_text(block.label)}\n{fenced(block.text, 'wikitext')}")
    if isinstance(block, Gated):
        return _gated(block)
    if isinstance(block, Picture):
        return _figure(block)
    if isinstance(block, Gallery):
        return _gallery(block)
    if isinstance(block, Terms):
        return _terms(block)
    return _box(block) if isinstance(block, Box) else "---" if isinstance(block, Rule) else ""


def _heading(block: Heading) -> str:
    text = _INLINE.line(block.parts)
    return f"{'#' * block.level} {text}" if text else ""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n")) if text else ""


def fenced(text: str, language: str = "") -> str:
    """Return text between fences that it cannot end."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{_LANGUAGE.sub('', language)}\n{text.strip(chr(10))}\n{fence}"


def _gated(block: Gated) -> str:
    linked = any("," in film for film in block.films)
    films = ", ".join(f"[[{film}]]" if linked else film for film in block.films)
    return _quoted(f"[!spoiler] {films}".rstrip() + f"\n{blocks_text(block.blocks)}")


def _listing(block: Listing, *, other: bool) -> str:
    lines = []
    for number, item in enumerate(block.items, block.start):
        marker = f"{number}{')' if other else '.'}" if block.ordered else "*" if other else "-"
        text = _item_text(item)
        indent = " " * (len(marker) + 1)
        first, *rest = text.split("\n")
        lines.append("\n".join([f"{marker} {first}".rstrip(), *(f"{indent}{line}" if line else "" for line in rest)]))
    return "\n".join(lines)


def _item_text(blocks: list[Block]) -> str:
    """Return what stands in an item; a list follows right below its text."""
    if len(blocks) == 2 and isinstance(blocks[0], Paragraph) and isinstance(blocks[1], Listing):
        head, tail = block_text(blocks[0]), block_text(blocks[1])
        joined = blocks[1].start == 1 and tail.split("\n", 1)[0].strip(" -*1.)") != ""
        return f"{head}\n{tail}" if head and joined else f"{head}\n\n{tail}".strip("\n")
    return blocks_text(blocks)


def _box(block: Box) -> str:
    text = blocks_text(block.blocks)
    only = block.blocks[0] if len(block.blocks) == 1 else None
    if block.style == "centre" and isinstance(only, Paragraph) and not holds_notes(only.parts):
        return f'<p class="centre">{_HTML.line(only.parts)}</p>'
    if block.style in ("left", "right") and text:
        return f'<div class="{block.style}">\n\n{text}\n\n</div>'
    return text


def _figure(picture: Picture) -> str:
    side = f' class="{picture.side}"' if picture.side else ""
    shown = _INLINE.picture(picture)
    if not picture.caption:
        return f"<figure{side}>{shown}</figure>"
    return f"<figure{side}>{shown}{_element('figcaption', '', [Paragraph(picture.caption)])}</figure>"


def _gallery(block: Gallery) -> str:
    items = (f"<li>{_INLINE.picture(picture)}{_HTML.line(picture.caption)}</li>" for picture in block.pictures)
    return "\n".join(['<ul class="gallery">', *items, "</ul>"])


def _terms(block: Terms) -> str:
    entries = (_element("dt" if is_term else "dd", "", blocks) for is_term, blocks in block.entries)
    return "\n".join(["<dl>", *entries, "</dl>"])


def _table(block: Table) -> str:
    style = f' class="{block.style}"' if block.style else ""
    caption = [_element("caption", "", [Paragraph(block.caption)])] if block.caption else []
    rows = (f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
    return "\n".join([f"<table{style}>", *caption, *rows, "</table>"])


def _cell(cell: Cell) -> str:
    spans = (("colspan", cell.columns), ("rowspan", cell.rows))
    attributes = "".join(f' {name}="{number}"' for name, number in spans if number > 1)
    attributes += f' class="{cell.side}"' if cell.side else ""
    return _element("th" if cell.header else "td", attributes, cell.blocks)


def _element(tag: str, attributes: str, blocks: list[Block]) -> str:
    """Return blocks within an element of HTML: as HTML on one line, or as Markdown between blank lines."""
    inner = _short_html(blocks)
    if inner is None:
        text = blocks_text(blocks)
        inner = f"\n\n{text}\n\n" if text else ""
    return f"<{tag}{attributes}>{inner}</{tag}>"


def _short_html(blocks: list[Block]) -> str | None:
    """Return blocks as HTML on one line if they are plain enough, else None."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return None if holds_notes(blocks[0].parts) else _HTML.line(blocks[0].parts)
    found = []
    for block in blocks:
        if isinstance(block, Paragraph) and not holds_notes(block.parts):
            found.append(f"<p>{_HTML.line(block.parts)}</p>")
        elif isinstance(block, Listing) and (listing := _short_list(block)):
            found.append(listing)
        else:
            return None
    return "".join(found)


def _short_list(block: Listing) -> str:
    items = [_short_html(item) for item in block.items]
    if any(item is None for item in items):
        return ""
    tag = "ol" if block.ordered else "ul"
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"
