"""File names that are safe on every file system, readable, and the same at each export."""

from __future__ import annotations

import hashlib
import re
import unicodedata

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
_ACTIVE = re.compile(
    r"[xs]?html?|xht|mht(?:ml)?|xml|xslt?|svgz?|m?js|hta|exe|bat|cmd|com|scr|pif|lnk|url|desktop|vb[se]|jse|ws[fh]"
    r"|ps1|sh|app|jar|msi|reg|cpl|chm|dll|swf|command"
)
# Windows gives these to devices, whatever extension follows.
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def slug(text: str) -> str:
    """Return lower-case ASCII letters, digits and single hyphens that recall the text; never empty."""
    bare = text.casefold().replace("&", " and ")
    if bare.isascii():  # nearly all names, and ten times as fast
        bare = bare.replace("'", "")
    else:
        folded = unicodedata.normalize("NFKD", bare).translate(_SPELLED)
        bare = "".join(char for char in folded if not unicodedata.combining(char) and char not in "'’")
    words = _NOT_PLAIN.sub("-", bare).strip("-")
    if len(words) > MAX_SLUG:
        whole, _, _ = words[: MAX_SLUG + 1].rpartition("-")
        words = whole or words[:MAX_SLUG]
    return words.strip("-") or "page"


def numbered_name(text: str, number: int) -> str:
    """Return a name for the page of this number.

    The number is what makes names unique, so that case-only twins, composed and decomposed forms, and titles without
    one ASCII letter never clash; it also keeps Windows' reserved names and trailing dots away.
    """
    return f"{slug(text)}-{number}"


def plain_name(key: str) -> str:
    """Return a name for something that has no number, unique among all look-up keys.

    A key that is not its own slug gets a few digits of its hash, so that a name never depends on what else there is.
    """
    name = slug(key)
    if name == key and not _RESERVED.fullmatch(name):
        return name
    return f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def attachment_extension(name: str, media_type: str) -> str:
    """Return the extension of an attachment's file, with ``.txt`` behind one that a double click would run."""
    known = _BY_TYPE.get(media_type.partition(";")[0].strip().lower())
    if known:
        return known
    match = _EXTENSION.search(name.lower())
    if match is None:
        return ".bin"
    return f".{match[1]}.txt" if _ACTIVE.fullmatch(match[1]) else f".{match[1]}"
