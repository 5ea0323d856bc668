"""Kinds written as TOML are read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki import paths
from fanwiki.domain.kind import Field, FieldType, read_kind
from fanwiki.domain.kind_writing import declare, extended

SHIPPED = sorted((paths.resources() / "kinds").glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_field_of_the_shipped_kinds_survives(path: object) -> None:
    kind = read_kind(path.read_text("utf-8"))  # type: ignore[attr-defined]
    assert declare(kind.name, kind.label, kind.plural, kind.icon, kind.fields).fields == kind.fields


@given(st.text(min_size=1), st.text(), st.sampled_from([kind for kind in FieldType if kind is not FieldType.RECORD]))
def test_any_label_can_be_written(label: str, group: str, kind: FieldType) -> None:
    if any("\ud800" <= char <= "\udfff" for char in label + group):
        return
    field = Field("x", label.replace("\x7f", ""), kind, many=True, group=group.replace("\x7f", ""))
    assert declare("place", label, "Places", "", [field]).fields == (field,)


def test_a_kind_gets_only_the_fields_that_it_lacks() -> None:
    film = read_kind((paths.resources() / "kinds" / "film.toml").read_text("utf-8"))
    more = extended(
        film, [Field("runtime", "Mine"), Field("aliases", "Mine"), Field("budget", "Budget", group="Money")]
    )
    assert more.fields == (*film.fields, Field("budget", "Budget", group="Money"))
    assert more.is_film
    assert extended(more, more.fields) is more
