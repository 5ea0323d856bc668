"""What a curator does: save, meet a newer version, rename, delete, bring back, change kinds; all in one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import NotFoundError, StaleSaveError, TitleError, TitleTakenError
from fanwiki.services import browsing, checking, editing, history, searching, showing, wikis
from fanwiki.store.wiki_file import WikiFile


@pytest.fixture
def wiki(tmp_path: Path) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        yield wiki


def source_of(wiki: WikiFile, title: str) -> PageSource:
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.find(title)
        assert page is not None, title
        return reader.pages.source(page)


def test_a_stale_save_is_refused_and_both_versions_stay_at_hand(wiki: WikiFile) -> None:
    first = editing.save(wiki, PageSource("A", body="one"), base=None)
    editing.save(wiki, PageSource("A", body="two"), base=first.page.head)
    with pytest.raises(StaleSaveError) as refused:
        editing.save(wiki, PageSource("A", body="mine"), base=first.page.head)
    assert (refused.value.base, refused.value.current) == (1, 2)
    assert history.source_at(wiki, "A", refused.value.current).body == "two"
    assert history.source_at(wiki, "A", refused.value.base).body == "one"


def test_two_open_files_of_one_wiki_refuse_each_others_stale_saves(wiki: WikiFile) -> None:
    editing.save(wiki, PageSource("A", body="one"), base=None)
    with wikis.open_wiki(wiki.path) as second:
        editing.save(second, PageSource("A", body="theirs"), base=1)
        with pytest.raises(StaleSaveError):
            editing.save(wiki, PageSource("A", body="mine"), base=1)
    assert source_of(wiki, "A").body == "theirs"


def test_titles_differ_by_case_after_the_first_letter(wiki: WikiFile) -> None:
    editing.save(wiki, PageSource("Abacus", body="bead"), base=None)
    editing.save(wiki, PageSource("AbacuS", body="band"), base=None)
    assert source_of(wiki, "abacus").body == "bead"
    assert source_of(wiki, "AbacuS").body == "band"
    with pytest.raises(TitleTakenError):
        editing.save(wiki, PageSource("abacus"), base=None)
    with pytest.raises(NotFoundError):
        showing.as_text(wiki, "ABACUS", CURATOR)


def test_look_up_goes_by_title_then_alias_then_any_case_if_that_is_unique(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Amélie", "---\naliases: [Wheels]\n---\nfilm")
    editing.save_markdown(wiki, "wheels of fire", "song")
    assert showing.as_text(wiki, "wheels", CURATOR).startswith("Amélie")
    assert showing.as_text(wiki, "AMELIE", CURATOR).startswith("Amélie")
    editing.save_markdown(wiki, "Wheels", "character")
    assert showing.as_text(wiki, "wheels", CURATOR).startswith("Wheels")


@pytest.mark.parametrize("title", ["", "a[b", "a]b", "a{b", "a|b", "a#b", "a\x07b", "x" * 256])
def test_impossible_titles_are_refused_and_nothing_is_saved(wiki: WikiFile, title: str) -> None:
    with pytest.raises(TitleError):
        editing.save(wiki, PageSource(title), base=None)
    assert checking.stats(wiki)["pages"] == 0


LINKING = """---
kind: film
next: "[[Old Name]]"
cast:
  - {character: "[[Old Name]]", performer: "[[Other]]", gate: "[[Old Name]]"}
