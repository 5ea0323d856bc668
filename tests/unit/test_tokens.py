"""The design tokens hold every pair of colours to what people can read."""

from __future__ import annotations

import pytest

from fanwiki import paths
from fanwiki.errors import FanwikiError
from fanwiki.tokens import PALETTES, read_tokens, shipped_tokens

HUES = ("blue", "teal", "green", "amber", "orange", "red", "violet", "grey")
TEXT_ON = [
    *(
        (word, ground)
        for word in ("text", "muted", "link", "missing")
        for ground in ("background", "surface", "raised")
    ),
    ("text", "sunken"),
    ("text", "selection"),
    ("on_accent", "accent"),
    ("on_mark", "mark"),
    *((hue, "surface") for hue in HUES),
    *((hue, "background") for hue in HUES),
]
TOML = (paths.resources() / "style" / "tokens.toml").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    pairs = [(int(colour[p : p + 2], 16), int(ground[p : p + 2], 16)) for p in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@pytest.mark.parametrize("palette", PALETTES)
def test_words_are_readable_on_every_ground_they_stand_on(palette: str) -> None:
    colours = shipped_tokens().palettes[palette]
    least = 7.0 if palette.startswith("contrast") else 4.5
    weak = {
        f"{word} on {ground}": round(contrast(colours[word], colours[ground]), 2)
        for word, ground in TEXT_ON
        if contrast(colours[word], colours[ground]) < least
    }
    assert weak == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_hues_are_readable_on_a_tint_of_themselves(palette: str) -> None:
    """Titles of callouts, masks and states of claims stand on at most 13 % of their own hue."""
    colours = shipped_tokens().palettes[palette]
    weak = {hue for hue in HUES if contrast(colours[hue], mixed(colours[hue], colours["surface"], 0.13)) < 4.5}
    assert weak == set()


@pytest.mark.parametrize("palette", PALETTES)
def test_outlines_of_controls_are_seen(palette: str) -> None:
    colours = shipped_tokens().palettes[palette]
    assert contrast(colours["edge"], colours["surface"]) >= 3
    assert contrast(colours["focus"], colours["background"]) >= 3


@pytest.mark.parametrize("palette", PALETTES)
def test_what_cannot_be_used_looks_fainter_than_what_can_and_is_seen(palette: str) -> None:
    colours = shipped_tokens().palettes[palette]
    of_off = contrast(colours["off"], colours["background"])
    assert 3 <= of_off < contrast(colours["text"], colours["background"]) / 2
    assert contrast(colours["track"], colours["surface"]) < contrast(colours["accent"], colours["surface"]) / 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('text = "#1d2027"', 'text = "black"'),
        ('text = "#1d2027"', 'words = "#1d2027"'),
        ("[palettes.dark]", "[palettes.night]"),
        ("[sizes]", "[measures]"),
        ("[palettes.light]", "[palettes.light"),
    ],
)
def test_a_damaged_token_file_is_told_in_words(old: str, new: str) -> None:
    assert old in TOML
    with pytest.raises(FanwikiError, match="design tokens"):
        read_tokens(TOML.replace(old, new, 1))
