"""Which sentences claim something uncertain about a film, of what kind, and how sure they sound.

**Confidence** is read from the wording, never from the outlet: each hedge has a number (`HEDGES`), the least sure
hedge of the sentence counts, and *officially*, *confirmed* and *according to the director* beside it add ten. What is
stated as settled (*officially greenlighted*, *confirmed*, *cancelled*) is status confirmed at 100; what is denied is
debunked at 0.

**Kind** is voted: every telling word of the sentence counts two for its kind, the heading it stands under one and a
half, and ties go to cancellation, title, release date, casting, plot, in this order. No vote at all is *other*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fanwiki.importers.article.credits import DATE
from fanwiki.importers.article.sentences import MAX_SENTENCE, Sentence, simple
from fanwiki.importers.article.wording import (
    ADDRESSES_READER,
    BOILERPLATE,
    DENIED,
    FILM_TALK,
    HEADING_KINDS,
    HEDGES,
    KINDS,
    MAKING,
    NO_HEDGE,
    SETTLED,
    STATED,
    SURER,
    THINKS,
    UNSETTLED,
    is_scheduled,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that claims something testable.

    Args:
        kind: One of the options of a speculation's ``claim_kind``.
        status: ``open``, ``confirmed`` or ``debunked``.
        confidence: 0 to 100.
        date: When it says that a film comes out, as written, or empty.
        at: Where in the sentence the words stand that make it a claim.
    """

    sentence: Sentence
    kind: str
    status: str
    confidence: int
    date: str = ""
    at: int = 0


_JOINTS = re.compile(
    r"(?:;|,) (?:(?:and|but|while|whereas|yet) )?(?=(?:(?:[Tt]he|[Ii]ts?|[Aa]|[Tt]his|his|her|their|he|she|they|we|fans"
    r"|filming|production|[A-Z][\w'-]+)\b[^,;]{0,60}? )?(?:may|might|could|will|is|are|was|were|has|have)\b)"
)
_REPORTED_PAST = re.compile(r"\b(?:could|might|would)\b")
_PAST = re.compile(r"\b(?:was|were|had|did|went|came|saw|took|made|got|gave|knew|felt|tried|\w{3,}ed)\b")


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a sentence has to do with the article's films.

    Args:
        names_film: Whether it names a film, or means one (*the sequel*).
        names_somebody: Whether it names somebody of the film.
        heading_is_film: Whether it stands under a heading about the film.
    """

    names_film: bool = False
    names_somebody: bool = False
    heading_is_film: bool = False


def claim_of(sentence: Sentence, bearing: Bearing) -> Claim | None:
    """Return the claim that a sentence makes, or None."""
    plain = sentence.plain
    if len(plain) > MAX_SENTENCE or is_boilerplate(plain) or plain.rstrip("\"') ").endswith(("?", ":")):
        return None
    denied = DENIED.search(plain)
    if denied and _talks(plain, bearing) and not is_unsettled(plain):
        return Claim(sentence, _kind(sentence), "debunked", 0, at=denied.start())
    if is_hedged(plain):
        return _guess(sentence, bearing)
    settled = SETTLED.search(plain)
    if settled and not is_unsettled(plain) and (bearing.names_film or MAKING.search(plain)):
        return Claim(sentence, _kind(sentence), "confirmed", 100, at=settled.start())
    return _forecast(sentence, bearing)


def claims_of(sentence: Sentence, bearing: Bearing) -> list[Claim]:
    """Return the claims of a sentence: one, or one for each part that claims something of another kind by itself."""
    whole = claim_of(sentence, bearing)
    if whole is None or whole.status != "open":
        return [whole] if whole else []
    told = [claim for part in _parts(sentence) if (claim := claim_of(part, bearing))]
    if len(told) < 2 or len({claim.kind for claim in told}) < len(told) or "other" in {claim.kind for claim in told}:
        return [whole]
    return told


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the parts of a sentence that are sentences by themselves."""
    start = 0
    for joint in [*_JOINTS.finditer(sentence.plain), None]:
        end = joint.start() if joint else len(sentence.plain)
        text = sentence.text[start:end].strip()
        yield replace(sentence, text=text, plain=simple(text))
        start = joint.end() if joint else end


def _talks(plain: str, bearing: Bearing) -> bool:
    return bearing.names_film or FILM_TALK.search(plain) is not None


def _guess(sentence: Sentence, bearing: Bearing) -> Claim | None:
    """Return the claim of a sentence with a hedge, unless it retells a story in which somebody might do something."""
    plain = sentence.plain
    if not (_talks(plain, bearing) or bearing.names_somebody or bearing.heading_is_film):
        return None
    if _retells(plain, heading_is_film=bearing.heading_is_film and not bearing.names_film):
        return None
    return _open(sentence, _confidence(plain) or STATED)


def _forecast(sentence: Sentence, bearing: Bearing) -> Claim | None:
    """Return the claim of a plain *will*: only where it says something of cast, date or story that can be tested."""
    plain = sentence.plain
    confidence, kind = _confidence(plain), _kind(sentence)
    if confidence is None or kind == "other" or is_unsettled(plain) or not _talks(plain, bearing):
        return None
    told = dict(KINDS)[kind].search(plain) and (bearing.names_film or kind in ("casting", "release date"))
    return _open(sentence, confidence) if told else None


def is_boilerplate(plain: str) -> bool:
    """Tell whether a sentence speaks to the reader, or is a caption, a label or a link to other articles."""
    return bool(ADDRESSES_READER.search(plain) or BOILERPLATE.match(plain) or len(plain.split()) < 4)


def is_hedged(plain: str) -> bool:
    """Tell whether a sentence leaves open whether what it says is so."""
    confidence = _confidence(plain)
    return confidence is not None and (confidence < STATED or is_scheduled(plain))


def is_unsettled(plain: str) -> bool:
    """Tell whether a sentence says that something is not known or announced yet."""
    return UNSETTLED.search(plain) is not None


def _open(sentence: Sentence, confidence: int) -> Claim:
    surer = 10 if SURER.search(sentence.plain) and not UNSETTLED.search(sentence.plain) else 0
    kind = _kind(sentence)
    date = DATE.search(sentence.plain) if kind == "release date" else None
    at = min((match.start() for _confidence, pattern in HEDGES if (match := pattern.search(sentence.plain))), default=0)
    return Claim(sentence, kind, "open", min(confidence + surer, 95), date.group() if date else "", at)


def _confidence(plain: str) -> int | None:
    """Return the number of the least sure hedge, or None when there is none."""
    cleared = NO_HEDGE.sub(" ", plain)
    return next((confidence for confidence, pattern in HEDGES if pattern.search(cleared)), None)


def _retells(plain: str, *, heading_is_film: bool) -> bool:
    """Tell whether *could* or *might* belongs to a retold story: to what somebody in it thinks, or to its past."""
    if MAKING.search(plain):
        return False
    if THINKS.search(plain):
        return True
    only_past = _REPORTED_PAST.search(plain) and not re.search(
        r"\b(?:may|will|probably|likely|expected|rumou?red)\b", plain
    )
    return bool(only_past and not heading_is_film and len(_PAST.findall(plain)) >= 2)


def _kind(sentence: Sentence) -> str:
    votes = {kind: 2.0 * len({word.casefold() for word in pattern.findall(sentence.plain)}) for kind, pattern in KINDS}
    for kind, pattern in HEADING_KINDS:
        if pattern.search(sentence.heading):
            votes[kind] += 1.5
    best = max(votes.values())
    return next(kind for kind, _pattern in KINDS if votes[kind] == best) if best else "other"
