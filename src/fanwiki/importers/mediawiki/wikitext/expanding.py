"""Replaces templates by wikitext, and what is no wikitext by marks, as MediaWiki's preprocessor does.

A template is expanded when it is one of the well-known ones (`natives`), a parser function or variable (`functions`),
or stands in the dump and holds nothing but those. Any other call is kept as it is written: a template that can only be
expanded in part would leave the reader with half a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from fanwiki.importers.mediawiki.wikitext.calls import Call, read_call
from fanwiki.importers.mediawiki.wikitext.functions import function, variable
from fanwiki.importers.mediawiki.wikitext.inclusion import as_page, as_template
from fanwiki.importers.mediawiki.wikitext.native_call import NativeCall
from fanwiki.importers.mediawiki.wikitext.natives import native
from fanwiki.importers.mediawiki.wikitext.natives.references import as_note, is_note
from fanwiki.importers.mediawiki.wikitext.outline import Piece, What, outline
from fanwiki.importers.mediawiki.wikitext.site import Site
from fanwiki.importers.mediawiki.wikitext.spoilers import gate_mark, is_spoiler
from fanwiki.importers.mediawiki.wikitext.stash import Stash
from fanwiki.importers.mediawiki.wikitext.tree import Code, Picture, Verbatim

MAX_DEPTH = 24
"""How deep templates may stand in one another."""

MAX_NESTING = 40
"""How deep values and tags may stand in one another."""

MAX_SIZE = 4_000_000
"""How many characters the templates of one page may become."""

ONLY_COMMENT = "\x01"
"""Stands for a comment; a line that holds nothing else goes with its end."""

_NEEDS_OWN_LINE = re.compile(r"\{\||[*#:;]|<(?:blockquote|div|center|table)\b")
MAX_NAME = 120
_MOST_ON_LINE = 12
_COMMENT_LINE = re.compile(rf"^[ \t]*{ONLY_COMMENT}[ \t{ONLY_COMMENT}]*\n", re.MULTILINE)
_NO_NAME = re.compile(r"[<>\[\]{}\n|]")


class TooHard(Exception):  # noqa: N818  (it is no fault, it says that a template stays as it is)
    """A template cannot be expanded, wholly and within bounds."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the text that is being read knows of its surroundings.

    Args:
        arguments: What the template was called with; None in a page, where arguments stay as they are written.
        depth: How many templates it stands in.
    """

    arguments: Mapping[str, str] | None = None
    depth: int = 0
    names: frozenset[str] = frozenset()


PAGE = Frame()


@dataclass(slots=True)
class Findings:
    """What expanding a page finds."""

    known: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    infoboxes: list[Call] = field(default_factory=list)
    display_title: str = ""


class TagReader:
    """Turns tags with another language in them into what stands for them; see `tags.Tags`."""

    def read(self, tag: Piece, frame: Frame) -> str:
        """Return wikitext or a mark."""
        raise NotImplementedError

    def note(self, attributes: str, text: str) -> str:
        """Return the mark of a footnote whose text is expanded."""
        raise NotImplementedError


class Expander:
    """Expands the text of one page.

    Args:
        site: The wiki.
        title: The page's title.
        stash: Where marks are kept.
    """

    def __init__(self, site: Site, title: str, stash: Stash) -> None:
        self.site = site
        self.title = title
        self.stash = stash
        self.found = Findings()
        self.tags: TagReader = TagReader()
        self._size = 0
        self._nesting = 0

    def page(self, text: str) -> str:
        """Expand a page's own text."""
        text = self.expand(as_page(text), PAGE, comment=ONLY_COMMENT)
        return _COMMENT_LINE.sub("", text).replace(ONLY_COMMENT, "") if ONLY_COMMENT in text else text

    def expand(self, text: str, frame: Frame, *, comment: str = "") -> str:
        """Expand wikitext.

        Args:
            comment: What stands for a comment.

        Raises:
            TooHard: It is a template's text, and something in it cannot be expanded.
        """
        if self._nesting >= MAX_NESTING:
            return self.stash.put(Code(" ".join(text.split())))
        self._nesting += 1
        try:
            return "".join(self._expanded_pieces(list(outline(text)), frame, comment))
        finally:
            self._nesting -= 1

    def _expanded_pieces(self, found: list[Piece], frame: Frame, comment: str) -> list[str]:
        pieces: list[str] = []
        taken = len(self.found.infoboxes)
        for number, piece in enumerate(found):
            if piece.what is What.TEXT:
                # A box ends its line where it stands; a blank behind it must not make code of the line.
                new = piece.text.lstrip(" \t") if len(self.found.infoboxes) > taken else piece.text
                taken = len(self.found.infoboxes)
            elif piece.what is What.CALL:
                new = self._call(piece, frame, place=_place(found, number))
                if new and _NEEDS_OWN_LINE.match(new) and pieces and not pieces[-1].endswith("\n"):
                    new = f"\n{new}"
            elif piece.what is What.ARGUMENT:
                new = self._argument(piece, frame)
            elif piece.what is What.TAG:
                new = self.tags.read(piece, frame)
            else:
                new = comment
            if new:
                pieces.append(new)
        return pieces

    def _argument(self, piece: Piece, frame: Frame) -> str:
        call = read_call(piece.inner or "")
        if call is None and frame.arguments is not None:
            raise TooHard
        if call is None or frame.arguments is None:
            default = call.pieces if call else []
            return self.expand(default[0], frame) if default else self.stash.put(Code(piece.text))
        name = self.expand(call.name, frame).strip()
        if name in frame.arguments:
            return frame.arguments[name]
        return self.expand(call.pieces[0], frame) if call.pieces else piece.text

    def _call(self, piece: Piece, frame: Frame, *, place: _Place) -> str:
        call = read_call(piece.inner or "") if frame.depth < MAX_DEPTH else None
        try:
            new = self._expanded(call, frame, place=place) if call else None
        except TooHard:
            if frame.arguments is not None:
                raise
            new = None
        self._size += len(new or "")
        if new is None or self._size > MAX_SIZE:
            return self._kept(piece, call, frame, place=place)
        return new

    def _kept(self, piece: Piece, call: Call | None, frame: Frame, *, place: _Place) -> str:
        """Keep a call as it is written, and count it; a template that holds one is kept as a whole."""
        if frame.arguments is not None:
            raise TooHard
        self.found.unknown[_counted_name(call)] += 1
        text = piece.text.strip()
        if place is _Place.ALONE or "\n" in text:
            return self.stash.put(Verbatim(f"Template:{_counted_name(call)}", text))
        return self.stash.put(Code(text))

    def _expanded(self, call: Call, frame: Frame, *, place: _Place) -> str | None:
        """Return what a call becomes, or None when it is to be kept."""
        name = call.name
        if name.endswith(":") and (found := function(self, name[:-1], call.pieces, frame)) is not None:
            return found
        if "{{" in name or "<" in name:
            name = self.expand(name, frame)
        name = " ".join(name.replace("_", " ").split())
        if not call.parts and (found := variable(self, name)) is not None:
            return found
        if name.startswith((":", "/")) and not call.parts and len(name) > 1 and not _NO_NAME.search(name):
            return self._shown_page(name)
        name = self._template_name(name)
        if frame.arguments is None and self.site.is_infobox(name):
            self.found.infoboxes.append(Call(name, call.params))
            return ""
        return self._template(name, call, frame, place=place)

    def _shown_page(self, name: str) -> str:
        """Show a page in place, as ``{{:Page}}`` and ``{{/Subpage}}`` do."""
        target = f"{self.title}{name}" if name.startswith("/") else name.lstrip(": ")
        self.found.known[name] += 1
        return self.stash.put(Picture(self.site.title(target)))

    def _template_name(self, name: str) -> str:
        prefix, colon, rest = name.partition(":")
        if colon and prefix.strip().lower() in ("subst", "safesubst", "msg", "raw"):
            return self._template_name(rest.strip())
        if colon and self.site.namespace(prefix.strip()) == "Template":
            return rest.strip()
        return name

    def _template(self, name: str, call: Call, frame: Frame, *, place: _Place) -> str | None:
        key = name.lower()
        reader = self._note if is_note(key) else gate_mark if is_spoiler(key) else native(key)
        if reader is None:
            return self._from_dump(name, call, frame)
        params = {key: self.expand(value, frame).strip() for key, value in call.params}
        new = reader(NativeCall(name, params, self.site, self.title, self.stash, place is not _Place.IN_TEXT))
        if new is not None:
            self.found.known[name] += 1
        return new

    def _note(self, call: NativeCall) -> str | None:
        note = as_note(call)
        return self.tags.note(*note) if note else None

    def _from_dump(self, name: str, call: Call, frame: Frame) -> str | None:
        """Expand a template by the dump's own page, if all of that can be expanded."""
        text = None if name.lower() in frame.names or _NO_NAME.search(name) else self.site.template(name)
        if text is None or len(text) > MAX_SIZE:
            return None
        arguments = {key: self.expand(value, frame) for key, value in call.params}
        inner = Frame(arguments, frame.depth + 1, frame.names | {name.lower()})
        new = self.expand(as_template(text), inner)
        self.found.known[name] += 1
        return new.strip("\n") if new[:1] == "\n" or new[-1:] == "\n" else new


