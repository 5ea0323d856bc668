"""Which files a wiki holds, what they are by their content, and how they may be called.

The extensions are those that Obsidian shows, and its canvas and base files, which are kept as they are.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from fanwiki.errors import FanwikiError
from fanwiki.wording import say

MAX_SIZE = 64 * 1024 * 1024
MAX_NAME_BYTES = 255

MEDIA_TYPES = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "3gp": "video/3gpp",
    "mkv": "video/x-matroska",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "ogv": "video/ogg",
    "webm": "video/webm",
    "pdf": "application/pdf",
    "canvas": "text/plain",
    "base": "text/plain",
}
"""The file name extensions that a wiki holds, with what each says it is."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|#\[\]^]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"M4A ": "audio/mp4", b"M4B ": "audio/mp4"} | {
    b"qt  ": "video/quicktime"
}
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"%PDF-", "application/pdf"),
)
_SVG_START = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:(?:<!--.*?-->|<!DOCTYPE\s+svg[^>\[]*>)\s*)*<(?:[A-Za-z][\w-]*:)?svg[\s>/]", re.DOTALL
)


def extension_of(name: str) -> str:
    """Return a file name's extension: lower case, without the dot."""
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def is_file_name(text: str) -> bool:
    """Whether a link's target names a file that a wiki holds, rather than a page."""
    return extension_of(text) in MEDIA_TYPES


def attachment_name(text: str) -> str:
    """Make the nearest name that every system and every link can carry; folders are left out.

    Raises:
        FanwikiError: Nothing of a name is left.
    """
    last = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()).replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(char for char in last if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    name = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", visible)).strip(" .")
    if not name:
        raise FanwikiError(say("“%1” is no name for a file.", text[:60]), "Give the file another name.")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return _shortened(name)


def numbered(name: str, number: int) -> str:
    """Return the name with a number before its extension."""
    path = PurePosixPath(name)
    return _shortened(f"{path.stem} ({number}){path.suffix}", keep=len(f" ({number}){path.suffix}".encode()))


def _shortened(name: str, keep: int | None = None) -> str:
    """Cut a name in its middle, so that its end stays."""
    if len(name.encode()) <= MAX_NAME_BYTES:
        return name
    tail = PurePosixPath(name).suffix if keep is None else name.encode()[-keep:].decode()
    tail = tail if len(tail.encode()) < 100 else ""
    head = name.encode()[: MAX_NAME_BYTES - len(tail.encode())].decode("utf-8", "ignore")
    return head.rstrip(" .") + tail


def media_type_of(name: str, data: bytes) -> str:
    """Return what a file is: by its content, which must be something a wiki holds.

    Raises:
        FanwikiError: It is too large, empty, or no such thing.
    """
    extension = extension_of(name)
    if extension not in MEDIA_TYPES:
        raise FanwikiError(
            say("“%1” is no picture, sound, film or PDF that a wiki holds.", name),
            say("These can be kept: %1.", " ".join(sorted(MEDIA_TYPES))),
        )
    if len(data) > MAX_SIZE:
        raise FanwikiError(
            say("“%1” is %2 MB large; %3 MB is the most.", name, f"{len(data) / 1024**2:.0f}", MAX_SIZE // 1024**2),
            "Make it smaller, or link to it where it is.",
        )
    found = _sniff(data)
    if found is None and MEDIA_TYPES[extension] == "text/plain" and _is_text(data):
        found = "text/plain"
    if found is None:
        raise FanwikiError(
            say("“%1” is not what its name says: there is no %2 in it.", name, extension),
            "Open it elsewhere and save it anew.",
        )
    return found


def _sniff(data: bytes) -> str | None:
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return media_type
    if data[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(data[8:12])
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return _BRANDS.get(brand, "video/3gpp" if brand.startswith(b"3g") else "video/mp4")
    if data[:4] == b"\x1a\x45\xdf\xa3":
        return "video/webm" if b"webm" in data[:64] else "video/x-matroska"
    if data[:4] == b"OggS":
        return "video/ogg" if b"theora" in data[:256] else "audio/ogg"
    return _sniff_weak(data)


def _sniff_weak(data: bytes) -> str | None:
    """Recognise what only a few bits or the text itself give away."""
    if data[:2] == b"BM" and len(data) > 26 and int.from_bytes(data[2:6], "little") in (0, len(data)):
        return "image/bmp"
    if len(data) > 4 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0 and data[1] & 0x06 and data[2] & 0xF0 != 0xF0:
        return "audio/mpeg"
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    # An entity can stand for a gigabyte; no drawing program needs one.
    if _SVG_START.match(head) and b"<!ENTITY" not in data:
        return "image/svg+xml"
    return None


def _is_text(data: bytes) -> bool:
    try:
        return "\x00" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False
