"""Rendered bodies as wikitext: HTML with unresolved links in, what MediaWiki reads out.

The HTML comes of the one render pipeline, so a list, a table or a link is whatever fanwiki itself shows, and what a
viewer may not see is gone already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import unquote

from lxml import html as lxml_html
from lxml.html import HtmlElement

from fanwiki.exporters.mediawiki.escaping import escaped, escaped_cell, escaped_first, escaped_start
from fanwiki.exporters.mediawiki.titles import Titles, possible_title

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr details section figure figcaption".split()
)
_QUOTES = {"strong": "'''", "b": "'''", "em": "''", "i": "''"}
_KEPT = frozenset("del s mark u ins sub sup small kbd samp var abbr cite dfn q ruby rt rp bdi bdo time".split())
_EMPTY = frozenset(("br", "wbr"))
_DROPPED = frozenset(("input", "col", "colgroup"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile(r"[ \t\r\n\f]+")
_LIST_MARKS = {"ul": "*", "ol": "#"}


class Wikitext:
    """Writes bodies as wikitext.

    Args:
        titles: What pages are called.
        is_file: Whether a name is that of an attachment.
        listed: The titles that a query finds.
    """

    def __init__(
        self, titles: Titles, *, is_file: Callable[[str], bool], listed: Callable[[str], Sequence[str]]
    ) -> None:
        self._titles = titles
        self._is_file = is_file
        self._listed = listed
        self._notes: dict[str, HtmlElement] = {}
        self._told: set[str] = set()

    def body(self, html: str) -> str:
        """Return a body as wikitext, its footnotes where they are mentioned."""
        if not html.strip():
            return ""
        root = lxml_html.fragment_fromstring(html, create_parent="div")
        self._notes, self._told = {}, set()
        for section in root.xpath("./section[contains(@class, 'footnotes')]"):
            self._notes = {item.get("id", ""): item for item in section.iter("li") if item.get("id")}
            section.getparent().remove(section)
        text = self._blocks(root)
        return f"{text}\n\n<references />" if self._told else text

    def line(self, html: str) -> str:
        """Return rendered inline text as wikitext."""
        if not html.strip():
            return ""
        return self._inline(lxml_html.fragment_fromstring(html, create_parent="span")).strip()

    def link(self, title: str, label: str = "") -> str:
        """Return a link to a page."""
        called = self._titles.of(title)
        return f"[[{called}|{_label(escaped(label))}]]" if label and label != called else f"[[{called}]]"

    # Blocks

    def _blocks(self, parent: HtmlElement) -> str:
        """Return what stands in a block: blocks as they are, loose text between them as paragraphs."""
        parts: list[str] = []
        loose = _text(parent.text)
        for node in parent:
            if isinstance(node.tag, str) and node.tag in _BLOCKS:
                parts += [_paragraph(loose), self._block(node)]
                loose = _text(node.tail)
            else:
                loose += self._node(node) + _text(node.tail)
        parts.append(_paragraph(loose))
        return "\n\n".join(part for part in parts if part)

    def _block(self, node: HtmlElement) -> str:
        tag = str(node.tag)
        if tag in _HEADINGS:
            bars = "=" * int(tag[1])
            return f"{bars} {self._inline(node).strip()} {bars}"
        if tag in _LIST_MARKS:
            return self._list(node, _LIST_MARKS[tag])
        written = {"p": self._marked_paragraph, "pre": _preformatted, "table": self._table, "dl": self._terms}.get(tag)
        if written is not None:
            return written(node)
        return "----" if tag == "hr" else self._frame(node)

    def _terms(self, node: HtmlElement) -> str:
        return "\n".join(("; " if item.tag == "dt" else ": ") + self._inline(item).strip() for item in node)

    def _marked_paragraph(self, node: HtmlElement) -> str:
        text = _paragraph(self._inline(node))
        anchor = node.get("id", "")
        return f'<span id="{escaped(anchor)}"></span>{text}' if anchor.startswith("b-") else text

    def _frame(self, node: HtmlElement) -> str:
        """Return a callout, a quotation, a folded part, an embed or a list that a query makes."""
        if node.get("data-embed") is not None:
            return self._embed(node.get("data-embed", ""))
        if node.get("data-query") is not None:
            return "\n".join(f"* {self.link(title)}" for title in self._listed(node.get("data-query", "")))
        if node.tag == "blockquote":
            return f"<blockquote>\n{self._blocks(node)}\n</blockquote>"
        kind = node.get("data-callout", "")
        if not kind and "withheld" not in (node.get("class") or "") and node.tag != "details":
            return self._blocks(node)
        title = next((child for child in node if child.tag == "summary" or "callout-title" in child.classes), None)
        named = ""
        if title is not None:
            named = f"'''{self._inline(title).strip()}'''\n\n"
            title.drop_tree()
        name = f"callout {kind}".strip()
        return f'<div class="{escaped(name)}">\n{named}{self._blocks(node)}\n</div>'

    def _embed(self, place: str) -> str:
        name, _, part = place.partition("#")
        title = self._titles.of(unquote(name))
        if part or not name:
            return f"[[{title}#{_anchor(unquote(part))}]]"
        return f"{{{{:{title}}}}}"

    def _list(self, node: HtmlElement, marks: str) -> str:
        """Return a list; an item with more than one line of text is written as HTML, for wikitext has no other way."""
        if any(len(_inner_blocks(item)) > 1 and not _is_nested_only(item) for item in node if item.tag == "li"):
            return self._html_list(node)
        lines = []
        for item in node:
            if item.tag != "li":
                continue
            nested = [child for child in item if child.tag in _LIST_MARKS]
            for child in nested:
                tail, child.tail = child.tail, None
                item.remove(child)
                if tail and tail.strip():
                    item.append(_span(tail))
            lines.append(f"{marks} {self._item(item)}")
            lines += [self._list(child, marks + _LIST_MARKS[str(child.tag)]) for child in nested]
        return "\n".join(lines)

    def _html_list(self, node: HtmlElement) -> str:
        items = "\n".join(f"<li>\n{self._blocks(item)}\n</li>" for item in node if item.tag == "li")
        tag = str(node.tag)
        return f"<{tag}>\n{items}\n</{tag}>"

    def _item(self, item: HtmlElement) -> str:
        done = next((box.get("checked") is not None for box in item.iter("input")), None)
        mark = "" if done is None else "☑ " if done else "☐ "
        blocks = _inner_blocks(item)
        text = self._inline(blocks[0]) if blocks and blocks[0].tag == "p" else self._inline(item)
        return mark + escaped_start(_one_line(text))

    def _table(self, node: HtmlElement) -> str:
        lines = ['{| class="wikitable"']
        caption = node.find("caption")
        if caption is not None:
            lines.append(f"|+ {self._inline(caption).strip()}")
        for row in node.iter("tr"):
            lines.append("|-")
            for cell in row:
                if cell.tag in ("td", "th"):
                    lines.append(self._cell(cell))
        return "\n".join([*lines, "|}"])

    def _cell(self, cell: HtmlElement) -> str:
        mark = "!" if cell.tag == "th" else "|"
        aligned = {"centre": "center", "right": "right"}.get(cell.get("class") or "")
        styles = [f'style="text-align:{aligned}"'] if aligned else []
        styles += [f'{name}="{cell.get(name)}"' for name in ("colspan", "rowspan") if cell.get(name)]
        inner = _inner_blocks(cell)
        text = f"\n{self._blocks(cell)}" if inner else escaped_first(escaped_cell(_one_line(self._inline(cell))))
        return f"{mark} {' '.join(styles)} | {text}" if styles else f"{mark} {text}"

    # Text

    def _inline(self, parent: HtmlElement) -> str:
        return _text(parent.text) + "".join(self._node(node) + _text(node.tail) for node in parent)

    def _node(self, node: HtmlElement) -> str:
        tag = str(node.tag) if isinstance(node.tag, str) else ""
        if tag in _QUOTES:
            inner = self._inline(node)
            return f"{_QUOTES[tag]}{inner}{_QUOTES[tag]}" if inner.strip() else inner
        written = {"a": self._anchor, "code": _code, "img": self._file, "audio": self._file, "video": self._file}.get(
            tag
        )
        if written is not None:
            return written(node)
        if tag in _EMPTY:
            return f"<{tag} />"
        if tag == "sup" and (node.get("id") or "").startswith("fnref"):
            return self._note(node)
        return "" if not tag or tag in _DROPPED else self._wrapped(node, tag)

    def _wrapped(self, node: HtmlElement, tag: str) -> str:
        if tag in _KEPT:
            return f"<{tag}>{self._inline(node)}</{tag}>"
        if tag == "span" and {"spoiler", "withheld"} & set(node.classes):
            return f'<span class="{" ".join(sorted(node.classes))}">{self._inline(node)}</span>'
        return self._inline(node)

    def _anchor(self, node: HtmlElement) -> str:
        href, shown = node.get("href", ""), self._inline(node)
        scheme, _, rest = href.partition(":")
        if scheme == "wiki":
            return self._wiki_link(rest, shown, labelled=node.get("data-l") is not None)
        if scheme == "film":
            return self.link(unquote(rest), node.text_content())
        if scheme == "tag":
            return f"[[:Category:{possible_title(unquote(rest))}|{shown}]]"
        if href.startswith("#"):
            return f"[[#{_anchor(unquote(href[1:]))}|{shown}]]" if shown else ""
        return f"[{escaped(href).replace(' ', '%20')} {shown}]" if href else shown

    def _wiki_link(self, address: str, shown: str, *, labelled: bool) -> str:
        name, _, place = (unquote(part) for part in address.partition("#"))
        if name and self._is_file(name):
            return f"[[Media:{_file_name(name)}|{shown}]]"
        target = self._titles.of(name) if name else ""
        if place:
            target += f"#{_anchor(place)}"
        if not labelled and not place and target == name:
            return f"[[{target}]]"
        return f"[[{target}|{_label(shown)}]]"

    def _file(self, node: HtmlElement) -> str:
        name = unquote(node.get("src", "").partition(":")[2].partition("#")[0])
        width = [f"{node.get('width')}px"] if node.get("width") else []
        caption = [_label(escaped(node.get("alt", "")))] if node.get("alt") else []
        return f"[[{'|'.join([f'File:{_file_name(name)}', *width, *caption])}]]"

    def _note(self, node: HtmlElement) -> str:
        link = node.find("a")
        name = "" if link is None else (link.get("href") or "").removeprefix("#")
        if name not in self._notes:
            return ""
        label = escaped(name.removeprefix("fn-")).replace('"', "&quot;")
        if name in self._told:
            return f'<ref name="note {label}" />'
        self._told.add(name)
        item = self._notes[name]
        for back in item.xpath(".//a[contains(@class, 'footnote-back')]"):
            back.drop_tree()
        return f'<ref name="note {label}">{_one_line(self._blocks(item))}</ref>'


def _text(text: str | None) -> str:
    return escaped(_SPACES.sub(" ", text)) if text else ""


def _paragraph(text: str) -> str:
    return escaped_start(text.strip())


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n+\s*", " ", text).strip()


def _label(text: str) -> str:
    return text.replace("|", "&#124;").replace("]]", "&#93;]").replace("\n", " ")


def _anchor(place: str) -> str:
    return f"b-{place[1:]}" if place.startswith("^") else possible_title(place)


def _file_name(name: str) -> str:
    return possible_title(name.replace(":", "-").replace("/", "-"))


def _code(node: HtmlElement) -> str:
    text = node.text_content()
    if "math" in node.classes:
        return f"<math>{_sealed(text, 'math')}</math>"
    return f"<code><nowiki>{_sealed(text, 'nowiki')}</nowiki></code>"


def _preformatted(node: HtmlElement) -> str:
    text = node.text_content().rstrip("\n")
    if "math" in node.classes:
        return f'<math display="block">{_sealed(text, "math")}</math>'
    language = next(
        (name[9:] for code in node.iter("code") for name in code.classes if name.startswith("language-")), ""
    )
    if re.fullmatch(r"[\w+#.-]+", language) and "</syntaxhighlight" not in text:
        return f'<syntaxhighlight lang="{language}">\n{text}\n</syntaxhighlight>'
    return f"<pre>\n{text.replace('&', '&amp;').replace('<', '&lt;')}\n</pre>"


def _sealed(text: str, tag: str) -> str:
    """Return text that does not end the element it stands in; entities in it are read, so they are written out."""
    text = text.replace("&", "&amp;") if tag == "nowiki" else text
    return re.sub(rf"<(?=/{tag})", "&lt;", text, flags=re.IGNORECASE)


def _inner_blocks(node: HtmlElement) -> list[HtmlElement]:
    return [child for child in node if isinstance(child.tag, str) and child.tag in _BLOCKS]


def _is_nested_only(item: HtmlElement) -> bool:
    """Whether an item is text, or one paragraph, with lists below it."""
    blocks = _inner_blocks(item)
    rest = [block for block in blocks if block.tag not in _LIST_MARKS]
    return not rest or (len(rest) == 1 and rest[0].tag == "p" and rest[0] is blocks[0])


def _span(text: str) -> HtmlElement:
    span = lxml_html.Element("span")
    span.text = text
    return span
