"""Makes drawings harmless to open on their own.

In a page a drawing is a picture and nothing in it runs; but a reader may open its file, and then it is a document
that could run scripts and fetch things. Whatever could is taken out; a drawing without such things stays as it is, to
the byte.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

UNREADABLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'
"""What stands in the place of a drawing that is no XML: no browser would have shown it either."""

# What every drawing has that needs a second look; one in another encoding or with entities gets it too.
_SUSPICIOUS = re.compile(
    rb"script|foreign|frame|embed|object|audio|video|canvas|link|meta|base|handler|listener|animate|set\b"
    rb"|on\w+\s*=|href|src|url\(|import|style|&#|<!|<\?|[^\t\n\r -\x7e\x80-\xff]",
    re.I,
)
_ACTIVE = frozenset(
    (
        *("script", "foreignobject", "iframe", "frame", "embed", "object", "audio", "video", "source"),
        *("canvas", "link", "meta", "base", "handler", "listener"),
    )
)
_ANIMATED_ADDRESS = re.compile(r"\s*(?:\w+:)?(?:href|src|on\w+|style)\s*\Z", re.I)
_INNER = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.I)
_OUTER = re.compile(r"url\(\s*['\"]?\s*(?!['\"\s#])|@import|\\|image(?:-set)?\(", re.I)


def clean_svg(data: bytes) -> bytes:
    """Return the drawing without scripts, handlers, foreign content and addresses that lead out of it."""
    if not _SUSPICIOUS.search(data):
        return data
    from lxml import etree  # most exports have no drawing that needs it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return UNREADABLE
    if _is_harmful(root):
        return UNREADABLE
    harmful = [node for node in root.iterdescendants() if _is_harmful(node)]
    for node in harmful:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    stripped = [_strip(node) for node in root.iter(etree.Element)]
    outside = root.getprevious() is not None or root.getnext() is not None or root.getroottree().docinfo.doctype
    return etree.tostring(root, encoding="utf-8") + b"\n" if harmful or any(stripped) or outside else data


def _is_harmful(node: etree._Element) -> bool:
    """Tell whether a node must go: an element that acts, or an entity or instruction."""
    from lxml import etree

    if not isinstance(node.tag, str):
        return not isinstance(node, etree._Comment)
    name = _local(node.tag)
    if name in _ACTIVE:
        return True
    if name == "style":
        return len(node) > 0 or _OUTER.search(node.text or "") is not None
    return any(
        _local(key) == "attributename" and _ANIMATED_ADDRESS.match(str(value)) for key, value in node.attrib.items()
    )


def _strip(node: etree._Element) -> bool:
    """Take harmful attributes off an element; tell whether there were any."""
    harmful = [key for key, value in node.attrib.items() if _is_harmful_attribute(_local(str(key)), str(value))]
    for key in harmful:
        del node.attrib[key]
    return bool(harmful)


def _is_harmful_attribute(name: str, value: str) -> bool:
    if name.startswith("on") or name in ("base", "ping", "srcset", "srcdoc", "action", "formaction"):
        return True
    if name in ("href", "src"):
        return not _INNER.match(value)
    return _OUTER.search(value) is not None


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()
