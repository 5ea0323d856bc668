"""What can be put into the page that is edited and depends on its kind: fields, rows of records, templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fanwiki.desktop.edit.inserts import Insert
from fanwiki.desktop.words import QT_TRANSLATE_NOOP, translated
from fanwiki.domain.kind import COMMON, Field, FieldType, Kind, Kinds
from fanwiki.services import drafting, templating
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from fanwiki.domain.page import PageSource, Value

FIELD, ROW, TEMPLATE = "field", "row", "template"

_CONTEXT = "Inserts"
_ROW_OF = QT_TRANSLATE_NOOP("Inserts", "%1: new row")
_FIELD_OF = QT_TRANSLATE_NOOP("Inserts", "Infobox field: %1")
_TEMPLATE_OF = QT_TRANSLATE_NOOP("Inserts", "Template: %1")

# Stands for the caret in a field while the front matter is written; no author writes it.
_HERE = "put-the-caret-here-fanwiki"


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with something put in.

    Args:
        text: The whole text.
        caret: Where typing goes on, counted in characters.
    """

    text: str
    caret: int


def rows_for(kind: Kind) -> list[Insert]:
    """Return an insert for a row of each of the kind's records."""
    tables = [field for field in kind.fields if field.type is FieldType.RECORD and field.many]
    return [_insert(ROW, field.name, _ROW_OF, say_label(field.label), "mdi6.table-row-plus-after") for field in tables]


def fields_for(kind: Kind, source: PageSource) -> list[Insert]:
    """Return an insert for each field that the page does not have yet."""
    lacking = [field for field in (*kind.fields, *COMMON) if field.name not in source.fields]
    return [_insert(FIELD, field.name, _FIELD_OF, say_label(field.label), "mdi6.form-textbox") for field in lacking]


def templates_for(kinds: Kinds, own: str) -> list[Insert]:
    """Return an insert for the template of each kind that has one, the page's own kind first."""
    having = sorted((kind for kind in kinds.values() if kind.template), key=lambda kind: kind.name != own)
    return [
        _insert(TEMPLATE, kind.name, _TEMPLATE_OF, say_label(kind.label), "mdi6.text-box-outline") for kind in having
    ]


def place(text: str, title: str, caret: int, action: str, kinds: Kinds) -> Placed | None:
    """Put something into a draft; None when its front matter cannot be read, so that it must be mended first.

    Args:
        text: The draft.
        title: The page's title.
        caret: Where the caret is, in characters.
        action: What to put in, as an `Insert` names it.
        kinds: The kinds of the wiki.
    """
    source, problems = drafting.read_draft(text, title)
    if problems:
        return None
    what, _, name = action.partition(":")
    if what == TEMPLATE:
        return _with_template(text, source, caret, kinds.of(name))
    field = kinds.of(source.kind).field(name)
    if field is None:
        return None
    present = source.fields.get(name)
    made = _row(field) if what == ROW else _value(field)
    value: Value = made
    if what == ROW and present not in (None, ""):
        value = [*(present if isinstance(present, list) else [present]), *made] if isinstance(made, list) else made
    written = drafting.write_draft(drafting.with_fields(source, {**source.fields, name: value}))
    return Placed(written.replace(_HERE, "", 1), written.index(_HERE))


def _with_template(text: str, source: PageSource, caret: int, kind: Kind) -> Placed:
    template = templating.template_of(kind, source.title)
    fields = templating.fields_with(source.fields, template)
    at = max(0, caret - (len(text) - len(source.body)))
    body = source.body[:at] + template.body + source.body[at:]
    if fields == dict(source.fields):
        start = len(text) - len(source.body)
        return Placed(text[:start] + body, start + at + len(template.body))
    written = drafting.write_draft(drafting.with_body(drafting.with_fields(source, fields), body))
    return Placed(written, len(written) - len(body) + at + len(template.body))


def _row(field: Field) -> list[Value]:
    links = [sub for sub in field.fields if sub.type is FieldType.LINK] or list(field.fields[:1])
    first, *others = links
    row: dict[str, Value] = {first.name: _text(first)}
    row.update({other.name: "[[]]" for other in others})
    return [row]


def _value(field: Field) -> Value:
    if field.type is FieldType.RECORD and field.fields:
        record: dict[str, Value] = {field.fields[0].name: _text(field.fields[0])}
        return [record] if field.many else record
    return [_text(field)] if field.many else _text(field)


def _text(field: Field) -> str:
    return f"[[{_HERE}]]" if field.type is FieldType.LINK else _HERE


def _insert(what: str, name: str, text: str, label: str, sign: str) -> Insert:
    return Insert(f"{what}:{name}", translated(_CONTEXT, text, label), sign, "", action=f"{what}:{name}")


def all_for(text: str, title: str, kinds: Kinds) -> tuple[Sequence[Insert], Sequence[Insert]]:
    """Return what the page's kind offers: what is wanted often, and the rest."""
    source, _problems = drafting.read_draft(text, title)
    kind = kinds.of(source.kind)
    templates = templates_for(kinds, kind.name)
    own = [insert for insert in templates if insert.action == f"{TEMPLATE}:{kind.name}"]
    others = [insert for insert in templates if insert not in own]
    return [*rows_for(kind), *own], [*fields_for(kind, source), *others]
