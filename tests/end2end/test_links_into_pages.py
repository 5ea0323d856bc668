"""Links to headings and blocks lead to them where they are, to the page where they are not, and authors are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle_links import broken_links
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.markup.anchors import places_in
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.services import checking, editing, exporting, wikis
from fanwiki.services.linking import Leads
from fanwiki.store.wiki_file import WikiFile

SHIP = "# Deck\nWide.\n\n> [!spoiler] Comet\n> ## Secret hold\n> Gold.\n\nA rope. ^rope\n"
CREW = (
    "---\nnickname: see [[#Nobody]] and [[#Cook]]\n---\n"
    "## Cook\n[[Ship#Deck|deck]] [[Ship#Mast|mast]] [[Ship#^rope|rope]] [[Ship#^sail|sail]] [[Ship#Secret hold|hold]] "
    "[[#Cook|cook]] [[#Captain|captain]]\n"
)


@pytest.fixture
def wiki(tmp_path: Path) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        editing.save_markdown(wiki, "Comet", "---\nkind: film\n---\n")
        editing.save_markdown(wiki, "Ship", SHIP)
        editing.save_markdown(wiki, "Crew", CREW)
        yield wiki


def crew(folder: Path) -> str:
    return next(folder.glob("p/crew-*.html")).read_text(encoding="utf-8")


@pytest.mark.parametrize(("viewer", "hold"), [(CURATOR, "ship-2.html#s-secret-hold"), (NEWCOMER, "ship-2.html")])
def test_no_link_leads_to_a_place_that_is_not_there(wiki: WikiFile, tmp_path: Path, viewer: Viewer, hold: str) -> None:
    exporting.export(wiki, tmp_path / "b", viewer=viewer)
    assert broken_links(tmp_path / "b") == []
    page = crew(tmp_path / "b")
    for address, text in (
        ("ship-2.html#s-deck", "deck"),
        ("ship-2.html", "mast"),
        ("ship-2.html#b-rope", "rope"),
        ("ship-2.html", "sail"),
        ("#s-cook", "cook"),
        (hold, "hold"),
    ):
        assert f'<a href="{address}">{text}</a>' in page, text
    assert '<span class="missing">captain</span>' in page


def test_the_search_for_broken_links_finds_them(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
    page = next((tmp_path / "b").glob("p/crew-*.html"))
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("#s-deck", "#s-keel").replace("#s-cook", "#s-cock"), encoding="utf-8")
    assert [line.partition(": ")[2] for line in broken_links(tmp_path / "b")] == ["#s-cock", "ship-2.html#s-keel"]


@pytest.mark.parametrize(("old", "new"), [("# Deck", "# Upper deck"), ("^rope", "^sail"), ("# Deck", "# Mast")])
@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER], ids=["curator", "newcomer"])
def test_a_new_heading_reaches_the_pages_that_lead_to_it(
    wiki: WikiFile, tmp_path: Path, viewer: Viewer, old: str, new: str
) -> None:
    exporting.export(wiki, tmp_path / "b", viewer=viewer)
    editing.save_markdown(wiki, "Ship", SHIP.replace(old, new))
    before = crew(tmp_path / "b")
    exporting.export(wiki, tmp_path / "b", viewer=viewer, incremental=True)
    exporting.export(wiki, tmp_path / "full", viewer=viewer)
    assert crew(tmp_path / "b") == crew(tmp_path / "full") != before
    assert broken_links(tmp_path / "b") == broken_links(tmp_path / "full") == []


def test_authors_are_told_which_places_are_missing(wiki: WikiFile) -> None:
    found = [finding.text for finding in checking.check(wiki).problems if finding.code == "missing-place"]
    assert found == [
        "It links to the heading “Nobody” of “Crew”, which is not there.",
        "It links to the heading “Captain” of “Crew”, which is not there.",
        "It links to the heading “Mast” of “Ship”, which is not there.",
        "It links to the block “sail” of “Ship”, which is not there.",
    ]


GATED = {
    "Hidden twin": "## X\n\na\n\n> [!spoiler] Comet\n> ## X\n> b\n\n## X\n",
    "Hidden words": "## A ||secret||{Comet}\n\nx\n\n## A\n",
    "Hidden name": "## [[Ghost]]\n\nt\n\n## [[Crew]]\n",
    "Ghost": "---\nspoils: '[[Comet]]'\n---\n## Boo\n",
    "Shown": "A [page](Crew.md).\n\n## One\n\n## One\n\n<h2>Raw</h2>\n\n- ## In a list ^id\n\n> ## Quoted\n",
    "Twice said": "## B\n\n%% ||told||{Comet} %%\n\n## B\n\n```\n## no\n||code||\n```\n",
}


@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER], ids=["curator", "newcomer"])
def test_places_are_those_of_the_redacted_page_whether_it_was_looked_through_or_not(
    wiki: WikiFile, viewer: Viewer
) -> None:
    for title, text in GATED.items():
        editing.save_markdown(wiki, title, text)
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        leads = Leads(reader)
        for page in reader.pages.all():
            source = reader.pages.source(page)
            kind = reader.kinds().of(source.kind)
            body = redact(source, kind, sees=reader.sees, gate_of=leads.gate_of).body
            assert leads.places(page, renderer) == places_in(renderer.body(body).html), page.title


def test_a_page_without_gates_is_not_looked_through_for_its_places(
    wiki: WikiFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wiki.reading(NEWCOMER) as reader, Renderer(reader.rendered) as renderer:
        monkeypatch.setattr("fanwiki.services.linking.redact", None)
        page = reader.pages.find("Crew")
        assert page is not None
        assert "s-cook" in Leads(reader).places(page, renderer)
