"""What Markdown becomes: the forms people bring from Obsidian and GitHub, and what they get wrong in them."""

from __future__ import annotations

import re

import pytest

from fanwiki.markup.inline import inline_html
from fanwiki.markup.render import PlacedHeading, Renderer
from fanwiki.markup.scan import scan


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


def one_line(html: str) -> str:
    return re.sub(r"\s*\n\s*", "", html)


BLOCKS = {
    "paragraphs": ("a\nb\n\nc", "<p>ab</p><p>c</p>"),
    "hard break by spaces": ("a  \nb", "<p>a<br>b</p>"),
    "hard break by backslash": ("a\\\nb", "<p>a<br>b</p>"),
    "two spaces nest a list": ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    "four spaces nest a list": ("- a\n    - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "tabs nest a list": ("- a\n\t- b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "bullets in numbers": ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    "a list interrupts a paragraph": ("a\n- b\n- c", "<p>a</p><ul><li>b</li><li>c</li></ul>"),
    "a year does not": ("It was in\n1985. Then", "<p>It was in1985. Then</p>"),
    "a list may start at any number": ("7. a\n8. b", '<ol start="7"><li>a</li><li>b</li></ol>'),
    "blank lines loosen a list": ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "a heading needs no blank lines": ("a\n## b\nc", '<p>a</p><h2 id="s-b">b</h2><p>c</p>'),
    "an underlined heading": ("b\n---\nc", '<h2 id="s-b">b</h2><p>c</p>'),
    "code in a list": ("- a\n  ```\n  b\n\n  c\n  ```", "<ul><li>a<pre><code>bc</code></pre></li></ul>"),
    "code between tildes": ("~~~py\n```\n~~~", '<pre><code class="language-py">```</code></pre>'),
    "code that is indented": ("    a\n\n    b", "<pre><code>ab</code></pre>"),
    "a fence that is indented": ("  ```\n  a\n  ```\nb", "<pre><code>a</code></pre><p>b</p>"),
    "a quote": ("> a\nb\n> > c", "<blockquote><p>ab</p><blockquote><p>c</p></blockquote></blockquote>"),
    "a table": (
        "| a | b |\n|:--|--:|\n| c |",
        '<table><thead><tr><th class="left">a</th><th class="right">b</th></tr></thead>'
        '<tbody><tr><td class="left">c</td><td class="right"></td></tr></tbody></table>',
    ),
    "a table without outer pipes": (
        "a | b\n- | -\n1 | 2",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    ),
    "a table right below a paragraph": (
        "x\na | b\n- | -",
        "<p>x</p><table><thead><tr><th>a</th><th>b</th></tr></thead></table>",
    ),
    "a label in a table": (
        "a|b\n-|-\n[[X\\|y]]|z",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        '<tbody><tr><td><a href="wiki:X" data-l="1">y</a></td><td>z</td></tr></tbody></table>',
    ),
    "tasks": (
        "- [ ] a\n- [x] b\n- [1] c",
        '<ul><li class="task"><input type="checkbox" disabled="" aria-label="To do"> a</li>'
        '<li class="task"><input type="checkbox" disabled="" checked="" aria-label="Done"> b</li><li>[1] c</li></ul>',
    ),
    "a rule": ("a\n\n***\n- - -", "<p>a</p><hr><hr>"),
    "raw HTML is not read as Markdown": ("<div>\n*a* `b` #c\n</div>", "<div>*a* `b` #c</div>"),
    "wiki links in raw HTML are": (
        '<table><tr><td rowspan=2 title="[[a]]">[[b|*c*]]<td>![[d.png]] <code>[[e]]</code></table>',
        '<table><tbody><tr><td rowspan="2" title="[[a]]"><a href="wiki:b" data-l="1"><em>c</em></a></td>'
        '<td><img src="wiki:d.png" alt=""> <code>[[e]]</code></td></tr></tbody></table>',
    ),
    "spoilers in raw HTML are": (
        "<p>||a <b>[[b]]</b>||{F} ||…||{G} || ||</p>",
        '<p><span class="spoiler">a <b><a href="wiki:b">b</a></b></span> '
        '<span class="withheld">Spoiler for <a href="film:G">G</a></span> || ||</p>',
    ),
    "after a blank line it is": ("<div>\n\n*a*\n\n</div>", "<div><p><em>a</em></p></div>"),
    "comments": ("a %%b%% c\n%%d\n\ne%% f", "<p>a  cf</p>"),
    "a comment in code is code": ("`%%a%%`", "<p><code>%%a%%</code></p>"),
    "a formula of several lines": ("$$\na\n\n$$", '<pre class="math"><code>a</code></pre>'),
    "dollars that are money": ("It took $5.\n\nAnd $6.", "<p>It took $5.</p><p>And $6.</p>"),
    "a query": ('```query\nkind:film "a"\n```', '<div data-query="kind:film &quot;a&quot;"></div>'),
    "a block's id": ("a ^one", '<p id="b-one">a</p>'),
    "a list item's id": ("- a ^one\n- b", '<ul><li id="b-one">a</li><li>b</li></ul>'),
    "the id of the block before": ("- a\n\n^One", '<ul id="b-one"><li>a</li></ul>'),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_block(renderer: Renderer, name: str) -> None:
    markdown, html = BLOCKS[name]
    assert one_line(renderer.body(markdown).html) == html


LINES = {
    "escaped signs in emphasis within emphasis": (
        r"**x *a \_b\_ \[\[c]]* [*\*d\**](e)**",
        '<strong>x <em>a _b_ [[c]]</em> <a href="wiki:e" data-l="1"><em>*d*</em></a></strong>',
    ),
    "emphasis": ("*a* **b** ***c*** _d_", "<em>a</em> <strong>b</strong> <strong><em>c</em></strong> <em>d</em>"),
    "emphasis within a word": ("un*frigging*believable snake_case_x", "un<em>frigging</em>believable snake_case_x"),
    "emphasis that overlaps other emphasis": (
        "*a [[b]]**c `d`*[[e]]",
        '*a <a href="wiki:b">b</a><strong>c <code>d</code></strong><a href="wiki:e">e</a>',
    ),
    "highlight and strike": ("==a== ~~b~~ 1==2", "<mark>a</mark> <del>b</del> 1==2"),
    "code": ("`` a`b `` `c|d`", "<code>a`b</code> <code>c|d</code>"),
    "a formula": ("$x^2_1$", '<code class="math">x^2_1</code>'),
    "escapes": (r"\*a\* \[[b]] \#c", "*a* [[b]] #c"),
    "references": ("&copy; &amp;copy; &#x1F600;", "© &amp;copy; 😀"),
    "a link": ("[[Missy Moreno]]", '<a href="wiki:Missy%20Moreno">Missy Moreno</a>'),
    "a link with a label": ("[[Wheels|the *boy*]]", '<a href="wiki:Wheels" data-l="1">the <em>boy</em></a>'),
    "a link to a section": ("[[A/B#C#D]]", '<a href="wiki:A%2FB#D">A/B &gt; C &gt; D</a>'),
    "a link within the page": ("[[#Plot]]", '<a href="wiki:#Plot">Plot</a>'),
    "a link to a block": ("[[A#^x-1|y]]", '<a href="wiki:A#^x-1" data-l="1">y</a>'),
    "a link in emphasis": ("**[[A]]**", '<strong><a href="wiki:A">A</a></strong>'),
    "a link in code is code": ("`[[A]]`", "<code>[[A]]</code>"),
    "a page as Markdown links to it": ("[x](A%20b.md#C)", '<a href="wiki:A%20b#C" data-l="1">x</a>'),
    "a link to the web": (
        '[x](https://a.b "t")',
        '<a href="https://a.b" title="t" class="external" rel="noopener noreferrer nofollow">x</a>',
    ),
    "an address": (
        "<https://a.b>",
        '<a href="https://a.b" class="external" rel="noopener noreferrer nofollow">https://a.b</a>',
    ),
    "a bare address": (
        "(see https://a.b/c_d_(e)).",
        '(see <a href="https://a.b/c_d_(e)" class="external" rel="noopener noreferrer nofollow">https://a.b/c_d_(e)</a>).',
    ),
    "a mail address": (
        "a.b@c.de",
        '<a href="mailto:a.b@c.de" class="external" rel="noopener noreferrer nofollow">a.b@c.de</a>',
    ),
    "a tag": (
        "#hero/alien, #1985 #a1",
        '<a href="tag:hero/alien" class="tag">#hero/alien</a>, #1985 <a href="tag:a1" class="tag">#a1</a>',
    ),
    "a picture": ("![[a b.png|640x480]]", '<img src="wiki:a%20b.png" alt="" width="640" height="480">'),
    "a picture's description": ("![[a.png|the ship|100]]", '<img src="wiki:a.png" alt="the ship" width="100">'),
    "a picture by Markdown": ("![the *ship*|100](a.png)", '<img src="wiki:a.png" alt="the ship" width="100">'),
    "a picture from the web": (
        "![the ship](https://a.b/c.png)",
        '<a href="https://a.b/c.png" class="external" rel="noopener noreferrer nofollow">the ship</a>',
    ),
    "a picture from the web in a link": (
        "[![the ship](https://a.b/c.png)](A)",
        '<a href="wiki:A" data-l="1">the ship</a>',
    ),
    "sound": ("![[a.mp3]]", '<audio src="wiki:a.mp3" controls=""></audio>'),
    "film": ("![[a.mp4|300]]", '<video src="wiki:a.mp4" controls="" width="300"></video>'),
    "a file": ("![[a.pdf#page=3]]", '<a href="wiki:a.pdf#page%3D3">a.pdf</a>'),
    "raw HTML": ("<u>a</u><br>x<sup onclick=x>2</sup>", "<u>a</u><br>x<sup>2</sup>"),
    "a spoiler this reader may see": (
        "||a *b* [[C]]||{F}",
        '<span class="spoiler">a <em>b</em> <a href="wiki:C">C</a></span>',
    ),
    "what is withheld": (
        "||…||{A, B}",
        '<span class="withheld">Spoiler for <a href="film:A">A</a>, <a href="film:B">B</a></span>',
    ),
    "what is withheld until all is seen": ("||…||{#everything}", '<span class="withheld">Spoiler</span>'),
    "a rumour": ("||…||{#speculation}", '<span class="withheld">Rumour</span>'),
    "bars with nothing between": ("a || || b", "a || || b"),
    "nowhere": ("[a](javascript:x) [b](//c.d) [e]()", "a b e"),
}


@pytest.mark.parametrize("name", LINES)
def test_line(renderer: Renderer, name: str) -> None:
    """A line reads the same in a body and in a field."""
    markdown, html = LINES[name]
    assert one_line(renderer.body(markdown).html) == f"<p>{html}</p>"
    assert one_line(inline_html(markdown)) == html


def test_nothing_begins_a_block_in_a_field() -> None:
    assert inline_html("- 1. # > a") == "- 1. # &gt; a"
    assert inline_html("  Jo & co\nKG ") == "Jo &amp; co KG"


def test_callouts_fold_and_nest(renderer: Renderer) -> None:
    html = renderer.body("> [!Note]- A *title*\n> b\n> > [!warning]+\n> > c\n\n> [!tip]\n> d").html
    assert one_line(html) == (
        '<details class="callout" data-callout="note"><summary class="callout-title">A <em>title</em></summary>'
        '<p>b</p><details class="callout" data-callout="warning" open="">'
        '<summary class="callout-title">Warning</summary><p>c</p></details></details>'
        '<div class="callout" data-callout="tip"><p class="callout-title">Tip</p><p>d</p></div>'
    )


def test_a_spoiler_callout_names_its_films(renderer: Renderer) -> None:
    html = renderer.body("> [!spoiler]- [[Sharkboy, again]] and [[B]]\n> c").html
    assert one_line(html) == (
        '<details class="callout" data-callout="spoiler"><summary class="callout-title">'
        'Spoiler for <a href="film:Sharkboy%2C%20again">Sharkboy, again</a>, <a href="film:B">B</a></summary>'
        "<p>c</p></details>"
    )


def test_a_withheld_callout_names_its_films_and_shows_nothing_below(renderer: Renderer) -> None:
    html = renderer.body("> [!withheld] A, B\n> never there").html
    assert one_line(html) == '<p class="withheld">Spoiler for <a href="film:A">A</a>, <a href="film:B">B</a></p>'


def test_footnotes_are_numbered_as_they_are_mentioned(renderer: Renderer) -> None:
    html = renderer.body("a[^x] b[^1] a[^X]\n\n[^1]: one\n[^x]: two\n    and [^1]\n\n    three\n[^unused]: four").html
    assert re.findall(r'id="(fn(?:ref)?-[\d-]+)"', html) == [
        "fnref-1",
        "fnref-2",
        "fnref-1-2",
        "fn-1",
        "fnref-2-2",
        "fn-2",
    ]
    assert re.findall(r'href="#(fn[\w-]+)"', html) == [
        "fn-1",
        "fn-2",
        "fn-1",
        "fn-2",
        "fnref-1",
        "fnref-1-2",
        "fnref-2",
        "fnref-2-2",
    ]
    assert "four" not in html
    assert "[^y]" in renderer.body("a[^y]").html


def test_embedded_pages_stand_between_paragraphs(renderer: Renderer) -> None:
    html = renderer.body("a ![[B#C]] d\n\n- ![[E]]\n\n*![[F]]*").html
    assert one_line(html) == (
        '<p>a </p><div data-embed="B#C"></div><p>d</p><ul><li><div data-embed="E"></div></li></ul>'
        '<p><em><a href="wiki:F">F</a></em></p>'
    )


def test_headings_are_listed_with_the_ids_that_links_lead_to(renderer: Renderer) -> None:
    rendered = renderer.body("## The *Ship* ^s\n\n## The ship\n\n### [[A|b]] & `c`[^1]\n\n#### ||…||{F}\n\n[^1]: x")
    assert rendered.headings == (
        PlacedHeading(2, "The Ship", "s-the-ship"),
        PlacedHeading(2, "The ship", "s-the-ship-1"),
        PlacedHeading(3, "b & c", "s-b-c"),
        PlacedHeading(4, "…", "s-section"),
    )
    assert "Ship" not in rendered.headings[3].text


def test_the_page_title_is_the_only_heading_of_the_first_level(renderer: Renderer) -> None:
    levels = [heading.level for heading in renderer.body("# a\n## b\n###### c").headings]
    assert levels == [2, 3, 6]
    assert [heading.level for heading in renderer.body("## b\n### c").headings] == [2, 3]


SAME = (
    "a #b, (#c) x#d #e-f_g/h #1 #1a #ü #日本 ## #x! #a#b `#n` #😀 \\#esc http://a.b/#frag &#35;ref *#em* ==#hi==",
    "x ^one\n\ny\n^two\n\n- w\n\n^three\n\n`^no`\n\n- z ^Four\n  ^not-end more",
)


@pytest.mark.parametrize("body", SAME)
def test_renderer_and_scanner_agree_on_tags_and_ids(renderer: Renderer, body: str) -> None:
    html = renderer.body(body).html
    found = scan(body)
    assert re.findall(r'<a href="tag:[^"]*" class="tag">#([^<]*)</a>', html) == [tag.text for tag in found.tags]
    assert re.findall(r'id="b-([^"]*)"', html) == [place.text.casefold() for place in found.ids]


def test_line_ends_and_control_characters(renderer: Renderer) -> None:
    assert one_line(renderer.body("a\r\n\r\nb\rc\x00\x02\ud800").html) == "<p>a</p><p>bc\ufffd\ufffd\ufffd</p>"
    assert renderer.body(" \n\t\n").html == ""


def test_a_page_does_not_leave_traces_in_the_next(renderer: Renderer) -> None:
    renderer.body("[x]: https://a.b\n\n[^1]: note\n\n[[a]] [x] a[^1] *b")
    assert one_line(renderer.body("[x] a[^1] # b").html) == "<p>[x] a[^1] # b</p>"
