"""The picture of a neighbourhood: nothing overlaps, the same wiki gives the same picture, arrows reach everything."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.desktop.graph.layout import Box, lay_out, nearest

GROUPS = st.lists(st.tuples(st.sampled_from(["Cast", "Director", "Links here", ""]), st.integers(1, 30)), max_size=5)


@given(GROUPS)
def test_no_node_and_no_heading_overlaps_another(sizes: list[tuple[str, int]]) -> None:
    groups = [name for name, count in sizes for _ in range(count)]
    picture = lay_out(groups)
    boxes = [picture.middle, *picture.nodes, *(heading.box for heading in picture.headings)]
    assert not [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)]
    assert all(
        box.width / 2 <= box.x <= picture.width - box.width / 2
        and box.height / 2 <= box.y <= picture.height - box.height / 2
        for box in boxes
    )
    assert picture == lay_out(groups)


def test_fifty_nodes_fit_a_window_at_a_size_that_can_be_read() -> None:
    picture = lay_out(["Cast"] * 30 + ["Links here"] * 20)
    assert min(980 / picture.width, 640 / picture.height) > 0.72


@pytest.mark.parametrize("count", [1, 2, 7, 26, 50])
def test_arrow_keys_reach_every_node(count: int) -> None:
    picture = lay_out(["Cast"] * count)
    boxes = [picture.middle, *picture.nodes]
    reached, todo = {0}, [0]
    while todo:
        at = todo.pop()
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            found = nearest(boxes, at, dx, dy)
            if found not in reached:
                reached.add(found)
                todo.append(found)
    assert reached == set(range(len(boxes)))


def test_an_arrow_that_leads_nowhere_stays() -> None:
    boxes = [Box(0, 0, 10, 10), Box(100, 0, 10, 10)]
    assert nearest(boxes, 1, 1, 0) == 1
    assert nearest(boxes, 0, 1, 0) == 1
