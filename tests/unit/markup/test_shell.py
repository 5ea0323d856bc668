"""Pages: everything that is text is shown as text, and what is empty leaves nothing behind."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.markup.index_views import IndexGroup, IndexView
from fanwiki.markup.shell import article_html, index_html, page_html, redirect_html, text_direction
from fanwiki.markup.views import (
    BacklinksView,
    BacklinkView,
    ClaimSourceView,
    ClaimView,
    Column,
    ConfidencePoint,
    ContentsEntry,
    EntryView,
    Html,
    ImageView,
    InfoboxGroup,
    InfoboxRow,
    InfoboxView,
    LinkState,
    LinkView,
    ListView,
    PageView,
    SiteView,
    TableOrder,
    TableView,
    Theme,
    TrackRecordView,
)

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;{{7*7}}{% raw %}"
SITE = SiteView("Wiki", "index.html", styles=("a.css",))
TEXT = st.text(max_size=40)


class Tags(HTMLParser):
    """Reads what a browser would: tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.text += data


def full_page(text: str) -> PageView:
    """Make a page that shows one text in every place that takes text."""
    link = LinkView(text, text, LinkState.MISSING, hint=text)
    return PageView(
        title=text,
        kind=text,
        kind_label=text,
        kind_href=text,
        aliases=(text,),
        infobox=InfoboxView(
            text, text, ImageView(text, text, text), (InfoboxGroup(text, (InfoboxRow(text, (text, link)),)),)
        ),
        claim=ClaimView(
            text,
            50,
            text,
            (link, text),
            text,
            due=True,
            resolution=text,
            resolved_on=text,
            sources=(ClaimSourceView(link, text, text, text, text, text, text, text),),
            history=(ConfidencePoint(text, text, 10), ConfidencePoint(text, text, 20)),
        ),
        track_record=TrackRecordView(3, 1, 1, 1, 0, 0.2),
        contents=tuple(ContentsEntry(level, text, f"s-{level}") for level in (2, 3, 2)),
        sections=(
            TableView("x-1", text or "t", (Column(text), Column(text)), (TableOrder(text, ((link, text),)),), text),
            ListView("x-2", text or "l", (EntryView(link, text, text, ImageView(text, text)),), more=link, note=text),
            ListView("x-3", text or "e", (), empty=text),
        ),
        tags=(link,),
        backlinks=BacklinksView((BacklinkView(link, text, text),)),
        withheld=2,
        notices=(text,),
        actions=(link,),
        breadcrumbs=(link,),
        description=text,
        revision=4,
        updated=text,
    )


def full_site(text: str) -> SiteView:
    return SiteView(
        text, text, (text,), (), (LinkView(text, text),), (text, LinkView(text, text)), text or "en", policy=text
    )


PLAIN = Tags(page_html(full_page("p" * len(HOSTILE)), full_site("p" * len(HOSTILE))))


def test_hostile_text_makes_no_tag_and_no_attribute() -> None:
    hostile = Tags(page_html(full_page(HOSTILE), full_site(HOSTILE)))
    assert hostile.tags == PLAIN.tags
    assert [name for name, _ in hostile.attributes] == [name for name, _ in PLAIN.attributes]
    assert hostile.text.count("<script>alert(1)</script>") > 30
    assert "{{7*7}}" in hostile.text


@given(TEXT.filter(str.strip))
def test_any_text_leaves_the_page_as_it_is(text: str) -> None:
    """Blank text may leave its place out; any other text changes nothing but the words."""
    page = Tags(page_html(full_page(text), SITE))
    expected = Tags(page_html(full_page("plain"), SITE))
    assert [tag for tag in page.tags if tag != "h1"] == [tag for tag in expected.tags if tag != "h1"]


def test_a_web_address_that_is_none_is_text() -> None:
    for url in ("javascript:alert(1)", "//host/x", "data:text/html,x", "http:", "https://[", "file:///etc/passwd"):
        claim = ClaimView("open", sources=(ClaimSourceView("Outlet", url=url),))
        html = article_html(PageView("A", claim=claim))
        assert "<a" not in re.sub(r"<article.*?>", "", html), url
        external = article_html(PageView("A", tags=(LinkView("x", url, LinkState.EXTERNAL),)))
        assert "href" not in external, url


def test_a_web_address_is_a_link_that_tells_its_host_and_gives_nothing_away() -> None:
    claim = ClaimView("open", sources=(ClaimSourceView("Outlet", url="https://news.example/a?b=1&c"),))
    html = article_html(PageView("A", claim=claim))
    assert 'class="external"' in html
    assert 'rel="noopener noreferrer"' in html
    assert 'href="https://news.example/a?b=1&amp;c"' in html
    assert "<bdi>news.example</bdi>" in html


def test_clean_html_is_taken_as_it_is_and_text_beside_it_is_not() -> None:
    html = article_html(PageView("A <b>", body=Html("<p>B <b>bold</b></p>")))
    assert "<p>B <b>bold</b></p>" in html
    assert "<bdi>A &lt;b&gt;</bdi>" in html


def test_an_empty_page_says_so_and_has_no_empty_boxes() -> None:
    html = article_html(PageView("A", empty=("Nobody wrote this.", LinkView("Write it", "new"))))
    assert "Nobody wrote this., <a" in html
    for absent in ("infobox", "contents", "withheld", "aliases", "eyebrow", "tags", "revision", "computed"):
        assert absent not in html


def test_an_infobox_without_values_is_left_out() -> None:
    box = InfoboxView("A", groups=(InfoboxGroup("About", (InfoboxRow("Born", ("", Html(" "), ())),)),))
    assert "infobox" not in article_html(PageView("A", infobox=box))


