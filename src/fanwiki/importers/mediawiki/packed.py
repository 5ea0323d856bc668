"""A zip archive of a dump with the wiki's files beside it, as `fanwiki export --format mediawiki` makes one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath

from fanwiki.errors import SourceError
from fanwiki.importers.archives import ZipTree

IMAGES = "images"


def is_packed(path: Path) -> bool:
    """Tell whether a file is such an archive: dumps at its top, and nothing else but files in `IMAGES`."""
    if path.suffix.casefold() != ".zip":
        return False
    try:
        with closing(ZipTree(path)) as tree:
            parts = [PurePosixPath(entry.path).parts for entry in tree.entries()]
    except SourceError:
        return False
    dumps = [part for part in parts if len(part) == 1 and part[0].casefold().endswith(".xml")]
    return bool(dumps) and all(part in dumps or (len(part) == 2 and part[0] == IMAGES) for part in parts)


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Give the folder that is in an archive, called as the archive is; it is gone afterwards.

    Raises:
        SourceError: The archive is damaged, or made to do harm.
    """
    with tempfile.TemporaryDirectory(prefix="fanwiki-import-") as place, closing(ZipTree(path)) as tree:
        folder = Path(place) / (path.stem or "wiki")
        (folder / IMAGES).mkdir(parents=True)
        for entry in tree.entries():
            (folder / entry.path).write_bytes(tree.read(entry))
        yield folder
