"""Whatever is typed becomes clean HTML: always the same, nothing raised, nothing that no page may hold."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fanwiki.markup.clean import clean
from fanwiki.markup.inline import inline_html
from fanwiki.markup.pipeline import BodyPipeline
from fanwiki.markup.render import Renderer
from fanwiki.markup.resolve import LinkTarget, resolve
from html_audit import faults
from pathological import PATHOLOGICAL

SIGNS = (
    *"*_`~=[]()<>!#|$%{}^\\/:;&\"'-+.@ \t\n",
    *(
        "  \n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n    ",
        "\n```\n",
        "\n~~~ query\n",
        "\n# ",
        "\n---\n",
        "\n| a | b |\n|-|-|\n",
    ),
    *("[[", "]]", "![[", "||", "||{", "**", "==", "~~", "%%", "$$", "](", "[^1]", "\n[^1]: ", "\n[a]: b\n", "^id"),
    *(
        "> [!note]- ",
        "> [!withheld] ",
        "||…||",
        "<b>",
        "</b>",
        "<div>\n",
        "</div>",
        "<!--",
        "-->",
        "<a href=",
        "<script>",
    ),
    *("a", "word", "é", "日本", "😀", "http://a.b", "www.a.b", "a@b.c", "&amp;", "\x02", "\x03", "\r", "\0", "\ud800"),
)
PIECES = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
TEXTS = PIECES | st.text(max_size=80)
HARD = st.tuples(st.sampled_from(sorted(PATHOLOGICAL)), st.integers(0, 9)).map(
    lambda name: PATHOLOGICAL[name[0]](name[1])
)

RENDERER = Renderer()


class Everywhere:
    """An output in which everything is there."""

    def link(self, target: str, heading: str, block: str) -> LinkTarget:
        return LinkTarget("wiki:x", target)

    def image(self, name: str) -> str | None:
        return "wiki:x"

    def embed(self, target: str, heading: str, block: str) -> str | None:
        return "<p>embedded</p>"

    def query(self, text: str) -> str:
        return "<ul></ul>"

    def film(self, name: str) -> LinkTarget:
        return LinkTarget("wiki:x", name)

    def tag(self, name: str) -> LinkTarget:
        return LinkTarget("wiki:x", name)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("=%%c%%=x=%%c%%=")
@example("&#61;&#61;x&#61;&#61; \\~\\~y\\~\\~")
def test_a_text_without_marks_is_the_same_to_a_pipeline_that_has_learned_them(text: str) -> None:
    learned = BodyPipeline()
    learned.learn_marks()
    assert BodyPipeline().html(text) == learned.html(text)


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.tuples(HARD, PIECES).map("".join))
def test_any_body_becomes_clean_html(text: str) -> None:
    rendered = RENDERER.body(text)
    assert not rendered.notice
    assert faults(rendered.html) == []
    assert Renderer().body(text) == rendered
    assert clean(rendered.html) == rendered.html
    assert faults(resolve(rendered.html, Everywhere())) == []
    assert all(heading.id.startswith("s-") for heading in rendered.headings)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ("*", "**", "***", "_", "==", "~~", "[[a]]", "[[a|b]]", "`c`", "$d$", "||e||", "f", " ", "\\*")
        ),
        min_size=2,
        max_size=12,
    ).map("".join)
)
@example("*em [[l]]**em [[l]]*[[x]]")
@example("a**$x$***![[e]]***_||s||{F}_")
def test_nothing_that_the_engine_writes_for_itself_is_shown(text: str) -> None:
    """Overlapping emphasis made it leave the numbers under which it had kept links."""
    html = RENDERER.body(text).html
    assert "klzz" not in html
    assert not set("\x02\x03") & set(html)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_field_becomes_clean_html(text: str) -> None:
    html = inline_html(text)
    assert faults(html) == []
    assert inline_html(text) == html


@settings(max_examples=200, deadline=None)
@given(PIECES, PIECES)
def test_a_page_does_not_depend_on_the_one_before(first: str, second: str) -> None:
    RENDERER.body(first)
    assert RENDERER.body(second) == Renderer().body(second)
