"""One file of a ZIM archive; apart, because its class derives from one of libzim's."""

from __future__ import annotations

from libzim.writer import Hint, Item, StringProvider  # type: ignore[import-untyped]


class _File(Item):  # type: ignore[misc]
    def __init__(self, path: str, title: str, kind: str, data: bytes, is_page: bool) -> None:
        super().__init__()
        self._path, self._title, self._kind, self._data, self._is_page = path, title, kind, data, is_page

    def get_path(self) -> str:
        return self._path

    def get_title(self) -> str:
        return self._title

    def get_mimetype(self) -> str:
        return self._kind

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._data)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: self._is_page, Hint.COMPRESS: self._kind.startswith(("text/", "image/svg"))}


def item(path: str, title: str, kind: str, data: bytes, *, is_page: bool) -> Item:
    """Return a file to add; only pages are found by title and shown at random."""
    return _File(path, title, kind, data, is_page)
