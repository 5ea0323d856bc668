"""A TiddlyWiki to drafts: files and pages, in the order in which they stand."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from fanwiki.domain.page import DEFAULT_KIND, TAGS, PageSource, Value
from fanwiki.errors import SourceError
from fanwiki.importers.attaching import MAX_SIZE
from fanwiki.importers.decoding import decode
from fanwiki.importers.draft import AttachmentDraft, Draft, PageDraft
from fanwiki.importers.files import FileEntry, FileTree, is_zip, open_tree
from fanwiki.importers.mapping import TemplateMapping, template_key
from fanwiki.importers.origin import Origin
from fanwiki.importers.run import ImportRun
from fanwiki.importers.tiddlywiki import stores
from fanwiki.importers.tiddlywiki.blocks import code_of_type, to_markdown
from fanwiki.importers.tiddlywiki.inline import Page
from fanwiki.importers.tiddlywiki.names import Names
from fanwiki.importers.tiddlywiki.tiddlers import (
    MARKDOWN,
    WIKITEXT,
    Tiddler,
    of_multids,
    of_tid,
    read_fields,
    read_time,
)
from fanwiki.markup.wikilink import is_media
from fanwiki.wording import say, written

HTML = (".html", ".htm", ".hta")
LARGEST_FILE = 20 * 1024 * 1024
SITE_TITLE = "$:/SiteTitle"
_OWN = frozenset(("title", "text", "type", "tags", "created", "modified", "creator", "modifier", "revision", "bag"))
_TIME = re.compile(r"(?:1[89]|20)\d{15}")
_MARKDOWN_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\(<?#([^()\n<>]{1,500})>?\)")
_STYLED = re.compile(r"@@(?:[\w-]+:[^;@]{0,100};)*(?:\.[\w-]+)?")
_SKIPPED = ("tiddlywiki.info", "plugin.info", "tiddlywiki.files")


def fits(path: Path) -> bool:
    """Tell whether this is a TiddlyWiki: a single HTML file, an export, or a folder or zip with ``.tid`` files."""
    if path.is_dir() or is_zip(path):
        return _holds_tids(path)
    ending = path.suffix.casefold()
    if ending in HTML:
        return stores.looks_like_wiki(path)
    if ending == ".json":
        return _is_export(path)
    return ending == ".tid"


def read(path: Path, run: ImportRun) -> Iterator[Draft]:
    """Yield the drafts of a TiddlyWiki.

    Raises:
        SourceError: It cannot be read, is encrypted, or holds no tiddler.
    """
    told: set[tuple[str, str]] = set()

    def tell(code: str, text: str) -> None:
        if (code, text) not in told:  # the source is read twice
            told.add((code, text))
            run.report.problem(path.name, code, text)

    if path.is_dir() or is_zip(path) or path.suffix.casefold() == ".tid":
        with open_tree(path) as tree:
            yield from _Wiki(lambda: _in_tree(tree, tell), path, run).drafts()
    elif path.is_file():
        with stores.opened(path) as data:
            inside = stores.in_html if path.suffix.casefold() in HTML else stores.in_json
            yield from _Wiki(lambda: inside(data, tell), path, run).drafts()
    else:
        raise SourceError(say("%1 is not there.", path), "Check the name.")


class _Wiki:
    """A TiddlyWiki that is being read.

    Args:
        tiddlers: Yields its tiddlers; called twice.
        path: Where it is.
        run: What the import works with.
    """

    def __init__(self, tiddlers: Callable[[], Iterator[Tiddler]], path: Path, run: ImportRun) -> None:
        self._tiddlers = tiddlers
        self._path = path
        self._run = run
        self._names = Names(run.report)
        self._site = path.stem
        self._done: set[str] = set()

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts."""
        self._names.learn(self._taken_over())
        if not self._names.pages and not self._names.files:
            raise SourceError(say("%1 holds no tiddler.", self._path.name), "Choose a TiddlyWiki with something in it.")
        total = len(self._names.pages) + len(self._names.files)
        for tiddler in self._tiddlers():
            if tiddler.is_system or tiddler.title in self._done:
                continue
            self._done.add(tiddler.title)
            self._run.progress.step(len(self._done), total, tiddler.title)
            yield from self._file(tiddler) if tiddler.is_media else self._page(tiddler)

    def _taken_over(self) -> Iterator[Tiddler]:
        """Yield the tiddlers that are not the program's own, which are counted."""
        seen: set[str] = set()
        for number, tiddler in enumerate(self._tiddlers()):
            self._run.progress.step(number, None, self._path.name)
            if tiddler.title == SITE_TITLE and tiddler.text.strip():
                self._site = _plain(tiddler.text) or self._site
                self._run.site_names.append(self._site)
            if tiddler.is_system:
                self._run.report.skipped[written("system tiddlers")] += 1
            elif tiddler.title in seen:
                self._run.report.problem(
                    tiddler.title, "twice", written("“%1” is there twice; the first counts.", tiddler.title)
                )
            else:
                seen.add(tiddler.title)
                yield tiddler

    def _file(self, tiddler: Tiddler) -> Iterator[AttachmentDraft]:
        report, name = self._run.report, self._names.files[tiddler.title]
        data = tiddler.data if tiddler.data is not None else _bytes_of(tiddler)
        if not data and "_canonical_uri" in tiddler.fields:
            data = self._beside(tiddler.fields["_canonical_uri"])
        if data:
            report.attachments += 1
            yield AttachmentDraft(name, data)
        else:
            report.files_missing[name] += 1

    def _beside(self, address: str) -> bytes | None:
        """Return a file beside the wiki that a tiddler points to; nothing outside of that folder is read."""
        if self._path.is_dir() or "://" in address:
            return None
        folder = self._path.parent.resolve()
        try:
            place = (folder / unquote(address)).resolve()
            if place.is_relative_to(folder) and place.is_file() and place.stat().st_size <= MAX_SIZE:
                return place.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None
        return None

    def _page(self, tiddler: Tiddler) -> Iterator[PageDraft]:
        report = self._run.report
        page = Page(self._names, report, tiddler.title)
        body = self._body(tiddler, page)
        if page.is_tangled:
            text = written(
                "“%1” has so many marks that never end that part of it was taken as plain text.", tiddler.title
            )
            report.problem(tiddler.title, "too-tangled", text)
        kind, fields = self._fields(tiddler)
        report.pages += 1
        report.by_kind[kind] += 1
        yield PageDraft(
            PageSource(self._names.pages[tiddler.title], kind, fields, body),
            origin=self._origin(tiddler),
            path=tiddler.title,
            author=tiddler.fields.get("modifier", "") or tiddler.fields.get("creator", ""),
            time=read_time(tiddler.fields.get("modified", "") or tiddler.fields.get("created", "")),
        )

    def _body(self, tiddler: Tiddler, page: Page) -> str:
        text = tiddler.text
        if tiddler.type in WIKITEXT:
            return to_markdown(text, page)
        if tiddler.type in MARKDOWN:
            return _MARKDOWN_LINK.sub(lambda match: page.link(unquote(match[3]), match[2] or None), text)
        page.keep(f"type {tiddler.type}")
        return code_of_type(text, tiddler.type) if text.strip() else ""

    def _fields(self, tiddler: Tiddler) -> tuple[str, dict[str, Value]]:
        """Return the kind and the fields; a tag that the curator mapped says which."""
        tags = tiddler.tags()
        own = {name: value for name, value in tiddler.fields.items() if name not in _OWN and value.strip()}
        mapping = next((found for tag in tags if (found := self._run.mappings.get(template_key(tag)))), None)
        self._offer(tags, own, mapping)
        fields: dict[str, Value] = {}
        if tags:
            fields[TAGS] = [*tags]
        for name, time in (("created", read_time(tiddler.fields.get("created", ""))),):
            if time:
                fields[name] = time[:10]
        if tiddler.fields.get("creator"):
            fields["creator"] = tiddler.fields["creator"]
        for name, value in own.items():
            target = mapping.fields.get(template_key(name), name) if mapping else name
            if target:
                fields[target] = _as_day(value)
        return mapping.kind if mapping else DEFAULT_KIND, fields

    def _offer(self, tags: list[str], own: Mapping[str, str], mapping: TemplateMapping | None) -> None:
        for tag in tags if own else ():
            key = template_key(tag)
            told = self._run.mappings.get(key)
            known = dict(self._run.offered[key].fields) if key in self._run.offered else {}
            for name in map(template_key, own):
                known.setdefault(name, told.fields.get(name, name) if told else name)
            self._run.offered[key] = TemplateMapping(told.kind if told else DEFAULT_KIND, known)
        if mapping is not None:
            self._run.report.known_templates[mapping.kind] += 1

    def _origin(self, tiddler: Tiddler) -> Origin:
        people = tuple(name for name in (tiddler.fields.get("creator"), tiddler.fields.get("modifier")) if name)
        return Origin(self._site, time=read_time(tiddler.fields.get("modified", "")), contributors=people)


