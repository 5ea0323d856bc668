"""Inputs that some Markdown reader, sanitizer or browser takes quadratic time for, recurses into, or swells on.

Each is a function of a size, so that a test can ask for a short one to see what it becomes and for a long one to see
that nothing hangs.
"""

from __future__ import annotations

from collections.abc import Callable


def _nested(sign: str) -> Callable[[int], str]:
    return lambda size: sign * min(size, 5000) + "x"


def _deep_list(size: int) -> str:
    depth = min(size, 1000)
    return "\n".join("  " * level + "- x" for level in range(depth))


def _deep_ordered_list(size: int) -> str:
    return "\n".join("   " * level + "1. x" for level in range(min(size, 1000)))


def _deep_html(size: int) -> str:
    return "<div>" * size + "x" + "</div>" * size


def _many_columns(size: int) -> str:
    return "|".join("a" * size) + "\n" + "|".join("-" * size) + "\n" + ("a\n" * size)


def _many_rows(size: int) -> str:
    return "a|b\n-|-\n" + "x|y\n" * size


def _footnotes(size: int) -> str:
    return (
        " ".join(f"[^{number}]" for number in range(size))
        + "\n\n"
        + "\n".join(f"[^{number}]: x" for number in range(size))
    )


def _footnotes_in_footnotes(size: int) -> str:
    return "[^0]\n\n" + "\n".join(f"[^{number}]: see [^{number + 1}]" for number in range(size))


def _references(size: int) -> str:
    return (
        "".join(f"[{number}]: /u\n" for number in range(size))
        + "\n"
        + "".join(f"[{number}] " for number in range(size))
    )


def _tick_runs(size: int) -> str:
    count = int((2 * size) ** 0.5)
    return "".join("e" + "`" * number for number in range(1, count))


def _distinct_formatting(size: int) -> str:
    return "".join(f"<b title={number}>" for number in range(size))


PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "open brackets": lambda size: "[" * size,
    "open and closed brackets": lambda size: "[" * size + "a" + "]" * size,
    "closed brackets": lambda size: "]" * size,
    "brackets with text": lambda size: "[ (" * size,
    "image signs": lambda size: "![" * size,
    "open links": lambda size: "[a](" * size,
    "open links in angles": lambda size: "[a](<b" * size,
    "links in links": lambda size: "[" * size + "a](b)" * size,
    "images in images": lambda size: "![" * size + "a](b)" * size,
    "empty links": lambda size: "[](" * size,
    "open wiki links": lambda size: "[[" * size,
    "wiki links": lambda size: "[[a]]" * size,
    "embeds": lambda size: "![[a]]\n" * size,
    "embed openings": lambda size: "![[" * size,
    "references": _references,
    "undefined references": lambda size: "[a][b]" * size,
    "definitions of one name": lambda size: "[a]: u\n" * size,
    "open definition titles": lambda size: '[a]: u "' * size,
    "footnotes": _footnotes,
    "footnotes in footnotes": _footnotes_in_footnotes,
    "footnote that mentions itself": lambda size: "[^a]\n\n[^a]: " + "[^a] " * size,
    "open tags": lambda size: "<a " * size,
    "tags with open attributes": lambda size: '<a b="' * size,
    "attributes": lambda size: "<a " + " b=c" * size + ">",
    "open comments": lambda size: "<!--" * size,
    "open instructions": lambda size: "<?" * size,
    "open declarations": lambda size: "<!A " * size,
    "open character data": lambda size: "<![CDATA[" * size,
    "angles": lambda size: "<" * size,
    "open autolinks": lambda size: "<http:" * size,
    "open mail addresses": lambda size: "<a@" * size,
    "nested elements": _deep_html,
    "nested tables": lambda size: "<table><tr><td>" * size,
    "nested formatting": lambda size: "<b><i><u>" * size,
    "distinct formatting": _distinct_formatting,
    "formatting closed in a wrong order": lambda size: "<a><b>" * size + "</a></b>" * size,
    "entities": lambda size: "&amp;" * size,
    "open entities": lambda size: "&" * size,
    "backticks": lambda size: "`" * size,
    "runs of backticks": _tick_runs,
    "spans that never close": lambda size: "`a``b" * size,
    "backslashes": lambda size: "\\" * size,
    "dollars": lambda size: "$" * size,
    "open formulas": lambda size: "$a" * size,
    "blocks of formulas": lambda size: "$$\n" * size,
    "percents": lambda size: "%" * size,
    "open remarks": lambda size: "%%a " * size,
    "stars": lambda size: "*" * size,
    "stars and words": lambda size: "*a " * size,
    "stars and closing stars": lambda size: "*a_ " * size,
    "strong openings": lambda size: "a**b" + "c* " * size,
    "stars around": lambda size: "*" * size + "x" + "*" * size,
    "mixed emphasis": lambda size: "*a **b " * size,
    "closing before opening": lambda size: "a* " * size + "*a " * size,
    "highlight signs": lambda size: "==a " * size,
    "strike signs": lambda size: "~~a " * size,
    "spoiler bars": lambda size: "||" * size,
    "open spoilers": lambda size: "||a " * size,
    "spoilers": lambda size: "||a||{F} " * size,
    "quotes": _nested(">"),
    "quotes with text": lambda size: "".join("> " * number + "x\n" for number in range(min(size, 300))),
    "lazy quotes": lambda size: ">" * min(size, 5000) + "\n" + "x\n" * size,
    "callouts in callouts": lambda size: "\n".join("> " * level + "[!note] x" for level in range(1, min(size, 300))),
    "bullets": _nested("* "),
    "numbers": _nested("1. "),
    "list by indentation": _deep_list,
    "numbered list by indentation": _deep_ordered_list,
    "many items": lambda size: "- x\n" * size,
    "many items and blank lines": lambda size: "- x\n\n" * size,
    "alternating lists": lambda size: "- x\n1) y\n" * size,
    "blank items": lambda size: "-\n" * size,
    "headings": lambda size: "# x\n" * size,
    "underlined headings": lambda size: "x\n===\n" * size,
    "hash signs": lambda size: "#" * size + " x " + "#" * size,
    "heading with spaces": lambda size: "# x" + " " * size + "y",
    "rules": lambda size: "---\n" * size,
    "almost a rule": lambda size: "- " * size + "x",
    "wide table": _many_columns,
    "long table": _many_rows,
    "pipes": lambda size: "|" * size,
    "fences": lambda size: "```\n" * size,
    "open fences": lambda size: "".join("`" * 3 + "~" * (number % 5) + "\n" for number in range(size)),
    "hashtags": lambda size: "#a" * size,
    "tags of digits": lambda size: "#1" * size,
    "addresses": lambda size: "http://a.b " * size,
    "one address": lambda size: "http://" + "a.b" * size,
    "address full of brackets": lambda size: "http://a.b/" + ")" * size,
    "mail signs": lambda size: "a@" * size,
    "dotted mail address": lambda size: "a@" + "a." * size,
    "spaces": lambda size: "a" + " " * size + "b",
    "spaces at line ends": lambda size: "a  \n" * size,
    "tabs": lambda size: "\t" * size + "x",
    "blank lines": lambda size: "\n" * size,
    "one word": lambda size: "a" * size,
    "one line of words": lambda size: "word " * size,
    "one paragraph": lambda size: "word\n" * size,
    "paragraphs": lambda size: "word\n\n" * size,
    "marks on a letter": lambda size: "a" + "\u0301" * size,
    "attribute lists": lambda size: "{: " * size,
    "definition lists": lambda size: "a\n: b\n" * size,
    "abbreviations": lambda size: "*[a]: b\n" * size,
    "raw html lines": lambda size: "<div>\n\n" * size,
}
