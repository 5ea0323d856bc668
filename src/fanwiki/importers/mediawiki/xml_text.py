"""The bytes of a dump as clean UTF-8: whatever encoding they are in, and whatever is broken in them.

XML forbids what real dumps hold: bytes that are no UTF-8, and control characters. A parser would stop at the first.
Bytes that are not what they should be are read as Windows-1252, so nothing is lost; each is counted, to be reported.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from fanwiki.errors import SourceError
from fanwiki.importers.mediawiki.streams import CHUNK, ByteStream
from fanwiki.wording import say

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)


class XmlText:
    """A dump as pieces of UTF-8 that hold nothing an XML parser refuses.

    Args:
        stream: The dump.
    """

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self.mended = 0
        """How many bytes and characters had to be replaced so far."""

    def pieces(self) -> Iterator[bytes]:
        """Yield the text.

        Raises:
            SourceError: It is in an encoding that nobody knows.
        """
        head = self._stream.read(CHUNK)
        decoder = self._decoder(head)
        text = _DECLARATION.sub("", decoder.decode(head).removeprefix("\ufeff"), count=1)
        while True:
            yield self._clean(text)
            data = self._stream.read(CHUNK)
            text = decoder.decode(data, final=not data)
            if not data:
                yield self._clean(text)
                return

    def _decoder(self, head: bytes) -> codecs.IncrementalDecoder:
        encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "")
        declared = _DECLARED.match(head)
        if not encoding:
            encoding = declared[1].decode() if declared else "utf-8"
        try:
            name = codecs.lookup(encoding).name
            b"".decode(encoding)  # base64 and the like are no encodings of text
        except LookupError as error:
            raise SourceError(
                say("The dump says that it is in the encoding “%1”, which is unknown.", encoding),
                "Convert it to UTF-8.",
            ) from error
        return _Forgiving(self) if name == "utf-8" else _Replacing(encoding, self)

    def _clean(self, text: str) -> bytes:
        clean, count = _FORBIDDEN.subn("\ufffd", text)
        self.mended += count
        return clean.encode("utf-8", "replace")


class _Forgiving(codecs.BufferedIncrementalDecoder):
    """Reads UTF-8, and bytes that are none as Windows-1252."""

    def __init__(self, text: XmlText) -> None:
        super().__init__("strict")
        self._text = text

    def _buffer_decode(self, data: bytes, errors: str, final: bool) -> tuple[str, int]:  # type: ignore[override]
        parts: list[str] = []
        done = 0
        while True:
            try:
                text, used = codecs.utf_8_decode(data[done:], errors, final)
                return "".join([*parts, text]), done + used
            except UnicodeDecodeError as error:
                parts.append(data[done : done + error.start].decode("utf-8"))
                bad = data[done + error.start : done + error.end]
                parts.append(bad.decode("cp1252", "replace"))
                self._text.mended += len(bad)
                done += error.end


class _Replacing(codecs.IncrementalDecoder):
    """Reads any other encoding, with a mark where a character is broken."""

    def __init__(self, encoding: str, text: XmlText) -> None:
        super().__init__("replace")
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._text = text

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        decoded = self._decoder.decode(data, final)
        self._text.mended += decoded.count("\ufffd")
        return decoded
