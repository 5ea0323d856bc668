"""Pages as a ZIM file for Kiwix, with its own search in titles and texts.

The documents are those of the HTML bundle without what Kiwix brings itself: scripts, search, a policy. Only the extra
``fanwiki[zim]`` has what this needs: libzim is under the GPL, so it is no part of fanwiki, and it is held at 3.6.0,
because what newer ones write fails the check that Debian has. The same wiki gives the same bytes: one thread writes
them, the date is that of the newest page, and the identity is made of the content.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from fanwiki.errors import FanwikiError
from fanwiki.exporters.html.documents import Documents, Look
from fanwiki.exporters.html.making import PageMaker
from fanwiki.exporters.html.plan import HOME, NOT_FOUND, README, SEARCH, Plan
from fanwiki.exporters.html.plan import plan as planned
from fanwiki.exporters.html.search_script import scripts
from fanwiki.exporters.html.source import BundleSource
from fanwiki.exporters.whole_file import whole_file
from fanwiki.exporters.zim.identity import give_identity
from fanwiki.exporters.zim.illustration import SIZE, illustration
from fanwiki.jobs import Progress

if TYPE_CHECKING:
    from libzim.writer import Creator  # type: ignore[import-untyped]

MAGIC = b"ZIM\x04"
CREATOR = b"fanwiki"
_TYPES = {".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".xml": "application/xml"}
_LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "ja": "jpn", "zh": "zho", "ru": "rus"}
_NO_DAY = "1970-01-01"
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 30, 80
# Kiwix serves pages under a policy and with a search of its own; a script of ours would look for an index in vain.
_NOT_FOR_KIWIX = re.compile(
    r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?|<script\b[^>]*></script>\n?'
    r'|<p class="without-scripts">.*?</p>\n?',
    re.DOTALL,
)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def export_zim(
    source: BundleSource,
    destination: Path,
    *,
    look: Look,
    day: str = _NO_DAY,
    inspect: Callable[[str, bytes], None] | None = None,
    progress: Progress | None = None,
) -> None:
    """Export a ZIM file whole or not at all.

    Args:
        source: The wiki, as its viewer may see it.
        destination: The file to make.
        look: Language, theme and licence.
        day: When the newest of the pages was saved, as YYYY-MM-DD.
        inspect: Called with path and bytes of each file before it is packed; what it raises stops the export.
        progress: Where to report.

    Raises:
        FanwikiError: libzim is not installed, or the disk refuses.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    _check_library()
    watched = progress or Progress()
    plan = planned(source)
    beside = destination.resolve().parent
    with (
        whole_file(destination, is_earlier=is_zim) as file,
        tempfile.TemporaryDirectory(prefix=".fanwiki-zim-", dir=beside) as folder,  # libzim writes to a name
    ):
        packed = Path(folder) / "made.zim"
        _pack(plan, source, look, day, packed, inspect, watched)
        give_identity(packed)
        with packed.open("rb") as made:
            shutil.copyfileobj(made, file)


def is_zim(file: BinaryIO) -> bool:
    """Tell whether a file is a ZIM file that was exported before."""
    if file.read(len(MAGIC)) != MAGIC:
        return False
    try:
        from libzim.reader import Archive  # type: ignore[import-untyped]

        made_by = Archive(Path(file.name)).get_metadata("Creator")
    except (ImportError, KeyError, RuntimeError):
        return False
    return bytes(made_by) == CREATOR


def _check_library() -> None:
    try:
        import libzim  # type: ignore[import-untyped]  # noqa: F401  (only whether it is there)
    except ImportError as error:
        raise FanwikiError(
            "ZIM needs the library libzim, which is not installed.", "Install it: pip install 'fanwiki[zim]'."
        ) from error


def _pack(
    plan: Plan,
    source: BundleSource,
    look: Look,
    day: str,
    packed: Path,
    inspect: Callable[[str, bytes], None] | None,
    progress: Progress,
) -> None:
    from libzim.writer import Creator

    from fanwiki.exporters.zim.items import item

    language = _LANGUAGES.get(look.lang.split("-")[0], "mul")
    # Several threads would finish their parts in another order each time.
    creator = Creator(packed).config_nbworkers(1).config_indexing(True, language if language != "mul" else "eng")
    creator.set_mainpath(HOME)
    pages = {path: page.title for page in plan.pages if (path := plan.page_paths[page.id])}
    with _silent(), creator:
        total = sum(1 for _ in plan.paths())
        for path, data in progress.over(_files(plan, source, look), total, "Writing the pages"):
            if inspect is not None:
                inspect(path, data)
            kind = _TYPES.get(PurePosixPath(path).suffix) or _type_of(plan, path)
            creator.add_item(item(path, pages.get(path) or _title(path, data), kind, data, is_page=path in pages))
        for redirect in plan.redirects:
            if inspect is not None:
                inspect(redirect.path, redirect.name.encode())
            target = plan.page_paths[redirect.page]
            creator.add_redirection(redirect.path, redirect.name, target, {_front(): True})
        progress.step(total, total, "Making the search")
        _describe(creator, source, look, language, day)


def _files(plan: Plan, source: BundleSource, look: Look) -> Iterator[tuple[str, bytes]]:
    left_out = {README, NOT_FOUND, SEARCH, *scripts(), *(redirect.path for redirect in plan.redirects)}
    documents = Documents(plan, source, look)
    maker = PageMaker(source, documents.frame(), None, None)
    for page in plan.pages:
        path = plan.page_paths[page.id]
        yield path, _for_kiwix(maker.page(page.id, path))
    for path, data in documents.make():
        if path not in left_out:
            yield path, _for_kiwix(data.decode()) if path.endswith(".html") else data


def _for_kiwix(document: str) -> bytes:
    return _NOT_FOR_KIWIX.sub("", document).encode()


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what libzim prints, whatever it is told, out of what the command line answers."""
    try:
        kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # a program without a standard output
        yield
        return
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _type_of(plan: Plan, path: str) -> str:
    entry = plan.files.get(path)
    return entry.media_type if entry is not None else "application/octet-stream"


def _title(path: str, data: bytes) -> str:
    found = _TITLE.search(data.decode()) if path.endswith(".html") else None
    return re.sub(r"<[^>]*>", "", found[1]).strip() if found else ""


def _describe(creator: Creator, source: BundleSource, look: Look, language: str, day: str) -> None:
    title = source.title if len(source.title) <= _LONGEST_TITLE else source.title[: _LONGEST_TITLE - 1] + "…"
    told = source.reader
    creator.add_metadata("Title", title)
    creator.add_metadata("Description", told if len(told) <= _LONGEST_DESCRIPTION else told[:79] + "…")
    creator.add_metadata("LongDescription", told)
    creator.add_metadata("Language", language)
    creator.add_metadata("Creator", CREATOR.decode())
    creator.add_metadata("Publisher", ", ".join(source.authors())[:200] or CREATOR.decode())
    creator.add_metadata("Name", re.sub(r"\W+", "-", source.title.casefold()).strip("-") or "wiki")
    creator.add_metadata("Date", day)
    if look.licence:
        creator.add_metadata("License", " ".join(str(cell) for cell in look.licence))
    creator.add_illustration(SIZE, illustration())


def _front() -> object:
    from libzim.writer import Hint

    return Hint.FRONT_ARTICLE
