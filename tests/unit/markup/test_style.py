"""The style sheet is whole: it names nothing that is not there, and nothing outside."""

from __future__ import annotations

import re

from fanwiki import paths
from fanwiki.markup.style import SHEETS, custom_properties, icon_properties, stylesheet
from fanwiki.tokens import shipped_tokens


def test_every_property_that_is_used_is_defined() -> None:
    css = stylesheet()
    used = set(re.findall(r"var\((--[\w-]+)", css))
    defined = set(re.findall(r"(--[\w-]+)\s*:", css))
    assert used - defined == set()


def test_every_token_that_is_a_colour_or_size_is_used_by_some_sheet() -> None:
    css = stylesheet()
    defined = set(re.findall(r"(--(?:colour|size|weight|font|width|icon)-[\w-]+)\s*:", css))
    unused = {name for name in defined if f"var({name})" not in css}
    in_the_window = {"--colour-accent", "--colour-off", "--colour-track"}
    assert unused <= {"--icon-home", "--icon-back", "--icon-clock", "--icon-tag", "--icon-withheld"} | in_the_window


def test_braces_are_balanced_in_every_sheet() -> None:
    for name in SHEETS:
        text = (paths.resources() / "style" / f"{name}.css").read_text(encoding="utf-8")
        assert text.count("{") == text.count("}"), name


def test_nothing_is_fetched_from_anywhere() -> None:
    addresses = re.findall(r"url\(([^)]{0,40})", stylesheet())
    assert addresses
    assert all(address.startswith('"data:image/svg+xml,') for address in addresses)
    assert "@import" not in stylesheet()


def test_icons_become_data_addresses_that_end_no_string() -> None:
    css = icon_properties(
        {"x": '<svg xmlns="http://www.w3.org/2000/svg">\n  <path d="M0 0"/>\n  <!-- \' # % -->\n</svg>'}
    )
    value = re.fullmatch(r':root \{\n  --icon-x: url\("([^"]*)"\);\n\}', css)
    assert value is not None
    assert "#" not in value[1]
    assert "\n" not in value[1]


def test_themes_come_from_the_attribute_and_else_from_the_system() -> None:
    css = custom_properties(shipped_tokens())
    dark = shipped_tokens().palettes["dark"]["background"]
    assert css.count(f"--colour-background: {dark};") == 2
    assert ":root[data-theme=dark]" in css
    assert "@media (prefers-color-scheme: dark)" in css
    assert "@media (prefers-contrast: more)" in css


def test_the_style_sheet_is_the_same_each_time() -> None:
    first = stylesheet()
    stylesheet.cache_clear()
    assert stylesheet() == first
