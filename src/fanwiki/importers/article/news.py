"""What an article states: how far a film is, what was said by whom, and what retells its story."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from fanwiki.importers.article.blocks import Block, Role
from fanwiki.importers.article.claims import is_boilerplate, is_hedged, is_unsettled
from fanwiki.importers.article.context import FilmContext
from fanwiki.importers.article.names import Words, without_leading
from fanwiki.importers.article.people import People
from fanwiki.importers.article.sentences import Sentence, simple
from fanwiki.importers.article.wording import DENIED

_STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cancelled",
        re.compile(
            r"\b(?:was|were|is|been|officially) (?:officially )?(?:cancell?ed|scrapped|axed|shelved)\b"
            r"|pulled the plug",
            re.I,
        ),
    ),
    (
        "released",
        re.compile(
            r"\b(?:(?:was|were|been) (?:first |originally |theatrically |officially )?released"
            r"|release of the (?:original|first)|premiered|came out (?:in|on)|hit (?:theat(?:er|re)s"
            r"|cinemas|Netflix) (?:in|on)|grossed)\b",
            re.I,
        ),
    ),
    (
        "post-production",
        re.compile(
            r"\b(?:post-production|(?:filming|production|shooting|principal photography) (?:has |had |was "
            r"|is )?(?:wrapped|completed|finished|complete)|wrapped (?:filming|production|shooting|up))\b",
            re.I,
        ),
    ),
    (
        "filming",
        re.compile(
            r"\b(?:(?:currently|now|already) (?:filming|shooting|in production)|(?:filming|production"
            r"|shooting|principal photography) (?:has |had |is )?(?:begun|began|started|underway|under way"
            r"|commenced)|(?:begun|began|started) (?:filming|production|shooting))\b",
            re.I,
        ),
    ),
    (
        "in development",
        re.compile(
            r"\b(?:in (?:the works|(?:active |early )?development|pre-production)|green-?li(?:t|ghted)"
            r"|continu\w+ the development|working on the (?:script|screenplay|sequel))\b",
            re.I,
        ),
    ),
    (
        "announced",
        re.compile(
            r"\b(?:(?:was|been|is) (?:officially |recently )*(?:announced|confirmed)|(?:announced"
            r"|confirmed) (?:that )?(?:a|the) (?:sequel|film|movie))\b",
            re.I,
        ),
    ),
)
_NOT_SO = re.compile(r"\b(?:not|n't|never|no|yet|if|whether|until|before|once)\b|\?", re.I)
_PREMISE = re.compile(
    r"\b(?:is about|tells the story|follows|centers on|centres on|revolves around|focuses on|chronicles|is set in)\b",
    re.I,
)
_SAID = (
    r"(?:said|says|told|stated|states|explained|explains|added|revealed|confirmed|shared|teased"
    r"|joked|noted|wrote|tweeted|posted|admitted|continued|recalled|remarked|commented|expressed"
    r"|insisted|concluded|according to)"
)
_SAID_BEFORE = re.compile(rf"\b{_SAID}\b[^\"]{{0,80}}$", re.I)
# "Park told Variety:" and "Park said to Jane Roe:": the speaker stands before the verb, whoever stands after it.
_SAYS_TO = re.compile(rf"\b(?!according to){_SAID}\b[^\":]{{0,80}}: ?$", re.I)
_SAID_AFTER = re.compile(rf"^,?\s*(?:(?P<first>{_SAID})\b|[^\".]{{2,60}}? {_SAID}\b|he {_SAID}|she {_SAID})", re.I)
_QUOTE = re.compile(r"\"([^\"]{20,1200})\"")
_SHORTEST_QUOTE = 4
_LONGEST_BLOCK = 8000
_TWIST = re.compile(
    r"\b(?:reveal(?:s|ed)?|disclose[sd]?|turn(?:s|ed) out (?!to be (?:one|an?) )|discover(?:s|ed)?"
    r"|learn(?:s|ed|t)?|find(?:s)? out|found out|dies|died|killed|kills|betray(?:s|ed)?|secretly"
    r"|was staged|sacrific\w+|is actually|was actually|"
    r"real identity|true identity|in the end|the ending|ends (?:with|on|when)|final scene|climax"
    r"|plot twist|traitor|mastermind|resurrected|fake[sd]? (?:his|her|their) death)\b",
    re.I,
)
_MAKING = re.compile(
    r"\b(?:sequels?|prequels?|franchise|productions?|filming|shooting|scripts?|cast(?:ing)?"
    r"|trailers?|released?|premiere|studios?|director|development|in the works|project|season"
    r"|box office|interview|deadline|netflix)\b",
    re.I,
)
_GOES_ON = re.compile(
    r"^\W*(?:and that|also,? (?:he|she|it|they)|after (?:this|that) (?:turn|twist|reveal\w*)|he|she|they)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in their words.

    Args:
        words: Without the quotes around.
        speaker: Their full name.
        sentence: The words around that name the speaker.
        block: The number of the block.
    """

    words: str
    speaker: str
    sentence: str
    block: int


