"""Nobody who has not seen the film reads the secret word: not in any service, not in any command, not in any export.

The services are found by looking: every public function of `fanwiki.services` that takes a viewer must have an entry
in `CALLS`, so a new one cannot forget to be tested.
"""

from __future__ import annotations

import base64
import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import fanwiki.services
from fanwiki.cli import run_command_line
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import FanwikiError, NotFoundError
from fanwiki.markup.render import Renderer
from fanwiki.services import (
    appearing,
    browsing,
    bundle_exporting,
    documents,
    exporting,
    history,
    ledger,
    neighbourhood,
    page_lists,
    revealing,
    searching,
    showing,
    speculating,
)
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile
from leak_wiki import FAN, PAGES, READERS, SECRET, make_leak_wiki
from unpacking import everything_in

QUERIES = ("", "zyxwolf", "ann", "kind:character", "kind:speculation", "tag:zyxwolf", "zyxw", "#zyxwolf-tag", "father")


class EveryAddress:
    """An output in which everything has an address that tells all it can."""

    def page(self, page: PageRow, fragment: str = "") -> str:
        return f"page:{page.title}#{fragment}"

    def missing(self, title: str) -> str:
        return f"missing:{title}"

    def attachment(self, name: str) -> str:
        return f"file:{name}"

    def kind(self, name: str) -> str:
        return f"kind:{name}"

    def tag(self, name: str) -> str:
        return f"tag:{name}"

    def speculate(self, page: PageRow) -> str:
        return f"speculate:{page.title}"

    def linking(self, page: PageRow) -> str:
        return f"linking:{page.title}"


AROUND = documents.Surroundings(EveryAddress(), home="home:", style="style:")
FILMS = ("Twist Film", "Open Film", "Film With Cast")


def _each(titles: Iterable[str], call: Callable[[str], Any]) -> Iterator[Any]:
    """Call for each title; that a page is not there for this viewer is an answer too."""
    for title in titles:
        try:
            yield call(title)
        except NotFoundError as error:
            yield str(error).replace(title, "")  # it repeats what was typed


def _titles() -> list[str]:
    return [title for title, _ in PAGES]


def _with_renderer(call: Callable[[Renderer], Any]) -> Any:
    with Renderer() as renderer:
        return call(renderer)


def _preview(wiki: WikiFile, viewer: Viewer) -> Iterator[Any]:
    source = PageSource("Draft", body="[[Zyxwolf the Elder|him]] [[Ann Open]] ![[Ann Open]]")
    yield _with_renderer(lambda renderer: browsing.preview(wiki, source, viewer, EveryAddress(), renderer))


def _parts(wiki: WikiFile, viewer: Viewer, text: str) -> Iterator[Any]:
    """Yield all parts of a list, and in plain text the words that ask for the next ones."""
    after = "first"
    while after:
        part = searching.list_part(wiki, text, viewer, size=2, after="" if after == "first" else after)
        after = part.after
        yield part.pages, part.total, base64.urlsafe_b64decode(after + "===")


def _further(wiki: WikiFile, viewer: Viewer, text: str) -> Iterator[Any]:
    """Yield all hits behind the first, and in plain text the words that ask for the next ones."""
    after = searching.search(wiki, text, viewer, limit=1).after
    while after:
        part = searching.further(wiki, text, viewer, size=1, after=after)
        after = part.after
        yield part.hits, base64.urlsafe_b64decode(after + "===")


