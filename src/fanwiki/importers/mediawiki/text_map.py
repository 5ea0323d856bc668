"""Texts by name in a file, for more of them than memory holds; many processes may read one map.

Two files: the records one after another, and the hashes of their names in order, followed by the places of the records.
Reading maps both into memory, which the system takes back when it needs it.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_HEAD = struct.Struct("<II")
_BUCKETS = 256


class TextMapWriter:
    """Takes texts, any number by one name.

    Args:
        path: The file of the records; the index lies beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("wb", buffering=1 << 16)
        self._end = 0
        self._hashes = [array("Q") for _ in range(_BUCKETS)]
        self._places = [array("Q") for _ in range(_BUCKETS)]

    def add(self, name: str, text: str) -> None:
        """Add a text."""
        key, value = name.encode("utf-8", "replace"), text.encode("utf-8", "replace")
        number = _hash(key)
        self._hashes[number >> 56].append(number)
        self._places[number >> 56].append(self._end)
        self._end += self._file.write(_HEAD.pack(len(key), len(value)) + key + value)

    def finish(self) -> TextMap:
        """Write the index and return the map."""
        self._file.close()
        with self._path.with_suffix(".index").open("wb") as index:
            for bucket, (hashes, places) in enumerate(zip(self._hashes, self._places, strict=True)):
                pairs = sorted(zip(hashes, places, strict=True))
                array("Q", (number for number, _ in pairs)).tofile(index)
                self._places[bucket] = array("Q", (place for _, place in pairs))
            for places in self._places:
                places.tofile(index)
        self._hashes.clear()
        self._places.clear()
        return TextMap(self._path)

    def close(self) -> None:
        """Stop writing."""
        self._file.close()


class TextMap:
    """Finds texts by their names; it may be sent to other processes, which open the files themselves.

    Args:
        path: What a `TextMapWriter` wrote.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._texts: mmap.mmap | bytes | None = None
        self._index: mmap.mmap | bytes = b""
        self._hashes: memoryview = memoryview(b"")
        self._places: memoryview = memoryview(b"")

    def __reduce__(self) -> tuple[type[TextMap], tuple[Path]]:
        return TextMap, (self._path,)

    def __len__(self) -> int:
        self._open()
        return len(self._hashes)

    def __contains__(self, name: str) -> bool:
        return next(self.all(name), None) is not None

    def get(self, name: str) -> str | None:
        """Return the first text that was added by this name."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[str]:
        """Yield every text by this name, in the order in which they came."""
        self._open()
        key = name.encode("utf-8", "replace")
        number = _hash(key)
        for place in range(bisect_left(self._hashes, number), len(self._hashes)):
            if self._hashes[place] != number:
                break
            found, text = self._record(self._places[place])
            if found == key:
                yield text.decode()

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield every name and text, in the order in which they came."""
        texts = self._open()
        place = 0
        while place < len(texts):
            key, text = self._record(place)
            yield key.decode(), text.decode()
            place += _HEAD.size + len(key) + len(text)

    def shared(self) -> Iterator[str]:
        """Yield, once each, the names that several texts have."""
        self._open()
        previous: int = -1
        told: bytes | None = None
        for place, number in enumerate(self._hashes):
            if number == previous:
                key = self._record(self._places[place])[0]
                if key != told:
                    told = key
                    yield key.decode()
            else:
                told = None
            previous = number

    def close(self) -> None:
        """Let go of the files."""
        self._hashes.release()
        self._places.release()
        for mapped in (self._texts, self._index):
            if isinstance(mapped, mmap.mmap):
                mapped.close()
        self._texts, self._index = None, b""
        self._hashes = self._places = memoryview(b"")

    def _open(self) -> mmap.mmap | bytes:
        if self._texts is None:
            self._texts = _mapped(self._path)
            self._index = _mapped(self._path.with_suffix(".index"))
            with memoryview(self._index) as index:
                half = len(index) // 2
                self._hashes, self._places = index[:half].cast("Q"), index[half:].cast("Q")
        return self._texts

    def _record(self, place: int) -> tuple[bytes, bytes]:
        texts = self._open()
        name, size = _HEAD.unpack_from(texts, place)
        begin = place + _HEAD.size
        return texts[begin : begin + name], texts[begin + name : begin + name + size]


def _mapped(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        if not path.stat().st_size:  # nothing cannot be mapped
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _hash(key: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(key, digest_size=8).digest())
