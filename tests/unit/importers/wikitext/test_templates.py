"""Templates: well-known ones, those of the dump, parser functions, and what is kept as it was."""

from __future__ import annotations

import pytest
from wikitext_making import body, converted

from fanwiki.importers.mediawiki.wikitext.convert import TemplateCall, convert_value
from wikitext_suites import PlainSite

KNOWN = {
    "{{Quote|To be|Hamlet|Act 3}}": "> To be\n>\n> — Hamlet, Act 3",
    "{{cquote|To be}}": "> To be",
    "{{Main|A|B#C|l2=d}}": "*Main articles: [[A]] and [[B#C|d]]*",
    "{{See also|A}}": "*See also: [[A]]*",
    "{{for|the song|Spy (song)}}": "*For the song, see [[Spy (song)]].*",
    "{{lang|fr|mot}} {{lang|ja|字}}": "*mot* 字",
    "{{lang-de|Wort}}": "[[German language|German]]: *Wort*",
    "{{birth date and age|1990|5|1}}": "May 1, 1990",
    "{{Death date and age|df=yes|2000|1|2|1950|3|4}}": "2 January 2000 (aged 49)",
    "{{start date|2001|3}} {{End date|2003}}": "March 2001 2003",
    "{{film date|2001|3|30|US|2001|4|2}}": "March 30, 2001 (US)<br>\nApril 2, 2001",
    "{{ubl|a|b}}": "- a\n- b",
    "{{plainlist|\n* a\n* b}}": "- a\n- b",
    "{{hlist|a|b}} {{flatlist|\n* c\n* d\n}}": "a · b c · d",
    "{{nowrap|a b}} {{small|c}}{{nbsp}}d": "a b <small>c</small>\u00a0d",
    "{{tooltip|a|b's}} {{abbr|c|[[d]]}}": '<abbr title="b&#x27;s">a</abbr> c ([[d]])',
    "{{sic|hte}} {{circa|1900}} {{frac|1|2}} {{convert|5|km}}": "hte [*sic*] c.\u00a01900 1⁄2 5\u00a0km".replace(
        "[*", "\\[*"
    ),
    "{{nihongo|Sun|日|Nichi}}": "Sun (日, *Nichi*)",
    "{{USS|Enterprise|CV-6}}": "[[USS Enterprise (CV-6)|USS *Enterprise*]] (CV-6)",
    "a{{cn|date=May 2010}} {{clear}}{{Use dmy dates}}b": "a b",
    "{{YouTube|abcdef|x}} {{URL|a.com}}": "[x](https://www.youtube.com/watch?v=abcdef) on YouTube [a.com](https://a.com)",
    "{{:Other page}}": "![[Other page]]",
    "{|\n! a !! b\n|-\n| {{yes}} || {{n/a|none}}\n|}": "| a | b |\n| --- | --- |\n| Yes | none |",
}
CITED = {
    "{{cite web|url=http://a.b|title=T|last=L|first=F|date=2020|work=W|access-date=2021}}": (
        "L, F (2020). “[T](http://a.b)”. *W*. Retrieved 2021."
    ),
    "{{cite book|title=T|last1=L|last2=M|year=1999|publisher=P|location=O|pages=1–2|isbn=1}}": (
        "L; M (1999). *T*. O: P. pp. 1–2. ISBN 1."
    ),
    "{{cite journal|title=T|journal=J|volume=3|issue=4|doi=1/x}}": "“T”. *J* 3 (4). [doi:1/x](https://doi.org/1/x).",
    "{{cite episode|title=T|series=S|season=2|number=5|network=N}}": "“T”. *S*, season 2, episode 5. N.",
}
DUMP = {
    "Name": "'''{{{1}}}''' ({{{year|unknown}}})<noinclude>[[Category:Documentation]]</noinclude>",
    "Outer": "<includeonly>{{Name|{{{1}}}|year={{{y|}}}}}</includeonly>",
    "Half": "a {{Unheard of}} b",
    "Loop": "{{Loop}}",
    "Table": "{|\n! a\n|-\n| {{{1}}}\n|}",
}


