"""Which pages and files the tiddlers of one wiki become, and what their links must be called then."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass, field

from fanwiki.domain.title import identity, possible_title
from fanwiki.importers.attaching import attachment_name, free_name
from fanwiki.importers.report import ImportReport
from fanwiki.importers.tiddlywiki.tiddlers import Tiddler
from fanwiki.markup.wikilink import is_media
from fanwiki.wording import written

_ENDINGS = {"image/jpeg": ".jpg", "image/svg+xml": ".svg", "audio/mp3": ".mp3", "audio/mpeg": ".mp3"}


@dataclass(slots=True)
class Names:
    """Titles of pages and names of files, by the titles of tiddlers.

    Args:
        report: Told of titles that had to change.
    """

    report: ImportReport
    pages: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    _taken: dict[str, str] = field(default_factory=dict)
    _taken_files: set[str] = field(default_factory=set)

    def learn(self, tiddlers: Iterable[Tiddler]) -> None:
        """Learn the titles of all tiddlers that are taken over."""
        for tiddler in tiddlers:
            if tiddler.is_media:
                self._add_file(tiddler)
            elif tiddler.title not in self.pages:
                self._add_page(tiddler.title)

    def _add_page(self, title: str) -> None:
        wanted = possible_title(title)
        name, number = wanted, 2
        while identity(name) in self._taken:
            name, number = possible_title(f"{wanted[:200]} ({number})"), number + 1
        self._taken[identity(name)] = title
        self.pages[title] = name
        if name != wanted:
            self.report.problem(
                name, "shared-title", written("Another tiddler is called “%1”; this one is “%2”.", wanted, name)
            )

    def _add_file(self, tiddler: Tiddler) -> None:
        if tiddler.title in self.files:
            return
        name = tiddler.title
        if not is_media(name):
            name += _ENDINGS.get(tiddler.type) or mimetypes.guess_extension(tiddler.type) or ""
        self.files[tiddler.title] = free_name(attachment_name(name), "", self._taken_files)
