"""Tags with another language in them: code, notes, poems, galleries, formulas, and what we have no form for."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from fanwiki.importers.mediawiki.wikitext.attributes import attribute
from fanwiki.importers.mediawiki.wikitext.expanding import Expander, Frame, TagReader, TooHard
from fanwiki.importers.mediawiki.wikitext.inline import InlineReader
from fanwiki.importers.mediawiki.wikitext.notes import Notes
from fanwiki.importers.mediawiki.wikitext.outline import Piece
from fanwiki.importers.mediawiki.wikitext.stash import GateEnd, GateStart, NoteList, usable
from fanwiki.importers.mediawiki.wikitext.tree import (
    Code,
    Formula,
    Gallery,
    Picture,
    Preformatted,
    Text,
    Verbatim,
)

_NOWIKI = re.compile(r"</?nowiki\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w-]{6,20}")
_TAB = re.compile(r"\|-\|")
_LINE_OF_POEM = re.compile(r"^([ :]*)(.*)$", re.MULTILINE)
_DROPPED = frozenset(
    (
        "templatestyles|templatedata|section|indicator|categorytree|inputbox|forum|activityfeed|charinsert|"
        "rss|mainpage-leftcolumn-start|includeonly"
    ).split("|")
)


class Tags(TagReader):
    """Reads the tags of one page.

    Args:
        expander: Expands wikitext in tags.
        inline: Reads captions.
        notes: Where footnotes go.
    """

    def __init__(self, expander: Expander, inline: InlineReader, notes: Notes) -> None:
        self._expander = expander
        self._inline = inline
        self._notes = notes
        self._stash = expander.stash
        self._readers: dict[str, Callable[[Piece, Frame], str]] = {
            "nowiki": self._nowiki,
            "pre": self._pre,
            "ref": self._ref,
            "references": self._references,
            "gallery": self._gallery,
            "slideshow": self._gallery,
            "poem": self._poem,
            "syntaxhighlight": self._code,
            "source": self._code,
            "math": self._math,
            "chem": self._math,
            "ce": self._math,
            "noinclude": self._wikitext,
            "onlyinclude": self._wikitext,
            "tabber": self._tabs,
            "spoiler": self._spoiler,
            "youtube": self._video,
        }

    def read(self, tag: Piece, frame: Frame) -> str:
        """Return wikitext or a mark."""
        if tag.name in _DROPPED:
            return ""
        reader = self._readers.get(tag.name)
        return reader(tag, frame) if reader else self._kept(tag, frame)

    def note(self, attributes: str, text: str) -> str:
        """Return the mark of a footnote whose text is expanded."""
        return self._notes.mark(attributes, text)

    def _kept(self, tag: Piece, frame: Frame) -> str:
        """Keep a tag as it is written, and count it like a template."""
        if frame.arguments is not None:
            raise TooHard
        self._expander.found.unknown[f"<{tag.name}>"] += 1
        thing = Verbatim(f"<{tag.name}>", tag.text) if "\n" in tag.text else Code(tag.text)
        return self._stash.put(thing)

    def _wikitext(self, tag: Piece, frame: Frame) -> str:
        return self._expander.expand(tag.inner or "", frame)

    def _nowiki(self, tag: Piece, _frame: Frame) -> str:
        return self._stash.put(Text(_literal(tag.inner or "")))

    def _pre(self, tag: Piece, _frame: Frame) -> str:
        text = _literal(_NOWIKI.sub("", tag.inner or ""))
        return f"\n{self._stash.put(Preformatted(text))}\n" if text.strip() else ""

    def _code(self, tag: Piece, _frame: Frame) -> str:
        text = usable(tag.inner or "")
        is_inline = "inline" in tag.attributes.replace("=", " ").split() or tag.attributes.rstrip().endswith("inline")
        if is_inline and "\n" not in text.strip():
            return self._stash.put(Code(text.strip()))
        language = attribute(tag.attributes, "lang")
        return f"\n{self._stash.put(Preformatted(text, language))}\n" if text.strip() else ""

    def _math(self, tag: Piece, _frame: Frame) -> str:
        text = (tag.inner or "").strip()
        return self._stash.put(Formula(text)) if text else ""

    def _ref(self, tag: Piece, frame: Frame) -> str:
        text = self._expander.expand(tag.inner, frame) if tag.inner else None
        attributes = tag.attributes
        if "{{" in attributes:
            attributes = self._expander.expand(attributes, frame)
        return self._notes.mark(attributes, text)

    def _references(self, tag: Piece, frame: Frame) -> str:
        """Stand where notes are listed; those that are written there are read."""
        if tag.inner:
            self._expander.expand(tag.inner, frame)
        return f"\n{self._stash.put(NoteList())}\n"

    def _gallery(self, tag: Piece, frame: Frame) -> str:
        pictures = []
        for line in (tag.inner or "").split("\n"):
            name, _, caption = line.strip().partition("|")
            if name.strip():
                pictures.append(self._picture(name, self._expander.expand(caption, frame)))
        title = attribute(tag.attributes, "caption")
        mark = f"\n{self._stash.put(Gallery(pictures))}\n" if pictures else ""
        return f"\n'''{title}'''\n{mark}" if title else mark

    def _picture(self, name: str, caption: str) -> Picture:
        target = self._inline.links.target(name.strip())
        wiki_name = target.name if target.kind == "file" else " ".join(name.replace("_", " ").split())
        picture = self._inline.picture(wiki_name, ["thumb", *caption.split("|")] if caption else ["thumb"])
        picture.side, picture.framed = "", False
        return picture

    def _poem(self, tag: Piece, frame: Frame) -> str:
        text = self._expander.expand((tag.inner or "").strip("\n"), frame)
        lines = [_LINE_OF_POEM.sub(_indented, line, count=1) for line in text.split("\n")]
        pieces = ("<br>" if line and after else "" for line, after in zip(lines, [*lines[1:], ""], strict=True))
        return "\n" + "\n".join(line + end for line, end in zip(lines, pieces, strict=True)) + "\n"

    def _tabs(self, tag: Piece, frame: Frame) -> str:
        """Return the tabs one below the other, each under its name."""
        found = []
        for tab in _TAB.split(tag.inner or ""):
            name, equals, content = tab.partition("=")
            if equals:
                found.append(f"\n'''{name.strip()}'''\n\n{self._expander.expand(content.strip(), frame)}\n")
        return "".join(found) or self._wikitext(tag, frame)

    def _spoiler(self, tag: Piece, frame: Frame) -> str:
        text = self._expander.expand(tag.inner or "", frame)
        film = attribute(tag.attributes, "film") or attribute(tag.attributes, "movie")
        films = (self._expander.site.title(film),) if film else ()
        if "\n" in text:
            return f"\n{self._stash.put(GateStart(films, explicit=True))}\n{text}\n{self._stash.put(GateEnd())}\n"
        return f'<span class="spoiler" data-films="{escape("|".join(films))}">{text}</span>'

    def _video(self, tag: Piece, _frame: Frame) -> str:
        number = (tag.inner or "").strip().partition("|")[0]
        return f"[https://www.youtube.com/watch?v={number} YouTube]" if _ADDRESS.fullmatch(number) else number


def _literal(text: str) -> str:
    """Return text whose character references are read, as MediaWiki does in ``<nowiki>``."""
    return usable(unescape(text)) if "&" in text else text


def _indented(match: re.Match[str]) -> str:
    return "&nbsp;" * (2 * len(match[1])) + match[2]
