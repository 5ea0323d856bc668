"""Kinds are data: what ships can be read, and a wrong declaration is told in words."""

from __future__ import annotations

import pytest

from fanwiki import paths
from fanwiki.domain.kind import FieldType, Kinds, read_kind
from fanwiki.errors import FanwikiError

SHIPPED = sorted((paths.resources() / "kinds").glob("*.toml"))


def test_the_six_kinds_of_a_film_wiki_ship() -> None:
    names = {read_kind(path.read_text("utf-8")).name for path in SHIPPED}
    assert names == {"film", "character", "person", "speculation", "source", "article"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_kinds_declare_records_enums_and_links_whole(path: object) -> None:
    kind = read_kind(path.read_text("utf-8"))  # type: ignore[attr-defined]
    for field in kind.fields:
        assert bool(field.fields) == (field.type is FieldType.RECORD), field
        assert bool(field.options) == (field.type is FieldType.ENUM), field
        assert not field.inverse or field.type is FieldType.LINK, field


def test_cast_is_a_list_of_records_with_two_inverses() -> None:
    film = read_kind((paths.resources() / "kinds" / "film.toml").read_text("utf-8"))
    cast = film.field("cast")
    assert cast is not None
    assert cast.many
    inverses = {sub.name: sub.inverse for sub in cast.fields if sub.inverse}
    assert inverses == {"character": "Appearances", "performer": "Filmography"}


def test_every_kind_has_the_common_fields() -> None:
    kind = read_kind('name = "place"\nlabel = "Place"\nplural = "Places"\n')
    assert [kind.field(name) is not None for name in ("aliases", "tags", "spoils", "no such")] == [True] * 3 + [False]


def test_an_unknown_kind_has_no_fields_and_keeps_its_name() -> None:
    kind = Kinds([]).of("starship")
    assert (kind.name, kind.fields) == ("starship", ())


@pytest.mark.parametrize(
    "toml",
    [
        "",
        "name = ",
        'name = "a b"\nlabel = "x"\nplural = "x"',
        'name = "x"\nlabel = "x"\nplural = "x"\n[[fields]]\nname = "f"\nlabel = "F"\ntype = "colour"',
        'name = 3\nlabel = "x"\nplural = "x"',
    ],
)
def test_a_wrong_declaration_is_refused_in_words(toml: str) -> None:
    with pytest.raises(FanwikiError, match="no declaration of a kind"):
        read_kind(toml)
