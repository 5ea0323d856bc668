"""The languages that there are, and their texts: what `make translations` made for all layers below the window."""

from __future__ import annotations

import json
from functools import cache

from fanwiki import paths
from fanwiki.errors import FanwikiError
from fanwiki.wording import ENGLISH, Catalogue, say


def shipped() -> list[str]:
    """Return the codes of the languages that the program speaks."""
    found = (path.stem.removeprefix("words_") for path in (paths.resources() / "translations").glob("words_*.json"))
    return sorted({ENGLISH, *found})


def nearest(code: str) -> Catalogue:
    """Return the texts of a language, or English where the program does not speak it."""
    return catalogue(code if code in shipped() else ENGLISH)


@cache
def catalogue(code: str) -> Catalogue:
    """Return the texts of a language.

    Raises:
        FanwikiError: The program does not speak it.
    """
    if code == ENGLISH:
        return Catalogue()
    if code not in shipped():
        raise FanwikiError(say("There is no language “%1”.", code), say("Choose one of: %1.", ", ".join(shipped())))
    told = json.loads((paths.resources() / "translations" / f"words_{code}.json").read_text("utf-8"))
    return Catalogue(code, **told)
