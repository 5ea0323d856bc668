"""No wikitext makes the converter fail, or takes it more time than its length is worth."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wikitext_making import converted

from fanwiki.importers.mediawiki.wikitext.convert import convert, convert_value
from watchdog import must_end
from wikitext_suites import PlainSite

MANY = 100_000
FEW = 10_000

REPEATED = ("{{", "[[", "''", "<ref>", "{{a|", "<!--", "[http://a ", "<b>", "<nowiki>", "<noinclude>", "}}", "]]", "=")
LONGER = (
    *("{{{", "'''''a", "{|\n|", "*#:;", "<div>", "[[a|", "[[File:a|thumb|", "<onlyinclude>", "<pre>", "<ref>{{quote|"),
    *("\n*", "\n:", "\n;a:b", "\n|", "<table><tr><td>", "<ul><li>", "<gallery>\n", "{{#if:a|", "&amp;", "-", "[//a b]"),
)
NESTED = (("{{a|", "}}"), ("[[", "]]"), ("{{quote|", "}}"), ("{{{a|", "}}}"), ("<ref>", "</ref>"), ("{|\n|", "\n|}"))
PIECES = st.sampled_from(
    [
        *"'' ''' ''''' [[ ]] {{ }} {{{ }}} | = * # : ; <ref> </ref> <nowiki> </nowiki> {| |} |- ! !! || == <b>".split(),
        *"</b> <div> </div> a <table> </table> <tr> <td> </li> <ul> <li> File:a.png Category:b quote #if: &lt;".split(),
        *"<!-- --> <gallery> </gallery> <poem> </poem> ~~~~ thumb ---- {{spoiler}} {{!}} </span> <spoiler>".split(),
        *("\n", " ", "[http://x ", "<span class=spoiler>", "\x02", "1", "\x03", "\x1d", "\x01"),
    ]
)


@pytest.mark.parametrize(("sign", "times"), [*((sign, MANY) for sign in REPEATED), *((sign, FEW) for sign in LONGER)])
def test_repeated_signs_take_linear_time(sign: str, times: int) -> None:
    with must_end():
        assert converted(sign * times).body is not None


@pytest.mark.parametrize(("opening", "closing"), NESTED)
def test_deep_nesting_takes_linear_time(opening: str, closing: str) -> None:
    text = opening * FEW + "words" + closing * FEW
    with must_end():
        assert "words" in converted(text).body
        values = convert_value(text, PlainSite(), title="Page")
    assert "words" in "".join(values) or opening == "<ref>"


def test_a_page_of_ten_megabytes_is_converted() -> None:
    paragraph = "'''Spy''' " + "words without any sign in them " * 200 + "[[Kids|kid]]<ref>c</ref>\n\n"
    with must_end():
        found = converted(paragraph * 1600)
    assert found.body.count("**Spy**") == 1600


def test_templates_that_grow_are_kept_as_they_are() -> None:
    growing = {"A": "{{B}}" * 50, "B": "{{C}}" * 50, "C": "{{D}}" * 50, "D": "words " * 200}
    found = converted("{{A}} {{A}} {{A}} {{A}}", **growing)
    assert len(found.body) < 10_000_000
    assert found.unknown == (("A", 4),)


def test_templates_that_call_each_other_end() -> None:
    found = converted("{{A}}", A="{{B}}", B="x {{A}}")
    assert found.unknown == (("A", 1),)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_makes_it_fail(text: str) -> None:
    found = convert(text, PlainSite(), title="Page")
    assert not set("\x01\x02\x03\x1d") & set(found.body)
    assert convert_value(text, PlainSite(), title="Page") is not None


def test_what_is_converted_can_be_sent_between_processes() -> None:
    found = converted("{{Infobox film|a=b}} {{Unheard of}} [[Category:A]]")
    assert pickle.loads(pickle.dumps(found)) == found
