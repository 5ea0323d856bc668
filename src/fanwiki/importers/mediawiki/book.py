"""All infoboxes of a dump, and the kinds that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fanwiki.domain.kind import Field, Kind
from fanwiki.domain.kind_writing import extended
from fanwiki.domain.mediawiki_namespaces import TEMPLATE
from fanwiki.importers.mapping import Mappings, TemplateMapping, template_key
from fanwiki.importers.mediawiki.infoboxes import Infobox, as_second, declared_fields, looks_like_infobox, make_infobox
from fanwiki.importers.mediawiki.kinds import infobox_kind, shipped_kinds
from fanwiki.importers.mediawiki.observing import TemplateStats
from fanwiki.importers.mediawiki.portable import PortableInfobox, is_portable, read_portable
from fanwiki.importers.mediawiki.redirects import MOST_HOPS
from fanwiki.importers.mediawiki.survey import Survey


@dataclass(frozen=True, slots=True)
class Book:
    """The infoboxes of a dump.

    Args:
        infoboxes: By the template's name, folded; one may stand under several names.
        kinds: What they make of pages, as these kinds are to be declared.
    """

    infoboxes: Mapping[str, Infobox]
    kinds: tuple[Kind, ...]

    def as_mappings(self) -> Mappings:
        """Return what each template becomes, in the form in which curators change it."""
        return {
            key: TemplateMapping(infobox.kind, {name: plan.path for name, plan in infobox.seen()})
            for key, infobox in self.infoboxes.items()
        }


def make_book(survey: Survey, mappings: Mappings) -> Book:
    """Decide which templates of a dump are infoboxes and what they become."""
    shipped = shipped_kinds()
    portable = _portable(survey)
    stats, renamed = _merged(survey)
    for key, (name, _) in portable.items():
        stats.setdefault(key, TemplateStats(name))
    infoboxes: dict[str, Infobox] = {}
    for key, entry in stats.items():
        found = portable.get(key)
        if found or key in mappings or looks_like_infobox(entry, survey.templates.get(survey.titles.key(entry.name))):
            infoboxes[key] = make_infobox(entry, found[1] if found else None, mappings, shipped)
    kinds = _kinds(infoboxes, stats, shipped, survey.site.language or "en")
    for name, key in renamed.items():
        if key in infoboxes:
            infoboxes[name] = infoboxes[key]
    return Book(infoboxes, kinds)


def _portable(survey: Survey) -> dict[str, tuple[str, PortableInfobox]]:
    found: dict[str, tuple[str, PortableInfobox]] = {}
    for name, wikitext in survey.templates.items():
        if is_portable(wikitext) and not name.casefold().endswith(("/doc", "/draft", "/sandbox")):
            infobox = read_portable(wikitext)
            if infobox is not None:
                found[template_key(name)] = (name, infobox)
    return found


def _merged(survey: Survey) -> tuple[dict[str, TemplateStats], dict[str, str]]:
    """Return what was seen of each template, redirects merged into what they lead to, and which those were."""
    merged: dict[str, TemplateStats] = {}
    renamed: dict[str, str] = {}
    follow = _follower(survey)
    for key, entry in survey.observations.templates.items():
        name = follow(entry.name)
        target = template_key(name)
        if target != key:
            renamed[key] = target
        known = merged.setdefault(target, TemplateStats(name))
        known.take_over(entry)
    for entry in merged.values():
        entry.after = _summed(entry.after, renamed)
    return merged, renamed


def _summed(counts: Mapping[str, int], renamed: Mapping[str, str]) -> dict[str, int]:
    summed: dict[str, int] = {}
    for key, count in counts.items():
        summed[renamed.get(key, key)] = summed.get(renamed.get(key, key), 0) + count
    return summed


def _follower(survey: Survey) -> Callable[[str], str]:
    titles, namespaces = survey.titles, survey.titles.namespaces

    def follow(name: str) -> str:
        for _ in range(MOST_HOPS):
            target = survey.redirects.get(titles.key(namespaces.full(TEMPLATE, titles.key(name))))
            if target is None:
                break
            number, rest = namespaces.parted(target)
            name = rest if number == TEMPLATE else target
        return name

    return follow


def _kinds(
    infoboxes: Mapping[str, Infobox],
    stats: Mapping[str, TemplateStats],
    shipped: Mapping[str, Kind],
    language: str,
) -> tuple[Kind, ...]:
    """Declare the kinds: each holds the fields of the infoboxes that make it, and of those that follow them."""
    makers: dict[str, list[Infobox]] = {}
    for key, infobox in infoboxes.items():
        before = max((count for earlier, count in stats[key].after.items() if earlier in infoboxes), default=0)
        if before < stats[key].calls or not stats[key].calls:
            makers.setdefault(infobox.kind, []).append(infobox)
    for key, infobox in infoboxes.items():
        for earlier in stats[key].after:
            first = infoboxes.get(earlier)
            if first is not None and first.kind in makers:
                makers[first.kind].append(as_second(infobox, first))
    return tuple(_kind(name, found, shipped, language) for name, found in makers.items())


def _kind(name: str, infoboxes: list[Infobox], shipped: Mapping[str, Kind], language: str) -> Kind:
    fields: tuple[Field, ...] = declared_fields(infoboxes)
    known = shipped.get(name)
    return infobox_kind(name, infoboxes[0].label, fields, language) if known is None else extended(known, fields)
