"""Headings, lists, tables, boxes: what stands on lines of its own."""

from __future__ import annotations

import pytest
from wikitext_making import body

BLOCKS = {
    "headings": ("= a =\n==b==\n====== c ======\n== d", "# a\n\n## b\n\n###### c\n\n\\=\\= d"),
    "a heading that ends in a number sign": ("== C # ==", "## C \\#"),
    "paragraphs": ("a\nb\n\n\nc", "a\nb\n\nc"),
    "a rule": ("a\n----\nb", "a\n\n---\n\nb"),
    "lists": ("* a\n** b\n** c\n* d", "- a\n  - b\n  - c\n- d"),
    "numbers in bullets": ("* a\n*# b\n*# c", "- a\n  1. b\n  2. c"),
    "a jump": ("** a", "- - a"),
    "an item goes on": ("# a\n#: b\n# c", "1. a\n\n   b\n2. c"),
    "two lists": ("* a\n\n* b", "- a\n\n* b"),
    "indented text": (":a\n::b", "> a\n>\n> > b"),
    "terms": (";a:b\n:c", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>"),
    "a term alone": (";a", "**a**"),
    "preformatted lines": (" a\n  ''b''", "```\na\n b\n```"),
    "preformatted text": ("<pre>\n''a''\n&lt;\n</pre>", "```\n''a''\n<\n```"),
    "code": ('<syntaxhighlight lang="lua">\nx = 1\n</syntaxhighlight>', "```lua\nx = 1\n```"),
    "a poem": ("<poem>\na\n b\n\nc\n</poem>", "a<br>\n\u00a0\u00a0b\n\nc"),
    "a quote": ("<blockquote>a\n\nb</blockquote>", "> a\n>\n> b"),
    "HTML lists": ("<ol><li>a<li>b\n<ul><li>c</li></ul></ol>", "1. a\n2. b\n   - c"),
    "boxes are seen through": ("<div class=x>\n* a\n</div>b", "- a\n\nb"),
    "a box that nobody sees": ('a<div style="display:none">b</div>', "a"),
    "a comment on a line of its own": ("* a\n<!-- b -->\n* c", "- a\n- c"),
    "a gallery": (
        "<gallery>\nFile:A.png|a [[b]]\nHere.png\n</gallery>",
        '<ul class="gallery">\n<li>![[A.png]]a [[B|b]]</li>\n<li>![[here.png]]</li>\n</ul>',
    ),
    "tabs": ("<tabber>\nOne=a\n|-|\nTwo=b\n</tabber>", "**One**\n\na\n\n**Two**\n\nb"),
}
TABLES = {
    "simple": (
        "{| class=wikitable\n! a !! b\n|-\n| align=right | c || [[D|d]]\n|-\n! e\n|}",
        "| a | b |\n| --- | --- |\n| c | [[d]] |\n| **e** |  |",
    ),
    "with sides": ("{|\n! a\n|-\n|style='text-align:right'| b\n|}", "| a |\n| ---: |\n| b |"),
    "with a caption": ("{|\n|+ x\n! a\n|-\n| b\n|}", "**x**\n\n| a |\n| --- |\n| b |"),
    "without heads": ("{|\n| a || b\n|}", "<table>\n<tr><td>a</td><td>b</td></tr>\n</table>"),
    "with spans": (
        "{| class=\"wikitable\"\n! colspan=2 | a\n|-\n| rowspan=\"2\" | ''b'' || [[c]]\n|-\n| d\n|}",
        '<table class="wikitable">\n<tr><th colspan="2">a</th></tr>\n'
        '<tr><td rowspan="2"><em>b</em></td><td>[[C|c]]</td></tr>\n<tr><td>d</td></tr>\n</table>',
    ),
    "with lists": (
        "{|\n| a\n* b\n* c\n|}",
        "<table>\n<tr><td><p>a</p><ul><li>b</li><li>c</li></ul></td></tr>\n</table>",
    ),
    "with notes": ("{|\n| a<ref>b</ref>\n|}", "<table>\n<tr><td>\n\na[^1]\n\n</td></tr>\n</table>\n\n[^1]: b"),
    "in tables": (
        "{|\n| a\n{|\n! b\n|-\n| c\n|}\n|}",
        "<table>\n<tr><td>\n\na\n\n| b |\n| --- |\n| c |\n\n</td></tr>\n</table>",
    ),
    "as HTML": ("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>", "| a |\n| --- |\n| b |"),
    "without an end": ("{|\n! a\n|-\n| b", "| a |\n| --- |\n| b |"),
    "with a bar from a template": ("{|\n! a\n|-\n{{!}} b\n|}", "| a |\n| --- |\n| b |"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_block(name: str) -> None:
    text, wanted = BLOCKS[name]
    assert body(text) == wanted


@pytest.mark.parametrize("name", TABLES)
def test_table(name: str) -> None:
    text, wanted = TABLES[name]
    assert body(text) == wanted
