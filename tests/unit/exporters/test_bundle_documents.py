"""A whole bundle, made from views: what is planned is written, and all links in it lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bundle_making import DRAWING, MadeBundle, entry, files_of
from fanwiki.domain.page import PageId
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import Look, export_bundle
from fanwiki.exporters.html.documents import POLICY
from fanwiki.exporters.html.letters import PART_SIZE
from fanwiki.exporters.html.plan import TAGS_SHOWN, plan
from fanwiki.exporters.html.search_script import scripts
from fanwiki.jobs import Cancelled, Progress
from fanwiki.markup.views import Html, ImageView, InfoboxView, LinkView, PageView, Theme


def made(source: MadeBundle, look: Look | None = None) -> dict[str, str]:
    return {path: data.decode("utf-8", "replace") for path, data in files_of(source, look).items()}


def broken_links(files: dict[str, str]) -> list[str]:
    """Return addresses that lead to no file of the bundle, or to no place in it."""
    broken = []
    for path, text in files.items():
        if not path.endswith(".html"):
            continue
        for href in re.findall(r'(?:href|src)="([^"]*)"', text):
            if "://" in href:
                continue
            target, _, anchor = href.partition("#")
            place = (Path("/" + path).parent / target).as_posix() if target else "/" + path
            file = files.get(str(Path(re.sub(r"/[^/]+/\.\.", "", place)))[1:])
            if file is None or (anchor and f'id="{unquote(anchor)}"' not in file):
                broken.append(f"{path}: {href}")
    return broken


FULL = MadeBundle(
    entries=[
        entry(1, "Home", "article"),
        entry(2, "Ann <b>", aliases=("Annie", "“Ann”"), tags=("heroes", "c++"), image="a.svg"),
        entry(3, "Great Film", "film", tags=("heroes",), note="2020"),
        entry(4, "映画", "film"),
    ],
    shown={
        PageId(2): lambda hrefs: PageView(
            "Ann <b>",
            "character",
            "Character",
            hrefs.kind("character") or "",
            infobox=InfoboxView("Ann", image=ImageView(hrefs.attachment("a.svg") or "", "Ann")),
            body=Html('<p><a href="{}">film</a></p>').format(hrefs.page(PageId(3), "s-plot")),
            tags=tuple(LinkView(tag, hrefs.tag(tag)) for tag in ("heroes", "c++")),
        ),
        PageId(3): lambda hrefs: PageView("Great Film", "film", body=Html('<h2 id="s-plot">Plot</h2>')),
    },
    files={"a.svg": DRAWING, "evil.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"},
    home=PageId(1),
)


def test_what_is_planned_is_what_is_made() -> None:
    assert sorted(made(FULL)) == sorted(plan(FULL).paths())


def test_every_link_leads_to_a_file_and_a_place_in_it() -> None:
    assert broken_links(made(FULL)) == []


def test_every_page_is_read_once_so_that_memory_stays_flat() -> None:
    FULL.viewed.clear()
    made(FULL)
    assert sorted(FULL.viewed) == [1, 2, 3, 4]


def test_every_document_has_the_policy_and_no_script_or_style_of_its_own() -> None:
    for path, text in made(FULL).items():
        if path.endswith(".html"):
            assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY.replace(chr(39), "&#39;")}">' in text
            assert all(tag in OWN_SCRIPTS for tag in re.findall(r"<script[^>]*>", text))
            assert text.count("<script") == text.count("></script>") == 2
            assert "<style" not in text
            assert " style=" not in text
            assert "://" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_drawings_are_cleaned_on_the_way_out() -> None:
    files = made(FULL)
    assert not any("alert" in text for text in files.values())
    assert DRAWING.decode() in files.values()


def test_the_home_page_is_shown_without_what_is_told_about_pages() -> None:
    shown = {PageId(1): lambda hrefs: PageView("Home", "article", "Article", aliases=("Start",), revision=3)}
    home = made(MadeBundle([entry(1, "Home", "article")], shown, home=PageId(1)))["index.html"]
    assert "<h1>" in home
    assert "Start" not in home
    assert "Revision" not in home


def test_without_a_home_page_one_is_made_from_the_indexes() -> None:
    files = made(MadeBundle([entry(1, "Ann"), entry(2, "Film", "film")]))
    assert 'href="k/character.html"' in files["index.html"]
    assert 'href="all.html"' in files["index.html"]
    assert broken_links(files) == []


def test_a_wiki_without_pages_still_makes_a_bundle() -> None:
    files = made(MadeBundle())
    assert set(files) == {
        "index.html",
        "all.html",
        "404.html",
        "README.txt",
        "a/page.css",
        "search.html",
        "about.html",
        *scripts(),
    }
    assert broken_links(files) == []


def test_an_alias_has_a_page_that_leads_on() -> None:
    text = made(FULL)["p/annie-2.html"]
    assert 'content="0; url=ann-b-2.html"' in text
    assert "Ann &lt;b&gt;" in text


def test_an_index_of_one_kind_shows_pictures_when_most_pages_have_one() -> None:
    pages = [entry(1, "A", image="a.svg"), entry(2, "B", image="a.svg"), entry(3, "C"), entry(4, "F", "film")]
    files = made(MadeBundle(pages, files={"a.svg": DRAWING}))
    assert files["k/character.html"].count("<img") == 2
    assert "<img" not in files["k/film.html"]
    assert "<img" not in files["all.html"]


def test_a_long_index_is_split_into_files_that_the_first_lists() -> None:
    pages = [entry(number, f"{chr(97 + number % 26)} {number}") for number in range(PART_SIZE + 200)]
    files = made(MadeBundle(pages))
    parts = [path for path in files if re.fullmatch(r"all-\d+\.html", path)]
    assert len(parts) == 2
    assert broken_links(files) == []
    assert sum(len(re.findall(r'class="entry-link"', files[path])) for path in parts) == len(pages)
    assert max(len(files[path]) for path in parts) < 300_000


def test_many_tags_have_a_page_of_their_own() -> None:
    pages = [entry(number, f"P{number}", tags=(f"tag{number:03}",)) for number in range(TAGS_SHOWN + 5)]
    files = made(MadeBundle(pages))
    assert "All 29 tags" in files["all.html"]
    assert files["tags.html"].count('class="entry-link"') == TAGS_SHOWN + 5
    assert broken_links(files) == []


def test_the_look_is_that_of_every_page() -> None:
    look = Look(theme=Theme.DARK, lang="ar", direction="rtl", footer=("Text: CC BY-SA 4.0", LinkView("more", "x")))
    for path, text in made(MadeBundle([entry(1, "A")]), look).items():
        if path.endswith(".html"):
            assert '<html lang="ar" dir="rtl" data-theme="dark">' in text
            assert "Text: CC BY-SA 4.0" in text


OWN_SCRIPTS = {f'<script src="{up}a/{name}>' for up in ("", "../") for name in ('theme.js"', 'site.js" defer')}
TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40, deadline=None)
@given(st.lists(st.tuples(TITLES, TITLES, TITLES), max_size=6))
def test_any_titles_aliases_and_tags_give_a_bundle_whose_links_hold(names: list[tuple[str, str, str]]) -> None:
    pages = [
        entry(number, title, aliases=(alias,), tags=(tag,)) for number, (title, alias, tag) in enumerate(names, start=1)
    ]
    files = made(MadeBundle(pages))
    assert broken_links(files) == []
    assert all(text.count("<script") == 2 for path, text in files.items() if path.endswith(".html"))


def test_export_writes_the_folder_and_says_what_is_in_it(tmp_path: Path) -> None:
    steps: list[tuple[int, int | None]] = []
    progress = Progress(lambda done, total, text: steps.append((done, total)))
    report = export_bundle(FULL, tmp_path / "out", progress=progress)
    assert report.pages == 4
    assert report.files == sum(1 for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert steps[-1][0] == steps[-1][1]


def test_the_same_wiki_gives_the_same_bytes(tmp_path: Path) -> None:
    export_bundle(FULL, tmp_path / "one")
    export_bundle(FULL, tmp_path / "two")
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    progress = Progress()

    def stop(done: int, total: int | None, text: str) -> None:
        if done == 3:
            progress.cancel.request()

    progress.report = stop
    with pytest.raises(Cancelled):
        export_bundle(FULL, tmp_path / "out", progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_something_elses_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    FULL.viewed.clear()
    with pytest.raises(FanwikiError, match=r"mine\.txt"):
        export_bundle(FULL, tmp_path)
    assert FULL.viewed == []
