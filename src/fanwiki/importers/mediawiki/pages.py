"""From a page of the dump to a page of ours; runs in the processes that convert."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fanwiki.domain.document import Document
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.kind import Kind
from fanwiki.domain.mediawiki_namespaces import CATEGORY, FILE, MEDIAWIKI, MODULE, TEMPLATE
from fanwiki.domain.page import ALIASES, DEFAULT_KIND, SPOILS, TAGS, PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.importers.mediawiki.dump import Revision
from fanwiki.importers.mediawiki.dump_site import DumpSite
from fanwiki.importers.mediawiki.filling import fill
from fanwiki.importers.mediawiki.kinds import CATEGORY as CATEGORY_KIND
from fanwiki.importers.mediawiki.kinds import FILE as FILE_KIND
from fanwiki.importers.mediawiki.kinds import TEMPLATE as TEMPLATE_KIND
from fanwiki.importers.mediawiki.observing import PICTURES
from fanwiki.importers.mediawiki.redirects import redirect_target
from fanwiki.importers.mediawiki.wikitext.convert import Converted, convert, convert_value
from fanwiki.markup.derive import derive
from fanwiki.wording import written

LONGEST = 2_200_000
"""Longer texts are kept as they are; MediaWiki allows 2 MB."""

_MODELS = {"": "wikitext", "Scribunto": "lua", "css": "css", "sanitized-css": "css", "javascript": "js", "json": "json"}
_ENDINGS = {"css": "css", "js": "javascript", "json": "json", "lua": "Scribunto"}
_FENCES = re.compile(r"`{3,}")


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made, or a part of what it was.

    Args:
        title: Our title.
        namespace: Its namespace in the dump.
        rest: Its title in the dump without the namespace.
        revisions: The states to convert.
        is_present: Whether the last of these is the present state.
        talk: The key under which there may be talk about it; empty for none.
        aliases: Its other names.
    """

    title: str
    namespace: int
    rest: str
    revisions: tuple[Revision, ...]
    is_present: bool
    talk: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many characters are to be converted."""
        return sum(len(revision.text) for revision in self.revisions)


@dataclass(slots=True)
class Tally:
    """What a page adds to the report."""

    links: int = 0
    embeds: int = 0
    unresolved: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    problems: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: a source for each revision.

    Args:
        tally: What the present state adds to the report.
        document: What is derived from the present state.
        asked: The titles whose gates count for that.
    """

    sources: tuple[PageSource, ...]
    tally: Tally = field(default_factory=Tally)
    document: Document | None = None
    asked: frozenset[str] = frozenset()


class PageMaker:
    """Makes pages of one dump.

    Args:
        site: The dump.
        kinds: The kinds that its pages have.
    """

    def __init__(self, site: DumpSite, kinds: Mapping[str, Kind]) -> None:
        self._site = site
        self._kinds = kinds

    def make(self, job: Job) -> Made:
        """Make what a job asks for."""
        tally = Tally()
        past = job.revisions[:-1] if job.is_present else job.revisions
        sources = [_Making(self._site, job, Tally()).source(revision) for revision in past]
        if job.is_present:
            making = _Making(self._site, job, tally)
            source = making.source(job.revisions[-1], talk=job.talk)
            sources.append(source)
            document, asked = self._derived(source)
            self._count(document, making.files, tally)
            return Made(tuple(sources), tally, document, asked)
        return Made(tuple(sources), tally)

    def kind(self, name: str) -> Kind:
        """Return a kind as pages of the dump need it."""
        return self._kinds.get(name) or Kind(name, name, name)

    def _derived(self, source: PageSource) -> tuple[Document, frozenset[str]]:
        asked: set[str] = set()

        def note(title: str) -> Gate:
            asked.add(title)
            return OPEN

        return derive(source, self.kind(source.kind), gate_of=note), frozenset(asked)

    def verbatim(self, job: Job, reason: str) -> Made:
        """Make what a job asks for without converting anything."""
        tally = Tally()
        told = written("“%1” %t2; its wikitext was kept as it is.", job.title, reason)
        tally.problems.append(("not-converted", told))
        bodies = [fenced(revision.text, "wikitext") for revision in job.revisions]
        fields = _common(job.aliases, (), ())
        return Made(tuple(PageSource(job.title, _kind_of(job.namespace), fields, body) for body in bodies), tally)

    def _count(self, document: Document, files: Sequence[str], tally: Tally) -> None:
        own = identity(document.title)
        for link in document.links:
            if link.embed or link.target.rpartition(".")[2].casefold() in PICTURES:
                tally.embeds += 1
                continue
            tally.links += 1
            if link.target and identity(link.target) != own and not self._site.is_known(link.target):
                tally.unresolved[link.target] += 1
        for name in files:
            if self._site.file(name) is None:
                tally.missing[name] += 1


