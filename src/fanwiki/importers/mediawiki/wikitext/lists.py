"""Lists of MediaWiki's signs: ``*``, ``#``, ``;`` and ``:`` in every mixture."""

from __future__ import annotations

import re
from typing import NamedTuple

from fanwiki.importers.mediawiki.wikitext.inline import InlineReader
from fanwiki.importers.mediawiki.wikitext.running import paragraphs
from fanwiki.importers.mediawiki.wikitext.tree import Block, Listing, Paragraph, Quote, Styled, Terms

MAX_DEPTH = 15
"""How deep lists may stand in one another; more signs are taken for so many."""

_PREFIX = re.compile(r"[*#:;]+")
_COLON = re.compile(r"\[\[.*?\]\]|<[^<>]*>|\[[^\]]*\]|\b(?:https?|ftp)://\S+|(:)")


class _Line(NamedTuple):
    signs: str
    text: str


def listed(lines: list[str], inline: InlineReader) -> list[Block]:
    """Return lines that begin with signs of lists as lists."""
    return _built([entry for line in lines for entry in _lines(line)], inline)


def _lines(line: str) -> list[_Line]:
    found = _PREFIX.match(line)
    signs = found[0][:MAX_DEPTH] if found else "*"
    text = line[found.end() if found else 0 :].strip()
    if not signs.endswith(";"):
        return [_Line(signs, text)]
    for colon in _COLON.finditer(text):
        if colon[1]:
            return [_Line(signs, text[: colon.start()].strip()), _Line(f"{signs[:-1]}:", text[colon.end() :].strip())]
    return [_Line(signs, text)]


def _kind(line: _Line) -> str:
    return line.signs[0].replace(";", ":")


def _built(lines: list[_Line], inline: InlineReader) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _kind(lines[end]) == _kind(lines[start]):
            end += 1
        entries = _entries(lines[start:end], inline)
        if _kind(lines[start]) == ":":
            blocks += _defined(entries)
        else:
            blocks.append(Listing(lines[start].signs[0] == "#", [content for _, content in entries]))
        start = end
    return blocks


def _entries(lines: list[_Line], inline: InlineReader) -> list[tuple[bool, list[Block]]]:
    """Return each entry of one list, with whether it is a term; deeper lines belong to the entry before them."""
    entries: list[tuple[bool, list[Block]]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if len(line.signs) == 1:
            entries.append((line.signs == ";", paragraphs(line.text, inline)))
            at += 1
            continue
        end = at
        deeper = []
        while end < len(lines) and len(lines[end].signs) > 1:
            deeper.append(_Line(lines[end].signs[1:], lines[end].text))
            end += 1
        if not entries:
            entries.append((line.signs[0] == ";", []))
        entries[-1][1].extend(_continued(_built(deeper, inline), in_list=_kind(line) != ":"))
        at = end
    return entries


def _continued(blocks: list[Block], *, in_list: bool) -> list[Block]:
    """Return what stands below an entry; ``*:`` goes on with the entry of a list rather than indenting it."""
    found: list[Block] = []
    for block in blocks:
        found += block.blocks if in_list and isinstance(block, Quote) else [block]
    return found


def _defined(entries: list[tuple[bool, list[Block]]]) -> list[Block]:
    """Return entries of ``;`` and ``:`` as terms and what they mean, or as indented text when there is no term."""
    if not any(is_term for is_term, _ in entries):
        return [Quote([block for _, content in entries for block in content])]
    if all(is_term for is_term, _ in entries):
        return [block for _, content in entries for block in map(_bold, content)]
    return [Terms(entries)]


def _bold(block: Block) -> Block:
    return Paragraph([Styled("b", block.parts)]) if isinstance(block, Paragraph) else block
