"""Wiki links and what they show in place: pages, pictures, sound, film, files."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from fanwiki.markup.extensions.tree import BARE, atomic, text_of, words
from fanwiki.markup.extensions.urls import wiki_address
from fanwiki.markup.wikilink import WikiLink

WIKI_LINK = r"!?\[\[(?:[^\[\]\n]|\[(?!\[)|\](?!\]))++\]\]"
"""A wiki link or embed; the same that `fanwiki.markup.scan` finds."""

_PICTURES = words("avif bmp gif jpeg jpg png svg webp")
_SOUND = words("flac m4a mp3 ogg wav 3gp")
_FILM = words("mkv mov mp4 ogv webm")
_SIZE = re.compile(r"(\d{1,5})(?:x(\d{1,5}))?")
_HOLDERS = words(f"{BARE} blockquote details div li ol section table tbody td tr ul")


def wiki_element(link: WikiLink) -> Element:
    """Return the unresolved form of a wiki link or embed."""
    if not link.embed or not link.target:
        return _link(link)
    ending = link.target.rpartition(".")[2].casefold() if "." in link.target else ""
    if ending in _PICTURES:
        return picture(wiki_address(link.target), link.caption or "", link.size)
    if ending in _SOUND or ending in _FILM:
        tag = "audio" if ending in _SOUND else "video"
        player = Element(tag, {"src": wiki_address(link.target), "controls": ""})
        _set_size(player, link.size if tag == "video" else None)
        return player
    if link.is_media:
        return _link(link)
    return Element("div", {"data-embed": wiki_address(link.target, link_place(link)).removeprefix("wiki:")})


def picture(source: str, description: str, size: tuple[int, int | None] | None = None) -> Element:
    """Return an image; without a size of its own one may stand at the end of the description, as Obsidian has it."""
    image = Element("img", {"src": source})
    image.set("alt", description)
    _set_size(image, size)
    return image


def sized_picture(source: str, description: str) -> Element:
    """Return the image of ``![description|640x480](source)``."""
    text, _, size = description.rpartition("|")
    found = _SIZE.fullmatch(size)
    if not found:
        return picture(source, description)
    return picture(source, text, (int(found[1]), int(found[2]) if found[2] else None))


def _link(link: WikiLink) -> Element:
    element = Element("a", {"href": wiki_address(link.target, link_place(link))})
    if link.label is None:
        return atomic(element, link.target if link.is_media else link.text)
    element.set("data-l", "1")
    element.text = text_of(link.text)
    return element


def link_place(link: WikiLink) -> str:
    """Return the heading or the block that a link leads to, as addresses have it."""
    return f"^{link.block}" if link.block else link.heading


def _set_size(element: Element, size: tuple[int, int | None] | None) -> None:
    if size:
        element.set("width", str(size[0]))
        if size[1]:
            element.set("height", str(size[1]))


class EmbedPlacer(Treeprocessor):
    """Gives a page shown in place a place where HTML lets it stand: between paragraphs, not in one."""

    def run(self, root: Element) -> None:
        """Split the paragraphs that hold embeds; in headings, emphasis and the like an embed becomes a link."""
        if any(_is_embed(element) for element in root.iter("div")):
            _place_embeds(root)


def _place_embeds(parent: Element) -> None:
    for position, inner in reversed(list(enumerate(parent))):
        if inner.tag == "p" and any(_is_embed(part) for part in inner):
            parent[position : position + 1] = _split(inner)
        elif inner.tag in _HOLDERS:
            _place_embeds(inner)
        else:
            _make_links(inner)


def _split(paragraph: Element) -> list[Element]:
    """Return a paragraph as the paragraphs between its embeds, and those."""
    pieces = [Element("p")]
    pieces[0].text = paragraph.text
    for inner in paragraph:
        if not _is_embed(inner):
            _make_links(inner)
            pieces[-1].append(inner)
            continue
        rest = Element("p")
        rest.text, inner.tail = (inner.tail or "").lstrip(), None
        pieces += [inner, rest]
    pieces = [piece for piece in pieces if piece.tag != "p" or len(piece) or (piece.text or "").strip()]
    if "id" not in paragraph.attrib:
        return pieces
    box = Element("div", {"id": paragraph.attrib["id"]})
    box.extend(pieces)
    return [box]


def _make_links(element: Element) -> None:
    for inner in element.iter("div"):
        if _is_embed(inner):
            place = inner.attrib.pop("data-embed")
            inner.tag = "a"
            inner.set("href", f"wiki:{place}")
            atomic(inner, unquote(place.replace("#", " > ", 1)).strip())


def _is_embed(element: Element) -> bool:
    return element.tag == "div" and "data-embed" in element.attrib
