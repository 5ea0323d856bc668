r"""Pages as text: YAML front matter between two lines of ``---``, then the body.

Writing a page and reading it again gives the same page, exactly: any field value of JSON's kind, any body. What is
not kept of text that somebody else wrote: comments, quoting and layout of the front matter, one blank line after it,
and a byte order mark before it. Line ends in the body are kept as they are; read files without translating them.

YAML is read under a schema like JSON's: ``null``, ``true``, ``false``, numbers, text. So dates, ``yes``, ``on`` and
``12:30`` stay text. Obsidian's unquoted ``[[Link]]`` is read as the link that was meant, not as a list in a list.
The first `title` and `kind` are the page's own; a second one is a field of that name.
"""

from __future__ import annotations

import re

from fanwiki.domain.document import Problem
from fanwiki.domain.page import DEFAULT_KIND, PageSource, Value
from fanwiki.markup.yaml_reader import BrokenYamlError, read_pairs
from fanwiki.markup.yaml_writer import write_pair
from fanwiki.wording import written

TITLE = "title"
KIND = "kind"

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_BLANK = re.compile(r"\r?\n")


def read_markdown(text: str, *, title: str | None = None) -> tuple[PageSource, tuple[Problem, ...]]:
    """Read a page from front matter and body; never raises.

    Front matter that cannot be read stays in the body, and a problem tells why.

    Args:
        text: The whole text.
        title: The title when the front matter has none; without it the title is then empty.
    """
    front, body = _split(text)
    if front is None:
        return PageSource(title or "", body=text), ()
    try:
        pairs = read_pairs(front)
    except BrokenYamlError as error:
        problem = Problem(
            "broken-front-matter", written("The front matter cannot be read and stays in the text: %t1.", error)
        )
        return PageSource(title or "", body=text), (problem,)
    if pairs is None:  # two thematic breaks with something else between them
        return PageSource(title or "", body=text), ()
    return _source(pairs, body, title or "")


def write_markdown(source: PageSource) -> str:
    """Write a page as front matter and body.

    Raises:
        FanwikiError: A field's value is nested too deeply to be read again.
    """
    lines = ["---", *write_pair(TITLE, source.title), *write_pair(KIND, source.kind)]
    for name, value in source.fields.items():
        lines += write_pair(name, value)
    lines += ["---", ""]
    return "\n".join(lines) + (f"\n{source.body}" if source.body else "")


def _split(text: str) -> tuple[str | None, str]:
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None, text
    after = _BLANK.match(text, closing.end())
    return text[opening.end() : closing.start()], text[after.end() if after else closing.end() :]


def _source(pairs: list[tuple[str, Value]], body: str, title: str) -> tuple[PageSource, tuple[Problem, ...]]:
    fields: dict[str, Value] = {}
    own: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in pairs:
        if name in (TITLE, KIND) and name not in own and not isinstance(value, list | dict):
            own[name] = "" if value is None else _text(value)
        elif name in fields:
            # Two values for one name: both are kept, the second under a free name.
            name = _free_name(name, fields)
            fields[name] = value
            problems.append(
                Problem("double-field", written("A field stood twice; its second value is now in “%1”.", name))
            )
        else:
            fields[name] = value
    source = PageSource(own.get(TITLE) or title, own.get(KIND) or DEFAULT_KIND, fields, body)
    return source, tuple(problems)


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _free_name(name: str, fields: dict[str, Value]) -> str:
    number = 2
    while f"{name}_{number}" in fields:
        number += 1
    return f"{name}_{number}"
