"""Reads the suites of MediaWiki and pandoc, and scores how much of a page our HTML keeps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html as lxml_html

from fanwiki.importers.mediawiki.wikitext.convert import Converted, convert
from fanwiki.markup.pipeline import BodyPipeline

_SPACES = {
    **{"": "", "file": "File", "image": "File", "media": "Media", "category": "Category", "template": "Template"},
    **{"talk": "Talk", "user": "User", "user talk": "User talk", "help": "Help", "special": "Special", "datei": "File"},
    **{"project": "Project", "meta": "Project", "mediawiki": "MediaWiki", "bild": "File", "kategorie": "Category"},
    "archivo": "File",
}


_REDIRECT = re.compile(r"#REDIRECT\s*\[\[Template:([^\]]+)\]\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainSite:
    """A wiki with English namespaces, the templates it is given, and no files."""

    templates: dict[str, str] = field(default_factory=dict)
    infobox: str = "infobox"
    files: dict[str, str] = field(default_factory=dict)

    def namespace(self, prefix: str) -> str | None:
        return _SPACES.get(prefix.strip().lower()) or None

    def title(self, target: str) -> str:
        title = " ".join(target.replace("_", " ").split())
        return title[:1].upper() + title[1:]

    def template(self, name: str) -> str | None:
        text = self.templates.get(self.title(name))
        redirect = _REDIRECT.match(text or "")
        return self.templates.get(self.title(redirect[1])) if redirect else text

    def is_infobox(self, name: str) -> bool:
        return name.lower().startswith(self.infobox)

    def file(self, name: str) -> str | None:
        return self.files.get(name)


@dataclass(frozen=True, slots=True)
class ParserTest:
    """One of MediaWiki's parser tests."""

    name: str
    wikitext: str
    html: str
    title: str


_OTHER_OPTIONS = re.compile(
    r"\b(?:disabled|pst|cat|ill|comment|preload|msg|section|replace|property|showtitle|notoc|parsoid=\{|showflags"
    r"|language=|variant=|wgRawHtml|thumbsize|externallinktarget|local|lastsavedrevision|extlinks|nohtml|djvu|maxtocdepth"
    r"|templates|links|special|preprocessor|styletag|showmedia|showindicators|wgEnable|wgAllow|nolinks|parsoid-compatible)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"title=\[\[([^\]]+)\]\]")


def parser_tests(path: Path) -> tuple[list[ParserTest], dict[str, str]]:
    """Return the tests of wikitext to HTML with MediaWiki's usual settings, and the templates they use."""
    text = path.read_text(encoding="utf-8")
    articles = re.findall(r"^!!\s*article\n(.*?)\n!!\s*text\n(.*?)\n!!\s*endarticle", text, re.MULTILINE | re.DOTALL)
    named = {name.strip().removeprefix("Template:"): body for name, body in articles if name.startswith("Template:")}
    return list(_tests(text)), {PlainSite().title(name): body for name, body in named.items()}


def _tests(text: str) -> Iterator[ParserTest]:
    for block in re.findall(r"^!!\s*test\n(.*?)\n!!\s*end\s*$", text, re.MULTILINE | re.DOTALL):
        name, *rest = re.split(r"^!!\s*(\S+)[^\n]*\n?", block, flags=re.MULTILINE)
        parts = dict(zip(rest[::2], rest[1::2], strict=False))
        options = parts.get("options", "")
        source = parts.get("wikitext", parts.get("input"))
        html = next((parts[key] for key in ("html/*", "html", "html/php", "html/php+tidy") if key in parts), None)
        if source is None or html is None or _OTHER_OPTIONS.search(options) or parts.get("config", "").strip():
            continue
        title = _TITLE.search(options)
        yield ParserTest(name.strip(), source.strip("\n"), html, title[1] if title else "Parser test")


_STRUCTURE = {
    "h1": "h2",  # the page's title is the only heading of the first level
    **{name: name for name in ("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote")},
    **{name: name for name in ("table", "caption", "tr", "th", "td", "pre", "hr", "sub", "sup", "a", "br")},
    **{
        "b": "b",
        "strong": "b",
        "i": "i",
        "em": "i",
        "code": "code",
        "tt": "code",
        "img": "img",
        "u": "u",
        "ins": "ins",
    },
    **{"s": "s", "strike": "s", "del": "s"},
}
_DROPPED = ("mw-editsection", "toc", "mw-cite-backlink", "footnote-back", "magnify", "mw-empty-elt", "error")
_BLOCK = re.compile(r"</?(?:p|div|li|td|th|tr|table|dt|dd|dl|ul|ol|br|h[1-6]|pre|blockquote|hr|caption|section|img)\b")
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Score:
    """How much of the words and of the structure of a page is kept, each from 0 to 1."""

    words: float
    structure: float


def read(html: str) -> tuple[Counter[str], Counter[str]]:
    """Return the words and the elements of a page, without what MediaWiki or we add around it."""
    root = lxml_html.fragment_fromstring(_BLOCK.sub(r" \g<0>", html) or "<p></p>", create_parent="div")
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or any(name in element.get("class", "").split() for name in _DROPPED):
            element.drop_tree()
    names = (_STRUCTURE.get(element.tag) for element in root.iter() if isinstance(element.tag, str))
    return Counter(_WORD.findall(root.text_content().casefold())), Counter(name for name in names if name)


def overlap(left: Counter[str], right: Counter[str]) -> float:
    """Return how alike two bags are: twice what they share over what they hold."""
    total = sum(left.values()) + sum(right.values())
    return 2 * sum((left & right).values()) / total if total else 1.0


def score(pipeline: BodyPipeline, converted: Converted, expected: str) -> Score:
    """Score a converted page, shown by our renderer, against the HTML it should be."""
    words, elements = read(pipeline.html(converted.body))
    wanted_words, wanted_elements = read(expected)
    return Score(overlap(words, wanted_words), overlap(elements, wanted_elements))


def scored(tests: list[ParserTest], templates: dict[str, str]) -> list[tuple[ParserTest, Score]]:
    """Return each test with its score."""
    pipeline, site = BodyPipeline(), PlainSite(templates)
    return [(test, score(pipeline, convert(test.wikitext, site, title=test.title), test.html)) for test in tests]
