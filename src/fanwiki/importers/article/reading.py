"""Files to articles: one saved page or text, a folder of them, or one article a line in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from fanwiki.errors import SourceError
from fanwiki.importers.article.blocks import Article
from fanwiki.importers.article.drafts import drafts_of
from fanwiki.importers.article.plain import read_plain
from fanwiki.importers.decoding import decode
from fanwiki.importers.draft import PageDraft
from fanwiki.importers.run import ImportRun
from fanwiki.wording import say

WEB = (".html", ".htm", ".xhtml")
TEXT = (".txt", ".text")
LINES = (".jsonl",)


def fits(path: Path) -> bool:
    """Tell whether this is an article: a text or web file."""
    return path.is_file() and path.suffix.casefold() in (*WEB, *TEXT, *LINES)


def read(path: Path, run: ImportRun) -> Iterator[PageDraft]:
    """Yield the drafts of every article at the path.

    Raises:
        SourceError: Nothing there can be read as an article.
    """
    files = _files(path)
    for done, file in enumerate(files):
        run.progress.step(done, len(files), file.name)
        try:
            for article in _articles(file):
                yield from _counted(article, run)
        except SourceError as error:
            if len(files) == 1:
                raise
            run.report.problem(file.name, "unreadable-article", str(error))
    run.progress.step(len(files), len(files), path.name)


def read_article(data: bytes, *, name: str) -> Article:
    """Read one article from the bytes of a text or a saved page.

    Raises:
        SourceError: There is no readable text in it.
    """
    stem = Path(name).stem
    if _is_web(data, name):
        from fanwiki.importers.article.webpage import read_webpage

        return replace(read_webpage(data, name=stem), path=name)
    text = decode(data).text
    if not text.strip():
        raise SourceError(say("%1 is empty.", name), "Choose the file that has the article's text.")
    return replace(read_plain(text, name=stem), path=name)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if fits(file) and not file.name.startswith("."))
        if not found:
            raise SourceError(say("%1 holds no text and no web page.", path), "Choose a file with an article.")
        return found
    if not path.is_file():
        raise SourceError(say("%1 is not there.", path), "Check the name.")
    return [path]


def _is_web(data: bytes, name: str) -> bool:
    if name.casefold().endswith(WEB):
        return True
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))


def _articles(file: Path) -> Iterator[Article]:
    try:
        if file.suffix.casefold() not in LINES:
            yield read_article(file.read_bytes(), name=file.name)
            return
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _from_json(line, f"{file.name}:{number}")
    except OSError as error:
        raise SourceError(say("%1 cannot be read: %2.", file, error.strerror), "Check that you may read it.") from error


def _from_json(line: bytes, name: str) -> Article:
    """Read one line such as ``{"title": …, "text": …, "url": …}``."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(say("%1 is no JSON.", name), "Each line must hold one article.") from error
    text = entry.get("text") if isinstance(entry, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise SourceError(say("%1 has no text.", name), 'Each line needs {"title": …, "text": …}.')
    title, url = entry.get("title"), entry.get("url")
    article = read_plain(text, name=name, title=title if isinstance(title, str) else "")
    return replace(article, path=name, url=url if isinstance(url, str) else article.url)


def _counted(article: Article, run: ImportRun) -> Iterator[PageDraft]:
    for draft in drafts_of(article):
        run.report.pages += 1
        run.report.by_kind[draft.source.kind] += 1
        yield draft
