"""File names for titles and attachments that every file system takes: readable, and the same at each export.

What a name cannot hold stays in the file's front matter (notes) or in the manifest (attachments).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

MAX_BYTES = 255
_COLON = re.compile(r"(?<=\w): ")
# Forbidden on Windows, or breaking a link in Obsidian.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#^\[\]\x00-\x1f\x7f]|%%')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\..*)?", re.IGNORECASE | re.DOTALL
)
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


@dataclass(slots=True)
class FileNames:
    """Gives file names, no two of which any file system takes for the same."""

    _taken: set[str] = field(default_factory=set)

    def name(self, text: str, ending: str) -> str:
        """Return a file name for a text.

        Args:
            text: A title, or an attachment's name without its ending.
            ending: What the name ends with, such as ``.md``.
        """
        number = 1
        while True:
            mark = "" if number == 1 else f" ({number})"
            name = safe_stem(text, reserve=len((mark + ending).encode())) + mark + ending
            key = _key(name)
            if key not in self._taken:
                self._taken.add(key)
                return name
            number += 1


def safe_stem(text: str, *, reserve: int) -> str:
    """Return the text as the first part of a file name; never empty.

    Args:
        reserve: How many bytes are to stay free for the rest.
    """
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(char for char in composed if unicodedata.category(char) not in _INVISIBLE)
    name = _FORBIDDEN.sub("-", _COLON.sub(" - ", visible))
    name = _cut(re.sub(r"\s+", " ", name), MAX_BYTES - reserve - 1).strip(" ").rstrip(". ")
    if not name:
        return "_"
    return f"_{name}" if name.startswith((".", "~")) or _RESERVED.fullmatch(name) else name


def _cut(name: str, room: int) -> str:
    """Cut a name to so many bytes, not within a letter and its accents."""
    if len(name.encode()) <= room:
        return name
    head = name.encode()[:room].decode("utf-8", "ignore")
    following = name[len(head) : len(head) + 1]
    while head and following and unicodedata.combining(following):
        head, following = head[:-1], head[-1]
    return head


def _key(name: str) -> str:
    """Return what file systems compare: neither case nor composition counts on all of them."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())
