"""Well-known templates of Wikipedia and Fandom, expanded as their readers know them, whatever the dump holds.

Each is a function from a call to wikitext. Names are in small letters.
"""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.native_call import Native
from fanwiki.importers.mediawiki.wikitext.natives.citations import CITATIONS, citation
from fanwiki.importers.mediawiki.wikitext.natives.dates import DATES
from fanwiki.importers.mediawiki.wikitext.natives.games import GAMES
from fanwiki.importers.mediawiki.wikitext.natives.languages import LANGUAGES, language
from fanwiki.importers.mediawiki.wikitext.natives.lists import LISTS
from fanwiki.importers.mediawiki.wikitext.natives.notices import NOTICES, is_notice
from fanwiki.importers.mediawiki.wikitext.natives.phrases import PHRASES
from fanwiki.importers.mediawiki.wikitext.natives.pointers import POINTERS
from fanwiki.importers.mediawiki.wikitext.natives.quotes import QUOTES
from fanwiki.importers.mediawiki.wikitext.natives.references import REFERENCES

NATIVES: dict[str, Native] = {
    **GAMES,
    **NOTICES,
    **PHRASES,
    **LISTS,
    **LANGUAGES,
    **DATES,
    **QUOTES,
    **POINTERS,
    **REFERENCES,
    **CITATIONS,
}
"""What is expanded, by name."""


def native(key: str) -> Native | None:
    """Return what expands a template, by its name in small letters."""
    found = NATIVES.get(key)
    if found is None and key.startswith(("cite ", "lang-")):
        return citation if key.startswith("cite ") else language
    return NOTICES["notice"] if found is None and is_notice(key) else found
