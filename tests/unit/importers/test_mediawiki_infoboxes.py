"""Which templates are infoboxes, and what kinds and fields come of them."""

from __future__ import annotations

import pytest

from fanwiki.domain.kind import FieldType
from fanwiki.importers.mapping import TemplateMapping
from fanwiki.importers.mediawiki.calls import calls_of
from fanwiki.importers.mediawiki.film_fields import bare_name, default_mapping
from fanwiki.importers.mediawiki.infoboxes import (
    Infobox,
    as_second,
    declared_fields,
    field_name,
    looks_like_infobox,
    make_infobox,
)
from fanwiki.importers.mediawiki.kinds import infobox_kind, shipped_kinds
from fanwiki.importers.mediawiki.observing import Observations, ParamStats, is_empty, is_image
from fanwiki.importers.mediawiki.portable import read_portable

PORTABLE = """<noinclude>Docs: <infobox><data source="wrong"/></infobox></noinclude><includeonly>
<infobox layout="stacked" type="creature" theme-source="universe">
  <title source="name"><default>{{PAGENAME}}</default></title>
  <image source="image"><caption source="imagecaption"/></image>
  <data source="species"><label>[[Species]]</label><default>Unknown</default><format>[[{{{species}}}]]</format></data>
  <group collapse="open"><header>Biography & more</header>
    <data source="born"><label>Date of<br>birth</label></data>
    <group><data source="home"/></group>
  </group>
  <panel><section><label>In the films</label><data source="films"><label>Films</label></data></section></panel>
  <data><label>Size</label><default>{{{height|}}} × {{{width}}}</default></data>
  <navigation>[[Category:{{{species}}}]]</navigation>
</infobox></includeonly>"""


def seen(*texts: str) -> Observations:
    observations = Observations()
    for text in texts:
        observations.note(calls_of(text))
    return observations


def box_of(template: str, *texts: str, portable: str = "", **told: TemplateMapping) -> Infobox:
    return make_infobox(
        seen(*texts).templates[template], read_portable(portable) if portable else None, told, shipped_kinds()
    )


def test_calls_are_parted_at_their_own_bars_only() -> None:
    text = "<!-- a | b -->\n[[File:x.png|thumb]]\n{{Infobox Skill\n|name = A\n"
    text += "|cast=[[B|b]] {{c|d=e}} <!-- | -->\n|x}} t {{d|a=1}}"
    (call,) = calls_of(text)
    assert call.name == "Infobox Skill"
    assert call.params == (("name", "A"), ("cast", "[[B|b]] {{c|d=e}} <!-- | -->"), ("1", "x"))
    assert call.at_top


def test_an_infobox_below_the_top_is_found_by_its_name() -> None:
    found = list(calls_of("Text first. {{Quote|x=y}} {{Character infobox|a=1}}"))
    assert [(call.key, call.at_top) for call in found] == [("character infobox", False)]


@pytest.mark.parametrize(
    "text", ["{{" * 100_000, "{{a|" * 50_000, "{{a|b=" + "[[" * 50_000, "{{{" * 50_000, "{{}}" * 9]
)
def test_calls_that_never_end_cost_no_time(text: str) -> None:
    assert list(calls_of(text)) == []


@pytest.mark.parametrize("value", ["", " - ", "<!-- later -->", "{{{1|}}}", "\n"])
def test_some_values_say_nothing(value: str) -> None:
    assert is_empty(value)


@pytest.mark.parametrize(
    ("values", "type_", "many"),
    [
        (["12", "1,234", "-3.5"], FieldType.NUMBER, False),
        (["08321", "12"], FieldType.TEXT, False),
        (["[[Wheels]]", "[[A|b]], [[C]]"], FieldType.LINK, True),
        (["[[Wheels]] the boy"], FieldType.TEXT, False),
        (["[[12 December]] [[2002]]", "2001-01-04"], FieldType.DATE, False),
        (["[[File:A.png|200px]]", "B.jpg", "<gallery>\nA.png|x\n</gallery>"], FieldType.IMAGE, False),
        (["a<br />b", "c"], FieldType.TEXT, True),
        ([], FieldType.TEXT, False),
    ],
)
def test_what_a_field_holds_is_what_all_its_values_are(values: list[str], type_: FieldType, many: bool) -> None:
    stats = ParamStats("x")
    for value in values:
        stats.note(value)
    assert (stats.type, stats.many) == (type_, many)


def test_pictures_are_files_and_nothing_else() -> None:
    assert is_image("File:Poster one.png")
    assert not is_image("See [[File:Poster.png]] there")
    assert not is_image("Node.js")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Infobox film", "film"), ("Movie", "film"), ("Film_infobox", "film"), ("Template:Infobox movie", None),
        ("Infobox character", "character"), ("Character Infobox", "character"), ("Infobox person", "person"),
        ("Infobox Skill", None),
    ],
)  # fmt: skip
def test_film_and_character_templates_are_known(name: str, kind: str | None) -> None:
    found = default_mapping(name)
    assert (found and found.kind) == kind


def test_names_lose_what_only_says_infobox() -> None:
    assert bare_name("Infobox_Video game") == "video game"
    assert bare_name("Portable infobox/Planet") == "planet"


def test_a_film_infobox_fills_our_fields() -> None:
    film = box_of(
        "infobox film", "{{Infobox film|name=A|directed by=[[B]]|starring=[[C]]|music=D|budget=$5|italic title=no}}"
    )
    paths = {key: film.plan(key).path for key in ("directed_by", "Starring", "music", "budget", "italic title", "new")}
    assert film.kind == "film"
    assert paths == {
        "directed_by": "director",
        "Starring": "cast.performer",
        "music": "composer",
        "budget": "budget",
        "italic title": "",
        "new": "new",
    }
    assert film.plan("directed by").type is FieldType.LINK
    assert [field.name for field in declared_fields([film])] == ["budget"]


