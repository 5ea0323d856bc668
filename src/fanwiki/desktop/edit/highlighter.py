"""Colours Markdown while it is typed: structure stands out, marks step back, spoilers and links are told apart.

It reads one line at a time and never decides what is hidden from whom: that is the scanner's business. A line's
state carries what goes on over several lines: front matter, fenced code, comments and display mathematics.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from fanwiki.desktop.theme import Theme


class _State(IntEnum):
    BODY = 0
    FRONT_MATTER = 1
    FENCE = 2
    COMMENT = 3
    MATH = 4


@dataclass(frozen=True, slots=True)
class SourceColors:
    """The colours of the source, from the theme."""

    text: str
    quiet: str
    heading: str
    link: str
    tag: str
    code: str
    spoiler: str
    wrong: str

    @classmethod
    def of(cls, theme: Theme) -> SourceColors:
        """Take the colours from the theme."""
        roles = {
            "text": "text",
            "quiet": "muted",
            "heading": "accent",
            "link": "link",
            "tag": "teal",
            "code": "violet",
            "spoiler": "orange",
            "wrong": "red",
        }
        return cls(**{part: theme.name(role) for part, role in roles.items()})


_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_FENCE = re.compile(r" {0,3}(?:>[ \t]?)*(`{3,}|~{3,})")
_CALLOUT = re.compile(r"[ \t]*(?:>[ \t]?)+\[!([\w-]+)\][+-]?")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_LIST = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\])?(?=[ \t])")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)?([\w-]+):(?=\s|$)")
_INLINE = (
    ("code", re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)")),
    ("spoiler", re.compile(r"\|\|(?=\S).*?\|\|(?:\{[^}]*\})?")),
    ("link", re.compile(r"!?\[\[[^\[\]]*\]\]|!?\[[^\[\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\bhttps?://[^\s<>)]+")),
    ("tag", re.compile(r"(?:(?<=\s)|^)#(?=[\w/-]*[^\W\d])[\w/-]+")),
    ("quiet", re.compile(r"%%.*?%%|\^[A-Za-z0-9-]+$|\[\^[^\]\s]+\]:?")),
    ("bold", re.compile(r"(\*\*|__)(?=\S)(?:.*?\S)\1")),
    (
        "italic",
        re.compile(r"(?<![\w*])\*(?=[^\s*])(?:.*?[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])(?:.*?[^\s_])_(?![\w_])"),
    ),
    ("strike", re.compile(r"~~(?=\S).*?\S~~")),
    ("mark", re.compile(r"==(?=\S).*?\S==")),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PLAIN = frozenset({"bold", "italic", "strike", "mark", "spoiler"})
_LONGEST_LINE = 20_000
"""Longer lines stay plain: patterns on them would hold up typing."""


class MarkdownHighlighter(QSyntaxHighlighter):
    """Highlights a document's source.

    Args:
        document: The document of the editor.
        colors: The theme's colours; `set_colors` changes them.
        is_wrong: Whether a word is misspelt; None checks nothing.
    """

    def __init__(self, document: QTextDocument, colors: SourceColors) -> None:
        super().__init__(document)
        self._is_wrong: Callable[[str], bool] | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self._make_formats(colors)

    def set_colors(self, colors: SourceColors) -> None:
        """Take another theme's colours."""
        self._make_formats(colors)
        self.rehighlight()

    def set_spelling(self, is_wrong: Callable[[str], bool] | None) -> None:
        """Underline what this finds wrong; None stops checking."""
        self._is_wrong = is_wrong
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        state = max(0, self.previousBlockState())
        if len(text) > _LONGEST_LINE:
            self.setCurrentBlockState(state)
        elif self.currentBlock().blockNumber() == 0 and text.rstrip() == "---":
            self._whole(text, "quiet", _State.FRONT_MATTER)
        elif state == _State.FRONT_MATTER:
            self._front_matter(text)
        elif state & 0xFF == _State.FENCE:
            self._fenced(text, state)
        elif state in (_State.COMMENT, _State.MATH):
            self._until(text, _State(state))
        else:
            self._body(text)

    def _whole(self, text: str, name: str, state: int) -> None:
        self.setFormat(0, len(text), self._formats[name])
        self.setCurrentBlockState(state)

    def _front_matter(self, text: str) -> None:
        if text.rstrip() in ("---", "..."):
            self._whole(text, "quiet", _State.BODY)
            return
        self.setCurrentBlockState(_State.FRONT_MATTER)
        key = _KEY.match(text)
        if key is not None:
            self.setFormat(key.start(1), key.end() - key.start(1), self._formats["key"])
        self._links(text)

    def _fenced(self, text: str, state: int) -> None:
        # The state remembers the fence: its character in bit 8, its length above.
        mark, length = "~" if state & 0x100 else "`", state >> 9
        found = _FENCE.match(text)
        closes = found is not None and found.group(1)[0] == mark and len(found.group(1)) >= length
        self._whole(text, "quiet" if closes else "code", _State.BODY if closes else state)

    def _until(self, text: str, state: _State) -> None:
        mark = "%%" if state is _State.COMMENT else "$$"
        self._whole(text, "quiet", _State.BODY if mark in text else state)

    def _body(self, text: str) -> None:
        fence = _FENCE.match(text)
        if fence is not None:
            marks = fence.group(1)
            self._whole(text, "quiet", _State.FENCE | (0x100 if marks[0] == "~" else 0) | (min(len(marks), 100) << 9))
            return
        for mark, state in (("%%", _State.COMMENT), ("$$", _State.MATH)):
            if text.lstrip().startswith(mark) and text.count(mark) == 1:
                self._whole(text, "quiet", state)
                return
        self.setCurrentBlockState(_State.BODY)
        heading = _HEADING.match(text)
        if heading is not None:
            self._whole(text, f"heading{len(heading.group(1))}", _State.BODY)
            self.setFormat(0, heading.end(), self._formats["heading-mark"])
        self._lead(text)
        covered = self._inline(text)
        self._spelling(text, covered)

    def _lead(self, text: str) -> None:
        callout = _CALLOUT.match(text)
        if callout is not None:
            self.setFormat(0, callout.end(), self._formats["quiet"])
            name = "spoiler" if callout.group(1).lower() == "spoiler" else "key"
            self.setFormat(callout.start(1), len(callout.group(1)), self._formats[name])
            return
        for pattern, name in ((_LIST, "list"), (_QUOTE, "quiet")):
            found = pattern.match(text)
            if found is not None:
                self.setFormat(0, found.end(), self._formats[name])
                return

    def _inline(self, text: str) -> list[tuple[int, int]]:
        covered: list[tuple[int, int]] = []
        for name, pattern in _INLINE:
            for found in pattern.finditer(text):
                start, end = found.span()
                if any(start < stop and begin < end for begin, stop in covered):
                    continue
                self._merge(start, end, name)
                if name not in _PLAIN:
                    covered.append((start, end))
        return covered

    def _links(self, text: str) -> None:
        for found in dict(_INLINE)["link"].finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._formats["link"])

    def _merge(self, start: int, end: int, name: str) -> None:
        """Add a format to what is there, so that bold in a heading stays a heading."""
        for at in range(start, end):
            merged = QTextCharFormat(self.format(at))
            merged.merge(self._formats[name])
            self.setFormat(at, 1, merged)

    def _spelling(self, text: str, covered: list[tuple[int, int]]) -> None:
        if self._is_wrong is None:
            return
        for found in _WORD.finditer(text):
            start, end = found.span()
            if any(start < stop and begin < end for begin, stop in covered):
                continue
            if self._is_wrong(found.group()):
                self._merge(start, end, "wrong")

    def _make_formats(self, colors: SourceColors) -> None:
        self._formats = {
            "quiet": _look(colors.quiet),
            "heading-mark": _look(colors.quiet),
            "key": _look(colors.tag, bold=True),
            "link": _look(colors.link),
            "tag": _look(colors.tag),
            "code": _look(colors.code),
            "spoiler": _look(colors.spoiler),
            "list": _look(colors.heading, bold=True),
            "bold": _look(bold=True),
            "italic": _look(italic=True),
            "strike": _look(colors.quiet),
            "mark": _look(bold=True),
            "wrong": _look(),
        }
        self._formats["strike"].setFontStrikeOut(True)
        self._formats["wrong"].setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._formats["wrong"].setUnderlineColor(QColor(colors.wrong))
        for level, larger in enumerate((2, 1, 1, 0, 0, 0), 1):
            self._formats[f"heading{level}"] = _look(colors.heading, bold=True, larger=larger)


def _look(color: str = "", *, bold: bool = False, italic: bool = False, larger: int = 0) -> QTextCharFormat:
    made = QTextCharFormat()
    if color:
        made.setForeground(QColor(color))
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    if larger:
        made.setProperty(QTextCharFormat.Property.FontSizeAdjustment, larger)
    return made
