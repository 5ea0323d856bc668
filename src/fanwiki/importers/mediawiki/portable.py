"""Fandom's portable infoboxes: what a template's ``<infobox>`` declares. The rules are those of CONVENTIONS 4.6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

MOST_FIELDS = 400

_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_NOINCLUDE = re.compile(r"<noinclude\b[^>]*>.*?(?:</noinclude\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_MARKS = re.compile(r"</?(?:includeonly|onlyinclude|nowiki|pre)\b[^>]*>", re.IGNORECASE)
_INFOBOX = re.compile(r"<infobox\b.*?</infobox\s*>", re.DOTALL | re.IGNORECASE)
_UNCLOSED = re.compile(r"<(br|hr)\s*>", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)", re.IGNORECASE)
_SOURCE = re.compile(r"\{\{\{\s*([^{}|]+?)\s*(?:\|.*?)?\}\}\}", re.DOTALL)

_MEDIA = frozenset(("image", "media", "audio", "video"))


@dataclass(frozen=True, slots=True)
class PortableField:
    """One item of a portable infobox.

    Args:
        tag: ``title``, ``image``, ``data`` or ``navigation``.
        source: The parameter, empty for an item that has none of its own.
        sources: Every parameter that its format and default name, its own first.
        label: What readers see; wikitext.
        group: The header it stands under; wikitext.
        default: What stands where the value is empty; wikitext.
        format: How a value that is not empty is shown; wikitext.
        caption: Of a picture: the parameter of its caption.
    """

    tag: str
    source: str
    sources: tuple[str, ...] = ()
    label: str = ""
    group: str = ""
    default: str = ""
    format: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PortableInfobox:
    """What a template declares.

    Args:
        type: Its ``type`` attribute, which says what the page is about.
    """

    fields: tuple[PortableField, ...]
    type: str = ""


def is_portable(wikitext: str) -> bool:
    """Tell whether a template's text may declare a portable infobox."""
    return "<infobox" in wikitext or "<INFOBOX" in wikitext or "<Infobox" in wikitext


def read_portable(wikitext: str) -> PortableInfobox | None:
    """Read the portable infoboxes of a template's text as one; None when there is none that can be read."""
    text = _MARKS.sub("", _NOINCLUDE.sub("", _COMMENTS.sub("", wikitext)))
    found = _INFOBOX.findall(text) or _INFOBOX.findall(_MARKS.sub("", _COMMENTS.sub("", wikitext)))
    fields: list[PortableField] = []
    kind = ""
    for markup in found:
        root = _parsed(markup)
        if root is not None:
            kind = kind or str(root.get("type", ""))
            fields += _fields(root, "")
    if not fields:
        return None
    return PortableInfobox(tuple(fields[:MOST_FIELDS]), kind)


def _parsed(markup: str) -> etree._Element | None:
    text = _AMPERSAND.sub("&amp;", _UNCLOSED.sub(r"<\1/>", markup))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _fields(node: etree._Element, group: str) -> Iterator[PortableField]:
    """Yield the items below a node; a header counts for what follows it."""
    header = group
    for child in node.iterchildren("*"):
        tag = str(child.tag).casefold()
        if tag == "header":
            header = _inner(child)
        elif tag in ("group", "section", "panel"):
            yield from _fields(child, _text_of(child, "label") or header)
        elif tag in ("title", "data", "navigation") or tag in _MEDIA:
            yield _field(child, "image" if tag in _MEDIA else tag, header)


def _field(node: etree._Element, tag: str, group: str) -> PortableField:
    default = _inner(node) if tag == "navigation" else _text_of(node, "default")
    shown = _text_of(node, "format")
    source = str(node.get("source", "")).strip()
    named = [source, *_SOURCE.findall(shown), *_SOURCE.findall(default)]
    caption = node.find("caption")
    return PortableField(
        tag=tag,
        source=source,
        sources=tuple(dict.fromkeys(name for name in named if name)),
        label=_text_of(node, "label"),
        group=group,
        default=default,
        format=shown,
        caption="" if caption is None else str(caption.get("source", "")).strip(),
    )


def _text_of(node: etree._Element, tag: str) -> str:
    child = node.find(tag)
    return "" if child is None else _inner(child)


def _inner(node: etree._Element) -> str:
    """Return what stands within a node, as wikitext again."""
    parts = [node.text or ""]
    parts += [etree.tostring(child, encoding="unicode") for child in node]
    return "".join(parts).replace("&amp;", "&").strip()
