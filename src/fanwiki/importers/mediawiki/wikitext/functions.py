"""Parser functions (``{{#if:…}}``) and variables (``{{PAGENAME}}``), as far as a page alone can answer them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from fanwiki.importers.mediawiki.wikitext.arithmetic import calculated
from fanwiki.importers.mediawiki.wikitext.outline import Piece, What
from fanwiki.importers.mediawiki.wikitext.stash import unmarked

if TYPE_CHECKING:
    from fanwiki.importers.mediawiki.wikitext.expanding import Expander, Frame

_Reader: TypeAlias = Callable[["Expander", list[str], "Frame"], str | None]

_NUMBER = re.compile(r"\s*[+-]?\d+(?:\.\d+)?\s*")
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+(?:\.|$))")
_MAX_PADDING = 500


def function(expander: Expander, name: str, parts: list[str], frame: Frame) -> str | None:
    """Return what a parser function gives, or None when there is none of this name or it cannot be answered here.

    Args:
        name: In small letters, without the colon.
        parts: What stands between colon and bars; only what is needed is expanded.
    """
    reader = _FUNCTIONS.get(name)
    return reader(expander, parts, frame) if reader else None


def variable(expander: Expander, name: str) -> str | None:
    """Return what a variable gives, or None when it is none."""
    reader = _VARIABLES.get(name)
    return reader(expander) if reader else None


def _value(expander: Expander, parts: list[str], index: int, frame: Frame) -> str:
    return expander.expand(parts[index], frame).strip() if index < len(parts) else ""


def _if(expander: Expander, parts: list[str], frame: Frame) -> str:
    return _value(expander, parts, 1 if _value(expander, parts, 0, frame) else 2, frame)


def _ifeq(expander: Expander, parts: list[str], frame: Frame) -> str:
    left, right = _value(expander, parts, 0, frame), _value(expander, parts, 1, frame)
    same = left == right
    if not same and _NUMBER.fullmatch(left) and _NUMBER.fullmatch(right):
        same = float(left) == float(right)
    return _value(expander, parts, 2 if same else 3, frame)


def _iferror(expander: Expander, parts: list[str], frame: Frame) -> str:
    value = _value(expander, parts, 0, frame)
    if 'class="error"' in value:
        return _value(expander, parts, 1, frame)
    return _value(expander, parts, 2, frame) if len(parts) > 2 else value


def _ifexpr(expander: Expander, parts: list[str], frame: Frame) -> str | None:
    value = calculated(_value(expander, parts, 0, frame) or "0")
    return None if value is None else _value(expander, parts, 1 if float(value) else 2, frame)


def _expr(expander: Expander, parts: list[str], frame: Frame) -> str | None:
    return calculated(_value(expander, parts, 0, frame))


def _switch(expander: Expander, parts: list[str], frame: Frame) -> str:
    wanted = _value(expander, parts, 0, frame)
    found, default = False, ""
    for position, part in enumerate(parts[1:], 1):
        case, equals, result = _cut(part)
        case = expander.expand(case, frame).strip()
        if not equals:
            if position == len(parts) - 1:
                return case
            found = found or case == wanted
            if case == "#default":
                default = next((_cut(later)[2] for later in parts[position + 1 :] if _cut(later)[1]), "")
        elif found or case == wanted:
            return expander.expand(result, frame).strip()
        elif case == "#default":
            default = result
    return expander.expand(default, frame).strip()


def _cut(part: str) -> tuple[str, str, str]:
    """Cut a case at its equals sign, which does not stand in a template or tag."""
    place = part.find("=")
    return (part[:place], "=", part[place + 1 :]) if place >= 0 and "{{" not in part[:place] else (part, "", "")


def _display_title(expander: Expander, parts: list[str], frame: Frame) -> str:
    expander.found.display_title = _value(expander, parts, 0, frame)
    return ""


def _nothing(_expander: Expander, _parts: list[str], _frame: Frame) -> str:
    return ""


def _tag(expander: Expander, parts: list[str], frame: Frame) -> str:
    """Read ``{{#tag:ref|text|name=x}}`` as the tag that it stands for."""
    name = _value(expander, parts, 0, frame).lower()
    attributes = " ".join(
        f'{key.strip()}="{expander.expand(value, frame).strip()}"'
        for key, equals, value in (part.partition("=") for part in parts[2:])
        if equals
    )
    inner = parts[1] if len(parts) > 1 else ""
    whole = f"<{name} {attributes}>{inner}</{name}>"
    return expander.tags.read(Piece(What.TAG, whole, name, attributes, inner), frame)


def _format_number(expander: Expander, parts: list[str], frame: Frame) -> str:
    value = _value(expander, parts, 0, frame)
    option = _value(expander, parts, 1, frame).upper()
    if option == "R":
        return value.replace(",", "")
    return _THOUSANDS.sub(",", value) if option != "NOSEP" and re.fullmatch(r"-?\d+(?:\.\d+)?", value) else value


def _plural(expander: Expander, parts: list[str], frame: Frame) -> str:
    one = _value(expander, parts, 0, frame).strip("0") == "1"
    return _value(expander, parts, 1 if one or len(parts) < 3 else 2, frame)


def _pad_left(expander: Expander, parts: list[str], frame: Frame) -> str:
    return _padded(expander, parts, frame, left=True)


def _pad_right(expander: Expander, parts: list[str], frame: Frame) -> str:
    return _padded(expander, parts, frame, left=False)


def _padded(expander: Expander, parts: list[str], frame: Frame, *, left: bool) -> str:
    value, width = _value(expander, parts, 0, frame), _value(expander, parts, 1, frame)
    filler = _value(expander, parts, 2, frame) if len(parts) > 2 else "0"
    missing = min(int(width), _MAX_PADDING) - len(value) if width.isdecimal() and filler else 0
    padding = (filler * (missing // len(filler) + 1))[:missing] if missing > 0 else ""
    return padding + value if left else value + padding


def _mapped(change: Callable[[str], str]) -> _Reader:
    def read(expander: Expander, parts: list[str], frame: Frame) -> str:
        return change(_value(expander, parts, 0, frame))

    return read


def _first(change: Callable[[str], str]) -> _Reader:
    return _mapped(lambda text: change(text[:1]) + text[1:])


def _exists(expander: Expander, parts: list[str], frame: Frame) -> str | None:
    """Answer whether a page exists as far as it is a template; of others a page cannot know here."""
    name = _value(expander, parts, 0, frame)
    prefix, _, rest = name.partition(":")
    if expander.site.namespace(prefix) != "Template":
        return None
    return _value(expander, parts, 1 if expander.site.template(rest.strip()) is not None else 2, frame)


def _name_of_space(expander: Expander, parts: list[str], frame: Frame) -> str:
    value = _value(expander, parts, 0, frame)
    value = (value.lstrip("0") or "0") if value.isdecimal() else value.replace("_", " ")
    numbers = {"0": "", "1": "Talk", "2": "User", "4": "Project", "6": "File", "10": "Template", "14": "Category"}
    return numbers.get(value) or expander.site.namespace(value) or ""


def _title_parts(expander: Expander, parts: list[str], frame: Frame) -> str:
    names = _value(expander, parts, 0, frame).split("/")
    count, start = _value(expander, parts, 1, frame), _value(expander, parts, 2, frame)
    try:
        begin = int(start or 1)
        begin = begin - 1 if begin > 0 else begin
        return "/".join(names[begin:][: int(count)] if int(count or 0) else names[begin:])
    except ValueError:
        return "/".join(names)


def _part_of_title(wanted: str) -> _Reader:
    """Read ``{{PAGENAME:Title}}``, which asks about another page."""

    def read(expander: Expander, parts: list[str], frame: Frame) -> str:
        return _PARTS_OF_TITLE[wanted](_value(expander, parts, 0, frame), expander)

    return read


def _page_name(title: str, expander: Expander) -> str:
    prefix, colon, rest = title.partition(":")
    return rest.strip() if colon and expander.site.namespace(prefix) is not None else title


def _space(title: str, expander: Expander) -> str:
    prefix, colon, _ = title.partition(":")
    return (expander.site.namespace(prefix) or "") if colon else ""


_PARTS_OF_TITLE: dict[str, Callable[[str, Expander], str]] = {
    "PAGENAME": _page_name,
    "FULLPAGENAME": lambda title, _: title,
    "BASEPAGENAME": lambda title, expander: (
        _page_name(title, expander).rpartition("/")[0] or _page_name(title, expander)
    ),
    "ROOTPAGENAME": lambda title, expander: _page_name(title, expander).partition("/")[0],
    "SUBPAGENAME": lambda title, expander: _page_name(title, expander).rpartition("/")[2],
    "NAMESPACE": _space,
    "ARTICLEPAGENAME": lambda title, _: title,
    "SUBJECTPAGENAME": lambda title, _: title,
    "TALKPAGENAME": lambda title, _: f"Talk:{title}",
}


def _variable(wanted: str) -> Callable[[Expander], str]:
    return lambda expander: _PARTS_OF_TITLE[wanted](expander.title, expander)


def _always(text: str) -> Callable[[Expander], str]:
    return lambda _: text


_VARIABLES: dict[str, Callable[[Expander], str]] = (
    {name: _variable(name) for name in _PARTS_OF_TITLE}
    | {f"{name}E": _variable(name) for name in _PARTS_OF_TITLE}
    | {"!": _always("|"), "=": _always("="), "!!": _always("||"), "!-": _always("|-"), "(!": _always("{|")}
    | {"!)": _always("|}"), "((": _always("{{"), "))": _always("}}"), "NAMESPACENUMBER": _always("0")}
)

_FUNCTIONS: dict[str, _Reader] = {
    "#if": _if,
    "#ifeq": _ifeq,
    "#iferror": _iferror,
    "#ifexpr": _ifexpr,
    "#ifexist": _exists,
    "#expr": _expr,
    "#switch": _switch,
    "#tag": _tag,
    "tag": _tag,
    "#titleparts": _title_parts,
    "displaytitle": _display_title,
    "formatnum": _format_number,
    "plural": _plural,
    "padleft": _pad_left,
    "padright": _pad_right,
    "ns": _name_of_space,
    "lc": _mapped(str.lower),
    "uc": _mapped(str.upper),
    "lcfirst": _first(str.lower),
    "ucfirst": _first(str.upper),
    "urlencode": _mapped(lambda text: quote(unmarked(text).replace(" ", "+"), safe="+")),
    "anchorencode": _mapped(lambda text: unmarked(text).replace(" ", "_")),
    "pagename": _part_of_title("PAGENAME"),
    "fullpagename": _part_of_title("FULLPAGENAME"),
    "basepagename": _part_of_title("BASEPAGENAME"),
    "subpagename": _part_of_title("SUBPAGENAME"),
    "namespace": _part_of_title("NAMESPACE"),
} | dict.fromkeys(
    ("defaultsort", "defaultsortkey", "defaultcategorysort", "#seo", "#vardefine", "#css", "#description2", "#ogimage"),
    _nothing,
)
