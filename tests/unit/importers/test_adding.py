"""What an article says is added to a page that is there, and touches nothing of its author's."""

from __future__ import annotations

import pytest

from fanwiki.domain.page import PageSource, Value
from fanwiki.importers.adding import add_to, can_add
from fanwiki.importers.draft import PageDraft


def added(present: PageSource, **fields: Value) -> PageSource:
    return add_to(present, PageDraft(PageSource(present.title, present.kind, fields), adds=True))


PAGE = PageSource(
    "Dune", "film", {"director": ["[[A]]"], "status": "released", "cast": [{"performer": "[[P]]"}]}, "Mine.\n"
)


def test_missing_fields_come_and_present_ones_stay() -> None:
    page = added(PAGE, status="filming", runtime=155, director=["[[B]]", "[[A]]"])
    assert page.fields["status"] == "released"
    assert page.fields["runtime"] == 155
    assert page.fields["director"] == ["[[A]]", "[[B]]"]
    assert page.body == PAGE.body


@pytest.mark.parametrize(
    ("record", "cast"),
    [
        ({"performer": "[[P]]"}, [{"performer": "[[P]]"}]),
        ({"performer": "[[P]]", "character": "[[C]]"}, [{"performer": "[[P]]", "character": "[[C]]"}]),
        ({"performer": "[[Q]]"}, [{"performer": "[[P]]"}, {"performer": "[[Q]]"}]),
    ],
)
def test_records_are_completed_not_doubled(record: dict[str, Value], cast: list[dict[str, Value]]) -> None:
    assert added(PAGE, cast=[record]).fields["cast"] == cast


def test_a_gated_value_is_the_same_value() -> None:
    gated: Value = {"value": "[[A]]", "gate": "[[Dune]]"}
    page = PageSource("Dune", "film", {"director": [gated], "cast": [{"performer": "[[P]]", "gate": "[[Dune]]"}]})
    assert added(page, director=["[[A]]"], cast=[{"performer": "[[P]]"}]) == page


def test_paragraphs_go_to_the_end_of_their_section() -> None:
    page = PageSource("Dune", "film", body="Intro\n\n## Quotes\n\n> old\n\n## Notes\n\nmine\n")
    draft = PageDraft(
        PageSource("Dune", "film", body="## Quotes\n\n> old\n\n> new\n\n## In the news\n\n> it\n"), adds=True
    )
    result = add_to(page, draft)
    assert result.body == ("Intro\n\n## Quotes\n\n> old\n\n> new\n\n## Notes\n\nmine\n\n## In the news\n\n> it\n")
    assert add_to(result, draft) == result


def test_adding_again_changes_nothing() -> None:
    draft = PageDraft(
        PageSource("Dune", "film", {"cast": [{"performer": "[[P]]", "character": "[[C]]"}], "x": ["1"]}, "## Q\n\na\n"),
        adds=True,
    )
    once = add_to(PAGE, draft)
    assert add_to(once, draft) == once


def test_a_page_of_another_kind_is_left_alone_and_a_plain_one_gets_the_kind() -> None:
    draft = PageDraft(PageSource("Dune", "film", {"runtime": 1}), adds=True)
    person = PageSource("Dune", "person")
    assert not can_add(person, draft)
    assert add_to(person, draft) == person
    assert add_to(PageSource("Dune"), draft) == PageSource("Dune", "film", {"runtime": 1})
