"""Brings a page into a form that strict readers of books take: what may stand in what, and nothing to press.

Authors may write HTML, and a browser shows it whatever is in what. A reading system for EPUB parses XML against a
schema, so lists hold items, inline elements hold text, and a folded part stands open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from lxml import html as lxml_html
from lxml.html import HtmlElement

from fanwiki.markup.views import Html

_BLOCKS = frozenset(
    "address article aside blockquote details div dl dd dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li nav "
    "ol p pre section table ul audio video fieldset".split()
)
_PHRASING = frozenset(
    "abbr b bdi bdo cite code dfn em h1 h2 h3 h4 h5 h6 i kbd mark p pre q s samp small span strong sub sup time u "
    "var".split()
)
_PARENTS = {"li": ("ul", "ol"), "dt": ("dl", "div"), "dd": ("dl", "div"), "figcaption": ("figure",)}
_RUBY = {"rt": "ruby", "rp": "ruby"}
_DROPPED = ("svg", "script", "nav", "fieldset")
_NOT_IN_NAMES = re.compile(r"[^\w.-]")
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNKNOWN = ("data-l", "tabindex", "data-embed", "data-query")


def sound_article(article: Html) -> HtmlElement:
    """Return a page as a tree of elements that may stand where they stand."""
    root = lxml_html.fragment_fromstring(_NOT_IN_XML.sub("\ufffd", article), create_parent="div")
    for node in list(root.iter(*_DROPPED)):
        node.drop_tree()
    for node in list(root.iter()):
        if isinstance(node.tag, str):
            _opened(node)
    for node in reversed(list(root.iter())):
        if isinstance(node.tag, str):
            _placed(node)
            if node.tag == "a" and not node.get("href", "#").startswith("#"):
                node.set("href", _NOT_IN_ADDRESSES.sub(lambda match: quote(match[0]), node.get("href", "")))
            for name in _UNKNOWN:
                node.attrib.pop(name, None)
    return root


def with_own_ids(root: HtmlElement, prefix: str) -> frozenset[str]:
    """Give the ids of a tree a prefix, lead its links within itself to them, and return them."""
    own: dict[str, str] = {}
    taken: set[str] = set()
    for node in root.iter():
        name = node.get("id")
        if not name:
            continue
        unique = prefix + _NOT_IN_NAMES.sub("-", name)
        if unique in taken:  # the first of several is the one that links lead to
            node.attrib.pop("id")
        else:
            own[name] = unique
            taken.add(unique)
            node.set("id", unique)
    for node in root.iter():
        for name in ("aria-labelledby", "aria-describedby"):
            if node.get(name) in own:
                node.set(name, own[node.get(name, "")])
        place = unquote(node.get("href", ""))
        if place.startswith("#") and place[1:] in own:
            node.set("href", f"#{own[place[1:]]}")
    return frozenset(own.values())


def _opened(node: HtmlElement) -> None:
    """Open what folds, and write boxes as signs."""
    if node.tag == "details":
        node.tag = "div"
        node.attrib.pop("open", None)
    elif node.tag == "summary":
        node.tag = "div" if _has_block(node) else "p"
    elif node.tag == "input":
        sign = "☑" if node.get("checked") is not None else "☐"
        node.tag, node.text = "span", sign
        for name in ("type", "disabled", "checked", "aria-label"):
            node.attrib.pop(name, None)


def _placed(node: HtmlElement) -> None:
    """Turn an element that may not stand or hold what it does into one that may."""
    parent = node.getparent()
    above = str(parent.tag) if parent is not None else ""
    if node.tag in _PARENTS and above not in _PARENTS[str(node.tag)]:
        node.tag = "div"
    elif node.tag in _RUBY and above != "ruby":
        node.tag = "span"
    elif node.tag in _PHRASING and _has_block(node):
        node.tag = "div"
    if node.tag in ("ul", "ol"):
        _only(node, ("li",), "li")
        if not len(node):
            node.tag = "div"
    elif node.tag == "dl":
        _only(node, ("dt", "dd", "div"), "dd")
        if not _is_list_of_terms(node):
            _flatten(node)
    if node.tag == "div" or node.tag == "span":
        for name in ("value", "start", "type", "reversed", "datetime", "scope"):
            node.attrib.pop(name, None)
    if node.tag == "bdo" and not node.get("dir"):
        node.tag = "bdi"


def _only(parent: HtmlElement, allowed: tuple[str, ...], wrapper: str) -> None:
    """Put whatever a list may not hold into an item."""
    for child in list(parent):
        if child.tag not in allowed:
            tail, child.tail = child.tail, None
            item = lxml_html.Element(wrapper)
            parent.replace(child, item)
            item.append(child)
            item.tail = tail
    for holder, text in list(_loose(parent)):
        item = lxml_html.Element(wrapper)
        item.text = text
        if holder is parent:
            parent.text = None
            parent.insert(0, item)
        else:
            holder.tail = None
            holder.addnext(item)


def _loose(parent: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    if parent.text and parent.text.strip():
        yield parent, parent.text
    for child in parent:
        if child.tail and child.tail.strip():
            yield child, child.tail


def _is_list_of_terms(node: HtmlElement) -> bool:
    """Whether terms and descriptions take turns, or stand in groups that do."""
    tags = [str(child.tag) for child in node]
    if tags and all(tag == "div" for tag in tags):
        return all([str(child.tag) for child in group][:1] == ["dt"] and group[-1].tag == "dd" for group in node)
    return bool(tags) and tags[0] == "dt" and tags[-1] == "dd" and "div" not in tags


def _flatten(node: HtmlElement) -> None:
    for child in list(node.iter("dt", "dd")):
        child.tag = "div"
    node.tag = "div"


def _has_block(node: HtmlElement) -> bool:
    return any(isinstance(below.tag, str) and below.tag in _BLOCKS for below in node.iterdescendants())
