"""What every importer hands over: drafts of pages, attachments and kinds, with where each value came from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeAlias

from fanwiki.domain.document import Document
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.importers.origin import Origin


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that one value of a draft was read from.

    Args:
        field: The field's name; ``body`` for the body; empty for the page itself: that it is, and what it is called.
        sentence: The words as they stand in the source.
        item: Which item of a list, from 0.
    """

    field: str
    sentence: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Something for the curator to decide; it is shown with the draft and never written into the page.

    Args:
        text: One sentence.
        sentence: The words it is about, or empty.
        gate: Titles of the films that the importer proposes to gate those words with; it gates nothing itself.
    """

    text: str
    sentence: str = ""
    gate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastRevision:
    """An earlier state of the page.

    Args:
        time: When it was saved, as ``YYYY-MM-DDTHH:MM:SSZ``.
    """

    source: PageSource
    author: str
    time: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """What an importer derived from a page already, in another process.

    Args:
        document: Derived as if every title could be named to everybody.
        kind: By this declaration of its kind.
        asked: The titles whose gates would have counted.
    """

    document: Document
    kind: Kind
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page to be.

    Args:
        source: The page, in the form it would be saved in.
        evidence: What each value was read from; complete where the importer reads prose, empty where it copies.
        origin: Where it came from, for the wiki to keep and to tell; a page that is only added to keeps its own.
        path: The file within what was imported.
        revisions: Earlier states, oldest first, without the present one; only a new page takes them over. They are
            gone through one after another, so that an importer may keep many outside memory
            (`fanwiki.importers.spilling`).
        author: Who made the present state there; empty for whoever imports.
        time: When, as ``YYYY-MM-DDTHH:MM:SSZ``; empty for now.
        comment: What for; empty for a line about the import.
        notes: What the curator should look at.
        derived: What was derived from the source; the wiki takes it over where it would come to the same.
        adds: Whether it only adds to a page that may be there already (see `fanwiki.importers.adding`), as an
            article does to a film's page; otherwise it stands for the whole page.
    """

    source: PageSource
    evidence: tuple[Evidence, ...] = ()
    origin: Origin | None = None
    path: str = ""
    revisions: Collection[PastRevision] = ()
    author: str = ""
    time: str = ""
    comment: str = ""
    notes: tuple[Note, ...] = ()
    derived: Derived | None = field(default=None, repr=False, compare=False)
    adds: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentDraft:
    """A file to be kept in the wiki, under the name that pages mention it by."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A kind of page that the source declares, or that its templates imply.

    Args:
        adds: Whether a kind of this name that is there already only gets the fields that it lacks.
    """

    kind: Kind
    adds: bool = False


Draft: TypeAlias = PageDraft | AttachmentDraft | KindDraft
