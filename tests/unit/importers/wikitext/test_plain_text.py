"""What is plain text in wikitext reads the same in our pages, wherever it stands."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from fanwiki.importers.mediawiki.wikitext.convert import convert, convert_value
from fanwiki.markup.inline import inline_html
from fanwiki.markup.pipeline import BodyPipeline
from wikitext_suites import PlainSite

_SIGNS = "*_~=[]()<>#|`$^!&;:-+.0123456789\\/%{}'\"@ \n"
_WORDS = ["[[a]]", "||x||", "1. x", "- x", "# x", "#tag", "a:: b", "%%x%%", "[^1]", "> x", "---", "```", "<b>", "&lt;"]
_WORDS += [
    "$a$",
    "^id",
    "![[x.png]]",
    "[x](y)",
    "[ ] x",
    "**b**",
    "_i_",
    "~~s~~",
    "==m==",
    "| a |",
    "|---|",
    "<!--",
    "\\",
]
_TEXTS = st.lists(
    st.one_of(st.text(_SIGNS + "abäß字", max_size=6), st.sampled_from(_WORDS)), min_size=1, max_size=8
).map(" ".join)
_PIPELINE = BodyPipeline()
_PLACES = {
    "a paragraph": "{}",
    "after words": "words {} words",
    "an item": "* {}",
    "a numbered item": "# {}",
    "an indented line": ":{}",
    "a term": ";{}\n:x",
    "a heading": "== {} ==",
    "a plain cell": "{{|\n! a !! b\n|-\n| {} || y\n|}}",
    "a wide cell": '{{|\n| colspan="2" | {} || y\n|}}',
    "bold": "'''{}'''",
    "italic in bold": "'''x ''{}'' y'''",
    "a link": "[[Page|{}]]",
    "a link in a cell": "{{|\n! a\n|-\n| [[Page|{}]]\n|}}",
    "a link in a wide cell": '{{|\n| colspan="2" | [[Page|{}]] || y\n|}}',
    "a link to the web": "[https://example.org {}]",
    "a footnote": "x<ref>{}</ref>",
    "a caption": "[[File:a.png|thumb|{}]]",
    "a spoiler": "{{{{spoiler start|Film}}}}\n{}\n{{{{spoiler end}}}}",
}


def shown(markdown: str) -> str:
    """Return the words that a page shows, without spaces."""
    root = lxml_html.fragment_fromstring(_PIPELINE.html(markdown) or "<p></p>", create_parent="div")
    for back in root.xpath("//a[@class='footnote-back']|//sup"):
        back.drop_tree()
    return "".join(root.text_content().split())


def nowiki(text: str) -> str:
    """Return text that wikitext takes as it is."""
    return f"<nowiki>{escape(text, quote=False)}</nowiki>"


@pytest.mark.parametrize("place", _PLACES.values(), ids=_PLACES.keys())
@settings(max_examples=40, deadline=None)
@example("a*b*c _d_ [[e]] ||f|| 1. g")
@example("- x\n1) y\n# z\n> q\n| a |\n|---|")
@given(_TEXTS)
def test_plain_text_is_shown_as_it_is(place: str, text: str) -> None:
    around = shown(convert(place.format(nowiki("\u2603")), PlainSite(), title="Page").body)
    body = convert(place.format(nowiki(text)), PlainSite(), title="Page").body
    wanted = "".join(text.split())
    if wanted:
        assert shown(body) == around.replace("\u2603", wanted), body


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_plain_values_of_fields_are_shown_as_they_are(text: str) -> None:
    values = convert_value(nowiki(text.replace("\n", " ")), PlainSite(), title="Page")
    html = "".join(f"<p>{inline_html(value)}</p>" for value in values) or "<p></p>"
    assert "".join(lxml_html.fragment_fromstring(html, create_parent="div").text_content().split()) == "".join(
        text.split()
    )
