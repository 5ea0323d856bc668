"""One performer in one role, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fanwiki.importers.article.names import Words, is_name, without_nicknames
from fanwiki.importers.article.sentences import simple


@dataclass(frozen=True, slots=True)
class Casting:
    """One performer in one role.

    Args:
        performer: The name as the article writes it, or empty.
        character: The name, or empty when the performer plays themself or the part is not named.
        sentence: The words that say so.
        block: The number of the block they stand in.
        start: Where in the sentence the pair begins.
        alias: The character's other name, from *Peter Parker/Spider-Man*.
        role: ``voice``, ``motion``, ``uncredited``, or empty.
        named: What the part is called when that is no character: *Himself*.
    """

    performer: str
    character: str
    sentence: str
    block: int
    start: int = 0
    alias: str = ""
    role: str = ""
    named: str = ""


_TITLES_OF_WORK = re.compile(
    r"^(?:an? |the |its |both )*(?:[\w-]+ ){0,2}(?:director|producer|executive|writer|co-writer"
    r"|screenwriter|showrunner|composer|editor|"
    r"cinematographer|distributor|studio|ceo|president|chairman|host|judge|guest|narrator for"
    r"|part of|well|usual|such)\b",
    re.I,
)


TRAILING = re.compile(
    r"[\s,;]+(?:as well|too|also|again|once again|once more|respectively|respectfully|as before"
    r"|in (?:the|this|both) \w+(?: \w+)?)[\s.,;:!]*$",
    re.I,
)


_FOOTNOTE = re.compile(r"\[\w{1,3}\]")


BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")


SELF = re.compile(
    r"^(?:himself|herself|themself|themselves|itself|a fictional(?:ized|ised)? version of (?:him"
    r"|her|them)sel(?:f|ves))$",
    re.I,
)


_OTHER_NAME = re.compile(r"\s*(?:/|\baka\b|\ba\.k\.a\.?|,? also known as|,? better known as)\s*", re.I)


_ROLES = (
    (re.compile(r"\bvoic\w*\b", re.I), "voice"),
    (re.compile(r"\bmotion\b|\bmo-?cap\b", re.I), "motion"),
    (re.compile(r"\buncredited\b", re.I), "uncredited"),
)


# What may stand between a name and what somebody does. Whether it leaves that open is another question (`wording`).
_AUXILIARY = (
    r"(?:(?:will|would|may|might|could|can|should|is|are|was|were|to|be|been|has|have|also|again|once again|previously"
    r"|originally|memorably|possibly|probably|likely|reportedly|expected|set|all set|slated|rumou?red|confirmed"
    r"|reported|said"
    r"|believed|tipped|in talks|due|poised|back|coming back) )*"
)
_PLAYING = (
    r"(?:plays?|played|playing|portrays?|portrayed|portraying|voices?|voiced|voicing|embod(?:y|ies)"
    r"|(?:repris(?:es?|ing|ed)) (?:his|her|their|the)(?: \w+){0,2} roles? (?:as|of)"
    r"|(?:returns?|returning|returned|stars?|starring|starred|appears?|appearing|appeared|features?|seen|cast"
    r"|back|introduced"
    r"|leads?) as"
    r"|(?:takes?|taking|took) (?:on|over) the (?:role|part|mantle) of"
    r"|(?:steps?|stepping) into the (?:role|shoes) of"
    r"|in the (?:title |lead |titular )?(?:role|part) of)"
)
PLAYS = re.compile(
    rf"(?:,? who)? {_AUXILIARY}{_PLAYING}(?: (?:the )?(?:title |lead |titular )?(?:role|part|character) (?:of"
    rf"|as)| of)? ",
    re.I,
)
AS = re.compile(r" as ")


PLAYED_BY = re.compile(
    r",? \(?(?:who (?:is|was|will be) |which is |(?:is|was|are|will be|being) )?(?:again "
    r"|once again |previously |originally )?(?:played|portrayed|voiced|essayed|embodied) by ",
    re.I,
)


def clean_character(text: str) -> Casting:
    """Read the name of a part, as it stands after *as*: other names, kind of role and trailing words told apart."""
    raw = _FOOTNOTE.sub("", simple(text)).strip()
    role = next((role for pattern, role in _ROLES if pattern.search(raw)), "")
    raw = TRAILING.sub("", TRAILING.sub("", raw))
    bracket = BRACKETED.search(raw)
    alias = bracket.group(1) if bracket and is_name(bracket.group(1)) else ""
    raw = BRACKETED.sub("", raw).strip(" \"'.,;:!*")
    raw = re.sub(r"^(?:the|an?) (?=[A-Z])", "", raw)
    raw = re.sub(r"^(?:the )?(?:characters? |voice |role |part )(?:of )?(?=[\"'A-Z])", "", raw).strip(" \"'")
    if SELF.match(raw):
        return Casting("", "", "", 0, role=role, named=raw[0].upper() + raw[1:])
    names = _OTHER_NAME.split(raw, maxsplit=1)
    if len(names) == 2 and names[0] and names[1][:1].isupper():
        raw, alias = names[0], names[1].strip(" \"'")
    return Casting("", raw.strip(" \"'"), "", 0, role=role, alias=alias)


def casting(performer: str, character: str, text: str, block: int, start: int = 0) -> Iterator[Casting]:
    """Yield the casting when both sides can be what they should be."""
    name = without_nicknames(_FOOTNOTE.sub("", simple(performer))).strip(" \"',;:*")
    name = name if name.endswith(("Jr.", "Sr.")) else name.rstrip(".")
    if _TITLES_OF_WORK.match(character) or not is_name(name):
        return
    part = clean_character(character)
    first = Words(part.character).name_after(0) if part.character else None
    if part.named or (first and first.start == 0) or re.match(r"[A-Z0-9]", part.character):
        yield replace(part, performer=name, sentence=text, block=block, start=start)