@pytest.mark.parametrize("text", KNOWN)
def test_well_known_template(text: str) -> None:
    found = converted(text)
    assert found.body == KNOWN[text]
    assert not found.unknown


@pytest.mark.parametrize("text", CITED)
def test_citation(text: str) -> None:
    assert body(text) == CITED[text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{#if:{{{x|}}}|a|b}} {{#if:x|a|b}}", "b a"),
        ("{{#ifeq:1|1.0|a|b}} {{#ifeq:x|y|a|b}}", "a b"),
        ("{{#switch:b|a=1|b|c=2|#default=3}} {{#switch:z|a=1|4}}", "2 4"),
        ("{{#expr:2*(3+4) round 0}} {{#ifexpr:1>2|a|b}}", "14 b"),
        ("{{lc:ABC}} {{ucfirst:abc}} {{padleft:7|3}} {{formatnum:1234567}}", "abc Abc 007 1,234,567"),
        ("{{NAMESPACE}}{{PAGENAME}} {{FULLPAGENAME:Talk:X}}", "Spy Kids Talk:X"),
    ],
)
def test_parser_function(text: str, wanted: str) -> None:
    assert body(text) == wanted


def test_templates_of_the_dump_are_expanded_with_their_parameters() -> None:
    found = converted("{{Name|Ann}} {{outer|Bob|y=1990}}\nx {{Table|c}}", **DUMP)
    assert found.body == "**Ann** (unknown) **Bob** (1990)\nx\n\n| a |\n| --- |\n| c |"
    assert dict(found.known) == {"Name": 2, "outer": 1, "Table": 1}
    assert found.categories == ()


def test_a_template_that_cannot_be_expanded_as_a_whole_is_kept_as_it_was() -> None:
    found = converted("x {{Half}} {{Loop}} {{#invoke:Module|f|a}}", **DUMP)
    assert found.body == r"x `{{Half}}` `{{Loop}}` <code>{{\#invoke:Module&#124;f&#124;a}}</code>"
    assert dict(found.unknown) == {"Half": 1, "Loop": 1, "#invoke:Module": 1}
    assert found.known == ()


def test_an_unknown_template_on_lines_of_its_own_is_fenced_and_folded() -> None:
    assert body("{{Unheard of\n|a=```\n}}") == (
        "> [!template]- Template:Unheard of\n> ````wikitext\n> {{Unheard of\n> |a=```\n> }}\n> ````".replace(
            "````", "```"
        )
    )


def test_infoboxes_are_handed_over_with_their_raw_values() -> None:
    found = converted("{{Infobox film|name=X|starring=[[A|b]]<br>{{ubl|c|d}}|<!-- e -->|f=<nowiki>|</nowiki>}}Text")
    assert found.body == "Text"
    wanted = (("name", "X"), ("starring", "[[A|b]]<br>{{ubl|c|d}}"), ("1", ""), ("f", "<nowiki>|</nowiki>"))
    assert found.infoboxes == (TemplateCall("Infobox film", wanted),)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("[[A|b]]<br>''c''", ("[[A|b]]", "*c*")),
        ("{{ubl|a|'''b'''}}\n* c<ref>d</ref>", ("a", "**b**", "c")),
        ("{{plainlist|\n* a\n* b\n}}", ("a", "b")),
        ("{{film date|2001|3|30|US|2001|4|2}}", ("March 30, 2001 (US)", "April 2, 2001")),
        ("", ()),
        ("$5 million", ("$5 million",)),
    ],
)
def test_values_are_parted_at_breaks_and_lists(value: str, wanted: tuple[str, ...]) -> None:
    assert convert_value(value, PlainSite(), title="Page") == wanted
