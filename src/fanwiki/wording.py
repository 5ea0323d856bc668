"""The program's sentences in the reader's language, for every layer, without Qt.

A text is written in English where it is made, with places for its values: `say("There is no page “%1”.", title)`. What
it becomes is up to the catalogue of the language that is spoken. The window speaks its own (`speak`); a copy is made
in the language that was chosen for it (`speaking`); where nobody asked for another, as on the command line, it is
English.

Some texts are kept: problems of a page, comments of revisions, reports of an import that another process wrote. They
are written in English (`written`) and translated when they are shown (`heard`). A value among them may be a text
itself, a sentence or a part of one (`phrase`): its place is ``%t1`` then, and ``%l1`` where it is what a kind, field
or option is called. Any other value stays as it is, since it may be somebody's own words.

`packaging/translations.py` finds all of them in the syntax tree, so the text itself stands in the call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property

ENGLISH = "en"

_PLACE = re.compile(r"%([tl]?)(\d)")

Patterns = list[tuple[re.Pattern[str], list[tuple[str, str]], str]]


@dataclass(frozen=True)
class Catalogue:
    """The texts of a language, by the English.

    Args:
        language: Its code.
        texts: The sentences, with places such as ``%1``.
        labels: What shipped kinds and their fields are called.
        numbers: The forms of counted texts by the English form for several: for one, and for any other number.
        stored: The sentences that are kept in English and translated when they are shown.
        phrases: What stands within such sentences.
    """

    language: str = ENGLISH
    texts: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    stored: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """Return a sentence with its places."""
        return self.texts.get(text, text)

    def label(self, text: str) -> str:
        """Return a shipped label; another is somebody's own and stays."""
        return self.labels.get(text, text)

    def number(self, number: int, one: str, other: str) -> str:
        """Return the form of a counted text."""
        return self.numbers.get(other, (one, other))[number != 1]

    def heard(self, text: str) -> str:
        """Return a finished English sentence in this language, or as it is when nobody knows it."""
        told = self._known(text, self.stored, self._stored_patterns)
        return text if told is None else told

    def _within(self, text: str) -> str:
        """Return a text that stands in another one, in this language."""
        told = self._known(text, self.phrases, self._phrase_patterns)
        return self.heard(text) if told is None else told

    def _known(self, text: str, texts: Mapping[str, str], patterns: Patterns) -> str | None:
        if text in texts:
            return texts[text]
        for pattern, places, translation in patterns:
            if match := pattern.fullmatch(text):
                values = {
                    int(number): self._value(kind, value)
                    for (kind, number), value in zip(places, match.groups(), strict=True)
                }
                return _filled(translation, [values.get(number, "") for number in range(1, 10)])
        return None

    def _value(self, kind: str, value: str) -> str:
        return self._within(value) if kind == "t" else self.label(value) if kind == "l" else value

    @cached_property
    def _stored_patterns(self) -> Patterns:
        return _patterns(self.stored)

    @cached_property
    def _phrase_patterns(self) -> Patterns:
        return _patterns(self.phrases)


def _patterns(texts: Mapping[str, str]) -> Patterns:
    """Return the texts with places, those that say most before those that would fit nearly everything."""
    with_places = sorted(filter(_PLACE.search, texts), key=lambda source: -len(_PLACE.sub("", source)))
    return [
        (
            re.compile("(.*?)".join(map(re.escape, _PLACE.sub("\0", source).split("\0"))), re.DOTALL),
            _PLACE.findall(source),
            texts[source],
        )
        for source in with_places
    ]


@dataclass
class _Speech:
    """What is spoken where nobody asked for something else."""

    catalogue: Catalogue


_speech = _Speech(Catalogue())
_chosen: ContextVar[Catalogue | None] = ContextVar("catalogue", default=None)


def speak(catalogue: Catalogue) -> None:
    """Speak this language from now on, in every thread."""
    _speech.catalogue = catalogue


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Speak this language in this thread meanwhile."""
    token = _chosen.set(catalogue)
    try:
        yield
    finally:
        _chosen.reset(token)


def spoken() -> Catalogue:
    """Return the catalogue of the language that is spoken here."""
    return _chosen.get() or _speech.catalogue


def say(text: str, *values: object) -> str:
    """Translate a text and fill in its ``%1``, ``%2`` …"""
    return _filled(spoken().text(text), values)


def say_number(number: int, one: str, other: str) -> str:
    """Choose among the forms of a text by a number, and fill it in as ``%1``."""
    return _filled(spoken().number(number, one, other), (number,))


def say_label(label: str) -> str:
    """Return what a kind, field or option is called: translated when it is a shipped one, else as its author wrote."""
    return spoken().label(label)


def mark(text: str) -> str:
    """Mark a text of a table; it is translated where it is shown."""
    return text


def written(text: str, *values: object) -> str:
    """Fill in a text that is kept, and so stays English until it is shown."""
    return _filled(text, values)


def phrase(text: str, *values: object) -> str:
    """Fill in a part of a text that is kept; it is translated with that."""
    return _filled(text, values)


def mark_label(label: str) -> str:
    """Mark what a kind that the program makes is called; it is translated where it is shown, as those that ship."""
    return label


def heard(text: str) -> str:
    """Translate a text that was kept."""
    return spoken().heard(text)


def _filled(text: str, values: Sequence[object]) -> str:
    return _PLACE.sub(lambda place: str(values[int(place[2]) - 1]), text) if values else text
