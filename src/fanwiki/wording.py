"""The program's sentences in the reader's language, for every layer, without Qt.

A text is written in English where it is made, with places for its values: `say("There is no page “%1”.", title)`. What
it becomes is up to the catalogue of the language that is spoken. The window speaks its own (`speak`); a copy is made
in the language that was chosen for it (`speaking`); where nobody asked for another, as on the command line, it is
English.

Some texts are kept: problems of a page, comments of revisions, reports of an import that another process wrote. They
are written in English (`written`) and translated when they are shown (`heard`).

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

_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True)
class Catalogue:
    """The texts of a language, by the English.

    Args:
        language: Its code.
        texts: The sentences, with places such as ``%1``.
        labels: What shipped kinds and their fields are called.
        numbers: The forms of counted texts by the English form for several: for one, and for any other number.
        stored: The sentences that are kept in English and translated when they are shown.
    """

    language: str = ENGLISH
    texts: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    stored: Mapping[str, str] = field(default_factory=dict)

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
        if text in self.stored:
            return self.stored[text]
        for pattern, order, translation in self._patterns:
            if match := pattern.fullmatch(text):
                values = dict(zip(map(int, order), match.groups(), strict=True))
                return _filled(translation, [values.get(number, "") for number in range(1, 10)])
        return text

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], list[str], str]]:
        """The sentences with places, those that say most before those that would fit nearly everything."""
        with_places = [source for source in self.stored if _PLACE.search(source)]
        with_places.sort(key=lambda source: -len(_PLACE.sub("", source)))
        return [
            (
                re.compile("(.*?)".join(map(re.escape, _PLACE.sub("\0", source).split("\0"))), re.DOTALL),
                _PLACE.findall(source),
                self.stored[source],
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


def heard(text: str) -> str:
    """Translate a text that was kept."""
    return spoken().heard(text)


def _filled(text: str, values: Sequence[object]) -> str:
    return _PLACE.sub(lambda place: str(values[int(place[1]) - 1]), text) if values else text
