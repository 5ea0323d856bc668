"""Reading stops in the middle of a statement once nobody wants to know any more."""

from __future__ import annotations

import threading

import pytest
from store_making import document, save

from fanwiki.domain.viewer import CURATOR
from fanwiki.jobs import Cancel, Cancelled
from fanwiki.store.wiki_file import WikiFile

ENDLESS = """
    WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers)
    SELECT count(*) FROM numbers
"""


@pytest.mark.parametrize("door", ["ask", "execute"])
def test_a_statement_without_end_stops(wiki: WikiFile, door: str) -> None:
    cancel = Cancel()
    timer = threading.Timer(0.05, cancel.request)
    timer.start()
    with pytest.raises(Cancelled), wiki.reading(CURATOR, cancel) as reader:
        getattr(reader.snapshot, door)(ENDLESS, {})
    timer.join()


def test_what_was_stopped_leaves_the_connection_fit_for_the_next(wiki: WikiFile) -> None:
    save(wiki, document("Ripley"))
    cancel = Cancel()
    timer = threading.Timer(0.05, cancel.request)
    timer.start()
    with pytest.raises(Cancelled), wiki.reading(CURATOR, cancel) as reader:
        reader.snapshot.ask(ENDLESS, {})
    timer.join()
    with wiki.reading(CURATOR) as reader:
        assert (
            reader.snapshot.ask(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000) SELECT count(*) FROM n",
                {},
            )[0][0]
            == 300_000
        )
        assert [page.title for page in reader.pages.all()] == ["Ripley"]


def test_what_is_not_wanted_from_the_start_is_not_read(wiki: WikiFile) -> None:
    cancel = Cancel()
    cancel.request()
    with pytest.raises(Cancelled), wiki.reading(CURATOR, cancel):
        raise AssertionError("nothing was to be read")
