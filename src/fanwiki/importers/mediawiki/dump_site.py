"""What a dump says about itself to the converter of wikitext; it is sent to every process that converts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fanwiki.domain.mediawiki_namespaces import TEMPLATE
from fanwiki.importers.mapping import template_key
from fanwiki.importers.mediawiki.infoboxes import Infobox, is_infobox_name
from fanwiki.importers.mediawiki.namespaces import is_talk
from fanwiki.importers.mediawiki.redirects import MOST_HOPS
from fanwiki.importers.mediawiki.text_map import TextMap
from fanwiki.importers.mediawiki.titles import Titles

DEEPEST = 5
"""A tag has at most so many levels."""

REMEMBERED = 20_000
"""So many answers of each sort are remembered: the same names come again and again."""


@dataclass(frozen=True, eq=False)
class DumpSite:
    """A wiki as its dump shows it; a `fanwiki.importers.mediawiki.wikitext.site.Site`.

    Args:
        infoboxes: By the template's name, folded.
        files: Our names of attachments, by the name in the dump, folded.
    """

    titles: Titles
    pages: TextMap
    redirects: TextMap
    templates: TextMap
    talks: TextMap
    parents: TextMap
    infoboxes: Mapping[str, Infobox]
    files: Mapping[str, str]

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is only remembered: another process remembers for itself."""
        return {name: value for name, value in self.__dict__.items() if not name.startswith("_")}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)

    def namespace(self, prefix: str) -> str | None:
        """Return the English name of a namespace by any of its names."""
        number = self.titles.namespaces.number(prefix)
        return None if number is None else self.titles.namespaces.canonical(number)

    def title(self, target: str) -> str:
        """Return our title for a link's target; that of a talk page which became part of a page is the page's."""
        return self._title(target)

    @cached_property
    def _title(self) -> Callable[[str], str]:
        return lru_cache(maxsize=REMEMBERED)(self._find_title)

    def _find_title(self, target: str) -> str:
        ours = self.titles.of_link(target)
        number, rest = self.titles.namespaces.parted(ours)
        if is_talk(number):
            subject = self.titles.namespaces.full(number - 1, rest)
            if self.titles.key(subject) in self.talks and self.titles.key(subject) in self.pages:
                return self.titles.ours(subject)
        return ours

    def template(self, name: str) -> str | None:
        """Return the wikitext of a template."""
        return self.templates.get(self._template_key(name))

    def is_infobox(self, name: str) -> bool:
        """Tell whether a template is an infobox."""
        return self.infobox(name) is not None or is_infobox_name(name)

    def file(self, name: str) -> str | None:
        """Return our name of a file."""
        return self.files.get(file_key(name))

    def infobox(self, name: str) -> Infobox | None:
        """Return what calls of a template become."""
        found = self.infoboxes.get(template_key(name))
        if found is None and self.infoboxes:
            found = self.infoboxes.get(template_key(self._template_key(name)))
        return found

    def is_known(self, title: str) -> bool:
        """Whether the dump has a page, or a redirect to one, by one of our titles."""
        return self._is_known(title)

    @cached_property
    def _is_known(self) -> Callable[[str], bool]:
        return lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, title: str) -> bool:
        key = self.titles.key(title)
        return key in self.pages or key in self.redirects or title in self.titles.renamed.values()

    def tag(self, category: str) -> str:
        """Return a category as a tag, below the categories that it is in itself."""
        return self._tag(category)

    @cached_property
    def _tag(self) -> Callable[[str], str]:
        return lru_cache(maxsize=REMEMBERED)(self._make_tag)

    def _make_tag(self, category: str) -> str:
        path = [category]
        keys = {self.titles.key(category)}
        while len(path) < DEEPEST:
            parent = self.parents.get(self.titles.key(path[0]))
            if parent is None or self.titles.key(parent) in keys:
                break
            keys.add(self.titles.key(parent))
            path.insert(0, parent[:1].upper() + parent[1:])
        return "/".join(part.replace("/", "-").strip("#- ") or "-" for part in path)

    def _template_key(self, name: str) -> str:
        """Return the key of a template, behind its redirects."""
        return self._known_template_key(name)

    @cached_property
    def _known_template_key(self) -> Callable[[str], str]:
        return lru_cache(maxsize=REMEMBERED)(self._find_template_key)

    def _find_template_key(self, name: str) -> str:
        rest = name.strip()
        number, bare = self.titles.namespaces.parted(rest)
        if number == TEMPLATE:
            rest = bare
        key = self.titles.key(rest)
        for _ in range(MOST_HOPS):
            target = self.redirects.get(self.titles.key(self.titles.namespaces.full(TEMPLATE, key)))
            if target is None:
                break
            number, bare = self.titles.namespaces.parted(target)
            key = self.titles.key(bare if number == TEMPLATE else target)
        return key


@lru_cache(maxsize=10_000)
def file_key(name: str) -> str:
    """Return the form in which names of files are compared: as MediaWiki writes them on the disk."""
    folded = "_".join(name.replace("_", " ").split())
    return folded[:1].upper() + folded[1:]
