"""Exact counts over real dumps, checked against counts that know nothing of our reader."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from corpus_files import corpus
from fanwiki.importers.draft import KindDraft, PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.report import ImportReport
from fanwiki.importers.run import ImportRun

pytestmark = pytest.mark.corpus

MEDIAWIKI = "mediawiki"


@dataclass
class Found:
    pages: dict[str, PageDraft]
    kinds: dict[str, list[str]]
    report: ImportReport

    @property
    def by_kind(self) -> dict[str, int]:
        return dict(self.report.by_kind)

    def codes(self) -> Counter[str]:
        return Counter(problem.code for problem in self.report.problems)


def read(path: Path) -> Found:
    assert detect(path) == "mediawiki"
    run = ImportRun()
    drafts = list(FORMATS["mediawiki"].read(path, run))
    return Found(
        {draft.source.title: draft for draft in drafts if isinstance(draft, PageDraft)},
        {
            draft.kind.name: [field.name for field in draft.kind.fields]
            for draft in drafts
            if isinstance(draft, KindDraft)
        },
        run.report,
    )


def texts_of(path: Path) -> dict[str, str]:
    """Return the newest text of each page, read by a parser that builds a tree."""
    root = etree.parse(path).getroot()
    return {
        str(page.findtext("{*}title")): page.findall("{*}revision")[-1].findtext("{*}text") or ""
        for page in root.iterfind("{*}page")
    }


def test_old_school_runescape() -> None:
    path = corpus(MEDIAWIKI) / "mw-osrs" / "OldSchoolRuneScape-SpecialExport.xml"
    found = read(path)
    texts = texts_of(path)
    assert set(found.pages) == set(texts)
    assert (found.report.pages, found.report.redirects, found.report.problems) == (62, 0, [])
    assert found.by_kind == {"article": 11, "category": 28, "skill": 23}
    assert found.report.known_templates["Infobox Skill"] == sum("{{Infobox Skill" in text for text in texts.values())
    assert found.kinds["skill"] == ["image", "release", "update", "members", "type"]
    agility = found.pages["Agility"]
    assert agility.source.fields == {
        "aliases": ["Agi"],
        "image": "Agility icon.png",
        "release": "[[12 December]] [[2002]]",
        "update": "Agility skill online",
        "members": "Yes",
        "type": "Utility",
    }
    assert agility.origin is not None
    assert (agility.origin.wiki, agility.origin.licence) == ("Old School RuneScape Wiki", "CC BY-NC-SA 3.0")
    headings = re.compile(r"^(=+)[ \t]*(.+?)[ \t]*\1[ \t]*$", re.MULTILINE)
    assert len(re.findall(r"^#{1,6} ", agility.source.body, re.MULTILINE)) == len(headings.findall(texts["Agility"]))
    assert found.report.links > 7000
    assert found.report.unresolved.total() < found.report.links


def test_every_skill_has_its_infobox_as_its_page_says() -> None:
    path = corpus(MEDIAWIKI) / "mw-osrs" / "OldSchoolRuneScape-SpecialExport.xml"
    found = read(path)
    for title, text in texts_of(path).items():
        call = re.search(r"\{\{Infobox Skill\n(.*?)\n\}\}", text, re.DOTALL)
        if call is None:
            continue
        params = dict(re.findall(r"^\|\s*(\w+)\s*=\s*(.*?)\s*$", call[1], re.MULTILINE))
        fields = found.pages[title].source.fields
        assert fields["members"] == params["members"], title
        assert fields["release"] == params["release"], title
        assert str(fields["image"]) in params["image"], title


def test_a_wiki_of_games_being_set_up() -> None:
    path = corpus(MEDIAWIKI) / "mw-giantbomb" / "wiki_init.xml"
    found = read(path)
    assert (found.report.pages, found.report.redirects, len(found.pages)) == (242, 10, 232)
    assert found.by_kind == {"article": 6, "file": 3, "template": 222, "video_game": 1}
    assert found.codes() == {}
    aliases = [alias for draft in found.pages.values() for alias in draft.source.fields.get("aliases", [])]  # type: ignore[union-attr]
    assert len([alias for alias in aliases if str(alias).startswith(("Template:", "Module:"))]) == 10
    game = found.pages["The Legend of Zelda: Skyward Sword"].source
    assert game.kind == "video_game"
    assert game.fields["developer"] == "[[Nintendo EAD]]"
    assert game.fields["programmer"] == ["Toshio Iwawaki", "Kazuaki Morita"]
    assert game.fields["image"] == "![[Legend of Zelda Skyward Sword boxart.png|European packaging artwork]]"
    for title, text in texts_of(path).items():  # code is kept to the letter
        if title in found.pages and found.pages[title].source.kind == "template" and text.strip():
            assert text.rstrip() in found.pages[title].source.body, title


def test_german_pages_with_an_infobox_each() -> None:
    found = read(corpus(MEDIAWIKI) / "mw-wikipedia-2025")
    assert (found.report.pages, found.codes()) == (2, {})
    assert found.by_kind == {"software": 1, "gemeinde_in_deutschland": 1}
    town = found.pages["Zschorlau"].source
    assert town.fields["plz"] == "08321"
    assert town.fields["höhe"] == 548
    assert town.fields["gliederung"] == "3 [[Ortsteil|Ortsteile]]"
    assert town.fields["tags"] == ["Ort im Erzgebirgskreis", "Deutscher Ortsname slawischer Herkunft"]


def test_a_dump_without_site_information() -> None:
    found = read(corpus(MEDIAWIKI) / "mw-enwiki-small" / "enwiki-table-markup.xml")
    assert (found.report.pages, found.codes()) == (5, {})
    assert found.by_kind == {"article": 2, "award": 1, "economy": 1, "language": 1}
    assert {"award", "economy", "language"} <= set(found.kinds)


def test_a_bulgarian_dump_in_utf_16() -> None:
    found = read(corpus(MEDIAWIKI) / "mw-enwiki-small" / "bgwiki-latest-pages-articles-shortened.xml")
    assert (found.report.pages, found.codes()) == (3, {})
    assert "Григориански календар" in found.pages
    assert found.pages["Григориански календар"].source.fields["tags"] == ["Календари"]


HISTORY = "mw-history-small"


@pytest.mark.parametrize(
    "name",
    [
        "libmediawiki-dumpfile-perl_0.2.2/compat.revisions_test.xml",
        "libparse-mediawikidump-perl_1.0.6/revisions_test.xml",
    ],
)
def test_old_dumps_with_several_revisions(name: str) -> None:
    found = read(corpus(MEDIAWIKI) / HISTORY / name)
    assert (found.report.pages, found.report.redirects, len(found.pages)) == (5, 1, 4)
    assert found.codes() == {"broken-redirect": 1}
    draft = found.pages["Test for bug 53361"]
    assert len(draft.revisions) == 1
    assert [past.time < draft.time for past in draft.revisions] == [True]


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("libmediawiki-dumpfile-perl_0.2.2/compat.pages_test.xml", 5),
        ("libmediawiki-dumpfile-perl_0.2.2/pages_test.xml", 3),
        ("libparse-mediawikidump-perl_1.0.6/pages_test.xml", 5),
    ],
)
def test_old_dumps_of_pages(name: str, pages: int) -> None:
    found = read(corpus(MEDIAWIKI) / HISTORY / name)
    assert found.report.pages == pages
    assert len(found.pages) + found.report.redirects == pages
