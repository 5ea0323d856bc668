"""What is to be saved, and why a save may be refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from fanwiki.domain.document import Document
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageId, PageSource
from fanwiki.errors import NotFoundError, StaleSaveError, TitleTakenError
from fanwiki.wording import say


@dataclass(frozen=True, slots=True)
class PastRevision:
    """A revision from before the page came into this wiki, as an importer brings it.

    Args:
        gate: What one must have seen to see any of it.
    """

    source: PageSource
    author: str
    comment: str
    time: str
    gate: Gate = OPEN


class Revisions(Protocol):
    """Earlier states of a page, of which only one need be in memory."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __iter__(self) -> Iterator[PastRevision]:
        """Yield them, oldest first."""


@dataclass(frozen=True, slots=True)
class PageSave:
    """One page to save.

    Args:
        document: What is derived from the source.
        source: What the author wrote.
        base: The revision that the edit began from; None for a new page.
        author: Who; may be empty.
        comment: What for; may be empty.
        page: The page, where its title changes; None finds it by its title.
        time: When, if not now.
        earlier: For a new page, what it was before, oldest first.
    """

    document: Document
    source: PageSource
    base: int | None
    author: str = ""
    comment: str = ""
    page: PageId | None = None
    time: str | None = None
    earlier: Revisions = field(default=())


@dataclass(frozen=True, slots=True)
class Head:
    """What a page is before a save."""

    page: PageId
    number: int
    title: str


def refuse_stale(save: PageSave, head: Head | None) -> None:
    """See that a save goes onto what its author saw.

    Raises:
        TitleTakenError: It is of a new page, and there is one.
        NotFoundError: It is of a page that is gone.
        StaleSaveError: The page was saved since.
    """
    if head is None:
        if save.base is None and save.page is None:
            return
        raise NotFoundError(
            say("There is no page “%1” any more.", save.source.title),
            "It may be in the trash; restore it, or save a new one.",
        )
    if save.base is None:
        raise title_taken(save.source.title)
    if save.base != head.number:
        raise stale(head.title, current=head.number, base=save.base)


def title_taken(title: str) -> TitleTakenError:
    """Return the refusal of a title that another page has."""
    return TitleTakenError(say("There is already a page “%1”.", title), "Choose another title, or edit that page.")


def stale(title: str, *, current: int, base: int) -> StaleSaveError:
    """Return the refusal of a save that would overwrite a newer one."""
    return StaleSaveError(
        say("“%1” was saved since you began: it is at revision %2, you began from %3.", title, current, base),
        "Compare the two and save the outcome.",
        current=current,
        base=base,
    )
