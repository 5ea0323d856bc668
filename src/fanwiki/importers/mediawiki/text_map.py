"""Texts by name in a file, for more of them than memory holds; many processes may read one map.

Two files: the records one after another, and for each the hash of its name and its place, in the order of the hashes.
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
            for hashes, places in zip(self._hashes, self._places, strict=True):
                array("Q", (number for pair in sorted(zip(hashes, places, strict=True)) for number in pair)).tofile(
                    index
                )
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
        self._numbers: memoryview = memoryview(b"")

    def __reduce__(self) -> tuple[type[TextMap], tuple[Path]]:
        return TextMap, (self._path,)

    def __len__(self) -> int:
        self._open()
        return len(self._numbers) // 2

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
        place = bisect_left(_Hashes(self._numbers), number)
        while 2 * place < len(self._numbers) and self._numbers[2 * place] == number:
            found, text = self._record(self._numbers[2 * place + 1])
            if found == key:
                yield text.decode()
            place += 1

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
        for place in range(0, len(self._numbers), 2):
            if self._numbers[place] == previous:
                key = self._record(self._numbers[place + 1])[0]
                if key != told:
                    told = key
                    yield key.decode()
            else:
                told = None
            previous = self._numbers[place]

    def close(self) -> None:
        """Let go of the files."""
        self._numbers.release()
        for mapped in (self._texts, self._index):
            if isinstance(mapped, mmap.mmap):
                mapped.close()
        self._texts, self._index, self._numbers = None, b"", memoryview(b"")

    def _open(self) -> mmap.mmap | bytes:
        if self._texts is None:
            self._texts = _mapped(self._path)
            self._index = _mapped(self._path.with_suffix(".index"))
            self._numbers = memoryview(self._index).cast("Q")
        return self._texts

    def _record(self, place: int) -> tuple[bytes, bytes]:
        texts = self._open()
        name, size = _HEAD.unpack_from(texts, place)
        begin = place + _HEAD.size
        return texts[begin : begin + name], texts[begin + name : begin + name + size]


class _Hashes:
    """Every second number of an index, for bisecting."""

    def __init__(self, numbers: memoryview) -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers) // 2

    def __getitem__(self, place: int) -> int:
        return int(self._numbers[2 * place])


def _mapped(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        if not path.stat().st_size:  # nothing cannot be mapped
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _hash(key: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(key, digest_size=8).digest())
