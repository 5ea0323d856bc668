"""Naughty strings and known attacks as titles, aliases, tags, fields and bodies of a whole wiki.

Nothing crashes, nothing is lost, everything is found again, and no exported page holds anything that could run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html as lxml_html

from corpus_files import corpus
from fanwiki.domain.page import PageSource
from fanwiki.domain.title import possible_title
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import FanwikiError, TitleError
from fanwiki.services import checking, editing, exporting, searching, showing, wikis
from fanwiki.store.wiki_file import WikiFile

pytestmark = [pytest.mark.corpus, pytest.mark.heavy]

ADDRESSES = frozenset({"href", "src", "srcset", "poster", "action", "cite", "background", "data", "xlink:href"})
OUR_SCRIPTS = frozenset({"theme.js", "site.js"})


def hostile_strings() -> list[str]:
    """Return the naughty strings and the payloads; half surrogate pairs, which no file can keep, are left out."""
    naughty = json.loads((corpus("suites/blns") / "blns.json").read_text("utf-8"))
    payloads = json.loads((corpus("suites/dompurify") / "payloads.json").read_text("utf-8"))
    texts = [*naughty, *(entry["payload"] for entry in payloads)]
    return [text for text in texts if isinstance(text, str)]


def page_of(number: int, text: str) -> PageSource:
    """Make a page with the text in every place that takes one; the title is the nearest that is allowed."""
    fields = {
        "aliases": [text],
        "tags": [text],
        "full_name": text,
        "species": [text, {"value": text, "gate": text or "x"}],
        "relatives": [{"who": text, "relation": text}],
        "own field": text,
    }
    title = possible_title(f"{text[:60]} {number}")
    return PageSource(
        title, "character", fields, f"{text}\n\n# {text}\n\n> [!spoiler] {text}\n> {text}\n\n||{text}||\n"
    )


@pytest.fixture(scope="module")
def pages() -> list[PageSource]:
    return [page_of(number, text) for number, text in enumerate(hostile_strings())]


@pytest.fixture(scope="module")
def hostile_wiki(pages: list[PageSource], tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path_factory.mktemp("hostile") / "hostile.fanwiki") as wiki:
        with wiki.writing() as writer:
            for page in pages:
                editing.save_in(writer, page, base=None, author="somebody", comment="")
        yield wiki


def test_every_string_is_a_title_or_refused_in_words() -> None:
    from fanwiki.domain.title import clean_title

    told: list[tuple[str, str]] = []
    for text in hostile_strings():
        try:
            assert clean_title(clean_title(text)) == clean_title(text)
        except TitleError as error:
            told.append((error.text, error.hint))
    assert told
    assert all(sentence and hint for sentence, hint in told)


def test_nothing_is_lost(hostile_wiki: WikiFile, pages: list[PageSource]) -> None:
    with hostile_wiki.reading(CURATOR) as reader:
        for page in pages:
            row = reader.pages.find(page.title)
            assert row is not None, page.title
            assert reader.pages.source(row) == page
    assert checking.check(hostile_wiki).ok


def test_every_page_shows_in_every_form_and_saves_back_the_same(
    hostile_wiki: WikiFile, pages: list[PageSource]
) -> None:
    for page in pages[::3]:
        assert showing.as_text(hostile_wiki, page.title, NEWCOMER)
        assert json.dumps(showing.as_json(hostile_wiki, page.title, NEWCOMER))
        text = showing.as_markdown(hostile_wiki, page.title, CURATOR)
        editing.save_markdown(hostile_wiki, page.title, text)
        with hostile_wiki.reading(CURATOR) as reader:
            row = reader.pages.find(page.title)
            assert row is not None
            assert reader.pages.source(row) == page


def test_every_string_is_a_query(hostile_wiki: WikiFile) -> None:
    for text in hostile_strings():
        assert searching.search(hostile_wiki, text, NEWCOMER).query == text
        searching.complete(hostile_wiki, text, NEWCOMER)


@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER], ids=["curator", "newcomer"])
def test_no_exported_page_holds_anything_that_could_run(hostile_wiki: WikiFile, viewer: object, tmp_path: Path) -> None:
    exporting.export(hostile_wiki, tmp_path / "site", viewer=viewer)  # type: ignore[arg-type]
    files = sorted((tmp_path / "site").rglob("*.html"))
    assert len(files) > len(hostile_strings())
    for path in files:
        tree = lxml_html.parse(str(path), parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=True))
        for element in tree.iter(lxml_html.etree.Element):
            assert harmless(element), f"{path.name}: {lxml_html.tostring(element)[:300]!r}"


def harmless(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is none that runs, and has no attribute that does."""
    if element.tag in ("iframe", "object", "embed", "base", "template", "style", "form"):
        return element.tag == "form" and element.get("role") == "search"
    if element.tag == "script":
        return not (element.text or "").strip() and Path(element.get("src", "")).name in OUR_SCRIPTS
    for name, value in element.attrib.items():
        if name.lower().startswith("on") or name.lower() in ("srcdoc", "style", "formaction"):
            return False
        if name.lower() not in ADDRESSES:
            continue
        folded = "".join(str(value).split()).lower()
        if folded.startswith(("javascript:", "vbscript:", "data:text", "//", "\\\\")):
            return False
    return True


def test_the_check_sees_what_runs() -> None:
    for text in (
        "<img src=x onerror=a()>",
        "<script>a()</script>",
        "<a href='java\nscript:a()'>x</a>",
        "<iframe></iframe>",
    ):
        tree = lxml_html.fromstring(f"<div>{text}</div>")
        assert not all(harmless(element) for element in tree.iter(lxml_html.etree.Element))


def test_half_a_surrogate_pair_is_refused_in_words(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        with pytest.raises(FanwikiError):
            editing.save(wiki, PageSource("A", body="\ud800"), base=None)
        assert checking.stats(wiki)["pages"] == 0
