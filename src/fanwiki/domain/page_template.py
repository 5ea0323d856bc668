"""What a new page of a kind starts with: front matter and body with a few names that are filled in.

A template is a part of its kind's declaration. Were it a page, a template for films would be a film: it would be
listed, searched, exported and counted among the films that one can have seen.
"""

from __future__ import annotations

import json
import re
import tomllib
from datetime import datetime

from fanwiki.domain.kind import Kind, read_kind

_NAME = re.compile(r"\{\{(title|date|time)(?::([^{}]*))?\}\}")
_TOKEN = re.compile(r"YYYY|YY|MMMM|MM|DD|HH|mm|ss|\[[^\]]*\]")
_FORMATS = {"YYYY": "%Y", "YY": "%y", "MMMM": "%B", "MM": "%m", "DD": "%d", "HH": "%H", "mm": "%M", "ss": "%S"}
_KEY = re.compile(r"\s*template\s*=")
_TABLE = re.compile(r"\s*\[")


def fill_in(template: str, title: str, now: datetime) -> str:
    """Fill in title, date and time where a template names them as Obsidian does: ``{{date:DD.MM.YYYY}}``."""

    def filled(found: re.Match[str]) -> str:
        name, form = found[1], found[2]
        if name == "title":
            return title
        return _formatted(now, form or ("YYYY-MM-DD" if name == "date" else "HH:mm"))

    return _NAME.sub(filled, template)


def with_template(kind: Kind, template: str) -> Kind:
    """Return a kind with another template; an empty one takes it away. All else of its declaration stays as written."""
    lines = _without_template(kind.toml.splitlines(keepends=True))
    if template.strip():
        place = next((number for number, line in enumerate(lines) if _TABLE.match(line)), len(lines))
        lines[place:place] = [_declaration(template), "\n"]
    return read_kind("".join(lines))


def _formatted(now: datetime, form: str) -> str:
    def token(found: re.Match[str]) -> str:
        text = found[0]
        return text[1:-1] if text.startswith("[") else now.strftime(_FORMATS[text])

    return _TOKEN.sub(token, form)


def _declaration(template: str) -> str:
    """Return the key as TOML in several lines, so that it can be read where kinds are written by hand."""
    lines = [json.dumps(line.replace("\x7f", ""), ensure_ascii=False)[1:-1] for line in template.split("\n")]
    return 'template = """\n' + "\n".join(lines) + '"""\n'


def _without_template(lines: list[str]) -> list[str]:
    for start, line in enumerate(lines):
        if _TABLE.match(line):
            break
        if _KEY.match(line):
            for end in range(start + 1, len(lines) + 1):
                try:
                    tomllib.loads("".join(lines[start:end]))
                except tomllib.TOMLDecodeError:
                    continue
                rest = lines[end:]
                return lines[:start] + (rest[1:] if rest and not rest[0].strip() else rest)
    return lines
