"""The options of ``[[File:…|thumb|250px|caption]]`` and the lines of a gallery."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SIZE = re.compile(r"(\d*)(?:x(\d+))?\s*(?:px|пкс|piks|пкс\.)(?:px)?", re.IGNORECASE)
_SIDES = {
    **dict.fromkeys(("left", "links", "gauche", "izquierda", "sinistra", "ліворуч", "слева"), "left"),
    **dict.fromkeys(("right", "rechts", "droite", "derecha", "destra", "справа", "праворуч"), "right"),
    **dict.fromkeys(("center", "centre", "zentriert", "centré", "centro", "по центру"), "centre"),
    **dict.fromkeys(("none", "ohne", "néant", "no"), ""),
}
_FRAMES = frozenset(
    (
        "thumb|thumbnail|frame|framed|enframed|mini|miniatur|miniaturadeimagen|miniatura|vignette|мини|"
        "миниатюра|hochkant|gerahmt|cadre|marco"
    ).split("|")
)
_LOOKS = frozenset(
    (
        "frameless|border|upright|baseline|middle|top|bottom|sub|super|text-top|text-bottom|rahmenlos|rand|"
        "sans cadre|bord|redresse|sin marco|borde|безрамки|граница|thumbtime"
    ).split("|")
)
_NAMED = re.compile(
    r"\s*(alt|link|page|lang|class|upright|thumb|thumbtime|start|end|verweis|alternativtext|seite)\s*=(.*)", re.DOTALL
)


@dataclass(slots=True)
class Options:
    """What a file's options say; the caption is wikitext."""

    caption: str = ""
    width: int = 0
    height: int = 0
    side: str = ""
    framed: bool = False
    named: dict[str, str] = field(default_factory=dict)


def read_options(parts: list[str]) -> Options:
    """Read the options of a file; what is none of them is the caption, of several the last."""
    found = Options()
    for part in parts:
        word = part.strip()
        lower = word.lower()
        size = _SIZE.fullmatch(word)
        named = _NAMED.match(part)
        if size:
            found.width, found.height = (min(int(number or 0), 9999) for number in size.groups())
        elif lower in _SIDES:
            found.side = _SIDES[lower]
        elif lower in _FRAMES:
            found.framed = True
        elif named:
            name = named[1].lower()
            found.framed = found.framed or name == "thumb"
            found.named[{"alternativtext": "alt", "verweis": "link"}.get(name, name)] = named[2].strip()
        elif lower not in _LOOKS:
            found.caption = word
    return found