class _Place(Enum):
    """What stands on the line that a call stands on."""

    ALONE = auto()
    WITH_CALLS = auto()
    IN_TEXT = auto()


def _place(pieces: list[Piece], number: int) -> _Place:
    """Tell what else stands on the line of a call; of many calls on one line that is not asked."""
    before = (piece for piece in reversed(pieces[max(0, number - _MOST_ON_LINE) : number]))
    after = (piece for piece in pieces[number + 1 : number + 1 + _MOST_ON_LINE])
    found = max(_beside(before, -1).value, _beside(after, 0).value)
    return _Place(found)


def _beside(pieces: Iterator[Piece], side: int) -> _Place:
    """Tell what stands between a call and the end of its line, the line's beginning for side -1."""
    found = _Place.ALONE
    for piece in pieces:
        if piece.what is What.TEXT:
            lines = piece.text.split("\n")
            if lines[side].strip():
                return _Place.IN_TEXT
            if len(lines) > 1:
                return found
        elif piece.what is not What.COMMENT:
            found = _Place.WITH_CALLS
    return found


def _counted_name(call: Call | None) -> str:
    """Return the name that a call is counted by; a module's function goes with the module's name."""
    if call is None:
        return "{{…}}"
    name = call.name + (call.parts[0][1] if call.name.endswith(":") and call.parts else "")
    name = " ".join(name.partition("\n")[0].replace("_", " ").split())
    return name[:MAX_NAME] if name and not _NO_NAME.search(name) else "{{…}}"
