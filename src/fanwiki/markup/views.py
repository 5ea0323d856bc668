"""What a page shows, as plain values: services fill them for one viewer, the templates turn them into HTML.

Nothing in here asks who is looking. Whatever a viewer may not see is left out before a view is made; a masked
link (`LinkState.MASKED`) carries only the text that stands in its place.

Text is escaped unless it is `Html`, so what nobody vouched for can only ever be shown as text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from markupsafe import Markup

Html: TypeAlias = Markup
"""Text that is HTML already: what the renderer, the resolver or a template returned. Everything else is escaped."""


class LinkState(StrEnum):
    """Where a link leads; the values are class names in the style sheet."""

    PAGE = "page"
    MISSING = "missing"
    MASKED = "masked"
    FILE = "file"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class LinkView:
    """A name that leads somewhere.

    Args:
        text: What is shown.
        href: Where it leads, or None when it leads nowhere in this output.
        state: Whether the page is there.
        hint: The tooltip; empty for none.
    """

    text: str
    href: str | None = None
    state: LinkState = LinkState.PAGE
    hint: str = ""


Cell: TypeAlias = "LinkView | Html | str | tuple[Cell, ...]"
"""One value on a page: a link, clean HTML, text, or several of them."""


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture; `alt` is empty only when the caption says it all; `href` leads to more about it, if anywhere."""

    src: str
    alt: str = ""
    caption: Cell = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class InfoboxRow:
    """A field of the infobox: its label and its values, one a line."""

    label: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class InfoboxGroup:
    """Rows under one heading; the group without a label stands first."""

    label: str
    rows: tuple[InfoboxRow, ...]


