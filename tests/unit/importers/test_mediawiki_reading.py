"""Dumps to drafts: which pages come, under which titles, with which history, and what the report says."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from dump_making import MadePage, MadeRevision, page, write_dump

from fanwiki.domain.page import PageSource
from fanwiki.errors import SourceError
from fanwiki.importers.draft import AttachmentDraft, KindDraft, PageDraft
from fanwiki.importers.mapping import TemplateMapping
from fanwiki.importers.mediawiki import pool, reading
from fanwiki.importers.mediawiki.pages import Job, Made, PageMaker
from fanwiki.importers.run import ImportRun
from fanwiki.jobs import Cancel, Cancelled, Progress

PNG = b"\x89PNG\r\n\x1a\n"


class Here:
    """Makes pages in this process, where a test is not about the others: starting one takes half a second."""

    def __init__(self, maker: PageMaker, processes: int | None = None) -> None:
        self._maker = maker

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None: ...

    def made(self, jobs: Iterable[Job], progress: Progress) -> Iterator[tuple[Job, Made]]:
        for job in jobs:
            yield job, pickle.loads(pickle.dumps(self._maker)).make(job)


@pytest.fixture
def processes() -> None:
    """Ask for what users have: other processes."""


@pytest.fixture(autouse=True)
def _in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "processes" not in request.fixturenames:
        monkeypatch.setattr(reading, "Pool", Here)


class Read:
    """What reading a dump gave."""

    def __init__(self, path: Path, run: ImportRun) -> None:
        self.run = run
        self.report = run.report
        drafts = list(reading.read(path, run))
        self.pages = {draft.source.title: draft for draft in drafts if isinstance(draft, PageDraft)}
        self.files = [draft.name for draft in drafts if isinstance(draft, AttachmentDraft)]
        self.kinds = {draft.kind.name: draft.kind for draft in drafts if isinstance(draft, KindDraft)}

    def source(self, title: str) -> PageSource:
        return self.pages[title].source

    def told(self, code: str) -> list[str]:
        return [problem.text for problem in self.report.problems if problem.code == code]


def read(
    tmp_path: Path,
    *pages: MadePage,
    mappings: Mapping[str, TemplateMapping] | None = None,
    case: str = "",
    **options: str,
) -> Read:
    path = write_dump(tmp_path / "d.xml", pages, case=case or "first-letter")
    return Read(path, ImportRun(options=options, mappings=mappings or {}))


def test_a_page_comes_with_its_history_and_origin(tmp_path: Path) -> None:
    revisions = [
        MadeRevision("One.", 11, "2020-01-01T00:00:00Z", "Ann", "start"),
        MadeRevision("#REDIRECT [[Two]]", 12, "2020-01-02T00:00:00Z", "Bob"),
        MadeRevision("'''Three'''.", 13, "2020-01-03T00:00:00Z", "Ann", "more"),
    ]
    draft = read(tmp_path, MadePage("Wheels (hero)", revisions)).pages["Wheels (hero)"]
    assert draft.source.body == "**Three**."
    assert (draft.author, draft.time, draft.comment) == ("Ann", "2020-01-03T00:00:00Z", "more")
    past = [(revision.author, revision.source.body.strip(), revision.comment) for revision in draft.revisions]
    assert past == [("Ann", "One.", "start"), ("Bob", "→ [[Two]]", "")]
    origin = draft.origin
    assert origin is not None
    assert (origin.wiki, origin.revision, origin.contributors) == ("Heroes Wiki", "13", ("Ann", "Bob"))
    assert origin.url == "https://heroes.fandom.com/wiki/Wheels_(hero)"
    assert origin.licence == "CC BY-SA 3.0"


def test_only_the_newest_revision_comes_when_asked(tmp_path: Path) -> None:
    revisions = [MadeRevision("new", 2, "2021-01-01T00:00:00Z"), MadeRevision("old", 1, "2020-01-01T00:00:00Z")]
    pages = (MadePage("A", revisions),)
    draft = read(tmp_path, *pages, history="latest", licence="CC0").pages["A"]
    assert (draft.source.body, len(draft.revisions)) == ("new", 0)
    assert draft.origin is not None
    assert draft.origin.licence == "CC0"
    assert [past.source.body for past in read(tmp_path, *pages).pages["A"].revisions] == ["old"]


def test_a_long_history_comes_in_parts_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: None
) -> None:
    monkeypatch.setattr(reading, "BUNDLE", 300)
    revisions = [
        MadeRevision(f"{number} " + "x" * 90, number, f"2020-01-01T00:00:{number:02}Z") for number in range(40)
    ]
    draft = read(tmp_path, MadePage("A", revisions), page("B", "b")).pages["A"]
    assert [int(past.source.body.split()[0]) for past in draft.revisions] == list(range(39))
    assert draft.source.body.startswith("39 ")


def test_redirects_become_aliases_and_the_bad_ones_are_told(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        page("Wheels", "A boy."),
        page("The boy", "#REDIRECT [[Wheels#Powers]]"),
        MadePage("Boy", [MadeRevision("")], redirect="The boy"),
        page("Ghost", "#REDIRECT [[Nobody]]"),
        page("Snake", "#REDIRECT [[Tail]]"),
        page("Tail", "#REDIRECT [[Snake]]"),
    )
    assert set(found.pages) == {"Wheels"}
    assert found.source("Wheels").fields["aliases"] == ["The boy", "Boy"]
    assert (found.report.pages, found.report.redirects) == (6, 5)
    assert found.told("double-redirect") == [
        "“Boy” leads to “The boy”, which leads on to “Wheels”; it became another name of that."
    ]
    assert found.told("broken-redirect") == [
        "“Ghost” leads to “Nobody”, which the dump does not hold; it was left out."
    ]
    assert len(found.told("circular-redirect")) == 2


def test_links_are_counted_and_those_that_lead_nowhere_named(tmp_path: Path) -> None:
    found = read(tmp_path, page("A", "[[B]] [[c]] [[A]] [[Gone|x]] [[Gone]]"), page("B"), page("C", "#REDIRECT [[B]]"))
    assert (found.report.links, dict(found.report.unresolved)) == (5, {"Gone": 2})


def test_twins_in_capitals_stay_apart(tmp_path: Path) -> None:
    found = read(tmp_path, page("Abacus", "one"), page("AbacuS", "two"))
    assert {title: draft.source.body for title, draft in found.pages.items()} == {"Abacus": "one", "AbacuS": "two"}


def test_twins_of_a_case_sensitive_wiki_stay_apart_and_links_follow(tmp_path: Path) -> None:
    found = read(tmp_path, page("Apple", "[[apple]]"), page("apple", "fruit [[Apple]]"), case="case-sensitive")
    assert found.source("Apple").body == "[[apple (2)|apple]]"
    assert found.source("apple (2)").body == "fruit [[Apple]]"
    assert found.told("title-changed")


HOSTILE = ["../../x", "CON", "A" * 300, "a\u202eb", "[[x]]|y#z", "/etc/passwd", "<script>", "  ", "nul.txt", "Ä" * 200]


def test_titles_that_no_page_can_have_are_changed_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, *(page(title, "text") for title in HOSTILE))
    assert len(found.pages) == len(HOSTILE)
    assert {"../../x", "CON", "A" * 255, "((x))/y＃z", "Untitled", "Ä" * 127} <= set(found.pages)
    assert len(found.told("title-changed")) == 4


def test_talk_stands_below_the_page_it_is_about(tmp_path: Path) -> None:
    pages = (
        page("Talk:Wheels", "== Fast? ==\nIs he fast?\n:Yes."),
        page("Wheels", "A boy. [[Talk:Wheels]]"),
        page("Talk:Gone", "Who was he?"),
        page("User talk:Ann", "Hello."),
    )
    found = read(tmp_path, *pages)
    assert set(found.pages) == {"Wheels", "Talk:Gone", "User talk:Ann"}
    assert found.report.talk_pages == 3
    body = found.source("Wheels").body
    assert body.startswith("A boy. [[Wheels|Talk:Wheels]]\n\n> [!note]- Talk\n> ")
    assert "> Is he fast?" in body
    left = read(tmp_path, *pages, talk="skip")
    assert set(left.pages) == {"Wheels"}
    assert left.report.talk_pages == 3


def test_histories_that_have_no_page_to_stand_in_are_counted(tmp_path: Path) -> None:
    pages = (
        MadePage("Talk:Wheels", [MadeRevision("Who?"), MadeRevision("Who? A boy.", 2), MadeRevision("A boy.", 3)], 1),
        page("Wheels", "A boy."),
        MadePage("Wheelie", [MadeRevision("A boy."), MadeRevision("#REDIRECT [[Wheels]]", 2)], 0, "Wheels"),
    )
    assert read(tmp_path, *pages).report.skipped == {
        "earlier revisions of talk pages": 2,
        "earlier revisions of redirects": 1,
    }
    assert read(tmp_path, *pages, history="latest").report.skipped == {}


def test_a_link_to_another_wiki_stays_one_in_an_infobox(tmp_path: Path) -> None:
    found = read(tmp_path, page("Wheels", "{{Infobox Gadget|maker=[[w:Guppy Works|Guppy]]|owner=[[Ann]]}}\nA chair."))
    fields = dict(found.source("Wheels").fields)
    assert fields["maker"] == "[Guppy](https://en.wikipedia.org/wiki/Guppy_Works)"
    assert fields["owner"] == "[[Ann]]"


def test_records_of_uploads_are_counted(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.xml", [page("File:Wheels.png", "A boy.")])
    upload = "<upload><timestamp>2020-01-01T00:00:00Z</timestamp><filename>Wheels.png</filename></upload>"
    dump.write_text(dump.read_text("utf-8").replace("</page>", f"{upload}</page>"), "utf-8")
    run = ImportRun()
    assert [draft.source.title for draft in reading.read(dump, run) if isinstance(draft, PageDraft)]
    assert run.report.skipped == {"records of uploads": 1}


def test_what_is_no_wikitext_is_kept_as_code(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        page("Module:Box", "local p = {}\n-- ```\nreturn p", model="Scribunto"),
        page("MediaWiki:Common.css", "a { color: red }", model="css"),
        page("Template:Quote", "<blockquote>{{{1}}}</blockquote>"),
        page("Data", '{"a": 1}', model="smw/schema"),
        page("Empty", "", model="flow-board"),
    )
    assert found.source("Module:Box").body == "````lua\nlocal p = {}\n-- ```\nreturn p\n````\n"
    assert found.source("MediaWiki:Common.css").body == "```css\na { color: red }\n```\n"
    assert found.source("Template:Quote").body == "```wikitext\n<blockquote>{{{1}}}</blockquote>\n```\n"
    assert found.source("Data").body == '```json\n{"a": 1}\n```\n'
    assert found.source("Empty").body == ""
    assert {draft.source.kind for draft in found.pages.values()} == {"template"}


def test_categories_become_tags_below_their_own_categories(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        page("Wheels", "A boy.\n[[Category:young heroes]] [[category:Loners|w]]"),
        page("Category:Young heroes", "They are young.\n[[Category:Heroes]]"),
        page("Category:Heroes", "[[Category:Beings]]"),
        page("Category:Beings", "[[Category:Heroes]]"),
    )
    assert found.source("Wheels").fields["tags"] == ["Beings/Heroes/young heroes", "Loners"]
    category = found.source("Category:Young heroes")
    assert category.kind == "category"
    assert category.body == 'They are young.\n\n```query\ntag:"Beings/Heroes/Young heroes" sort:title\n```\n'


def test_files_come_from_a_folder_beside_the_dump(tmp_path: Path) -> None:
    for name in ("a/ab/Wheels_one.png", "Poster.PNG", "thumb/Poster.PNG/90px-Poster.png", "notes.exe", "CON.png"):
        path = tmp_path / "images" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG)
    found = read(
        tmp_path,
        page("Wheels", "[[File:wheels one.png|thumb|A boy]] [[File:Gone.jpg]] [[Image:../../x.png]]"),
        page("File:Poster.PNG", "The poster."),
    )
    assert sorted(found.files) == ["Poster.PNG", "Wheels_one.png", "_CON.png"]
    assert "![[Wheels_one.png" in found.source("Wheels").body
    assert found.source("File:Poster.PNG").body == "![[Poster.PNG]]\n\nThe poster."
    assert found.source("File:Poster.PNG").kind == "file"
    assert "Gone.jpg" in found.report.files_missing
    assert [problem.title for problem in found.report.problems if problem.code == "file-skipped"] == ["notes.exe"]


def test_a_folder_for_files_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is no folder"):
        read(tmp_path, page("A"), files=str(tmp_path / "nowhere"))


FILM = """{{Infobox film
| name = Heroes: The Film
| image = Poster.png
| caption = The poster
| director = [[Robert Rodriguez]]
| writer = Ann Lee and Bob Ray
| starring = {{Plainlist|
* [[Andy Walken]] as Wheels
* [[Priyanka Chopra]]
}}
| released = December 25, 2020 (United States)
| runtime = 1 hour 40 minutes
| budget = $5 million
}}
It is a film.
"""


def test_a_film_infobox_becomes_a_film(tmp_path: Path) -> None:
    found = read(tmp_path, page("Heroes (film)", FILM), page("Movie", "#REDIRECT [[Heroes (film)]]"))
    film = found.source("Heroes (film)")
    assert film.kind == "film"
    assert film.body == "It is a film."
    assert film.fields == {
        "aliases": ["Movie", "Heroes: The Film"],
        "image": "![[Poster.png|The poster]]",
        "director": ["[[Robert Rodriguez]]"],
        "writer": ["[[Ann Lee]]", "[[Bob Ray]]"],
        "cast": [
            {"character": "[[Wheels]]", "performer": "[[Andy Walken]]"},
            {"performer": "[[Priyanka Chopra]]"},
        ],
        "released": [{"date": "December 25, 2020", "country": "United States"}],
        "runtime": 100,
        "budget": "$5 million",
    }
    assert [field.name for field in found.kinds["film"].fields][-1] == "budget"
    assert found.run.offered["infobox film"].fields["starring"] == "cast.performer"
    assert found.report.known_templates["Infobox film"] == 1


def test_a_blank_behind_an_infobox_makes_no_code(tmp_path: Path) -> None:
    text = "{{Infobox x|a=1}} '''A''' is.\n code"
    found = read(tmp_path, page("A", text), page("B", "{{Infobox x}}\n code"))
    assert found.source("A").body == "**A** is.\n\n```\ncode\n```"
    assert found.source("B").body == "```\ncode\n```"


def test_a_mapping_changes_what_a_template_becomes(tmp_path: Path) -> None:
    mappings = {"infobox film": TemplateMapping("film", {"budget": "studio", "caption": "", "runtime": "length"})}
    film = read(tmp_path, page("A", FILM), mappings=mappings).source("A")
    assert (film.fields["studio"], film.fields["length"]) == (["$5 million"], "1 hour 40 minutes")


CREATURE = """<includeonly><infobox type="creature">
<title source="name"><default>{{PAGENAME}}</default></title>
<group><header>Body</header>
<data source="species"><label>Species</label><default>Unknown</default><format>[[{{{species}}}]]</format></data>
<data source="legs"><label>Legs</label></data></group>
</infobox></includeonly>"""


def test_portable_infoboxes_fill_by_their_own_declaration(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        page("Template:Creature", CREATURE),
        page("Template:Beast", "#REDIRECT [[Template:Creature]]"),
        page("Rex", "{{Creature|name=King Rex|species=Dog|legs=4}} A dog."),
        page("Eel", "{{Beast|legs=0}} No dog."),
    )
    assert found.source("Rex").fields == {"aliases": ["King Rex"], "species": "[[Dog]]", "legs": 4}
    assert found.source("Eel").fields == {"legs": 0, "species": "Unknown"}
    assert found.source("Rex").kind == found.source("Eel").kind == "creature"
    fields = {field.name: (field.label, field.type.value, field.group) for field in found.kinds["creature"].fields}
    assert fields == {"species": ("Species", "text", "Body"), "legs": ("Legs", "number", "Body")}


def test_a_page_that_cannot_be_converted_is_kept_as_wikitext(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanwiki.importers.mediawiki.pages.LONGEST", 100_000)
    found = read(tmp_path, page("Big", "word ``` " * 300_000), page("Small", "'''ok'''"))
    assert found.told("too-large") == ["“Big” is 3 MB long; it was kept as wikitext."]
    assert found.source("Big").body.startswith("````wikitext\nword ```")
    assert found.source("Small").body == "**ok**"


def test_a_process_that_dies_or_hangs_costs_a_page_its_markdown_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: None
) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.5)
    monkeypatch.setattr(pool, "serve", _stubborn)
    found = read(tmp_path, *(page(title, "'''ok'''") for title in ("A", "Die", "B", "Hang", "C", "Bug", "D")))
    assert {title: found.source(title).body for title in found.pages} == {
        **dict.fromkeys("ABCD", "**ok**"),
        **dict.fromkeys(("Die", "Hang", "Bug"), "```wikitext\n'''ok'''\n```\n"),
    }
    assert sorted(found.told("not-converted")) == [
        "“Bug” could not be converted; its wikitext was kept as it is.",
        "“Die” cannot be read within the memory that there is; its wikitext was kept as it is.",
        "“Hang” takes too long to read; its wikitext was kept as it is.",
    ]


def _stubborn(connection: object, maker: object) -> None:
    """Stand in for `pool.serve`, in its own process: one page kills it, one never ends, one meets a bug."""
    import os
    import time
    from unittest.mock import patch

    real = PageMaker.make

    def make(self: PageMaker, job: Job) -> Made:
        if job.title == "Die":
            os._exit(9)
        if job.title == "Hang":
            time.sleep(60)
        if job.title == "Bug":
            raise ZeroDivisionError
        return real(self, job)

    with patch.object(PageMaker, "make", make):
        _serve(connection, maker)  # type: ignore[arg-type]


_serve = pool.serve


def test_reading_can_be_stopped(tmp_path: Path, processes: None) -> None:
    cancel = Cancel()

    def stop(done: int, total: int | None, text: str) -> None:
        if total is not None:
            cancel.request()

    path = write_dump(tmp_path / "d.xml", (page(f"P{number}", "text") for number in range(200)))
    with pytest.raises(Cancelled):
        list(reading.read(path, ImportRun(progress=Progress(stop, cancel))))


def test_several_files_are_one_wiki_and_the_newest_page_goes(tmp_path: Path, processes: None) -> None:
    old = MadePage("A", [MadeRevision("old", 1, "2020-01-01T00:00:00Z")])
    new = MadePage("A", [MadeRevision("new", 2, "2021-01-01T00:00:00Z")])
    write_dump(tmp_path / "1.xml", [old, page("B", "[[C]]")])
    write_dump(tmp_path / "2.xml", [new, page("C", "#REDIRECT [[A]]")])
    (tmp_path / "about.txt").write_text("two dumps")
    assert reading.fits(tmp_path)
    found = Read(tmp_path, ImportRun())
    assert {title: draft.source.body for title, draft in found.pages.items()} == {"A": "new", "B": "[[C]]"}
    assert found.source("A").fields == {"aliases": ["C"]}
    assert found.report.pages == 4
    assert found.told("twice") == ["“A” is in the dump more than once; the newest was taken."]


def test_dumps_of_two_wikis_are_refused(tmp_path: Path) -> None:
    write_dump(tmp_path / "1.xml", [page("A")])
    path = write_dump(tmp_path / "2.xml", [page("B")])
    path.write_text(path.read_text().replace("Heroes Wiki", "Villains Wiki").replace("heroes.", "villains."))
    with pytest.raises(SourceError, match="“Heroes Wiki” and “Villains Wiki”"):
        Read(tmp_path, ImportRun())


def test_a_cut_dump_gives_the_pages_before_the_cut(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "d.xml", [page("A", "one"), page("B", "two")])
    path.write_text(path.read_text()[:-100])
    found = Read(path, ImportRun())
    assert set(found.pages) == {"A"}
    assert found.told("truncated") == ["d.xml is cut off in the page “B”; what comes after is not there."]


def test_a_dump_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no page"):
        read(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["{{" * 100_000, "[[" * 50_000, "{|\n" * 20_000, "<div>" * 50_000, "'" * 100_000, "{{{" * 60_000, "==" * 90_000],
)
def test_hostile_wikitext_loses_nothing_and_ends(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, page("Bad", text + "KEPT"), page("Good", "'''ok'''"))
    assert "KEPT" in found.source("Bad").body
    assert found.source("Good").body == "**ok**"
