"""A tiddler's WikiText to Markdown, block by block: headings, lists, tables, quotes, code, and runs of text."""

from __future__ import annotations

import re

from fanwiki.importers.article.blocks import escape_line
from fanwiki.importers.tiddlywiki.inline import LONGEST_CALL, LONGEST_TAG, TAG, Page, code, convert
from fanwiki.importers.tiddlywiki.table import is_row, table
from fanwiki.wording import say

_PRAGMA = re.compile(r"\\(define|procedure|function|widget|rules|import|whitespace|parameters|parsermode)\b[^\n]*")
_MULTILINE = frozenset(("define", "procedure", "function", "widget"))
_HEADING = re.compile(r"(!{1,6})(?:\.[\w.-]+\s)?\s*(.*)")
_ITEM = re.compile(r"([*#;:>]+)(?:\.[\w.-]+\s)?\s*(.*)")
_RULE = re.compile(r"-{3,}\s*")
_QUOTE = re.compile(r"\s*(<{3,6})(?!<)(.*)")
_FENCE = re.compile(r"```[\w+#.-]{0,40}\s*")
_TYPED = re.compile(r"\$\$\$([\w./+-]{0,80})(?:\s*>.*)?\s*")
_STYLED = re.compile(r"@@[^@\s]*\s*")
_WIDGET = re.compile(r"<(\$[\w.:-]+)")
_MACRO_LINE = re.compile(r'<<([^\s<>"\']+)[^\n]*>>\s*')
_HTML_HEADING = re.compile(
    r"<h([1-6])\b(?:[^<>]|<<[^<>]*>>)*>((?:(?!</?h[1-6]).)*)</h[1-6]>", re.DOTALL | re.IGNORECASE
)
_EMBED = re.compile(r"\{\{([^{}|!#\n]{1,500})\}\}\s*")
_LANGUAGES = {"application/json": "json", "text/css": "css", "application/javascript": "js", "text/html": "html"} | {
    "image/svg+xml": "xml",
    "application/x-tiddler-dictionary": "",
}
DEEPEST = 8
"""Quotes within quotes: what lies deeper is kept as code."""

MOST_WIDGET_LINES = 2_000
MOST_TAG_LINES = 100


def to_markdown(text: str, page: Page) -> str:
    """Return a tiddler's WikiText as Markdown."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = _after_pragmas(lines, page)
    blocks = _Blocks(lines[start:], page, 0).convert()
    if start:
        pragmas = "\n".join(lines[:start]).strip("\n")
        quoted = "\n".join(f"> {line}".rstrip() for line in fenced(pragmas).split("\n"))
        blocks.append(f"> [!abstract]- {say('Definitions of this tiddler')}\n{quoted}")
    return "\n\n".join(blocks) + "\n" * bool(blocks)


def fenced(text: str, language: str = "") -> str:
    """Return text as a block of code."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{fence}{language}\n{text}\n{fence}"


def code_of_type(text: str, media_type: str) -> str:
    """Return the text of a tiddler that is no WikiText as a block of code."""
    return fenced(text.strip("\n"), _LANGUAGES.get(media_type, "")) + "\n"


def _after_pragmas(lines: list[str], page: Page) -> int:
    """Return how many lines the definitions at the start take."""
    end = number = 0
    while number < len(lines):
        line = lines[number]
        match = _PRAGMA.match(line.lstrip())
        if match is None:
            if line.strip():
                break
            number += 1
            continue
        page.keep(f"\\{match[1]}")
        number += 1
        body = match[0].partition(")")[2] if "(" in match[0] else ""
        if match[1] in _MULTILINE and not body.strip():
            while number < len(lines) and not lines[number].lstrip().startswith("\\end"):
                number += 1
            number += 1
        end = min(number, len(lines))
    return end


