"""Words of a query as expressions that FTS5 understands, whatever was typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from fanwiki.domain.query_tree import And, Node, Not, Or, Scope, Text
from fanwiki.domain.words import attached_forms, is_hangul, is_unspaced, other_spellings, stem_forms
from fanwiki.store.search_words import BEGINNING
from fanwiki.store.snapshot import Snapshot

MOST_ENDINGS = 24
"""An unfinished word becomes so many of the commonest words that begin so."""

MOST_ENDINGS_IN_PHRASE = 8
"""A phrase that ends with it becomes so many: each is looked through by itself."""

FEW_ENDINGS = 4
ENOUGH_PAGES = 20_000
"""With so many pages that have one of the words, no more than a few endings are looked for."""

INITIALS = 2

MOST_WITH_INITIAL = 3000
"""An initialism is looked for in fields where no more pages have the rarest of its letters as a word."""

HANGUL = ("\uac00", "\ud7a4")
MOST_AROUND, MOST_AROUND_THOROUGHLY = 48, 1000
"""A part of Korean words becomes so many words that have it."""

LONGEST = "\U0010ffff"
_COLUMNS = {Scope.NAMES: "names", Scope.HEADINGS: "headings", Scope.BODY: "body"}

_ENDINGS = """
    SELECT word, pages FROM search_word WHERE word >= :low AND word < :high ORDER BY pages DESC, word LIMIT :most
"""


_AROUND = f"""
    SELECT word FROM search_word WHERE word >= '{HANGUL[0]}' AND word < '{HANGUL[1]}' AND instr(word, :part) > 1
    ORDER BY pages DESC, word LIMIT :most
