"""What is shaped like a title: in quotes, or a run of capitalised words; with a number, without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanwiki.importers.article.names import LEADING

_NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


_NUMBERED = re.compile(
    r"^(?P<base>[^\n]*?[^\W_][^\n]*?):? (?P<style>(?:Part|Chapter|Vol\.?|Volume) )?(?P<number>\d{1,2}"
    r"|[IVX]{1,4}|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
    r"(?P<rest>: .+)?$"
)


_SMALL_TEXT = """
of the and a an in on to for from with at by vs vs. de la le du & or but my your
"""
_SMALL = frozenset(_SMALL_TEXT.split())


_RUN_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f&/-]|'(?=\w)|\.(?=\w))*[:.]?|&")


_NOT_TITLES_TEXT = """
netflix hollywood bollywood disney disney+ marvel pixar sony paramount universal lionsgate amazon apple hbo hulu
dc a24 mcu dcu warner bros imdb variety deadline instagram twitter youtube facebook google oscar oscars emmy
american british spanish french german korean japanese indian chinese english italian christmas i monday tuesday
wednesday thursday friday saturday sunday january february march april june july august september october
november december
"""
_NOT_TITLES = frozenset(_NOT_TITLES_TEXT.split())


_LONGEST = 90
_MOST_WORDS = 14


def number_of(title: str) -> tuple[str, int, str] | None:
    """Read *X 2*, *X Part Two*, *X III: Y* as base, number and style; None when the title has no number."""
    match = _NUMBERED.match(title)
    if not match:
        return None
    text = match.group("number").casefold()
    number = int(text) if text.isdigit() else _NUMBER_WORDS.get(text) or _ROMAN.get(text, 0)
    return (match.group("base"), number, match.group("style") or "") if 2 <= number <= 20 else None


def like_a_name(title: str) -> bool:
    """Tell whether a title could as well be somebody's name: one to three plain capitalised words."""
    words = title.split()
    return len(words) <= 3 and all(
        word[0].isupper() and word.replace("-", "").replace(".", "").isalpha() for word in words
    )


def pattern_of(title: str) -> re.Pattern[str]:
    """Return a pattern for the title where no longer title goes on."""
    longer = r"(?!:? (?:\d{1,2}(?! (?:years|months|weeks|days|more|of))|[IVX]{2,4}|Part|Vol\.|Chapter)\b)"
    return re.compile(rf"(?<![\w-]){re.escape(title)}(?![\w]|-\w){longer}")


def is_bare(title: str, quoted: int) -> bool:
    """Tell whether it holds only words that make no title, such as names of months and studios."""
    words = [word.casefold().strip(".:") for word in title.split()]
    return (
        all(word in _NOT_TITLES or word in LEADING or word in _SMALL or word.isdigit() for word in words) and not quoted
    )


def quoted_titles(plain: str) -> Iterator[str]:
    """Yield what stands in quotes and is shaped like a title."""
    for match in re.finditer(
        r"(?<![^\W_])\"([^\"\n]{2,90})\"|(?<![^\W_])'((?:[^'\n]|'(?=\w)|(?<=s)'(?= \w)){2,90}?)'(?!\w)", plain
    ):
        title = (match.group(1) or match.group(2)).strip(" ,.;:!")
        if is_title(title):
            yield title


def is_title(text: str) -> bool:
    """Tell whether the text is written as titles are: its words capitalised but for small ones."""
    words = text.split()
    if (
        not words
        or len(text) > _LONGEST
        or len(words) > _MOST_WORDS
        or not (words[0][0].isupper() or words[0][0].isdigit())
    ):
        return False
    large = [word for word in words if word.casefold().strip(",.:") not in _SMALL and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in large)
    return (
        bool(large or words[0][0].isdigit()) and capitals >= 0.8 * len(large) and not re.search(r"[.!?] \w|[,;]$", text)
    )


def title_runs(plain: str) -> Iterator[str]:
    """Yield runs of capitalised words, whole, without words that begin sentences, and parted at small words."""
    run: list[str] = []
    last_end = -1
    opens = True
    for match in [*_RUN_WORD.finditer(plain), None]:
        word = match.group() if match else ""
        glued = match is not None and last_end >= 0 and plain[last_end : match.start()] == " "
        belongs = bool(word) and (word[0].isupper() or word[0].isdigit() or (word in _SMALL and run))
        if run and not (belongs and glued and not run[-1].endswith(".")):
            if len(run) <= _MOST_WORDS:
                yield from _of_run(run, starts_sentence=opens)
            run = []
            opens = False
        if match is not None and belongs and (run or not word[0].isdigit()):
            if not run:
                opens = not plain[max(0, match.start() - 5) : match.start()].strip("\"'( ")
            run.append(re.sub(r"'s$", "", word) if word.endswith("'s") else word)
            if word.endswith("'s") and len(run) <= _MOST_WORDS:
                yield from _of_run(run, starts_sentence=opens)
        last_end = match.end() if match else -1


def _of_run(run: list[str], *, starts_sentence: bool) -> Iterator[str]:
    """Yield the titles that a run of words may hold."""
    words = [word.rstrip(":.") if number == len(run) - 1 else word for number, word in enumerate(run)]
    while words and words[-1] in _SMALL:
        words.pop()
    season = next(
        (
            n
            for n, word in enumerate(words)
            if word in ("Season", "Episode", "Cast", "Release", "Trailer", "Plot") and n
        ),
        len(words),
    )
    words = words[:season]
    starts = [0]
    if starts_sentence:
        starts += [n for n in range(1, len(words)) if all(word.casefold() in LEADING for word in words[:n])]
    starts += [n + 1 for n, word in enumerate(words[:-1]) if word in _SMALL and n]
    for start in dict.fromkeys(starts):
        title = " ".join(words[start:])
        if words[start:] and words[start] not in _SMALL and len(title) <= _LONGEST and is_title(title):
            yield title
