"""The documents of an EPUB container: what is in it, in which order it is read, its cover and contents."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from fanwiki import __version__
from fanwiki.exporters.book.leaves import Leaf
from fanwiki.exporters.html.documents import Look
from fanwiki.markup.cells import cell_html
from fanwiki.markup.shell import text_direction
from fanwiki.wording import say

MIMETYPE = b"application/epub+zip"
FOLDER = "EPUB"
STYLE = "book.css"
CONTAINER_PATH = "META-INF/container.xml"
CONTAINER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
    b'<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n</rootfiles>\n</container>\n'
)
_EVER = "2000-01-01"
_WRAP = 16
_NOTE_LINK = re.compile(r' class="footnote-ref"')
_NOTES = re.compile(r' class="footnotes"')
_NOTE = re.compile(r'<li id="([^"]*--fn-)')
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Described:
    """What is told of a book.

    Args:
        title: The wiki's name.
        look: Language, direction and licence.
        reader: For whom it was made.
        authors: Who wrote it.
        leaves: What is in it.
    """

    title: str
    look: Look
    reader: str
    authors: Sequence[str]
    leaves: Sequence[Leaf]

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return text_direction(self.title) if self.look.direction == "auto" else self.look.direction

    @property
    def identifier(self) -> str:
        """A name for exactly this content."""
        content = hashlib.sha256(self.title.encode())
        for leaf in self.leaves:
            content.update(leaf.markup.encode())
        return f"urn:uuid:{uuid.UUID(bytes=content.digest()[:16], version=4)}"


def leaf_document(book: Described, leaf: Leaf, markup: str) -> str:
    """Return a leaf as a document; notes are marked, so that reading systems show them where they are mentioned."""
    marked = _NOTE_LINK.sub(' class="footnote-ref" epub:type="noteref" role="doc-noteref"', markup)
    marked = _NOTES.sub(' class="footnotes" epub:type="footnotes"', marked)
    marked = _NOTE.sub(r'<li epub:type="footnote" id="\1', marked)
    kind = "part" if leaf.is_part else "chapter"
    return _document(book, leaf.title, f'<section epub:type="{kind}" id="{leaf.name}">\n{marked}\n</section>')


def cover_document(book: Described) -> str:
    """Return the page that shows the cover."""
    image = f'<img src="cover.svg" alt="{_text(book.title)}: the cover"/>'
    return _document(book, book.title, f'<section epub:type="cover" class="cover">\n{image}\n</section>')


def cover_picture(book: Described) -> str:
    """Return the cover: the wiki's name, for whom the copy is, and how many pages it has."""
    lines = _lines(book.title)
    size = min(84, 900 // max(len(line) for line in lines))
    names = "".join(
        f'<text x="300" y="{330 + number * size * 1.2:.0f}" font-size="{size}">{_text(line)}</text>\n'
        for number, line in enumerate(lines)
    )
    pages = sum(not leaf.is_part for leaf in book.leaves)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900">\n'
        '<rect width="600" height="900" fill="#1c2a5e"/>\n'
        '<rect x="36" y="36" width="528" height="828" fill="none" stroke="#ffe89a" stroke-width="3"/>\n'
        '<g fill="#ffffff" font-family="serif" font-weight="bold" text-anchor="middle">\n'
        f"{names}</g>\n"
        f'<text x="300" y="800" fill="#ffe89a" font-family="sans-serif" font-size="26" text-anchor="middle">'
        f"{pages} {'page' if pages == 1 else 'pages'}</text>\n</svg>\n"
    )


