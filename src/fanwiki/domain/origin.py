"""Where a page came from: what the licences of wikis ask everybody to tell who hands its text on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from; any part may be empty.

    Args:
        wiki: The name of the wiki, site or list.
        url: The page's own address there.
        revision: Its number of the revision that was taken.
        time: When that revision was made there, as the source writes it.
        contributors: Who wrote the page there.
        licence: Under which terms.
    """

    wiki: str = ""
    url: str = ""
    revision: str = ""
    time: str = ""
    contributors: tuple[str, ...] = ()
    licence: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing."""
        return self == Origin()

    def as_json(self) -> dict[str, object]:
        """Return what it tells, without its empty parts."""
        parts = {**asdict(self), "contributors": list(self.contributors)}
        return {name: part for name, part in parts.items() if part}


def origin_from_json(data: object) -> Origin | None:
    """Read what `Origin.as_json` returned; None when it is something else."""
    if not isinstance(data, Mapping):
        return None
    people = data.get("contributors", [])
    texts = [data.get(name, "") for name in ("wiki", "url", "revision", "time", "licence")]
    if not isinstance(people, list) or not all(isinstance(text, str) for text in (*texts, *people)):
        return None
    wiki, url, revision, time, licence = map(str, texts)
    return Origin(wiki, url, revision, time, tuple(map(str, people)), licence)