def statuses(sentences: Sequence[Sentence], context: FilmContext) -> dict[str, tuple[str, str]]:
    """Return how far each film is, by the strongest statement the article makes, with the words that say so."""
    found: dict[str, tuple[str, str]] = {}
    for status, pattern in _STATUS:
        for sentence in sentences:
            match = pattern.search(sentence.plain)
            told = sentence.plain[: match.end()] if match else ""
            if not match or is_hedged(told) or _NOT_SO.search(told) or DENIED.search(sentence.plain):
                continue
            film = context.of_block(sentence.block, sentence.plain, match.start())
            found.setdefault(film, (status, sentence.text))
    return found


def is_premise(plain: str) -> bool:
    """Tell whether a sentence says in general what a film is about."""
    return _PREMISE.search(plain) is not None and not is_hedged(plain) and not is_boilerplate(plain)


def is_open_question(plain: str) -> bool:
    """Tell whether a sentence says that something of a film is not known yet."""
    return (
        is_unsettled(plain)
        or re.search(r"\b(?:doesn't|does not|don't|do not|hasn't|has not) have an? (?:official|confirmed)\b", plain)
        is not None
    ) and not plain.endswith("?")


def quotes(blocks: Sequence[Block], people: People) -> Iterator[Quote]:
    """Yield what is quoted with a speaker whom the article names, here or by *he said*."""
    last = ""
    for number, block in enumerate(blocks):
        if block.role not in (Role.PARAGRAPH, Role.QUOTE, Role.ITEM):
            continue
        plain = simple(block.text)
        if len(plain) > _LONGEST_BLOCK:
            continue
        for match in _QUOTE.finditer(plain):
            before, after = plain[: match.start()], plain[match.end() :]
            if len(match.group(1).split()) < _SHORTEST_QUOTE or not (
                _SAID_BEFORE.search(before) or _SAID_AFTER.match(after)
            ):
                continue
            speaker = _speaker(before, after, people) or last
            if speaker:
                yield Quote(block.text[match.start(1) : match.end(1)].strip(), speaker, block.text, number)
        named = people.named_in(_unquoted(plain))
        last = named[-1] if named else last


def _speaker(before: str, after: str, people: People) -> str:
    """Return who said it: named after the quote, or last before it; empty when only *he* or *she* says it."""
    told = _SAID_AFTER.match(after)
    if told:
        named = people.named_in(re.split(r"[.\"]", after)[0])
        if named:
            return named[0]
    clause = re.split(r"[.!?]\s", _unquoted(before))[-1]
    verb = _SAYS_TO.search(clause)
    if verb:
        clause = clause[: verb.start()]
    named = people.named_in(clause)
    if named:
        return named[-1]
    if re.search(r"\b(?:he|she|they)\b", clause, re.I) or told:
        earlier = people.named_in(_unquoted(before))
        return earlier[-1] if earlier else ""
    name = Words(clause).name_before(len(clause.rstrip(" ,:")))
    stripped = without_leading(name) if name else None
    return stripped.text if stripped and len(stripped.words) > 1 else ""


def _unquoted(plain: str) -> str:
    return re.sub(r"\"[^\"]*\"", " ", plain)


def twists(sentences: Sequence[Sentence], *, taken: Collection[str]) -> Iterator[Sentence]:
    """Yield sentences that retell a turn of a film's story, which its readers may want to be gated.

    Args:
        taken: Sentences that are claims already.
    """
    before: Sentence | None = None
    for sentence in sentences:
        goes_on = before is not None and before.block == sentence.block and _GOES_ON.match(sentence.plain)
        first_person = re.search(r"^\"|\b(?:I|I'm|we)\b", sentence.plain)
        tells = (_TWIST.search(sentence.plain) or goes_on) and not _MAKING.search(sentence.plain) and not first_person
        if (
            tells
            and sentence.text not in taken
            and not is_boilerplate(sentence.plain)
            and not is_hedged(sentence.plain)
        ):
            yield sentence
            before = sentence
        else:
            before = None
