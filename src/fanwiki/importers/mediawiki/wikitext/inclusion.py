"""``<noinclude>``, ``<includeonly>``, ``<onlyinclude>``: what a page shows itself, and what it gives to others."""

from __future__ import annotations

import re

# What never ends goes up to the end of the text: looking for an end once more at each beginning takes quadratic time.
_SHIELD = r"<nowiki\b[^>]*>.*?(?:</nowiki\s*>|\Z)|<pre\b[^>]*>.*?(?:</pre\s*>|\Z)|<!--.*?(?:-->|\Z)"
_FOR_PAGE = re.compile(
    rf"({_SHIELD})|<includeonly\s*>.*?(?:</includeonly\s*>|\Z)|</?(?:noinclude|onlyinclude)\s*/?>",
    re.IGNORECASE | re.DOTALL,
)
_FOR_TEMPLATE = re.compile(
    rf"({_SHIELD})|<noinclude\s*>.*?(?:</noinclude\s*>|\Z)|</?(?:includeonly|noinclude)\s*/?>",
    re.IGNORECASE | re.DOTALL,
)
_ONLY = re.compile(r"<onlyinclude\s*>(.*?)(?:</onlyinclude\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def as_page(text: str) -> str:
    """Return what a page shows of itself."""
    return _FOR_PAGE.sub(_kept, text) if "include" in text or "INCLUDE" in text else text


def as_template(text: str) -> str:
    """Return what a page gives to those that use it."""
    if "include" not in text and "INCLUDE" not in text:
        return text
    only = _ONLY.findall(text)
    return _FOR_TEMPLATE.sub(_kept, "".join(only) if only else text)


def _kept(match: re.Match[str]) -> str:
    return match[1] or ""
