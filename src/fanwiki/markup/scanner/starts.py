"""What a sign at the beginning of a line may begin: headings, tables, definitions, HTML, comments, formulas.

Each reader returns where the next line begins, or -1 when it finds nothing of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fanwiki.markup.findings import LeafKind, LinkSpan, Scan, Syntax
from fanwiki.markup.scanner.containers import Containers, is_spoiler
from fanwiki.markup.scanner.prefix import Prefix, spaces_end
from fanwiki.markup.scanner.rows import columns_of_table
from fanwiki.markup.scanner.spans import page_link
from fanwiki.markup.scanner.texts import Texts

RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
RAW = re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main"
    r"|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title"
    r"|tr|track|ul)(?=[\s/>]|\Z)|<[?!]",
    re.IGNORECASE,
)

_HEADING_END = re.compile(r"(?:^|[ \t])#+[ \t]*\Z")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*\Z")
_CALLOUT = re.compile(r"\[!([^\]\[\n]{1,60})\][+-]?[ \t]*")
_TITLE = r"""(?:[ \t]++(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_DEFINITION = re.compile(rf"\[(?!\^)([^\[\]\n]+)\]:[ \t]*+(?:<([^<>\n]*)>|(\S+)){_TITLE}[ \t]*\Z")
_FORMULA_END = re.compile(r"\$\$[ \t]*(?=\n|\Z)")
_RAW_END = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_LONE_TAG = re.compile(r"</?[A-Za-z][^<>]*>[ \t]*\Z")
_NEVER = re.compile(r"(?!)")

Reader = Callable[[Prefix, int, int], int]


class Starts:
    """Begins blocks by the sign a line begins with.

    Args:
        text: The body.
        found: What is found in it.
        around: What is open around the lines.
        texts: Where text goes.
    """

    def __init__(self, text: str, found: Scan, around: Containers, texts: Texts) -> None:
        self._text = text
        self._found = found
        self._around = around
        self._texts = texts
        self._missing: set[str] = set()  # closing signs that are known not to come any more

    def readers(self) -> dict[str, tuple[Reader, ...]]:
        """Return what may read a line, by its first sign; kept here, it would make garbage of each scan."""
        return {
            "#": (self._heading,),
            "=": (self._underline,),
            "-": (self._underline, self._delimiters, self._rule),
            "|": (self._delimiters,),
            ":": (self._delimiters,),
            "*": (self._rule,),
            "_": (self._rule,),
            "<": (self._html,),
            "[": (self._definition,),
            "%": (self._remark,),
            "$": (self._formula,),
        }

    def callout(self, prefix: Prefix, end: int) -> bool:
        """Read the title of a callout; tell whether there was one."""
        found = _CALLOUT.match(self._text, prefix.at, end)
        if not found:
            return False
        self._texts.close()
        if is_spoiler(found[1]):
            films = (found.end(), found.end() + len(self._text[found.end() : end].rstrip()))
            self._around.open_callout(prefix, films, end)
        elif found.end() < end:
            self._texts.take(found.end(), end, prefix.quotes)
            self._texts.close()
        return True

    def _heading(self, prefix: Prefix, _start: int, end: int) -> int:
        found = HEADING.match(self._text, prefix.at, end)
        if not found or not self._around.near(prefix):
            return -1
        begin = found.end()
        closing = _HEADING_END.search(self._text[begin:end])
        stop = begin + closing.start() if closing else end
        self._texts.take_heading(begin, stop, prefix.quotes, len(found[1]))
        return end + 1

    def _underline(self, prefix: Prefix, _start: int, end: int) -> int:
        texts, leaf = self._texts, self._texts.leaf
        found = _UNDERLINE.match(self._text, prefix.at, end)
        if not found or leaf is None or texts.rows or leaf.quotes != prefix.quotes or prefix.items:
            return -1
        if not self._around.near(prefix) or not self._around.within_items(prefix):
            return -1
        leaf.kind, leaf.level = LeafKind.HEADING, 1 if found[1][0] == "=" else 2
        texts.doubt = texts.doubt or columns_of_table(self._text, texts.last, (prefix.at, end)) is not None
        texts.close()
        return end + 1

    def _rule(self, prefix: Prefix, _start: int, end: int) -> int:
        if not self._around.near(prefix) or not RULE.match(self._text, prefix.at, end):
            return -1
        self._texts.close()
        return end + 1

    def _delimiters(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read the line under a table's head, which makes a table of the paragraph's last line."""
        texts, leaf = self._texts, self._texts.leaf
        if leaf is None or texts.rows:
            return -1
        width = columns_of_table(self._text, texts.last, (prefix.at, end))
        if width is None:
            return -1
        if width == 0 or leaf.quotes != prefix.quotes or not self._around.within_items(prefix):
            texts.unsure = True
            return -1
        texts.begin_table(width, prefix.quotes, end)
        return end + 1

    def _definition(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read where a reference link leads, if that is a page."""
        if self._texts.leaf is not None or not self._around.near(prefix):
            return -1
        return end + 1 if self.note_definition(prefix, end) else -1

    def note_definition(self, prefix: Prefix, end: int) -> bool:
        """Note where a definition leads; tell whether there is one."""
        found = _DEFINITION.match(self._text, prefix.at, end)
        if not found:
            return False
        group = 2 if found[2] is not None else 3
        link = page_link(found[group], label=found[1])
        if link is not None:
            begin, stop = found.span(group)
            hash_at = self._text.find("#", begin, stop)
            target = (begin, hash_at if hash_at >= 0 else stop)
            spoils = self._text.find("||", begin, end) >= 0
            span = LinkSpan(prefix.at, end, link, target, found.span(1), Syntax.DEFINITION, spoils)
            self._found.links.append(span)
        return True

    def _html(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read a comment, or find out that raw HTML begins here; its lines are read as text."""
        text, at = self._text, prefix.at
        if not self._around.near(prefix):
            return -1
        if text.startswith("<!--", at):
            close = self._find("-->", at + 2)
            if close >= 0:
                return self._skip(at, close + 3, prefix.quotes)
            self._texts.begin_raw(0, [], until=_NEVER)
        if self._texts.raw:
            return -1
        in_paragraph = self._texts.leaf is not None and not self._texts.rows
        if RAW.match(text, at, end):
            self._texts.begin_raw(prefix.quotes, self._around.columns, until=_RAW_END)
        elif HTML_BLOCK.match(text, at, end) or (not in_paragraph and _LONE_TAG.match(text, at, end)):
            self._texts.begin_raw(prefix.quotes, self._around.columns, until=None)
        return -1

    def _remark(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read a comment that goes over several lines; one within a line is found with the rest of its text."""
        at = prefix.at
        close = self._find("%%", at + 2) if self._text.startswith("%%", at) else -1
        if close >= 0:
            # Without the comment, what stands behind it may begin a block.
            behind = spaces_end(self._text, close + 2, len(self._text))
            sign = self._text[behind : behind + 1]
            if sign not in ("", "\n") and not sign.isalpha():
                self._texts.doubt_all()
        return self._skip(at, close + 2, prefix.quotes) if close > end else -1

    def _formula(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read a formula that goes over several lines, blank ones included; it stands outside quotes and lists."""
        text, at, around = self._text, prefix.at, self._around
        if not text.startswith("$$", at) or not around.near(prefix):
            return -1
        if prefix.quotes or prefix.items or (around.columns and around.within_items(prefix)):
            return -1
        if text[at + 2 : end].rstrip(" \t").endswith("$$"):
            return -1  # it ends in its line, where it is found with the rest of the text
        close = _FORMULA_END.search(text, end) if "$$" not in self._missing else None
        if not close:
            self._missing.add("$$")
            return -1
        if around.left_list or around.columns or text.find("[!", at, close.start()) >= 0:
            self._texts.doubt_all()  # to some readers the list goes on; and a callout is rather meant as one
            return -1
        self._texts.take_alone(at, close.end(), 0, sure=True)
        around.extend(close.end())
        return close.end() + 1

    def _find(self, sign: str, at: int) -> int:
        """Find a closing sign; once it was missed it is not looked for again."""
        if sign in self._missing:
            return -1
        place = self._text.find(sign, at)
        if place < 0:
            self._missing.add(sign)
        return place

    def _skip(self, start: int, stop: int, quotes: int) -> int:
        """Leave a comment out, and read what stands behind it on its last line."""
        self._texts.close()
        self._found.comments.append((start, stop))
        end = self._text.find("\n", stop)
        end = end if end >= 0 else len(self._text)
        self._around.extend(end)
        begin = spaces_end(self._text, stop, end)
        if begin < end:
            self._texts.take_alone(begin, end, quotes)
        return end + 1
