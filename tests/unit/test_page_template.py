"""Templates: names are filled in, and a kind's declaration keeps all else as it was written."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.kind import read_kind
from fanwiki.domain.page_template import fill_in, with_template
from fanwiki.errors import FanwikiError
from fanwiki.services.wikis import shipped_kinds

NOW = datetime(2026, 3, 4, 5, 6)
TEXT = st.text(st.characters(exclude_characters="\r\x7f", exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=60)


def test_title_and_dates_are_filled_in() -> None:
    template = "{{title}} {{date}} {{time}} {{date:DD.MM.YYYY}} {{date:[on] D MMMM}} {{other}}"
    assert fill_in(template, "A {{date}}", NOW) == "A {{date}} 2026-03-04 05:06 04.03.2026 on D March {{other}}"


@given(TEXT)
def test_a_template_goes_in_and_comes_out(template: str) -> None:
    for kind in shipped_kinds():
        changed = with_template(kind, template)
        expected = template if template.strip() else ""
        assert changed.template == expected
        assert (changed.name, changed.fields, changed.rumour) == (kind.name, kind.fields, kind.rumour)
        assert with_template(changed, "").template == ""


def test_what_was_written_by_hand_stays() -> None:
    toml = (
        "# my kind\nname = 'song'  # short\ntemplate = '''\n[not a table]\n'''\nlabel = 'Song'\nplural = 'Songs'\n\n"
        "[[fields]]\nname = 'template'\nlabel = 'Template = this'\n"
    )
    changed = with_template(read_kind(toml), 'a "b" \\ c\n')
    assert changed.template == 'a "b" \\ c\n'
    assert changed.toml.startswith("# my kind\nname = 'song'  # short\nlabel = 'Song'\n")
    assert "[not a table]" not in changed.toml
    assert changed.field("template") is not None
    assert with_template(changed, "").toml.count("template") == 1


def test_a_template_that_is_no_text_is_refused() -> None:
    with pytest.raises(FanwikiError, match="template"):
        read_kind("name = 'song'\nlabel = 'Song'\nplural = 'Songs'\ntemplate = 3\n")
