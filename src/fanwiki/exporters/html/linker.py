"""Where things are, as seen from one file of a bundle: relative addresses, always of files, never of folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.page_paths import PagePaths
from fanwiki.exporters.html.plan import Index, Plan
from fanwiki.markup.views import SiteView


class Addresses:
    """The addresses of everything that is planned, from the bundle's root."""

    def __init__(self, plan: Plan) -> None:
        self.pages = PagePaths.of(plan.page_paths)
        self.attachments = plan.attachments
        self.kinds = {index.name: index.path for index in plan.kinds}
        self.tags = {index.name: index.path for index in plan.tags}
        self.linking = plan.linking


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a bundle share.

    Args:
        addresses: Where everything stands.
        sites: What stands round the pages of each folder.
    """

    addresses: Addresses
    sites: Mapping[str, SiteView]


class Linker:
    """Answers `Hrefs` for the files of one folder of the bundle.

    Args:
        addresses: What is planned.
        folder: The folder's path with a slash at its end, or empty for the root.
    """

    def __init__(self, addresses: Addresses, folder: str) -> None:
        self._addresses = addresses
        self._folder = folder

    def path(self, path: str) -> str:
        """Return the relative address of a file of the bundle."""
        if self._folder and path.startswith(self._folder):
            return path[len(self._folder) :]
        return "../" * self._folder.count("/") + path

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the address of a page, or None when the bundle does not have it; `anchor` is a whole id."""
        path = self._addresses.pages.get(page)
        if path is None:
            return None
        return f"{self.path(path)}#{quote(anchor)}" if anchor else self.path(path)

    def attachment(self, name: str) -> str | None:
        """Return the address of an attachment, or None when the bundle does not have it."""
        return self._planned(self._addresses.attachments.get(name))

    def kind(self, name: str) -> str | None:
        """Return the address of a kind's index, or None."""
        return self._planned(self._addresses.kinds.get(name))

    def tag(self, name: str) -> str | None:
        """Return the address of a tag's index, or None."""
        return self._planned(self._addresses.tags.get(lookup_key(name)))

    def linking(self, page: PageId) -> str | None:
        """Return the address of the list of all pages that link to a page, or None."""
        paths = self._addresses.linking.get(page)
        return self.path(paths[0]) if paths else None

    def index(self, index: Index) -> str:
        """Return the address of an index."""
        return self.path(index.path)

    def _planned(self, path: str | None) -> str | None:
        return None if path is None else self.path(path)


def folder_of(path: str) -> str:
    """Return the folder of a file of the bundle, with a slash at its end, or empty for the root."""
    return path[: path.rfind("/") + 1]
