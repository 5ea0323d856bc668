"""Pages as a folder of Markdown that Obsidian opens, and that imports as exactly the same pages.

Layout: the notes at the top, attachments in ``attachments/``, and in ``.fanwiki/`` a manifest and the wiki's kinds.
A note's file is named after its title. Where a file cannot be called so (``AC/DC``, ``CON``, twins that differ in case
alone), the title stands in the front matter. Links are written as they are: Obsidian follows them where the name holds
the title, and the importer follows all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from fanwiki.domain.kind import Kind
from fanwiki.domain.origin import Origin
from fanwiki.domain.page import PageSource
from fanwiki.domain.title import possible_title
from fanwiki.domain.vault_manifest import KINDS, MANIFEST, Manifest, digest
from fanwiki.exporters.note_names import FileNames
from fanwiki.exporters.vault_folder import written_whole
from fanwiki.jobs import Progress
from fanwiki.markup.frontmatter import write_markdown
from fanwiki.markup.yaml_writer import write_pair

ATTACHMENTS = "attachments"
_NOTE = ".md"


@dataclass(frozen=True, slots=True)
class VaultFile:
    """An attachment to write: its name, and how to get its bytes when their turn comes."""

    name: str
    read: Callable[[], bytes] = field(repr=False)


def write_vault(
    pages: Iterable[PageSource],
    files: Iterable[VaultFile],
    dest: Path,
    *,
    origins: Mapping[str, Origin] | None = None,
    kinds: Iterable[Kind] = (),
    total: int | None = None,
    inspect: Callable[[str, bytes], None] | None = None,
    progress: Progress | None = None,
) -> int:
    """Write a vault, whole or not at all.

    Args:
        pages: The pages, each with a title of its own, always in the same order.
        files: Their attachments.
        origins: Where pages came from, by their titles.
        dest: The folder to make; one that holds an earlier vault, unchanged since, is replaced, and the settings
            that Obsidian keeps in it stay.
        kinds: The kinds of the wiki.
        total: How many pages and files there are, for the progress.
        inspect: Called with path and bytes of each note and file; what it raises stops the export.
        progress: Where to report.

    Returns:
        How many pages were written.

    Raises:
        FanwikiError: The destination holds something else, or cannot be written.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    written = _Written(origins or {})
    watched = progress or Progress()
    with written_whole(dest) as folder:
        for path, data in written.files(pages, files, kinds):
            watched.step(written.count, total, path)
            if inspect is not None and not path.startswith(f"{KINDS}/"):
                inspect(path, data)
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        watched.step(written.count, total, dest.name)
    return written.pages


@dataclass(slots=True)
class _Written:
    """What was written so far."""

    origins: Mapping[str, Origin]
    pages: int = 0
    count: int = 0
    manifest: Manifest = field(default_factory=Manifest)

    def files(
        self, pages: Iterable[PageSource], files: Iterable[VaultFile], kinds: Iterable[Kind]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of every file, the manifest last."""
        names = FileNames()
        for page in pages:
            self.pages += 1
            name = names.name(page.title, _NOTE)
            if page.title in self.origins:
                self.manifest.origins[name] = self.origins[page.title]
            yield self._noted(name, note_bytes(page, stem=name.removesuffix(_NOTE)))
        names = FileNames()
        for file in files:
            ending = PurePosixPath(file.name).suffix
            path = f"{ATTACHMENTS}/{names.name(file.name.removesuffix(ending), ending)}"
            self.manifest.names[path] = file.name
            yield self._noted(path, file.read())
        for kind in kinds:
            if kind.toml:
                yield self._noted(f"{KINDS}/{kind.name}.toml", kind.toml.encode())
        yield MANIFEST, self.manifest.to_bytes()

    def _noted(self, path: str, data: bytes) -> tuple[str, bytes]:
        self.count += 1
        self.manifest.hashes[path] = digest(data)
        return path, data


def note_bytes(page: PageSource, *, stem: str) -> bytes:
    """Return a page as the bytes of its note.

    Args:
        stem: The file's name; the title is left out where this says it.
    """
    text = write_markdown(page)
    if page.title == possible_title(stem) == stem and "title" not in page.fields:
        head = "\n".join(("---", *write_pair("title", page.title))) + "\n"
        text = "---\n" + text.removeprefix(head)
    return text.encode()
