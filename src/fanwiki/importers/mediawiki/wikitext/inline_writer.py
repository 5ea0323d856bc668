"""Writes inline parts as Markdown."""

from __future__ import annotations

import re

from fanwiki.importers.mediawiki.wikitext.addresses import destination, is_web, page_address
from fanwiki.importers.mediawiki.wikitext.escape import line_start, markdown_text, plain_label
from fanwiki.importers.mediawiki.wikitext.tree import (
    Code,
    Formula,
    Hidden,
    Inline,
    Link,
    NoteMark,
    Picture,
    Styled,
    Text,
    WebLink,
    plain,
)

_TICKS = re.compile(r"`+")
_SIGNS = {"b": "**", "i": "*", "s": "~~", "mark": "=="}
_STARTS = frozenset("[“\"'(&‘")
_ENDS = frozenset(".,;:!?)]\"'”’")
_SIGN_IN_LABEL = re.compile(r"[\[\]|*]|~~|==|(?<!\w)_|_(?!\w)|\\$")
_ESCAPED_OR_BRACKET = re.compile(r"\\.|\]", re.DOTALL)
_TAG = re.compile(r"</?[a-z]+[ >]")
_SPACES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_UNSAFE_CODE = re.compile(r"\|\||\n|^$|[|]|\[\[")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BREAKS = re.compile(r"(?:<br>)+(?=.)[ \t]*")


class InlineWriter:
    """Writes inline parts as Markdown.

    Args:
        in_table: Whether they stand in a cell of a Markdown table.
        in_bold: Whether they stand in bold.
    """

    def __init__(self, *, in_table: bool = False, in_bold: bool = False) -> None:
        self._in_table = in_table
        self._in_bold = in_bold
        self._bar = "\\|" if in_table else "|"

    def line(self, parts: list[Inline]) -> str:
        """Return parts on one line: for headings, cells and labels."""
        return " ".join(self._written(parts).split()).strip()

    def paragraph(self, parts: list[Inline]) -> str:
        """Return parts as a paragraph, whose lines begin no other block."""
        text = _BREAKS.sub(lambda match: match[0].rstrip() + "\n", _trimmed(self._written(parts)))
        lines = (line.strip(" \t") for line in text.split("\n"))
        return "\n".join(line_start(line) for line in lines if line)

    def _written(self, parts: list[Inline]) -> str:
        found: list[str] = []
        for number, part in enumerate(parts):
            if isinstance(part, Text):
                found.append(self._text(part.text))
                continue
            before = found[-1][-1:] if found else ""
            after = parts[number + 1] if number + 1 < len(parts) else None
            new = self._part(part, before, after.text[:1] if isinstance(after, Text) else "" if after is None else "x")
            if before == "!" and new.startswith("[") and not isinstance(part, NoteMark):
                found[-1] = f"{found[-1][:-1]}\\!"
            found.append(new)
        return "".join(found)

    def _text(self, text: str) -> str:
        return markdown_text(text)

    def _part(self, part: Inline, before: str, after: str) -> str:  # noqa: PLR0911  (one line for each kind of part)
        if isinstance(part, Styled):
            return self._styled(part, before, after)
        if isinstance(part, Link):
            return self.link(part)
        if isinstance(part, WebLink):
            return self._web_link(part)
        if isinstance(part, Picture):
            return self.picture(part)
        if isinstance(part, Code):
            return self._code(part.text)
        if isinstance(part, Formula):
            return self._formula(part.text)
        if isinstance(part, NoteMark):
            return f"[^{part.name}]"
        if isinstance(part, Hidden):
            return self.hidden(part)
        return "<br>"

    def _styled(self, part: Styled, before: str, after: str) -> str:
        # Italic in bold, and the other way about, gets its own sign: the two cannot be taken for one another.
        sign = "_" if part.tag == "i" and self._in_bold else _SIGNS.get(part.tag)
        writer = type(self)(in_table=self._in_table, in_bold=self._in_bold or part.tag == "b")
        inner = writer._written(part.parts)
        spaces = _SPACES.fullmatch(inner)
        start, text, end = spaces.groups() if spaces else ("", inner, "")
        if not text:
            return inner
        if sign == "*" and "*" in text.replace("\\*", ""):
            sign = "_"
        if sign and _clear(text, sign, start or before, end or after):
            return f"{start}{sign}{text}{sign}{end}"
        text = text.replace("\n", " ")
        return f"{start}<{part.tag}{part.attributes}>{text}</{part.tag}>{end}"

    def link(self, part: Link) -> str:
        """Return a link to a page, without a label where the title is shown."""
        shown, target = plain(part.parts), part.target
        is_title = shown[1:] == target[1:] and shown[:1].upper() == target[:1] and "#" not in target
        if is_title and all(isinstance(inner, Text) for inner in part.parts):
            return f"[[{shown}]]"
        label = _RawWriter(in_table=self._in_table).line(part.parts)
        if not _holds_signs(part.parts) and not _TAG.search(label):
            return f"[[{target}{self._bar}{label}]]" if label else f"[[{target}]]"
        # In the label of a wiki link no sign can be escaped; in that of a Markdown link each can.
        label = self._written(without_links(part.parts)).replace("\n", " ").strip()
        return f"[{_brackets(label)}]({page_address(target)})"

    def _web_link(self, part: WebLink) -> str:
        if not is_web(part.url):
            label = self._written(part.parts)
            return (
                f"{label} ({markdown_text(part.url)})"
                if label and plain(part.parts) != part.url
                else markdown_text(part.url)
            )
        url = destination(part.url)
        if not part.parts:
            return f"<{url}>"
        label = self._written(without_links(part.parts)).replace("\n", " ").strip()
        address = _ENTITY.sub("&amp;", url)
        return f"[{_brackets(label)}]({address})" if label else f"<{url}>"

    def picture(self, part: Picture) -> str:
        """Return a file that is shown, with its description and size."""
        size = f"{part.width}x{part.height}" if part.width and part.height else str(part.width or "")
        options = [option for option in (plain_label(part.alt), size) if option]
        return f"![[{self._bar.join([part.name, *options])}]]"

    def _code(self, text: str) -> str:
        if _UNSAFE_CODE.search(text) or text != text.strip():
            return f"<code>{markdown_text(' '.join(text.split()))}</code>"
        longest = max(map(len, _TICKS.findall(text)), default=0)
        ticks = "`" * (longest + 1)
        space = " " if text[:1] == "`" or text[-1:] == "`" else ""
        return f"{ticks}{space}{text}{space}{ticks}"

    def _formula(self, text: str) -> str:
        text = " ".join(text.split())
        if "$" in text or "|" in text or not text or text.endswith("\\"):
            return f"<code>{markdown_text(text)}</code>"
        return f"${text}$"

    def hidden(self, part: Hidden) -> str:
        """Return an inline spoiler."""
        bars = "\\|\\|" if self._in_table else "||"
        text = self._written(part.parts).replace("\n", " ").strip()
        films = f"{{{', '.join(f'[[{film}]]' if ',' in film else film for film in part.films)}}}" if part.films else ""
        return f"{bars}{text}{bars}{films}" if text else ""


