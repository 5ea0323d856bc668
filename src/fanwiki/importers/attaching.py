"""Names for attachments: what a wiki keeps a file under, whatever it was called where it came from."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from fanwiki.domain.title import lookup_key

MAX_SIZE = 64 * 1024 * 1024
"""Larger files are left out and reported; a wiki does not keep them."""

_MAX_BYTES = 255
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|#\[\]^]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def attachment_name(text: str) -> str:
    """Make the nearest name that every system and every link can carry; folders are left out, it is never empty."""
    last = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()).replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(char for char in last if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    name = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", visible)).strip(" .") or "file"
    return shortened(f"_{name}" if _RESERVED.fullmatch(name) else name)


def free_name(wanted: str, hint: str, taken: set[str]) -> str:
    """Return the name, with the hint in brackets or a number where another file has it, and take it.

    Args:
        wanted: A name from `attachment_name`.
        hint: What tells it apart, such as its folder; may be empty.
        taken: The look-up keys of names that are taken.
    """
    path = PurePosixPath(wanted)
    name, number = wanted, 1
    while lookup_key(name) in taken:
        mark = f" ({hint})" if number == 1 and hint else f" ({number + 1})"
        name = attachment_name(shortened(path.stem, len((mark + path.suffix).encode())) + mark + path.suffix)
        number += 1
    taken.add(lookup_key(name))
    return name


def shortened(name: str, reserve: int = 0) -> str:
    """Cut a name to what file systems take, keeping its extension.

    Args:
        reserve: How many bytes are to stay free.
    """
    room = _MAX_BYTES - reserve
    if len(name.encode()) <= room:
        return name
    suffix = PurePosixPath(name).suffix
    suffix = suffix if len(suffix.encode()) < 20 else ""
    head = name.encode()[: room - len(suffix.encode())].decode("utf-8", "ignore")
    return head.rstrip(" .") + suffix
