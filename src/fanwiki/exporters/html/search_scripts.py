"""The files of the bundle's search: words, descriptions and facets of what the bundle's viewer may see."""

from __future__ import annotations

from collections.abc import Iterator

from fanwiki.exporters.html.plan import Plan
from fanwiki.exporters.html.search_index import LEADS, Described, SearchIndex
from fanwiki.exporters.html.search_packing import call
from fanwiki.exporters.html.search_words import page_words
from fanwiki.exporters.html.source import BundleSource, PageText, in_batches
from fanwiki.jobs import Progress

_READ = 2 * LEADS[0]


def search_files(plan: Plan, source: BundleSource, progress: Progress | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the search with its bytes; the pages' files need not be made for that."""
    for name, values in search_calls(plan, source, progress):
        yield f"{name}.js", call(name, *values).encode()


def search_calls(
    plan: Plan, source: BundleSource, progress: Progress | None = None
) -> Iterator[tuple[str, list[object]]]:
    """Yield what each file of the search hands over, by its name."""
    pages = sorted(plan.pages, key=lambda page: page.id)
    labels = {kind.name: kind.label or kind.plural for kind in source.kinds()}
    index = SearchIndex(pages, labels)
    leads = []
    for page in (progress or Progress()).over(in_batches(source, pages), len(pages), "Indexing the words"):
        text = source.text(page.id)
        index.add(page.id, page_words(page, text))
        leads.append(beginning(text))
    described = (
        Described(page, plan.page_paths[page.id], lead, plan.attachments.get(page.image, ""))
        for page, lead in zip(pages, leads, strict=True)
    )
    yield from index.calls(described)


def beginning(text: PageText) -> str:
    """Return the first words of a page; of one without text, what its fields say."""
    found = ""
    for part in text.parts:
        found = f"{found} {part.text}".strip()
        if len(found) >= _READ:
            break
    return (found or ", ".join(text.fields))[:_READ]
