"""What readers get: plain values, never database rows."""

from __future__ import annotations

from dataclasses import dataclass

from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageId


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page without its text.

    Args:
        id: Stable for the page's whole life.
        title: As shown.
        kind: The kind's name.
        head: The number of its newest revision.
        created: When it was made, ISO 8601 in UTC.
        updated: When it was last saved.
        words: Words in its body.
        gate: What one must have seen to see the page at all.
        deleted: When it was moved to the trash, or None.
        deleted_by: By whom; only the trash tells.
    """

    id: PageId
    title: str
    kind: str
    head: int
    created: str
    updated: str
    words: int
    gate: Gate = OPEN
    deleted: str | None = None
    deleted_by: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a title leads.

    Args:
        page: The page, or None when there is none or this viewer may not know of it.
        masked: Whether there is a page that this viewer may not know of.
        gate: What one must have seen to know of it.
    """

    page: PageRow | None
    masked: bool = False
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of a page: its title or an alias."""

    page: PageRow
    text: str
    is_title: bool
    gate: Gate


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it stands in a page.

    Args:
        source: The page it stands in.
        target: The title it names.
        page: The page it leads to, or None for a wanted page.
    """

    source: PageRow
    target: str
    page: PageRow | None
    heading: str
    block: str
    label: str | None
    embed: bool
    field: str
    gate: Gate


@dataclass(frozen=True, slots=True)
class WantedRow:
    """A title that pages link to and no page has.

    Args:
        title: As the links write it.
        links: How many links the viewer sees.
        pages: In how many pages.
    """

    title: str
    links: int
    pages: int


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag and how many pages have it."""

    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """One value of one field of a page.

    Args:
        page: The page whose field it is.
        field: The field.
        item: The number of the item in a list.
        sub: The sub-field of a record, else empty.
        text: The value as text.
        target: The title it links to, or None.
        leads_to: The page behind that, or None.
    """

    page: PageRow
    field: str
    item: int
    sub: str
    text: str
    target: str | None
    leads_to: PageRow | None
    number: float | None
    earliest: str | None
    latest: str | None
    gate: Gate


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision without its text.

    Args:
        page: The page's id.
        number: From 1.
        parent: The revision it was made from, or None.
        masked: Whether author, comment and former title are left out, for they may speak of what this viewer may not
            see; its text is not given either.
    """

    page: PageId
    number: int
    parent: int | None
    title: str
    kind: str
    author: str
    time: str
    comment: str
    masked: bool


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something in a page that its author should look at."""

    page: PageRow
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """The plain text of one section that stands behind one gate."""

    heading: str
    anchor: str
    text: str
    gate: Gate


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file kept in the wiki, without its bytes."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept in the wiki."""

    name: str
    media_type: str
    size: int
    sha256: str
    data: bytes
