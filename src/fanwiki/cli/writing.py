"""Commands that write: new, import, save, restore, rename, export, backup."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fanwiki.cli.output import progress_bar, say, tell, warn
from fanwiki.cli.program import Author, Seen, SeenAll, Title, WikiPath, program
from fanwiki.errors import FanwikiError, NotFoundError


class YesOrNo(StrEnum):
    """What a setting may be."""

    YES = "yes"
    NO = "no"


@program.command(epilog="Example: fanwiki new heroes.fanwiki --sample")
def new(
    file: WikiPath,
    sample: Annotated[bool, typer.Option("--sample", help="Fill it with the sample wiki.")] = False,
) -> None:
    """Make a wiki. A file that is there already is left alone."""
    from fanwiki.services import checking, importing, wikis

    with progress_bar("Making the wiki") as progress:
        wiki = importing.create_sample(file, progress=progress) if sample else wikis.create_wiki(file)
        with wiki:
            pages = checking.stats(wiki)["pages"]
    say(f"Made {file} with {pages} pages.")


@program.command("import", epilog="Example: fanwiki import heroes.fanwiki article.txt --format article --dry-run")
def import_source(
    file: WikiPath,
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A file or folder to read.")],
    source_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="auto, or one of those in docs/import.md.")
    ] = "auto",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be done; change nothing.")] = False,
    report: Annotated[Path | None, typer.Option("--report", metavar="R.json", help="Write the report here.")] = None,
    on_conflict: Annotated[
        str, typer.Option("--on-conflict", metavar="CHOICE", help="keep, theirs or both: for what changed here too.")
    ] = "keep",
    mapping: Annotated[
        Path | None, typer.Option("--map", metavar="M.json", help="What templates or columns become; remembered.")
    ] = None,
    write_map: Annotated[
        Path | None, typer.Option("--write-map", metavar="M.json", help="Write down what they became, to be changed.")
    ] = None,
    option: Annotated[
        list[str] | None, typer.Option("--option", metavar="NAME=VALUE", help="What the format lets one choose.")
    ] = None,
    latest: Annotated[bool, typer.Option("--latest", help="Of a dump, only the newest revision of each page.")] = False,
    author: Author = "",
) -> None:
    """Bring pages in, whole or not at all."""
    from fanwiki.services import importing, wikis

    for path in (report, write_map):
        if path is not None and path.exists():
            raise FanwikiError(f"{path} is there already.", "Name another file.")
    with wikis.open_wiki(file, warn=warn) as wiki, progress_bar("Importing") as progress:
        outcome = importing.import_source(
            wiki,
            source,
            source_format=source_format,
            dry_run=dry_run,
            author=_name(author),
            on_conflict=on_conflict,
            mappings=importing.read_mappings(mapping) if mapping else None,
            options=_options([*(option or []), *(["history=latest"] if latest else [])]),
            progress=progress,
        )
    if dry_run:
        for line in importing.plan_lines(outcome):
            say(line)
    if report is not None:
        importing.write_report(outcome, report)
    if write_map is not None:
        importing.write_mappings(outcome.offered, write_map)
    say(importing.summary(outcome))
    if outcome.report.problems and report is None:
        say("--report R.json writes down the problems.")
    if outcome.report.seen_films:
        say(importing.watched(outcome))


@program.command(epilog="Example: fanwiki save heroes.fanwiki Wheels --from wheels.md")
def save(
    file: WikiPath,
    title: Title,
    source: Annotated[str, typer.Option("--from", metavar="SOURCE.md", help="Markdown with front matter; - reads it.")],
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT", help="Why, for the history.")] = "",
    author: Author = "",
) -> None:
    """Create or replace a page from Markdown with front matter."""
    from fanwiki.services import editing, wikis

    text = _read_text(source)
    with wikis.open_wiki(file, warn=warn) as wiki:
        saved = editing.save_markdown(wiki, title, text, author=_name(author), comment=comment)
    for problem in saved.problems:
        tell(f"fanwiki: {problem.text}")
    say(f"Saved “{saved.page.title}” as revision {saved.page.head}.")


@program.command(epilog="Example: fanwiki restore heroes.fanwiki Wheels 3")
def restore(
    file: WikiPath,
    title: Title,
    revision: Annotated[int, typer.Argument(metavar="REVISION", help="A number from `fanwiki history`.")],
    author: Author = "",
) -> None:
    """Make an earlier revision of a page, or of a deleted page, the current one."""
    from fanwiki.services import history, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        saved = history.restore(wiki, title, revision, author=_name(author))
    say(f"“{saved.page.title}” is again as in revision {revision}, saved as revision {saved.page.head}.")


@program.command(epilog='Example: fanwiki rename heroes.fanwiki Wheels "Wheels (hero)"')
def rename(
    file: WikiPath,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The page's title now.")],
    new_title: Annotated[str, typer.Argument(metavar="NEW", help="The title it gets.")],
    author: Author = "",
) -> None:
    """Rename a page, rewrite the links to it and keep the old name as an alias."""
    from fanwiki.services import editing, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        saved = editing.rename(wiki, old, new_title, author=_name(author))
    others = len(saved.change.pages) - 1
    where = "one other page" if others == 1 else f"{others} other pages"
    say(f"Renamed “{old}” to “{saved.page.title}”; rewrote links in {where}.")


@program.command(epilog="Example: fanwiki export heroes.fanwiki heroes-html --seen-all")
def export(
    file: WikiPath,
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="The folder or file to make.")],
    export_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="One of those in docs/export.md.")
    ] = "html",
    query: Annotated[str, typer.Option("--query", metavar="Q", help="Only the pages that match.")] = "",
    seen: Seen = None,
    seen_all: SeenAll = False,
    incremental: Annotated[
        bool, typer.Option("--incremental", help="Rewrite only what changed since the last export to DEST.")
    ] = False,
    for_all: Annotated[
        bool, typer.Option("--for-all", help="One copy in which each reader chooses; hidden is then not absent.")
    ] = False,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="What the copy itself says: en or de.")
    ] = "en",
    theme: Annotated[str, typer.Option("--theme", metavar="THEME", help="system, light, dark or contrast.")] = "system",
    name: Annotated[str, typer.Option("--title", metavar="TITLE", help="What the copy is called.")] = "",
    licence: Annotated[str, typer.Option("--licence", metavar="TEXT", help="What may be done with the copy.")] = "",
    base_url: Annotated[str, typer.Option("--base-url", metavar="URL", help="Where it will lie on the web.")] = "",
) -> None:
    """Hand the wiki on, without what the reader must not see yet. Whole or not at all."""
    from fanwiki.cli.reading import viewer_for
    from fanwiki.services import exporting, wikis

    with wikis.open_wiki(file, warn=warn) as wiki, progress_bar("Exporting") as progress:
        viewer = viewer_for(file, wiki, seen, seen_all)
        outcome = exporting.export(
            wiki,
            dest,
            export_format=export_format,
            query=query,
            viewer=viewer,
            incremental=incremental,
            for_all=for_all,
            look=exporting.look_of(theme=theme, licence=licence, base_url=base_url, title=name, lang=language),
            progress=progress,
        )
        if query.strip():
            from fanwiki.services import searching

            for note in searching.notes_on(wiki, query, viewer):
                tell(note)
    say(f"Exported {outcome.pages} pages to {outcome.dest}. {outcome.withheld} withheld: films not seen.")


@program.command(epilog='Example: fanwiki settings heroes.fanwiki --title "Heroes Wiki"')
def settings(
    file: WikiPath,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TITLE", help='What the wiki is called; "" for the name of its file.'),
    ] = None,
    stems: Annotated[
        YesOrNo | None, typer.Option("--stems", help="Whether hero finds heroes: for wikis in English.")
    ] = None,
) -> None:
    """Print or change what holds for everybody who uses the wiki."""
    from fanwiki.services import stemming, wiki_title, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        if title is not None:
            wiki_title.put_title(wiki, title)
        if stems is not None:
            stemming.put_stems(wiki, stems is YesOrNo.YES)
        say(f"title: {wiki_title.title_of(wiki)}")
        say(f"stems: {'yes' if stemming.stems(wiki) else 'no'}")


@program.command(epilog="Example: fanwiki backup heroes.fanwiki heroes-copy.fanwiki")
def backup(
    file: WikiPath,
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="The copy to make; it must not be there yet.")],
) -> None:
    """Make a consistent, checked copy, also while the wiki is open elsewhere."""
    from fanwiki.services import checking, wikis

    with wikis.open_wiki(file, warn=warn) as wiki, progress_bar("Copying") as progress:
        checking.backup(wiki, dest, progress=progress)
    say(f"Copied {file} to {dest}.")


def _options(given: list[str]) -> dict[str, str]:
    """Read ``NAME=VALUE``.

    Raises:
        FanwikiError: One is written in another way.
    """
    wrong = next((text for text in given if "=" not in text), None)
    if wrong is not None:
        raise FanwikiError(f"“{wrong}” is no option.", "Write it as NAME=VALUE.")
    return {name: value for name, _, value in (text.partition("=") for text in given)}


def _name(author: str) -> str:
    """Return who the history names: the option, else the account's name."""
    if author:
        return author
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        return ""


def _read_text(source: str) -> str:
    """Read a file, or standard input for ``-``, as UTF-8 without touching its line ends."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise NotFoundError(f"{source} cannot be read: {error.strerror}.", "Check the name.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FanwikiError(f"{source} is not UTF-8 text (byte {error.start}).", "Save it as UTF-8 first.") from error