def _list_parts(wiki: WikiFile, viewer: Viewer) -> Iterator[Any]:
    """Yield lists of all pages, a kind and a tag as many parts, with the letters and beginnings that lead to each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_lists, "PART", 2)
        for part in range(1, 12):
            yield documents.all_document(wiki, viewer, AROUND, part=part)
            yield documents.kind_document(wiki, "character", viewer, AROUND, part=part)
            yield documents.tag_document(wiki, "heroes", viewer, AROUND, part=part)


CALLS: dict[str, Callable[[WikiFile, Viewer, Path], Any]] = {
    "appearing.cast": lambda w, v, _: list(_each(_titles(), lambda t: appearing.cast(w, t, v))),
    "appearing.appearances": lambda w, v, _: list(_each(_titles(), lambda t: appearing.appearances(w, t, v))),
    "appearing.filmography": lambda w, v, _: list(_each(_titles(), lambda t: appearing.filmography(w, t, v))),
    "appearing.in_both": lambda w, v, _: list(_each(FILMS, lambda t: appearing.in_both(w, "Film With Cast", t, v))),
    "appearing.films": lambda w, v, _: appearing.films(w, v),
    "appearing.timeline": lambda w, v, _: [appearing.timeline(w, v), appearing.timeline(w, v, in_universe=True)],
    "browsing.backlinks": lambda w, v, _: list(_each(_titles(), lambda t: browsing.backlinks(w, t, v))),
    "browsing.counts": lambda w, v, _: browsing.counts(w, v),
    "browsing.orphans": lambda w, v, _: browsing.orphans(w, v),
    "browsing.page_view": lambda w, v, _: list(
        _each(_titles(), lambda t: _with_renderer(lambda r: browsing.page_view(w, t, v, EveryAddress(), r)))
    ),
    "browsing.preview": lambda w, v, _: list(_preview(w, v)),
    "browsing.tags": lambda w, v, _: browsing.tags(w, v),
    "browsing.wanted_pages": lambda w, v, _: browsing.wanted_pages(w, v),
    "bundle_workers.serve": lambda w, v, folder: _exported_by_processes(w, v, folder / "bundle"),
    "documents.all_document": lambda w, v, _: [documents.all_document(w, v, AROUND), *_list_parts(w, v)],
    "documents.attachment": lambda w, v, _: list(
        _each(("zyxwolf-portrait.png", "zyxwolf-reveal.png"), lambda name: documents.attachment(w, name, v))
    ),
    "documents.card": lambda w, v, _: list(_each(_titles(), lambda t: documents.card(w, t, v))),
    "documents.home_document": lambda w, v, _: documents.home_document(w, v, AROUND),
    "documents.kind_document": lambda w, v, _: [
        documents.kind_document(w, name, v, AROUND) for name in ("film", "character", "speculation")
    ],
    "documents.page_document": lambda w, v, _: list(
        _each(_titles(), lambda t: documents.page_document(w, t, v, AROUND))
    ),
    "documents.preview_article": lambda w, v, _: documents.preview_article(
        w, PageSource("Draft", body="[[Zyxwolf the Elder|him]] ![[Ann Open]]"), v, AROUND
    ),
    "documents.preview_document": lambda w, v, _: documents.preview_document(
        w, PageSource("Draft", body="[[Zyxwolf the Elder|him]] ![[Ann Open]]"), v, AROUND
    ),
    "documents.tag_document": lambda w, v, _: [documents.tag_document(w, tag, v, AROUND) for tag in ("heroes", "clan")],
    "documents.withheld_films": lambda w, v, _: list(_each(_titles(), lambda t: documents.withheld_films(w, t, v))),
    "exporting.export": lambda w, v, folder: [_exported(w, v, folder / form, form) for form in exporting.FORMATS],
    "history.recent_changes": lambda w, v, _: history.recent_changes(w, v),
    "ledger.claim_detail": lambda w, v, _: list(_each(_titles(), lambda t: ledger.claim_detail(w, t, v))),
    "ledger.ledger": lambda w, v, _: ledger.ledger(w, v),
    "ledger.sources": lambda w, v, _: ledger.sources(w, v),
    "neighbourhood.neighbourhood": lambda w, v, _: list(
        _each(_titles(), lambda t: neighbourhood.neighbourhood(w, t, v))
    ),
    "revealing.hidden_items": lambda w, v, _: list(_each(_titles(), lambda t: revealing.hidden_items(w, t, v))),
    "searching.complete": lambda w, v, _: [searching.complete(w, text, v) for text in ("", "z", "zyxwolf", "an", "ol")],
    "searching.notes_on": lambda w, v, _: [searching.notes_on(w, text, v) for text in (*QUERIES, "year:soon")],
    "searching.count_pages": lambda w, v, _: [searching.count_pages(w, text, v) for text in QUERIES],
    "searching.facets": lambda w, v, _: [searching.facets(w, text, v) for text in QUERIES],
    "searching.further": lambda w, v, _: [part for text in QUERIES for part in _further(w, v, text)],
    "searching.list_pages": lambda w, v, _: [searching.list_pages(w, text, v) for text in QUERIES],
    "searching.list_part": lambda w, v, _: [part for text in QUERIES for part in _parts(w, v, text)],
    "searching.search": lambda w, v, _: [searching.search(w, text, v, limit=100).hits for text in QUERIES],
    "searching.title_by_lot": lambda w, v, _: [searching.title_by_lot(w, v, lot / 100) for lot in range(100)],
    "showing.as_html": lambda w, v, _: list(_each(_titles(), lambda t: showing.as_html(w, t, v))),
    "showing.as_json": lambda w, v, _: list(_each(_titles(), lambda t: showing.as_json(w, t, v))),
    "showing.as_markdown": lambda w, v, _: list(_each(_titles(), lambda t: showing.as_markdown(w, t, v))),
    "showing.as_text": lambda w, v, _: list(_each(_titles(), lambda t: showing.as_text(w, t, v))),
    "speculating.claims": lambda w, v, _: speculating.claims(w, v),
    "speculating.confidence_history": lambda w, v, _: list(
        _each(_titles(), lambda t: speculating.confidence_history(w, t, v))
    ),
    "speculating.due": lambda w, v, _: speculating.due(w, v),
    "speculating.track_record": lambda w, v, _: list(_each(_titles(), lambda t: speculating.track_record(w, t, v))),
}

SAYS_NOTHING_EVEN_TO_A_FAN = {
    "browsing.counts",
    "documents.attachment",
    "documents.withheld_films",
    "ledger.sources",
    "revealing.hidden_items",
    "speculating.confidence_history",
    "speculating.track_record",
    "appearing.in_both",
    "searching.count_pages",
    "searching.notes_on",
}
"""Services whose answers hold no text of pages, so the word is in none of them."""


def _exported(wiki: WikiFile, viewer: Viewer, dest: Path, form: str) -> str:
    """Export and return every byte and file name of what was made as text."""
    exporting.export(wiki, dest, viewer=viewer, export_format=form)
    return "\n".join(everything_in(dest))


def _exported_by_processes(wiki: WikiFile, viewer: Viewer, dest: Path) -> str:
    """Let other processes make the pages, however few there are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle_exporting, "WORTH_IT", 0)
        return _exported(wiki, viewer, dest, "html")


