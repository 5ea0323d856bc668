"""The bundle's own scripts, as they are shipped, with the tables that they share with `fanwiki.domain.words`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from fanwiki import paths
from fanwiki.domain.words import INVISIBLE, LETTERS, MARKS, UNSPACED, fold_exceptions
from fanwiki.exporters.html.search_packing import ALPHABET, LAST, script_text
from fanwiki.markup.style import icon_properties
from fanwiki.wording import Catalogue, spoken

THEME, SITE, SEARCH = "a/theme.js", "a/site.js", "a/search.js"
"""The scripts: one that runs before anything is drawn, one for every page, one that the search box asks for."""

STYLE_SHEET, ICON = "bundle.css", "search.svg"
_SITE_PARTS = ("site.js", "following.js", "previews.js", "box.js")
_SEARCH_PARTS = ("words.js", "index.js", "typos.js", "search.js", "results.js")


SAYS = re.compile(r'\bFW\.say\("([^"]+)"')
SAYS_COUNTED = re.compile(r'\bFW\.sayNumber\([^,"]+, "([^"]+)", "([^"]+)"')
"""Where the scripts say something: a text, and the two forms of a counted one."""


def scripts() -> dict[str, str]:
    """Return every script by its path; the same text at every call in one language."""
    return {
        THEME: _shipped("theme.js"),
        SITE: _said(spoken()) + _site(),
        SEARCH: _search(),
    }


def inline_scripts(chooser: str = "") -> tuple[str, str]:
    """Return the scripts of a bundle of one file: what runs before anything is drawn, and everything else.

    Args:
        chooser: With what its readers choose the films they have seen, in a copy for all of them.
    """
    return _shipped("theme.js"), f"{_said(spoken())}{_site()}\n{_search()}\n{chooser}{_shipped('single.js')}"


@cache
def _site() -> str:
    return _packing() + _joined(_SITE_PARTS)


@cache
def _search() -> str:
    return _tables() + _joined(_SEARCH_PARTS)


def _said(catalogue: Catalogue) -> str:
    """Return what the scripts say in the language of the copy, by the English; in English there is nothing to tell."""
    says, counts = said_by_scripts()
    texts = {text: catalogue.text(text) for text in says}
    numbers = {other: [catalogue.number(number, one, other) for number in (1, 2)] for one, other in counts}
    told = {text: other for text, other in texts.items() if other != text}
    counted = {other: forms for other, forms in numbers.items() if forms[1] != other}
    return f"FW.said = {script_text(told)};\nFW.saidOf = {script_text(counted)};\n"


@cache
def said_by_scripts() -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the texts of all scripts, and the forms of the counted ones."""
    every = _joined((*_SITE_PARTS, *_SEARCH_PARTS, "readers.js", "single.js"))
    return tuple(dict.fromkeys(SAYS.findall(every))), tuple(dict.fromkeys(SAYS_COUNTED.findall(every)))


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