spoils: ["[[Unrelated]]"]
---
[[Old Name]] [[old Name|label]] [[Old_Name#Part]] ![[Old Name]] [[Old Name#^id]]

| a | b |
|---|---|
| [[Old Name\\|x]] | y |

`[[Old Name]]` stays, as do

```
[[Old Name]]
```

> [!spoiler] Old Name, Another
> hidden

||inline||{Old Name} and [[Old Names]].
"""


def test_rename_rewrites_every_form_of_link_but_not_code(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Old Name", "---\nkind: film\n---\nSee [[Old Name#Part]].")
    editing.save_markdown(wiki, "Linking", LINKING)
    saved = editing.rename(wiki, "Old Name", "New Name", author="Ann")
    source = source_of(wiki, "Linking")
    assert source.body.count("[[Old Name]]") == 2  # the code
    assert "[[New Name]] [[new Name|label]] [[New Name#Part]] ![[New Name]] [[New Name#^id]]" in source.body
    assert "[[New Name\\|x]]" in source.body
    assert "> [!spoiler] New Name, Another" in source.body
    assert "||inline||{New Name} and [[Old Names]]." in source.body
    assert source.fields["next"] == "[[New Name]]"
    assert source.fields["cast"] == [{"character": "[[New Name]]", "performer": "[[Other]]", "gate": "[[New Name]]"}]
    assert saved.page.title == "New Name"
    assert len(saved.change.pages) == 2
    assert source_of(wiki, "Old Name").title == "New Name"
    assert [page.title for page in browsing.backlinks(wiki, "New Name", CURATOR)] == ["Linking"]


def test_renaming_there_and_back_gives_the_same_text(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Old Name", "---\nkind: film\n---\nx")
    editing.save_markdown(
        wiki, "Linking", LINKING.replace("[[old Name|", "[[Old Name|").replace("Old_Name", "Old Name")
    )
    before = source_of(wiki, "Linking")
    editing.rename(wiki, "Old Name", "New Name")
    editing.rename(wiki, "New Name", "Old Name")
    assert source_of(wiki, "Linking") == before
    assert source_of(wiki, "Old Name").fields["aliases"] == ["New Name"]


def test_a_title_in_lower_case_keeps_its_first_letter_in_links_when_renamed_there_and_back(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "eXistenZ", "A film.")
    editing.save_markdown(wiki, "Seen", "I saw [[eXistenZ]] twice: [[eXistenZ|it]], then [[eXistenZ]].")
    editing.rename(wiki, "eXistenZ", "The Game")
    assert source_of(wiki, "Seen").body == "I saw [[The Game]] twice: [[The Game|it]], then [[The Game]]."
    editing.rename(wiki, "The Game", "eXistenZ")
    assert source_of(wiki, "Seen").body == "I saw [[eXistenZ]] twice: [[eXistenZ|it]], then [[eXistenZ]]."


def test_seen_films_still_open_gates_after_the_film_was_renamed(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Film", "---\nkind: film\n---\n")
    editing.save_markdown(wiki, "Page", "||word||{Film}")
    seen = Viewer.who_has_seen(["Film"])
    editing.rename(wiki, "Film", "The Film")
    assert searching.search(wiki, "word", seen).total == 1
    assert searching.search(wiki, "word", Viewer()).total == 0


def test_deleted_pages_leave_red_links_and_come_back_whole(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "A", "---\naliases: [Alpha]\n---\nabout a #tag")
    editing.save_markdown(wiki, "B", "[[A]] and [[Alpha]]")
    before = showing.as_json(wiki, "A", CURATOR)
    page, _ = history.revisions(wiki, "A")
    editing.delete(wiki, "A", author="Ann")
    assert {row.title for row in browsing.wanted_pages(wiki, CURATOR)} == {"A", "Alpha"}
    assert searching.search(wiki, "about", CURATOR).total == 0
    assert history.revisions(wiki, "A")[0].deleted is not None
    editing.undelete(wiki, page.id)
    assert showing.as_json(wiki, "A", CURATOR) == before
    assert browsing.wanted_pages(wiki, CURATOR) == []


def test_restoring_a_deleted_page_whose_title_was_taken_asks_for_another(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "A", "first")
    page, _ = history.revisions(wiki, "A")
    editing.delete(wiki, "A")
    editing.save_markdown(wiki, "A", "second")
    with pytest.raises(TitleTakenError):
        editing.undelete(wiki, page.id)
    assert editing.undelete(wiki, page.id, title="A (first)").page.title == "A (first)"
    assert source_of(wiki, "A").body == "second"
    assert source_of(wiki, "A (first)").body == "first"


def test_history_restore_brings_back_a_deleted_page(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "A", "first")
    editing.save_markdown(wiki, "A", "second")
    editing.delete(wiki, "A")
    history.restore(wiki, "A", 1)
    assert source_of(wiki, "A").body == "first"


def test_a_changed_kind_reads_its_pages_anew(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "Falcon", "---\nkind: ship\ncrew: ['[[Han]]']\nlength: long\n---\nA ship.")
    editing.save_markdown(wiki, "Han", "A pilot.")
    assert [finding.code for finding in checking.check(wiki).problems if finding.code == "unknown-kind"]
    editing.put_kind(
        wiki,
        'name = "ship"\nlabel = "Ship"\nplural = "Ships"\n[[fields]]\nname = "crew"\nlabel = "Crew"\ntype = "link"\n'
        'many = true\ninverse = "Ships flown"\n[[fields]]\nname = "length"\nlabel = "Length"\ntype = "number"\n',
    )
    found = {finding.code for finding in checking.check(wiki).problems}
    assert "wrong-number" in found
    assert "unknown-kind" not in found
    assert source_of(wiki, "Falcon").fields["length"] == "long"


def test_save_under_another_pages_title_is_refused(wiki: WikiFile) -> None:
    editing.save_markdown(wiki, "A", "a")
    with pytest.raises(TitleTakenError):
        editing.save_markdown(wiki, "A", "---\ntitle: B\n---\nb")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20).filter(lambda t: t.isprintable()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcxyz", min_size=1), inner, max_size=3),
    max_leaves=6,
)


@given(
    fields=st.dictionaries(st.text("abcdefg_", min_size=1, max_size=8), VALUES, max_size=4),
    body=st.text(max_size=200).filter(lambda text: text.isascii() or text.encode("utf-8", "ignore").decode() == text),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_page_is_kept_exactly_and_comes_back_exactly(wiki: WikiFile, fields: dict[str, object], body: str) -> None:
    source = PageSource("Round", "article", fields, body)  # type: ignore[arg-type]
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.find("Round")
    editing.save(wiki, source, base=page.head if page else None)
    assert source_of(wiki, "Round") == source
    text = showing.as_markdown(wiki, "Round", CURATOR)
    editing.save_markdown(wiki, "Round", text)
    assert source_of(wiki, "Round") == source
