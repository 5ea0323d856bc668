"""Lists that outgrow memory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.importers.spilling import Spilled


@given(st.lists(st.text(max_size=20)), st.integers(0, 200))
def test_what_goes_in_comes_out_in_order_wherever_it_lies(items: list[str], limit: int) -> None:
    spilled: Spilled[str] = Spilled(len, limit)
    for item in items:
        spilled.append(item)
    assert list(spilled) == list(spilled) == items
    assert len(spilled) == len(items)
    spilled.close()
    assert list(spilled) == []


@given(st.lists(st.tuples(st.integers(0, 5), st.text(max_size=9)), min_size=1), st.integers(0, 50))
def test_sorting_keeps_the_order_of_equal_items(items: list[tuple[int, str]], limit: int) -> None:
    spilled: Spilled[tuple[int, str]] = Spilled(lambda item: len(item[1]), limit)
    for item in items:
        spilled.append(item)
    spilled.sort(lambda item: item[0])
    assert list(spilled) == sorted(items, key=lambda item: item[0])
    spilled.close()


@pytest.mark.parametrize("limit", [0, 1000])
def test_the_last_item_can_be_taken_out(limit: int) -> None:
    spilled: Spilled[str] = Spilled(len, limit)
    for item in ("one", "two", "three"):
        spilled.append(item)
    spilled.drop_last()
    spilled.append("four")
    assert list(spilled) == ["one", "two", "four"]
    spilled.close()