def test_columns_that_are_empty_in_every_row_are_left_out() -> None:
    table = TableView(
        "x-cast",
        "Cast",
        (Column("Who"), Column("As"), Column("Year", numeric=True)),
        (TableOrder("", (("Ann", "", "2020"),)),),
    )
    html = article_html(PageView("A", sections=(table,)))
    assert "Who" in html
    assert "As<" not in html
    assert '<td class="numeric">2020</td>' in html


def test_two_orders_that_differ_can_be_chosen_and_two_that_agree_cannot() -> None:
    rows = (("A",), ("B",))
    differing = TableView("x", "T", (Column("Who"),), (TableOrder("One", rows), TableOrder("Two", rows[::-1])))
    agreeing = TableView("x", "T", (Column("Who"),), (TableOrder("One", rows), TableOrder("Two", rows)))
    assert article_html(PageView("A", sections=(differing,))).count("<table>") == 2
    assert 'type="radio"' in article_html(PageView("A", sections=(differing,)))
    assert article_html(PageView("A", sections=(agreeing,))).count("<table>") == 1
    assert 'type="radio"' not in article_html(PageView("A", sections=(agreeing,)))


def test_contents_nest_by_level_and_end_with_what_is_computed() -> None:
    entries = (ContentsEntry(2, "One", "s-one"), ContentsEntry(4, "Deep", "s-deep"), ContentsEntry(2, "Two", "s-two"))
    html = article_html(PageView("A", contents=entries, backlinks=BacklinksView((BacklinkView(LinkView("B", "b")),))))
    contents = re.search(r'<nav class="contents".*?</nav>', html, re.DOTALL)
    assert contents
    assert re.findall(r'href="#([^"]*)"', contents[0]) == ["s-one", "s-deep", "s-two", "backlinks"]
    assert contents[0].count("<ol>") == contents[0].count("</ol>") == 2


@given(st.lists(st.integers(1, 6), min_size=3, max_size=30))
def test_contents_of_any_levels_name_every_heading_once_in_order(levels: list[int]) -> None:
    entries = tuple(ContentsEntry(level, "x", f"s-{number}") for number, level in enumerate(levels))
    html = article_html(PageView("A", contents=entries))
    assert re.findall(r'href="#s-(\d+)"', html) == [str(number) for number in range(len(levels))]


def test_ids_of_a_full_page_are_its_own() -> None:
    assert len(PLAIN.ids) == len(set(PLAIN.ids))


def test_a_masked_link_leads_to_nothing_but_what_it_names() -> None:
    html = article_html(PageView("A", tags=(LinkView("Spoiler", None, LinkState.MASKED),)))
    assert '<span class="masked"><bdi>Spoiler</bdi></span>' in html


@pytest.mark.parametrize(
    ("title", "direction"),
    [("Ojo", "ltr"), ("أوخو", "rtl"), ("1999 שלום", "rtl"), ("!!", "ltr"), ("", "ltr"), ("映画", "ltr")],
)
def test_a_page_reads_in_the_direction_of_its_title(title: str, direction: str) -> None:
    assert text_direction(title) == direction
    assert f'dir="{direction}"' in article_html(PageView(title))


def test_a_wiki_may_have_one_direction_and_theme_for_all_pages() -> None:
    html = page_html(PageView("Ojo"), SiteView("W", "i", direction="rtl", theme=Theme.DARK, lang="ar"))
    assert '<html lang="ar" dir="rtl" data-theme="dark">' in html
    assert '<article class="page" data-kind="article" dir="rtl">' in html


def test_a_bare_page_has_no_head_and_foot_of_the_site() -> None:
    html = page_html(PageView("A"), SiteView("W", "i", bare=True, footer=("foot",)))
    assert "site-head" not in html
    assert "<footer" not in html
    assert "Content-Security-Policy" not in html


def test_the_policy_stands_before_anything_that_could_be_fetched() -> None:
    html = page_html(PageView("A"), SiteView("W", "i", ("a.css",), ("t.js",), ("a.js",), policy="default-src 'none'"))
    places = [html.index(name) for name in ("Content-Security-Policy", "t.js", "a.css", "a.js")]
    assert places == sorted(places)


def test_an_index_lists_groups_with_jump_links() -> None:
    groups = tuple(IndexGroup(letter, f"letter-{letter}", (EntryView(LinkView(f"{letter}x", "p")),)) for letter in "AB")
    html = index_html(IndexView("All", "Two pages", groups=groups), SITE)
    assert 'href="#letter-A"' in html
    assert 'id="letter-B"' in html
    one = index_html(IndexView("All", groups=groups[:1]), SITE)
    assert "jump" not in one


def test_a_redirect_leads_on_without_a_script() -> None:
    html = redirect_html(HOSTILE, LinkView("Target", 'p/x.html#a"b'), SITE)
    assert '<meta http-equiv="refresh" content="0; url=p/x.html#a&#34;b">' in html
    assert "<script" not in html


@pytest.mark.parametrize(("confidence", "width"), [(0, 0), (45, 45), (100, 100), (250, 100), (-3, 0)])
def test_confidence_is_a_bar_within_its_track(confidence: int, width: int) -> None:
    assert f'class="confidence-bar" width="{width}"' in article_html(PageView("A", claim=ClaimView("open", confidence)))


def test_a_track_record_always_says_how_many_claims_it_rests_on() -> None:
    html = article_html(PageView("A", track_record=TrackRecordView(7, 2, 0, 1, 4, 0.111)))
    assert "7 claims here rest on this source; 3 of them are settled." in html
    assert "Brier score (n = 3)" in html
    assert "0.11" in html
    assert "So few settled claims" in html
    assert "One claim here rests on this source." in article_html(
        PageView("A", track_record=TrackRecordView(1, undecided=1))
    )
