"""The words of an index that wait in files come out as those that were held in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.exporters.html import search_runs
from fanwiki.exporters.html.search_chunks import LEVELS, ChunkWords, WordChunk
from fanwiki.exporters.html.search_packing import first_of, order_in_scripts, packed, rising_of
from fanwiki.exporters.html.search_runs import TextRuns
from fanwiki.exporters.html.search_words import PageWords

Words: TypeAlias = dict[str, int]

WORDS = st.dictionaries(
    st.sampled_from(("hero", "heroes", "é", "\U0001f600", "￦", "a")) | st.text(max_size=3), st.integers(0, LEVELS - 1)
)
CHUNKS = st.lists(st.lists(WORDS, min_size=1, max_size=5), max_size=8)


def chunk_of(pages: Sequence[Words]) -> WordChunk:
    words = ChunkWords()
    for page in pages:
        words.add(PageWords({}, dict(page), 1, 1), "")
    return words.packed()


def lines_of(chunks: Sequence[Sequence[Words]]) -> list[tuple[str, list[bytes]]]:
    runs = TextRuns()
    start = 0
    for pages in chunks:
        runs.join(chunk_of(pages).text, start)
        start += len(pages)
    try:
        return list(runs.lines())
    finally:
        runs.close()


@settings(max_examples=60, deadline=None)
@given(CHUNKS, st.sampled_from((-1, 200, 2000)))
def test_words_from_files_are_those_from_memory(chunks: list[list[Words]], held: int) -> None:
    whole = lines_of(chunks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_runs, "HELD_AT_MOST", held)
        assert lines_of(chunks) == whole


def test_each_word_stands_on_its_pages_at_its_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_runs, "HELD_AT_MOST", 3000)
    monkeypatch.setattr(search_runs, "ROWS_AT_ONCE", 7)
    chunks = [[{"common": 2, f"w{page % 97}": page % 2} for page in range(at, at + 50)] for at in range(0, 6000, 50)]
    lines = dict(lines_of(chunks))
    assert list(lines) == sorted(lines, key=order_in_scripts)
    assert [rising_of(level.decode()) for level in lines["common"]] == [[], [], list(range(6000))]
    for number in range(97):
        pages = range(number, 6000, 97)
        found = [rising_of(level.decode()) for level in lines[f"w{number}"]]
        assert found == [[page for page in pages if page % 2 == 0], [page for page in pages if page % 2], []]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_first_of_packed_numbers_is_told(first: int, second: int) -> None:
    together = f"{packed(first)}{packed(second)}".encode()
    assert first_of(together) == (first, len(packed(first)))
