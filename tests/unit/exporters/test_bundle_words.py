"""What the scripts of a copy say: every text of theirs is known, and handed over in the language of the copy."""

from __future__ import annotations

import re

import pytest

from fanwiki import paths
from fanwiki.exporters.html.search_script import SAYS, SAYS_COUNTED, SITE, said_by_scripts, scripts
from fanwiki.services import languages
from fanwiki.wording import Catalogue, speaking

LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`')
WORDS = re.compile(r'^[`"][A-Z][a-z]+|[a-z]+ [a-z]+ [a-z]+')
NAMES = {'"ArrowDown"', '"ArrowUp"', '"Escape"', '"DETAILS"', '"use strict"'}
SCRIPTS = sorted((paths.resources() / "bundle").glob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_says_anything_that_is_not_translated(path) -> None:  # type: ignore[no-untyped-def]
    text = re.sub(r"^\s*//.*$|\s// .*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    for said in (SAYS, SAYS_COUNTED):
        text = said.sub("FW.say(", text)
    assert [literal for literal in LITERAL.findall(text) if WORDS.search(literal) and literal not in NAMES] == []


def test_every_text_of_a_script_has_a_german_one() -> None:
    german = languages.catalogue("de")
    says, counts = said_by_scripts()
    assert {"Search this wiki", "Films you have seen"} <= set(says)
    assert [text for text in says if text not in german.texts] == []
    assert [other for _, other in counts if other not in german.numbers] == []


def test_scripts_bring_the_words_of_their_language_along() -> None:
    assert "FW.said = {};" in scripts()[SITE]
    with speaking(languages.catalogue("de")):
        assert '"Search this wiki":"Dieses Wiki durchsuchen"' in scripts()[SITE].replace('": "', '":"')
    with speaking(Catalogue("xx", {"Search": "</script>"})):
        assert "</script>" not in scripts()[SITE]