"""


class Vocabulary:
    """The words of one state of the wiki.

    Args:
        snapshot: That state.
        stems: Whether other English forms of a word count as the word.
        thorough: Whether an unfinished word means every word that begins so, however long that takes.
    """

    def __init__(self, snapshot: Snapshot, *, stems: bool = True, thorough: bool = False) -> None:
        self._snapshot = snapshot
        self._answers = snapshot.visibility.answers
        self._stems = stems
        self._thorough = thorough
        self._forms: dict[str, list[str]] = {}
        self._endings: dict[str, dict[str, int]] = {}

    def forms(self, word: str, *, begins: bool) -> list[str]:
        """Return the whole words that a typed word stands for, itself first."""
        known = self._forms.get(word)
        if known is None:
            others = (*(stem_forms(word)[1:] if self._stems else ()), *attached_forms(word))
            known = self._forms[word] = [word, *self._known(others)]
            if is_hangul(word) and len(word) > 1:
                known += [form for form in self._words_with(word) if form not in known]
        if begins and not self._thorough:
            return list(dict.fromkeys((*known, *self._words_that_begin_with(word))))
        return known

    def frequency(self, text: Text) -> int:
        """Return in how many pages the words are, all forms that are looked for added up."""
        *before, last = text.words
        counts = [self._count(word, word + "\0") for word in (*before, last)]
        if text.begins:
            counts += self._words_that_begin_with(last).values() if not self._thorough else ()
        return sum(counts)

    def is_too_short(self, text: Text) -> bool:
        """Whether an unfinished word is so short that, among others, it is no help yet."""
        return text.begins and not self._thorough and text.words == (text.words[0][:2],) and not is_unspaced(text.text)

    def is_rare(self, letters: str) -> bool:
        """Whether few pages have one of some letters as a word of its own, as most have “s” and “t”."""
        return any(self._count(letter, letter + "\0") <= MOST_WITH_INITIAL for letter in letters.split())

    def knows(self, text: Text) -> bool:
        """Whether all the words are used somewhere in just this form."""
        return len(self._known(text.words)) == len(set(text.words))

    def _count(self, low: str, high: str) -> int:
        statement = "SELECT coalesce(sum(pages), 0) FROM search_word WHERE word >= :low AND word < :high"
        return self._answers.of(
            ("pages", low, high), lambda: int(self._snapshot.ask(statement, {"low": low, "high": high})[0][0])
        )

    @property
    def thorough(self) -> bool:
        """Whether FTS5 is asked for every word that begins like an unfinished one."""
        return self._thorough

    def _known(self, forms: Sequence[str]) -> list[str]:
        if not forms:
            return []
        return self._answers.of(("known", tuple(forms)), lambda: self._read_known(forms))

    def _read_known(self, forms: Sequence[str]) -> list[str]:
        statement = "SELECT word FROM search_word WHERE word IN (SELECT value FROM json_each(:forms))"
        return [word for (word,) in self._snapshot.ask(statement, {"forms": json.dumps(list(forms))})]

    def _words_that_begin_with(self, word: str) -> dict[str, int]:
        """Return the commonest of these words, and in how many pages each is; none for a single letter."""
        if len(word) == 1 and not is_unspaced(word):
            return {}
        known = self._endings.get(word)
        if known is None:
            known = self._endings[word] = self._answers.of(("endings", word), lambda: self._read_endings(word))
        return known

    def _words_with(self, part: str) -> list[str]:
        """Return Korean words with another before this one, the commonest first: particles stand behind it too."""
        most = MOST_AROUND_THOROUGHLY if self._thorough else MOST_AROUND
        return self._answers.of(
            ("around", part, most),
            lambda: [word for (word,) in self._snapshot.ask(_AROUND, {"part": part, "most": most})],
        )

    def _read_endings(self, word: str) -> dict[str, int]:
        found: dict[str, int] = {}
        pages = 0
        for ending, count in self._snapshot.ask(_ENDINGS, {"low": word, "high": word + LONGEST, "most": MOST_ENDINGS}):
            if len(found) >= FEW_ENDINGS and pages >= ENOUGH_PAGES:
                break
            found[ending] = count
            pages += count
        return found


def initials_of(text: Text) -> str:
    """Return how an initialism stands in names that write it with full stops, such as ``e t`` for ``et``; or nothing.

    Longer ones stand in the index of names as one word too.
    """
    word = text.words[0]
    if text.exact or text.starred or len(text.words) > 1 or len(word) != INITIALS or not word.isalpha():
        return ""
    return "" if is_unspaced(word) else " ".join(word)


def quoted(*words: str) -> str:
    """Return words that stand next to each other as FTS5 reads them; words never hold quotes."""
    return '"' + " ".join(words) + '"'


def body_expression(text: Text, vocabulary: Vocabulary) -> str:
    """Return what finds words in the text and hidden indexes."""
    column = _COLUMNS.get(text.scope)
    before, last = text.words[:-1], text.words[-1]
    if text.exact and not text.begins:
        found = quoted(*text.words)
    else:
        forms = vocabulary.forms(last, begins=text.begins) if not before or text.begins else [last]
        if before and not vocabulary.thorough:
            forms = forms[:MOST_ENDINGS_IN_PHRASE]
        parts = [quoted(*before, form) for form in forms]
        if text.begins and vocabulary.thorough:
            parts.append(f"{quoted(*before, last)} *")
        spaced = initials_of(text)
        if spaced and column != "body" and vocabulary.is_rare(spaced):
            parts.append(f"{{names fields}} : {quoted(spaced)}")
        found = " OR ".join(parts)
    return f"{column} : ({found})" if column else f"({found})"


def name_expression(text: Text, vocabulary: Vocabulary) -> str:
    """Return what finds words in the index of names, which answers prefixes itself."""
    whole = quoted(*text.words)
    if text.exact:
        return f"({whole} *)" if text.begins else f"({whole})"
    parts = [whole]
    if len(text.words) == 1:
        forms = (*other_spellings(text.words[0]), *vocabulary.forms(text.words[0], begins=False)[1:])
        parts += [quoted(form) for form in forms]
    elif not is_unspaced(whole):
        parts.append(quoted("".join(text.words)))
    if text.begins:
        parts[:1] = [f"{whole} *"]
    return f"({' OR '.join(parts)})"


def beginning_expression(text: Text) -> str:
    """Return what finds names whose first word is, or begins with, the text's first word."""
    first = quoted(BEGINNING + text.words[0])
    return f"{first} *" if text.begins and len(text.words) == 1 else first


def expression(node: Node, leaf: Callable[[Text], str]) -> str:
    """Return the expression of a tree of words; the tree must be `is_wanted_text`."""
    match node:
        case Text():
            return leaf(node)
        case And(parts):
            return "(" + " AND ".join(expression(part, leaf) for part in parts) + ")"
        case Or(parts):
            return "(" + " OR ".join(expression(part, leaf) for part in parts) + ")"
        case _:
            raise TypeError(f"{type(node).__name__} is no text")


def is_wanted_text(node: Node) -> bool:
    """Whether the tree is of words only, none of them unwanted."""
    match node:
        case Text():
            return True
        case And(parts) | Or(parts):
            return all(is_wanted_text(part) for part in parts)
        case Not():
            return False
        case _:
            return False
