"""What raw HTML may hold, as importers write it; hostile HTML has tests of its own."""

from __future__ import annotations

import pytest

from fanwiki.markup.clean import clean
from html_audit import faults

KEPT = {
    "table with spans": (
        '<table class="wikitable"><caption>a</caption><tbody><tr><th scope="row" rowspan="2">b</th>'
        '<td colspan="3">c</td></tr></tbody></table>'
    ),
    "lists": '<ol start="3" type="a" reversed=""><li value="5">a</li></ol><dl><dt>b</dt><dd>c</dd></dl>',
    "text": '<p lang="ja" dir="ltr"><ruby>漢<rt>kan</rt></ruby> <abbr title="x">a</abbr> <kbd>b</kbd><wbr>c</p>',
    "figures": '<figure><img src="wiki:a.png" alt="b"><figcaption>c</figcaption></figure>',
    "times": '<time datetime="2020-12-25">Christmas</time> <del datetime="2020">x</del>',
    "details": '<details open=""><summary>a</summary>b</details>',
    "our ids": '<p id="s-a"></p><p id="b-a"></p><p id="fn-1"></p><p id="fnref-1-2"></p>',
}


@pytest.mark.parametrize("name", KEPT)
def test_harmless_html_stays(name: str) -> None:
    assert clean(KEPT[name]) == KEPT[name]
    assert faults(KEPT[name]) == []


CHANGED = {
    "style": ('<p style="color:red">a</p>', "<p>a</p>"),
    "unknown elements lose their tags": ("<center><font>a</font></center>", "a"),
    "unknown classes": ('<p class="modal task evil">a</p>', '<p class="task">a</p>'),
    "ids": ('<p id="cookie">a</p><a href="#cookie">b</a>', '<p id="u-cookie">a</p><a href="#u-cookie">b</a>'),
    "ids with spaces": ('<p id=" a b ">c</p>', '<p id="u-a-b">c</p>'),
    "relative links are pages": ('<a href="A b.md#C">a</a>', '<a href="wiki:A%20b#C">a</a>'),
    "relative images are files": ('<img src="a b.png">', '<img src="wiki:a%20b.png" alt="">'),
    "an image without a source": ('<img alt="a &amp; b">', "a &amp; b"),
    "an image that is no file": ('<img src="#" alt="a"><img src="mailto:x" alt="b">', "ab"),
    "images from the web": (
        '<img src="https://a.b/c.png">',
        '<a href="https://a.b/c.png" class="external" rel="noopener noreferrer nofollow">https://a.b/c.png</a>',
    ),
    "sound from the web": (
        '<audio src="https://a.b/c.mp3">d</audio>',
        '<a href="https://a.b/c.mp3" class="external" rel="noopener noreferrer nofollow">https://a.b/c.mp3</a>',
    ),
    "film without controls": ('<video src="a.mp4" autoplay>x</video>', '<video src="wiki:a.mp4" controls=""></video>'),
    "inputs are boxes": ('<input type="password" name="x">', '<input type="checkbox" disabled="" aria-label="To do">'),
    "a rel of one's own": (
        '<a rel="opener" target="_blank" href="HTTPS://a.b">x</a>',
        '<a href="HTTPS://a.b" class="external" rel="noopener noreferrer nofollow">x</a>',
    ),
    "spans without measure": (
        '<table><tbody><tr><td colspan="99999" rowspan="x">a</td></tr></tbody></table>',
        '<table><tbody><tr><td colspan="1000">a</td></tr></tbody></table>',
    ),
    "sizes that are no numbers": (
        '<img src="a.png" width="100%" height="9">',
        '<img src="wiki:a.png" alt="" height="9">',
    ),
    "hosts without a scheme": (
        r'<a href="//a.b">x</a><a href="\\a.b">y</a><a href="/\a.b">z</a>',
        "<a>x</a><a>y</a><a>z</a>",
    ),
    "addresses that browsers mend": ('<a href="https:a.b">x</a><a href="http:\\\\a.b">y</a>', "<a>x</a><a>y</a>"),
    "brackets in attributes": ('<a title="a>b" href="A">c</a>', '<a href="wiki:A" title="a&gt;b">c</a>'),
    "comments": ("a<!-- b -->c", "ac"),
    "what is not closed": ("<b><i>a", "<b><i>a</i></b>"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_other_html_is_changed(name: str) -> None:
    dirty, html = CHANGED[name]
    assert clean(dirty) == html
    assert faults(html) == []


@pytest.mark.parametrize("html", [*KEPT.values(), *(dirty for dirty, _ in CHANGED.values())])
def test_cleaning_twice_changes_nothing(html: str) -> None:
    assert clean(clean(html)) == clean(html)
