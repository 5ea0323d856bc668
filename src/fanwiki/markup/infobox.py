"""The infobox beside a page's body."""

from __future__ import annotations

from dataclasses import replace

from fanwiki.markup.cells import has_content
from fanwiki.markup.templates import template
from fanwiki.markup.views import Html, InfoboxGroup, InfoboxView


def infobox_html(box: InfoboxView | None) -> Html:
    """Return the infobox, without rows and groups that show nothing; empty when nothing is left."""
    if box is None:
        return Html("")
    groups = tuple(filter(None, (_filled(group) for group in box.groups)))
    if not groups and box.image is None:
        return Html("")
    return Html(template("infobox.html").render(box=replace(box, groups=groups)))


def _filled(group: InfoboxGroup) -> InfoboxGroup | None:
    rows = tuple(
        replace(row, values=values)
        for row in group.rows
        if (values := tuple(value for value in row.values if has_content(value)))
    )
    return replace(group, rows=rows) if rows else None
