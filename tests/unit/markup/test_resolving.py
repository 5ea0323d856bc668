"""Rendered bodies filled in for one viewer and one output."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from fanwiki.markup.inline import inline_html
from fanwiki.markup.render import Renderer
from fanwiki.markup.resolve import MAX_DEPTH, MAX_EMBEDS, LinkTarget, resolve
from fanwiki.markup.views import LinkState


@dataclass
class Output:
    """An output with a few pages; keeps what it was asked."""

    pages: dict[str, str] = field(default_factory=dict)
    masked: frozenset[str] = frozenset()
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    renderer: Renderer = field(default_factory=Renderer)

    def link(self, target: str, heading: str, block: str) -> LinkTarget:
        self.asked.append((target, heading, block))
        if target in self.masked:
            return LinkTarget(None, "Hidden", LinkState.MASKED)
        if target in self.pages:
            return LinkTarget(f"{target.lower()}.html", target)
        return LinkTarget(None if target == "Nowhere" else "new?a&b", target, LinkState.MISSING)

    def image(self, name: str) -> str | None:
        return f"img/{name}?a&b" if name == "a b.png" else None

    def embed(self, target: str, heading: str, block: str) -> str | None:
        self.asked.append((target, heading, block))
        return self.renderer.body(self.pages[target]).html if target in self.pages else None

    def query(self, text: str) -> str:
        return f"<ol><li>{text!r}</li></ol>"

    def film(self, name: str) -> LinkTarget:
        return self.link(name, "", "")

    def tag(self, name: str) -> LinkTarget:
        return LinkTarget(f"tag/{name}.html", name)

    def shows(self, body: str) -> str:
        return resolve(self.renderer.body(body).html, self).replace("\n", "")


def test_links_lead_where_the_output_says() -> None:
    output = Output(pages={"Ship": ""})
    assert output.shows("[[Ship]] [[Ship#A b|*it*]] [[ship]] [[Nowhere|x]] [y](Ship.md#^c)") == (
        '<p><a href="ship.html">Ship</a> <a href="ship.html"><em>it</em></a> '
        '<a href="new?a&amp;b" class="missing">ship</a> <span class="missing">x</span> <a href="ship.html">y</a></p>'
    )
    assert output.asked == [
        *(("Ship", "", ""), ("Ship", "A b", ""), ("ship", "", ""), ("Nowhere", "", ""), ("Ship", "", "c")),
    ]


def test_a_masked_title_shows_only_where_the_author_wrote_a_text() -> None:
    html = Output(masked=frozenset(("Traitor",))).shows("[[Traitor]] [[Traitor|her]] [[Traitor#Secret]]")
    assert html == (
        '<p><span class="masked">Hidden</span> <span class="masked">her</span> <span class="masked">Hidden</span></p>'
    )


def test_the_title_of_a_fold_names_films_without_a_link_in_the_button_that_it_is() -> None:
    output = Output(pages={"Film": ""}, masked=frozenset({"Secret"}))
    shown = output.shows("> [!spoiler]- Film, Secret\n> ||Text.||{Film}\n>\n> [[Film]]")
    summary, _, rest = shown.partition("</summary>")
    assert '<span>Film</span>, <span class="masked">Hidden</span>' in summary
    assert "<a " not in summary
    assert '<a href="film.html"' in rest


def test_a_mask_names_films_as_this_reader_may_see_them() -> None:
    output = Output(pages={"A": ""}, masked=frozenset(("B",)))
    assert output.shows("||…||{A, B}") == (
        '<p><span class="withheld">Spoiler for <a href="a.html">A</a>, <span class="masked">Hidden</span></span></p>'
    )
    assert "B" not in output.shows("## ||…||{B}\n\n> [!spoiler] [[B]]\n> x\n\n> [!withheld] B")


def test_links_within_the_page() -> None:
    output = Output()
    assert output.shows("[[#A b]] [[#^c]] [x](#d)") == (
        '<p><a href="#s-a-b">A b</a> <a href="#b-c">c</a> <a href="#s-d">x</a></p>'
    )
    assert output.asked == []


def test_tags_lead_to_their_pages() -> None:
    assert Output().shows("#a/b") == '<p><a href="tag/a/b.html" class="tag">#a/b</a></p>'


def test_a_missing_tag_or_page_keeps_its_classes() -> None:
    class Untagged(Output):
        def tag(self, name: str) -> LinkTarget:
            return LinkTarget(None, name, LinkState.MISSING)

    assert Untagged().shows("#a") == '<p><span class="missing tag">#a</span></p>'


def test_files_are_shown_or_their_names_are() -> None:
    output = Output()
    assert (
        output.shows("![[a b.png|the ship|90]]") == '<p><img src="img/a b.png?a&amp;b" alt="the ship" width="90"></p>'
    )
    assert output.shows("![[c.png|the ship]] ![[c.mp3]]") == (
        '<p><span class="missing">the ship</span> <span class="missing">c.mp3</span></p>'
    )


def test_queries_are_asked_as_written() -> None:
    assert Output().shows('```query\nkind:film "a&b" <c>\n```') == "<ol><li>'kind:film \"a&b\" <c>'</li></ol>"


def test_a_field_resolves_like_a_body() -> None:
    assert resolve(inline_html("[[Ship]]"), Output(pages={"Ship": ""})) == '<a href="ship.html">Ship</a>'


def test_embedded_pages_have_ids_of_their_own() -> None:
    html = Output(pages={"B": "## Plot\n\n[[#Plot]] x[^1] ^d\n\n[^1]: note"}).shows("## Plot\n\n![[B]]\n\n![[B#Plot]]")
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert ids == ["s-plot"] + [f"e{n}-{name}" for n in (1, 2) for name in ("s-plot", "b-d", "fnref-1", "fn-1")]
    assert 'href="#e1-fn-1"' in html
    assert 'href="#e2-fnref-1"' in html
    assert '<a href="b.html">Plot</a>' in html


def test_an_embed_that_is_not_there_is_a_link() -> None:
    assert Output().shows("![[B#C]]") == '<p><a href="new?a&amp;b" class="missing">B &gt; C</a></p>'
    assert Output(masked=frozenset(("B",))).shows("![[B#C]]") == '<p><span class="masked">Hidden</span></p>'


def test_pages_that_embed_each_other_end() -> None:
    output = Output(pages={"A": "a ![[B]]", "B": "b ![[A]]"})
    assert output.shows("![[A]]") == '<p>a </p><p>b </p><p><a href="a.html">A</a></p>'


def test_embeds_go_only_so_deep() -> None:
    output = Output(pages={f"P{number}": f"x{number} ![[P{number + 1}]]" for number in range(20)})
    html = output.shows("![[P0]]")
    assert f"x{MAX_DEPTH - 1}" in html
    assert f"x{MAX_DEPTH}" not in html
    assert f'<a href="p{MAX_DEPTH}.html">' in html


def test_embeds_do_not_multiply_without_end() -> None:
    output = Output(pages={f"P{number}": f"![[P{number + 1}]]\n\n" * 12 for number in range(20)})
    output.shows("![[P0]]\n\n" * 12)
    assert sum(target.startswith("P") for target, _, _ in output.asked) < 15 * MAX_EMBEDS


def test_resolved_html_stays_as_it_is() -> None:
    output = Output(pages={"Ship": ""})
    html = output.shows("[[Ship]] https://a.b `[[x]]` <b>wiki:x</b>")
    assert resolve(html, output) == html


@pytest.mark.parametrize("name", ['"><b>', "a&b<c>'", "a%20b", "100%", "ä/ö", "a?b=c", " x", "javascript:x", "//x"])
def test_any_name_reaches_the_output_unchanged(name: str) -> None:
    output = Output()
    html = output.shows(f"[[{name}|x]]")
    assert output.asked == [(name.strip(), "", "")]
    assert html == '<p><a href="new?a&amp;b" class="missing">x</a></p>'


def test_what_an_output_says_cannot_break_out() -> None:
    class Hostile(Output):
        def link(self, target: str, heading: str, block: str) -> LinkTarget:
            return LinkTarget('"><img src=x>', "<b>", LinkState.MASKED)

        def image(self, name: str) -> str | None:
            return '"><b>'

    html = Hostile().shows("[[a]] ![[b.png]]")
    assert html == (
        '<p><a href="&quot;&gt;&lt;img src=x&gt;" class="masked">&lt;b&gt;</a> '
        '<img src="&quot;&gt;&lt;b&gt;" alt=""></p>'
    )


def test_a_resolver_is_asked_in_the_order_of_the_page() -> None:
    output = Output()
    output.shows("[[P0]] ![[P1]]\n\n[[P2]]")
    assert [target for target, _, _ in output.asked] == ["P0", "P1", "P1", "P2"]
