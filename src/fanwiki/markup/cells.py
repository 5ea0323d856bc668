"""Single values on a page as HTML: links, text, several of them. Text is escaped; only `Html` is taken as it is."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from fanwiki.markup.views import Cell, ClaimSourceView, Html, LinkState, LinkView

SHORT = 12
"""The most characters of a value that stays on one line."""

_WEB = frozenset(("http", "https", "mailto"))


def cell_html(cell: Cell) -> Html:
    """Return one value as HTML; several are parted by commas."""
    return Html(cell_markup(cell))


def cell_markup(cell: Cell) -> str:
    """Return the same as a plain string, for what is put together from many values."""
    if isinstance(cell, LinkView):
        return _link_markup(cell)
    if isinstance(cell, Html):
        return str(cell)
    if isinstance(cell, str):
        return escape(cell)
    return ", ".join(cell_markup(part) for part in cell)


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
    return cell_html(url if host is None else LinkView(host, url, LinkState.EXTERNAL, hint=url))


def _link_markup(link: LinkView) -> str:
    shown = f"<bdi>{escape(link.text)}</bdi>"
    attributes = "" if link.state is LinkState.PAGE else f' class="{link.state}"'
    if link.hint:
        attributes += f' title="{escape(link.hint)}"'
    if link.href is None or (link.state is LinkState.EXTERNAL and _web_host(link.href) is None):
        return f"<span{attributes}>{shown}</span>"
    if link.state is LinkState.EXTERNAL:
        attributes += ' rel="noopener noreferrer"'
    return f'<a href="{escape(link.href)}"{attributes}>{shown}</a>'


def _web_host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (parts.hostname or parts.path or None) if parts.scheme in _WEB else None