def test_a_curators_mapping_goes_first() -> None:
    told = TemplateMapping("film", {"who": "director", "budget": ""})
    film = box_of("werk", "{{Werk|who=[[B]]|budget=5|starring=C}}", werk=told)
    assert (film.kind, film.plan("who").path, film.plan("budget").path) == ("film", "director", "")
    again = box_of("infobox film", "{{Infobox film|writer=X}}", **{"infobox film": TemplateMapping("character", {})})
    assert (again.kind, again.plan("writer").path) == ("character", "writer")


def test_an_unknown_infobox_makes_a_kind_of_its_own() -> None:
    box = box_of(
        "infobox skill",
        "{{Infobox Skill|name=A|level=3|aka=Agi|image=a.png|caption=c|kind=x|2nd=z|map=b.png|mapcaption=d}}",
    )
    fields = {field.name: field.type for field in declared_fields([box])}
    assert (box.kind, box.label) == ("skill", "Skill")
    assert fields == {"level": "number", "image": "image", "kind_text": "text", "n2nd": "text", "map": "image"}
    assert box.plan("aka").path == "aliases"
    assert box.captions == {"image": "caption", "map": "mapcaption"}
    assert infobox_kind(box.kind, box.label, declared_fields([box])).plural == "Skills"


def test_a_box_named_like_a_kind_of_ours_that_it_is_not_gets_another_name() -> None:
    assert box_of("infobox source", "{{Infobox source|a=1}}").kind == "source_infobox"


def test_numbered_parameters_are_one_list() -> None:
    box = box_of("infobox item", "{{Infobox Item|drop1=[[A]]|drop2=[[B]]|part 1=x}}")
    assert [(box.plan(f"drop{number}").path, box.plan(f"drop{number}").many) for number in (1, 2)] == [
        ("drop", True)
    ] * 2
    assert box.plan("part 1").path == "part_1"


def test_the_second_infobox_of_a_page_has_a_group_of_its_own() -> None:
    first = box_of("infobox item", "{{Infobox Item|weight=1|image=a.png}}")
    second = as_second(box_of("infobox bonuses", "{{Infobox Bonuses|attack=3|weight=9}}"), first)
    fields = {field.name: field.group for field in declared_fields([first, second])}
    assert second.kind == "item"
    assert fields == {"weight": "", "image": "", "attack": "Bonuses", "bonuses_weight": "Bonuses"}


def test_portable_infoboxes_declare_labels_groups_and_formats() -> None:
    call = (
        "{{Creature|name=Rex|species=Dog|born=1 May 2001|home=[[Here]]|films=[[A]]<br/>[[B]]|imagecaption=c|extra=5}}"
    )
    box = box_of("creature", call, portable=PORTABLE)
    shown = {field.name: (field.label, field.type.value, field.group, field.many) for field in declared_fields([box])}
    assert box.kind == "creature"
    assert shown == {
        "image": ("Image", "image", "", True),
        "species": ("Species", "text", "", False),
        "born": ("Date of birth", "date", "Biography & more", False),
        "home": ("Home", "link", "Biography & more", False),
        "films": ("Films", "link", "In the films", True),
        "size": ("Size", "text", "", False),
        "navigation": ("Navigation", "text", "", False),
        "extra": ("Extra", "number", "", False),
    }
    assert (box.plan("species").format, box.plan("species").default) == ("[[{{{species}}}]]", "Unknown")
    assert box.captions == {"image": "imagecaption"}


def test_the_type_of_a_portable_infobox_tells_its_kind() -> None:
    box = box_of(
        "person of note", "{{Person of note|a=1}}", portable='<infobox type="character"><data source="a"/></infobox>'
    )
    assert box.kind == "character"


@pytest.mark.parametrize(
    "text",
    [
        "<infobox>",
        "<infobox></infobox>",
        "<infobox><data></infobox>",
        "<infobox>&lol;" + "<group>" * 5000 + "</infobox>",
    ],
)
def test_a_portable_infobox_that_is_broken_declares_nothing(text: str) -> None:
    found = read_portable(text)
    assert found is None or not any(field.source for field in found.fields)


LIZARD = "{{Reptile|name=A|tail=long|food=[[Fly]]|home=b}}\n'''A''' is a lizard."


@pytest.mark.parametrize(
    ("text", "template", "expected"),
    [
        (LIZARD, None, True),
        (LIZARD, "{| class=wikitable\n| {{{tail}}}\n|}", True),
        (LIZARD, "''{{{tail}}}''", False),
        ("Text before. " + LIZARD, None, False),
        ("{{Reptile|a|b|c=1|d=2|e=3|f=4}}", None, False),
        ("{{Cite web|title=A|url=b|date=c|author=d}}", None, False),
        ("{{Reptile|a=1}}", None, False),
        ("{{Инфокутия филм|a=1}}", None, True),
    ],
)
def test_infoboxes_are_known_by_name_or_by_how_they_stand(text: str, template: str | None, expected: bool) -> None:
    found = list(seen(text).templates.values())
    assert any(looks_like_infobox(stats, template) for stats in found) is expected


def test_field_names_are_names() -> None:
    assert [field_name(name) for name in ("Date of birth", "2nd", "title", "mañana", "!!")] == [
        "date_of_birth", "n2nd", "title_text", "mañana", "field",
    ]  # fmt: skip
