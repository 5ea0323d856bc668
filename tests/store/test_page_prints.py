"""The print of a page changes with whatever the page shows, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fanwiki.domain.origin import Origin
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.services import editing
from fanwiki.services.wikis import create_wiki
from fanwiki.store.page_prints import page_prints
from fanwiki.store.wiki_file import WikiFile

PAGES = {
    "A film": "---\nkind: film\nreleased: 2001\n"
    "cast:\n  - character: '[[Hero]]'\n    performer: '[[Player]]'\n---\nA.\n",
    "Hero": "---\nkind: character\n---\nFriend of [[Villain]].\n",
    "Villain": "---\nkind: character\n---\nBad.\n",
    "Player": "---\nkind: person\n---\nPlays.\n",
    "Shower": "Shows ![[Villain]].\n",
    "Lister": "```query\nkind:film\n```\n",
    "Guess": "---\nkind: speculation\nabout: '[[Hero]]'\nsources:\n  - outlet: '[[Paper]]'\n---\nMaybe.\n",
    "Paper": "---\nkind: source\ntier: official\n---\nPrints.\n",
    "Other": "Nothing to do with them.\n",
}


@pytest.fixture
def wiki(tmp_path: Path) -> WikiFile:
    made = create_wiki(tmp_path / "w.fanwiki")
    for title, text in PAGES.items():
        editing.save_markdown(made, title, text)
    return made


def prints(wiki: WikiFile, day: str = "2024-01-01") -> dict[str, bytes]:
    with wiki.reading(CURATOR) as reader:
        titles = {page.id: page.title for page in reader.pages.all()}
        return {titles[page]: told for page, told in page_prints(reader.snapshot, b"all", day).items()}


def edit(title: str, old: str, new: str) -> Callable[[WikiFile], object]:
    assert old in PAGES[title]
    return lambda wiki: editing.save_markdown(wiki, title, PAGES[title].replace(old, new))


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (edit("Other", "Nothing", "Less"), {"Other"}),
        (edit("Villain", "Bad", "Worse"), {"Villain"}),
        (edit("Hero", "Friend of [[Villain]]", "Alone"), {"Hero", "Villain"}),
        (edit("Villain", "kind: character", "kind: person"), {"Villain", "Hero"}),
        (edit("A film", "2001", "2002"), {"A film", "Hero", "Player"}),
        (edit("Paper", "official", "fan"), {"Paper", "Guess"}),
        (edit("Guess", "Maybe", "Surely"), {"Guess", "Hero", "Paper"}),
        (lambda wiki: editing.save_markdown(wiki, "New", "See [[Other]]."), {"New", "Other"}),
        (lambda wiki: editing.delete(wiki, "Player"), {"Player", "A film", "Hero"}),
    ],
)
def test_a_print_changes_with_what_the_page_shows(
    wiki: WikiFile, change: Callable[[WikiFile], object], changed: set[str]
) -> None:
    before = prints(wiki)
    change(wiki)
    after = prints(wiki)
    different = {title for title in before.keys() | after.keys() if before.get(title) != after.get(title)}
    assert different - {"Shower", "Lister"} >= changed
    assert different >= {"Shower", "Lister"}
    assert "Other" not in different or "Other" in changed
    wiki.close()


def test_where_a_page_came_from_is_told(wiki: WikiFile) -> None:
    before = prints(wiki)
    with wiki.writing() as writer:
        page = writer.pages.find("Other")
        assert page is not None
        writer.origins.put({page.id: Origin("Another wiki", "https://example.org/other")})
    after = prints(wiki)
    assert {title for title in after if before[title] != after[title]} >= {"Other"}
    assert before["Villain"] == after["Villain"]
    wiki.close()


def test_a_claim_may_be_due_tomorrow(wiki: WikiFile) -> None:
    today, tomorrow = prints(wiki), prints(wiki, "2024-01-02")
    assert {title for title in today if today[title] != tomorrow[title]} == {"Guess"}
    wiki.close()


def test_a_print_tells_what_all_pages_depend_on(wiki: WikiFile) -> None:
    with wiki.reading(CURATOR) as reader:
        one, other = (page_prints(reader.snapshot, shared, "2024-01-01") for shared in (b"one", b"other"))
    assert one.keys() == other.keys()
    assert not set(one.values()) & set(other.values())
    wiki.close()


def test_there_are_none_for_somebody_who_does_not_see_everything(wiki: WikiFile) -> None:
    with wiki.reading(NEWCOMER) as reader, pytest.raises(ValueError, match="curator"):
        page_prints(reader.snapshot, b"", "2024-01-01")
    wiki.close()
