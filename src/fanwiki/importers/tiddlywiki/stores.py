"""The stores of tiddlers within a single HTML file and in JSON, walked without being held.

The new store is a script element with an array of objects; the old one is a division with one division a tiddler.
Both are looked for in the bytes, so a wiki of hundreds of megabytes costs no more memory than its largest tiddler.
"""

from __future__ import annotations

import json
import mmap as mapped
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from mmap import ACCESS_READ, PAGESIZE, mmap
from pathlib import Path
from typing import TypeAlias

from fanwiki.errors import SourceError
from fanwiki.importers.tiddlywiki.tiddlers import Tiddler, of_object
from fanwiki.wording import written

Data: TypeAlias = "mmap | bytes"
Tell: TypeAlias = Callable[[str, str], None]
"""Called with a code and a sentence for what cannot be read."""

_JSON_STORE = re.compile(rb'<script[^<>]{0,200}class="tiddlywiki-tiddler-store"[^<>]{0,200}>')
_OLD_STORE = re.compile(rb'<div[^<>]{0,100}\bid="storeArea"[^<>]{0,100}>')
_ENCRYPTED = re.compile(rb'<pre[^<>]{0,100}\bid="encryptedStoreArea"[^<>]{0,200}>\s*\S')
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]|</script', re.DOTALL)
_OLD_TIDDLER = re.compile(
    rb'<div((?:\s++[^\s=<>"/]++\s*+=\s*+"[^"<>]*+")++)\s*+>\s*+(?:<pre>)?+([^<]*+)(?:</pre>)?+\s*+</div>'
)
_FIELD = re.compile(rb'([^\s=<>"/]++)\s*+=\s*+"([^"]*+)"')
_PROBE = 64 * 1024
_WINDOW = 16 * 1024 * 1024
"""So many bytes are read before those behind are let go."""
_LONGEST_MARK = 1024
_CLASSIC = {"tiddler": "title"}


def looks_like_wiki(path: Path) -> bool:
    """Tell whether an HTML file is a TiddlyWiki, from its head or its store."""
    try:
        with opened(path) as data:
            head = data[:_PROBE]
            if b"TiddlyWiki" not in head and b"tiddlywiki" not in head:
                return False
            return any(_search(mark, data, 0) for mark in (_JSON_STORE, _OLD_STORE, _ENCRYPTED))
    except (OSError, ValueError):
        return False


@contextmanager
def opened(path: Path) -> Iterator[Data]:
    """Give the bytes of a file without reading them all."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            yield b""
            return
        with mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            yield data


def in_html(data: Data, tell: Tell) -> Iterator[Tiddler]:
    """Yield the tiddlers of a single-file wiki, of all its stores.

    Raises:
        SourceError: It is encrypted, or has no store.
    """
    if _search(_ENCRYPTED, data, 0):
        raise SourceError("This TiddlyWiki is encrypted.", "Open it, take the password away, save it, and import that.")
    found = False
    store = _search(_JSON_STORE, data, 0)
    while store is not None:
        found = True
        yield from in_json(data, tell, start=store.end())
        store = _search(_JSON_STORE, data, store.end())
    old = _search(_OLD_STORE, data, 0)
    if old is not None:
        found = True
        yield from _in_divisions(data, old.end())
    if not found:
        raise SourceError("There is no store of tiddlers in this file.", "Save it from TiddlyWiki as a single file.")


def _search(mark: re.Pattern[bytes], data: Data, start: int) -> re.Match[bytes] | None:
    """Return where a mark stands, letting go of what was looked through before it."""
    while start < len(data):
        found = mark.search(data, start, start + _WINDOW)
        if found is not None:
            return found
        start += _WINDOW - _LONGEST_MARK
        _forget(data, start)
    return None


def in_json(data: Data, tell: Tell, *, start: int = 0) -> Iterator[Tiddler]:
    """Yield the tiddlers of an array of objects, or the single one of an object."""
    depth, begins, place, forgotten = 0, 0, start, start
    for token in _TOKEN.finditer(data, start):
        sign = data[token.start() : token.start() + 1]
        place = token.end()
        if begins - forgotten > _WINDOW:
            forgotten = _forget(data, begins)
        if sign == b'"':
            continue
        if sign == b"<":
            break
        if sign in b"{[":
            if sign == b"{" and depth <= 1:
                begins = token.start()
            depth += 1
            continue
        depth -= 1
        if sign == b"}" and depth <= 1:
            yield from _tiddler(data[begins:place], tell)
        if depth <= 0:
            return
    if depth:
        tell("broken-store", written("The store of tiddlers ends in the middle; what stands before was read."))


def _forget(data: Data, place: int) -> int:
    """Let go of what was read of a file, which would count as memory of the program until somebody else needs it."""
    advice: int | None = getattr(mapped, "MADV_DONTNEED", None)  # Windows has none, and lets go by itself
    if isinstance(data, mmap) and advice is not None:
        data.madvise(advice, 0, min(place, len(data)) // PAGESIZE * PAGESIZE)
    return place


def _tiddler(data: bytes, tell: Tell) -> Iterator[Tiddler]:
    try:
        tiddler = of_object(json.loads(data))
    except (ValueError, RecursionError) as error:
        tell("broken-tiddler", written("A tiddler is no JSON that can be read, and was left out: %1.", error))
        return
    if tiddler is None:
        tell("no-title", written("A tiddler has no title and was left out."))
    else:
        yield tiddler


def _in_divisions(data: Data, start: int) -> Iterator[Tiddler]:
    """Yield the tiddlers of an old store; within it only marks are not escaped."""
    place = start
    while (begin := data.find(b"<div", place)) >= 0:
        match = _OLD_TIDDLER.match(data, begin)
        if match is None:
            place = begin + 4
            continue
        place = match.end()
        pairs = {_decoded(name): unescape(_decoded(value)) for name, value in _FIELD.findall(match[1])}
        fields = {_CLASSIC.get(name, name): value for name, value in pairs.items()}
        if fields.get("title", "").strip():
            yield Tiddler(fields, unescape(_decoded(match[2])).rstrip("\n"))


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
