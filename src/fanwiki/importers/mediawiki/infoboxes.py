"""Which templates are infoboxes, which kind of page each makes, and which field each parameter becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fanwiki.domain.kind import Field, FieldType, Kind
from fanwiki.importers.film_list.columns import own_name
from fanwiki.importers.mapping import Mappings, TemplateMapping, template_key
from fanwiki.importers.mediawiki.film_fields import CAPTIONS, LAYOUT, SUBJECT, bare_label, bare_name, default_mapping
from fanwiki.importers.mediawiki.observing import ParamStats, TemplateStats
from fanwiki.importers.mediawiki.portable import PortableField, PortableInfobox

_INFOBOX_NAME = re.compile(
    r"info ?bo(?:x|ks)|\b(?:taxo|species|chem|drug)box|инфобокс|инфокутия|карточка|infocaja|infokutija|^ficha de "
    r"|infotaula",
    re.IGNORECASE,
)
_NO_INFOBOX = re.compile(
    r"^(?:listen|quote|cquote|blockquote|cite|citation|about|multiple image|gallery|navbox|sidebar|track ?list|external"
    r"|main|see ?also|for|other ?uses|redirect|hatnote|use |short description|coord|spoiler|stub|notice|ambox|mbox"
    r"|update|tabs?\b|nav\b|navigation|delete|cleanup|protected|disambig|video|youtube|audio|portal|book|col-|columns)",
    re.IGNORECASE,
)
_TABLE = re.compile(r"\{\||<table\b|#invoke:\s*infobox|class\s*=\s*[\"'][^\"']*infobox", re.IGNORECASE)
_NUMBERED = re.compile(r"(.*?[^\d\s])\s*(\d{1,2})")
_RESERVED = frozenset(("title", "kind", "tags", "spoils", "gate", "value", "aliases"))
_OURS = frozenset(("source", "speculation", "article", "template", "category", "file", "film", "character", "person"))
_ALIASES = frozenset(("aka", "alias", "aliases", "also known as", "other names", "nickname", "nicknames"))
_WIKITEXT = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|<[^<>]*>|\{\{[^{}]*\}\}|'{2,}|\[\[|\]\]|\{\{|\}\}")
_BREAK = re.compile(r"<(?:br|hr)\s*/?>", re.IGNORECASE)
LEAST_VALUES = 3
"""So many named values has a call on average, if it is an infobox that does not say so."""


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """What a parameter becomes.

    Args:
        path: A field, ``cast.performer`` for a sub-field, or empty to leave it out.
        format: How a value is shown, as wikitext with ``{{{parameter}}}``.
        default: What stands where no value is given; wikitext.
        is_declared: Whether the kind is to declare the field: it is neither ours nor a part of a record.
        is_seen: Whether the dump has the parameter.
    """

    path: str
    label: str
    type: FieldType = FieldType.TEXT
    many: bool = False
    group: str = ""
    format: str = ""
    default: str = ""
    is_declared: bool = True
    is_seen: bool = True


@dataclass(frozen=True, slots=True)
class Infobox:
    """What a template becomes.

    Args:
        template: Its name.
        kind: The kind of its pages.
        label: How that kind is called.
        fields: By parameter, folded; in the order in which the box shows them.
        subject: Parameters that name what the page is about.
        computed: Fields that no parameter has by itself: their default is made of others.
        captions: Of a picture's parameter, the one of its caption.
    """

    template: str
    kind: str
    label: str
    fields: Mapping[str, FieldPlan]
    subject: frozenset[str] = SUBJECT
    computed: Sequence[FieldPlan] = ()
    captions: Mapping[str, str] = field(default_factory=dict)

    def seen(self) -> Iterator[tuple[str, FieldPlan]]:
        """Yield the parameters that the dump has, with what they become."""
        return ((key, plan) for key, plan in self.fields.items() if plan.is_seen)

    def plan(self, parameter: str) -> FieldPlan:
        """Return what a parameter becomes; one that was not seen before goes by its own name."""
        key = template_key(parameter)
        known = self.fields.get(key)
        if known is not None:
            return known
        numbered = _NUMBERED.fullmatch(key)
        if numbered and numbered[1] in self.fields:
            return self.fields[numbered[1]]
        return FieldPlan(field_name(parameter), label_of(parameter), is_declared=False)


def is_infobox_name(name: str) -> bool:
    """Whether a template's name says that it is an infobox."""
    return _INFOBOX_NAME.search(name) is not None