def _in_tree(tree: FileTree, tell: stores.Tell) -> Iterator[Tiddler]:
    """Yield the tiddlers of a folder, in the order of its files."""
    metas = {entry.path.removesuffix(".meta"): entry for entry in tree.entries() if entry.path.endswith(".meta")}
    for entry in tree.entries():
        if entry.is_hidden or entry.name in _SKIPPED or entry.path.endswith(".meta"):
            continue
        if entry.size > MAX_SIZE:
            tell(
                "file-skipped",
                written("%1 is %2 MB large and was left out.", entry.path, f"{entry.size / 1024**2:.0f}"),
            )
            continue
        try:
            yield from _in_file(tree, entry, metas.get(entry.path), tell)
        except SourceError as error:
            tell("unreadable-file", str(error))
    for skipped in tree.skipped():
        tell("not-read", written("“%1” was not read: %t2", skipped.path, skipped.text))


def _in_file(tree: FileTree, entry: FileEntry, meta: FileEntry | None, tell: stores.Tell) -> Iterator[Tiddler]:
    stem, _, ending = entry.name.rpartition(".")
    ending = ending.casefold()
    if meta is not None:
        fields = read_fields(_text(tree, meta, tell).partition("\n\n")[0])
        fields.setdefault("title", entry.name)
        tiddler = Tiddler(fields)
        data = tree.read(entry)
        yield Tiddler(fields, data=data) if tiddler.is_media else Tiddler(fields, decode(data).text)
    elif ending == "tid":
        yield of_tid(_text(tree, entry, tell), name=stem)
    elif ending == "multids":
        yield from of_multids(_text(tree, entry, tell))
    elif ending == "json":
        yield from stores.in_json(tree.read(entry), tell)
    elif is_media(entry.name):
        import mimetypes

        yield Tiddler({"title": entry.name, "type": mimetypes.guess_type(entry.name)[0] or ""}, data=tree.read(entry))
    elif ending in ("md", "markdown"):
        yield Tiddler({"title": stem, "type": MARKDOWN[0]}, _text(tree, entry, tell))
    else:
        tell("file-skipped", written("%1 is no file of a TiddlyWiki and was left out.", entry.path))


