"""Addresses of the web as Markdown can hold them."""

from __future__ import annotations

import re
from urllib.parse import quote

_WEB = re.compile(r"(?:https?://[^\s/?#]|mailto:\S)", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s<>()\[\]\\|`\"*$\x00-\x1f\x7f]")


def page_address(target: str) -> str:
    """Return a page and its heading as the destination of a Markdown link."""
    page, hash_sign, heading = target.partition("#")
    return quote(page, safe="/'!,;@=+~") + hash_sign + quote(heading, safe="'!,;@=+~")


def is_web(url: str) -> bool:
    """Tell whether an address is of a kind that pages may link to."""
    return _WEB.match(url) is not None


def destination(url: str) -> str:
    """Return an address without the signs that end or change one in Markdown."""
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), url)