def looks_like_infobox(stats: TemplateStats, wikitext: str | None) -> bool:
    """Tell whether a template that does not say so is one: by its text, else by how it is called.

    Args:
        wikitext: What the dump has as the template's text.
    """
    if is_infobox_name(stats.name):
        return True
    if not stats.top or _NO_INFOBOX.match(stats.name) or stats.named < LEAST_VALUES:
        return False
    if wikitext is not None:
        return _TABLE.search(wikitext) is not None
    return stats.positional == 0 and len(stats.params) > LEAST_VALUES and stats.top == stats.calls


def field_name(parameter: str) -> str:
    """Return a parameter's name as a field's."""
    name = own_name(parameter)
    if not name:
        return "field"
    if not name[0].isalpha():
        name = f"n{name}"
    return f"{name}_text" if name in _RESERVED else name


def label_of(parameter: str) -> str:
    """Return what readers see instead of a parameter's name."""
    words = " ".join(parameter.replace("_", " ").split())
    return words[:1].upper() + words[1:] or parameter


def plain_label(wikitext: str) -> str:
    """Return a label without its wikitext."""
    text = _WIKITEXT.sub(lambda match: match[1] or "", _BREAK.sub(" ", wikitext))
    return " ".join(_WIKITEXT.sub(lambda match: match[1] or "", text).split())[:120]


def make_infobox(
    stats: TemplateStats, portable: PortableInfobox | None, mappings: Mappings, shipped: Mapping[str, Kind]
) -> Infobox:
    """Decide what a template becomes: what the curator said goes before what we know, and that before what we saw.

    Args:
        shipped: The kinds that every wiki begins with.
    """
    told = mappings.get(template_key(stats.name))
    known = default_mapping(stats.name, portable.type if portable else "")
    mapping = told or known
    kind = mapping.kind if mapping else kind_name(stats.name)
    fields = _with_defaults(told, known)
    declared = shipped.get(kind)
    plans: dict[str, FieldPlan] = {}
    computed: list[FieldPlan] = []
    captions: dict[str, str] = {}
    subject = set(SUBJECT)
    for entry in portable.fields if portable else ():
        _add_portable(entry, stats, plans, computed, subject)
        if entry.caption and entry.source:
            captions[template_key(entry.source)] = template_key(entry.caption)
    if not captions:
        captions = _captions(stats)
    for key, param in stats.params.items():
        if key not in plans and key not in subject and key not in captions.values() and param.values:
            plans[key] = _inferred(key, param, stats)
    plans = {key: _mapped(key, plan, fields, declared) for key, plan in plans.items()}
    for key, path in fields.items():
        plans.setdefault(key, _mapped(key, FieldPlan(path, label_of(key), is_seen=False), fields, declared))
    label = declared.label if declared else label_of(bare_label(stats.name)) or "Infobox"
    return Infobox(stats.name, kind, label, plans, frozenset(subject - plans.keys()), tuple(computed), captions)


def _captions(stats: TemplateStats) -> dict[str, str]:
    """Return which parameters describe the pictures of a box that does not say so."""
    pictures = [key for key, param in stats.params.items() if param.type is FieldType.IMAGE]
    caption = next((key for key in CAPTIONS if key in stats.params), "")
    found = {pictures[0]: caption} if caption and pictures else {}
    for picture in pictures:
        for key in (f"{picture}caption", f"{picture} caption"):
            if key in stats.params:
                found[picture] = key
    return found


def _with_defaults(told: TemplateMapping | None, known: TemplateMapping | None) -> dict[str, str]:
    if told is None:
        return dict(known.fields) if known else {}
    return {**(known.fields if known and known.kind == told.kind else {}), **told.fields}


def kind_name(template: str) -> str:
    """Return the name of the kind that a template makes."""
    name = own_name(bare_name(template)) or "infobox"
    name = name if name[0].isalpha() else f"n{name}"
    return f"{name}_infobox" if name in _OURS else name


