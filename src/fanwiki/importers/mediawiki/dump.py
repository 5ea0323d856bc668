"""The XML of a dump as pages and revisions, one after another; hostile until proven otherwise.

Versions 0.3 to 0.11 differ in their namespace and in a few elements, so elements are known by their local names. No
tree is built: libxml2 would refuse a text of more than 10 MB there, and a page would be held twice. Its other limits
stay on: on attributes, names and depth. A document type is refused, so there are no entities to expand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from lxml import etree

from fanwiki.errors import SourceError
from fanwiki.importers.mediawiki.streams import Truncated, open_stream
from fanwiki.importers.mediawiki.xml_text import XmlText
from fanwiki.wording import say, written

if TYPE_CHECKING:
    from lxml.etree import ParserTarget

MAX_TEXT = 32_000_000
"""A text of more characters is no wiki page; MediaWiki itself stops at 2 MB."""

MOST_NAMES = 1000


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What a dump says of its wiki.

    Args:
        namespaces: The local names by number.
    """

    name: str = ""
    base: str = ""
    language: str = ""
    version: str = ""
    namespaces: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page begins.

    Args:
        namespace: Its number; None where the dump is too old to say.
        redirect: Where it leads, if the dump says that.
    """

    title: str
    namespace: int | None = None
    number: str = ""
    redirect: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the page that began before.

    Args:
        model: What the text is; empty where the dump does not say.
        cut: Whether the text went on.
    """

    number: str = ""
    time: str = ""
    author: str = ""
    comment: str = ""
    model: str = ""
    text: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class PageEnd:
    """The page that began before is complete.

    Args:
        uploads: How many records of an uploaded file stood in it.
    """

    uploads: int = 0


@dataclass(frozen=True, slots=True)
class Broken:
    """The dump ends here, though it should not.

    Args:
        code: The name of the problem.
        text: One sentence.
    """

    code: str
    text: str


Event: TypeAlias = SiteInfo | PageHead | Revision | PageEnd | Broken


