"""What an edit leaves alone is not written anew, and what it changes is as if everything had been."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from store_making import film, linking, renamed, save, segment, tag

from fanwiki.domain.document import Document, Fact, Link, Name, Problem
from fanwiki.domain.gate import Gate
from fanwiki.domain.query import FieldNames, parse
from fanwiki.domain.viewer import CURATOR
from fanwiki.store.wiki_file import WikiFile

TABLES = ("name", "link", "tag", "fact", "segment", "problem")
ALIEN = Gate.of("Alien")
ASH = linking(
    "Ash",
    "Alien",
    "Nostromo",
    "Alien",
    names=(Name("Science Officer", is_title=False),),
    segments=(segment("first words"), segment("an officer", heading="Life"), segment("an android", ALIEN)),
    tags=(tag("crew"), tag("secret", ALIEN)),
    facts=(Fact("status", 0, "", "broken"), Fact("height", 0, "", "170 cm", number=170)),
    problems=(Problem("dead-link", "“Nostromo” is not there."),),
)
OTHER_TEXT = (ASH.segments[0], segment("a nebula", heading="Life"), ASH.segments[2])
EDITS = (
    ASH,
    replace(ASH, segments=OTHER_TEXT),
    replace(ASH, segments=(segment("quite other words"), *OTHER_TEXT)),
    replace(ASH, segments=ASH.segments[:1], links=(Link("Nostromo"), Link("Alien"))),
    replace(ASH, names=(*ASH.names, Name("Holm", is_title=False)), tags=ASH.tags[::-1]),
    replace(ASH, facts=(Fact("status", 0, "", "broken", gate=ALIEN),), problems=()),
    replace(ASH, names=ASH.names[:1], tags=(tag("crew", ALIEN),), links=ASH.links[1:]),
    renamed(ASH, "Ian Holm"),
    ASH,
)


def rows(path: Path, *, numbers: bool) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        found = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 2, 1").fetchall() for table in TABLES}
    return {
        table: kept if numbers else [row[1:] for row in sorted(kept, key=lambda row: _place(table, row))]
        for table, kept in found.items()
    }


def _place(table: str, row: tuple[int, ...]) -> tuple[int, ...]:
    """Return by what rows are read: some by their place in the page, others by their number."""
    return (row[1], row[2]) if table in {"link", "segment"} else (row[1], row[0])


def edited(path: Path, edits: tuple[Document, ...]) -> dict[str, list[tuple[object, ...]]]:
    with WikiFile.create(path) as wiki:
        save(wiki, film("Alien"))
        page, head = None, None
        for edit in edits:
            saved = save(wiki, edit, edit.title, base=head, page=page)
            page, head = saved.id, saved.head
        with wiki.reading(CURATOR) as reader:
            for word in ("nebula", "officer", "quite", "holm"):
                total = reader.search.run(parse(f"{word} ", FieldNames(reader.kinds().values()))).total
                assert total == (word in repr(edits[-1]).casefold()), word
    return rows(path, numbers=False)


@pytest.mark.parametrize("count", range(2, len(EDITS) + 1))
def test_rows_that_stay_are_those_that_would_be_written(
    tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = edited(tmp_path / "kept.fanwiki", EDITS[:count])
    monkeypatch.setattr("fanwiki.store.batch.FEW", -1)
    assert edited(tmp_path / "anew.fanwiki", EDITS[:count]) == kept


def test_an_edit_of_the_text_writes_nothing_but_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.fanwiki"
    with WikiFile.create(path) as wiki:
        page = save(wiki, ASH)
        before = rows(path, numbers=True)
        save(wiki, replace(ASH, segments=OTHER_TEXT), base=page.head)
        after = rows(path, numbers=True)
    changed = {table for table in TABLES if before[table] != after[table]}
    assert changed == {"segment"}
    assert len(set(before["segment"]) & set(after["segment"])) == 2


def test_a_page_in_the_trash_leaves_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.fanwiki"
    with WikiFile.create(path) as wiki:
        page = save(wiki, ASH)
        with wiki.writing() as writer:
            writer.pages.move_to_trash(page.id)
    assert not any(rows(path, numbers=True).values())