def _add_portable(
    entry: PortableField,
    stats: TemplateStats,
    plans: dict[str, FieldPlan],
    computed: list[FieldPlan],
    subject: set[str],
) -> None:
    label = plain_label(entry.label) or label_of(entry.source) or label_of(entry.tag)
    group = plain_label(entry.group)
    key = template_key(entry.source)
    if entry.tag == "title":
        subject.update(template_key(source) for source in entry.sources[:1])
        return
    if not key:
        made = entry.format or entry.default
        if made and entry.tag != "image":
            computed.append(FieldPlan(field_name(label), label, group=group, default=made))
            for source in entry.sources:  # what is shown there need not be shown again
                plans.setdefault(template_key(source), FieldPlan("", label, is_declared=False))
        return
    seen = stats.params.get(key)
    kind = FieldType.IMAGE if entry.tag == "image" else _type(seen, entry)
    many = kind is FieldType.IMAGE or bool(seen and seen.many and not entry.format)
    plan = FieldPlan(field_name(entry.source), label, kind, many, group, entry.format, entry.default)
    if not plans.get(key, plan).path:
        del plans[key]
    plans.setdefault(key, plan)


def _type(seen: ParamStats | None, entry: PortableField) -> FieldType:
    """Return what an item holds, which its default must be too."""
    found = seen.type if seen else FieldType.TEXT
    if entry.format:
        is_link = re.fullmatch(r"\[\[\{\{\{[^{}]*\}\}\}\]\]", entry.format) is not None
        found = FieldType.LINK if is_link else FieldType.TEXT
    if entry.default:
        default = ParamStats("")
        default.note(entry.default)
        return found if default.type is found else FieldType.TEXT
    return found


def _inferred(key: str, param: ParamStats, stats: TemplateStats) -> FieldPlan:
    """Return what a parameter becomes by how its values look; ``name2`` goes with ``name1``."""
    numbered = _NUMBERED.fullmatch(key)
    siblings = [f"{numbered[1]}{gap}{number}" for gap in ("", " ") for number in (1, 2)] if numbered else []
    if numbered and any(sibling in stats.params for sibling in siblings if sibling != key):
        name = numbered[1].strip()
        types = {stats.params[sibling].type for sibling in siblings if sibling in stats.params}
        kind = param.type if len(types) == 1 else FieldType.TEXT
        return FieldPlan(field_name(name), label_of(name), kind, many=True)
    if key in _ALIASES:
        return FieldPlan("aliases", "Also known as", many=True)
    return FieldPlan(field_name(param.name), label_of(param.name), param.type, param.many)


def _mapped(key: str, plan: FieldPlan, fields: Mapping[str, str], declared: Kind | None) -> FieldPlan:
    """Lead a plan to the field that a mapping names, with the type that our kind gives it."""
    path = fields.get(key)
    if path is None and key in LAYOUT:
        return replace(plan, path="", is_declared=False)
    if path is None:
        path = plan.path
        name = path.partition(".")[0]
        if declared is None or declared.field(name) is None:
            return plan
    name, _, sub = path.partition(".")
    found = declared.field(name) if declared else None
    inner = found.sub(sub) if found and sub else found
    if found is None or inner is None:
        return replace(plan, path=path, is_declared=bool(path) and not sub)
    return replace(
        plan, path=path, label=inner.label, type=inner.type, many=found.many, group=found.group, is_declared=False
    )


def as_second(infobox: Infobox, first: Infobox) -> Infobox:
    """Return what an infobox becomes on pages that have another before it: its fields stand in a group of its own."""
    taken = {plan.path for plan in first.fields.values()}
    prefix = own_name(infobox.label) or "second"
    fields = {
        key: plan
        if not plan.path
        else replace(
            plan,
            path=f"{prefix}_{plan.path}" if plan.path in taken and plan.path != "aliases" else plan.path,
            group=plan.group or infobox.label,
            is_declared="." not in plan.path,
        )
        for key, plan in infobox.fields.items()
    }
    return replace(infobox, kind=first.kind, fields=fields)


def declared_fields(infoboxes: Iterable[Infobox]) -> tuple[Field, ...]:
    """Return the fields that a kind needs for the infoboxes that make it, in their order."""
    fields: dict[str, Field] = {}
    for infobox in infoboxes:
        for plan in (*infobox.fields.values(), *infobox.computed):
            if plan.path and plan.is_declared and plan.path not in ("aliases", "tags", "spoils"):
                known = fields.get(plan.path)
                made = Field(plan.path, plan.label, plan.type, plan.many, group=plan.group)
                fields[plan.path] = made if known is None else _joined(known, made)
    return tuple(fields.values())


def _joined(known: Field, other: Field) -> Field:
    kind = known.type if known.type is other.type else FieldType.TEXT
    return replace(known, type=kind, many=known.many or other.many)
