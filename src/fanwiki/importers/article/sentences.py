"""Sentences of an article, each verbatim, with the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fanwiki.importers.article.blocks import Block, Role

MAX_SENTENCE = 1500
"""Longer runs of text are no sentences; no rule is tried on them."""

# Same length on both sides, so that a place in the simple text is the same place in the article.
_SIMPLE = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " "}
)
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Jr|Sr|Lt|Col|Gen|Capt|Sgt|Rev|Hon|vs|Vol|No|Pt|Ep|Bros|Inc|Ltd|Co|feat|etc|approx"
    r"|e\.g|i\.e|a\.k\.a|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])*)\.$"
)
_END = re.compile(r"""[.!?…]+(?:["')\]]|\[\d+\])*(?=\s+["'(\[]*\S)""")
_NEXT = re.compile(r"""\s+["'(\[]*(.)""")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Args:
        text: As it stands in the article.
        plain: The same length, with simple quotes and spaces, for rules to match.
        heading: The nearest heading above, simple quotes.
        block: The number of its block.
        role: What its block is.
        titles: Words of its block that were set in italics.
    """

    text: str
    plain: str
    heading: str
    block: int
    role: Role
    titles: tuple[str, ...] = ()


def simple(text: str) -> str:
    """Return the text with simple quotes and spaces; every character stays where it is."""
    return text.translate(_SIMPLE)


def sentences(blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Yield the sentences of paragraphs, items, quotes and rows, in order."""
    heading = ""
    for number, block in enumerate(blocks):
        if block.role is Role.HEADING:
            heading = simple(block.text)
            continue
        if block.role is Role.CODE:
            continue
        for text in split(block.text) if block.role is not Role.ROW else [block.text]:
            yield Sentence(text, simple(text), heading, number, block.role, block.titles)


def split(text: str) -> list[str]:
    """Split a paragraph into sentences; quotes of several sentences are split too."""
    plain = simple(text)
    pieces, start = [], 0
    for match in _END.finditer(plain):
        if _ends(plain, match, start):
            pieces.append(text[start : match.end()].strip())
            start = match.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def _ends(plain: str, match: re.Match[str], start: int) -> bool:
    """Tell whether a sentence ends at these marks."""
    following = _NEXT.match(plain, match.end())
    letter = following.group(1) if following else " "
    if letter.islower():
        return False
    if match.group() != ".":
        return True
    return not _ABBREVIATIONS.search(plain, max(start, match.end() - 12), match.end())