class _RawWriter(InlineWriter):
    """Writes text that holds no signs, for the labels of wiki links."""

    def _text(self, text: str) -> str:
        return text.replace("\n", " ")


def _holds_signs(parts: list[Inline]) -> bool:
    """Whether there is more in a label than words and emphasis."""
    return any(
        _SIGN_IN_LABEL.search(part.text)
        if isinstance(part, Text)
        else not isinstance(part, Styled) or part.tag not in _SIGNS or _holds_signs(part.parts)
        for part in parts
    )


def _clear(text: str, sign: str, before: str, after: str) -> bool:
    """Whether Markdown surely reads signs around a text as emphasis: letters within, none outside, no sign beside."""
    if "\n" in text and sign in ("~~", "=="):
        return False
    outside = (not before or not (before.isalnum() or before in "*_~=\\")) and (
        not after or not (after.isalnum() or after in "*_~=")
    )
    first, last = text[0], text[-1]
    other = {"**": "_", "_": "*"}.get(sign, "")
    starts = first.isalnum() or first in _STARTS or first == other
    ends = (last.isalnum() or last in _ENDS or last == other) and not text.endswith(("\\_", "\\*"))
    return outside and starts and ends


def without_links(parts: list[Inline]) -> list[Inline]:
    """Return parts in which links are what they show, since links hold no links."""
    found: list[Inline] = []
    for part in parts:
        if isinstance(part, Link | WebLink):
            found += without_links(part.parts) or [Text(plain([part]))]
        elif isinstance(part, Styled):
            found.append(Styled(part.tag, without_links(part.parts), part.attributes))
        elif isinstance(part, NoteMark):
            continue
        else:
            found.append(part)
    return found


def _brackets(label: str) -> str:
    """Return a label whose brackets are pairs to Markdown, or text."""
    if "]" not in label or "![[" in label:
        return label
    return _ESCAPED_OR_BRACKET.sub(lambda match: f"\\{match[0]}" if match[0] == "]" else match[0], label)


def _trimmed(text: str) -> str:
    """Return text without breaks at its ends."""
    text = text.strip()
    while text.startswith("<br>"):
        text = text[4:].lstrip()
    while text.endswith("<br>"):
        text = text[:-4].rstrip()
    return text
