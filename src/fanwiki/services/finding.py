"""Finding the page somebody names."""

from __future__ import annotations

from fanwiki.errors import NotFoundError
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.wording import say


def find(reader: Reader, title: str) -> PageRow:
    """Return the page that is meant, for this viewer.

    Raises:
        NotFoundError: There is none, or the viewer may not know of it; the answer is the same for both.
    """
    page = reader.pages.find(title)
    if page is None:
        raise NotFoundError(say("There is no page “%1”.", title), "Look for its title with `fanwiki list`.")
    return page
