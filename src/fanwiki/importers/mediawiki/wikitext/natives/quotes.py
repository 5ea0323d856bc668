"""Quotes: a text, who said it, and where."""

from __future__ import annotations

import re

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall

_RIGHT_OR_LEFT = frozenset(("left", "right", "center", "centre"))
_LINE_END = re.compile(r"\n(?!\n)")


def _quote(call: NativeCall) -> str | None:
    values = [value for value in call.values if value.lower() not in _RIGHT_OR_LEFT]
    text = call.get("text", "quote", "content", "quotetext", "q") or (values.pop(0) if values else "")
    if not text:
        return None
    values = [value for value in values if value and not value.endswith(("px", "%"))]
    author = call.get("author", "sign", "speaker", "by", "character", "cite", "person") or (
        values.pop(0) if values else ""
    )
    source = call.get("source", "title", "location", "from", "work") or (values.pop(0) if values else "")
    return _written(text, ", ".join(part for part in (author, source) if part))


def _written(text: str, origin: str) -> str:
    return f"\n<blockquote>\n{text}\n" + (f"\n— {origin}\n" if origin else "") + "</blockquote>\n"


def _poem(call: NativeCall) -> str | None:
    text = call.get("text", "quote", "1")
    origin = ", ".join(part for part in (call.get("author", "sign", "2"), call.get("source", "title", "3")) if part)
    return _written(_LINE_END.sub("<br>\n", text), origin) if text else None


def _dialogue(call: NativeCall) -> str | None:
    """Return lines that are said in turn: speaker, line, speaker, line…"""
    values = call.values
    pairs = list(zip(values[::2], values[1::2], strict=False))
    if not pairs:
        return None
    rest = values[-1] if len(values) % 2 else ""
    said = "<br>\n".join(f"'''{speaker}:''' {line}" if speaker else line for speaker, line in pairs)
    return _written(said, call.get("source", "title") or rest)


QUOTES: dict[str, Native] = {
    **dict.fromkeys(("quote", "cquote", "rquote", "blockquote", "bq", "quotation", "quote box", "quotebox"), _quote),
    **dict.fromkeys(
        ("centered pull quote", "pull quote", "pullquote", "epigraph", "long quote", "quote frame"), _quote
    ),
    **dict.fromkeys(("main quote", "quote1", "quoteleft", "q", "quot", "mquote", "character quote"), _quote),
    **dict.fromkeys(("poem quote", "poemquote", "poem", "lyrics"), _poem),
    **dict.fromkeys(("dialogue", "dialog", "dialogue-c", "quote dialogue", "conversation"), _dialogue),
}
