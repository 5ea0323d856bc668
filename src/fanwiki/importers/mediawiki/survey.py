"""The first pass over a dump: what must be known before the first page can be made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fanwiki.domain.mediawiki_namespaces import CATEGORY, FILE, MAIN, MEDIAWIKI, MODULE, TEMPLATE
from fanwiki.domain.title import identity, possible_title
from fanwiki.errors import SourceError
from fanwiki.importers.mediawiki.calls import calls_of
from fanwiki.importers.mediawiki.dump import Broken, PageEnd, PageHead, Revision, SiteInfo, read_events
from fanwiki.importers.mediawiki.namespaces import Namespaces, fold, is_talk
from fanwiki.importers.mediawiki.observing import Observations
from fanwiki.importers.mediawiki.redirects import Fate, Led, lead, redirect_target
from fanwiki.importers.mediawiki.text_map import TextMap, TextMapWriter
from fanwiki.importers.mediawiki.titles import Titles, numbered
from fanwiki.importers.run import ImportRun
from fanwiki.wording import say, written

LONGEST_TEMPLATE = 500_000
_CATEGORY = r"\[\[\s*(?:{0})\s*:\s*([^\[\]|{{}}<>]+?)\s*(?:\|[^\[\]]*)?\]\]"
_WIKITEXT_MODELS = ("", "wikitext")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of the pages and revisions by one title is the present one.

    Args:
        file: The number of the file.
        ordinal: The number of the page in it.
        index: The number of the revision in the page.
        time: When that was made.
        title: The title in the dump.
    """

    file: int
    ordinal: int
    index: int
    time: str
    revision: int
    title: str

    def written(self) -> str:
        """Return it as a text map keeps it."""
        return f"{self.file}\t{self.ordinal}\t{self.index}\t{self.time}\t{self.revision}\t{self.title}"

    @classmethod
    def read(cls, text: str) -> Chosen:
        """Read what `written` returned."""
        file, ordinal, index, time, revision, title = text.split("\t", 5)
        return cls(int(file), int(ordinal), int(index), time, int(revision), title)

    @property
    def age(self) -> tuple[str, int, int]:
        """What is greater for a newer one; of equals the one that has more history."""
        return (self.time, self.revision, self.index)


@dataclass(slots=True)
class Survey:
    """What the first pass learnt; the maps lie in a folder that must outlive it.

    Args:
        pages: What `Chosen` writes, by the key of a title; pages that are no redirects.
        redirects: Where a redirect leads, by its key.
        aliases: Titles of redirects, by the key of the page that they lead to in the end.
        templates: Wikitext by the key of a template's title without its namespace.
        talks: Wikitext of talk pages, by the key of the page they are about.
        parents: The first category of a category, by the key of its name.
        count: How many pages there are, redirects included.
        namespaces: The namespaces in which there are pages.
        has_code: Whether some page is no wikitext.
    """

    site: SiteInfo
    titles: Titles
    pages: TextMap
    redirects: TextMap
    aliases: TextMap
    templates: TextMap
    talks: TextMap
    parents: TextMap
    observations: Observations
    count: int
    namespaces: frozenset[int]
    has_code: bool

    def close(self) -> None:
        """Let go of the files."""
        for found in (self.pages, self.redirects, self.aliases, self.templates, self.talks, self.parents):
            found.close()


def take_survey(files: Sequence[Path], folder: Path, run: ImportRun, *, talk: bool) -> Survey:
    """Read every file once.

    Args:
        folder: Where the maps are written.
        talk: Whether talk pages are kept.
    """
    surveyor = _Surveyor(folder, run, talk)
    try:
        for number, file in enumerate(files):
            surveyor.read(number, file)
        return surveyor.finished()
    finally:
        surveyor.close()


@dataclass(slots=True)
class _Page:
    """A page that is being read."""

    head: PageHead
    ordinal: int
    revisions: int = 0
    index: int = 0
    latest: Revision = field(default_factory=Revision)

    def take(self, revision: Revision) -> None:
        """Keep the newest revision; of equals the later one, as dumps are written."""
        if not self.revisions or _age(revision) >= _age(self.latest):
            self.index, self.latest = self.revisions, revision
        self.revisions += 1


