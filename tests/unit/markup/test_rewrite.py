from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity, possible_title
from fanwiki.markup.rewrite import rename_links

KIND = Kind("article", "Article", "Articles")


def renamed(source: PageSource, old: str, new: str, *, told: bool = True) -> PageSource:
    return rename_links(
        source, KIND, is_old=lambda title: identity(title) == identity(old), new=new, old=old if told else ""
    )


@pytest.mark.parametrize(
    ("body", "new"),
    [
        ("[[Old]]", "[[New]]"),
        ("[[ Old ]]", "[[ New ]]"),
        ("[[Old|old]] [[Old#Old]] ![[Old#^old|x]]", "[[New|old]] [[New#Old]] ![[New#^old|x]]"),
        ("| [[Old\\|x]] |\n|---|", "| [[New\\|x]] |\n|---|"),
        ("[Old](Old.md#Old) [x](<Old.md> 'Old')", "[Old](New.md#Old) [x](<New.md> 'Old')"),
        ("[x]: Old.md", "[x]: New.md"),
        ("||x||{Old, Other} ||y||{[[Old]]}", "||x||{New, Other} ||y||{[[New]]}"),
        ("> [!spoiler]- Old\n> [[Old]]", "> [!spoiler]- New\n> [[New]]"),
        ("> [!spoiler] [[Old|the film]], [[Older]]\n> x", "> [!spoiler] [[New|the film]], [[Older]]\n> x"),
        ("[[Older]] Old [[Old-ish]]", "[[Older]] Old [[Old-ish]]"),
        ("`[[Old]]` $[[Old]]$\n\n    [[Old]]\n\n```\n[[Old]]\n```", None),
        ("key:: [[Old]] (k:: [[Old]])", "key:: [[New]] (k:: [[New]])"),
    ],
)
def test_every_form_of_link_and_gate_is_renamed_but_not_code(body: str, new: str | None) -> None:
    source = PageSource("Page", body=body)
    assert renamed(source, "Old", "New").body == (body if new is None else new)


def test_fields_and_their_gates_are_renamed() -> None:
    fields: dict[str, Value] = {
        "spoils": ["[[Old]]", "Other"],
        "text": "by [[Old|him]] and Old",
        "cast": [{"character": "[[Old]]", "gate": "Old"}, {"value": "Old", "gate": ["[[Old]]", "Other"]}],
        "number": 5,
    }
    assert renamed(PageSource("Page", fields=fields), "Old", "New").fields == {
        "spoils": ["[[New]]", "Other"],
        "text": "by [[New|him]] and Old",
        "cast": [{"character": "[[New]]", "gate": "New"}, {"value": "Old", "gate": ["[[New]]", "Other"]}],
        "number": 5,
    }


def test_a_film_named_by_a_number_is_renamed_in_gates() -> None:
    assert renamed(PageSource("Page", fields={"spoils": 1917}), "1917", "New").fields == {"spoils": "New"}


def test_a_title_with_a_comma_turns_a_plain_list_of_films_into_links() -> None:
    source = PageSource("Page", body="||x||{Old, Other}")
    assert renamed(source, "Old", "Good, Bad").body == "||x||{[[Good, Bad]], [[Other]]}"


def test_addresses_are_encoded_as_they_were() -> None:
    source = PageSource("Page", body="[x](My%20Page.md) [y](<My Page.md>)")
    assert renamed(source, "My Page", "A (b)").body == "[x](A%20%28b%29.md) [y](<A (b).md>)"
    assert renamed(source, "My Page", "C: /drive").body == "[x](C%3A%20/drive.md) [y](<C%3A%20/drive.md>)"
    assert renamed(PageSource("Page", body="[x](Old)"), "Old", "/a.md").body == "[x](%2Fa.md.md)"


def test_a_link_in_the_middle_of_a_sentence_stays_in_lower_case() -> None:
    source = PageSource("Page", body="an [[alien]] and [[Alien]]")
    assert renamed(source, "Alien", "Xenomorph", told=False).body == "an [[xenomorph]] and [[Xenomorph]]"
    assert renamed(source, "Alien", "Xenomorph").body == "an [[xenomorph]] and [[Xenomorph]]"
    assert renamed(source, "Alien", "eXistenZ").body == "an [[EXistenZ]] and [[eXistenZ]]"


def test_a_page_that_names_nothing_old_is_the_very_page() -> None:
    source = PageSource("Page", fields={"a": ["[[X]]"]}, body="[[X]] ||y||{Z}")
    assert renamed(source, "Old", "New") is source


TITLES = st.text(min_size=1, max_size=12).map(possible_title).filter(lambda title: title == title.strip())
SPOILERS = ("||s||{T}", "||s||{[[T]]}", "\n\n> [!spoiler] T\n> x\n\n")
LINKS = ("[[T]]", "[[T|x]]", "![[T#h]]", "[[t]]", "`[[T]]`", "[x](<T.md>)", "| [[T\\|x]] |", "T", " text ", "\n")
FORMS = st.lists(st.sampled_from(SPOILERS + LINKS), max_size=8).map("".join)


@settings(deadline=None)
@given(TITLES, TITLES, FORMS, FORMS)
def test_renaming_and_renaming_back_gives_the_same_page(old: str, new: str, body: str, field: str) -> None:
    assume(identity(old) != identity(new))
    assume(not set(",()<>%`$\\&*") & set(old + new))
    both_cased = all(len(sign.swapcase()) == 1 and sign.swapcase().swapcase() == sign for sign in (old[0], new[0]))
    both_cased = both_cased and old[0].isalpha() and new[0].swapcase() != new[0]
    small = old[0].swapcase() + old[1:] if both_cased and identity(old[0].swapcase()) == identity(old[0]) else old
    written = field.replace("T", old).replace("[[t]]", f"[[{small}]]")
    fields: dict[str, Value] = {"f": [written, {"value": "x", "gate": f"[[{old}]]"}], "spoils": [old]}
    source = PageSource("Page", fields=fields, body=body.replace("T", old).replace("[[t]]", f"[[{small}]]"))
    there = renamed(source, old, new)
    assume(identity(new) not in {identity(title) for title in _titles(source)})
    assert renamed(there, new, old) == source


def _titles(source: PageSource) -> set[str]:
    asked: set[str] = set()

    def note(title: str) -> bool:
        asked.add(title)
        return False

    rename_links(source, KIND, is_old=note, new="x")
    return asked
