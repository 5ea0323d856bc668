"""Which notes and files a vault holds, which titles they get, and what a link leads to."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fanwiki.domain.title import identity, lookup_key, possible_title
from fanwiki.importers.attaching import attachment_name, free_name
from fanwiki.importers.files import FileEntry

NOTE_ENDINGS = (".md", ".markdown", ".mdown")
_CUT = 60
"""Names with more letters than this may have been cut to what a file system takes."""


@dataclass(slots=True)
class Note:
    """A note as the first pass sees it.

    Args:
        path: Its path within the vault, from the vault's root.
        declared: The title in its front matter, or empty.
        aliases: Its other names.
        title: The title that its page gets; set when all notes are known.
    """

    entry: FileEntry
    path: str
    declared: str = ""
    aliases: tuple[str, ...] = ()
    title: str = ""

    @property
    def stem(self) -> str:
        """The file's name without its ending: what Obsidian calls the note."""
        name = self.path.rpartition("/")[2]
        return name[: -len(ending_of(name))]

    @property
    def folder(self) -> str:
        """The folder it stands in; empty at the top."""
        return self.path.rpartition("/")[0]

    @property
    def is_renamed(self) -> bool:
        """Whether links by the file's name would no longer find the page, so that it must stay as an alias.

        A title that no file can be called by is written with other signs in the file's name; that is no other name.
        """
        return bool(self.declared) and identity(self.title) != identity(self.stem) and not self._same_letters()

    def _same_letters(self) -> bool:
        title, stem = _letters(self.title), _letters(re.sub(r" \(\d{1,3}\)$", "", self.stem))
        return title == stem or (len(stem) > _CUT and title.startswith(stem))

    @property
    def place(self) -> tuple[int, str, str]:
        """What notes are ordered by: the ones nearest to the top first."""
        return (self.path.count("/"), _fold(self.path), self.path)


@dataclass(slots=True)
class VaultFile:
    """An attachment: its path from the vault's root, and the name it gets."""

    entry: FileEntry
    path: str
    name: str = ""

    @property
    def folder(self) -> str:
        """The folder it stands in."""
        return self.path.rpartition("/")[0]


def ending_of(name: str) -> str:
    """Return the ending that makes a file a note, as it is written, or an empty text."""
    return next(
        (name[-len(end) :] for end in NOTE_ENDINGS if name.casefold().endswith(end) and len(name) > len(end)), ""
    )


