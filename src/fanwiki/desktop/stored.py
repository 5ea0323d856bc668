"""Reads and writes the user's small files: whole or not at all, and a damaged one is set aside, never an error."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def write_text(path: Path, text: str) -> None:
    """Write a file through a temporary one beside it, so that a crash leaves the old or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def read_json(path: Path) -> dict[str, Any]:
    """Read an object; an absent file is an empty one, a damaged one is kept beside as ``.damaged``."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _set_aside(path, error)
        return {}
    if isinstance(data, dict):
        return data
    _set_aside(path, ValueError("no object"))
    return {}


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write an object for people to read."""
    write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def read_lines(path: Path) -> list[str]:
    """Read the lines that are not empty; an absent file has none."""
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return []
    return [line.strip() for line in text.splitlines() if line.strip()]


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines."""
    write_text(path, "".join(f"{line}\n" for line in lines))


def _set_aside(path: Path, error: Exception) -> None:
    _log.info("set aside %s: %s", path, error)
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError as failure:
        _log.info("could not set it aside: %s", failure)
