"""What an import found, counted by name: the shape that ``--report`` writes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something that could not be taken over as it was meant.

    Args:
        title: The page's title, or the file's path where there is no page.
        code: A stable short name such as ``broken-front-matter``.
        text: One sentence.
    """

    title: str
    code: str
    text: str


@dataclass(slots=True)
class ImportReport:
    """Filled while drafts are read; complete when the last one was.

    Args:
        pages: What the source holds, redirects included.
        redirects: How many of these only lead elsewhere.
        links: Links to pages, without embeds.
        embeds: Embedded pages and files.
        attachments: Files taken over.
        by_kind: Drafts of pages by kind.
        unresolved: Link targets that nothing in the source answers to, with how often each is linked.
        known_templates: Templates (or types of note) that became fields or text, with how often each stands.
        unknown_templates: Those that stayed verbatim.
        files_missing: Files that pages mention and the source does not hold.
        files_skipped: Files that are there and were not taken over.
        skipped: What else was left out, by what it is, such as a program's own pages.
        talk_pages: Pages that hold talk about others.
        seen_films: Titles of films that the source marks as watched, for the reader's own list of seen films.
        problems: What the curator should look at.
    """

    pages: int = 0
    redirects: int = 0
    links: int = 0
    embeds: int = 0
    attachments: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    unresolved: Counter[str] = field(default_factory=Counter)
    known_templates: Counter[str] = field(default_factory=Counter)
    unknown_templates: Counter[str] = field(default_factory=Counter)
    files_missing: Counter[str] = field(default_factory=Counter)
    files_skipped: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    talk_pages: int = 0
    seen_films: list[str] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)

    def problem(self, title: str, code: str, text: str) -> None:
        """Add a problem."""
        self.problems.append(ImportProblem(title, code, text))

    def as_json(self) -> dict[str, Json]:
        """Return the report as scripts read it; keys may be added, none goes."""
        return {
            "pages": self.pages,
            "redirects": self.redirects,
            "links": self.links,
            "unresolved_links": self.unresolved.total(),
            "templates": {"known": _by_name(self.known_templates), "unknown": _by_name(self.unknown_templates)},
            "files_missing": list(_by_name(self.files_missing)),
            "problems": [
                {"title": problem.title, "code": problem.code, "text": problem.text} for problem in self.problems
            ],
            "embeds": self.embeds,
            "attachments": self.attachments,
            "by_kind": _by_name(self.by_kind),
            "unresolved": _by_name(self.unresolved),
            "files_skipped": [*sorted(self.files_skipped)],
            "talk_pages": self.talk_pages,
            "skipped": _by_name(self.skipped),
            "seen_films": [*sorted(self.seen_films)],
        }


def _by_name(counts: Counter[str]) -> dict[str, Json]:
    return {name: counts[name] for name in sorted(counts)}
