"""Whatever is done in whatever order, the store agrees with a model that fits in the head."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from store_making import linking, save_in, source_for

from fanwiki.domain.document import Document, Name
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import StaleSaveError, TitleTakenError
from fanwiki.store.wiki_file import WikiFile

TITLES = ["Abc", "ABC", "Ann", "Änn", "Bob", "Film"]
titles = st.sampled_from(TITLES)
targets = st.lists(titles, max_size=3)
gates = st.sampled_from([OPEN, Gate.of("Film")])


@dataclass
class Page:
    """What the model knows of a page."""

    made: Document
    bodies: list[str] = field(default_factory=list)
    deleted: bool = False

    @property
    def title(self) -> str:
        return self.made.title


def made(title: str, links: list[str], alias: str | None, gate: Gate) -> Document:
    names = (Name(alias, is_title=False, gate=gate),) if alias else ()
    return linking(title, *links, names=names, gate=gate)


class AnyOrder(RuleBasedStateMachine):
    """Saves, renames, deletes and restores in any order, some of them refused, some transactions thrown away."""

    ids = Bundle("ids")

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.wiki = WikiFile.create(Path(self.folder.name) / "w.fanwiki")
        self.pages: dict[PageId, Page] = {}

    def teardown(self) -> None:
        self.wiki.close()
        self.folder.cleanup()

    def living(self, title: str) -> PageId | None:
        found = (number for number, page in self.pages.items() if not page.deleted and same(page.title, title))
        return next(found, None)

    @rule(target=ids, title=titles, links=targets, alias=st.none() | titles, gate=gates, body=st.text(max_size=9))
    def create(self, title: str, links: list[str], alias: str | None, gate: Gate, body: str) -> PageId:
        body = body.encode("utf-8", "replace").decode()
        document = made(title, links, alias, gate)
        taken = self.living(title)
        if taken is not None:
            with pytest.raises(TitleTakenError), self.wiki.writing() as writer:
                save_in(writer, document, body)
            return taken
        with self.wiki.writing() as writer:
            page = save_in(writer, document, body)
        self.pages[page.id] = Page(document, [body])
        return page.id

    @rule(page=ids, links=targets, alias=st.none() | titles, gate=gates, title=titles, stale=st.booleans())
    def save(self, page: PageId, links: list[str], alias: str | None, gate: Gate, title: str, stale: bool) -> None:
        known = self.pages.get(page)
        if known is None or known.deleted:
            return
        document = made(title, links, alias, gate)
        base = len(known.bodies) - stale
        refusal = StaleSaveError if stale else TitleTakenError if self.living(title) not in (None, page) else None
        if refusal:
            with pytest.raises(refusal), self.wiki.writing() as writer:
                writer.pages.rename(page, document, source_for(document, title), base=base)
            return
        with self.wiki.writing() as writer:
            writer.pages.rename(page, document, source_for(document, title), base=base)
        known.made = document
        known.bodies.append(title)

    @rule(page=ids)
    def delete(self, page: PageId) -> None:
        known = self.pages.get(page)
        if known is not None and not known.deleted:
            with self.wiki.writing() as writer:
                writer.pages.move_to_trash(page)
            known.deleted = True

    @rule(page=ids)
    def restore(self, page: PageId) -> None:
        known = self.pages.get(page)
        if known is None or not known.deleted:
            return
        source = source_for(known.made, known.bodies[-1])
        if self.living(known.title) is not None:
            with pytest.raises(TitleTakenError), self.wiki.writing() as writer:
                writer.pages.restore(page, known.made, source)
            return
        with self.wiki.writing() as writer:
            writer.pages.restore(page, known.made, source)
        known.deleted = False

    @rule(page=consumes(ids))
    def purge(self, page: PageId) -> None:
        known = self.pages.get(page)
        if known is not None and known.deleted:
            with self.wiki.writing() as writer:
                writer.pages.purge(page)
            del self.pages[page]

    @rule(title=titles, links=targets)
    def change_ones_mind(self, title: str, links: list[str]) -> None:
        with suppress(ZeroDivisionError), self.wiki.writing() as writer:
            if self.living(title) is None:
                save_in(writer, made(title, links, None, OPEN))
            for number, page in self.pages.items():
                if not page.deleted:
                    writer.pages.move_to_trash(number)
            raise ZeroDivisionError

    @invariant()
    def it_agrees(self) -> None:
        living = {number: page for number, page in self.pages.items() if not page.deleted}
        with self.wiki.reading(CURATOR) as reader:
            assert {page.id: page.title for page in reader.pages.all()} == {
                number: page.title for number, page in living.items()
            }
            assert {page.id for page in reader.trash.all()} == self.pages.keys() - living.keys()
            assert reader.soundness.problems() == []
            for page in reader.pages.all():
                known = living[page.id]
                assert page.head == len(known.bodies)
                assert reader.pages.source(page).body == known.bodies[-1]
                assert len(reader.history.revisions(page)) == len(known.bodies)
                assert [row.page for row in reader.links.of(page)] == [
                    reader.pages.leads_to(link.target).page for link in known.made.links
                ]
                assert {row.source.id for row in reader.links.to(page)} == {
                    number
                    for number, other in living.items()
                    if number != page.id
                    for link in other.made.links
                    if (lead := reader.pages.leads_to(link.target).page) and lead.id == page.id
                }
        with self.wiki.reading(NEWCOMER) as reader:
            assert {page.id for page in reader.pages.all()} == {
                number for number, page in living.items() if page.made.gate.is_open
            }


def same(one: str, other: str) -> bool:
    return identity(one) == identity(other)


TestAnyOrder = pytest.mark.heavy(AnyOrder.TestCase)
TestAnyOrder.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
