"""Bytes to text when nobody says in which encoding."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PROBE = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how sure its encoding is.

    Args:
        encoding: The name people know it by.
        guessed: Whether the bytes were not valid as what they should be, so that a reader should look.
    """

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """Decode a text file: by its byte order mark, as UTF-8, as UTF-16 without a mark, else as Windows-1252.

    Windows-1252 takes any bytes (its five holes become the replacement character), so this never fails.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding)
    wide = _wide(data[:_PROBE])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide.upper(), guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", "replace"), "Windows-1252", guessed=True)


def _with_mark(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding.upper())
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding.upper(), guessed=True)


def _wide(probe: bytes) -> str:
    """Return the UTF-16 that this looks like: plain text in it has a zero in nearly every second byte."""
    pairs = len(probe) // 2
    if pairs < 2:
        return ""
    low, high = probe[0::2].count(0), probe[1::2].count(0)
    if high > pairs * 0.6 and low < pairs * 0.1:
        return "utf-16-le"
    if low > pairs * 0.6 and high < pairs * 0.1:
        return "utf-16-be"
    return ""
