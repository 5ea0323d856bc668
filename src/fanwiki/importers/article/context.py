"""Which film each sentence means: the one it names, the one its words point to, or the one last spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fanwiki.importers.article.blocks import Block, Role
from fanwiki.importers.article.films import Films
from fanwiki.importers.article.sentences import Sentence, simple

_LATER = re.compile(
    r"\b(?:(?:the|this|a|its|any|possible|potential|upcoming|second|third|next|new) (?:upcoming "
    r"|potential |possible |planned |new )?(?:sequels?|follow-up|second (?:film|movie|part"
    r"|inst?al+ment)|next (?:film|movie|part|chapter|inst?al+ment)|new (?:film|movie))|sequels?)\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:(?:first|original|previous|earlier|preceding|last) (?:film|movie|inst?al+ment|one|part)"
    r"|predecessor|the original)\b",
    re.I,
)
_SAME = re.compile(
    r"\b(?:the|this) (?:upcoming )?(?:film|movie|flick|feature|blockbuster|project)\b|^\W*(?:it|this)\b", re.I
)
_SEQUEL_TO = re.compile(r"\b(?:sequels?|follow-up|successor) (?:to|of) (?:[\w'-]+ ){0,3}[\"']?$", re.I)
# Before a title: the sentence is about another film, which this one is only the measure of.
_MEASURE = re.compile(
    r"\b(?:unlike|in contrast to|like|after|since|following|compared (?:to|with)|as in|than)"
    r"(?: the(?: first| original| events of(?: the first)?)?)? [\"']?$",
    re.I,
)
_NEXT_WORD_SEQUEL = re.compile(r"^[\"']? (?:sequel|follow-up)\b", re.I)


@dataclass(slots=True)
class FilmContext:
    """Follows an article from its start and says of every sentence which film it means.

    Args:
        films: The films of the article; there must be a main one.
        sections: Filled by `follow`: the film that the section of each sentence is about.
    """

    films: Films
    sections: list[str] = field(default_factory=list)
    _section: str = ""
    _last: str = ""
    _by_block: dict[int, str] = field(default_factory=dict)

    def follow(self, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[str]:
        """Return the film of every sentence, in their order."""
        headings = {number: block for number, block in enumerate(blocks) if block.role is Role.HEADING}
        result: list[str] = []
        done = -1
        for sentence in sentences:
            for number in range(done + 1, sentence.block + 1):
                if number in headings:
                    self._enter(simple(headings[number].text))
            done = sentence.block
            self._by_block.setdefault(sentence.block, self._last or self.main)
            film = self.meant_in(sentence.plain)
            self._last = film
            result.append(film)
            self.sections.append(self.main)
        return result

    @property
    def main(self) -> str:
        """The title of the film that the section, else the article, is about."""
        return self._section or (self.films.main.title if self.films.main else "")

    def of_block(self, block: int, plain: str, start: int) -> str:
        """Return the film that something within a block is about: the nearest named before it, else its context's.

        Args:
            plain: The sentence.
            start: Where in it the statement begins.
        """
        named = self._meant(plain)
        before = [title for place, title in named if place <= start]
        if before:
            return before[-1]
        pointed = self._pointed(plain[: start + 40])
        after = named[0][1] if named else ""
        return pointed or after or self._pointed(plain) or self._by_block.get(block, self.main)

    def meant_in(self, plain: str) -> str:
        """Return the film that a sentence is about: the first it names or points to, else the last one spoken of."""
        named = self._meant(plain)
        if named and not _SAME.match(plain):
            place, title = named[0]
            return self._pointed(plain[:place]) or title
        return self._pointed(plain) or self._last or self.main

    def _meant(self, plain: str) -> list[tuple[int, str]]:
        """Return where the sentence names films and which it means: *the sequel to X* is the film after X."""
        found = []
        for start, end, title in self.films.named_in(plain):
            if _MEASURE.search(plain[:start]):
                continue
            if _SEQUEL_TO.search(plain[:start]) or _NEXT_WORD_SEQUEL.match(plain[end:]):
                later = next((film.title for film in self.films.all if film.previous == title), "")
                if later:
                    found.append((start, later))
            else:
                found.append((start, title))
        return found

    def looks_ahead(self, plain: str) -> bool:
        """Tell whether a sentence speaks of *the sequel* or *the next film*."""
        return _LATER.search(plain) is not None

    def names(self, plain: str) -> bool:
        """Tell whether the sentence names a film or points to one."""
        return bool(self.films.named_in(plain) or self._pointed(plain) or _SAME.search(plain))

    def _pointed(self, plain: str) -> str:
        """Return the film that *the sequel* or *the first film* means here, or an empty text."""
        film = self.films.of_title(self.main)
        later = _LATER.search(plain)
        if later:
            return self.main
        earlier = next(
            (match for match in _EARLIER.finditer(plain) if not _MEASURE.search(plain[: match.start()])), None
        )
        if earlier and film is not None:
            return film.previous or film.title
        return ""

    def _enter(self, heading: str) -> None:
        named = self.films.named_in(heading)
        self._section = named[0][2] if named else ""
        self._last = ""