def shown(value: Any) -> Iterator[str]:
    """Yield every text in an answer, as deep as it lies; gates are not for readers and are passed over."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("latin-1")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name not in ("gate", "query"):
                yield from shown(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from shown(key)
            yield from shown(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from shown(item)
    else:
        yield str(value)


def secrets_in(value: Any) -> list[str]:
    return [text[:300] for text in shown(value) if SECRET.casefold() in text.casefold()]


def reading_services() -> set[str]:
    """Return ``module.function`` for every public service that takes a viewer."""
    found = set()
    for info in pkgutil.iter_modules(fanwiki.services.__path__):
        module = importlib.import_module(f"fanwiki.services.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and {"viewer", "wiki"} <= set(inspect.signature(function).parameters):
                found.add(f"{info.name}.{name}")
    return found


@pytest.fixture(scope="module")
def leak_wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with make_leak_wiki(tmp_path_factory.mktemp("leak") / "leak.fanwiki") as wiki:
        yield wiki


def test_every_service_that_takes_a_viewer_is_asked() -> None:
    assert reading_services() == set(CALLS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("service", sorted(CALLS))
def test_service_keeps_the_secret(leak_wiki: WikiFile, service: str, reader: str, tmp_path: Path) -> None:
    assert secrets_in(CALLS[service](leak_wiki, READERS[reader], tmp_path)) == []


@pytest.mark.parametrize("service", sorted(set(CALLS) - SAYS_NOTHING_EVEN_TO_A_FAN))
def test_service_tells_who_has_seen_the_film(leak_wiki: WikiFile, service: str, tmp_path: Path) -> None:
    """The control: the word is there to be leaked."""
    assert secrets_in(CALLS[service](leak_wiki, FAN, tmp_path)) or secrets_in(
        CALLS[service](leak_wiki, CURATOR, tmp_path)
    )


def test_attachments_are_there_for_the_fan_only(leak_wiki: WikiFile) -> None:
    assert documents.attachment(leak_wiki, "zyxwolf-reveal.png", FAN)
    for viewer in READERS.values():
        with pytest.raises(NotFoundError):
            documents.attachment(leak_wiki, "zyxwolf-reveal.png", viewer)


def test_secret_pages_are_not_found_counted_or_listed(leak_wiki: WikiFile) -> None:
    for viewer in READERS.values():
        answer = searching.search(leak_wiki, SECRET, viewer)
        assert (answer.total, answer.hits) == (0, ())
        assert answer.withheld > 0


def test_readers_without_rumours_see_no_claim(leak_wiki: WikiFile) -> None:
    quiet = Viewer.who_has_seen(FAN.seen, speculation=False)
    assert speculating.claims(leak_wiki, quiet) == []
    assert not [page for page in searching.list_pages(leak_wiki, "", quiet) if page.kind == "speculation"]


COMMANDS = (
    *(("search", query) for query in ("ann", "kind:character", "father", "zyxwolf")),
    *(("search", query, "--json") for query in ("ann", "kind:character", "father", "zyxwolf")),
    *(("list", *query, *more) for query in ((), ("kind:character",)) for more in ((), ("--json",))),
    *(("show", title, "--as", form) for title in ("Ann Open", "Bob Open", "Film With Cast", "Home", "Bob will return")
      for form in ("markdown", "html", "text", "json")),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_command_keeps_the_secret(
    leak_wiki: WikiFile, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    name, *arguments = command
    assert run_command_line([name, str(leak_wiki.path), *arguments]) == 0
    told = capsys.readouterr()
    typed = arguments[0] if arguments and name == "search" else None
    lines = [line for line in (told.out + told.err).splitlines() if SECRET.casefold() in line.casefold()]
    if typed == "zyxwolf":  # the answer repeats the question, once or twice
        lines = [line for line in lines if "nderstood" not in line and '"query"' not in line]
    assert lines == []


@pytest.mark.parametrize("form", exporting.FORMATS)
def test_export_command_keeps_the_secret(
    leak_wiki: WikiFile, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dest = tmp_path / "out"
    code = run_command_line(["export", str(leak_wiki.path), str(dest), "--format", form])
    told = capsys.readouterr()
    assert code == 0, told.err
    assert SECRET.casefold() not in (told.out + told.err).casefold()
    assert "withheld" in told.out
    assert secrets_in(list(everything_in(dest))) == []


def test_a_page_that_gets_a_gate_hides_its_mentions_in_other_pages(tmp_path: Path) -> None:
    from fanwiki.services import editing, wikis

    with wikis.create_wiki(tmp_path / "late.fanwiki") as wiki:
        editing.save_markdown(wiki, "Film", "---\nkind: film\n---\n")
        editing.save_markdown(wiki, "Zyxwolf", "---\nkind: character\n---\nText.")
        editing.save_markdown(wiki, "Reader", "About [[Zyxwolf]] and [[zyxwolf]] and more.")
        newcomer = Viewer()
        assert secrets_in(showing.as_text(wiki, "Reader", newcomer))
        editing.save_markdown(wiki, "Zyxwolf", "---\nkind: character\nspoils: '[[Film]]'\n---\nText.")
        assert secrets_in(showing.as_text(wiki, "Reader", newcomer)) == []
        assert secrets_in(showing.as_json(wiki, "Reader", newcomer)) == []
        assert searching.search(wiki, "zyxwolf", newcomer).total == 0
        editing.rename(wiki, "Film", "The Film")
        assert secrets_in(showing.as_text(wiki, "Reader", newcomer)) == []
        assert secrets_in(showing.as_text(wiki, "Reader", Viewer.who_has_seen(["The Film"])))
        editing.delete(wiki, "Zyxwolf")
        with pytest.raises(FanwikiError):
            showing.as_text(wiki, "Zyxwolf", newcomer)