def _text(tree: FileTree, entry: FileEntry, tell: stores.Tell) -> str:
    if entry.size > LARGEST_FILE:
        raise SourceError(
            say("%1 is %2 MB large, which is no tiddler.", entry.path, f"{entry.size / 1024**2:.0f}"), "Leave it out."
        )
    decoded = decode(tree.read(entry))
    if decoded.guessed:
        tell("encoding", written("%1 is not UTF-8; it was read as %2.", entry.path, decoded.encoding))
    return decoded.text


def _as_day(value: str) -> str:
    """Return a time as its day; whatever else a field holds stays."""
    return (read_time(value)[:10] if _TIME.fullmatch(value.strip()) else "") or value


def _plain(wikitext: str) -> str:
    """Return a title without its marks: macros, styled parts beside plain ones, emphasis."""
    bare = re.sub(r"<<[^<>]{0,500}>>|''|//|__", "", wikitext)
    rest = re.sub(r"@@[^@]{0,500}@@", " ", bare)
    return " ".join((rest if rest.strip() else _STYLED.sub(" ", bare)).split())[:200]


def _bytes_of(tiddler: Tiddler) -> bytes | None:
    """Return what a picture's text stands for: itself for drawings, Base64 for the rest."""
    if tiddler.type == "image/svg+xml" and tiddler.text.lstrip().startswith("<"):
        return tiddler.text.encode()
    try:
        return base64.b64decode("".join(tiddler.text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def _holds_tids(path: Path) -> bool:
    try:
        with open_tree(path) as tree:
            names = [entry.name for entry in tree.entries() if not entry.is_hidden]
    except SourceError:
        return False
    tids = sum(name.endswith(".tid") for name in names)
    return "tiddlywiki.info" in names or tids > sum(name.endswith(".md") for name in names)


def _is_export(path: Path) -> bool:
    """Tell whether a JSON file begins as an export does: an array of objects that have a title and a text."""
    try:
        with stores.opened(path) as data:
            first = next(stores.in_json(data[: 4 * 1024 * 1024], lambda *_: None), None)
    except (OSError, ValueError):
        return False
    return first is not None and (bool(first.text) or "tags" in first.fields or "created" in first.fields)
