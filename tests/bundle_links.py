"""Finds the links of an exported folder that lead to no file or to no place in one."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Places(HTMLParser):
    """Collects the ids and the addresses of a document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if (name == "href" and tag in ("a", "link")) or name == "src":
                self.addresses.add(value or "")


def broken_links(folder: Path) -> list[str]:
    """Return each link that leads nowhere, as the file it stands in and its address; the web is left alone."""
    found = {path: _read(path) for path in sorted(folder.rglob("*.html"))}
    broken = []
    for path, places in found.items():
        for address in sorted(places.addresses):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            ids = found[target].ids if target in found else {unquote(parts.fragment)}
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in ids):
                broken.append(f"{path.relative_to(folder)}: {address}")
    return broken


def _read(path: Path) -> _Places:
    places = _Places()
    places.feed(path.read_text(encoding="utf-8"))
    return places
