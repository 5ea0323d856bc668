"""The formats that can be imported, and which one a file looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fanwiki.errors import FanwikiError, SourceError
from fanwiki.importers.article import reading as article
from fanwiki.importers.draft import Draft
from fanwiki.importers.film_list import reading as film_list
from fanwiki.importers.mediawiki import reading as mediawiki
from fanwiki.importers.run import ImportRun
from fanwiki.importers.tiddlywiki import reading as tiddlywiki
from fanwiki.importers.vault import reading as vault
from fanwiki.wording import mark, say


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a curator may choose about an import.

    Args:
        name: What ``--option NAME=VALUE`` takes, and the key in `ImportRun.options`.
        label: What people see.
        choices: The values with what people see of each; the first one is meant when nobody chooses. Without any,
            the value is a text.
    """

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Args:
        name: What ``--format`` takes.
        label: What people see.
        note: Where such a thing comes from, in a sentence.
        fits: Whether a path looks like it, from names and a few bytes.
        read: Yields the drafts.
        options: What may be chosen.
    """

    name: str
    label: str
    note: str
    fits: Callable[[Path], bool]
    read: Callable[[Path, ImportRun], Iterator[Draft]]
    options: tuple[Option, ...] = ()


FORMATS: Mapping[str, Format] = {
    entry.name: entry
    for entry in (
        Format(
            "mediawiki",
            mark("Dump of a MediaWiki or Fandom wiki, as XML"),
            mark("From Special:Export or dumpBackup, also compressed; its files can lie beside it."),
            mediawiki.fits,
            mediawiki.read,
            (
                Option(
                    mediawiki.HISTORY,
                    mark("History"),
                    (("", mark("Every revision")), (mediawiki.LATEST, mark("Only the newest"))),
                ),
                Option(
                    mediawiki.TALK,
                    mark("Talk pages"),
                    (("", mark("Below the page they are about")), (mediawiki.SKIP, mark("Left out"))),
                ),
                Option(mediawiki.FILES, mark("Folder with the wiki's files")),
                Option(mediawiki.LICENCE, mark("Licence of the wiki's text")),
            ),
        ),
        Format(
            "films",
            mark("List of films, as JSON or CSV"),
            mark("From a spreadsheet or another program: a row for each film."),
            film_list.fits,
            film_list.read,
        ),
        Format(
            "tiddlywiki",
            mark("TiddlyWiki"),
            mark("The wiki's one HTML file, or its tiddlers as JSON."),
            tiddlywiki.fits,
            tiddlywiki.read,
        ),
        Format(
            "obsidian",
            mark("Folder of Markdown, Obsidian vault"),
            mark("A folder, or one packed as a ZIP file: notes, their front matter and their images."),
            vault.fits,
            vault.read,
            (
                Option(
                    vault.FOLDERS,
                    mark("Folders"),
                    (
                        ("", mark("Left out")),
                        (vault.AS_TAGS, mark("Become tags")),
                        (vault.AS_PATHS, mark("Become a field")),
                    ),
                ),
            ),
        ),
        Format(
            "article",
            mark("Article, as text or saved web page"),
            mark("One page about a film, read sentence by sentence."),
            article.fits,
            article.read,
        ),
    )
}
"""By name, in the order in which they are tried."""


def chosen_options(source_format: Format, options: Mapping[str, str]) -> Mapping[str, str]:
    """Return the options of a format as they were chosen.

    Raises:
        FanwikiError: The format has no such option, or the option no such value.
    """
    known = {option.name: option for option in source_format.options}
    for name, value in options.items():
        if name not in known:
            named = ", ".join(known) or "none"
            raise FanwikiError(say("%1 has no option “%2”.", source_format.label, name), say("Its options: %1.", named))
        values = [choice for choice, _ in known[name].choices]
        if values and value not in values:
            raise FanwikiError(
                say("“%1” cannot be “%2”.", name, value), say("Choose one of: %1.", ", ".join(filter(None, values)))
            )
    return options


def detect(path: Path) -> str:
    """Return the name of the format that a path looks like.

    Raises:
        SourceError: It is not there, or looks like none.
    """
    if not path.exists():
        raise SourceError(say("%1 is not there.", path), "Check the name.")
    for name, entry in FORMATS.items():
        if entry.fits(path):
            return name
    raise SourceError(
        say("%1 looks like nothing that can be imported.", path.name), say("Name the format: %1.", ", ".join(FORMATS))
    )
