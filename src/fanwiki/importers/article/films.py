"""Which films an article speaks of, which of them is its subject, and which film a sentence means.

A title is found by its shape (in quotes, in italics, or a run of capitalised words) and becomes a film's only when
words such as *film*, *sequel to* or *directed by* stand right beside it somewhere, or when it is in the headline of
an article that speaks of films more than of series.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fanwiki.importers.article.sentences import MAX_SENTENCE, Sentence, simple
from fanwiki.importers.article.titles import (
    is_bare,
    is_title,
    like_a_name,
    number_of,
    pattern_of,
    quoted_titles,
    title_runs,
)

_FILM_WORD = (
    r"(?:films?|movies?|sequels?|prequels?|threequels?|remakes?|reboots?|flicks?|blockbusters?"
    r"|biopics?|trilogy|motion picture)"
)


_FILM_WORDS = re.compile(
    rf"\b(?:{_FILM_WORD}|box office|cinemas?|theat(?:er|re)s|big screen|theatrical(?:ly)?)\b", re.I
)


_SERIES_WORDS = re.compile(
    r"\b(?:seasons?|episodes?|tv show|(?:tv|television|web|anime|drama) series|sitcom|k-drama"
    r"|showrunner|series finale)\b",
    re.I,
)


_BEFORE = re.compile(
    rf"\b(?:{_FILM_WORD}|(?:sequel|prequel|follow-up|successor) (?:to|of)|film adaptation of"
    rf"|remake of|thriller|comedy|drama|horror"
    r"|feature|documentary|adventure|musical|animation|epic|romcom|rom-com|actioner)"
    r"(?:,? (?:called|titled|entitled|named|to|of))?,?\s*[\"']?$",
    re.I,
)


_AFTER = re.compile(
    rf"^[\"']?,?\s*(?:(?:\([12]\d{{3}}\)|[12]\d{{3}}|live-action|original|Netflix"
    rf"|upcoming)\s*)*(?:{_FILM_WORD}|franchise|film series)\b"
    r"|^[\"']?,?\s*(?:\([12]\d{3}\),?\s*)?(?:(?:which )?(?:is|was|will be) )?(?:(?:co-)?written(?:,| and| &) "
    r"|co-)?directed(?: and (?:co-)?written)? by\b"
    rf"|^[\"']? (?:is|was|will be) (?:an?|the) (?:[\w'-]+,? ){{0,7}}{_FILM_WORD}\b"
    r"|^[\"']? (?:(?:will|is|was|are) )?(?:\w+ly )?(?:set to |scheduled to |expected to "
    r"|slated to )?(?:hits?|hitting|in|arrives? in|opens? in|released in|be released in"
    r"|comes? to) "
    r"(?:theat(?:er|re)s|cinemas|the big screen)\b",
    re.I,
)


_YEAR_AFTER = re.compile(r"^[\"']?\s*\((?:18|19|20)\d{2}\)")


# A title that goes on in another language's small letters would be cut short here.
_FOREIGN = re.compile(
    r"^ (?:a|al|an|d[aeiou]s?|del|di|du|e|el|een|et|een|ha|i|il|je|l[aeio]s?|n[ao]|o|que|se|te|u[mn]a?|und|y|à|é) "
)


_SERIES_AFTER = re.compile(
    r"^[\"']?,?\s*(?:(?:tv|television|anime|original|web|animated|limited|hit|Netflix|Disney\+"
    r"|HBO) )*(?:series|show|sitcom|season|episode|anime|manga|novel|book|album|song|podcast"
    r"|comics?|video ?game)\b",
    re.I,
)


_SERIES_BEFORE = re.compile(
    r"\b(?:series|show|season|sitcom|anime|manga|novel|book|album|song|podcast|comic|video ?game"
    r"|episode)(?: called| titled)?,?\s*[\"']?$",
    re.I,
)


# Between a film and the one before it: *Gladiator II, the sequel to Ridley Scott's Gladiator*.
_FOLLOWS = re.compile(
    r"^[\"']?(?:, [^,]{1,60},)?(?:,| is| was| will be| serves as|, which is)? (?:the|a|an|its)(?: [\w-]+){0,4}"
    r" (?:sequel|follow-up|successor) (?:to|of)(?: [\w'-]+){0,6} [\"']?$"
)
_WORDS_PER_FILM_WORD = 200
"""An article that says *film* and the like less often than this is about something else."""

_MOST_CANDIDATES = 400
_MOST_FILMS = 150


@dataclass(frozen=True, slots=True)
class Film:
    """A film the article speaks of.

    Args:
        title: As the article writes it.
        sentence: The words that name it.
        previous: The film before it, by name or statement.
        previous_sentence: The words that say so.
    """

    title: str
    sentence: str
    previous: str = ""
    previous_sentence: str = ""


@dataclass(slots=True)
class _Candidate:
    """A title that may be a film's, with the places where it stands and what stands beside it."""

    title: str
    quoted: int = 0
    headline: int = 0
    heading: int = 0
    spans: tuple[tuple[int, int], ...] = ()
    before: int = 0
    after: int = 0
    year: int = 0
    series: int = 0

    @property
    def count(self) -> int:
        """How often the article names it."""
        return len(self.spans)

    @property
    def cues(self) -> int:
        """How often a word beside it says that it is a film."""
        strong = self.quoted or self.before or (self.headline and (self.after > 1 or " " in self.title))
        return self.before + (self.after if strong or len(self.title.split()) > 1 else 0) + (self.year if strong else 0)

    @property
    def score(self) -> float:
        """How surely the article is about it."""
        numbered = 1.5 if number_of(self.title) else 0.0
        return (
            5 * self.headline
            + 2 * min(self.quoted, 3)
            + min(self.cues, 4)
            + min(self.count, 8) / 2
            + self.heading
            + numbered
        )

    @property
    def heads_section(self) -> bool:
        """Whether a section is about it, as in a list of films."""
        return self.heading > 0 and (self.count > 1 or number_of(self.title) is not None)

    @property
    def is_subject(self) -> bool:
        """Whether the article can be about it, rather than name it in passing."""
        return bool(self.headline) or (self.cues > 0 and self.count > 2) or self.heads_section


