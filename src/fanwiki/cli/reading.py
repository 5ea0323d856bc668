"""Commands that read: search, show, list, history, stats, check."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fanwiki.cli.output import print_page, say, say_json, tell, warn
from fanwiki.cli.program import AsJson, Seen, SeenAll, Title, WikiPath, program
from fanwiki.domain.viewer import Viewer
from fanwiki.errors import DamagedFileError

if TYPE_CHECKING:
    from fanwiki.store.wiki_file import WikiFile


LISTED_AT_ONCE = 100


class ShowAs(StrEnum):
    """Forms in which `show` prints a page."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    JSON = "json"


@program.command(epilog='Example: fanwiki search heroes.fanwiki "kind:character noodles" --seen "We Can Be Heroes"')
def search(
    file: WikiPath,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words and filters; see docs/search.md.")],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most hits to print.")] = 20,
    seen: Seen = None,
    seen_all: SeenAll = False,
    as_json: AsJson = False,
) -> None:
    """Find pages by words, names, fields and tags."""
    from fanwiki.services import searching, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        answer = searching.search(wiki, query, viewer_for(file, wiki, seen, seen_all), limit=limit, thorough=True)
    if as_json:
        say_json(searching.as_json(answer))
        return
    for hit in answer.hits:
        place = f" › {hit.section}" if hit.section else ""
        say(f"{hit.page.title}{place}  ({hit.page.kind})")
        if hit.snippet:
            say("    " + " ".join("".join(text for text, _ in hit.snippet).split()))
    say(f"{len(answer.hits)} of {answer.total} found. {answer.understood}")
    if answer.corrected:
        say(f"Looked for {' '.join(answer.corrected)} as well.")
    if answer.withheld:
        say(f"{answer.withheld} withheld: films not seen.")


@program.command(epilog="Example: fanwiki show heroes.fanwiki Wheels --as text --seen-all")
def show(
    file: WikiPath,
    title: Title,
    form: Annotated[ShowAs, typer.Option("--as", help="The form to print.")] = ShowAs.MARKDOWN,
    seen: Seen = None,
    seen_all: SeenAll = False,
) -> None:
    """Print one page."""
    from fanwiki.services import showing, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        viewer = viewer_for(file, wiki, seen, seen_all)
        if form is ShowAs.JSON:
            say_json(showing.as_json(wiki, title, viewer))
            return
        forms = {
            ShowAs.MARKDOWN: showing.as_markdown,
            ShowAs.HTML: showing.as_html,
            ShowAs.TEXT: showing.as_text,
        }
        text = forms[form](wiki, title, viewer)
    print_page(text)


@program.command("list", epilog='Example: fanwiki list heroes.fanwiki "kind:film sort:released"')
def list_pages(
    file: WikiPath,
    query: Annotated[str, typer.Argument(metavar="[QUERY]", help="Only the pages that match.")] = "",
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Only so many, and how to go on.")
    ] = None,
    after: Annotated[str, typer.Option("--after", metavar="PLACE", help="Go on where a list with --limit ended.")] = "",
    seen: Seen = None,
    seen_all: SeenAll = False,
    as_json: AsJson = False,
) -> None:
    """List titles and kinds."""
    from fanwiki.services import searching, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        viewer = viewer_for(file, wiki, seen, seen_all)
        if limit is None and not after:
            pages = searching.list_pages(wiki, query, viewer)
            more = {}
        else:
            part = searching.list_part(wiki, query, viewer, size=limit or LISTED_AT_ONCE, after=after)
            pages = list(part.pages)
            more = {"total": part.total, "after": part.after}
        notes = searching.notes_on(wiki, query, viewer)
    for note in notes:
        tell(note)
    if as_json:
        say_json({"pages": [{"title": page.title, "kind": page.kind} for page in pages], **more})
        return
    for page in pages:
        say(f"{page.title}\t{page.kind}")
    if more.get("after"):
        tell(f"{len(pages)} of {more['total']} pages. Go on with: --after {more['after']}")


@program.command(epilog="Example: fanwiki history heroes.fanwiki Wheels")
def history(file: WikiPath, title: Title, as_json: AsJson = False) -> None:
    """List the revisions of a page, newest first. A curator's command: it sees everything."""
    from fanwiki.services import history as histories
    from fanwiki.services import wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        page, revisions = histories.revisions(wiki, title)
    if as_json:
        rows = [
            {"number": row.number, "author": row.author, "time": row.time, "comment": row.comment} for row in revisions
        ]
        say_json({"title": page.title, "revisions": rows})
        return
    for row in revisions:
        say(f"{row.number}\t{row.time}\t{row.author}\t{row.comment}".rstrip())


@program.command(epilog="Example: fanwiki check heroes.fanwiki --json")
def check(
    file: WikiPath,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="First derive names, links, facts and search anew from the pages.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check the file and the wiki: damage, broken links, orphans, contradictions."""
    from fanwiki.cli.output import progress_bar
    from fanwiki.services import checking, wikis

    try:
        with wikis.open_wiki(file, warn=warn) as wiki, progress_bar("Checking") as progress:
            if rebuild:
                checking.rebuild(wiki, progress=progress)
            result = checking.check(wiki, progress=progress)
    except DamagedFileError as error:
        result = checking.damaged(error)
    if as_json:
        say_json(checking.as_json(result))
    else:
        for problem in result.problems:
            say(f"{problem.code}\t{problem.title}\t{problem.text}")
        damage = "The file is sound." if result.ok else "The file is damaged."
        say(f"{damage} {len(result.problems)} to look at.")
    if not result.ok:
        raise typer.Exit(1)


@program.command(epilog="Example: fanwiki stats heroes.fanwiki --json")
def stats(file: WikiPath, as_json: AsJson = False) -> None:
    """Count pages by kind, links, red links, words, revisions and attachments."""
    from fanwiki.services import checking, wikis

    with wikis.open_wiki(file, warn=warn) as wiki:
        counts = checking.stats(wiki)
    if as_json:
        say_json(counts)
        return
    for name, number in counts.items():
        if isinstance(number, dict):
            for kind, count in number.items():
                say(f"  {kind}: {count}")
        else:
            say(f"{name.replace('_', ' ')}: {number}")


def viewer_for(file: Path, wiki: WikiFile, seen: list[str] | None, seen_all: bool) -> Viewer:
    """Make the viewer the options speak of; a film that is not in the wiki is told and changes nothing."""
    from fanwiki.services import viewers

    viewer, unknown = viewers.viewer_of(wiki, seen or (), sees_all=seen_all)
    for film in unknown:
        tell(f"fanwiki: {file.name} has no film “{film}”; --seen for it opens nothing.")
    return viewer
