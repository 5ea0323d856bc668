"""What is asked of an export of web pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fanwiki.domain.viewer import Viewer
from fanwiki.jobs import Progress

if TYPE_CHECKING:
    from fanwiki.exporters.html import Look
    from fanwiki.store.wiki_file import WikiFile

FOLDER = "html"
"""The format that is a folder."""

SINGLE = "single"
"""The format that is one file."""

BUNDLES = (FOLDER, "zip")
"""The formats that are a folder, or an archive of one."""


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """What is asked of an export.

    Args:
        wiki: The wiki.
        dest: The folder or file to make.
        viewer: For whom.
        query: The pages, or empty for all.
        look: How it looks.
        title: What the copy is called.
        progress: Where to report.
    """

    wiki: WikiFile
    dest: Path
    viewer: Viewer
    query: str
    look: Look
    title: str
    progress: Progress

    @property
    def place(self) -> Path:
        """The folder, whatever leads to it."""
        return self.dest.resolve()
