"""What stands between ``[[`` and ``]]``: the forms of CONVENTIONS.md 4.2, read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass

MEDIA = frozenset(
    (
        *("avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"),
        *("flac", "m4a", "mp3", "ogg", "wav", "webm", "3gp", "mkv", "mov", "mp4", "ogv", "pdf", "base", "canvas"),
    )
)
"""Endings of files that are shown or attached, not pages."""

_SIZE = re.compile(r"\s*(\d{1,5})(?:\s*[xX]\s*(\d{1,5}))?\s*")


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link or embed.

    Args:
        target: The title as written, without heading or block; empty for a link within the page.
        headings: The headings after ``#``, outermost first.
        block: The block id after ``#^``, or empty.
        label: What stands after ``|``, or None. Of an embedded picture it may be a size.
        embed: Whether ``!`` stands before it.
    """

    target: str
    headings: tuple[str, ...] = ()
    block: str = ""
    label: str | None = None
    embed: bool = False

    @property
    def heading(self) -> str:
        """The last heading, or empty."""
        return self.headings[-1] if self.headings else ""

    @property
    def is_media(self) -> bool:
        """Whether it names a file of a kind that is shown or attached."""
        return is_media(self.target)

    @property
    def size(self) -> tuple[int, int | None] | None:
        """Width and height of an embed, as ``|640x480`` or ``|640`` say it."""
        match = _SIZE.fullmatch(self.label.rpartition("|")[2]) if self.embed and self.label else None
        return (int(match[1]), int(match[2]) if match[2] else None) if match else None

    @property
    def caption(self) -> str | None:
        """The label without a size, or None."""
        if not self.embed or self.label is None or self.size is None:
            return self.label
        return self.label.rpartition("|")[0].strip() or None

    @property
    def text(self) -> str:
        """What is shown: the label, or the target and the headings in it."""
        if not self.headings and self.label is None:
            return self.target or self.block
        if self.caption is not None:
            return self.caption
        return " > ".join(part for part in (self.target, *self.headings) if part) or self.block


def is_media(name: str) -> bool:
    """Whether a link's target is a file of a kind that is shown or attached, not a page."""
    return name.rpartition(".")[2].casefold() in MEDIA if "." in name else False


def read_link(inner: str, *, embed: bool = False) -> WikiLink:
    """Read what stands between the brackets; any text is a link to something.

    Args:
        inner: The text between ``[[`` and ``]]``. In tables the bar is written ``\\|``, which is read as well.
        embed: Whether ``!`` stood before it.
    """
    if "|" not in inner and "#" not in inner:
        return WikiLink(inner.strip(), embed=embed)
    place, bar, label = inner.partition("|")
    if bar and place.endswith("\\"):
        place = place[:-1]
    target, *rest = place.split("#") if "#" in place else (place,)
    headings = [part.strip() for part in rest if part.strip()]
    block = ""
    if headings and headings[-1].startswith("^"):
        block = headings.pop()[1:].strip()
    return WikiLink(target.strip(), tuple(headings), block, label.strip().replace("\\|", "|") or None, embed)


def write_link(link: WikiLink, *, in_table: bool = False) -> str:
    """Write a link; reading it again gives the same link."""
    place = "#".join((link.target, *link.headings, *((f"^{link.block}",) if link.block else ())))
    label = "" if link.label is None else f"|{link.label}"
    if in_table:
        label = label.replace("|", "\\|")
    return f"{'!' if link.embed else ''}[[{place}{label}]]"
