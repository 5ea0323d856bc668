"""The paths of pages are found as in a dictionary, and survive being handed to another process."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.page_paths import PagePaths

PATHS = st.dictionaries(st.integers(0, 2**40).map(PageId), st.text(st.characters(codec="utf-8")), max_size=30)


@given(PATHS, st.integers(-5, 2**41).map(PageId))
def test_paths_are_those_of_the_dictionary(paths: dict[PageId, str], other: PageId) -> None:
    found = PagePaths(paths)
    assert dict(found) == paths
    assert list(found) == sorted(paths)
    assert found.get(other) == paths.get(other)
    assert (other in found) == (other in paths)


@given(PATHS)
def test_paths_are_the_same_in_another_process(paths: dict[PageId, str]) -> None:
    assert dict(pickle.loads(pickle.dumps(PagePaths(paths)))) == paths
