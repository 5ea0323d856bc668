"""What is computed from one record: casts, appearances, filmographies, the ledger, track records, contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.services import appearing, browsing, checking, editing, searching, sections, showing, speculating, wikis
from fanwiki.store.wiki_file import WikiFile

FILMS = {
    "First": "released: 1999-05-01\nuniverse_date: 32 BBY",
    "Second": "released: 1977-05-25\nuniverse_date: 0 BBY",
    "Third": "released: TBA\nuniverse_date: 19 BBY",
}


@pytest.fixture
def wiki(tmp_path: Path) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        for title, dates in FILMS.items():
            cast = (
                "cast:\n"
                "  - {character: '[[Obi]]', performer: '[[Alec]]', role: on screen, billing: 2}\n"
                f"  - {{character: '[[Droid {title}]]', performer: '[[Ann]]', role: voice, billing: 1}}\n"
            )
            editing.save_markdown(wiki, title, f"---\nkind: film\n{dates}\ndirector: ['[[Lucas]]']\n{cast}---\n")
        for title in ("Obi", "Droid First"):
            editing.save_markdown(wiki, title, "---\nkind: character\n---\n")
        for title in ("Alec", "Ann", "Lucas"):
            editing.save_markdown(wiki, title, "---\nkind: person\n---\n")
        yield wiki


def test_cast_is_in_the_order_of_billing(wiki: WikiFile) -> None:
    cast = appearing.cast(wiki, "First", CURATOR)
    assert [record.text("character") for record in cast] == ["Droid First", "Obi"]


def test_appearances_go_by_release_and_by_the_story(wiki: WikiFile) -> None:
    by_release = appearing.appearances(wiki, "Obi", CURATOR)
    in_story = appearing.appearances(wiki, "Obi", CURATOR, in_universe=True)
    assert [record.page.title for record in by_release] == ["Second", "First", "Third"]
    assert [record.page.title for record in in_story] == ["First", "Third", "Second"]


def test_filmography_is_the_other_inverse_of_the_same_record(wiki: WikiFile) -> None:
    films = appearing.filmography(wiki, "Alec", CURATOR)
    assert [(record.page.title, record.text("character")) for record in films] == [
        ("Second", "Obi"),
        ("First", "Obi"),
        ("Third", "Obi"),
    ]


def test_characters_in_both_films(wiki: WikiFile) -> None:
    assert [page.title for page in appearing.in_both(wiki, "First", "Second", CURATOR)] == ["Obi"]
    both = searching.list_pages(wiki, "kind:character film:First film:Second", CURATOR)
    assert [page.title for page in both] == ["Obi"]


def test_timeline_in_both_orders_with_undated_films_last(wiki: WikiFile) -> None:
    assert [page.title for page, _ in appearing.timeline(wiki, CURATOR)] == ["Second", "First", "Third"]
    story = appearing.timeline(wiki, CURATOR, in_universe=True)
    assert [page.title for page, _ in story] == ["First", "Third", "Second"]


def test_pages_show_computed_tables_in_both_orders(wiki: WikiFile) -> None:
    html = showing.as_html(wiki, "Obi", CURATOR)
    assert "Appearances" in html
    assert "By release" in html
    assert "In the story" in html
    assert "Directed" in showing.as_html(wiki, "Lucas", CURATOR)


def test_wanted_pages_and_orphans(wiki: WikiFile) -> None:
    assert {row.title for row in browsing.wanted_pages(wiki, CURATOR)} == {"Droid Second", "Droid Third"}
    assert {page.title for page in browsing.orphans(wiki, CURATOR)} == set(FILMS)


def test_of_many_pages_that_link_here_the_first_are_shown_and_all_are_counted(
    wiki: WikiFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "MOST_BACKLINKS", 2)
    for title in ("Aa", "Bb"):
        editing.save_markdown(wiki, title, "See [[Ann]].")
    assert "These are the first" not in showing.as_html(wiki, "Ann", CURATOR)
    editing.save_markdown(wiki, "Cc", "See [[Ann]].")
    editing.save_markdown(wiki, "Secret", "---\nspoils: ['[[First]]']\n---\nSee [[Ann]].")
    for viewer, linking in ((CURATOR, 7), (Viewer(), 6)):
        html = showing.as_html(wiki, "Ann", viewer)
        # The films that name Ann in their casts stand above already; they count all the same.
        assert f"These are the first 2 of {linking} pages." in html
        assert ">Aa<" in html
        assert "Cc" not in html
        assert len(searching.list_pages(wiki, "linksto:[[Ann]]", viewer)) == linking


def claim(status: str, confidence: int, stance: str = "for", more: str = "") -> str:
    return (
        f"---\nkind: speculation\nabout: '[[Third]]'\nclaim_kind: release date\nstatus: {status}\n"
        f"confidence: {confidence}\n{more}sources:\n  - {{outlet: '[[Outlet]]', stance: {stance}, quote: q}}\n---\n"
    )


def test_claims_are_due_when_their_day_is_past_and_nobody_knows(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Late", claim("open", 50, more="resolves_by: 2025\n"))
    editing.save_markdown(wiki, "Later", claim("open", 50, more="resolves_by: 2024-03\n"))
    editing.save_markdown(wiki, "Known", claim("confirmed", 50, more="resolves_by: 2024\n"))
    editing.save_markdown(wiki, "Unsaid", claim("open", 50, more="resolves_by: TBA\n"))
    assert [found.page.title for found in speculating.due(wiki, CURATOR, today=date(2026, 1, 1))] == ["Later", "Late"]
    assert [found.page.title for found in speculating.due(wiki, CURATOR, today=date(2025, 6, 1))] == ["Later"]


def test_track_record_counts_outcomes_and_scores_the_confidence_while_open(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Outlet", "---\nkind: source\n---\n")
    editing.save_markdown(wiki, "Right", claim("open", 80))
    editing.save_markdown(wiki, "Right", claim("confirmed", 100))
    editing.save_markdown(wiki, "Wrong", claim("open", 60))
    editing.save_markdown(wiki, "Wrong", claim("debunked", 0))
    editing.save_markdown(wiki, "Denied", claim("open", 30, "against"))
    editing.save_markdown(wiki, "Denied", claim("debunked", 30, "against"))
    editing.save_markdown(wiki, "Unknown", claim("open", 50))
    editing.save_markdown(wiki, "Old", claim("superseded", 50))
    record = speculating.track_record(wiki, "Outlet", CURATOR)
    assert (record.claims, record.confirmed, record.partly, record.debunked, record.undecided) == (5, 2, 0, 1, 2)
    # (0.8 − 1)², (0.6 − 0)², and for the denial (0.7 − 1)²
    assert record.brier == pytest.approx((0.04 + 0.36 + 0.09) / 3)
    assert record.scored == 3
    html = showing.as_html(wiki, "Outlet", CURATOR)
    assert "5" in html


def test_a_source_without_claims_has_no_score(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Outlet", "---\nkind: source\n---\n")
    record = speculating.track_record(wiki, "Outlet", CURATOR)
    assert (record.claims, record.brier) == (0, None)


def test_confidence_history_is_the_revision_history(wiki: WikiFile) -> None:
    for confidence in (20, 20, 45):
        editing.save_markdown(wiki, "Claim", claim("open", confidence))
    editing.save_markdown(wiki, "Claim", claim("debunked", 45))
    history = speculating.confidence_history(wiki, "Claim", CURATOR)
    assert [(point.status, point.confidence) for point in history] == [
        ("open", 20),
        ("open", 45),
        ("debunked", 45),
    ]


def test_confirming_a_claim_writes_into_the_films_field(wiki: WikiFile) -> None:
    more = "target_field: released\ntarget_value: 2027-07-02\n"
    editing.save_markdown(wiki, "Claim", claim("open", 70, more=more))
    saved = speculating.resolve(
        wiki, "Claim", "confirmed", resolution="Trailer.", on="2026-11-22", write_into="Third", author="Ann"
    )
    assert [each.page.title for each in saved] == ["Claim", "Third"]
    assert showing.as_json(wiki, "Third", CURATOR)["fields"]["released"] == ["TBA", "2027-07-02"]
    settled = showing.as_json(wiki, "Claim", CURATOR)["fields"]
    assert (settled["status"], settled["resolution"]) == ("confirmed", "Trailer.")
    with pytest.raises(FanwikiError, match="no outcome"):
        speculating.resolve(wiki, "Claim", "maybe")


def test_resolving_is_whole_or_not_at_all(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Claim", claim("open", 70))
    with pytest.raises(FanwikiError):
        speculating.resolve(wiki, "Claim", "confirmed", write_into="Third")
    assert showing.as_json(wiki, "Claim", CURATOR)["fields"]["status"] == "open"


def test_contradictions_are_found(wiki: WikiFile) -> None:
    for number, value in enumerate(("2027", "2028")):
        more = f"target_field: released\ntarget_value: {value!r}\n"
        editing.save_markdown(wiki, f"Claim {number}", claim("open", 50, more=more))
    editing.save_markdown(wiki, "Obi", "---\nkind: character\nfirst_appearance: '[[First]]'\n---\n")
    editing.save_markdown(wiki, "Fourth", "---\nkind: film\nprevious: '[[First]]'\n---\n")
    editing.save_markdown(wiki, "Fifth", "---\nkind: film\nnext: '[[Fourth]]'\n---\n")
    codes = {finding.code for finding in checking.check(wiki).problems}
    assert {"contradicting-claims", "contradicting-appearance", "contradicting-sequel"} <= codes


def test_readers_without_rumours_see_no_claims_about_a_film(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Outlet", "---\nkind: source\n---\n")
    editing.save_markdown(wiki, "Rumour", claim("open", 50))
    quiet = Viewer(speculation=False)
    assert "Rumour" in showing.as_html(wiki, "Third", Viewer())
    assert "Rumour" not in showing.as_html(wiki, "Third", quiet)
    assert speculating.track_record(wiki, "Outlet", quiet).claims == 0


def test_what_obsidian_is_told_about_a_note_is_no_fact_of_its_page(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Note", "---\ncssclasses: [wide]\npermalink: note\nmood: calm\n---\nText.")
    html = showing.as_html(wiki, "Note", CURATOR)
    assert "<dt>Mood</dt>" in html
    assert "Cssclasses" not in html
    assert "Permalink" not in html
