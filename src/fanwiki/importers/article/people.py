"""The people an article names, each by their full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from fanwiki.importers.article.casting import Casting
from fanwiki.importers.article.credits import Credit
from fanwiki.importers.article.mentions import Mentions
from fanwiki.importers.article.names import Name, Words, surname_of, without_leading
from fanwiki.importers.article.sentences import MAX_SENTENCE, Sentence

_ROLE_BEFORE = re.compile(
    r"\b(?:actors?|actress(?:es)?|stars?|co-stars?|directors?|filmmakers?|writers?|screenwriters?"
    r"|producers?|comedians?|singers?|rappers?|composers?|showrunners?"
    r"|CEO|president|starring|return of|performance by|played by|newcomers?)[\s,]+$",
    re.I,
)
_ACT_AFTER = re.compile(
    r"^'s? (?:[\w-]+ ){0,2}(?:reprisal|returns?|involvement|role|performance|portrayal|schedule"
    r"|comments|contract|departure)\b"
    r"|^(?:,? who)? (?:(?:has|have|had|also|recently|later|once|previously|will|would|is|was|may|might|could) )*"
    r"(?:said|says|told|tells|revealed|reveals|confirmed|confirms|stated|explained|added|shared"
    r"|teased|hinted|joked|denied|admitted|announced|"
    r"star(?:s|red)?|starring|directed|directs|wrote|writes|produced|reprise[sd]?|portray(?:s|ed)?"
    r"|in talks)\b"
)
_NO_PERSON = re.compile(
    r"\b(?:Studios?|Pictures|Entertainment|Wiki|Awards?|Festival|Universe|Comics|Productions?"
    r"|Television|University|City|Times|Post|Magazine|Reporter|"
    r"Tomatoes|Season|Part|Chapter|Films?|Movies?|Network|Media|Guild|Academy|Company|Instagram"
    r"|Twitter|Con|Street|Island|World|War|Wars|Day|House|Games?|The|Of|the|of|[A-Z][a-z]+ing)\b"
    r"|\d"
)


class People:
    """Everybody the article names.

    Args:
        sentences: The words that name each, by full name.
        sure: Those who are certainly people, and no characters.
    """

    def __init__(self, sentences: Mapping[str, str], sure: Collection[str]) -> None:
        self.sentences = dict(sentences)
        self.sure = frozenset(sure)
        by_surname: dict[str, list[str]] = defaultdict(list)
        for name in self.sentences:
            if " " in name:
                by_surname[surname_of(name)].append(name)
        self._full = {surname: names[0] for surname, names in by_surname.items() if len(names) == 1}
        self._mentions = Mentions(self._full | {name: name for name in self.sentences})

    def full_name(self, name: str) -> str:
        """Return the full name of somebody repeated by surname, when only one person has it; else the name itself."""
        return name if " " in name or name in self.sentences else self._full.get(name, name)

    def named_in(self, plain: str) -> list[str]:
        """Return whom a text names, by full name or surname, in order of their first mention."""
        return list(dict.fromkeys(person for _start, _end, person in self._mentions.find(plain)))


def find_people(castings: Iterable[Casting], credited: Iterable[Credit], sentences: Sequence[Sentence]) -> People:
    """Find the people of an article: performers, makers, and whoever stands beside a word for such."""
    characters = {entry.character for entry in castings} | {entry.alias for entry in castings}
    named: dict[str, str] = {}
    for entry in castings:
        named.setdefault(entry.performer, entry.sentence)
    for credit in credited:
        if credit.is_person:
            named.setdefault(credit.value, credit.sentence)
    for sentence in sentences:
        if len(sentence.text) <= MAX_SENTENCE:
            for name in _by_cue(sentence):
                if name not in characters:
                    named.setdefault(name, sentence.text)
    people = People({name: text for name, text in named.items() if " " in name}, ())
    singles = {name: text for name, text in named.items() if " " not in name and people.full_name(name) == name}
    everybody = people.sentences | singles
    return People(everybody, everybody)


def add_repeated(people: People, sentences: Sequence[Sentence], *, no_people: Collection[str]) -> People:
    """Add whoever is named in full and later by surname alone; that may be a person or a character.

    Args:
        no_people: Titles and characters.
    """
    named: dict[str, str] = {}
    alone: set[str] = set()
    for sentence in sentences:
        names = Words(sentence.plain).names() if len(sentence.text) <= MAX_SENTENCE else []
        for name in filter(None, map(without_leading, names)):
            if len(name.words) == 1:
                alone.add(name.text)
            elif len(name.words) in (2, 3) and not _NO_PERSON.search(name.text):
                named.setdefault(name.text, sentence.text)
    candidates = {name: text for name, text in named.items() if surname_of(name) in alone}
    known = " | ".join(no_people)
    titles = Mentions({title: title for title in no_people})
    repeated = {name: text for name, text in candidates.items() if name not in known and not titles.find(name)}
    return People(people.sentences | {n: t for n, t in repeated.items() if n not in people.sentences}, people.sure)


def _by_cue(sentence: Sentence) -> Iterator[str]:
    """Yield names beside *actor*, *director*, *said* and the like."""
    for found in Words(sentence.plain).names():
        name = without_leading(found)
        if name is None or not 2 <= len(name.words) <= 4 or _NO_PERSON.search(name.text) or name.text.isupper():
            continue
        if _stands_as_person(name, found, sentence.plain):
            yield name.text


def _stands_as_person(name: Name, found: Name, plain: str) -> bool:
    before = plain[max(0, name.start - 40) : name.start]
    return bool(_ROLE_BEFORE.search(before) or _ACT_AFTER.match(plain[found.end : found.end + 60]))
