"""Whether a wiki's search counts other forms of an English word as the word."""

from __future__ import annotations

from fanwiki.domain.change import Change
from fanwiki.domain.viewer import CURATOR
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import written


def stems(wiki: WikiFile) -> bool:
    """Whether *hero* finds *heroes*, unless a query says otherwise."""
    with wiki.reading(CURATOR) as reader:
        return reader.search.stems()


def put_stems(wiki: WikiFile, wanted: bool) -> Change:
    """Say whether it does, for everybody who searches this wiki: one in another language can do without."""
    with wiki.writing() as writer:
        writer.put_stems(wanted)
    if wanted:
        return Change(written("Count other forms of English words"))
    return Change(written("Leave out other forms of English words"))
