"""Files and pictures that are pasted or dropped: from Qt's clipboard data to plain names and bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from fanwiki.errors import FanwikiError
from fanwiki.wording import say

PICTURES = frozenset({".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file on its way into the wiki: its name and where its bytes are.

    Args:
        name: What it should be called.
        data: Its bytes, or None when they are still on the disk.
        path: Where it lies on the disk, or None for a picture from the clipboard.
    """

    name: str
    data: bytes | None = None
    path: Path | None = None

    @classmethod
    def at(cls, path: str) -> DroppedFile:
        """Name a file of the disk."""
        return cls(Path(path).name, path=Path(path))

    @property
    def is_picture(self) -> bool:
        """Whether pages can show it."""
        return Path(self.name).suffix.lower() in PICTURES

    def read(self) -> bytes:
        """Return the bytes.

        Raises:
            FanwikiError: The file cannot be read.
        """
        if self.data is not None:
            return self.data
        assert self.path is not None, "a dropped file has bytes or a path"
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise FanwikiError(
                say("“%1” cannot be read: %2.", self.name, error.strerror), "Check the file and try again."
            ) from error


def files_of(source: QMimeData) -> list[DroppedFile]:
    """Return the local files, else the picture; nothing when there is text to paste instead."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    files = [DroppedFile(path.name, path=path) for path in paths if path.is_file()]
    if files or source.hasText():
        return files
    image = source.imageData() if source.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [DroppedFile("pasted-image.png", data=_png(image))]
    return []


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows only bytes for the format
    return bytes(QByteArray(buffer.data()).data())
