"""Which files are dumps, and where a page of a dump stands on the web."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from fanwiki.errors import SourceError
from fanwiki.importers.mediawiki.dump import SiteInfo
from fanwiki.importers.mediawiki.streams import Truncated, is_compressed, open_stream
from fanwiki.importers.mediawiki.xml_text import XmlText

_PACKED = r"(?:\.(?:gz|bz2|7z|zst|xz))?"
_XML = re.compile(rf".*\.xml{_PACKED}", re.IGNORECASE)
_MAYBE = re.compile(rf".*\.(?:xml|mediawiki|dump|txt){_PACKED}|.*\.(?:gz|bz2|7z|zst|xz)", re.IGNORECASE)
_LICENCES = {
    "wikipedia.org": "CC BY-SA 4.0",
    "wikimedia.org": "CC BY-SA 4.0",
    "wiktionary.org": "CC BY-SA 4.0",
    "fandom.com": "CC BY-SA 3.0",
    "wikia.com": "CC BY-SA 3.0",
    "wikia.org": "CC BY-SA 3.0",
    "runescape.wiki": "CC BY-NC-SA 3.0",
}


def is_dump(path: Path) -> bool:
    """Tell whether a file is a dump: by its name, or by how it begins, unpacked if need be."""
    if _XML.fullmatch(path.name):
        return True
    if not _MAYBE.fullmatch(path.name):
        return False
    try:
        return b"<mediawiki" in _beginning(path)
    except (SourceError, Truncated, OSError):
        return False


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(4096)
    if not is_compressed(head) and b"<" not in head:
        return b""
    with open_stream(path) as stream:
        return next(XmlText(stream).pieces())


def dumps_in(path: Path) -> list[Path]:
    """Return the dumps of a folder in the order of their names, or the file itself."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith(".") and is_dump(file))


def address_of(site: SiteInfo, title: str) -> str:
    """Return a page's address, which is where the wiki's main page is with another title; empty without that."""
    parts = urlsplit(site.base)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    name = quote(title.replace(" ", "_"), safe="/:,;@!$*()'~-_.")
    folder, slash, page = site.base.rpartition("/")
    if slash and page and folder.count("/") >= 2 and not folder.endswith(":/"):
        return f"{folder}/{name}"
    return f"{site.base.rstrip('/')}/?title={name}"


def licence_of(site: SiteInfo) -> str:
    """Return the terms of wikis that are known to publish all their text under the same."""
    host = urlsplit(site.base).hostname or ""
    return next((terms for name, terms in _LICENCES.items() if host == name or host.endswith(f".{name}")), "")
