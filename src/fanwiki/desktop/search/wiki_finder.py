"""Answers the search pane from the wiki."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fanwiki.desktop.search.facets import FacetGroup, FacetValue
from fanwiki.desktop.search.finder import Findings
from fanwiki.desktop.search.results import Found
from fanwiki.desktop.session import Session
from fanwiki.desktop.words import QT_TRANSLATE_NOOP
from fanwiki.domain.kind import Kinds
from fanwiki.jobs import Cancel
from fanwiki.services import drafting, searching
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from fanwiki.services.rows import Hit

_LABELS = {
    "kind": QT_TRANSLATE_NOOP("Facets", "Kind"),
    "film": QT_TRANSLATE_NOOP("Facets", "Film"),
    "tag": QT_TRANSLATE_NOOP("Facets", "Tag"),
    "status": QT_TRANSLATE_NOOP("Facets", "Status"),
    "affiliation": QT_TRANSLATE_NOOP("Facets", "Affiliation"),
}


class WikiFinder:
    """Asks the search service for the session's reader.

    Args:
        session: The open wiki and its reader.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kinds: Kinds = drafting.kinds(session.wiki)
        self._after: dict[tuple[str, int], str] = {}

    def find(self, text: str, limit: int, offset: int, cancel: Cancel) -> Findings:
        """Return what was found for a query."""
        after = self._after.get((text, offset))
        if offset and after is not None:
            return self._further(text, limit, offset, after, cancel)
        answer = searching.search(
            self._session.wiki, text, self._session.viewer, limit=limit, offset=offset, cancel=cancel
        )
        self._after = {(text, len(answer.hits)): answer.after}
        return Findings(
            [self._found(hit) for hit in answer.hits],
            answer.total,
            answer.withheld,
            answer.understood,
            answer.corrected,
            answer.is_all,
        )

    def _further(self, text: str, limit: int, offset: int, after: str, cancel: Cancel) -> Findings:
        """Return the rows behind others, which cost what the first cost."""
        if not after:
            return Findings()
        found = searching.further(
            self._session.wiki, text, self._session.viewer, size=limit, after=after, cancel=cancel
        )
        self._after = {(text, offset + len(found.hits)): found.after}
        return Findings([self._found(hit) for hit in found.hits])

    def facets(self, text: str, cancel: Cancel) -> Sequence[FacetGroup]:
        """Return how the answers spread."""
        found = searching.facets(self._session.wiki, text, self._session.viewer, cancel=cancel)
        return [
            FacetGroup(
                _label(name),
                tuple(FacetValue(_said(name, value.value), value.filter, value.count) for value in values),
            )
            for name, values in found.groups.items()
        ]

    def _found(self, hit: Hit) -> Found:
        kind = self._kinds.of(hit.page.kind)
        snippet = tuple((text, is_match) for text, is_match in hit.snippet)
        return Found(
            hit.page.title, say_label(kind.label), kind.icon, hit.section, searching.place_of(hit), snippet, hit.name
        )


def _said(facet: str, value: str) -> str:
    """Say a value that the wiki did not make up itself in the language of the window."""
    return say_label(value) if facet in ("kind", "status") else value


def _label(name: str) -> str:
    return QCoreApplication.translate("Facets", _LABELS[name]) if name in _LABELS else name.capitalize()
