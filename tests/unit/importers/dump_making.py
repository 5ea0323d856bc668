"""Makes XML dumps of wikis for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    -2: "Media", -1: "Special", 0: "", 1: "Talk", 2: "User", 3: "User talk", 4: "Heroes", 5: "Heroes talk", 6: "File",
    7: "File talk", 8: "MediaWiki", 9: "MediaWiki talk", 10: "Template", 11: "Template talk", 14: "Category",
    15: "Category talk", 828: "Module",
}  # fmt: skip


@dataclass
class MadeRevision:
    text: str
    number: int = 1
    time: str = "2020-01-01T00:00:00Z"
    author: str = "Wheels"
    comment: str = ""
    model: str = "wikitext"

    def xml(self) -> str:
        return (
            f"<revision><id>{self.number}</id><timestamp>{self.time}</timestamp><contributor><username>"
            f"{escape(self.author)}</username><id>7</id></contributor><comment>{escape(self.comment)}</comment>"
            f'<model>{self.model}</model><format>text/x-wiki</format><text bytes="{len(self.text)}" '
            f'xml:space="preserve">{escape(self.text)}</text><sha1>x</sha1></revision>'
        )


@dataclass
class MadePage:
    title: str
    revisions: list[MadeRevision] = field(default_factory=list)
    namespace: int = 0
    redirect: str = ""

    def xml(self) -> str:
        redirect = f"<redirect title={quoteattr(self.redirect)} />" if self.redirect else ""
        inner = "".join(revision.xml() for revision in self.revisions)
        return f"<page><title>{escape(self.title)}</title><ns>{self.namespace}</ns><id>1</id>{redirect}{inner}</page>\n"


def page(title: str, text: str = "", **more: object) -> MadePage:
    """Return a page of one revision in the namespace that its title names."""
    number = next((key for key, name in NAMESPACES.items() if name and title.startswith(f"{name}:")), 0)
    return MadePage(title, [MadeRevision(text, **more)], number)  # type: ignore[arg-type]


def dump_text(pages: Iterable[MadePage], *, version: str = "0.11", case: str = "first-letter") -> str:
    """Return a dump as text."""
    names = "".join(f'<namespace key="{key}" case="{case}">{name}</namespace>' for key, name in NAMESPACES.items())
    return (
        f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-{version}/" version="{version}" xml:lang="en">\n'
        "<siteinfo><sitename>Heroes Wiki</sitename><base>https://heroes.fandom.com/wiki/Main_Page</base>"
        f"<generator>MediaWiki 1.39</generator><case>{case}</case><namespaces>{names}</namespaces></siteinfo>\n"
        + "".join(made.xml() for made in pages)
        + "</mediawiki>\n"
    )


def write_dump(path: Path, pages: Iterable[MadePage], **more: str) -> Path:
    """Write a dump."""
    path.write_text(dump_text(pages, **more), encoding="utf-8")
    return path
