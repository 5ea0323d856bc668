"""From a source to the rows the store keeps, and what else must be derived again when a page changes.

A mention of a gated title carries that title's gate. So when the gate behind a name changes (a page is gated,
renamed, deleted, or gets an alias), the pages that mention the name are derived again in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fanwiki.domain.document import Document
from fanwiki.domain.gate import OPEN, Gate, union
from fanwiki.domain.page import PageId, PageSource
from fanwiki.domain.title import lookup_key
from fanwiki.importers.draft import PageDraft
from fanwiki.importers.draft import PastRevision as PastDraft
from fanwiki.importers.origin import cleaned
from fanwiki.markup.derive import derive
from fanwiki.markup.suspicion import may_be_gated
from fanwiki.store.saves import PageSave, PastRevision
from fanwiki.store.writer import Writer


def document_of(writer: Writer, source: PageSource) -> Document:
    """Derive a page as this wiki sees it: with its kinds, and the gates of the titles it mentions."""
    return derive(source, writer.kinds().of(source.kind), gate_of=writer.gate_of)


def _document_of_draft(writer: Writer, draft: PageDraft) -> Document:
    """Return what the importer derived, if this wiki sees the page just so."""
    known = draft.derived
    if known is not None and known.document.title == draft.source.title:
        kind = writer.kinds().of(draft.source.kind)
        if kind == known.kind and all(writer.gate_of(title).is_open for title in known.asked):
            return known.document
    return document_of(writer, draft.source)


def save_new(writer: Writer, drafts: Sequence[PageDraft], *, author: str, comment: str) -> list[PageId]:
    """Save many new pages at once, with what they were before, and where they came from.

    What mentions a name whose gate they change is derived again.

    Args:
        writer: The transaction.
        drafts: The pages, each with a title of its own that no page has.
        author: Who, where a draft names nobody.
        comment: What for, where a draft does not say.
    """
    documents = [_document_of_draft(writer, draft) for draft in drafts]
    names = {name.text: name.gate for document in documents for name in document.names}
    changed = {lookup_key(text) for text, gate in names.items() if not gate.is_open or not writer.gate_of(text).is_open}
    saves = (
        PageSave(
            document,
            draft.source,
            base=None,
            author=draft.author or author,
            comment=draft.comment or comment,
            time=draft.time or None,
            earlier=_Earlier(writer, draft.revisions),
        )
        for document, draft in zip(documents, drafts, strict=True)
    )
    pages = writer.pages.save_many(saves)
    known = zip(pages, drafts, strict=True)
    writer.origins.put({page: cleaned(draft.origin) for page, draft in known if draft.origin is not None})
    if changed:
        derive_again(writer, writer.links.sources_of(changed))
    return pages


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What a page was before, derived one state at a time: a page may have had more of them than memory holds."""

    writer: Writer
    past: Collection[PastDraft]

    def __len__(self) -> int:
        return len(self.past)

    def __iter__(self) -> Iterator[PastRevision]:
        for past in self.past:
            gate = OPEN
            if may_be_gated(past.source, self.writer.kinds().of(past.source.kind), self.writer.gate_of):
                gates = document_of(self.writer, past.source).gates()
                gate = union(gate for gate in gates if gate.films)
            yield PastRevision(past.source, past.author, past.comment, past.time, gate)


def derive_again(writer: Writer, page_ids: Iterable[PageId]) -> None:
    """Replace the derived rows of these pages from their sources; their revisions stay."""
    pages = writer.pages.get_all(page_ids).values()
    writer.pages.replace_all_derived(
        (page.id, document_of(writer, source)) for page, source in writer.pages.sources(list(pages))
    )


@contextmanager
def names_may_change(writer: Writer, names: Callable[[], Iterable[str]]) -> Iterator[set[PageId]]:
    """Derive again, at the end, every page that mentions a name whose gate changed meanwhile.

    Args:
        writer: The transaction.
        names: Called before and after: the names of the pages that change, titles and aliases.

    Yields:
        A set that holds, after the block, the pages that were derived again.
    """
    before = {name: writer.gate_of(name) for name in names()}
    touched: set[PageId] = set()
    yield touched
    after: dict[str, Gate] = {name: writer.gate_of(name) for name in (*before, *names())}
    # A name that only came now had the gate of whatever it led to before, which is unknown: derive its mentions again
    # when it is gated now.
    changed = {
        lookup_key(name)
        for name, gate in after.items()
        if (name in before and before[name] != gate) or (name not in before and not gate.is_open)
    }
    if changed:
        touched.update(writer.links.sources_of(changed))
        derive_again(writer, touched)