class _Blocks:
    """The conversion of some lines.

    Args:
        lines: The lines.
        page: What is converted.
        depth: How many quotes they stand in.
    """

    def __init__(self, lines: list[str], page: Page, depth: int) -> None:
        self._lines = lines
        self._page = page
        self._depth = depth
        self._at = 0
        self._found: list[str] = []

    def convert(self) -> list[str]:
        """Return the blocks as Markdown."""
        while self._at < len(self._lines):
            if self._lines[self._at].strip():
                self._found.append(self._block(self._lines[self._at]))
            else:
                self._at += 1
        return [block for block in self._found if block.strip()]

    def _block(self, line: str) -> str:
        for fits, make in (
            (_FENCE.fullmatch(line), self._code),
            (_TYPED.fullmatch(line), self._typed),
            (line.startswith('"""'), self._poem),
            (_QUOTE.fullmatch(line), self._quote),
            (line.startswith("!"), self._heading),
            (_RULE.fullmatch(line), self._rule),
            (is_row(line), self._table),
            (_ITEM.match(line) and line[0] in "*#;:>", self._list),
            (_STYLED.fullmatch(line), self._styled),
            (_WIDGET.match(line), self._widget),
            (_MACRO_LINE.match(line) or line.startswith("<<"), self._macro),
            (_EMBED.fullmatch(line), self._embed),
        ):
            if fits:
                return make(line)
        return self._paragraph(line)

    def _until(self, closes: re.Pattern[str]) -> list[str]:
        """Return the lines up to one that closes, and step behind it; all that are left when none does."""
        begin = self._at + 1
        end = next((at for at in range(begin, len(self._lines)) if closes.fullmatch(self._lines[at])), None)
        self._at = len(self._lines) if end is None else end + 1
        return self._lines[begin:end]

    def _code(self, line: str) -> str:
        return fenced("\n".join(self._until(re.compile(r"```\s*"))), line[3:].strip())

    def _typed(self, line: str) -> str:
        match = _TYPED.fullmatch(line)
        media_type = match[1] if match else ""
        self._page.keep("$$$typed block")
        language = _LANGUAGES.get(media_type, media_type.removeprefix(".").partition("/")[0])
        return fenced("\n".join(self._until(re.compile(r"\$\$\$\s*"))), language)

    def _poem(self, line: str) -> str:
        rest = line[3:]
        if rest.rstrip().endswith('"""') and len(rest.rstrip()) > 3:
            self._at += 1
            lines = [rest.rstrip()[:-3]]
        else:
            lines = [*([rest] if rest.strip() else []), *self._until(re.compile(r'.*"""\s*'))]
            closing = self._lines[self._at - 1].rstrip()
            if closing.endswith('"""') and closing != '"""' and self._at - 1:
                lines.append(closing[:-3])
        return "<br>\n".join(self._run(line) for line in lines)

    def _quote(self, line: str) -> str:
        match = _QUOTE.fullmatch(line)
        signs = match[1] if match else "<<<"
        inner = self._until(re.compile(rf"\s*{signs}(?!<).*"))
        closing = self._lines[self._at - 1].strip() if self._at <= len(self._lines) else ""
        cited = closing.removeprefix(signs).strip() if closing.startswith(signs) else ""
        if self._depth >= DEEPEST:
            return fenced("\n".join((line, *inner)))
        blocks = _Blocks([part.lstrip() for part in inner], self._page, self._depth + 1).convert()
        if cited:
            blocks.append(f"— {self._run(cited)}")
        return "\n".join(f"> {part}".rstrip() for part in "\n\n".join(blocks).split("\n"))

    def _heading(self, line: str) -> str:
        self._at += 1
        match = _HEADING.fullmatch(line)
        signs, text = (match[1], match[2]) if match else ("!", line[1:])
        return f"{'#' * len(signs)} {convert(text.strip(), self._page)}"

    def _rule(self, line: str) -> str:
        del line
        self._at += 1
        return "---"

    def _table(self, line: str) -> str:
        del line
        begin = self._at
        while self._at < len(self._lines) and is_row(self._lines[self._at]):
            self._at += 1
        return table(self._lines[begin : self._at], self._page)

    def _list(self, line: str) -> str:
        del line
        items: list[str] = []
        levels: list[str] = []
        while self._at < len(self._lines) and (match := _ITEM.match(self._lines[self._at])):
            items.append(self._item(match[1], match[2], levels))
            self._at += 1
        return "\n".join(items)

    def _item(self, signs: str, text: str, levels: list[str]) -> str:
        """Return one item, indented below those it stands in.

        Args:
            signs: The signs at its start, one for each level.
            text: The item.
            levels: The sign of the last item of each level; brought up to date.
        """
        levels[len(signs) :] = []
        depth = min(len(signs) - 1, len(levels), DEEPEST)
        sign = signs[-1]
        under_term = sign == ":" and len(levels) > depth and levels[depth] in (";", ":;")
        levels[depth:] = [":;" if under_term else sign]
        indent = "".join("> " if level == ">" else "    " for level in levels[:depth]) + "    " * under_term
        shown = convert(text.strip(), self._page)
        marks = {"#": "1. ", ">": "> ", ";": "- **"}
        return f"{indent}{marks.get(sign, '- ')}{shown}{'**' if sign == ';' else ''}".rstrip()

    def _styled(self, line: str) -> str:
        del line
        self._page.know("@@style@@")
        inner = self._until(re.compile(r"@@\s*"))
        if self._depth >= DEEPEST:
            return fenced("\n".join(inner))
        return "\n\n".join(_Blocks(inner, self._page, self._depth + 1).convert())

    def _widget(self, line: str) -> str:
        """Keep a widget that begins a line, with all it holds, as it is written."""
        match = _WIDGET.match(line)
        name = match[1] if match else "$"
        end = self._end_of_single(name) or self._end_of_widget(name)
        if end is None or name in ("$link", "$text"):
            return self._paragraph(line)
        kept = self._lines[self._at : end]
        self._at = end
        self._page.keep(f"<{name}>")
        return code(kept[0].strip()) if len(kept) == 1 else fenced("\n".join(kept))

    def _end_of_single(self, name: str) -> int | None:
        """Return the line behind a widget without content whose attributes may go over lines."""
        text = "\n".join(self._lines[self._at : self._at + MOST_TAG_LINES])
        match = None if self._page.is_tangled else TAG.match(text, 0, LONGEST_CALL)
        if match is None:
            self._page.fails()
            return None
        rest = text[match.end() :].partition("\n")[0]
        if match[1] != name or not match[2].endswith("/") or rest.strip():
            return None
        return self._at + match[0].count("\n") + 1

    def _end_of_widget(self, name: str) -> int | None:
        """Return the line behind the one in which a widget ends; None when other text follows there."""
        if self._page.is_tangled:
            return None
        opens, closes, depth = f"<{name}", f"</{name}>", 0
        for number in range(self._at, min(len(self._lines), self._at + MOST_WIDGET_LINES)):
            line = self._lines[number]
            depth += line.count(opens) - line.count(closes)
            if re.search(rf"<{re.escape(name)}\b[^<>]{{0,2000}}/>", line):
                depth -= 1
            if depth <= 0:
                return number + 1 if line.rstrip().endswith((closes, "/>")) else None
        self._page.fails()
        return None

    def _macro(self, line: str) -> str:
        """Keep a call of a macro over several lines as it is written; one in a line is a run of text."""
        if ">>" in line:
            return self._paragraph(line)
        name = line[2:].split(maxsplit=1)[:1]
        last = min(len(self._lines), self._at + MOST_WIDGET_LINES)
        end = next((at for at in range(self._at + 1, last) if self._lines[at].rstrip().endswith(">>")), None)
        if end is None or not name:
            return self._paragraph(line)
        kept = self._lines[self._at : end + 1]
        self._at = end + 1
        self._page.keep(f"<<{name[0]}>>")
        return fenced("\n".join(kept))

    def _embed(self, line: str) -> str:
        self._at += 1
        return convert(line.strip(), self._page)

    def _paragraph(self, line: str) -> str:
        """Join the lines up to an empty one; within a paragraph nothing else begins a block."""
        del line
        begin = self._at
        while self._at < len(self._lines) and self._lines[self._at].strip():
            self._at += 1
        text = "\n".join(part.strip() for part in self._lines[begin : self._at])
        heading = _HTML_HEADING.fullmatch(text) if len(text) <= LONGEST_TAG else None
        if heading is not None:
            return f"{'#' * int(heading[1])} {' '.join(convert(heading[2].strip(), self._page).split())}"
        return self._run(text)

    def _run(self, text: str) -> str:
        return "\n".join(_safe_start(part) for part in convert(text, self._page).split("\n"))


def _safe_start(line: str) -> str:
    """See that a line of text is not taken for the start of a list; its marks are escaped already."""
    match = re.match(r"\s*(?:[+-]|\d+[.)])(?=\s|$)", line)
    return escape_line(match[0]) + line[match.end() :] if match else line.lstrip() if line[:1] in " \t" else line