@dataclass(slots=True)
class VaultIndex:
    """Finds what a link in a vault leads to, as Obsidian does: by path, by unique name, then by alias."""

    notes: Sequence[Note]
    files: Sequence[VaultFile]
    _paths: dict[str, Note] = field(default_factory=dict)
    _stems: dict[str, list[Note]] = field(default_factory=lambda: defaultdict(list))
    _declared: dict[str, Note] = field(default_factory=dict)
    _aliases: dict[str, list[Note]] = field(default_factory=lambda: defaultdict(list))
    _titles: dict[str, Note] = field(default_factory=dict)
    _keys: Counter[str] = field(default_factory=Counter)
    _known: dict[tuple[str, str], Note | None] = field(default_factory=dict)
    _file_paths: dict[str, VaultFile] = field(default_factory=dict)
    _file_names: dict[str, list[VaultFile]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.notes = sorted(self.notes, key=lambda note: note.place)
        self._give_titles()
        for note in self.notes:
            self._paths.setdefault(_fold(f"{note.folder}/{note.stem}".lstrip("/")), note)
            self._stems[_fold(note.stem)].append(note)
            self._titles[identity(note.title)] = note
            self._keys[lookup_key(note.title)] += 1
            if note.declared:
                self._declared.setdefault(identity(note.declared), note)
        for note in self.notes:
            for alias in (*note.aliases, note.stem) if note.is_renamed else note.aliases:
                if note not in self._aliases[lookup_key(alias)]:
                    self._aliases[lookup_key(alias)].append(note)
        self.files = sorted(self.files, key=lambda file: (file.path.count("/"), _fold(file.path), file.path))
        for file in self.files:
            self._file_paths.setdefault(_fold(file.path), file)
            self._file_names[_fold(file.entry.name)].append(file)

    def note(self, target: str, source: Note) -> Note | None:
        """Return the note that a target leads to from a note, or None."""
        key = (target, source.folder)
        if key not in self._known:
            self._known[key] = self._found(target, source)
        return self._known[key]

    def _found(self, target: str, source: Note) -> Note | None:
        wanted = _without_ending(unicodedata.normalize("NFC", target).strip())
        if not wanted:
            return None
        declared = self._declared.get(identity(wanted))
        if declared is not None and declared.title == declared.declared:
            return declared
        found = self._paths.get(_fold(wanted.lstrip("/"))) or self._paths.get(_fold(_joined(source.folder, wanted)))
        if found and ("/" in wanted or len(self._stems[_fold(found.stem)]) == 1):
            return found
        return self._nearest(wanted, source) or found or self._by_name(wanted)

    def file(self, target: str, source: Note) -> VaultFile | None:
        """Return the file that a target leads to from a note, or None."""
        wanted = unicodedata.normalize("NFC", target).strip()
        for path in (wanted.lstrip("/"), _joined(source.folder, wanted)):
            if _fold(path) in self._file_paths:
                return self._file_paths[_fold(path)]
        name = _fold(wanted.rpartition("/")[2])
        tail = _fold(f"/{wanted.lstrip('./')}")
        candidates = [file for file in self._file_names.get(name, ()) if _fold(f"/{file.path}").endswith(tail)]
        return next(
            (file for file in candidates if file.folder == source.folder), candidates[0] if candidates else None
        )

    def is_found_as(self, target: str, note: Note) -> bool:
        """Tell whether the wiki finds the note by this target without any help."""
        if identity(target) in self._titles:
            return self._titles[identity(target)] is note
        key = lookup_key(target)
        if self._keys[key]:
            return self._keys[key] == 1 and key == lookup_key(note.title) and not self._others(key, note)
        return self._aliases.get(key) == [note]

    def _others(self, key: str, note: Note) -> bool:
        """Tell whether another note has this alias."""
        return any(other is not note for other in self._aliases.get(key, ()))

    def _nearest(self, wanted: str, source: Note) -> Note | None:
        """Return the note of this name: in the same folder if there is one, else the one nearest to the top."""
        name = wanted.rpartition("/")[2]
        tail = _fold(f"/{wanted.lstrip('./')}")
        candidates = [
            note for note in self._stems.get(_fold(name), ()) if _fold(f"/{note.folder}/{note.stem}").endswith(tail)
        ]
        exact = [note for note in candidates if note.stem == name] or candidates
        return next((note for note in exact if note.folder == source.folder), exact[0] if exact else None)

    def _by_name(self, wanted: str) -> Note | None:
        found = self._aliases.get(lookup_key(wanted), ())
        return self._titles.get(identity(wanted)) or (found[0] if found else None)

    def _give_titles(self) -> None:
        """Give every note a title of its own: the declared one, the file's name, or the name with its folder."""
        taken: set[str] = set()
        for chosen in (_declared_as_named, lambda note: not note.declared, lambda note: True):
            for note in self.notes:
                if not note.title and chosen(note):
                    wanted = possible_title(note.declared or note.stem)
                    if identity(wanted) not in taken:
                        note.title = wanted
                        taken.add(identity(wanted))
        for note in [note for note in self.notes if not note.title]:
            note.title = next(title for title in _other_titles(note) if identity(title) not in taken)
            taken.add(identity(note.title))


def name_files(files: Iterable[VaultFile], known: dict[str, str]) -> None:
    """Give every file a name of its own; the ones that a manifest knows keep theirs."""
    taken: set[str] = set()
    ordered = sorted(files, key=lambda file: (file.path not in known, file.path.count("/"), file.path))
    for file in ordered:
        hint = file.folder.rpartition("/")[2]
        file.name = free_name(attachment_name(known.get(file.path, file.entry.name)), hint, taken)


def _declared_as_named(note: Note) -> bool:
    return bool(note.declared) and identity(note.declared) == identity(note.stem)


def _other_titles(note: Note) -> Iterator[str]:
    """Yield titles for a note whose own is taken."""
    if note.declared:
        yield possible_title(note.stem)
    name = note.declared or note.stem
    parts = note.folder.split("/") if note.folder else []
    for depth in range(1, len(parts) + 1):
        yield _with(name, "/".join(parts[-depth:]))
    number = 2
    while True:
        yield _with(name, str(number))
        number += 1


def _with(name: str, mark: str) -> str:
    """Return a title with something in brackets behind it that is not cut off."""
    suffix = f" ({mark})"
    room = 255 - len(suffix.encode())
    head = name.encode()[: max(room, 20)].decode("utf-8", "ignore")
    return possible_title(head + suffix)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _without_ending(target: str) -> str:
    ending = ending_of(target)
    return target[: -len(ending)] if ending else target


def _joined(folder: str, target: str) -> str:
    """Return where a relative path leads; a path that leaves the vault leads to where it is cut off."""
    path = posixpath.normpath(posixpath.join(folder, target))
    while path.startswith("../"):
        path = path[3:]
    return path
