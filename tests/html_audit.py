"""Judges HTML that was cleaned, by lists of its own: what a page may hold, written down a second time."""

from __future__ import annotations

import re
from html.parser import HTMLParser

TAGS = frozenset(
    """a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub
    summary sup table tbody td tfoot th thead time tr u ul var video wbr""".split()
)
ATTRIBUTES = frozenset(
    """aria-label alt checked class colspan controls data-callout data-embed data-l data-query datetime dir disabled
    height href id lang open rel reversed rowspan scope span src start title type value width""".split()
)
HREF = re.compile(r"https?://[^\s\\]+|mailto:[^\s\\]+|(wiki|tag|film):[\w%.~/#^-]*|#\S+", re.IGNORECASE)
SRC = re.compile(r"wiki:[\w%.~/-][\w%.~/#^-]*")
ID = re.compile(r"(s|b|fn|fnref|u)-\S*")


class Audit(HTMLParser):
    """Collects what must not be there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag == "input" and dict(attrs).get("type") != "checkbox":
            self.faults.append(f"input {attrs}")
        if tag == "a" and dict(attrs).get("href", "").lower().startswith("http"):
            rel = (dict(attrs).get("rel") or "").split()
            if not {"noopener", "noreferrer", "nofollow"} <= set(rel):
                self.faults.append(f"a link to the web without its rel: {attrs}")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        wrong = (
            name not in ATTRIBUTES
            or (name == "href" and not (tag == "a" and HREF.fullmatch(value)))
            or (name == "src" and not (tag in ("img", "audio", "video") and SRC.fullmatch(value)))
            or (name == "id" and not ID.fullmatch(value))
        )
        if wrong:
            self.faults.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")


def faults(html: str) -> list[str]:
    """Return what in this HTML no page may hold."""
    audit = Audit()
    audit.feed(html)
    audit.close()
    return audit.faults
