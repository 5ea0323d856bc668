"""A vault to drafts: kinds and attachments first, then every note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from fanwiki.domain.kind import read_kind
from fanwiki.domain.page import ALIASES, TAGS, PageSource, Value
from fanwiki.domain.title import clean_title, identity
from fanwiki.domain.vault_manifest import FOLDER, KINDS, MANIFEST, Manifest, read_manifest
from fanwiki.errors import FanwikiError, SourceError, TitleError
from fanwiki.importers.attaching import MAX_SIZE
from fanwiki.importers.draft import AttachmentDraft, Draft, KindDraft, PageDraft
from fanwiki.importers.draft import Note as DraftNote
from fanwiki.importers.files import FileEntry, FileTree, is_zip, open_tree
from fanwiki.importers.run import ImportRun
from fanwiki.importers.vault.index import Note, VaultFile, VaultIndex, ending_of, name_files
from fanwiki.importers.vault.links import LinkLeader
from fanwiki.importers.vault.notes import MAX_BYTES, ReadNote, aliases_of, in_our_terms, offer, read_note, was_watched
from fanwiki.markup.wikilink import is_media
from fanwiki.wording import say, written

FOLDERS = "folders"
AS_TAGS = "tags"
AS_PATHS = "paths"
"""With the option ``folders`` a note gets the folder it stands in: as a tag with its levels, or as a field."""
FOLDER_FIELD = "folder"


def fits(path: Path) -> bool:
    """Tell whether this is a vault: a folder or zip with Markdown in it, or a Markdown file."""
    if path.is_file() and not is_zip(path):
        return bool(ending_of(path.name))
    if not path.is_dir() and not path.is_file():
        return False
    try:
        with open_tree(path) as tree:
            return any(ending_of(entry.name) for entry in tree.entries() if not entry.is_hidden)
    except SourceError:
        return path.is_file()  # an archive that is refused: reading it tells why


def read(path: Path, run: ImportRun) -> Iterator[Draft]:
    """Yield the drafts of a vault.

    Raises:
        SourceError: It is not there, is an archive that cannot be read safely, or holds no note.
    """
    with open_tree(path) as tree:
        vault = _Vault.of(tree, run)
        if not vault.notes:
            raise SourceError(say("%1 holds no Markdown note.", path.name), "Choose the folder that your notes are in.")
        yield from vault.drafts()


@dataclass(slots=True)
class _Vault:
    """A vault that is being read."""

    tree: FileTree
    run: ImportRun
    root: str
    manifest: Manifest
    notes: list[Note] = field(default_factory=list)
    files: list[VaultFile] = field(default_factory=list)
    kinds: list[FileEntry] = field(default_factory=list)

    @classmethod
    def of(cls, tree: FileTree, run: ImportRun) -> _Vault:
        """Sort what is in the tree; nothing is read but the manifest."""
        entries = tree.entries()
        root = _root_of(entries)
        vault = cls(tree, run, root, _manifest(tree, entries, root))
        for entry in entries:
            vault._sort(entry)
        for skipped in tree.skipped():
            run.report.problem(skipped.path, "not-read", skipped.text)
        return vault

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts."""
        total = 2 * len(self.notes) + len(self.files)
        name_files(self.files, self.manifest.names)
        for done, note in enumerate(self.notes):
            self.run.progress.step(done, total, note.path)
            self._learn(note)
        index = VaultIndex(self.notes, self.files)
        yield from self._kinds()
        for done, file in enumerate(index.files):
            self.run.progress.step(len(self.notes) + done, total, file.path)
            yield from self._attachment(file)
        leader = LinkLeader(index, self.run.report)
        for done, note in enumerate(index.notes):
            self.run.progress.step(len(self.notes) + len(self.files) + done, total, note.path)
            yield from self._page(note, leader)
        self.run.progress.step(total, total, "")

    def _sort(self, entry: FileEntry) -> None:
        """Put an entry where it belongs; settings and other tools' folders are left out."""
        path = entry.path.removeprefix(self.root)
        inner = replace(entry, path=path)
        if path.startswith(f"{KINDS}/") and path.endswith(".toml"):
            self.kinds.append(entry)
        if inner.is_hidden or not entry.path.startswith(self.root):
            return
        if ending_of(entry.name) and path not in self.manifest.names:
            if entry.size > MAX_BYTES:
                self._left_out(path, written("It is %1 MB large, which is no note.", f"{entry.size / 1024**2:.0f}"))
            else:
                self.notes.append(Note(entry, path))
        elif not is_media(entry.name) and path not in self.manifest.names:
            self._left_out(path, written("A wiki holds no files of this kind."))
        elif entry.size > MAX_SIZE:
            self._left_out(
                path,
                written("It is %1 MB large; %2 MB is the most.", f"{entry.size / 1024**2:.0f}", MAX_SIZE // 1024**2),
            )
        else:
            self.files.append(VaultFile(entry, path))

    def _left_out(self, path: str, reason: str) -> None:
        self.run.report.files_skipped.append(path)
        self.run.report.problem(path, "file-skipped", reason)

    def _learn(self, note: Note) -> None:
        """Learn a note's title and aliases."""
        data = self._read(note.entry, tell=False)
        if data is None:
            return
        source = self._note(note, data).source
        note.declared = _declared(source)
        note.aliases = aliases_of(source)

    def _note(self, note: Note, data: bytes) -> ReadNote:
        """Read a note; one that fanwiki wrote is UTF-8, whatever it looks like."""
        return read_note(data, encoding="utf-8" if self.manifest.holds(note.path, data) else "")

    def _kinds(self) -> Iterator[KindDraft]:
        for entry in self.kinds:
            try:
                yield KindDraft(read_kind(self.tree.read(entry).decode("utf-8")))
            except (FanwikiError, UnicodeDecodeError) as error:
                self.run.report.problem(
                    entry.path, "unreadable-kind", written("It is no declaration of a kind: %1", error)
                )

    def _attachment(self, file: VaultFile) -> Iterator[AttachmentDraft]:
        data = self._read(file.entry)
        if data is not None:
            self.run.report.attachments += 1
            yield AttachmentDraft(file.name, data)

    def _page(self, note: Note, leader: LinkLeader) -> Iterator[PageDraft]:
        data = self._read(note.entry)
        if data is None:
            return
        report = self.run.report
        was_read = self._note(note, data)
        for code, text in was_read.problems:
            report.problem(note.title, code, text)
        verbatim = self.manifest.holds(note.path, data)
        source = replace(was_read.source, title=note.title)
        notes = () if verbatim else self._notes(note, was_read)
        if not verbatim:
            source = self._in_our_terms(source, note)
        report.pages += 1
        report.by_kind[source.kind] += 1
        source = leader.led(source, note, changes=not verbatim)
        yield PageDraft(source, origin=self.manifest.origins.get(note.path), path=note.path, notes=notes)

    def _in_our_terms(self, source: PageSource, note: Note) -> PageSource:
        report = self.run.report
        watched = was_watched(source)
        page, mapping = in_our_terms(source, self.run.mappings)
        offer(source, mapping, self.run.offered)
        if mapping:
            report.known_templates[str(source.fields.get("type"))] += 1
        if watched and page.kind == "film":
            report.seen_films.append(note.title)
        fields = dict(page.fields)
        if note.is_renamed:
            _append(fields, ALIASES, note.stem)
        wanted = self.run.options.get(FOLDERS) if note.folder else None
        if wanted == AS_TAGS:
            _append(fields, TAGS, _as_tag(note.folder))
        elif wanted == AS_PATHS:
            fields.setdefault(FOLDER_FIELD, note.folder)
        return replace(page, fields=fields)

    def _notes(self, note: Note, was_read: ReadNote) -> tuple[DraftNote, ...]:
        wanted = note.declared or note.stem
        if identity(note.title) == identity(wanted):
            return ()
        return (
            DraftNote(
                written("Another note is called “%1” too; this one, %2, became “%3”.", wanted, note.path, note.title)
            ),
        )

    def _read(self, entry: FileEntry, *, tell: bool = True) -> bytes | None:
        try:
            return self.tree.read(entry)
        except SourceError as error:
            if tell:
                self.run.report.problem(entry.path, "unreadable-file", str(error))
            return None


def _root_of(entries: list[FileEntry]) -> str:
    """Return the folder that is the vault, with a slash, or an empty text when the top is.

    It is where Obsidian's or our settings stand; else the single folder that holds everything, as zips often have.
    """
    marks = [entry.path for entry in entries if re.search(rf"(?:^|/)(?:\.obsidian|{re.escape(FOLDER)})/", entry.path)]
    roots = {re.split(r"(?:^|(?<=/))\.(?:obsidian|fanwiki)/", path)[0] for path in marks}
    shown = [entry.path for entry in entries if not entry.is_hidden]
    if len(roots) == 1:
        root = roots.pop()
        if all(path.startswith(root) or not ending_of(path) for path in shown):
            return root
        return ""
    if roots or not shown:
        return ""
    tops = {path.partition("/")[0] for path in shown}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in path for path in shown) else ""


def _manifest(tree: FileTree, entries: list[FileEntry], root: str) -> Manifest:
    found = next((entry for entry in entries if entry.path == root + MANIFEST), None)
    if found is None or found.size > MAX_SIZE:
        return Manifest()
    try:
        return read_manifest(tree.read(found))
    except SourceError:
        return Manifest()


def _declared(source: PageSource) -> str:
    """Return the title that the front matter gives, when a page can have it."""
    try:
        return clean_title(source.title) if source.title else ""
    except TitleError:
        return ""


def _append(fields: dict[str, Value], name: str, item: str) -> None:
    known = fields.get(name, [])
    items = known if isinstance(known, list) else [known]
    if item not in items:
        fields[name] = [*items, item]


def _as_tag(folder: str) -> str:
    """Return a folder as a tag: no spaces, and no signs that end one."""
    return "/".join(re.sub(r"[^\w-]+", "-", part).strip("-") or "folder" for part in folder.split("/"))
