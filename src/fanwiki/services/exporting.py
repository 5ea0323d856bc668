"""Handing the wiki on, for one viewer: what they may not see is not in it.

Each way of exporting is imported when it is asked for: bringing a folder up to date takes less time than importing all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.jobs import Progress
from fanwiki.services import languages
from fanwiki.services.bundle_request import BUNDLES, FOLDER, SINGLE, BundleRequest
from fanwiki.services.formats import WRITERS
from fanwiki.services.wiki_title import title_of
from fanwiki.wording import ENGLISH, say, speaking

if TYPE_CHECKING:
    from fanwiki.exporters.html import Look
    from fanwiki.store.wiki_file import WikiFile

FORMATS = (*BUNDLES, SINGLE, "markdown", *WRITERS)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made.

    Args:
        dest: The folder or file.
        pages: How many pages are in it.
        withheld: How many pages of the wiki, or of the query, the viewer may not know of.
    """

    dest: Path
    pages: int
    withheld: int


def export(
    wiki: WikiFile,
    dest: Path,
    *,
    viewer: Viewer,
    export_format: str = "html",
    query: str = "",
    incremental: bool = False,
    for_all: bool = False,
    look: Look | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Export the pages of a query, or all, whole or not at all; `look` is for web pages.

    Raises:
        FanwikiError: There is no such format, it cannot do what is asked, or the query finds nothing.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    if export_format not in FORMATS:
        raise FanwikiError(
            say("There is no export format “%1”.", export_format), say("Choose one of: %1.", ", ".join(FORMATS))
        )
    if incremental and (export_format != FOLDER or for_all):
        raise FanwikiError("This export cannot be incremental.", "Leave out --incremental; the whole is made anew.")
    title = (look.title if look else "") or title_of(wiki)
    request = BundleRequest(wiki, dest, viewer, query, look or _plain_look(), title, progress or Progress())
    _check_query(wiki, CURATOR if for_all else viewer, query)
    with speaking(languages.nearest(request.look.lang)):
        made = _made(request, export_format, incremental=incremental, for_all=for_all)
    withheld = 0 if viewer.sees_all and not for_all else _count(wiki, query) - made
    return Exported(dest, made, withheld)


def _made(request: BundleRequest, export_format: str, *, incremental: bool, for_all: bool) -> int:
    """Export in the language that is spoken and return how many pages there are in it."""
    if for_all:
        return _for_all(request, export_format)
    if export_format in BUNDLES:
        return _bundle(request, export_format, incremental=incremental)
    from fanwiki.services.format_exporting import export_in_one_process

    return export_in_one_process(request, export_format)


def _check_query(wiki: WikiFile, viewer: Viewer, query: str) -> None:
    """Refuse a query that finds nothing: it is a mistake more often than the wish for an empty copy."""
    if not query.strip():
        return
    from fanwiki.domain.query import explain
    from fanwiki.services.searching import count_of, read_query

    with wiki.reading(viewer) as reader:
        if not count_of(reader, query):
            understood = explain(read_query(reader, query, typing=False))
            raise FanwikiError(
                say("There is no page to export that “%1” finds.", query), say("%1 Change the query.", understood)
            )


def _for_all(asked: BundleRequest, export_format: str) -> int:
    from fanwiki.services.for_all import export_for_all

    if export_format not in (*BUNDLES, SINGLE):
        raise FanwikiError(
            "Only web pages can be for all readers: a folder, an archive of one, or one file.",
            "Leave out --for-all, or export the format html, zip or single.",
        )
    return export_for_all(asked, export_format)


def _bundle(asked: BundleRequest, export_format: str, *, incremental: bool) -> int:
    """Export a folder of web pages or an archive of one, and return how many pages there are in it."""
    if incremental:
        from fanwiki.services.bundle_changing import write_changes

        return write_changes(asked)
    from fanwiki.services import bundle_exporting

    return bundle_exporting.write_whole(asked, export_format)


def _count(wiki: WikiFile, query: str) -> int:
    """Return how many pages there are for this query, withheld ones included."""
    with wiki.reading(CURATOR) as reader:
        if not query.strip():
            return sum(reader.pages.count_by_kind().values())
        from fanwiki.services.searching import count_of

        return count_of(reader, query)


def _plain_look() -> Look:
    from fanwiki.exporters.html import Look

    return Look()


def look_of(
    *, theme: str = "system", licence: str = "", base_url: str = "", title: str = "", lang: str = ENGLISH
) -> Look:
    """Return how web pages of an export look, from what somebody chose.

    Raises:
        FanwikiError: There is no such theme or language, or the address is none of the web.
    """
    from fanwiki.exporters.html import Look
    from fanwiki.markup.views import Theme

    if theme not in set(Theme):
        raise FanwikiError(say("There is no theme “%1”.", theme), say("Choose one of: %1.", ", ".join(Theme)))
    if base_url and not base_url.startswith(("https://", "http://")):
        raise FanwikiError(say("“%1” is no address on the web.", base_url), "It begins with https:// or http://.")
    said = (licence,) if licence else ()
    lang = languages.catalogue(lang).language
    return Look(Theme(theme), lang, footer=said, licence=said, base_url=base_url, title=title.strip())
