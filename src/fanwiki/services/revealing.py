"""The single spoilers of a page that a reader may choose to see all the same."""

from __future__ import annotations

from collections.abc import Collection

from fanwiki.domain.viewer import Viewer
from fanwiki.markup import reveal
from fanwiki.markup.reveal import HiddenItem
from fanwiki.services.finding import find
from fanwiki.services.linking import Leads
from fanwiki.store.wiki_file import WikiFile

__all__ = ["HiddenItem", "hidden_items"]


def hidden_items(wiki: WikiFile, title: str, viewer: Viewer, *, shown: Collection[str] = ()) -> tuple[HiddenItem, ...]:
    """Return the spoilers of a page that this viewer may not see: the films to see first, and where they stand.

    Args:
        wiki: The wiki.
        title: The page.
        viewer: Who looks.
        shown: Keys of those that they chose to see; what these hold is told too.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        source = reader.pages.source(find(reader, title))
        kind = reader.kinds().of(source.kind)
        return reveal.hidden_items(source, kind, sees=reader.sees, gate_of=Leads(reader).gate_of, shown=shown)
