"""The bundle's own scripts, as they are shipped, with the tables that they share with `fanwiki.domain.words`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from fanwiki import paths
from fanwiki.domain.words import INVISIBLE, LETTERS, MARKS, UNSPACED, fold_exceptions
from fanwiki.exporters.html.search_packing import ALPHABET, LAST, script_text
from fanwiki.markup.style import icon_properties

THEME, SITE, SEARCH = "a/theme.js", "a/site.js", "a/search.js"
"""The scripts: one that runs before anything is drawn, one for every page, one that the search box asks for."""

STYLE_SHEET, ICON = "bundle.css", "search.svg"
_SITE_PARTS = ("site.js", "following.js", "previews.js", "box.js")
_SEARCH_PARTS = ("words.js", "index.js", "typos.js", "search.js", "results.js")


@cache
def scripts() -> dict[str, str]:
    """Return every script by its path; the same text at every call."""
    return {
        THEME: _shipped("theme.js"),
        SITE: _packing() + _joined(_SITE_PARTS),
        SEARCH: _tables() + _joined(_SEARCH_PARTS),
    }


@cache
def inline_scripts() -> tuple[str, str]:
    """Return the scripts of a bundle of one file: what runs before anything is drawn, and everything else."""
    rest = f"{_packing()}{_joined(_SITE_PARTS)}\n{_tables()}{_joined(_SEARCH_PARTS)}\n{_shipped('single.js')}"
    return _shipped("theme.js"), rest


def _packing() -> str:
    return f"FW.alphabet = {script_text(ALPHABET)};\nFW.last = {LAST};\n"


def _joined(names: Iterable[str]) -> str:
    return "\n".join(map(_shipped, names))


@cache
def own_style() -> str:
    """Return the style of what the scripts add to pages."""
    return "\n".join((icon_properties({"search": _shipped(ICON)}), _shipped(STYLE_SHEET)))


def _tables() -> str:
    tables = {
        "marks": MARKS,
        "invisible": INVISIBLE,
        "unspaced": UNSPACED,
        "letters": LETTERS,
        "folds": fold_exceptions(),
    }
    return f"FW.tables = {script_text(tables)};\n"


def _shipped(name: str) -> str:
    return (paths.resources() / "bundle" / name).read_text(encoding="utf-8")
