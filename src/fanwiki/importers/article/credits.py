"""Who made a film, and when it comes out: what sentences and labelled lines state without doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fanwiki.importers.article.blocks import Block, Role
from fanwiki.importers.article.names import Name, Words, is_name, without_leading, without_nicknames
from fanwiki.importers.article.sentences import MAX_SENTENCE, Sentence, simple


@dataclass(frozen=True, slots=True)
class Credit:
    """A value that the article states of a film.

    Args:
        field: The film's field: ``director``, ``released`` and so on.
        value: A person's or company's name, or a date as written.
        sentence: The words that say so.
        block: The number of the block they stand in.
        start: Where in the sentence it begins, for the film named nearest before it.
        film: The film where the words name it themselves (*director of X*), else empty.
        is_person: Whether the value names a person.
    """

    field: str
    value: str
    sentence: str
    block: int
    start: int
    film: str = ""
    is_person: bool = True


_CRAFT = {
    "directed": ("director",),
    "helmed": ("director",),
    "written": ("writer",),
    "co-written": ("writer",),
    "co-directed": ("director",),
    "penned": ("writer",),
    "scripted": ("writer",),
    "produced": ("producer",),
    "co-produced": ("producer",),
    "scored": ("composer",),
    "composed": ("composer",),
}
_CRAFTS = "|".join(_CRAFT)
_MADE_BY = re.compile(
    rf"\b(?P<crafts>(?:{_CRAFTS})(?:(?:, | and |, and | & )(?:{_CRAFTS}))*) by (?:(?:the )?(?:[\w-]+ ){{0,3}}?"
    r"(?:director|filmmaker|writer|screenwriter|duo|brothers|siblings)s? )?",
    re.I,
)
_BY_NOUN = re.compile(
    r"\b(?:(?P<script>(?:screenplay|script|story|scripts?)(?: (?:is|was))?)|(?P<music>(?:music"
    r"|score|soundtrack)(?: (?:is|was))?)|(?P<direction>direction)"
    r"|(?P<distribution>distributed)) by ",
    re.I,
)
_DIRECTS = re.compile(
    r"(?P<aux> (?:who )?(?:will )?(?:be )?(?:is )?(?:also )?(?:return(?:s"
    r"|ed)? to )?)(?P<verb>directs|directed|directing|direct|wrote and directed|writes and directs"
    r"|co-wrote|wrote|penned|writing and directing|write and direct) "
    r"(?P<what>(?:the |this |its )?(?:upcoming |first |original |new |second )?(?:film|movie"
    r"|sequel|project|it\b|[\"']?[A-Z0-9]))"
)
_OF_FILM = re.compile(
    r"(?P<craft>director|writer|screenwriter|producer|composer)(?: and (?P<also>director|writer"
    r"|screenwriter|producer))? of (?:the (?:film|movie|sequel) )?[\"']?(?=[A-Z0-9])"
)
_NOUNS = {
    "director": "director",
    "writer": "writer",
    "screenwriter": "writer",
    "producer": "producer",
    "composer": "composer",
}
_AS_CRAFT = re.compile(
    r" (?:as|(?:is|was) the|returns as|serves as|will serve as)(?: the)?(?: film's"
    r"| movie's)? (?P<craft>director|writer|screenwriter|producer"
    r"|composer)(?: and (?P<also>director|writer|screenwriter|producer))?\b(?! of (?!the (?:film"
    r"|movie|sequel)))",
    re.I,
)
_FIELD_LABELS = (
    ("director", "director|directors|directed by"),
    ("writer", "writer|writers|written by|screenplay|screenplay by|story"),
    ("producer", "producer|producers|produced by"),
    ("composer", "music|music by|composer"),
    ("cast", "starring|stars|cast|main cast|star cast"),
    ("released", "release date|released|release|premiere"),
    ("runtime", "runtime|running time"),
    ("distributor", "distributor|distributed by"),
    ("studio", "studio|production company"),
    ("genre", "genre|genres"),
)
_LABELS = {label: field for field, labels in _FIELD_LABELS for label in labels.split("|")}
_LABELLED = re.compile(r"^(?P<label>[A-Za-z][A-Za-z ]{2,20}?)\(?s?\)?\s*[:–—-]\s+(?P<value>\S.{0,200})$")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}{_ORDINAL},? (?:19|20)\d{{2}}|\d{{1,2}}{_ORDINAL} (?:of )?{_MONTH},? (?:19"
    rf"|20)\d{{2}}|{_MONTH},? (?:of )?(?:19|20)\d{{2}}"
    r"|(?:late |early |mid-?|spring |summer |fall |autumn |winter |Spring |Summer |Fall |Autumn "
    r"|Winter |Q[1-4] |the (?:end|beginning|summer|fall|spring|winter|first half"
    r"|second half) of )?(?:19|20)\d{2}(?!\d|s\b))"
)
_RELEASED = re.compile(
    r"\b(?:(?:(?:was|were|is|be|been|being|gets?|got) )?(?:(?:theatrically|officially|originally"
    r"|first|finally) )*released|releas(?:e|es|ing)"
    r"|hit(?:s|ting)? (?:the )?(?:theat(?:er|re)s|cinemas|(?:big |silver )?screens?|Netflix"
    r"|streaming|shelves)|premier(?:e|es|ed|ing)|debut(?:s|ed|ing)?|open(?:s|ed|ing)?|arriv(?:e|es"
    r"|ed|ing)|comes? out|came out"
    r"|land(?:s|ed|ing)?|drop(?:s|ped|ping)?|in (?:theat(?:er|re)s"
    r"|cinemas))\b(?:(?:(?!\bof\b)[^.;\d]){0,60}?\b(?:on|in|for|from|during|this|next|by|until|to"
    r"|starting))? (?:the )?(?=" + DATE.pattern.removeprefix(r"\b") + ")",
    re.I,
)
_RELEASE_DATE_IS = re.compile(
    r"\brelease date (?:of|for) [^.;]{2,60}? (?:is|was|has been set for|is set for) |\brelease date (?:is|was) ", re.I
)
_DATED_FILM = re.compile(r"^[\"']?,? \((?P<year>(?:19|20)\d{2})\)")
_PLACES = (
    (
        "streaming",
        re.compile(
            r"\b(?:Netflix|Disney\+|Hulu|Prime Video|Amazon Prime|HBO Max|Max|Apple TV\+?|Peacock"
            r"|Paramount\+|streaming)(?!\w)"
        ),
    ),
    ("festival", re.compile(r"\b[Ff]estival\b|\bCannes\b|\bSundance\b|\bTIFF\b")),
    ("theatrical", re.compile(r"\b(?:theat(?:er|re)s|theatrically|cinemas|big screen)\b")),
)


def credits_of(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[Credit]:
    """Return every statement of who made a film, and when it was or will be released."""
    found: list[Credit] = []
    for number, block in enumerate(blocks):
        if block.role in (Role.ITEM, Role.PARAGRAPH, Role.ROW):
            found.extend(_labelled(block, number))
    labelled = {credit.block for credit in found}
    for sentence in sentences:
        if sentence.block not in labelled and len(sentence.text) <= MAX_SENTENCE:
            found.extend(_stated(sentence))
    return found


def kind_of_release(plain: str) -> str:
    """Return which kind of release a sentence tells of, or an empty text when it does not say."""
    kinds = [kind for kind, pattern in _PLACES if pattern.search(plain)]
    return kinds[0] if len(kinds) == 1 else ""


def _labelled(block: Block, number: int) -> Iterator[Credit]:
    """Yield what a line such as *Director: Robert Rodriguez* says."""
    plain = simple(block.text)
    if block.role is Role.ROW and len(block.cells) == 2:
        label, value = simple(block.cells[0]).strip(" :"), simple(block.cells[1])
    else:
        match = _LABELLED.match(plain)
        if not match:
            return
        label, value = match.group("label").strip(), match.group("value")
    field = _LABELS.get(label.casefold())
    if field is None:
        return
    values = [value.strip(" .")] if field in ("released", "runtime") else re.split(r",| and | & |;|/", value)
    for part in values:
        name = without_nicknames(part.strip(" .\"'"))
        if _fits(field, name):
            yield Credit(
                field,
                name,
                block.text,
                number,
                0,
                is_person=field in ("director", "writer", "producer", "composer", "cast"),
            )


def _fits(field: str, value: str) -> bool:
    if field == "released":
        return DATE.match(value) is not None
    if field == "runtime":
        return re.search(r"\d", value) is not None
    if field == "genre":
        return 0 < len(value) <= 40
    return is_name(value)


def _stated(sentence: Sentence) -> Iterator[Credit]:
    words = Words(sentence.plain)
    yield from _made_by(sentence, words)
    yield from _maker_first(sentence, words)
    yield from _release(sentence)


def _made_by(sentence: Sentence, words: Words) -> Iterator[Credit]:
    """Yield what *written and directed by A and B* and *music by C* say."""
    for match in _MADE_BY.finditer(sentence.plain):
        crafts = re.findall(_CRAFTS, match.group("crafts"), re.I)
        fields = [field for craft in crafts for field in _CRAFT[craft.casefold()]]
        for name in names_after(match.end(), words):
            for field in dict.fromkeys(fields):
                yield Credit(field, name.text, sentence.text, sentence.block, match.start())
    for match in _BY_NOUN.finditer(sentence.plain):
        group = match.lastgroup or ""
        field = {"script": "writer", "music": "composer", "direction": "director", "distribution": "distributor"}[group]
        for name in names_after(match.end(), words):
            yield Credit(
                field, name.text, sentence.text, sentence.block, match.start(), is_person=group != "distribution"
            )


def _maker_first(sentence: Sentence, words: Words) -> Iterator[Credit]:
    """Yield what *A directed the film*, *A, director of X* and *A returns as director* say."""
    for match in _DIRECTS.finditer(sentence.plain):
        name = words.name_before(match.start())
        name = without_leading(name) if name else None
        verb = match.group("verb")
        unbound = verb == "directing" and " is " not in match.group("aux")  # "after directing the film"
        if name is None or len(name.words) > 5 or unbound:
            continue
        for field, telling in (("director", "direct"), ("writer", "wr[io]t|penned")):
            if re.search(telling, verb):
                yield Credit(field, name.text, sentence.text, sentence.block, match.start("what"))
    for pattern in (_OF_FILM, _AS_CRAFT):
        for match in pattern.finditer(sentence.plain):
            yield from _crafted(match, sentence, words)


def _crafted(match: re.Match[str], sentence: Sentence, words: Words) -> Iterator[Credit]:
    gap = re.search(r",(?: the)? $", sentence.plain[: match.start()]) if match.re is _OF_FILM else None
    if match.re is _OF_FILM and gap is None:
        return
    name = words.name_before(gap.start() if gap else match.start())
    name = without_leading(name) if name else None
    if name is None:
        return
    for craft in (match.group("craft"), match.group("also")):
        if craft:
            place = match.end() + 1 if match.re is _OF_FILM else match.start()
            yield Credit(_NOUNS[craft.casefold()], name.text, sentence.text, sentence.block, place)


def names_after(place: int, words: Words) -> list[Name]:
    """Return the names listed from the place on: *A*, *A and B*, *A, B and C*."""
    found: list[Name] = []
    name = words.name_after(place)
    while name is not None and (len(name.words) > 1 or not found):
        found.append(name)
        gap = re.match(r",? and | & |, (?=[^,]{3,40}(?:, |,? and | & ))", words.plain[name.end :])
        name = words.name_after(name.end + gap.end()) if gap else None
    return found


def _release(sentence: Sentence) -> Iterator[Credit]:
    """Yield the dates on which the sentence says that a film was or will be released."""
    seen: set[int] = set()
    for pattern in (_RELEASED, _RELEASE_DATE_IS):
        for match in pattern.finditer(sentence.plain):
            date = DATE.match(sentence.plain, match.end())
            if date and date.start() not in seen:
                seen.add(date.start())
                yield Credit("released", date.group(), sentence.text, sentence.block, match.start(), is_person=False)
