"""What skips the cleaner is what the cleaner would leave as it is, and what skips the inline engine reads the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.markup import clean as cleaning
from fanwiki.markup.extensions import linked_text
from fanwiki.markup.pipeline import BodyPipeline
from fanwiki.markup.settled import LONGEST, is_settled
from watchdog import must_end

PIECES = (
    *("<p>", "</p>", "<p>text</p>", "\n", "<hr>", "<ul>", "</ul>\n", "<ol>", "</ol>", "<li>", "</li>\n"),
    *('<h2 id="s-one">', "</h2>", '<h3 id="s-é">', "</h3>", '<h2 id="x">', "<em>", "</em>", "<strong>", "</strong>"),
    *('<a href="wiki:x">', '<a href="wiki:x#y" data-l="1">', '<a href="wiki:%5Bx">', '<a href="https://a.b">', "</a>"),
    *('<a href="wiki:x" class="tag">', '<p class="callout">', '<a href="film:x">', "<br>", "<b>", "<P>", "<table>"),
    *("&amp;", "&lt;", "&gt;", "&quot;", "&", "<", ">", '"', "'", "\u00a0", "\x0c", "\0", "\u2028", "\ufffe", "é"),
    *("text", " ", "日本", "😀", "&nbsp;", "&#60;", "<!-- -->", "<script>", "<p", "/>"),
)
BLOCKS = (
    *("<p>a &amp; b</p>", '<p><a href="wiki:x">x</a> and <em>so <a href="wiki:y#z">y</a></em></p>', "<hr>"),
    *('<h4 id="s-a-b">A b</h4>', "<ul><li>one</li>\n<li>two</li>\n</ul>", "<ol><li></li>\n</ol>", "<p></p>"),
)
HTML = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
SETTLED = st.lists(st.sampled_from(BLOCKS), max_size=4).map("\n".join)
SIGNS = (
    *("[[Page]]", "[[Page|label]]", "[[Page#H]]", "[[a.png]]", "[[a.png|b]]", "[[|]]", "[[#]]", "[[ ]]", "[[a#^b|c]]"),
    *('[[P & "q"|l & m]]', "[[x|*y*]]", "![[x]]", "[[a]b]]", "[[[a]]", "[[日本]]", "[", "]", "*", "_", "||", "`", "\\"),
    *("&amp;", "<b>", "#tag", "a@b.c", "www.a.b", "  \n", "\n", " ", "word", " and ", "é", '"', "'", "<", "&", "\r"),
    *(
        "\n\n",
        "\n- ",
        "\n- [ ] ",
        "\n> ",
        "\n| a | b |\n|-|-|\n| [[x]] | [[y\\|z]] |\n",
        "\n# ",
        " ^id",
        "\n^id\n",
        "\t",
    ),
)
PIPELINE = BodyPipeline()


@settings(max_examples=400, deadline=None)
@given(HTML | st.tuples(SETTLED, HTML, SETTLED).map("".join) | SETTLED)
def test_what_is_settled_comes_from_the_cleaner_as_it_was(html: str) -> None:
    if is_settled(html):
        assert cleaning._cleaned(html) == html


@given(SETTLED)
def test_plain_pages_are_settled(html: str) -> None:
    assert is_settled(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<p><a href="//host/x">x</a></p>',
        '<p><a href="wiki:x" onclick="y">x</a></p>',
        '<p><a href="wiki:x"><a href="wiki:y">x</a></a></p>',
        '<p><a href="wiki:x&quot;">x</a></p>',
        '<p id="s-x">x</p>',
        '<h2 id="location">x</h2>',
        '<h2 id="s-x" class="y">x</h2>',
        '<h2 id="s-x">x</h3>',
        '<h2 id="s-x">x</h2>\n<h4 id="s-y">x</h2>',
        "<ul>\n<li>x</li>\n</ol>",
        "<p>x",
        "x",
        "<p>a<p>b</p></p>",
        "<p><ul><li>x</li>\n</ul></p>",
        "<ul><p>x</p></ul>",
        "<p><em><em>x</em></em></p>",
        "<p>&copy;</p>",
        "<p>&nbsp;\u00a0</p>",
        "<p>a < b</p>",
        "<p><script>x</script></p>",
        "<p><img src=x></p>",
        "<p>x</p><!-- -->",
        "<p>" + "x" * LONGEST + "</p>",
    ],
)
def test_anything_else_goes_to_the_cleaner(html: str) -> None:
    assert not is_settled(html)


def test_what_never_ends_is_given_up_at_once() -> None:
    hostile = ("<p>" + "<em>" * 20_000, "<p>" + "&amp;" * 18_000, "<ul>" + "<li>" * 20_000, "<p></p>\n" * 11_000 + "<")
    with must_end():
        for _ in range(30):  # a way back for each sign would take seconds each time
            assert not any(map(is_settled, hostile))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_links_written_at_once_are_those_of_the_inline_engine(text: str) -> None:
    at_once = PIPELINE.html(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linked_text, "linked_html", lambda _: None)
        assert _without_marks(PIPELINE.html(text)) == _without_marks(at_once)


def _without_marks(html: str) -> str:
    """Leave out what Python-Markdown leaves of its own marks in emphasis that is nested wrongly: they are numbered."""
    return html if "klzzwxh" not in html else ""