def contents_document(book: Described) -> str:
    """Return the contents, which reading systems also show as their own."""
    toc = '<nav epub:type="toc" id="toc">\n<h1>Contents</h1>\n<ol>\n' + "".join(_entries(book.leaves)) + "</ol>\n</nav>"
    marks = (
        '<nav epub:type="landmarks" hidden="hidden">\n<h2>Guide</h2>\n<ol>\n'
        '<li><a epub:type="cover" href="cover.xhtml">Cover</a></li>\n'
        '<li><a epub:type="toc" href="nav.xhtml#toc">Contents</a></li>\n'
        f'<li><a epub:type="bodymatter" href="{book.leaves[0].name}.xhtml">Beginning</a></li>\n</ol>\n</nav>'
    )
    return _document(book, say("Contents"), f"{toc}\n{marks}")


def package_document(book: Described, pictures: Mapping[str, str]) -> str:
    """Return what is in the container and how it is read.

    Args:
        book: What is told of it.
        pictures: Media types by path.
    """
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="cover-picture" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>',
        f'<item id="style" href="{STYLE}" media-type="text/css"/>',
        *(
            f'<item id="{leaf.name}" href="{leaf.name}.xhtml" media-type="application/xhtml+xml"/>'
            for leaf in book.leaves
        ),
        *(
            f'<item id="i{number}" href="{_text(path)}" media-type="{kind}"/>'
            for number, (path, kind) in enumerate(pictures.items())
        ),
    ]
    spine = "\n".join(f'<itemref idref="{name}"/>' for name in ("cover", "nav", *(leaf.name for leaf in book.leaves)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{_text(book.look.lang)}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(book)}\n</metadata>\n'
        "<manifest>\n" + "\n".join(items) + "\n</manifest>\n"
        f'<spine page-progression-direction="{book.direction}">\n{spine}\n</spine>\n</package>\n'
    )


def _metadata(book: Described) -> str:
    changed = max((leaf.changed for leaf in book.leaves if leaf.changed), default=_EVER)
    rights = _TAG.sub("", "".join(str(cell_html(cell)) for cell in book.look.licence))
    lines = [
        f'<dc:identifier id="id">{book.identifier}</dc:identifier>',
        f"<dc:title>{_text(book.title)}</dc:title>",
        f"<dc:language>{_text(book.look.lang)}</dc:language>",
        f"<dc:description>{_text(book.reader)}</dc:description>",
        *(f"<dc:creator>{_text(name)}</dc:creator>" for name in book.authors),
        *([f"<dc:rights>{rights}</dc:rights>"] if rights else []),
        f'<meta property="dcterms:modified">{changed}T00:00:00Z</meta>',
        f'<meta name="generator" content="fanwiki {__version__}"/>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessMode">visual</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
        *(f'<meta property="schema:accessibilityFeature">{name}</meta>' for name in
          ("tableOfContents", "structuralNavigation", "alternativeText", "readingOrder")),
        '<meta property="schema:accessibilityHazard">none</meta>',
    ]  # fmt: skip
    return "\n".join(lines)


def _document(book: Described, title: str, body: str) -> str:
    lang = _text(book.look.lang)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{lang}" xml:lang="{lang}" dir="{book.direction}">\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{_text(title)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="{STYLE}"/>\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _entries(leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield the entries of the contents: what opens a part, with the pages of the part below it."""
    number = 0
    while number < len(leaves):
        opening = leaves[number]
        number += 1
        below = []
        while number < len(leaves) and not leaves[number].is_part:
            below.append(leaves[number])
            number += 1
        inner = "".join(f"<li>{_entry(leaf)}</li>\n" for leaf in below)
        yield f"<li>{_entry(opening)}{f'<ol>{chr(10)}{inner}</ol>' if inner else ''}</li>\n"


def _entry(leaf: Leaf) -> str:
    return f'<a href="{leaf.name}.xhtml">{_text(leaf.title)}</a>'


def _lines(title: str) -> list[str]:
    lines = [""]
    for word in title.split() or ["fanwiki"]:
        if lines[-1] and len(lines[-1]) + len(word) >= _WRAP:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:6]


def _text(text: str) -> str:
    return escape("".join(char if char.isprintable() else " " for char in text))