@dataclass(frozen=True, slots=True)
class Films:
    """The films of one article.

    Args:
        main: The film the article is about, or None when it speaks of no film.
        all: Every film, the main one first.
    """

    main: Film | None = None
    all: tuple[Film, ...] = ()
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)

    def named_in(self, plain: str) -> list[tuple[int, int, str]]:
        """Return where the text names a film: start, end and title, in order; the longest name wins."""
        if self._pattern is None:
            return []
        titles = {film.title.casefold(): film.title for film in self.all}
        found = []
        for match in self._pattern.finditer(plain):
            title = titles.get(match.group("title").casefold(), match.group("title"))
            found.append((match.start(), match.end(), self._numbered(title, match.group("season") or "")))
        return found

    def of_title(self, title: str) -> Film | None:
        """Return the film of this title."""
        return next((film for film in self.all if film.title == title), None)

    def _numbered(self, title: str, season: str) -> str:
        """Read *X season 2* as *X 2* where the article has such a film: some call a film's sequel a season."""
        wanted = re.sub(r"\D", "", season)
        for film in self.all if wanted else ():
            number = number_of(film.title)
            if number and number[0] == title and str(number[1]) == wanted:
                return film.title
        return title


def find_films(headline: str, sentences: Sequence[Sentence], *, not_films: Collection[str]) -> Films:
    """Find the films of an article.

    Args:
        headline: The article's title.
        sentences: Its sentences.
        not_films: Names of people and characters, which are no titles.
    """
    text = "\n".join(sentence.plain for sentence in sentences)
    said = _Said.of(f"{headline}\n{text}")
    kept: list[_Candidate] = []
    taken = bytearray(len(text))  # where a longer title stands
    for entry in sorted(_candidates(headline, sentences, not_films), key=lambda entry: -len(entry.title)):
        _weigh(entry, text, taken)
        if _is_film(entry, said.speaks_of_films):
            kept.append(entry)
            for start, end in entry.spans:
                taken[start:end] = b"\x01" * (end - start)
    kept.sort(key=lambda entry: (-entry.score, entry.title))
    main = next((entry for entry in kept if said.can_be_about(entry)), None)
    if main is None:
        return Films()
    titles = [main.title, *(entry.title for entry in kept if entry is not main)][:_MOST_FILMS]
    found = _related_films(titles, headline, sentences)
    found = _sequel_first(found, headline)
    return Films(found[0], tuple(found), _title_pattern(film.title for film in found))


