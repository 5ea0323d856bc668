"""Cleans HTML so that nothing in it runs, loads from elsewhere, or takes the name of something it is not.

nh3 (ammonia) parses the HTML like a browser and keeps what is allowed. On top of that:

* An address leads to the web (http, https, mailto), into the wiki (``wiki:``, ``tag:``, ``film:``; see
  `fanwiki.markup.resolve`), or to a place in the page. Relative addresses are pages of the wiki. ``//host`` and
  ``\\\\host`` go: on Windows a page opened from disk would hand the user's log-on to that host.
* An id keeps its name when it has one of our prefixes; any other gets ``u-``. So no id can stand in for a property of
  the page's document that a script relies on (DOM clobbering), and links within the page still work.
* Classes are ours or of a short list; there is no style attribute.
* Pictures from the web become links, so that reading a page tells nobody.
"""

from __future__ import annotations

import re

import nh3

from fanwiki.markup.extensions.tree import words
from fanwiki.markup.extensions.urls import address, is_web
from fanwiki.markup.settled import is_settled

TAGS = words(
    "a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small "
    "span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr"
)
CLASSES = words(
    "callout callout-title centre footnote-back footnote-ref footnotes gallery left math nowrap poem right small "
    "spoiler tag task wikitable withheld"
)
EXTERNAL = "external"
"""The class of links that leave the wiki."""

_DROPPED_WITH_CONTENT = words(
    "frameset iframe math noembed noframes noscript object plaintext script select style svg template textarea title "
    "xmp"
)
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"aria-label", "data-l", "href"},
    "audio": {"controls", "src"},
    "bdo": {"dir"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"data-callout", "open"},
    "div": {"data-callout", "data-embed", "data-query"},
    "img": {"alt", "height", "src", "width"},
    "input": {"aria-label", "checked"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "section": {"aria-label"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "video": {"controls", "height", "src", "width"},
}
_SCHEMES = {"http", "https", "mailto", "wiki", "tag", "film"}
_SOME_ADDRESS = re.compile(
    r"(?:https?://[^\s\\]+|mailto:[^\s\\]+|(?:wiki|tag|film):[\w%.~/-]*(?:#[\w%.~^-]*)?)", re.ASCII | re.IGNORECASE
)
_SOME_FILE = re.compile(r"https?://[^\s\\]+|wiki:[\w%.~/-]+(?:#[\w%.~^-]*)?", re.ASCII | re.IGNORECASE)
_OWN_ID = re.compile(r"(?:[sbu]|fn|fnref)-\S+")
_CLASS = re.compile(r"language-[\w+#.-]+")
_NUMBER = re.compile(r"\d{1,5}", re.ASCII)
_NUMBERS = frozenset(("colspan", "height", "rowspan", "span", "start", "value", "width"))
_MAX_SPAN = 1000
_SPANS = frozenset(("colspan", "rowspan", "span"))


def _filtered(tag: str, name: str, value: str) -> str | None:
    """Judge the value of an attribute that is allowed; nh3 has unescaped it and checked its scheme."""
    if name in ("href", "src"):
        return _address(value, is_link=name == "href")
    if name == "class":
        return " ".join(word for word in value.split() if word in CLASSES or _CLASS.fullmatch(word)) or None
    if name == "id":
        return own_id(value)
    if name in _NUMBERS:
        return _number(name, value)
    return value


def _address(value: str, *, is_link: bool) -> str | None:
    if is_link and value.startswith("#"):
        return f"#{own_id(value[1:])}" if value[1:].strip() else None
    if not _SOME_ADDRESS.fullmatch(value):
        value = address(value)
    return value if (_SOME_ADDRESS if is_link else _SOME_FILE).fullmatch(value) else None


def _number(name: str, value: str) -> str | None:
    number = _NUMBER.fullmatch(value.strip())
    if not number:
        return None
    return str(min(int(value), _MAX_SPAN)) if name in _SPANS else value.strip()


def own_id(value: str) -> str:
    """Return an id with a prefix that nothing else in a page uses."""
    value = "-".join(value.split())
    return value if _OWN_ID.fullmatch(value) else f"u-{value}"


_CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=_DROPPED_WITH_CONTENT,
    attributes=_ATTRIBUTES,
    attribute_filter=_filtered,
    strip_comments=True,
    link_rel=None,
    set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    url_schemes=_SCHEMES,
)

_WRITTEN = r"""( (?:[^>"]|"[^"]*")*)?>"""
_TAG = re.compile(rf"<a{_WRITTEN}|(</a>)|<(img|input){_WRITTEN}|<(audio|video){_WRITTEN}.*?</\5>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w-]+)="([^"]*)\"""")
_Attributes = dict[str, str]


def clean(html: str) -> str:
    """Return HTML that any page may hold, its links to the wiki unresolved and in their one form."""
    return html if is_settled(html) else _cleaned(html)


def _cleaned(html: str) -> str:
    return _TAG.sub(_Rewriter().rewrite, _CLEANER.clean(html))


class _Rewriter:
    """Brings links and media of clean HTML into their one form; nh3 has quoted and escaped their attributes."""

    def __init__(self) -> None:
        self._in_link = False

    def rewrite(self, match: re.Match[str]) -> str:
        """Return what stands for a tag."""
        if match[2]:
            self._in_link = False
            return match[2]
        tag = match[3] or match[5]
        attributes = dict(_ATTRIBUTE.findall(match[1] or match[4] or match[6] or ""))
        if tag == "img":
            return self._media(attributes, "img", "")
        if tag == "input":
            return _box(attributes)
        if tag:
            return self._media(attributes, tag, f"</{tag}>")
        self._in_link = True
        return _link(attributes)

    def _media(self, attributes: _Attributes, tag: str, end: str) -> str:
        source = attributes.pop("src", "")
        name = attributes.get("alt", "")
        if not source:
            return name
        if not is_web(source):
            shown = {"src": source} | ({"alt": name} if tag == "img" else {"controls": ""}) | attributes
            return _tag(tag, shown) + end
        text = name or source
        return text if self._in_link else f"{_link({'href': source})}{text}</a>"


def _box(attributes: _Attributes) -> str:
    """Write a box of a task, whatever input it was; nh3 adds its attributes in no certain order."""
    done = {"checked": ""} if "checked" in attributes else {}
    label = attributes.get("aria-label") or ("Done" if done else "To do")
    return _tag("input", {"type": "checkbox", "disabled": ""} | done | {"aria-label": label})


def _link(attributes: _Attributes) -> str:
    target = attributes.pop("href", "")
    if not target:
        return _tag("a", attributes)
    if is_web(target):
        attributes |= {"class": EXTERNAL, "rel": "noopener noreferrer nofollow"}
        attributes.pop("data-l", None)
    labelled = {"data-l": "1"} if attributes.pop("data-l", None) else {}
    return _tag("a", {"href": target} | labelled | attributes)


def _tag(tag: str, attributes: _Attributes) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items()).replace(">", "&gt;")
    return f"<{tag}{written}>"