@dataclass(frozen=True, slots=True)
class InfoboxView:
    """The box of fields beside the body."""

    title: str
    subtitle: str = ""
    image: ImageView | None = None
    groups: tuple[InfoboxGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the table of contents; `anchor` is the whole id, without ``#``."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers align at their end."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class TableOrder:
    """The rows of a table in one order, such as “By release” or “In the story”."""

    label: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A computed section as a table: cast, appearances, filmography, or any inverse of a record field.

    Args:
        anchor: The id of its heading, unique in the page.
        title: Its heading.
        columns: As many as each row has cells; the first names the row.
        orders: At least one; a reader switches between several without a script.
        note: A sentence below, such as how many rows are withheld.
    """

    anchor: str
    title: str
    columns: tuple[Column, ...]
    orders: tuple[TableOrder, ...]
    note: Cell = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A page in a list.

    Args:
        link: Its title.
        kind: The label of its kind; empty to leave it out.
        note: What else is worth saying: a date, a status, a sentence from the page.
        image: A small picture, for cards.
    """

    link: LinkView
    kind: str = ""
    note: Cell = ""
    image: ImageView | None = None


class ListShape(StrEnum):
    """How a list of pages is laid out; the values are class names in the style sheet."""

    LINES = "lines"
    COLUMNS = "columns"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class ListView:
    """A computed section as a list of pages: an inverse of a link field, or an answer to a query.

    Args:
        anchor: The id of its heading; with an empty title there is no heading and no id.
        title: Its heading.
        entries: The pages.
        shape: How they are laid out.
        empty: What to say when there are none.
        more: A link to the rest, if the list was cut.
        note: A sentence below, such as how many are withheld.
    """

    anchor: str = ""
    title: str = ""
    entries: tuple[EntryView, ...] = ()
    shape: ListShape = ListShape.LINES
    empty: str = ""
    more: LinkView | None = None
    note: Cell = ""


@dataclass(frozen=True, slots=True)
class ClaimSourceView:
    """One report that speaks for or against a claim."""

    outlet: Cell
    stance: str = "for"
    tier: str = ""
    author: str = ""
    published: str = ""
    seen: str = ""
    url: str = ""
    quote: Cell = ""


@dataclass(frozen=True, slots=True)
class ConfidencePoint:
    """What was thought of a claim from one day on."""

    day: str
    status: str
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """The ledger of one speculation page.

    Args:
        status: As the kind's options name it: ``open``, ``confirmed``, ``debunked`` …
        confidence: 0 to 100, or None when nobody ventured one.
        claim_kind: ``casting`` and the like.
        about: The pages it is about.
        resolves_by: When it should be known, as written.
        due: Whether that day has passed and the claim is still open.
        resolution: How it ended.
        resolved_on: When, as written.
        sources: Who says so, and who says not.
        history: What was thought of it before, oldest first.
    """

    status: str
    confidence: int | None = None
    claim_kind: str = ""
    about: tuple[Cell, ...] = ()
    resolves_by: str = ""
    due: bool = False
    resolution: Cell = ""
    resolved_on: str = ""
    sources: tuple[ClaimSourceView, ...] = ()
    history: tuple[ConfidencePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackRecordView:
    """How often a source was right; `claims` is always shown, since a rate without n says nothing.

    Args:
        claims: How many claims name the source as speaking for them.
        brier: The mean squared error of the confidence in its resolved claims, 0 (perfect) to 1; None without any.
    """

    claims: int
    confirmed: int = 0
    partly: int = 0
    debunked: int = 0
    undecided: int = 0
    brier: float | None = None


@dataclass(frozen=True, slots=True)
class BacklinkView:
    """A page that links here, with the heading it does so under (text, or a link to the place)."""

    link: LinkView
    kind: str = ""
    context: Cell = ""


MOST_BACKLINKS = 200
"""A page shows so many of the pages that link to it."""


@dataclass(frozen=True, slots=True)
class BacklinksView:
    """The pages that link here.

    Args:
        links: They, or the first of them.
        total: How many pages link here, when these are only the first; else 0.
        href: Where all of them are listed; None where they are not.
    """

    links: tuple[BacklinkView, ...] = ()
    total: int = 0
    href: str | None = None


Section: TypeAlias = TableView | ListView


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where a page came from, for its foot.

    Args:
        site: The wiki or site, as a link to the page there when its address is known.
        revision: Which revision was taken, such as ``revision 12 of 2020-01-31``; may be empty.
        contributors: Who wrote it there.
        more: How many others did.
        licence: Under which terms; may be empty.
    """

    site: Cell
    revision: str = ""
    contributors: tuple[str, ...] = ()
    more: int = 0
    licence: Cell = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """One page, for one viewer.

    Args:
        title: As its author wrote it.
        kind: The kind's name, a class of the page's root element.
        kind_label: What readers see, above the title.
        kind_href: The index of that kind.
        aliases: Other names this viewer may see.
        body: The rendered body with its links resolved.
        infobox: None when the page has no fields to show.
        claim: For pages that claim something.
        track_record: For sources.
        contents: The body's visible headings; computed sections are added to them.
        sections: Computed tables and lists, after the body.
        tags: Tags as links.
        backlinks: Pages that link here.
        withheld: How many parts of this page the viewer may not see.
        show: The link that lets the viewer choose to see some of them; None where they cannot.
        notices: Sentences above the body, such as that the text could not be rendered.
        actions: Links such as “Speculate about this”; outputs that cannot act have none.
        breadcrumbs: The way from the home page, without the page itself.
        description: One plain sentence for the document's head; empty for none.
        empty: What to say, with a link perhaps, when there is no body.
        revision: The number of the revision shown.
        updated: The day of the last save, ``YYYY-MM-DD``.
        origin: Where the page came from, if it was not written here.
    """

    title: str
    kind: str = "article"
    kind_label: str = ""
    kind_href: str = ""
    aliases: tuple[str, ...] = ()
    body: Html = field(default_factory=Html)
    infobox: InfoboxView | None = None
    claim: ClaimView | None = None
    track_record: TrackRecordView | None = None
    contents: tuple[ContentsEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    tags: tuple[LinkView, ...] = ()
    backlinks: BacklinksView = BacklinksView()
    withheld: int = 0
    show: LinkView | None = None
    notices: tuple[str, ...] = ()
    actions: tuple[LinkView, ...] = ()
    breadcrumbs: tuple[LinkView, ...] = ()
    description: str = ""
    empty: Cell = ""
    revision: int | None = None
    updated: str = ""
    origin: OriginView | None = None


class Theme(StrEnum):
    """Which colours a page has; the values are those of ``data-theme`` (`SYSTEM` writes none)."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class SiteView:
    """What stands round every page of one output.

    Args:
        title: The wiki's name.
        home: Where its name leads.
        styles: Addresses of style sheets.
        urgent_scripts: Addresses of classic scripts that run before anything is drawn.
        scripts: Addresses of classic scripts, run when the document is read; none in the window.
        navigation: Links in the head of every page.
        footer: Lines at the foot: licence, when and by what it was made.
        without_scripts: What to say at the foot to a reader whose browser runs none.
        lang: The language of the wiki's text.
        direction: ``ltr``, ``rtl``, or ``auto`` to go by each page's title.
        theme: The colours.
        policy: A content security policy to write into the page; empty when it comes with the answer.
        bare: Leave out head and foot, where a window has its own.
    """

    title: str
    home: str
    styles: tuple[str, ...] = ()
    urgent_scripts: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    navigation: tuple[LinkView, ...] = ()
    footer: tuple[Cell, ...] = ()
    without_scripts: Cell = ""
    lang: str = "en"
    direction: str = "auto"
    theme: Theme = Theme.SYSTEM
    policy: str = ""
    bare: bool = False
