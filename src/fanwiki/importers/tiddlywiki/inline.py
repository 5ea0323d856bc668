"""One run of WikiText to Markdown: emphasis, links, pictures, code, transclusions, macros, widgets, HTML.

What Markdown has no word for (macros, widgets, filters) stays as it is written, as code, and is counted by name.
A mark that is never closed is text. Every attempt to read a long construct is bounded, so no text takes time by the
square of its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fanwiki.domain.title import possible_title
from fanwiki.importers.article.blocks import escape
from fanwiki.importers.report import ImportReport
from fanwiki.importers.tiddlywiki.names import Names
from fanwiki.importers.tiddlywiki.tiddlers import SYSTEM
from fanwiki.markup.wikilink import WikiLink, is_media, write_link
from fanwiki.wording import written

_START = re.compile(
    r"''|//|__|\^\^|,,|~~|@@|`{1,2}|\[\[|\[img[\s\[]|\[ext\[|<<|\{\{\{?|<%|<!--|</?\$?[A-Za-z]|(?<!-)-{2,3}(?!-)"
    r"|~?(?:https?|ftp|mailto):[^\s<>{}\[\]`|\"^\\]+|~?\b[A-Z]+[a-z]+[A-Z]\w*|\$\$|&#?\w{1,10};"
)
_MARKS = {"''": ("**", "**"), "//": ("*", "*"), "~~": ("~~", "~~"), "@@": ("==", "==")} | {
    "__": ("<u>", "</u>"),
    "^^": ("<sup>", "</sup>"),
    ",,": ("<sub>", "</sub>"),
}
_STYLE = re.compile(r"(?:[\w-]+:[^\n;@]{1,100};){0,20}(?:\.[\w-]{1,60}\s?){0,20}")
_IMAGE = re.compile(r"\[img([^\[\]\n]{0,500})\[(?:([^|\]\n]{0,500})\|)?([^\]\n]{1,500})\]\]")
_WIDTH = re.compile(r"\b(width|height)\s*=\s*[\"']?(\d{1,5})(?:px)?[\"']?(?=\s|$)")
_MACRO = re.compile(
    r'<<([^\s<>"\']++)(?:[^>"\'\[]++|"""(?:[^"]++|"(?!""))*+"""|"[^"]*+"|\'[^\']*+\'|\[\[[^\]]*+\]\]|\[|>(?!>))*+>>'
)
TAG = re.compile(
    r'</?(\$?[A-Za-z][\w.:-]*+)((?:[^<>"\'{]++|"""(?:[^"]++|"(?!""))*+"""|"[^"]*+"|\'[^\']*+\'|<<[^>]*+>>|\{)*+)>'
)
_WEB = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(to|href|src|tooltip|alt)\s*=\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})')")
_KEPT_TAGS = frozenset("b i u s em strong kbd sup sub small mark abbr cite q del ins var samp br wbr".split())
_WRAPPERS = frozenset("div span section article center font main header footer nav aside p details summary dl".split())
LONGEST_LINK, LONGEST_CALL, LONGEST_TAG = 2_000, 20_000, 4_000
_MOST_FAILURES = 200
"""After so many long constructs that never end, the rest of the text is taken for text."""


@dataclass(slots=True)
class Page:
    """What the conversion of one tiddler needs and counts.

    Args:
        names: What titles become.
        report: Where links, macros and missing files are counted.
        title: The tiddler's own title.
    """

    names: Names
    report: ImportReport
    title: str = ""
    failures: int = 0

    def keep(self, name: str) -> None:
        """Count a construct that stays as it is written."""
        self.report.unknown_templates[name] += 1

    def know(self, name: str) -> None:
        """Count a construct that was understood."""
        self.report.known_templates[name] += 1

    def fails(self) -> None:
        """Count an attempt that ran far for nothing."""
        self.failures += 1

    @property
    def is_tangled(self) -> bool:
        """Whether too many attempts failed."""
        return self.failures > _MOST_FAILURES

    def link(self, target: str, label: str | None) -> str:
        """Write a link to a tiddler or to the web; a file is linked by its name."""
        target, shown = target.strip(), None if label is None else _one_line(label)
        if _WEB.match(target):
            return f"[{escape(shown)}](<{_address(target)}>)" if shown else f"<{_address(target)}>"
        if target.startswith(SYSTEM) or not target:
            self.report.skipped[written("links to system tiddlers")] += 1
            return escape(shown or target)
        self.report.links += 1
        name = self.names.files.get(target) or self.names.pages.get(target)
        if name is None:
            self.report.unresolved[target] += 1
            name = possible_title(target)
        shown = target if shown is None and name != target else shown
        return write_link(WikiLink(name, label=None if shown in (None, name) else _label(str(shown))))

    def embed(self, target: str) -> str | None:
        """Write a transclusion of a whole tiddler; None when there is none of this title."""
        name = self.names.files.get(target) or self.names.pages.get(target)
        if name is None:
            self.report.unresolved[target] += 1
            return None
        self.report.embeds += 1
        self.know("{{transclusion}}")
        return f"![[{name}]]"

    def image(self, attributes: str, tooltip: str, source: str) -> str:
        """Write a picture."""
        self.report.embeds += 1
        source = source.strip()
        sizes = dict(_WIDTH.findall(attributes))
        size = f"{sizes['width']}x{sizes['height']}" if len(sizes) == 2 else sizes.get("width", "")
        if _WEB.match(source):
            return f"![{escape(_one_line(tooltip))}](<{_address(source)}>)"
        name = self.names.files.get(source)
        if name is None:
            self.report.files_missing[source] += 1
            name = possible_title(source.rpartition("/")[2])
            if not is_media(name):
                return escape(f"[img[{source}]]")
        parts = [name, *([_label(tooltip)] if tooltip.strip() else []), *([size] if size else [])]
        return f"![[{'|'.join(parts)}]]"


def code(text: str) -> str:
    """Write text as code within a line."""
    flat = " ".join(text.split("\n"))
    ticks = "`" * (1 + max((len(run) for run in re.findall(r"`+", flat)), default=0))
    pad = " " if flat.startswith("`") or flat.endswith("`") or not flat.strip() else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def convert(text: str, page: Page) -> str:
    """Return a run of WikiText as Markdown."""
    return _Run(text, page).convert()


class _Run:
    """The conversion of one run, from its start to its end."""

    def __init__(self, text: str, page: Page) -> None:
        self._text = text
        self._page = page
        self._pieces: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._ends: dict[str, int] = {}

    def convert(self) -> str:
        """Return the whole run."""
        text, place = self._text, 0
        while (match := _START.search(text, place)) is not None:
            self._plain(text[place : match.start()])
            place = self._construct(match)
        self._plain(text[place:])
        for mark, at in self._open:
            self._pieces[at] = escape(mark)
        return "".join(self._pieces)

    def _plain(self, text: str) -> None:
        if text:
            self._pieces.append(escape(text))

    def _construct(self, match: re.Match[str]) -> int:
        """Write what begins here and return where it ends."""
        sign, start = match[0], match.start()
        if sign in _MARKS:
            return self._mark(sign, match.end())
        if sign.startswith("[img"):
            return self._image(start)
        readers = {"`": self._code, "[": self._link, "{": self._braces, "<": self._angle}
        if sign[0] in readers:
            return readers[sign[0]](sign, start)
        self._pieces.append(self._word(sign))
        return match.end()

    def _code(self, sign: str, start: int) -> int:
        return self._until(sign, start, len(sign))

    def _word(self, sign: str) -> str:
        """Write what needs no look ahead: dashes, entities, bare addresses and CamelCase."""
        if sign[0] in "-&$":
            return {"--": "–", "---": "—"}.get(sign, sign)
        if sign[0] == "~":
            return escape(sign[1:])
        if ":" in sign and _WEB.match(sign):
            return f"<{_address(sign)}>"
        if sign in self._page.names.pages and sign != self._page.title:
            return self._page.link(sign, None)
        return escape(sign)

    def _mark(self, sign: str, end: int) -> int:
        at = next((number for number, (mark, _) in enumerate(self._open) if mark == sign), None)
        if at is None:
            self._open.append((sign, len(self._pieces)))
            self._pieces.append("")
            if sign == "@@":
                style = _STYLE.match(self._text, end)
                end = style.end() if style else end
            return end
        for mark, place in self._open[at + 1 :]:
            self._pieces[place] = escape(mark)
        begin = self._open[at][1]
        del self._open[at:]
        inner = "".join(self._pieces[begin + 1 :])
        del self._pieces[begin:]
        self._pieces.append(_marked(sign, inner))
        return end

    def _find(self, sign: str, start: int) -> int:
        """Return where a sign stands next, asking for each place only once."""
        known = self._ends.get(sign, start - 1)
        if known < start and known != _NOWHERE:
            known = self._text.find(sign, start)
            self._ends[sign] = known = _NOWHERE if known < 0 else known
        return known

    def _inner(self, start: int, close: str, most: int) -> str | None:
        """Return what stands between here and a sign that is not too far away."""
        end = self._find(close, start)
        return self._text[start:end] if end != _NOWHERE and end - start <= most else None

    def _until(self, close: str, start: int, skip: int) -> int:
        """Write what stands up to a sign as code."""
        inner = self._inner(start + skip, close, LONGEST_CALL)
        if not inner:
            self._plain(self._text[start : start + skip])
            return start + skip
        self._pieces.append(code(inner))
        return start + skip + len(inner) + len(close)

    def _link(self, sign: str, start: int) -> int:
        inner = self._inner(start + len(sign), "]]", LONGEST_LINK)
        if inner is None or "\n" in inner or not inner.strip():
            self._plain(sign)
            return start + len(sign)
        label, bar, target = inner.partition("|")
        self._pieces.append(self._page.link(target if bar else inner, label if bar else None))
        return start + len(sign) + len(inner) + 2

    def _image(self, start: int) -> int:
        match = _IMAGE.match(self._text, start)
        if match is None:
            self._plain("[img")
            return start + 4
        self._pieces.append(self._page.image(match[1], match[2] or "", match[3]))
        return match.end()

    def _braces(self, sign: str, start: int) -> int:
        if sign == "{{{":
            inner = self._inner(start + 3, "}}}", LONGEST_CALL)
            if inner is not None:
                return self._verbatim(start, start + 3 + len(inner) + 3, "{{{filter}}}")
        inner = self._inner(start + 2, "}}", LONGEST_LINK)
        if inner is None or "\n" in inner:
            self._plain(sign)
            return start + len(sign)
        end = start + 2 + len(inner) + 2
        is_whole = inner.strip() and not re.search(r"!!|##|\||[{}]", inner)
        embed = self._page.embed(inner.strip()) if is_whole and not inner.startswith(SYSTEM) else None
        if embed is None:
            return self._verbatim(start, end, "{{transclusion}}")
        self._pieces.append(embed)
        return end

    def _angle(self, sign: str, start: int) -> int:
        if sign == "<!--":
            inner = self._inner(start + 4, "-->", LONGEST_CALL)
            if inner is not None:
                self._pieces.append(f"%%{inner.replace('%%', '% %')}%%")
                return start + len(inner) + 7
        elif sign == "<%":
            inner = self._inner(start + 2, "%>", LONGEST_TAG)
            if inner is not None:
                return self._verbatim(start, start + len(inner) + 4, "<%condition%>")
        elif not self._page.is_tangled:
            is_macro = sign == "<<"
            most = LONGEST_CALL if is_macro else LONGEST_TAG
            match = (_MACRO if is_macro else TAG).match(self._text, start, start + most)
            if match is not None:
                return self._verbatim(start, match.end(), f"<<{match[1]}>>") if is_macro else self._tag(match)
            self._page.fails()
        self._plain(sign)
        return start + len(sign)

    def _verbatim(self, start: int, end: int, name: str) -> int:
        self._page.keep(name)
        self._pieces.append(code(self._text[start:end]))
        return end

    def _tag(self, match: re.Match[str]) -> int:
        """Write an element of HTML, or a widget."""
        name, closes = match[1].casefold(), match[0].startswith("</")
        values = {key: double or single for key, double, single in _ATTRIBUTE.findall(match[2])}
        if name == "$link" and not closes and "to" in values:
            return self._labelled(match, values["to"])
        if name == "a" and not closes and _WEB.match(values.get("href", "")):
            return self._labelled(match, values["href"])
        if name.startswith("$"):
            return self._widget(match)
        if name in _KEPT_TAGS:
            self._pieces.append("<br>" if name == "br" else f"<{'/' * closes}{name}>")
        elif name in _WRAPPERS or (name == "a"):
            if not closes:
                self._page.know(f"<{name}>")
        elif name == "code" and not closes:
            return self._until("</code>", match.start(), len(match[0]))
        elif name == "img" and "src" in values:
            self._pieces.append(self._page.image("", values.get("alt", ""), values["src"]))
        else:
            return self._verbatim(match.start(), match.end(), f"<{name}>")
        return match.end()

    def _labelled(self, match: re.Match[str], target: str) -> int:
        close = f"</{match[1]}>"
        inner = "" if match[2].endswith("/") else self._inner(match.end(), close, LONGEST_LINK)
        self._page.know(f"<{match[1]}>")
        if inner is None:
            self._pieces.append(self._page.link(target, None))
            return match.end()
        plain = re.sub(r"<[^<>]{0,500}>|''|//|__", "", inner).strip()
        self._pieces.append(self._page.link(target, plain or None))
        return match.end() + (len(inner) + len(close) if inner or not match[2].endswith("/") else 0)

    def _widget(self, match: re.Match[str]) -> int:
        """Keep a widget with what is in it, if that ends in this run; else just the tag."""
        end = match.end()
        if not match[0].startswith("</") and not match[2].endswith("/"):
            inner = self._inner(end, f"</{match[1]}>", LONGEST_CALL)
            if inner is not None and f"<{match[1]}" not in inner:
                end += len(inner) + len(match[1]) + 3
        return self._verbatim(match.start(), end, f"<{match[1]}>")


_NOWHERE = 1 << 62


def _marked(sign: str, inner: str) -> str:
    """Put marks round a text, inside the spaces at its ends, where Markdown wants them."""
    bare = inner.strip()
    if not bare:
        return escape(sign) + inner + escape(sign)
    begin = len(inner) - len(inner.lstrip())
    opens, closes = _MARKS[sign]
    return f"{inner[:begin]}{opens}{bare}{closes}{inner[begin + len(bare) :]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _label(text: str) -> str:
    """Return a text that can stand in a link behind the bar."""
    return _one_line(text).replace("]]", "] ]").replace("[[", "[ [").replace("|", "/") or " "


def _address(text: str) -> str:
    return "".join(f"%{ord(char):02X}" if char in "<> \\" else char for char in text.strip())
