"""The files of the bundle's search: words, descriptions and facets of what the bundle's viewer may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fanwiki.exporters.html.plan import Plan
from fanwiki.exporters.html.search_chunks import ChunkWords, WordChunk
from fanwiki.exporters.html.search_index import Described, SearchIndex
from fanwiki.exporters.html.search_packing import call
from fanwiki.exporters.html.search_shards import LEADS
from fanwiki.exporters.html.search_words import PageWords, page_words
from fanwiki.exporters.html.source import BundleSource, PageEntry, PageSource, PageText, in_batches
from fanwiki.jobs import Progress

_READ = 2 * LEADS[0]


def new_index(plan: Plan, source: BundleSource) -> SearchIndex:
    """Return an index of the pages of a plan, to which their words are still to be added."""
    labels = {kind.name: kind.label or kind.plural for kind in source.kinds()}
    return SearchIndex(sorted(plan.pages, key=lambda page: page.id), labels)


def index_files(plan: Plan, index: SearchIndex) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the search with its bytes, when all words were added."""
    for name, values in index_calls(plan, index):
        yield f"{name}.js", call(name, *values).encode()


def index_calls(plan: Plan, index: SearchIndex) -> Iterator[tuple[str, list[object]]]:
    """Yield what each file of the search hands over, by its name."""
    described = (
        Described(page, plan.page_paths[page.id], lead, plan.attachments.get(page.image, ""))
        for page, lead in zip(index.pages, index.leads(), strict=True)
    )
    yield from index.calls(described)


def search_calls(
    plan: Plan, source: BundleSource, progress: Progress | None = None
) -> Iterator[tuple[str, list[object]]]:
    """Yield what each file of the search hands over, by its name; the words are read for it."""
    with new_index(plan, source) as index:
        for chunk in word_chunks(source, index.pages, progress):
            index.join(chunk)
        yield from index_calls(plan, index)


def word_chunks(
    source: PageSource, pages: Sequence[PageEntry], progress: Progress | None = None
) -> Iterator[WordChunk]:
    """Yield the words of pages, which stand in the order of their ids."""
    words = ChunkWords()
    for page in (progress or Progress()).over(in_batches(source, pages), len(pages), "Indexing the words"):
        add_page(words, page, source)
    yield words.packed()


def add_page(words: ChunkWords, page: PageEntry, source: PageSource) -> PageWords:
    """Add the words of the next page, and return them."""
    text = source.text(page.id)
    found = page_words(page, text)
    words.add(found, beginning(text))
    return found


def beginning(text: PageText) -> str:
    """Return the first words of a page; of one without text, what its fields say."""
    found = ""
    for part in text.parts:
        found = f"{found} {part.text}".strip()
        if len(found) >= _READ:
            break
    return (found or ", ".join(text.fields))[:_READ]