class _Surveyor:
    """Collects what is learnt."""

    def __init__(self, folder: Path, run: ImportRun, talk: bool) -> None:
        self._folder = folder
        self._run = run
        self._talk = talk
        self._site = SiteInfo()
        self._namespaces = Namespaces()
        self._titles = Titles(self._namespaces)
        self._category = self._category_pattern()
        names = ("pages", "redirects", "aliases", "templates", "talks", "parents")
        self._maps = {name: TextMapWriter(folder / f"{name}.texts") for name in names}
        self._observations = Observations()
        self._count = 0
        self._present: set[int] = set()
        self._has_code = False

    def read(self, number: int, file: Path) -> None:
        """Read a file."""
        page: _Page | None = None
        ordinal = 0
        for event in read_events(file):
            match event:
                case SiteInfo():
                    self._learn_site(event)
                case PageHead():
                    page = _Page(event, ordinal)
                    ordinal += 1
                case Revision() if page is not None:
                    page.take(event)
                case PageEnd() if page is not None:
                    self._run.progress.step(self._count, None, page.head.title)
                    self._count += 1
                    self._take(page, number)
                case Broken():
                    return  # the second pass tells

    def finished(self) -> Survey:
        """Return what was learnt."""
        maps = {name: writer.finish() for name, writer in self._maps.items() if name != "aliases"}
        titles = Titles(self._namespaces, self._renamed(maps["pages"]))
        self._lead_redirects(maps["pages"], maps["redirects"], titles)
        maps["aliases"] = self._maps["aliases"].finish()
        return Survey(
            site=self._site,
            titles=titles,
            observations=self._observations,
            count=self._count,
            namespaces=frozenset(self._present),
            has_code=self._has_code,
            **maps,
        )

    def close(self) -> None:
        """Close what is open."""
        for writer in self._maps.values():
            writer.close()

    def _learn_site(self, site: SiteInfo) -> None:
        known = self._site
        if known.base and site.base and (known.name, known.base) != (site.name, site.base):
            raise SourceError(
                say("These dumps are of two wikis, “%1” and “%2”.", known.name, site.name),
                "Import one wiki after the other.",
            )
        if not known.namespaces:
            self._site = site
            self._namespaces = Namespaces(site.namespaces)
            self._titles = Titles(self._namespaces)
            self._category = self._category_pattern()

    def _category_pattern(self) -> re.Pattern[str]:
        names = {"category", self._namespaces.name(CATEGORY).casefold()}
        return re.compile(_CATEGORY.format("|".join(re.escape(name) for name in sorted(names))), re.IGNORECASE)

    def _take(self, page: _Page, file: int) -> None:
        title = fold(page.head.title)
        text = page.latest.text
        target = redirect_of(page.head, text)
        if target:
            self._maps["redirects"].add(self._titles.key(title), target)
            return
        number, rest = place_of(page.head, self._namespaces)
        revision = int(page.latest.number) if page.latest.number.isdecimal() else 0
        chosen = Chosen(file, page.ordinal, page.index, _one_word(page.latest.time), revision, title)
        self._maps["pages"].add(self._titles.key(title), chosen.written())
        self._present.add(number)
        if page.latest.model not in _WIKITEXT_MODELS:
            self._has_code = True
            return
        if number == TEMPLATE:
            self._maps["templates"].add(self._titles.key(rest), text[:LONGEST_TEMPLATE])
        elif is_talk(number):
            if self._talk and text.strip():
                self._maps["talks"].add(self._titles.key(self._namespaces.full(number - 1, rest)), text)
        elif number not in (MODULE, MEDIAWIKI, FILE):
            self._observations.note(calls_of(text))
            if number == CATEGORY:
                parent = self._category.search(text)
                if parent:
                    self._maps["parents"].add(self._titles.key(rest), fold(parent[1]))

    def _renamed(self, pages: TextMap) -> dict[str, str]:
        """Give pages of different titles, which would be one page for us, titles of their own."""
        renamed: dict[str, str] = {}
        for key in list(pages.shared()):
            found = dict.fromkeys(Chosen.read(text).title for text in pages.all(key))
            for title in list(found)[1:]:
                number = 2
                while identity(numbered(possible_title(title), number)) in pages:
                    number += 1
                renamed[title] = numbered(possible_title(title), number)
        return renamed

    def _lead_redirects(self, pages: TextMap, redirects: TextMap, titles: Titles) -> None:
        report = self._run.report
        for name, target in redirects.items():
            report.redirects += 1
            led = lead(
                target,
                is_page=lambda title: titles.key(titles.of_link(title)) in pages,
                next_of=lambda title: redirects.get(titles.key(titles.of_link(title))),
            )
            problem = _problem(name, target, led)
            if problem:
                report.problem(name, f"{led.fate}-redirect", problem)
            if led.fate in (Fate.FINE, Fate.DOUBLE):
                key = titles.key(titles.of_link(led.target))
                if key != name:
                    self._maps["aliases"].add(key, possible_title(name))


def redirect_of(head: PageHead, text: str) -> str:
    """Return where a page leads; empty when it is no redirect."""
    return redirect_target(text) or head.redirect.strip()


def place_of(head: PageHead, namespaces: Namespaces) -> tuple[int, str]:
    """Return a page's namespace, and its title without it."""
    title = fold(head.title)
    if head.namespace is None:
        return namespaces.parted(title)
    name = namespaces.name(head.namespace)
    if head.namespace == MAIN:
        return MAIN, title
    prefix, colon, rest = title.partition(":")
    if colon and (prefix.casefold() == name.casefold() or not name or namespaces.number(prefix) == head.namespace):
        return head.namespace, rest.strip()
    return head.namespace, title


def chosen_of(survey_pages: TextMap, key: str, title: str) -> Chosen | None:
    """Return which page by a title is to be taken: the newest, of equals the first."""
    folded = fold(title)
    found: Iterator[Chosen] = (Chosen.read(text) for text in survey_pages.all(key))
    return _newest(chosen for chosen in found if chosen.title == folded)


def _newest(found: Iterable[Chosen]) -> Chosen | None:
    best: Chosen | None = None
    for chosen in found:
        if best is None or chosen.age > best.age:
            best = chosen
    return best


def _problem(name: str, target: str, led: Led) -> str:
    match led.fate:
        case Fate.DOUBLE:
            return written(
                "“%1” leads to “%2”, which leads on to “%3”; it became another name of that.", name, target, led.target
            )
        case Fate.BROKEN:
            return written("“%1” leads to “%2”, which the dump does not hold; it was left out.", name, target)
        case Fate.CIRCULAR:
            return written("“%1” leads to “%2” and round in a circle; it was left out.", name, target)
    return ""


def _age(revision: Revision) -> tuple[str, int]:
    return (revision.time, int(revision.number) if revision.number.isdecimal() else 0)


def _one_word(text: str) -> str:
    return "".join(text.split())[:40]