@dataclass(frozen=True, slots=True)
class _Said:
    """How often an article says *film* and the like, and *season* and the like."""

    films: int
    series: int
    words: int

    @classmethod
    def of(cls, text: str) -> _Said:
        return cls(len(_FILM_WORDS.findall(text)), len(_SERIES_WORDS.findall(text)), len(text.split()))

    @property
    def speaks_of_films(self) -> bool:
        """Whether it speaks of films, more than of series, and not once in a long while."""
        return self.films >= 2 and self.films > self.series and self.films * _WORDS_PER_FILM_WORD >= self.words

    def can_be_about(self, entry: _Candidate) -> bool:
        """Tell whether the article can be about this film."""
        headed = entry.headline and entry.cues and self.series <= self.films + entry.cues
        return entry.is_subject and bool(self.speaks_of_films or headed)


def _related_films(titles: Sequence[str], headline: str, sentences: Sequence[Sentence]) -> list[Film]:
    """Make the films in this order, and those before them that have no title here yet."""
    stated = _stated_previous(titles, sentences)
    found = [_related(title, _sentence_with(title, sentences) or headline, stated, sentences) for title in titles]
    for film in [film for film in found if film.previous and film.previous not in titles]:
        if all(film.previous != other.title for other in found):
            found.append(Film(film.previous, film.previous_sentence))
    return found


