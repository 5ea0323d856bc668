"""Whether anything in a page could stand behind a gate: a quick look, which says yes when in doubt.

Deriving a page tells for sure and takes fifty times as long, which counts for the thousand earlier states of a page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import SPOILS, PageSource

_MARKS = re.compile(r"\|\||\\\||\[!\s*(?:spoiler|withheld)|\"gate\"|<a\b|\]\(\s*<?(?!https?:|mailto:)", re.IGNORECASE)
_REFERENCE = re.compile(r"^[ >\t]*\[(?!\^)[^\]\n]+\]:", re.MULTILINE)
_TARGET = re.compile(r"\[\[([^\[\]|#^\n]+)")


def may_be_gated(source: PageSource, kind: Kind, gate_of: Callable[[str], Gate]) -> bool:
    """Tell whether a page might hold a spoiler, or name a title that is one.

    Args:
        kind: The declaration of its kind.
        gate_of: The gate of the title that a name leads to.
    """
    if kind.rumour or SPOILS in source.fields:
        return True
    fields = json.dumps(dict(source.fields), ensure_ascii=False) if source.fields else ""
    for text in (source.body, fields):
        if _MARKS.search(text) or _REFERENCE.search(text):
            return True
        if any(not gate_of(title.strip()).is_open for title in set(_TARGET.findall(text))):
            return True
    return False