def read_events(path: Path, mended: Callable[[int], None] = lambda _: None) -> Iterator[Event]:
    """Yield what a dump holds.

    Args:
        path: The file.
        mended: Told at the end how many bytes were not what they should be.

    Raises:
        SourceError: It cannot be opened, or is made to do harm.
    """
    handler = _Handler()
    target = cast("ParserTarget[None]", handler)  # of the methods that it may have, those not needed would cost time
    parser = etree.XMLParser(
        target=target, encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    with open_stream(path) as stream:
        text = XmlText(stream)
        try:
            for piece in text.pieces():
                parser.feed(piece)
                yield from handler.taken()
            parser.close()
            yield from handler.taken()
        except Truncated:
            yield from handler.taken()
            yield _cut_off(path, handler)
        except etree.XMLSyntaxError as error:
            yield from handler.taken()
            yield _broken(path, error, handler)
        mended(text.mended)


def _broken(path: Path, error: etree.XMLSyntaxError, handler: _Handler) -> Broken:
    if error.code in _LIMITS:
        raise SourceError(
            say("%1 holds a name or attribute of millions of characters, which no wiki writes.", path.name),
            "Ask where the file is from before you open it.",
        ) from error
    if error.code in _ENDS:
        return _cut_off(path, handler)
    line, title = error.lineno or 1, handler.title
    told = written("%1 is no XML from line %2 on; the rest was not read.", path.name, line)
    if title:
        told = written("%1 is no XML from line %2 on, in the page “%3”; the rest was not read.", path.name, line, title)
    return Broken("broken-xml", told)


def _cut_off(path: Path, handler: _Handler) -> Broken:
    told = written("%1 is cut off; what comes after is not there.", path.name)
    if handler.title:
        told = written("%1 is cut off in the page “%2”; what comes after is not there.", path.name, handler.title)
    return Broken("truncated", told)


_LIMITS = frozenset((etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG))
_ENDS = frozenset(
    (
        etree.ErrorTypes.ERR_DOCUMENT_END,
        etree.ErrorTypes.ERR_DOCUMENT_EMPTY,
        etree.ErrorTypes.ERR_TAG_NOT_FINISHED,
        etree.ErrorTypes.ERR_GT_REQUIRED,
        etree.ErrorTypes.ERR_LTSLASH_REQUIRED,
        etree.ErrorTypes.ERR_ATTRIBUTE_NOT_FINISHED,
    )
)

_TEXTS = frozenset(
    ("title", "ns", "id", "timestamp", "username", "ip", "comment", "model", "text", "sitename", "base", "namespace")
)


@dataclass(slots=True)
class _Handler:
    """Takes what the parser finds; the names of its methods are the parser's."""

    events: list[Event] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    parts: list[str] | None = None
    size: int = 0
    site: dict[str, str] = field(default_factory=dict)
    namespaces: list[tuple[int, str]] = field(default_factory=list)
    key: str = ""
    page: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    begun: bool = False
    cut: bool = False
    uploads: int = 0

    def taken(self) -> list[Event]:
        """Return what was found since the last time."""
        events, self.events = self.events, []
        return events

    @property
    def title(self) -> str:
        """The title of the page that the parser is in; empty when it is in none."""
        return self.page.get("title", "") if "page" in self.path else ""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise SourceError(
            "The dump declares a document type, which can hold entities that grow without end.",
            "Wikis write no such thing; ask where the file is from.",
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self.names.get(tag)
        if name is None:
            name = tag.rpartition("}")[2]
            if len(self.names) < MOST_NAMES:  # a dump has thirty
                self.names[tag] = name
        if not self.path and name != "mediawiki":
            raise SourceError(
                say("This is XML, but no dump of a wiki: it begins with <%1>.", name[:40]), "Choose another."
            )
        self.path.append(name)
        if name in _TEXTS:
            self.parts, self.size = [], 0
        if name == "mediawiki":
            self.site["version"] = attributes.get("version", "")
            self.site["language"] = attributes.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        elif name == "page":
            self.page, self.begun, self.uploads = {}, False, 0
        elif name == "revision":
            self._begin_page()
            self.values, self.cut = {}, False
        elif name == "upload":
            self.uploads += 1
        elif name == "redirect":
            self.page["redirect"] = attributes.get("title", "")
        elif name == "namespace":
            self.key = attributes.get("key", "")

    def data(self, text: str) -> None:
        if self.parts is None:
            return
        self.size += len(text)
        if self.size <= MAX_TEXT:
            self.parts.append(text)
        elif "revision" in self.path:
            self.cut = True

    def end(self, tag: str) -> None:
        name = self.path.pop()
        text = "".join(self.parts) if self.parts is not None and name in _TEXTS else ""
        if name in _TEXTS:
            self.parts = None
        parent = self.path[-1] if self.path else ""
        if name == "page":
            self._begin_page()
            self.events.append(PageEnd(self.uploads))
        elif name == "revision":
            self._end_revision()
        elif name == "siteinfo":
            self._end_site()
        elif name == "namespace":
            self._end_namespace(text)
        elif parent == "page":
            self.page.setdefault(name, text)
        elif parent == "revision":
            self.values[name] = text
        elif parent == "contributor":
            self.values[f"contributor {name}"] = text
        elif parent == "siteinfo":
            self.site[name] = text

    def close(self) -> None:
        """End the document."""

    def _begin_page(self) -> None:
        if self.begun:
            return
        self.begun = True
        page = self.page
        number = page.get("ns", "").strip()
        namespace = int(number) if number.removeprefix("-").isdecimal() and len(number) < 8 else None
        redirect = page.get("redirect", "")
        self.events.append(PageHead(page.get("title", ""), namespace, page.get("id", "").strip(), redirect))

    def _end_revision(self) -> None:
        values = self.values
        self.events.append(
            Revision(
                number=values.get("id", "").strip(),
                time=values.get("timestamp", "").strip(),
                author=(values.get("contributor username") or values.get("contributor ip") or "").strip(),
                comment=" ".join(values.get("comment", "").split()),
                model=values.get("model", "").strip(),
                text=values.get("text", ""),
                cut=self.cut,
            )
        )

    def _end_namespace(self, text: str) -> None:
        if self.key.removeprefix("-").isdecimal() and len(self.key) < 8:
            self.namespaces.append((int(self.key), text.strip()))

    def _end_site(self) -> None:
        site = {name: " ".join(text.split()) for name, text in self.site.items()}
        self.events.append(
            SiteInfo(
                site.get("sitename", ""),
                site.get("base", ""),
                site.get("language", ""),
                site.get("version", ""),
                tuple(self.namespaces),
            )
        )
