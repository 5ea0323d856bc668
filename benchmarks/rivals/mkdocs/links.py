"""Hooks of MkDocs: wikilinks lead to the page of that title or alias, and each page knows which pages link to it."""

from __future__ import annotations

import re
from typing import Any

import yaml
from mkdocs.utils import get_relative_url

LINK = re.compile(r"\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]")

PAGES: dict[str, Any] = {}
LINKING: dict[str, dict[str, Any]] = {}
TITLES: dict[str, str] = {}


def on_files(files: Any, config: Any) -> Any:
    """Find out which page has which names, and which pages link to it."""
    sources = []
    for file in files.documentation_pages():
        head, _, body = file.content_string.partition("\n---\n")
        front = yaml.load(head.removeprefix("---\n"), yaml.CSafeLoader) if body else {}
        sources.append((file, front.get("title", file.name), body))
        for alias in front.get("aliases") or []:
            PAGES.setdefault(alias.casefold(), file)
    for file, title, _ in sources:
        PAGES[title.casefold()] = file
        TITLES[file.src_uri] = title
    for file, _, body in sources:
        for match in LINK.finditer(body):
            target = PAGES.get(match[1].casefold())
            if target is not None:
                LINKING.setdefault(target.src_uri, {})[file.src_uri] = file
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Return the Markdown of a page with its links followed."""

    def followed(match: re.Match[str]) -> str:
        target, text = PAGES.get(match[1].casefold()), match[2] or match[1]
        return text if target is None else f"[{text}](<{get_relative_url(target.url, page.url)}>)"

    page.meta["linking"] = [
        {"title": TITLES[name], "href": get_relative_url(other.url, page.url)}
        for name, other in LINKING.get(page.file.src_uri, {}).items()
    ]
    return LINK.sub(followed, markdown)
