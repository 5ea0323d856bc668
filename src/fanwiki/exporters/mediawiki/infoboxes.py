"""Kinds as templates with a portable infobox, fields as the parameters of their calls.

A kind's category stands in its template, so that pages name only the categories that are their tags.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from fanwiki.domain.kind import COMMON, Field, FieldType, Kind
from fanwiki.domain.page import DEFAULT_KIND, SPOILS
from fanwiki.exporters.mediawiki.escaping import escaped, escaped_cell, escaped_value
from fanwiki.exporters.mediawiki.titles import possible_title
from fanwiki.exporters.mediawiki.wikitext import Wikitext
from fanwiki.markup.fields import FieldValue
from fanwiki.markup.inline import inline_html
from fanwiki.wording import say

BETWEEN = "<br />"
"""What stands between several values of one parameter."""


@dataclass(frozen=True, slots=True)
class Box:
    """The fields of a page as wikitext: the call of its kind's template, and what is a table of its own below it."""

    call: str
    tables: str


def template_name(kind: Kind) -> str:
    """Return what the template of a kind is called, without its namespace."""
    return possible_title(kind.label or kind.name)


def template_page(kind: Kind) -> str:
    """Return the template of a kind."""
    groups: dict[str, list[Field]] = {"": []}
    for field in kind.fields:
        if not is_table(field) and field.type is not FieldType.IMAGE:
            groups.setdefault(field.group, []).append(field)
    image = next((field.name for field in kind.fields if field.type is FieldType.IMAGE), "image")
    label = kind.label or kind.name
    lines = [
        f'<includeonly><infobox type="{escape(kind.name)}">',
        '<title source="title"><default>{{PAGENAME}}</default></title>',
        f'<image source="{escape(image)}"><caption source="caption" /></image>',
        *(line for label, fields in groups.items() if fields for line in _group(label, fields)),
        "</infobox>",
        f"[[Category:{possible_title(kind.plural or kind.name)}]]</includeonly><noinclude>",
        say("The infobox of pages of the kind “%1”, for the extension PortableInfobox.", escaped(label)),
        "</noinclude>",
    ]
    return "\n".join(lines)


def box(wikitext: Wikitext, kind: Kind, values: Sequence[FieldValue]) -> Box:
    """Return the fields of a page as wikitext."""
    by_field: dict[str, list[FieldValue]] = {}
    for value in values:
        by_field.setdefault(value.field.name, []).append(value)
    written: list[str] = []
    tables: list[str] = []
    hidden = {field.name for field in COMMON if field.name != SPOILS}
    for name, found in by_field.items():
        if name in hidden:
            continue
        if is_table(found[0].field):
            tables.append(_table(wikitext, found[0].field, found))
        else:
            written.append(f"| {_parameter(name)} = {BETWEEN.join(_value(wikitext, value) for value in found)}")
    name = template_name(kind)
    call = "\n".join([f"{{{{{name}", *written, "}}"]) if written else f"{{{{{name}}}}}"
    if not written and kind.name == DEFAULT_KIND:  # what a page without an infobox is anyway
        call = ""
    return Box(call, "\n\n".join(tables))


def is_table(field: Field) -> bool:
    """Whether a field is a table of its own rather than lines of the infobox: a record that links to two pages."""
    return field.type is FieldType.RECORD and sum(sub.type is FieldType.LINK for sub in field.fields) > 1


def _group(label: str, fields: Iterable[Field]) -> list[str]:
    rows = [
        f'<data source="{escape(_parameter(field.name))}"><label>{escape(field.label)}</label></data>'
        for field in fields
    ]
    return ["<group>", f"<header>{escape(label)}</header>", *rows, "</group>"] if label else rows


def _parameter(name: str) -> str:
    return name.replace("|", "-").replace("=", "-").replace("{", "(").replace("}", ")").strip() or "field"


def _value(wikitext: Wikitext, value: FieldValue) -> str:
    if not value.is_record:
        return _plain(wikitext, value)
    first, *others = [_plain(wikitext, sub) for sub in value.subs]
    return f"{first} ({', '.join(others)})" if others else first


def _plain(wikitext: Wikitext, value: FieldValue) -> str:
    if value.field.type is FieldType.IMAGE and len(value.links) == 1:
        return escaped_value(escaped(possible_title(value.links[0].target)))
    if value.target is not None and len(value.links) == 1:
        link = value.links[0]
        return wikitext.link(link.target, link.label or "")
    if isinstance(value.raw, str):
        return escaped_value(" ".join(wikitext.line(inline_html(value.raw)).split()))
    return escaped_value(escaped(value.text))


def _table(wikitext: Wikitext, field: Field, values: Sequence[FieldValue]) -> str:
    told = {sub.field.name for value in values for sub in value.subs}
    columns = [sub for sub in field.fields if sub.name in told] or list(field.fields)
    heads = " !! ".join(escaped_cell(escaped(sub.label)) for sub in columns)
    lines = [f"== {escaped(field.label)} ==", "", '{| class="wikitable"', f"! {heads}"]
    for value in values:
        lines.append("|-")
        cells = [
            ", ".join(_plain(wikitext, sub) for sub in value.subs if sub.field.name == column.name)
            for column in columns
        ]
        lines.append(f"| {' || '.join(cells)}" if value.subs else f"| {_plain(wikitext, value)}")
    return "\n".join([*lines, "|}"])


def _cell(wikitext: Wikitext, value: FieldValue, column: Field) -> str:
    return ", ".join(_plain(wikitext, sub) for sub in value.subs if sub.field.name == column.name)
