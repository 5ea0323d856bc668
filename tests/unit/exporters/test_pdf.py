"""A PDF has contents, an outline and links that lead somewhere; nothing is fetched for it; it is whole or absent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from bundle_making import DRAWING, MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.errors import FanwikiError
from fanwiki.exporters import pdf
from fanwiki.exporters.html import Hrefs, Look
from fanwiki.exporters.pdf import export_pdf
from fanwiki.jobs import Cancelled, Progress
from fanwiki.markup.views import Column, Html, LinkView, PageView, TableOrder, TableView


def film(hrefs: Hrefs) -> PageView:
    rows = (("Hero", LinkView("Ann", hrefs.page(PageId(2)))),)
    table = TableView("x-cast", "Cast", (Column("Role"), Column("By")), (TableOrder("", rows),))
    body = (
        f'<h2 id="s-story">Story</h2><p><a href="{hrefs.page(PageId(2), "s-part")}">part</a> '
        f'<a href="#s-story">up</a> <a href="{hrefs.page(PageId(2), "s-gone")}">gone</a> '
        '<a href="https://example.org/x" class="external">web</a></p>'
        f'<img src="{hrefs.attachment("a.svg")}" alt="A"><img src="file:///etc/hostname" alt="no">'
        '<img src="http://127.0.0.1:9/x.png" alt="no">'
    )
    return PageView("Film", "film", body=Html(body), sections=(table,))


def made(count: int = 2) -> MadeBundle:
    pages = [entry(1, "Film", "film", image="a.svg"), *(entry(n, f"Ann {n}") for n in range(2, count + 1))]
    bodies = {PageId(1): film, PageId(2): lambda _: PageView("Ann", body=Html('<h2 id="s-part">Part</h2>'))}
    return MadeBundle(pages, bodies, files={"a.svg": DRAWING})


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dest = tmp_path_factory.mktemp("pdf") / "book.pdf"
    export_pdf(made(), dest, look=Look())
    return dest


def links(reader: PdfReader) -> Iterator[str]:
    """Yield where the links lead: ``#`` and the name of a place, or an address."""
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            link = note.get_object()
            if link.get("/Subtype") == "/Link":
                yield str(link["/A"]["/URI"]) if "/A" in link else f"#{link['/Dest']}"


def outline(reader: PdfReader) -> Iterator[tuple[int, str]]:
    def below(entries: list[Destination | list[Destination]], level: int) -> Iterator[tuple[int, str]]:
        for one in entries:
            if isinstance(one, list):
                yield from below(one, level + 1)
            else:
                yield level, str(one.title)

    return below(reader.outline, 1)


def test_links_lead_to_places_that_are_there(book: Path) -> None:
    reader = PdfReader(book)
    found = list(links(reader))
    places = {f"#{name}" for name in reader.named_destinations}
    assert {"#c-ann-2-2--s-part", "#c-film-1--s-story", "#c-ann-2-2", "#about"} <= set(found)
    assert {link for link in found if link.startswith("#")} <= places
    assert {link for link in found if not link.startswith("#")} == {"https://example.org/x"}


def test_the_outline_follows_kinds_pages_and_headings(book: Path) -> None:
    assert list(outline(PdfReader(book))) == [
        (1, "Contents"),
        (1, "Films"),
        (2, "Film"),
        (3, "Story"),
        (3, "Cast"),
        (1, "Characters"),
        (2, "Ann"),
        (3, "Part"),
        (1, "About this copy"),
    ]


def test_the_contents_name_the_pages(book: Path) -> None:
    reader = PdfReader(book)
    contents = " ".join(reader.pages[1].extract_text().split())
    assert "Film" in contents
    assert contents.rstrip().endswith(str(len(reader.pages))) or str(len(reader.pages)) in contents
    assert reader.metadata is not None
    assert reader.metadata.title == "Test wiki"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_one_page_is_that_page(tmp_path: Path) -> None:
    export_pdf(MadeBundle([entry(1, "Alone")]), tmp_path / "one.pdf", look=Look())
    texts = [page.extract_text() for page in PdfReader(tmp_path / "one.pdf").pages]
    assert "Alone" in texts[0]
    assert len(texts) == 1


def test_the_same_wiki_gives_the_same_bytes(book: Path, tmp_path: Path) -> None:
    export_pdf(made(), tmp_path / "again.pdf", look=Look())
    assert (tmp_path / "again.pdf").read_bytes() == book.read_bytes()


def test_too_much_is_told_before_anything_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(FanwikiError, match="too many for one PDF"):
        export_pdf(made(3), tmp_path / "book.pdf", look=Look())
    assert list(tmp_path.iterdir()) == []


def test_only_an_earlier_pdf_is_replaced_and_a_stop_leaves_it(tmp_path: Path) -> None:
    dest = tmp_path / "book.pdf"
    dest.write_bytes(b"%PDF-1.4 somebody's")
    with pytest.raises(FanwikiError, match="something else"):
        export_pdf(made(), dest, look=Look())
    dest.unlink()
    export_pdf(made(), dest, look=Look())
    before = dest.read_bytes()

    def stop_at_the_end(done: int, total: int | None, step: str) -> None:
        if step.startswith("Laying out"):
            progress.cancel.request()

    progress = Progress(stop_at_the_end)
    with pytest.raises(Cancelled):
        export_pdf(MadeBundle([entry(1, "Other")]), dest, look=Look(), progress=progress)
    assert dest.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]
