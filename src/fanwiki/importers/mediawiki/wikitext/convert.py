"""The door: a page's wikitext in, our Markdown and what was found in it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fanwiki.importers.mediawiki.wikitext.block_writer import blocks_text, fenced
from fanwiki.importers.mediawiki.wikitext.blocks import BlockReader
from fanwiki.importers.mediawiki.wikitext.expanding import PAGE, Expander
from fanwiki.importers.mediawiki.wikitext.frames import parts_of
from fanwiki.importers.mediawiki.wikitext.inline import InlineReader
from fanwiki.importers.mediawiki.wikitext.inline_writer import InlineWriter
from fanwiki.importers.mediawiki.wikitext.links import Links
from fanwiki.importers.mediawiki.wikitext.note_gates import gates_of_notes
from fanwiki.importers.mediawiki.wikitext.notes import Notes
from fanwiki.importers.mediawiki.wikitext.site import Site
from fanwiki.importers.mediawiki.wikitext.stash import Stash, usable
from fanwiki.importers.mediawiki.wikitext.tags import Tags
from fanwiki.importers.mediawiki.wikitext.tree import Block, Break, Gated, Heading, Inline, NoteMark, NotesHere, plain


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


EVERYTHING = "#everything"

_SWITCHES = re.compile(
    r"__(?:NO|FORCE)?(?:TOC|EDITSECTION|GALLERY|TITLECONVERT|TC|CONTENTCONVERT|CC|INDEX|NEWSECTIONLINK|STATICREDIRECT|WYSIWYG)__"
    r"|__(?:NEWSECTIONLINK|NONEWSECTIONLINK|HIDDENCAT|DISAMBIG|EXPECTUNUSEDCATEGORY|EXPECTUNUSEDTEMPLATE|START|END)__"
)


def convert(text: str, site: Site, *, title: str) -> Converted:
    """Turn a page's wikitext into our Markdown. Never raises, and takes time in proportion to the text's length.

    Args:
        title: The page's title, which variables and links to subpages need.
    """
    try:
        return _Page(site, title).convert(usable(text))
    except RecursionError:
        return Converted(fenced(usable(text), "wikitext"), unknown=(("{{…}}", 1),))


def convert_value(text: str, site: Site, *, title: str) -> tuple[str, ...]:
    """Turn the value of an infobox's parameter into texts for a field: Markdown within a line.

    Returns:
        One text, or several where breaks or lists part them; footnotes are left out.
    """
    try:
        return _Page(site, title).values(usable(text))
    except RecursionError:
        return (" ".join(usable(text).split()),)


class _Page:
    """Converts one page."""

    def __init__(self, site: Site, title: str) -> None:
        stash = Stash()
        self._expander = Expander(site, title, stash)
        self._inline = InlineReader(site, Links(site, title), stash)
        self._notes = Notes(stash)
        self._expander.tags = Tags(self._expander, self._inline, self._notes)

    def convert(self, text: str) -> Converted:
        expanded = self._expander.page(text)
        if "__" in expanded:
            expanded = _SWITCHES.sub("", expanded)
        reader = BlockReader(self._inline, is_page=True)
        blocks = reader.read(expanded)
        body = blocks_text(_notes_last(blocks) if self._notes.texts else blocks)
        notes = self._written_notes(blocks)
        found, inline = self._expander.found, self._inline
        return Converted(
            body="\n\n".join(part for part in (body, notes) if part),
            categories=tuple(dict.fromkeys(inline.categories)),
            infoboxes=tuple(TemplateCall(call.name, call.params) for call in found.infoboxes),
            files=tuple(dict.fromkeys(inline.files)),
            known=tuple(found.known.items()),
            unknown=tuple(found.unknown.items()),
            display_title=plain(inline.read(found.display_title)).strip(),
            spoils=() if reader.spoils is None else tuple(dict.fromkeys(reader.spoils)) or (EVERYTHING,),
        )

    def _written_notes(self, page: list[Block]) -> str:
        """Write the footnotes, of which some are only found in others."""
        texts = {name: BlockReader(self._inline).read(text) for name, text in self._notes.texts.items()}
        around = gates_of_notes(page, texts)
        written = []
        for name, blocks in texts.items():
            for films in reversed(around.get(name, ())):
                blocks = [Gated(films, blocks)]
            written.append(_note(name, blocks_text(blocks) or name))
        return "\n".join(written)

    def values(self, text: str) -> tuple[str, ...]:
        """Return the texts of a value."""
        blocks = BlockReader(self._inline).read(self._expander.expand(text.strip(), PAGE))
        lines: list[list[Inline]] = [[]]
        for part in parts_of(blocks):
            if isinstance(part, Break):
                lines.append([])
            elif not isinstance(part, NoteMark):
                lines[-1].append(part)
        writer = InlineWriter()
        return tuple(text for line in lines if (text := writer.line(line)))


def _note(name: str, text: str) -> str:
    first, *rest = text.split("\n")
    begins_block = first.startswith(">")
    lines = [first, *rest] if begins_block else rest
    head = f"[^{name}]:" if begins_block else f"[^{name}]: {first}"
    return "\n".join([head, *(f"    {line}" if line else "" for line in lines)])


def _notes_last(blocks: list[Block]) -> list[Block]:
    """Move a heading with nothing but the list of notes below it to the end, where our pages list their notes."""
    for number, block in enumerate(blocks[1:], 1):
        above, below = blocks[number - 1], blocks[number + 1 : number + 2]
        if isinstance(block, NotesHere) and isinstance(above, Heading):
            is_all = not below or (isinstance(below[0], Heading) and below[0].level <= above.level)
            return [*blocks[: number - 1], *blocks[number + 1 :], above] if is_all else blocks
    return blocks
