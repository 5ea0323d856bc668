"""Single values on a page as HTML: links, text, several of them. Text is escaped; only `Html` is taken as it is."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import escape

from fanwiki.markup.views import Cell, ClaimSourceView, Html, LinkState, LinkView

SHORT = 12
"""The most characters of a value that stays on one line."""

_WEB = frozenset(("http", "https", "mailto"))
_LINK = Html('<a{}{} href="{}"><bdi>{}</bdi></a>')
_NO_LINK = Html("<span{}{}><bdi>{}</bdi></span>")
_CLASS = Html(' class="{}"')
_TITLE = Html(' title="{}"')
_SEPARATOR = Html(", ")


def cell_html(cell: Cell) -> Html:
    """Return one value as HTML; several are parted by commas."""
    if isinstance(cell, LinkView):
        return _link_html(cell)
    if isinstance(cell, str):
        return escape(cell)
    return _SEPARATOR.join(cell_html(part) for part in cell)


def has_content(cell: Cell) -> bool:
    """Tell whether a value shows anything."""
    if isinstance(cell, LinkView):
        return bool(cell.text)
    if isinstance(cell, str):
        return bool(cell.strip())
    return any(has_content(part) for part in cell)


def is_short(cell: Cell) -> bool:
    """Tell whether a value is so short that it should never be broken, such as a day."""
    return isinstance(cell, str) and not isinstance(cell, Html) and len(cell) <= SHORT


def address_html(source: ClaimSourceView) -> Html:
    """Return a report's web address as a link that shows its host, or as text when it is no web address."""
    url = source.url.strip()
    host = _web_host(url)
    if host is None:
        return escape(url)
    return _link_html(LinkView(host, url, LinkState.EXTERNAL, hint=url))


def _link_html(link: LinkView) -> Html:
    classes = Html("") if link.state is LinkState.PAGE else _CLASS.format(link.state)
    hint = _TITLE.format(link.hint) if link.hint else Html("")
    if link.href is None or (link.state is LinkState.EXTERNAL and _web_host(link.href) is None):
        return _NO_LINK.format(classes, hint, link.text)
    if link.state is LinkState.EXTERNAL:
        classes += Html(' rel="noopener noreferrer"')
    return _LINK.format(classes, hint, link.href, link.text)


def _web_host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (parts.hostname or parts.path or None) if parts.scheme in _WEB else None
