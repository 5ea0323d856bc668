"""The design tokens: one file of colours, sizes and typefaces that styles both the pages and the window."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fanwiki import paths
from fanwiki.errors import FanwikiError
from fanwiki.wording import say

PALETTES = ("light", "dark", "contrast", "contrast_dark")

_COLOUR = re.compile(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the token file holds.

    Args:
        palettes: Colours as ``#rrggbb`` or ``#rrggbbaa`` by role, for each of `PALETTES`; all have the same roles.
        fonts: Families by use, best first, the last one generic.
        sizes: Sizes of type in pixels.
        weights: Weights of type.
        spaces: Distances in pixels by step of the grid.
        radii: Corner radii in pixels.
        widths: Widths of columns in pixels.
    """

    palettes: Mapping[str, Mapping[str, str]]
    fonts: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, int]
    weights: Mapping[str, int]
    spaces: Mapping[str, int]
    radii: Mapping[str, int]
    widths: Mapping[str, int]


@cache
def shipped_tokens() -> Tokens:
    """Return the tokens that the program comes with."""
    return read_tokens((paths.resources() / "style" / "tokens.toml").read_text(encoding="utf-8"))


def read_tokens(toml: str) -> Tokens:
    """Read a token file.

    Raises:
        FanwikiError: It is no TOML, lacks a part, or has a colour that is none.
    """
    try:
        data = tomllib.loads(toml)
        palettes = {name: dict(data["palettes"][name]) for name in PALETTES}
        _check(palettes)
        return Tokens(
            palettes=palettes,
            fonts={name: tuple(families) for name, families in data["fonts"].items()},
            sizes=dict(data["sizes"]),
            weights=dict(data["weights"]),
            spaces=dict(data["spaces"]),
            radii=dict(data["radii"]),
            widths=dict(data["widths"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise FanwikiError(say("The design tokens cannot be read: %1.", error), "Install fanwiki again.") from error


def _check(palettes: Mapping[str, Mapping[str, str]]) -> None:
    roles = set(palettes[PALETTES[0]])
    for name, palette in palettes.items():
        if set(palette) != roles:
            raise ValueError(f"palette {name} differs in {sorted(roles ^ set(palette))}")
        for role, colour in palette.items():
            if not _COLOUR.fullmatch(colour):
                raise ValueError(f"{name}.{role} is {colour!r}")