class _Making:
    """Makes one state of a page."""

    def __init__(self, site: DumpSite, job: Job, tally: Tally) -> None:
        self._site = site
        self._job = job
        self._tally = tally
        self.files: list[str] = []

    def source(self, revision: Revision, *, talk: str = "") -> PageSource:
        """Return the state as a page of ours.

        Args:
            talk: The key of the talk that is to stand below it.
        """
        job = self._job
        model = revision.model if revision.model not in ("", "wikitext") else model_of(job.namespace, job.rest)
        if revision.cut or len(revision.text) > LONGEST:
            size = len(revision.text) / 1e6
            told = written("“%1” is %2 MB long; it was kept as wikitext.", job.title, f"{size:.0f}")
            if revision.cut:
                told = written("“%1” is %2 MB long; it was kept as wikitext and cut there.", job.title, f"{size:.0f}")
            self._problem("too-large", told)
            made = PageSource(job.title, _kind_of(job.namespace), self._plain(), fenced(revision.text, "wikitext"))
        elif model not in ("", "wikitext"):
            language = _MODELS.get(model, "json" if revision.text.lstrip().startswith(("{", "[")) else "text")
            made = PageSource(job.title, TEMPLATE_KIND, self._plain(), fenced(revision.text, language))
        elif job.namespace in (TEMPLATE, MEDIAWIKI):
            made = PageSource(job.title, TEMPLATE_KIND, self._plain(), fenced(revision.text, "wikitext"))
        elif target := redirect_target(revision.text):
            made = PageSource(job.title, DEFAULT_KIND, {}, f"→ [[{self._site.title(target)}]]\n")
        else:
            made = self._converted(revision.text)
        text = self._site.talks.get(talk) if talk else None
        return made if text is None else _with_talk(made, self._talk(text))

    def _converted(self, wikitext: str) -> PageSource:
        job, site = self._job, self._site
        found = convert(wikitext, site, title=job.title)
        self._note(found)
        filled = fill(found.infoboxes, site, job.title, lambda raw: convert_value(raw, site, title=job.title))
        self.files += filled.files
        kind = filled.kind if found.infoboxes else _kind_of(job.namespace)
        names = [*job.aliases, *filled.aliases, found.display_title]
        tags = [site.tag(name) for name in found.categories]
        fields = {**_common(self._aliases(names), tags, found.spoils), **filled.fields}
        body = found.body
        if job.namespace == FILE:
            body = self._picture() + body
        elif job.namespace == CATEGORY:
            body = f"{body.rstrip()}\n\n{self._members()}" if body.strip() else self._members()
        return PageSource(job.title, kind, fields, body)

    def _note(self, found: Converted) -> None:
        self.files += found.files
        self._tally.known.update(dict(found.known))
        self._tally.known.update(call.name for call in found.infoboxes)
        self._tally.unknown.update(dict(found.unknown))

    def _aliases(self, names: Sequence[str]) -> list[str]:
        own = identity(self._job.title)
        kept = {identity(name): name for name in reversed(names) if name.strip()}
        given = {identity(name) for name in self._job.aliases}
        return [
            name
            for key, name in reversed(kept.items())
            if key != own and (key in given or not self._site.is_known(name) or key == identity(_bare(self._job.title)))
        ]

    def _plain(self) -> dict[str, Value]:
        return _common(self._job.aliases, (), ())

    def _picture(self) -> str:
        self.files.append(self._job.rest)
        return f"![[{self._site.file(self._job.rest) or self._job.rest}]]\n\n"

    def _members(self) -> str:
        """Return a list of the pages in a category, which fills itself."""
        tag = self._site.tag(self._job.rest).replace('"', "")
        return f'```query\ntag:"{tag}" sort:title\n```\n'

    def _talk(self, wikitext: str) -> str:
        found = convert(wikitext[:LONGEST], self._site, title=self._job.title)
        self._note(found)
        return found.body

    def _problem(self, code: str, text: str) -> None:
        self._tally.problems.append((code, text))


def model_of(namespace: int, rest: str) -> str:
    """Return what a page's text is where an old dump does not say: as MediaWiki decides it."""
    ending = PurePosixPath(rest).suffix.removeprefix(".").casefold()
    if namespace == MODULE:
        return "Scribunto" if not rest.endswith("/doc") else "wikitext"
    if ending in _ENDINGS and (namespace == MEDIAWIKI or (namespace == 2 and "/" in rest)):
        return _ENDINGS[ending]
    return ""


def fenced(text: str, language: str) -> str:
    """Return a text as code, in a fence that is longer than any in it."""
    longest = max((len(run) for run in _FENCES.findall(text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n" if text.strip() else ""


def _kind_of(namespace: int) -> str:
    return {CATEGORY: CATEGORY_KIND, FILE: FILE_KIND, TEMPLATE: TEMPLATE_KIND, MODULE: TEMPLATE_KIND}.get(
        namespace, TEMPLATE_KIND if namespace == MEDIAWIKI else DEFAULT_KIND
    )


def _common(aliases: Sequence[str], tags: Sequence[str], spoils: Sequence[str]) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if aliases:
        fields[ALIASES] = list(aliases)
    if tags:
        fields[TAGS] = list(dict.fromkeys(tags))
    if spoils:
        fields[SPOILS] = [film if film.startswith("#") else f"[[{film}]]" for film in spoils]
    return fields


def _with_talk(source: PageSource, talk: str) -> PageSource:
    if not talk.strip():
        return source
    quoted = "\n".join(_quoted(["[!note]- Talk", *talk.strip().splitlines()]))
    body = f"{source.body.rstrip()}\n\n{quoted}\n" if source.body.strip() else f"{quoted}\n"
    return PageSource(source.title, source.kind, source.fields, body)


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    return (f"> {line}" if line else ">" for line in lines)


def _bare(title: str) -> str:
    return re.sub(r"\s*\([^()]*\)$", "", title)
