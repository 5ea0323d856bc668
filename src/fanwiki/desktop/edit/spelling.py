"""Spelling by Hunspell dictionaries, read by Spylls: no system library, one dictionary comes along.

Spylls ships American English under SCOWL's permissive terms; any other Hunspell dictionary of the system
(``/usr/share/hunspell`` and its like) can be chosen, so no dictionary under a stricter licence is shipped.
Reading one takes a third of a second, so it happens in a job; until then nothing is underlined.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.stored import read_lines, write_lines
from fanwiki.errors import FanwikiError
from fanwiki.wording import say

SHIPPED = "en_US"
MOST_SUGGESTIONS = 6
_SHORTEST = 2


def available() -> list[str]:
    """Return the languages there are dictionaries for, the shipped one included."""
    found = {SHIPPED}
    for folder in _system_folders():
        if folder.is_dir():
            found.update(path.stem for path in folder.glob("*.dic") if path.with_suffix(".aff").is_file())
    return sorted(found)


def _system_folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("APPDATA", ".")) / "hunspell"]
    if sys.platform == "darwin":
        return [Path.home() / "Library" / "Spelling", Path("/Library/Spelling")]
    return [Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts")]


def _dictionary_path(language: str) -> Path:
    """Return the dictionary's path without its ending."""
    for folder in _system_folders():
        if (folder / f"{language}.dic").is_file() and (folder / f"{language}.aff").is_file():
            return folder / language
    spec = find_spec("spylls")
    if spec is None or not spec.origin:
        raise FanwikiError("The spelling library is missing.", "Install fanwiki again.")
    shipped = Path(spec.origin).parent / "hunspell" / "data" / language[:2] / language
    if not shipped.with_suffix(".dic").is_file():
        raise FanwikiError(
            say("There is no dictionary for %1.", language),
            say("Install one (hunspell-%1), or choose another language.", language),
        )
    return shipped


def read_dictionary(language: str) -> Any:
    """Read a Hunspell dictionary.

    Raises:
        FanwikiError: There is none for this language.
    """
    # Spylls has no type marker. Its own `Dictionary.from_files` leaves its files open.
    from spylls.hunspell import Dictionary, readers  # type: ignore[import-untyped]
    from spylls.hunspell.readers.file_reader import FileReader  # type: ignore[import-untyped]

    class ClosingReader(FileReader):  # type: ignore[misc]  # it has no types
        def reset_io(self, obj: Any) -> None:
            if getattr(self, "io", None) is not None:
                self.io.close()
            super().reset_io(obj)

    path = _dictionary_path(language)
    rules = ClosingReader(f"{path}.aff")
    aff, context = readers.read_aff(rules)
    rules.io.close()
    words = ClosingReader(f"{path}.dic", encoding=context.encoding)
    dic = readers.read_dic(words, aff=aff, context=context)
    words.io.close()
    return Dictionary(aff, dic)


class SpellChecker(QObject):
    """Tells misspelt words and suggests better ones; knows the user's own words and the wiki's names.

    Args:
        runner: Reads the dictionary and looks for suggestions.
        words_path: The user's own words, one a line.

    Signals:
        changed(): The dictionary was read, or words were added: check again.
    """

    changed = Signal()

    def __init__(self, runner: JobRunner, words_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._words_path = words_path
        self._own = {word.casefold() for word in read_lines(words_path)}
        self._names: frozenset[str] = frozenset()
        self._dictionary: Any = None
        self._loading = ""
        self._known: dict[str, bool] = {}

    @property
    def is_ready(self) -> bool:
        """Whether the dictionary was read."""
        return self._dictionary is not None

    def load(self, language: str = SHIPPED) -> None:
        """Read a dictionary in a job; `changed` tells when it is there."""
        if language == self._loading:
            return
        self._loading = language

        self._runner.start(lambda _progress: read_dictionary(language), text="", done=self._set_dictionary)

    def set_names(self, names: Iterable[str]) -> None:
        """Take the wiki's titles and aliases, whose words are right."""
        self._names = frozenset(word for name in names for word in name.casefold().replace("’", "'").split())
        self.changed.emit()

    def add(self, word: str) -> None:
        """Remember a word as right, for every wiki."""
        self._own.add(word.casefold())
        write_lines(self._words_path, sorted(self._own))
        self.changed.emit()

    def is_wrong(self, word: str) -> bool:
        """Tell whether a word is misspelt; words with digits, in capitals, or very short are never."""
        if self._dictionary is None or len(word) < _SHORTEST or word.isupper():
            return False
        plain = word.replace("’", "'")
        folded = plain.casefold()
        if folded in self._own or folded in self._names or folded.removesuffix("'s") in self._names:
            return False
        known = self._known.get(plain)
        if known is None:
            known = self._known[plain] = bool(self._dictionary.lookup(plain))
        return not known

    def suggestions(self, word: str) -> list[str]:
        """Return better words, best first; takes up to half a second, so call it in a job."""
        if self._dictionary is None:
            return []
        return list(islice(self._dictionary.suggest(word.replace("’", "'")), MOST_SUGGESTIONS))

    def _set_dictionary(self, dictionary: Any) -> None:
        self._dictionary = dictionary
        self._known.clear()
        self.changed.emit()
