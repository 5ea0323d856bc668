"""Running text between blocks: paragraphs, and lines that begin with a space."""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.inline import InlineReader
from fanwiki.importers.mediawiki.wikitext.stash import MARK, OPEN
from fanwiki.importers.mediawiki.wikitext.tree import (
    Block,
    Break,
    Inline,
    Paragraph,
    Picture,
    Preformatted,
    Styled,
    Text,
    plain,
)


def paragraphs(text: str, inline: InlineReader) -> list[Block]:
    """Return running text as blocks; marks of blocks in it part paragraphs."""
    if OPEN not in text:
        return _hoisted(inline.read(text))
    blocks: list[Block] = []
    at = 0
    for mark in MARK.finditer(text):
        thing = inline.stash.get(mark[1])
        if isinstance(thing, Block) and not isinstance(thing, Inline):
            blocks += _hoisted(inline.read(text[at : mark.start()].strip("\n")))
            blocks.append(thing)
            at = mark.end()
    return blocks + _hoisted(inline.read(text[at:].strip("\n") if at else text))


def preformatted(lines: list[str], inline: InlineReader) -> list[Block]:
    """Return lines that begin with a space as code, or as lines of text when there is more in them than letters."""
    parts = inline.read("\n".join(line[1:] for line in lines))
    if all(map(_is_text, parts)):
        return [Preformatted(plain(parts))]
    return _hoisted(list(_broken(parts)))


def _is_text(part: Inline) -> bool:
    return isinstance(part, Text) or (
        isinstance(part, Styled) and part.tag in ("b", "i") and all(map(_is_text, part.parts))
    )


def _broken(parts: list[Inline]) -> list[Inline]:
    """Return parts whose line ends are breaks."""
    found: list[Inline] = []
    for part in parts:
        if isinstance(part, Text):
            for number, line in enumerate(part.text.split("\n")):
                found += [Break()] if number else []
                found += [Text(line.replace("  ", "\u00a0 "))] if line else []
        else:
            found.append(part)
    return found


def _hoisted(parts: list[Inline]) -> list[Block]:
    """Return parts as a paragraph; pictures that stand beside the text stand before it."""
    blocks: list[Block] = []
    if any(_stands_apart(part) for part in parts):
        blocks += [part for part in parts if isinstance(part, Picture) and _stands_apart(part)]
        parts = [part for part in parts if not _stands_apart(part)]
    if any(not _is_blank(part) for part in parts):
        blocks.append(Paragraph(parts))
    return blocks


def _stands_apart(part: Inline) -> bool:
    return isinstance(part, Picture) and (part.framed or part.side != "")


def _is_blank(part: Inline) -> bool:
    return isinstance(part, Break) or (isinstance(part, Text) and not part.text.strip())
