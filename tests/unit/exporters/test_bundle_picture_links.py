"""A picture of a page leads to the page of that picture, unless its author made it a link."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle_making import DRAWING, MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.exporters.html import Hrefs, export_bundle
from fanwiki.exporters.html.picture_links import picture_page
from fanwiki.markup.views import Html, ImageView, InfoboxView, PageView


@pytest.mark.parametrize(
    ("src", "page"),
    [
        ("f/0123456789abcdef.svg", "i/0123456789abcdef.html"),
        ("../f/0123456789abcdef.png", "../i/0123456789abcdef.html"),
        ("data:image/png;base64,AAAA", ""),
        ("https://example.org/f/0123456789abcdef.png", ""),
    ],
)
def test_the_page_of_a_picture_is_known_by_its_address(src: str, page: str) -> None:
    assert picture_page(src) == page


def test_pictures_of_body_and_infobox_lead_to_their_page(tmp_path: Path) -> None:
    def shown(hrefs: Hrefs) -> PageView:
        src = hrefs.attachment("a.svg") or ""
        own = f'<a href="{hrefs.page(PageId(2))}"><img src="{src}" alt="own"></a>'
        body = Html(f'<p><img src="{src}" alt="A &amp; B"> <img src="{src}" alt=""> {own}</p>')
        return PageView("Ann", body=body, infobox=InfoboxView("Ann", image=ImageView(src, "Ann")))

    export_bundle(
        MadeBundle([entry(1, "Ann"), entry(2, "Bob")], {PageId(1): shown}, files={"a.svg": DRAWING}), tmp_path / "out"
    )
    page = (tmp_path / "out" / "p" / "ann-1.html").read_text("utf-8")
    (picture,) = (path.name for path in (tmp_path / "out" / "i").iterdir())
    assert page.count(f'<a class="picture" href="../i/{picture}"') == 3
    assert 'aria-label="About the picture: A &amp; B"' in page
    assert 'aria-label="About this picture"' in page
    assert '<a href="bob-2.html"><img' in page
