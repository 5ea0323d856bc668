"""Who plays whom: lists, tables and sentences that pair a performer with a character."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from fanwiki.importers.article.blocks import Block, Role
from fanwiki.importers.article.cast_lists import (
    from_lists,
    from_tables,
)
from fanwiki.importers.article.casting import (
    AS,
    PLAYED_BY,
    PLAYS,
    SELF,
    Casting,
    casting,
)
from fanwiki.importers.article.names import Name, Words, without_leading
from fanwiki.importers.article.sentences import MAX_SENTENCE, Sentence

# "returning for Black Panther II as", "star in Dune as": the film stands between.
_TAKES_FOR = re.compile(
    r"\b(?:regard|see|saw|view|describe|know|treat|label|name|remember|recogni[sz]e"
    r"|think|thought|hail|praise)\w*(?: of| about)? [\"']?$",
    re.I,
)
_IN_FILM = re.compile(
    r"(?:,? who)? (?:(?:will|would|is|are|was|has|to|be|been|also|set|expected|likely|confirmed) )*"
    r"(?:return(?:s|ed|ing)?|star(?:s|red|ring)?|appear(?:s|ed|ing)?|back|feature[sd]?|cast|seen"
    r"|join(?:s|ed|ing)?) (?:in|for|to) "
    r"(?:the (?:film|movie|sequel|cast of) )?[\"']?[A-Z0-9][\w':&.-]*(?: (?:of|the|and|a|an|in|to"
    r"|[\"']?[A-Z0-9][\w':&.-]*))*[\"']?(?: \d{1,2})? as "
)


# The items of a list in a sentence, parted by commas, semicolons and "and".
_ITEMS = re.compile(r"(?:[^,;()]|\([^()]{0,60}\))+")
_ROLE_IN_BRACKETS = re.compile(r" \(([A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3})\)\s*$")


_SUBJECT = re.compile(r"\b(?:he|she|they)(?:'ll)?$")


_RANK = re.compile(
    r" (?:(?:secret|special|bounty|police|private|super) )?(?:agents?|operative|officer|detective"
    r"|director|captain|scientist|soldier|villain|hero|superhero|heroine|leader|"
    r"investigator|inspector|hunter|star|assassin|spy|warrior|wizard|princess|prince|queen|king"
    r"|general|doctor|reporter|journalist|mobster|gangster|boss) (?=[A-Z])"
)


_NOT_AS = re.compile(
    r"\b(?:known|such|regarded|described|seen|serves?|served|serving|acts?|acted|acting|works?"
    r"|worked|working|soon|long|far|well|much|same|billed|credited|referred to|hailed|used|posed?"
    r"|disguised|praised|recognized|recognised)$",
    re.I,
)


# Small words that may describe a character before the name: "the villainous", "a young", "famed runner". No preposition
# may stand there: "the grandfather of John" does not name whom somebody plays.
_DESCRIBES = re.compile(
    r"^(?:(?:an?|the|his|her|their|one|both) )?(?:(?!(?:of|in|to|for|with|who|on|at|by|from|and"
    r"|opposite|alongside|as|that|than|against)\b)[a-z][\w-]*,? ){0,4}"
)


_CHARACTER_TAIL = re.compile(
    r"\s*/\s*[^\W\d_][\w'-]*(?: [A-Z][\w'-]*)*|\s+\((?:voice|uncredited)\)"
    r"|,? (?:aka|a\.k\.a\.|also known as|better known as) (?:the )?[\"']?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
)


def castings(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[Casting]:
    """Return every pairing the article states, lists and tables first; each pair once."""
    found = [*from_tables(blocks), *from_lists(blocks)]
    listed = {entry.block for entry in found}
    subject = (-1, "")
    for sentence in sentences:
        if sentence.block not in listed and len(sentence.text) <= MAX_SENTENCE and sentence.role is not Role.ROW:
            found.extend(_from_sentence(sentence, before=subject[1] if subject[0] == sentence.block else ""))
        subject = (sentence.block, _subject_of(sentence))
    unique: dict[tuple[str, str, str], Casting] = {}
    for entry in found:
        unique.setdefault((entry.performer.casefold(), entry.character.casefold(), entry.named.casefold()), entry)
    return list(unique.values())


def _subject_of(sentence: Sentence) -> str:
    """Return the name of two words or more that a sentence begins with, or an empty text."""
    name = Words(sentence.plain[:120]).name_after(0)
    return name.text if name and len(name.words) > 1 and without_leading(name) == name else ""


def in_brackets(sentences: Sequence[Sentence], people: Collection[str]) -> Iterator[Casting]:
    """Yield castings such as *Neytiri (Zoe Saldana)*, where the article shows elsewhere who is a person."""
    for sentence in sentences:
        if len(sentence.text) > MAX_SENTENCE or sentence.role is Role.ROW:
            continue
        for match in re.finditer(r" \(([^()]{3,40})\)", sentence.plain):
            character = Words(sentence.plain).name_before(match.start())
            stripped = without_leading(character) if character else None
            if match.group(1) in people and stripped and stripped.text not in people:
                yield from casting(match.group(1), stripped.text, sentence.text, sentence.block, stripped.start)


def _from_sentence(sentence: Sentence, *, before: str) -> Iterator[Casting]:
    """Yield the castings a sentence states.

    Args:
        before: Whom the sentence before begins with: *he* and *she* at the start of this one mean them.
    """
    words = Words(sentence.plain)
    pronoun = re.match(r"(?:He|She)(?= )", sentence.plain)
    verb = PLAYS.match(sentence.plain, pronoun.end()) if pronoun and before else None
    character = words.name_after(verb.end()) if verb else None
    if character:
        yield from casting(before, character.text, sentence.text, sentence.block)
    respectively = list(_respective(sentence, words))
    if respectively or re.search(r"\brespectively\b", sentence.plain):
        yield from respectively
        return
    for match in PLAYED_BY.finditer(sentence.plain):
        character, performer = words.name_before(match.start()), words.name_after(match.end())
        if character and performer and _is_person(performer, sentence.plain):
            yield from casting(performer.text, character.text, sentence.text, sentence.block, character.start)
    yield from _between_pairs(sentence, words)
    taken: set[int] = set()
    for match in [*_IN_FILM.finditer(sentence.plain), *PLAYS.finditer(sentence.plain), *AS.finditer(sentence.plain)]:
        if match.end() not in taken:
            taken.add(match.end())
            yield from _around(match, sentence, words)


def _between_pairs(sentence: Sentence, words: Words) -> Iterator[Casting]:
    """Yield castings such as *Ann Lee (Comet)* in a list in which the items before and after it say *X as Y*."""
    items = list(_ITEMS.finditer(sentence.plain))
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        paired = " as " in before.group() and " as " in after.group() and " as " not in item.group()
        bracket = _ROLE_IN_BRACKETS.search(item.group()) if paired else None
        performer = words.name_before(item.start() + bracket.start()) if bracket else None
        performer = without_leading(performer) if performer else None
        if bracket and performer and len(performer.words) > 1 and performer.start >= item.start():
            yield from casting(performer.text, bracket.group(1), sentence.text, sentence.block, performer.start)


def _around(match: re.Match[str], sentence: Sentence, words: Words) -> Iterator[Casting]:
    """Yield the casting with the performer before the match and the character after it."""
    plain = sentence.plain
    if match.re is AS and (_NOT_AS.search(plain[: match.start()])):
        return
    performer = _performer(match, words)
    if performer is None:
        return
    rest = plain[match.end() :]
    alone = re.split(r"[,;]", rest)[0].rstrip(". ")
    if SELF.match(alone):
        yield from casting(performer.text, alone, sentence.text, sentence.block, performer.start)
        return
    described = _DESCRIBES.match(rest)
    character = words.name_after(match.end() + (described.end() if described else 0))
    rank = _RANK.match(plain[character.end :]) if character else None
    if character and rank:
        character = words.name_after(character.end + rank.end())
    if character is not None and not re.match(r"'s?\b|'(?= )", plain[character.end :]):
        tail = _CHARACTER_TAIL.match(plain[character.end :])
        text = plain[character.start : character.end] + (tail.group() if tail else "")
        yield from casting(performer.text, text, sentence.text, sentence.block, performer.start)


def _performer(match: re.Match[str], words: Words) -> Name | None:
    """Return who does what the match says: the name before it, or the subject whom *he* or *she* stands for."""
    before = words.plain[: match.start()]
    if _SUBJECT.search(before):
        name = words.name_after(0)
        return name if name and len(name.words) > 1 and without_leading(name) == name else None
    name = words.name_before(match.start())
    name = without_leading(name) if name else None
    if name is None or not _is_person(name, words.plain):
        return None
    behind = words.plain[: name.start]
    if match.re is AS and _TAKES_FOR.search(behind):
        return None
    return None if match.re is AS and re.search(r"\b(?:for|in|at|from|on|to|into)(?: the)? [\"']?$", behind) else name


def _is_person(name: Name, plain: str) -> bool:
    """Tell whether a name can be a performer's: two words, or one where a cast is being told."""
    if len(name.words) > 1:
        return True
    if name.text.casefold() in ("he", "she", "they", "who", "it", "netflix", "marvel", "disney"):
        return False
    return bool(re.search(r"\b(?:stars?|starring|cast|plays|portrays|role)\b", plain, re.I))


