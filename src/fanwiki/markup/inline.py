"""Renders short values of fields: emphasis, links, spoilers, code, but no blocks."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from fanwiki.markup.tame import is_tame

if TYPE_CHECKING:
    from fanwiki.markup.pipeline import InlinePipeline

_ANY_SIGN = re.compile(r"[^\w ,.;:()'’“”–—…?!-]|www\.|://", re.UNICODE)


def inline_html(text: str) -> str:
    """Return one line of Markdown as clean HTML with unresolved links; text that is too hard comes back escaped."""
    if not _ANY_SIGN.search(text):
        return escape(text.strip())
    if not is_tame(text):
        return escape(text)
    try:
        return _pipeline().html(text)
    except (RecursionError, MemoryError):
        return escape(text)


@cache
def _pipeline() -> InlinePipeline:
    from fanwiki.markup.pipeline import InlinePipeline

    return InlinePipeline()
