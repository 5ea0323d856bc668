"""The files of a wiki in a folder beside its dump: as downloads have them, or as MediaWiki itself keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fanwiki.errors import SourceError
from fanwiki.importers.attaching import MAX_SIZE, attachment_name, free_name
from fanwiki.importers.draft import AttachmentDraft
from fanwiki.importers.files import FileEntry, FolderTree
from fanwiki.importers.mediawiki.dump_site import file_key
from fanwiki.importers.run import ImportRun
from fanwiki.markup.wikilink import is_media
from fanwiki.wording import say, written

FOLDERS = ("images", "files", "media", "image", "file", "pictures", "uploads")
"""Names of folders beside a dump that hold its files."""

_MADE = re.compile(r"(?:^|/)(?:thumb|archive|deleted|temp|lockdir|transcoded|timeline|math)/", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:file|image)[:%]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The files that come with a dump.

    Args:
        tree: The folder; None when there is none.
        names: Our name of each file, by its path.
        keys: Our names by the names in the dump, folded.
    """

    tree: FolderTree | None
    names: dict[str, FileEntry]
    keys: dict[str, str]

    def drafts(self, run: ImportRun) -> Iterator[AttachmentDraft]:
        """Yield the files."""
        for done, (name, entry) in enumerate(self.names.items()):
            run.progress.step(done, len(self.names), name)
            try:
                data = self.tree.read(entry) if self.tree else b""
            except SourceError as error:
                run.report.problem(entry.path, "unreadable-file", str(error))
                continue
            run.report.attachments += 1
            yield AttachmentDraft(name, data)


def find_folder(source: Path, told: str) -> Path | None:
    """Return the folder with a dump's files.

    Args:
        source: The dump, or the folder with it.
        told: What the curator said; empty to look beside the dump.

    Raises:
        SourceError: The curator named a folder that is none.
    """
    if told:
        folder = Path(told)
        if not folder.is_dir():
            raise SourceError(say("%1 is no folder.", folder), "Name the folder with the wiki's files.")
        return folder
    around = source if source.is_dir() else source.parent
    stem = source.name.split(".")[0]
    names = [f"{stem}{sign}{name}" for name in FOLDERS for sign in ("-", "_", ".")] + list(FOLDERS)
    return next((around / name for name in names if (around / name).is_dir()), None)


def find_pictures(folder: Path | None, run: ImportRun) -> Pictures:
    """Name the files in a folder; what a wiki does not hold is left out and reported."""
    if folder is None:
        return Pictures(None, {}, {})
    tree = FolderTree(folder)
    names: dict[str, FileEntry] = {}
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for skipped in tree.skipped():
        run.report.problem(skipped.path, "not-read", skipped.text)
    for entry in tree.entries():
        if entry.is_hidden or _MADE.search(entry.path):
            continue
        if not is_media(entry.name) or entry.size > MAX_SIZE:
            _leave_out(entry, run)
            continue
        name = free_name(attachment_name(_PREFIX.sub("", entry.name)), entry.folder.replace("/", " "), taken)
        names[name] = entry
        keys.setdefault(file_key(_PREFIX.sub("", entry.name)), name)
    return Pictures(tree, names, keys)


def _leave_out(entry: FileEntry, run: ImportRun) -> None:
    large = entry.size > MAX_SIZE
    told = written("It is %1 MB large; %2 MB is the most.", f"{entry.size / 1024**2:.0f}", MAX_SIZE // 1024**2)
    run.report.files_skipped.append(entry.path)
    run.report.problem(entry.path, "file-skipped", told if large else written("A wiki holds no files of this kind."))
