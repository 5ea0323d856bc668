"""File names that are safe on every file system, readable, and the same at each export."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

MAX_SLUG = 60
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_EXTENSION = re.compile(r"\.([a-z0-9]{1,8})\Z")
# Letters that Unicode does not decompose but that everybody writes in ASCII.
_SPELLED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "ng"}
)
_BY_TYPE = {
    "image/svg+xml": ".svg",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/bmp": ".bmp",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}
# What a double click would run, or a browser would show as a page of its own with scripts in it.
_ACTIVE = frozenset(
    "html htm xhtml xht shtml mht mhtml xml xsl xslt svgz js mjs hta exe bat cmd com scr pif lnk url desktop "
    "vbs vbe jse wsf wsh ps1 sh app jar msi reg cpl chm dll swf command".split()
)


def slug(text: str) -> str:
    """Return lower-case ASCII letters, digits and single hyphens that recall the text; never empty.

    A page's number is appended to it, which is what makes file names unique and keeps Windows' reserved names,
    trailing dots, case-only twins and composed and decomposed forms from ever clashing.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().replace("&", " and ")).translate(_SPELLED)
    bare = "".join(char for char in folded if not unicodedata.combining(char) and char not in "'’")
    words = _NOT_PLAIN.sub("-", bare).strip("-")
    if len(words) > MAX_SLUG:
        words = words[:MAX_SLUG].rsplit("-", 1)[0] if "-" in words[1:MAX_SLUG] else words[:MAX_SLUG]
    return words.strip("-") or "page"


def unique(wanted: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give each key the path it wants, with ``-2``, ``-3`` … before the extension where an earlier key took it."""
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for key, path in wanted:
        stem, dot, extension = path.rpartition(".")
        candidate, number = path, 2
        while candidate in taken:
            candidate, number = f"{stem}-{number}{dot}{extension}", number + 1
        taken.add(candidate)
        paths[key] = candidate
    return paths


def attachment_extension(name: str, media_type: str) -> str:
    """Return the extension of an attachment's file, with ``.txt`` behind one that a double click would run."""
    known = _BY_TYPE.get(media_type.partition(";")[0].strip().lower())
    if known:
        return known
    match = _EXTENSION.search(name.lower())
    if match is None:
        return ".bin"
    return f".{match[1]}.txt" if match[1] in _ACTIVE else f".{match[1]}"