def _title_pattern(titles: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(titles, key=len, reverse=True)
    either = "|".join(re.escape(simple(title)) for title in longest_first)
    return re.compile(
        rf"(?<![\w-])(?P<title>{either})(?![\w]|-\w)(?P<season>(?:,? (?:season|part)|[\"']) \d{{1,2}}\b)?",
        re.IGNORECASE if len(either) > 12 else 0,
    )


def _is_film(entry: _Candidate, speaks_of_films: bool) -> bool:
    """Tell whether there is reason enough to call it a film."""
    if not entry.count and not (entry.quoted and (entry.headline or entry.heading)):
        return False
    if entry.series > entry.cues and not (entry.headline and speaks_of_films):
        return False
    if entry.cues:
        passing = entry.count == 1 and not (entry.quoted or entry.headline or entry.heading)
        return " " in entry.title or not passing
    distinct = entry.quoted or number_of(entry.title) is not None or (entry.count > 1 and not like_a_name(entry.title))
    return speaks_of_films and bool(entry.headline or entry.heading) and bool(distinct)


def _candidates(headline: str, sentences: Sequence[Sentence], not_films: Collection[str]) -> list[_Candidate]:
    """Collect what is shaped like a title, the most frequent first when there is too much of it."""
    plain_headline = simple(headline)
    seeds: Counter[str] = Counter()
    quoted: Counter[str] = Counter(title for title in quoted_titles(plain_headline) for _twice in (1, 2))
    for sentence in sentences:
        if len(sentence.plain) > MAX_SENTENCE:
            continue
        italics = (simple(title).strip(" ,.;:!\"'") for title in sentence.titles)
        marked = [
            title for title in (*quoted_titles(sentence.plain), *italics) if is_title(title) and title in sentence.plain
        ]
        quoted.update(marked)
        seeds.update(title_runs(sentence.plain))
    headings = dict.fromkeys(sentence.heading for sentence in sentences)
    for heading in headings:
        title = re.split(r" [-–—(|]|: ", heading)[0].strip()
        number = number_of(title)
        if number and title not in seeds and any(number[0] in sentence.plain for sentence in sentences):
            quoted[title] += 1  # a list of sequels names each in its heading
    banned = {name.casefold() for name in not_films}
    names = [
        title for title in (quoted + seeds) if title.casefold() not in banned and not is_bare(title, quoted[title])
    ]
    names.sort(key=lambda title: (title not in plain_headline, not quoted[title], -seeds[title]))
    return [
        _Candidate(
            title,
            quoted=quoted[title],
            headline=int(bool(pattern_of(title).search(plain_headline))),
            heading=min(3, sum(title in heading for heading in headings)),
        )
        for title in names[:_MOST_CANDIDATES]
    ]


def _weigh(entry: _Candidate, text: str, taken: bytearray) -> None:
    """Count what stands beside each place where the title stands by itself."""
    spans = []
    for match in pattern_of(entry.title).finditer(text):
        start, end = match.span()
        if taken[start]:
            continue  # part of a longer title
        spans.append((start, end))
        line = text.rfind("\n", 0, start) + 1
        before, rest = text[max(line, start - 80) : start], text[end : end + 120].split("\n")[0]
        entry.before += bool(_BEFORE.search(before)) and not _FOREIGN.match(rest)
        entry.after += bool(_AFTER.match(rest))
        entry.year += bool(_YEAR_AFTER.match(rest))
        entry.series += bool(_SERIES_AFTER.match(rest)) + bool(_SERIES_BEFORE.search(before))
    entry.spans = tuple(spans)


def _related(title: str, sentence: str, stated: Mapping[str, tuple[str, str]], sentences: Sequence[Sentence]) -> Film:
    """Make the film, with the film before it where its name or a sentence says so."""
    if title in stated:
        return Film(title, sentence, *stated[title])
    number = number_of(title)
    if number is None:
        return Film(title, sentence)
    base, count, style = number
    wanted = base if count == 2 else f"{base} {style}{count - 1}"
    evidence = _sentence_with(wanted, sentences) or (_sentence_of_first(sentences) if count == 2 else "")
    return Film(title, sentence, wanted, evidence) if evidence else Film(title, sentence)


def _sequel_first(found: list[Film], headline: str) -> list[Film]:
    """Put the sequel first where the headline speaks of one by the name of the film before it."""
    if re.search(r"\b(?:sequel|follow-up)\b", headline, re.I) and found[0].title in simple(headline):
        later = [film for film in found if film.previous == found[0].title and film.title not in simple(headline)]
        if len(later) == 1:
            return [later[0], *(film for film in found if film is not later[0])]
    return found


def _stated_previous(titles: Sequence[str], sentences: Sequence[Sentence]) -> dict[str, tuple[str, str]]:
    """Return the film before each, with the sentence, where one says which film is whose sequel."""
    pattern = _title_pattern(titles)
    found: dict[str, tuple[str, str]] = {}
    for sentence in sentences:
        if "sequel" not in sentence.plain and "follow-up" not in sentence.plain and "successor" not in sentence.plain:
            continue
        named = list(pattern.finditer(sentence.plain))
        for later, earlier in pairwise(named):
            between = sentence.plain[later.end() : earlier.start()]
            title, previous = later.group("title"), earlier.group("title")
            backwards = number_of(previous) is not None and number_of(title) is None
            if title != previous and not backwards and _FOLLOWS.match(between):
                found.setdefault(title, (previous, sentence.text))
    return found


def _sentence_with(title: str, sentences: Sequence[Sentence]) -> str:
    """Return the first sentence that names just this title."""
    pattern = re.compile(pattern_of(title).pattern + r"(?!,? [Ss]eason \d)")
    found = (sentence for sentence in sentences if title in sentence.plain and pattern.search(sentence.plain))
    return next((sentence.text for sentence in found), "")


def _sentence_of_first(sentences: Sequence[Sentence]) -> str:
    pattern = re.compile(r"\b(?:first|original|previous) (?:film|movie|inst?al+ment|part)\b|\bpredecessor\b", re.I)
    return next((sentence.text for sentence in sentences if pattern.search(sentence.plain)), "")
