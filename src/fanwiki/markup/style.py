"""The style sheet of every page, in the window and in exports: the design tokens as custom properties, then the sheets.

Icons are custom properties too, as data addresses, so a page needs no file but its style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import quote

from fanwiki import paths
from fanwiki.tokens import Tokens, shipped_tokens

SHEETS = ("base", "page", "body", "blocks", "forced", "print")
"""The style sheets in `resources/style`, in the order they are joined."""

_BETWEEN_TAGS = re.compile(r">\s+<")
_ROOT_SIZE = 16


@cache
def stylesheet() -> str:
    """Return the shipped style sheet; the same text at every call and on every machine."""
    style = paths.resources() / "style"
    icons = {
        path.stem: path.read_text(encoding="utf-8") for path in sorted((paths.resources() / "icons").glob("*.svg"))
    }
    parts = [custom_properties(shipped_tokens()), icon_properties(icons)]
    parts += [(style / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS]
    return "\n".join(parts)


@cache
def list_style() -> str:
    """Return what lists need besides where they are read part by part."""
    return (paths.resources() / "style" / "lists.css").read_text(encoding="utf-8")


@cache
def book_style() -> str:
    """Return the style sheet of books, which uses nothing that a reading system may not know."""
    return (paths.resources() / "style" / "book.css").read_text(encoding="utf-8")


@cache
def paper_style() -> str:
    """Return what books on paper need besides: page boxes, contents with page numbers, the outline."""
    return (paths.resources() / "style" / "paper.css").read_text(encoding="utf-8")


def custom_properties(tokens: Tokens) -> str:
    """Return the tokens as CSS: light by default, otherwise as ``data-theme`` or the reader's system says."""
    colours = {name: _lines(_colours(palette)) for name, palette in tokens.palettes.items()}
    light, dark = f"color-scheme: light;{colours['light']}", f"color-scheme: dark;{colours['dark']}"
    bold, bold_dark = f"color-scheme: light;{colours['contrast']}", f"color-scheme: dark;{colours['contrast_dark']}"
    wants_dark, wants_more = "(prefers-color-scheme: dark)", "(prefers-contrast: more)"
    free = ":root:not([data-theme])"
    return "\n".join(
        (
            f":root {{{_lines(_measures(tokens))}}}",
            f":root, :root[data-theme=light] {{{light}}}",
            f":root[data-theme=dark] {{{dark}}}",
            f":root[data-theme=contrast] {{{bold}}}",
            f"@media {wants_dark} {{ {free} {{{dark}}} :root[data-theme=contrast] {{{bold_dark}}} }}",
            f"@media {wants_more} {{ {free} {{{bold}}} }}",
            f"@media {wants_more} and {wants_dark} {{ {free} {{{bold_dark}}} }}",
            f"@media print {{ :root, :root[data-theme] {{{light}}} }}",
        )
    )


def icon_properties(icons: Mapping[str, str]) -> str:
    """Return SVG drawings as ``--icon-name`` properties, to be used as masks."""
    return f":root {{{_lines((f'icon-{name}', _data_address(svg)) for name, svg in icons.items())}}}"


def _data_address(svg: str) -> str:
    bare = _BETWEEN_TAGS.sub("><", " ".join(svg.split()))
    return f'url("data:image/svg+xml,{quote(bare, safe=" =:/,;()")}")'.replace("%27", "'")


def _colours(palette: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for role, colour in palette.items():
        yield f"colour-{role.replace('_', '-')}", colour


def _measures(tokens: Tokens) -> Iterator[tuple[str, str]]:
    for name, families in tokens.fonts.items():
        yield f"font-{name}", ", ".join(f'"{family}"' if " " in family else family for family in families)
    for name, weight in tokens.weights.items():
        yield f"weight-{name}", str(weight)
    groups = {"size": tokens.sizes, "space": tokens.spaces, "width": tokens.widths}
    for group, values in groups.items():
        for name, pixels in values.items():
            yield f"{group}-{name}", f"{pixels / _ROOT_SIZE:g}rem"
    for name, pixels in tokens.radii.items():
        yield f"radius-{name}", f"{pixels}px"


def _lines(properties: Iterator[tuple[str, str]]) -> str:
    return "".join(f"\n  --{name}: {value};" for name, value in properties) + "\n"
