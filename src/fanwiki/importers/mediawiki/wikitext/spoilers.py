"""Templates that warn of spoilers, and the gates they become.

Wikis use them in three ways, which are told apart by where they stand:

* a pair, ``{{spoiler start}}…{{spoiler end}}``: what stands between is gated;
* around words, ``{{spoiler|she is his mother}}`` within a line or with a long text: that text is gated;
* a banner, ``{{Spoiler|Film}}`` on a line of its own: what follows is gated, to the end of its section, or the whole
  page when nothing but the page's top stands before it.
"""

from __future__ import annotations

import re
from html import escape

from fanwiki.importers.mediawiki.wikitext.native_call import NativeCall
from fanwiki.importers.mediawiki.wikitext.stash import GateEnd, GateStart

_NAME = re.compile(
    r"(?P<before>start|begin|end|close|major|minor|film|movie|plot|future|recent|new|current|inline|hidden|contains|hide)?"
    r"(?:of|s)?spoil(?:er|ers)?"
    r"(?P<after>start|begin|top|end|ends|endshere|bottom|close|warning|alert|ahead|text|inline|page|section|box|film|movie"
    r"|notice|tag|banner|block|below|here)?"
)
_STARTS = frozenset(("start", "begin", "top"))
_ENDS = frozenset(("end", "ends", "endshere", "bottom", "close"))
_NO_LETTER = re.compile(r"[^a-z]+")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_LINK_TARGET = re.compile(r"\[\[([^\[\]|]*)(?:\|[^\[\]|]*)?\]\]")
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n|<")
_NO_FILM = frozenset(
    (
        "yes",
        "no",
        "y",
        "n",
        "1",
        "true",
        "section",
        "page",
        "article",
        "plot",
        "all",
        "film",
        "movie",
        "movies",
        "films",
    )
)
_FILMS = ("film", "films", "movie", "movies", "title", "work", "source", "from", "series", "about")
_TEXTS = ("text", "content", "spoiler", "body", "contents")
_LONGEST_NAME = 80
_MOST_WORDS = 10


def is_spoiler(key: str) -> bool:
    """Tell whether a template of this name, in small letters, warns of spoilers."""
    return "spoil" in key and _NAME.fullmatch(_NO_LETTER.sub("", key)) is not None


def gate_mark(call: NativeCall) -> str:
    """Return what stands in the wikitext for the warning."""
    name = _NAME.fullmatch(_NO_LETTER.sub("", call.name.lower()))
    sides = {name["before"], name["after"]} if name else set()
    if sides & _ENDS or call.get("1").lower() in _ENDS:
        return call.stash.put(GateEnd())
    text, films = _text_and_films(call)
    if sides & _STARTS or not text:
        starts = bool(sides & _STARTS or call.get("1").lower() in _STARTS)
        return call.stash.put(GateStart(films, explicit=starts))
    if "\n" in text or call.alone:
        return f"\n{call.stash.put(GateStart(films, explicit=True))}\n{text}\n{call.stash.put(GateEnd())}\n"
    return f'<span class="spoiler" data-films="{escape("|".join(films))}">{text}</span>'


def _text_and_films(call: NativeCall) -> tuple[str, tuple[str, ...]]:
    """Tell which of the values is the text that spoils and which name films."""
    named = [value for key in _FILMS for value in re.split(r"\s*(?:,|;|<br\s*/?>)\s*", call.get(key)) if value]
    text = call.get(*_TEXTS)
    values = [value for value in call.filled if value.lower() not in _NO_FILM | _STARTS]
    if not text and values and (not call.alone or not all(map(_is_name, values))):
        texts = [value for value in values if not (_is_name(value) and _is_title(value))]
        text = texts[0] if len(texts) == 1 else max(values, key=len)
        values.remove(text)
    return text, tuple(dict.fromkeys(_film(value, call) for value in [*named, *values] if _is_name(value)))


def _is_name(value: str) -> bool:
    shown = _LINK.sub(r"\1", value)
    return len(shown) <= _LONGEST_NAME and len(shown.split()) <= _MOST_WORDS and not _SENTENCE.search(shown)


def _is_title(value: str) -> bool:
    return _LINK.sub(r"\1", value).lstrip("'")[:1].isupper()


def _film(value: str, call: NativeCall) -> str:
    return call.site.title(_LINK_TARGET.sub(r"\1", value).replace("''", "").strip())
