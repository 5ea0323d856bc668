"""The identity of a ZIM file, made of what is in it, so that the same wiki gives the same bytes.

libzim writes a random one into the head of the file, and Xapian one into each of the two search indexes; neither asks.
All else comes out the same when one thread makes it. So the three are blanked, all is hashed, the hash takes their
place, and the check sum at the end is made anew. The format: https://wiki.openzim.org/wiki/ZIM_file_format.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fanwiki.errors import FanwikiError

_HEAD = struct.Struct("<4sHH16sIIQQQQIIQ")
_ENTRY = struct.Struct("<HBcIII")
_REDIRECT = 0xFFFF
_OWN_PLACE, _SIZE = 8, 16
_INDEXES = b"X"
_GLASS = b"\x0f\rXapian Glass"
_BEHIND_GLASS = len(_GLASS) + 2
_PLAIN, _LONG = 1, 0x10
_CHUNK = 1 << 20


def give_identity(path: Path) -> None:
    """Replace what is random in a ZIM file by a hash of everything else.

    Raises:
        FanwikiError: The file is not built as libzim builds it.
    """
    with path.open("r+b") as file:
        head = _HEAD.unpack(_read(file, 0, _HEAD.size))
        check_sum = head[12]
        places = [_OWN_PLACE, *_index_identities(file, head)]
        for place in places:
            _write(file, place, bytes(_SIZE))
        own = hashlib.blake2b(digest_size=_SIZE)
        for chunk in _chunks(file, check_sum):
            own.update(chunk)
        for place in places:
            _write(file, place, own.digest())
        sum_of_all = hashlib.md5(usedforsecurity=False)
        for chunk in _chunks(file, check_sum):
            sum_of_all.update(chunk)
        _write(file, check_sum, sum_of_all.digest())


def _index_identities(file: BinaryIO, head: tuple[int, ...]) -> Iterator[int]:
    """Yield where the identities of the search indexes stand: Xapian's entries in `X`, the last namespace."""
    entries, by_path, clusters = head[4], head[6], head[8]
    for number in reversed(range(entries)):
        (place,) = struct.unpack("<Q", _read(file, by_path + 8 * number, 8))
        kind, _, space, _, cluster, blob = _ENTRY.unpack(_read(file, place, _ENTRY.size))
        if space != _INDEXES:
            return
        if kind == _REDIRECT:
            continue
        (start,) = struct.unpack("<Q", _read(file, clusters + 8 * cluster, 8))
        (shape,) = _read(file, start, 1)
        if shape & 0x0F > _PLAIN:
            continue
        number_shape = "<Q" if shape & _LONG else "<I"
        size = struct.calcsize(number_shape)
        (offset,) = struct.unpack(number_shape, _read(file, start + 1 + size * blob, size))
        if _read(file, start + 1 + offset, len(_GLASS)) == _GLASS:
            yield start + 1 + offset + _BEHIND_GLASS


def _chunks(file: BinaryIO, end: int) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(min(_CHUNK, end - file.tell())):
        yield chunk


def _read(file: BinaryIO, place: int, size: int) -> bytes:
    file.seek(place)
    data = file.read(size)
    if len(data) != size:
        raise FanwikiError("The ZIM file was not written to its end.", "Look whether the disk is full; export again.")
    return data


def _write(file: BinaryIO, place: int, data: bytes) -> None:
    file.seek(place)
    file.write(data)
