"""CommonMark's and GitHub's own examples, through the renderer.

The expected HTML goes through the same cleaning as ours, so that only the reading of Markdown is compared: relative
addresses become pages of the wiki in both, what no page may hold is gone from both. Ids and the marks of labelled links
are left out. Of theirs, headings are one level deeper where one is of the first (a page has one title), and alignment
is a class.

What differs, and why it stays so:

* *ATX headings* (1): ``#hashtag`` is a tag.
* *Autolinks* (4): bare addresses are links, as on GitHub.
* *Emphasis* (9): Python-Markdown reads ``***x***`` as strong around emphasis (3), and lets emphasis begin and end next
  to punctuation within a word (6). GFM's *Interaction with emphasis* and one of its *Regression tests* are the former.
* *Links* (5) and *Images* (1): ``[[x]]`` and ``![[x]]`` are wiki links and embeds (3); HTML is not looked for right
  behind ``](`` (2); the escapes in labels are undone before labels are compared (1).
* *HTML blocks* (1): a ``<style>`` that never ends is shown, where it would swallow the rest of the page.
* *Raw HTML* (1): a hashtag in what is no tag after all. GFM's two more are comments of an older HTML.
* GFM's *Autolinks (extension)* (1): what looks like a reference at the end of an address stays in it; in its
  *extensions* (2), addresses of other schemes than the web's are no links.
* GFM's *footnotes* (3, and 4 of the regression tests): numbered by their order, not named after their labels, which may
  hold anything.
* GFM's *Strikethroughs* (2, and 2 of the regression tests): one tilde is a tilde, as in Obsidian.
* GFM's other *Regression tests* (3): emphasis is looked for in a footnote's mark that has no note (2), and headings in
  raw HTML keep their level (1).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import pytest

from corpus_files import corpus
from fanwiki.markup.clean import clean
from fanwiki.markup.render import Renderer

pytestmark = pytest.mark.corpus

_EXAMPLE = re.compile(r"^`{32,} example[^\n]*\n(.*?)^\.\n(.*?)^`{32,}$|^#{1,6} ([^\n]*)$", re.MULTILINE | re.DOTALL)
_BLOCK_TAG = re.compile(
    r"\s*(</?(?:blockquote|br|div|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)\b[^>]*>)\s*"
)


class Example(NamedTuple):
    """An example of a suite."""

    section: str
    markdown: str
    html: str


COMMONMARK = {
    "ATX headings": (17, 18),
    "HTML blocks": (43, 44),
    "Emphasis and strong emphasis": (123, 132),
    "Links": (85, 90),
    "Images": (21, 22),
    "Autolinks": (15, 19),
    "Raw HTML": (19, 20),
}
GFM = {
    "ATX headings": (17, 18),
    "HTML blocks": (42, 43),
    "Emphasis and strong emphasis": (123, 131),
    "Links": (82, 87),
    "Images": (21, 22),
    "Autolinks": (15, 19),
    "Autolinks (extension)": (10, 11),
    "Raw HTML": (18, 21),
}
GFM_EXTENSIONS = {
    "Interaction with emphasis": (0, 1),
    "Strikethroughs": (0, 2),
    "Autolinks": (1, 3),
    "Footnotes": (0, 1),
    "When a footnote is used multiple times, we insert multiple backrefs.": (0, 1),
    "Footnote reference labels are href escaped": (0, 1),
}
GFM_REGRESSIONS = {"Regression tests": (15, 25)}
"""How many examples of a section pass, of how many; in sections that are not named, all do."""


@pytest.mark.parametrize(
    ("name", "different", "total"),
    [
        ("commonmark/spec.txt", COMMONMARK, (630, 652)),
        ("gfm/spec.txt", GFM, (649, 673)),
        ("gfm/extensions.txt", GFM_EXTENSIONS, (22, 30)),
        ("gfm/regression.txt", GFM_REGRESSIONS, (15, 25)),
    ],
)
def test_suite(name: str, different: dict[str, tuple[int, int]], total: tuple[int, int]) -> None:
    passed = _passed(f"suites/{name}")
    assert {section: counts for section, counts in passed.items() if counts[0] != counts[1]} == different
    assert (sum(some for some, _ in passed.values()), sum(all_ for _, all_ in passed.values())) == total


def _examples(name: str) -> list[Example]:
    section, examples = "", []
    for found in _EXAMPLE.finditer(corpus(name).read_text(encoding="utf-8").replace("→", "\t")):
        if found[3]:
            section = found[3]
        else:
            examples.append(Example(section, found[1], found[2]))
    return examples


def _ours(html: str) -> str:
    return _comparable(html)


def _theirs(html: str) -> str:
    if "<h1>" in html:
        html = re.sub(r"(</?h)([1-5])>", lambda tag: f"{tag[1]}{int(tag[2]) + 1}>", html)
    html = re.sub(r' align="(\w+)"', lambda align: f' class="{align[1].replace("center", "centre")}"', html)
    return _comparable(clean(html.strip()).replace('href="#u-', 'href="wiki:#'))


def _comparable(html: str) -> str:
    html = re.sub(r' (?:id="[^"]*"|data-l="1"|class="(?:tag|task)")', "", html)
    html = re.sub(r"<input [^>]*>", lambda box: f"<input{' checked' if 'checked' in box[0] else ''}>", html)
    html = re.sub(r"<a>(.*?)</a>", r"\1", html)
    return _BLOCK_TAG.sub(r"\1", re.sub(r"\s+", " ", html)).strip()


def _passed(name: str) -> dict[str, tuple[int, int]]:
    """Return the number of passed and of all examples of each section."""
    passed: Counter[str] = Counter()
    every: Counter[str] = Counter()
    with Renderer() as renderer:
        for example in _examples(name):
            every[example.section] += 1
            passed[example.section] += _ours(renderer.body(example.markdown).html) == _theirs(example.html)
    return {section: (passed[section], every[section]) for section in every}