def _respective(sentence: Sentence, words: Words) -> Iterator[Casting]:
    """Yield pairs from *A, B and C will play X, Y and Z*: as many names on both sides."""
    for match in PLAYS.finditer(sentence.plain):
        described = _DESCRIBES.match(words.plain[match.end() :])
        left = _list_before(match.start(), words)
        right = _list_after(match.end() + (described.end() if described else 0), words)
        if len(left) == len(right) > 1:
            for performer, character in zip(left, right, strict=True):
                yield from casting(performer.text, character.text, sentence.text, sentence.block, performer.start)
            return


def _list_before(place: int, words: Words) -> list[Name]:
    names: list[Name] = []
    name = words.name_before(place)
    while name is not None:
        names.insert(0, name)
        gap = re.search(r"(?:,| and| &|, and) $", words.plain[: name.start])
        name = words.name_before(gap.start()) if gap else None
    stripped = without_leading(names[0]) if names else None
    return [stripped, *names[1:]] if stripped else names


def _list_after(place: int, words: Words) -> list[Name]:
    names: list[Name] = []
    name = words.name_after(place)
    while name is not None:
        names.append(name)
        gap = re.match(r"(?:, and|,| and| &) ", words.plain[name.end :])
        name = words.name_after(name.end + gap.end()) if gap else None
    return names
