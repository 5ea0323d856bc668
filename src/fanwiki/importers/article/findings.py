"""Everything that was read from an article about films, before pages are made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fanwiki.importers.article.blocks import Article, Role
from fanwiki.importers.article.cast import castings, in_brackets
from fanwiki.importers.article.casting import Casting
from fanwiki.importers.article.claims import Bearing, Claim, claims_of, is_hedged
from fanwiki.importers.article.context import FilmContext
from fanwiki.importers.article.credits import Credit, credits_of
from fanwiki.importers.article.films import Films, find_films
from fanwiki.importers.article.news import twists
from fanwiki.importers.article.people import People, add_repeated, find_people
from fanwiki.importers.article.sentences import Sentence, sentences, simple

MAX_CHARACTERS = 150_000
"""What is longer is no article about a film; it becomes a source page, and no rule is tried on it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What an article says.

    Args:
        film_of: The film each sentence means, in the order of the sentences.
        claims: Each with the title of the film it is about.
        introductions: The sentence with a colon that introduces a list, by the block of each item.
    """

    sentences: tuple[Sentence, ...]
    film_of: tuple[str, ...]
    context: FilmContext
    films: Films
    people: People
    castings: tuple[Casting, ...]
    credits: tuple[Credit, ...]
    claims: tuple[tuple[Claim, str], ...]
    introductions: dict[int, str]

    def guessed_film(self, number: int) -> str:
        """Return the film that a guess in a sentence is about: of two the later, unless only the earlier is spoken of.

        Args:
            number: The number of the sentence.
        """
        film, section = self.film_of[number], self.films.of_title(self.context.sections[number])
        plain = self.sentences[number].plain
        speaks_of_earlier = self.films.named_in(plain) and not self.context.looks_ahead(plain)
        return section.title if section and film == section.previous and not speaks_of_earlier else film

    def film_of_casting(self, entry: Casting) -> str:
        """Return the film that somebody plays a part in; empty when the article only guesses so."""
        film = self.context.of_block(entry.block, simple(entry.sentence), entry.start)
        around = f"{self.introductions.get(entry.block, '')} {simple(entry.sentence)}"
        if not is_hedged(around):
            return film
        # Who may play a part again has played it before, in the film before.
        known = self.films.of_title(film)
        again = re.search(r"\b(?:repris\w+|return\w*|back)\b", around, re.I)
        return known.previous if known and again else ""

    def twists(self) -> list[tuple[Sentence, str]]:
        """Return the sentences that retell a turn of a story, each with the film it spoils."""
        claimed = {claim.sentence.text for claim, _film in self.claims} | {entry.sentence for entry in self.castings}
        spoilers = set(twists(self.sentences, taken=claimed))
        return [
            (sentence, self._told_film(sentence, film))
            for sentence, film in zip(self.sentences, self.film_of, strict=True)
            if sentence in spoilers
        ]

    def _told_film(self, sentence: Sentence, film: str) -> str:
        """Return the film whose story is retold: the one before, unless this very film is named or out already."""
        known = self.films.of_title(film)
        named = [title for _start, _end, title in self.films.named_in(sentence.plain)]
        return known.previous if known and known.previous and film not in named else film


def read_findings(article: Article) -> Findings | None:
    """Read an article; None when it speaks of no film."""
    if sum(len(block.text) for block in article.blocks) > MAX_CHARACTERS:
        return None
    lines = tuple(sentences(article.blocks))
    cast = castings(article.blocks, lines)
    credited = credits_of(article.blocks, lines)
    people = find_people(cast, credited, lines)
    cast.extend(entry for entry in in_brackets(lines, people.sure) if entry not in cast)
    names = {*people.sentences, *(entry.character for entry in cast if " " in entry.character)}
    films = find_films(article.title, lines, not_films=names)
    if films.main is None:
        return None
    people = add_repeated(people, lines, no_people=[*names - people.sure, *(film.title for film in films.all)])
    context = FilmContext(films)
    film_of = tuple(context.follow(article.blocks, lines))
    introduced = _introductions(lines)
    bare = Findings(lines, film_of, context, films, people, tuple(cast), tuple(credited), (), introduced)
    return replace(bare, claims=tuple(_claims(bare)))


def _introductions(lines: Sequence[Sentence]) -> dict[int, str]:
    found: dict[int, str] = {}
    introduction = ""
    for sentence in lines:
        if sentence.role is Role.ITEM and introduction:
            found[sentence.block] = introduction
        elif sentence.role is not Role.ITEM:
            introduction = sentence.plain if sentence.plain.endswith(":") else ""
    return found


def _claims(found: Findings) -> Sequence[tuple[Claim, str]]:
    """Return the claims of the sentences, each with its film; a sentence that is repeated claims nothing new."""
    claims = []
    known: set[str] = set()
    for number, sentence in enumerate(found.sentences):
        if sentence.text in known:
            continue
        known.add(sentence.text)
        bearing = Bearing(
            names_film=found.context.names(sentence.plain),
            names_somebody=bool(found.people.named_in(sentence.plain)),
            heading_is_film=bool(found.films.named_in(sentence.heading)),
        )
        claims += [(claim, found.guessed_film(number)) for claim in claims_of(sentence, bearing)]
    return claims
