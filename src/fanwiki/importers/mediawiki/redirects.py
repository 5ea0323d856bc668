"""Pages that only lead elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

MOST_HOPS = 10

_WORDS = (
    "REDIRECT WEITERLEITUNG REDIRECTION REDIRECIONAMENTO REDIRECCIÓN REDIRECCION "
    "RINVIA DOORVERWIJZING PATRZ PRZEKIERUJ TAM ПЕРЕНАПРАВЛЕНИЕ ПЕРЕАДРЕСАЦИЯ "
    "ПЕРЕАДРЕСАЦІЯ ПЕРЕНАПРАВЛЕННЯ ПРЕУСМЕРИ ПРЕНАСОЧВАНЕ ВИЖ OMDIRIGERING "
    "OMDIRIGER OHJAUS UUDELLEENOHJAUS ÁTIRÁNYTÁS PŘESMĚRUJ PRESMERUJ PREUSMJERI "
    "YÖNLENDİRME YÖNLENDIR ALIH ĐỔI ПРАНАКІРАВАННЕ ΑΝΑΚΑΤΕΥΘΥΝΣΗ REDIRECTEAZA "
    "REDIRECȚIONARE RINVIO TILVÍSUN 転送 重定向 넘겨주기 הפניה تحويل تغییر_مسیر "
)
_REDIRECT = re.compile(
    rf"\s*#\s*(?:{'|'.join(re.escape(word) for word in _WORDS.split())})\s*:?\s*\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]",
    re.IGNORECASE,
)


class Fate(StrEnum):
    """Where a redirect leads: to a page, to a page by way of another redirect, to nothing, or round in a circle."""

    FINE = "fine"
    DOUBLE = "double"
    BROKEN = "broken"
    CIRCULAR = "circular"


@dataclass(frozen=True, slots=True)
class Led:
    """Where a redirect leads in the end.

    Args:
        target: The last title on the way.
    """

    fate: Fate
    target: str


def redirect_target(text: str) -> str:
    """Return the title that a text redirects to, without a section; empty when it does not redirect."""
    match = _REDIRECT.match(text[:2000])
    if match is None:
        return ""
    return html.unescape(unquote(match[1])).partition("#")[0].strip().removeprefix(":").strip()


def lead(target: str, *, is_page: Callable[[str], bool], next_of: Callable[[str], str | None]) -> Led:
    """Follow a redirect.

    Args:
        target: What the redirect itself names.
        is_page: Whether a title is a page that is no redirect.
        next_of: Where the redirect by a title leads; None when there is none.
    """
    seen: set[str] = set()
    current = target
    while not is_page(current):
        following = next_of(current)
        if following is None:
            return Led(Fate.BROKEN, current)
        if following in seen or len(seen) >= MOST_HOPS:
            return Led(Fate.CIRCULAR, current)
        seen.add(following)
        current = following
    return Led(Fate.DOUBLE if seen else Fate.FINE, current)
