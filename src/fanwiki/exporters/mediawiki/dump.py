"""The XML of a dump, as `Special:Export` writes it and `Special:Import` reads it: export-0.11.

https://www.mediawiki.org/xml/export-0.11.xsd has the order of the elements; everything is written as it comes, so
that memory stays flat.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from fanwiki.domain.mediawiki_namespaces import CANONICAL, MAIN, MODULE

NAMESPACES = {number: name for number, name in CANONICAL.items() if number < MODULE}
GENERATOR = "fanwiki"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SHA1_LETTERS = 31


@dataclass(frozen=True, slots=True)
class DumpPage:
    """A page of the dump.

    Args:
        title: With its namespace.
        text: Its wikitext.
        time: When it was saved, ISO 8601 in UTC; empty for a page that the export made.
        namespace: The number of its namespace.
        author: Who saved it, as far as the viewer may know.
        comment: Why, as far as the viewer may know.
        redirect: The title it leads to, or empty.
    """

    title: str
    text: str
    time: str = ""
    namespace: int = MAIN
    author: str = ""
    comment: str = ""
    redirect: str = ""


class Dump:
    """Writes a dump page by page.

    Args:
        name: What the wiki is called.
        made: When pages of no time of their own count as saved, ISO 8601 in UTC.
    """

    def __init__(self, name: str, made: str) -> None:
        self._name = name
        self._made = made
        self._numbers = count(1)

    def head(self) -> str:
        """Return what stands before the pages."""
        spaces = "\n".join(
            f'      <namespace key="{key}" case="first-letter">{name}</namespace>' if name
            else f'      <namespace key="{key}" case="first-letter" />'
            for key, name in NAMESPACES.items()
        )  # fmt: skip
        place = "http://www.mediawiki.org/xml/export-0.11/"
        return (
            f'<mediawiki xmlns="{place}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            f' xsi:schemaLocation="{place} http://www.mediawiki.org/xml/export-0.11.xsd" version="0.11"'
            ' xml:lang="en">\n'
            f"  <siteinfo>\n    <sitename>{_text(self._name)}</sitename>\n"
            f"    <generator>{GENERATOR}</generator>\n    <case>first-letter</case>\n"
            f"    <namespaces>\n{spaces}\n    </namespaces>\n    <namespacealiases />\n  </siteinfo>\n"
        )

    def page(self, page: DumpPage) -> str:
        """Return a page with its newest revision."""
        number = next(self._numbers)
        data = _NOT_IN_XML.sub("\ufffd", page.text).encode()
        leads = f"    <redirect title={quoteattr(_clean(page.redirect))} />\n" if page.redirect else ""
        author = page.author or GENERATOR
        comment = f"      <comment>{_text(page.comment)}</comment>\n" if page.comment else ""
        return (
            f"  <page>\n    <title>{_text(page.title)}</title>\n    <ns>{page.namespace}</ns>\n    <id>{number}</id>\n"
            f"{leads}    <revision>\n      <id>{number}</id>\n"
            f"      <timestamp>{_timestamp(page.time or self._made)}</timestamp>\n"
            f"      <contributor><username>{_text(author)}</username><id>0</id></contributor>\n{comment}"
            "      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"
            f'      <text bytes="{len(data)}" xml:space="preserve">{escape(data.decode())}</text>\n'
            f"      <sha1>{_sha1(data)}</sha1>\n    </revision>\n  </page>\n"
        )

    def pages(self, pages: Iterator[DumpPage]) -> Iterator[tuple[str, str]]:
        """Yield title and XML of each page."""
        for page in pages:
            yield page.title, self.page(page)

    def end(self) -> str:
        """Return what stands after the pages."""
        return "</mediawiki>\n"


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def _text(text: str) -> str:
    return escape(_clean(text))


def _timestamp(time: str) -> str:
    """Return a time to the second, as MediaWiki writes it."""
    return f"{time[:19]}Z" if len(time) >= 19 else f"{time[:10]}T00:00:00Z"


def _sha1(data: bytes) -> str:
    """Return the hash in base 36 with leading zeros, as MediaWiki keeps it."""
    number, digits = int.from_bytes(hashlib.sha1(data).digest(), "big"), ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits.rjust(_SHA1_LETTERS, "0")
