"""Renders bodies: Markdown to clean HTML, cached by content, within a time that nobody minds waiting.

What comes out has unresolved links, to be filled in by `fanwiki.markup.resolve` for one viewer and one output. It is
made of HTML's own elements and of these classes:

* ``callout`` with ``data-callout="note"`` on a ``div`` or, folded, a ``details``; ``callout-title`` in it
* ``spoiler`` on a ``span``: an inline spoiler that this reader may see (a block is a callout ``spoiler``)
* ``withheld`` on a ``p`` or ``span``: stands in place of what this reader may not see, and names the films
* ``task`` on list items; ``left``, ``centre``, ``right`` on table cells; ``math`` on formulas (``code``, ``pre``)
* ``footnotes`` on the section at the end, ``footnote-ref`` and ``footnote-back`` on links to it and back
* ``tag``, ``external``, ``missing``, ``masked``, ``file`` on links, as `resolve` and `clean` find them
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import escape, unescape
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from fanwiki.markup.tame import is_tame
from fanwiki.markup.worker import RenderFailed, Worker
from fanwiki.wording import ENGLISH, mark, say, spoken

if TYPE_CHECKING:
    from fanwiki.markup.pipeline import BodyPipeline

RENDER_VERSION = 3
"""To be raised when the same body gives other HTML than before, so that nothing old is taken from caches."""

TIME_LIMIT = 3.0
"""How many seconds any body may take."""

TOO_HARD = mark("This page is shown as it was written, because it could not be laid out in time.")
NOT_READY = mark("This page is shown as it was written for now, because the computer is busy. Open it again.")

_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(r'<sup id="fnref.*?</sup>')
_WITHHELD = re.compile(r'<span class="withheld">.*?</span>')


class RenderCache(Protocol):
    """Keeps rendered bodies by the hash of what they were rendered from."""

    def get(self, digest: bytes) -> str | None:
        """Return what was put, or None."""

    def put(self, digest: bytes, html: str) -> None:
        """Keep HTML."""


class PlacedHeading(NamedTuple):
    """A heading of a rendered body: its level from 1 to 6, its plain text, its id."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered body.

    Args:
        html: Clean HTML with unresolved links.
        notice: What to tell the reader when this is only the escaped source; else empty.
    """

    html: str
    notice: str = ""

    @property
    def headings(self) -> tuple[PlacedHeading, ...]:
        """The headings that show, for a table of contents."""
        found = _HEADING.finditer(self.html)
        return tuple(PlacedHeading(int(match[1]), _plain(match[3]), unescape(match[2])) for match in found)


class Renderer:
    """Renders bodies for as long as it is open; safe to use from several threads.

    Args:
        cache: Where rendered bodies are kept.
        limit: How many seconds any body may take.
    """

    def __init__(self, cache: RenderCache | None = None, *, limit: float = TIME_LIMIT) -> None:
        self._cache = cache
        self._limit = limit
        self._pipeline: BodyPipeline | None = None
        self._worker = Worker()
        self._too_hard: set[bytes] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop what runs; a renderer that is asked again starts anew."""
        self._worker.close()

    def body(self, markdown: str) -> Rendered:
        """Render a body that holds nothing its reader may not see; never takes longer than the limit."""
        if not markdown.strip():
            return Rendered("")
        digest = _digest(markdown)
        if digest in self._too_hard:
            return Rendered(_as_written(markdown), say(TOO_HARD))
        cached = self._cache.get(digest) if self._cache is not None else None
        if cached is not None:
            return Rendered(cached)
        try:
            html = self._html(markdown)
        except RenderFailed as failure:
            if failure.final:
                self._too_hard.add(digest)
            return Rendered(_as_written(markdown), say(TOO_HARD if failure.final else NOT_READY))
        if self._cache is not None:
            self._cache.put(digest, html)
        return Rendered(html)

    def _html(self, markdown: str) -> str:
        if not is_tame(markdown):
            return self._worker.html(markdown, limit=self._limit)
        if self._pipeline is None:
            from fanwiki.markup.pipeline import BodyPipeline  # a page from the cache does not wait for this import

            self._pipeline = BodyPipeline()
        try:
            return self._pipeline.html(markdown)
        except (RecursionError, MemoryError) as error:
            raise RenderFailed(final=True) from error


def _digest(markdown: str) -> bytes:
    language = spoken().language  # words such as those of a mask are in it
    version = str(RENDER_VERSION) if language == ENGLISH else f"{RENDER_VERSION} {language}"
    return hashlib.blake2b(f"{version}\n{markdown}".encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _as_written(markdown: str) -> str:
    from fanwiki.markup.pipeline import usable

    return f'<pre class="source">{escape(usable(markdown))}</pre>'


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", _WITHHELD.sub("…", _NOTE.sub("", html)))).strip()
