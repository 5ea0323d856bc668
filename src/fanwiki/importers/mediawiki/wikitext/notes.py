"""Footnotes of one page: ``<ref>`` in its forms, each written once below the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from fanwiki.importers.mediawiki.wikitext.attributes import attribute
from fanwiki.importers.mediawiki.wikitext.stash import Stash
from fanwiki.importers.mediawiki.wikitext.tree import NoteMark

_UNFIT = re.compile(r"[^\w.-]+")
_MAX_NAME = 40


@dataclass(slots=True)
class Notes:
    """The footnotes that a page makes, in the order in which they are first named."""

    stash: Stash
    texts: dict[str, str] = field(default_factory=dict)
    _names: dict[tuple[str, str], str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _count: int = 0

    def mark(self, attributes: str, text: str | None) -> str:
        """Return the mark of a note; its text may be said at another of its marks."""
        group, written = attribute(attributes, "group"), attribute(attributes, "name")
        name = self._name(group, written)
        text = (text or "").strip()
        if text or name not in self.texts:
            self.texts[name] = self.texts.get(name) or text
        return self.stash.put(NoteMark(name))

    def _name(self, group: str, written: str) -> str:
        if written and (group, written) in self._names:
            return self._names[group, written]
        self._count += 1
        slug = _UNFIT.sub("-", f"{group}-{written}" if group else written).strip("-.")[:_MAX_NAME]
        if not written or not slug or slug.isdecimal():
            slug = f"{_UNFIT.sub('-', group)}-{self._count}".strip("-") if group else str(self._count)
        if slug.casefold() in self._taken:
            slug = f"{slug}-{self._count}-{len(self._taken)}"
        self._taken.add(slug.casefold())
        if written:
            self._names[group, written] = slug
        self.texts.setdefault(slug, "")
        return slug
