"""Pages that show the bundle from one side, and what search engines are told."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from bundle_making import DRAWING, MadeBundle, entry, files_of
from fanwiki.domain.page import PageId
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import Look
from fanwiki.services import exporting

WIKI = MadeBundle(
    [entry(1, "Film <i>", "film", image="a b.svg"), entry(2, "Film returns", "speculation"), entry(3, "Ann")],
    files={"a b.svg": DRAWING, "notes.txt": b"text"},
    home=PageId(3),
)


def made(wiki: MadeBundle = WIKI, look: Look | None = None) -> dict[str, str]:
    return {path: data.decode() for path, data in files_of(wiki, look).items()}


def test_films_stand_on_the_timeline_and_claims_on_a_page_of_their_own() -> None:
    files = made()
    assert "2020" in files["timeline.html"]
    assert "Film &lt;i&gt;" in files["timeline.html"]
    assert "Film returns" not in files["timeline.html"]
    assert "70 of 100" in files["claims.html"]
    assert 'href="timeline.html"' in files["all.html"]
    assert {"timeline.html", "claims.html", "pictures.html"}.isdisjoint(made(MadeBundle([entry(1, "Ann")])))


def test_a_picture_has_a_page_that_tells_where_it_is_shown() -> None:
    files = made()
    (page,) = (text for path, text in files.items() if path.startswith("i/"))
    assert "Shown on" in page
    assert 'href="../p/film-i-1.html"' in page
    assert 'alt="a b.svg"' in page
    assert "notes.txt" not in files["pictures.html"]


def test_the_page_about_the_copy_tells_for_whom_it_is_and_what_may_be_done_with_it() -> None:
    about = made()["about.html"]
    assert "made for a test" in about
    assert "No licence is named" in about
    assert "Ann &lt;b&gt;" in about
    licensed = made(look=Look(licence=("Text: CC BY-SA 4.0",)))["about.html"]
    assert "Text: CC BY-SA 4.0" in licensed
    assert "No licence" not in licensed
    assert all('about.html">' in text for path, text in made().items() if path.endswith(".html"))


def test_a_site_map_lists_every_page_where_the_bundle_will_lie_and_only_then() -> None:
    assert "sitemap.xml" not in made()
    files = made(look=Look(base_url="https://example.org/a&b"))
    found = [node.text or "" for node in ElementTree.fromstring(files["sitemap.xml"]).iter() if node.text]
    places = {url.strip().removeprefix("https://example.org/a&b/") for url in found if url.strip()}
    assert places == {path for path in files if path.endswith(".html")} - {
        "404.html",
        "search.html",
        "about.html",
        "p/ann-3.html",
    }


def test_what_somebody_chose_is_the_look_and_nonsense_is_refused_in_words() -> None:
    look = exporting.look_of(theme="dark", licence="CC BY-SA", base_url="https://a.b")
    assert (look.theme, look.footer, look.licence, look.base_url) == (
        "dark",
        ("CC BY-SA",),
        ("CC BY-SA",),
        "https://a.b",
    )
    with pytest.raises(FanwikiError, match="no theme “pink”"):
        exporting.look_of(theme="pink")
    with pytest.raises(FanwikiError, match="no address"):
        exporting.look_of(base_url="javascript:alert(1)")
