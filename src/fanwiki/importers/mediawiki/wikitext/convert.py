"""The door: a page's wikitext in, our Markdown and what was found in it out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateCall:
    """A call of an infobox's template.

    Args:
        name: The template's name as the call writes it, spaces folded.
        params: Names and raw wikitext values, in their order; those without a name are "1", "2"…
    """

    name: str
    params: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Converted:
    """A page's text as our Markdown, and what was found in it.

    Args:
        body: Markdown.
        categories: Names of the categories that the page is in, without prefix, as links write them.
        infoboxes: The calls that were taken out of the text.
        files: Names of the files that are shown or linked, without prefix.
        known: How often each template was called that could be expanded, by name.
        unknown: How often each template was called that stands verbatim in the body.
        display_title: What ``{{DISPLAYTITLE:…}}`` says, as plain text, or empty.
        spoils: The films that a banner above the text says the whole page spoils, to be written into the page's
            ``spoils``; ``#everything`` when it names none.
    """

    body: str
    categories: tuple[str, ...] = ()
    infoboxes: tuple[TemplateCall, ...] = ()
    files: tuple[str, ...] = ()
    known: tuple[tuple[str, int], ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    display_title: str = ""
    spoils: tuple[str, ...] = ()
