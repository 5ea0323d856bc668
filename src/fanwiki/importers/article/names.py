"""Names in running text: capitalised words, with the small words that names may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

# Accents that no composed letter exists for stand by themselves, and are no letters to \w.
_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f'/&-]|\.(?=\w))*\.?")
_PARTICLES_TEXT = """
al ap ben bin da dal das de del dell della den der di do dos du e el ibn la las le los of o' san st te ten ter
the und van vom von y zu zur
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_ABBREVIATED = re.compile(
    r"(?:[^\W\d_]\.)+|(?:Dr|Mr|Mrs|Ms|Mx|Jr|Sr|St|Prof|Lt|Col|Gen|Capt|Sgt|Rev|Det|Maj|Cmdr|Bros|Inc|Ltd|Vol)\."
)
_NICKNAME = re.compile(r"""\s+(?:"[^"\n]{1,30}"|'[^'\n]{1,30}'|\([^()\n]{1,30}\))\s+(?=[^\W\d_])""")

# Words that begin sentences or stand before a name without being part of it.
_LEADING_TEXT = """
a actor actors actress actresses after alongside also although amid an and another are as at because before
being besides both but can comedian co-star co-stars could despite director do does during each even ever every
fans featuring filmmaker first for former from given had has have he her here his hollywood how however i if in
including instead is it its just last lastly later like look many may meanwhile might moreover most musician my
netflix new next no not now of on once one only or oscar original other our over plus producer rapper recently
returning review same see seeing she should since singer so some soon star starring stars still such superstar
talking than that the their then there these they this those though thus to too under unlike until updated was
watch we were what whatever when where whether which while who whose why will with without would writer writers
yes yet you your
"""
LEADING = frozenset(_LEADING_TEXT.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place; `ends` says that no name goes on after it."""

    start: int
    end: int
    text: str
    ends: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are: *Wheels*, *d'Artagnan*, *iRobot* is not."""
        if self.text[0].isupper():
            return True
        return len(self.text) > 2 and self.text[1] == "'" and self.text[2].isupper()

    @property
    def is_number(self) -> bool:
        """Whether it starts with a digit."""
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its place."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()


@dataclass(frozen=True)
class Words:
    """The words of one sentence, for names to be read off from a place forwards or backwards."""

    plain: str

    @cached_property
    def all(self) -> list[Word]:
        """Every word in order."""
        return [_word(match) for match in _WORD.finditer(self.plain)]

    def name_after(self, place: int) -> Name | None:
        """Return the name that begins at the place (spaces and an opening quote aside)."""
        at = next((number for number, word in enumerate(self.all) if word.start >= place), None)
        if at is None or self.plain[place : self.all[at].start].strip(" \"'"):
            return None
        return self._forward(at)

    def name_before(self, place: int) -> Name | None:
        """Return the name that ends at the place (spaces and a closing quote aside)."""
        at = next((number for number in range(len(self.all) - 1, -1, -1) if self.all[number].end <= place), None)
        if at is None or self.plain[self.all[at].end : place].strip(" \"'"):
            return None
        return self._backward(at)

    def names(self) -> list[Name]:
        """Return every longest name in the sentence."""
        found: list[Name] = []
        number = 0
        while number < len(self.all):
            name = self._forward(number)
            if name is None:
                number += 1
                continue
            found.append(name)
            number = next((n for n in range(number, len(self.all)) if self.all[n].start >= name.end), len(self.all))
        return found

    def _forward(self, at: int) -> Name | None:
        first = self.all[at]
        if not (first.is_capital or (first.is_number and self._is_capital(at + 1))):
            return None
        last = at
        number = at
        while not self.all[number].ends and self._touches(number):
            number += 1
            word = self.all[number]
            if word.is_capital or word.is_number:
                last = number
            elif word.text not in _PARTICLES:
                break
        return self._name(at, last)

    def _backward(self, at: int) -> Name | None:
        last = self.all[at]
        if not (last.is_capital or last.is_number):
            return None
        first = at
        number = at
        while number > 0 and self._touches(number - 1) and not self.all[number - 1].ends:
            number -= 1
            word = self.all[number]
            if word.is_capital:
                first = number
            elif not (word.is_number or word.text in _PARTICLES):
                break
        if not self.all[first].is_capital:
            return None
        return self._over_nickname(first, at)

    def _over_nickname(self, first: int, last: int) -> Name:
        """Take in what stands before a nickname in quotes: *Dwayne "The Rock" Johnson* is Dwayne Johnson."""
        name = self._name(first, last)
        nickname = re.search(r"\"[^\"\n]{1,30}\"\s+$", self.plain[: name.start])
        given = self.name_before(nickname.start()) if nickname and first == last else None
        if given is None or self.plain[given.end : nickname.start() if nickname else 0] != " ":
            return name
        return Name(f"{given.text} {name.text}", given.start, name.end)

    def _is_capital(self, at: int) -> bool:
        return at < len(self.all) and self._touches(at - 1) and self.all[at].is_capital

    def _touches(self, number: int) -> bool:
        """Tell whether only spaces, or a nickname in quotes, stand between this word and the next."""
        if number + 1 >= len(self.all):
            return False
        between = self.plain[self.all[number].end : self.all[number + 1].start]
        return between.isspace()

    def _name(self, first: int, last: int) -> Name:
        start, end = self.all[first].start, self.all[last].end
        return Name(self.plain[start:end], start, end)


def _word(match: re.Match[str]) -> Word:
    text = match.group()
    trimmed = text
    if text.endswith(".") and not _ABBREVIATED.fullmatch(text):
        trimmed = text[:-1]
    ends = trimmed != text
    possessive = re.search(r"(?:'s|s')$", trimmed)
    if possessive and len(trimmed) > 2:
        trimmed = trimmed[: -2 if trimmed.endswith("'s") else -1]
        ends = True
    trimmed = trimmed.rstrip("'/&-") or trimmed
    return Word(match.start(), match.start() + len(trimmed), trimmed, ends)


def without_leading(name: Name) -> Name | None:
    """Drop words such as *Actor* and *However* from the front; None when nothing is left."""
    words = name.words
    dropped = 0
    while dropped < len(words) and words[dropped].casefold() in LEADING:
        dropped += 1
    if dropped == len(words):
        return None
    rest = " ".join(words[dropped:])
    return Name(rest, name.end - len(rest), name.end) if dropped else name


def without_nicknames(text: str) -> str:
    """Return a name without what stands in quotes or brackets inside it: *Dwayne "The Rock" Johnson*."""
    return _NICKNAME.sub(" ", text).strip()


def is_name(text: str) -> bool:
    """Tell whether the whole text is written as a name."""
    words = _WORD.findall(without_nicknames(text))
    if not 0 < len(words) <= 7 or not any(word[0].isupper() for word in words):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES or "'" in word[:2] for word in words)


def surname_of(name: str) -> str:
    """Return the word that people repeat a person by."""
    words = [word for word in name.split() if word not in ("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV")]
    return words[-1] if words else name


def listed(names: Sequence[str]) -> str:
    """Write names as a sentence lists them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
