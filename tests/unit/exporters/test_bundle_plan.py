"""The plan: every link is right or absent, every file has one owner, and names outlive renaming."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle_making import DRAWING, MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.exporters.html.letters import parts_of, reading_order, sort_key
from fanwiki.exporters.html.linker import Addresses, Linker, folder_of
from fanwiki.exporters.html.plan import HOME, plan
from fanwiki.exporters.html.source import PageEntry

NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
ENTRIES = st.lists(
    st.builds(
        PageEntry,
        id=st.integers(1, 10**6).map(PageId),
        title=NAMES,
        kind=st.sampled_from(("film", "character", "odd kind", "con")),
        aliases=st.lists(NAMES, max_size=3).map(tuple),
        tags=st.lists(NAMES, max_size=3).map(tuple),
    ),
    max_size=25,
    unique_by=lambda page: page.id,
)


@given(ENTRIES, st.booleans())
def test_no_two_things_share_a_file_even_where_case_does_not_count(entries: list[PageEntry], has_home: bool) -> None:
    home = entries[0].id if entries and has_home else None
    paths = list(plan(MadeBundle(entries, files={"a.svg": DRAWING}, home=home)).paths())
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(len(path) < 120 and path.isascii() for path in paths)


@given(ENTRIES, st.randoms())
def test_the_plan_does_not_depend_on_the_order_of_pages(entries: list[PageEntry], random: object) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert plan(MadeBundle(entries)) == plan(MadeBundle(shuffled))


@given(ENTRIES)
def test_a_page_keeps_its_file_whatever_else_comes_and_goes(entries: list[PageEntry]) -> None:
    whole = plan(MadeBundle(entries)).page_paths
    part = plan(MadeBundle(entries[::2])).page_paths
    assert all(whole[page] == path for page, path in part.items())


@given(ENTRIES)
def test_every_address_leads_to_a_planned_file(entries: list[PageEntry]) -> None:
    bundle = plan(MadeBundle(entries, files={"a.svg": DRAWING}))
    planned = set(bundle.paths())
    addresses = Addresses(bundle)
    for folder in {folder_of(path) for path in planned}:
        linker = Linker(addresses, folder)
        hrefs = [linker.page(page.id) for page in entries]
        hrefs += [linker.kind(page.kind) for page in entries]
        hrefs += [linker.tag(tag) for page in entries for tag in page.tags]
        hrefs += [linker.attachment("a.svg")]
        assert all(href is not None and posixpath.normpath(folder + href) in planned for href in hrefs)


def test_what_is_not_in_the_bundle_has_no_address() -> None:
    linker = Linker(Addresses(plan(MadeBundle([entry(1, "A")]))), "p/")
    assert linker.page(PageId(2)) is None
    assert linker.attachment("a.svg") is None
    assert linker.kind("film") is None
    assert linker.tag("x") is None


def test_addresses_are_relative_to_where_they_stand() -> None:
    bundle = plan(
        MadeBundle([entry(1, "Home"), entry(2, "Ann", tags=("x",))], files={"a.svg": DRAWING}, home=PageId(1))
    )
    inside, root = Linker(Addresses(bundle), "p/"), Linker(Addresses(bundle), "")
    assert inside.page(PageId(2), "s-ü b") == "ann-2.html#s-%C3%BC%20b"
    assert root.page(PageId(2)) == "p/ann-2.html"
    assert inside.page(PageId(1)) == "../index.html"
    assert inside.kind("character") == "../k/character.html"
    assert inside.tag("X") == "../t/x.html"
    assert str(inside.attachment("a.svg")).startswith("../f/")


def test_a_former_title_still_answers_at_its_old_file() -> None:
    before = plan(MadeBundle([entry(7, "Old Name")]))
    after = plan(MadeBundle([entry(7, "New Name", aliases=("Old Name",))]))
    assert before.page_paths[PageId(7)] == "p/old-name-7.html"
    assert [(redirect.path, redirect.page) for redirect in after.redirects] == [("p/old-name-7.html", 7)]


def test_a_page_that_becomes_the_home_page_still_answers_at_its_old_file() -> None:
    bundle = plan(MadeBundle([entry(3, "Start")], home=PageId(3)))
    assert bundle.page_paths[PageId(3)] == HOME
    assert [redirect.path for redirect in bundle.redirects] == ["p/start-3.html"]


def test_an_alias_that_differs_in_nothing_a_file_name_shows_has_no_redirect() -> None:
    assert plan(MadeBundle([entry(1, "Ann", aliases=("ANN", "ánn"))])).redirects == ()


def test_a_home_page_that_is_not_exported_is_none() -> None:
    assert plan(MadeBundle([entry(1, "A")], home=PageId(9))).home is None


def test_attachments_with_the_same_bytes_share_a_file() -> None:
    bundle = plan(MadeBundle(files={"a.svg": DRAWING, "b.svg": DRAWING, "c.svg": b"<svg/>"}))
    assert bundle.attachments["a.svg"] == bundle.attachments["b.svg"] != bundle.attachments["c.svg"]
    assert len(bundle.files) == 2


def test_tags_that_differ_in_case_share_an_index_and_tags_alike_in_ascii_do_not() -> None:
    pages = [entry(1, "A", tags=("Heroes", "c++")), entry(2, "B", tags=("heroes", "c#"))]
    tags = plan(MadeBundle(pages)).tags
    assert [(tag.title, tag.size) for tag in tags] == [("#c#", 1), ("#c++", 1), ("#Heroes", 2)]
    assert len({tag.path for tag in tags}) == 3


def test_kinds_come_in_the_wikis_order_and_unknown_ones_last() -> None:
    pages = [entry(1, "A", "zebra"), entry(2, "B"), entry(3, "C", "film")]
    assert [kind.title for kind in plan(MadeBundle(pages)).kinds] == ["Films", "Characters", "zebra"]


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("홍길동전", "ㅎ"),
        ("がんばれ", "か"),
        ("The Adventures", "A"),
        ("A Capella", "A"),
        ("the", "T"),
        ("Émile", "E"),
        ("éa", "E"),
        ("2012", "0–9"),
        ("٣", "0–9"),
        ("“Heroes”", "H"),
        ("!!", "#"),
        ("映画", "映"),
        ("أوخو", "ا"),
        ("ßa", "S"),
    ],
)
def test_titles_stand_under_the_letter_people_look_under(title: str, letter: str) -> None:
    (part,) = parts_of([entry(1, title)], "all.html")
    assert [group.label for group in part.letters] == [letter]


def test_signs_and_digits_stand_before_letters() -> None:
    titles = ["Zed", "…and", "映", "2012", "ann", "!"]
    ordered = sorted((entry(number, title) for number, title in enumerate(titles)), key=reading_order)
    assert [page.title for page in ordered] == ["!", "2012", "…and", "ann", "Zed", "映"]
    assert sort_key("The End") == "end"


@given(st.lists(NAMES, max_size=60), st.integers(1, 20))
def test_a_long_index_is_split_between_letters_and_loses_nothing(names: list[str], most: int) -> None:
    pages = sorted((entry(number, name) for number, name in enumerate(names)), key=reading_order)
    parts = parts_of(pages, "all.html", most=most)
    assert [page for part in parts for letter in part.letters for page in letter.pages] == pages
    labels = [letter.label for part in parts for letter in part.letters]
    assert len(labels) == len(set(labels))
    assert all(part.size <= most or len(part.letters) == 1 for part in parts)
    assert len({letter.anchor for part in parts for letter in part.letters}) == len(labels)
