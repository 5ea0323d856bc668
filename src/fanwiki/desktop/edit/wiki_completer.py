"""What may be meant by what is typed in the editor: titles, aliases and tags of the wiki, and pages to come."""

from __future__ import annotations

from fanwiki.desktop.edit.completion import Completion
from fanwiki.desktop.edit.trigger import Trigger, Wanted
from fanwiki.desktop.session import Session
from fanwiki.desktop.words import QT_TRANSLATE_NOOP, translated
from fanwiki.services import browsing, drafting, searching
from fanwiki.wording import say_label

MOST_NAMES = 2000
_NEW_PAGE = QT_TRANSLATE_NOOP("Completion", "new page")


class WikiCompleter:
    """Completes links and tags for the session's reader.

    Args:
        session: The open wiki and its reader.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def complete(self, trigger: Trigger) -> list[Completion]:
        """Return the choices for a place in the source, best first."""
        if trigger.wanted is Wanted.TAG:
            return self._tags(trigger.typed)
        return self._links(trigger.typed)

    def titles(self, typed: str, kinds: tuple[str, ...]) -> list[str]:
        """Return titles of pages of these kinds, or of any when none is named."""
        hits = searching.complete(self._session.wiki, typed, self._session.viewer, limit=20)
        return [hit.page.title for hit in hits if not kinds or hit.page.kind in kinds][:10]

    def names(self) -> list[str]:
        """Return the names most linked to, which are spelt right."""
        hits = searching.complete(self._session.wiki, "", self._session.viewer, limit=MOST_NAMES)
        return [hit.name for hit in hits]

    def _links(self, typed: str) -> list[Completion]:
        kinds = drafting.kinds(self._session.wiki)
        found = []
        for hit in searching.complete(self._session.wiki, typed, self._session.viewer):
            kind = kinds.of(hit.page.kind)
            target = hit.page.title if hit.is_title else f"{hit.page.title}|{hit.name}"
            found.append(
                Completion(hit.name, target, say_label(kind.label) if hit.is_title else hit.page.title, kind.icon)
            )
        title = typed.strip()
        if title and all(choice.text.casefold() != title.casefold() for choice in found):
            found.append(Completion(title, title, translated("Completion", _NEW_PAGE), "mdi6.plus", creates=True))
        return found

    def _tags(self, typed: str) -> list[Completion]:
        wanted = typed.casefold()
        tags = [
            (not name.casefold().startswith(wanted), -count, name)
            for name, count in browsing.tags(self._session.wiki, self._session.viewer)
            if wanted in name.casefold()
        ]
        return [Completion(f"#{name}", name, str(-count), "mdi6.pound") for _, count, name in sorted(tags)[:12]]
