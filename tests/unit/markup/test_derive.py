from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.domain.document import Document
from fanwiki.domain.gate import EVERYTHING, OPEN, SPECULATION, Gate
from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.domain.words import words
from fanwiki.markup.derive import derive, link_targets
from fanwiki.markup.render import Renderer
from fanwiki.paths import resources

ARTICLE = Kind("article", "Article", "Articles", toml="name = 'article'")
ALL = Gate(frozenset((EVERYTHING,)))
A, B = Gate.of("A"), Gate.of("B")
HIDDEN = {"Hidden": A, "Hidden B": B}


def kind(name: str) -> Kind:
    return read_kind((resources() / "kinds" / f"{name}.toml").read_text("utf-8"))


def gate_of(title: str) -> Gate:
    return HIDDEN.get(identity(title), OPEN)


def of(body: str, of_kind: Kind = ARTICLE, **fields: Value) -> Document:
    return derive(PageSource("Page", of_kind.name, fields, body), of_kind, gate_of=gate_of)


def segments(document: Document) -> list[tuple[str, str, Gate]]:
    return [(segment.heading, segment.text, segment.gate) for segment in document.segments]


def test_a_page_is_found_by_its_title_and_aliases() -> None:
    document = of("", aliases=["One", {"value": "||Two||", "gate": "A"}, 1917])
    assert [(name.text, name.is_title, name.gate) for name in document.names] == [
        ("Page", True, OPEN),
        ("One", False, OPEN),
        ("Two", False, A | ALL),
        ("1917", False, OPEN),
    ]


def test_a_page_that_spoils_a_film_is_gated_whole() -> None:
    document = of("# H\ntext [[X]] #tag ^id", spoils="[[A]]", status="x", aliases="y")
    assert document.gate == A
    assert all(A.films <= gate.films for gate in document.gates())
    assert len(list(document.gates())) > 8


def test_pages_of_a_rumour_kind_are_speculation() -> None:
    document = of("||secret||", kind("speculation"))
    assert document.gate.films == {SPECULATION}
    assert segments(document)[-1][2].films == {SPECULATION, EVERYTHING}


def test_a_spoiler_that_names_no_film_is_of_its_callout_its_film_or_its_pages_films() -> None:
    body = "||x||\n\n> [!spoiler] B\n> ||y||\n\n> [!spoiler]\n> z"
    assert segments(of(body)) == [("", "x\nz", ALL), ("", "y", B)]
    page = Gate.of("Page")
    assert {gate for *_, gate in segments(of(body, kind("film")))} == {page, B}
    assert {gate for *_, gate in segments(of(body, spoils="A"))} >= {A, A | B}


def test_gates_of_nested_spoilers_add_up() -> None:
    document = of("> [!spoiler] A\n> one ||two||{B} [[X]]\n>\n> > [!spoiler] B\n> > three ||four||{C}\n")
    assert segments(document) == [
        ("", "one X", A),
        ("", "two\nthree", A | B),
        ("", "four", A | B | Gate.of("C")),
    ]
    assert document.links[0].gate == A


def test_sections_are_divided_by_what_stands_before_their_words() -> None:
    document = of("top\n\n## One ##\na ||b||{A} c\n\n## Two\n> [!spoiler] B\n> d\n\ne\n")
    assert segments(document) == [
        ("", "top", OPEN),
        ("One", "a c", OPEN),
        ("One", "b", A),
        ("Two", "e", OPEN),
        ("Two", "d", B),
    ]
    assert [segment.anchor for segment in document.segments] == ["", "one", "one", "two", "two"]
    assert document.words == 8


def test_words_under_a_hidden_heading_stand_under_the_last_one_that_may_be_seen() -> None:
    document = of("## Open\n\n## The fall of [[Hidden]]\nopen words ||hidden words||{A}\n")
    assert segments(document) == [
        ("Open", "", OPEN),
        ("The fall of Hidden", "hidden words", A),
        ("Open", "open words", OPEN),
    ]
    assert [(heading.text, heading.gate) for heading in document.headings] == [
        ("Open", OPEN),
        ("The fall of Hidden", A),
    ]


def test_the_films_of_a_spoiler_in_a_heading_are_no_part_of_its_name() -> None:
    document = of("## The end ||of the mayor||{A}\ntext\n")
    assert [(heading.text, heading.anchor, heading.gate) for heading in document.headings] == [
        ("The end of the mayor", "the-end-of-the-mayor", A)
    ]
    with Renderer() as renderer:
        assert [heading.id for heading in renderer.body("## The end ||of the mayor||{A}").headings] == [
            "s-the-end-of-the-mayor"
        ]


def test_a_heading_in_a_callout_ends_with_it() -> None:
    document = of("## Out\n> [!note] x\n> ## In\n> a\n\nb\n")
    assert segments(document) == [("Out", "x\nb", OPEN), ("In", "a", OPEN)]


def test_naming_a_gated_title_is_gated_and_labels_are_not() -> None:
    document = of("see [[Hidden]], [[Hidden|somebody]], [[Hidden|hidden]] and ![[Hidden B]] [x](Hidden.md)")
    assert [(link.target, link.label, link.gate) for link in document.links] == [
        ("Hidden", None, A),
        ("Hidden", "somebody", A),
        ("Hidden", "hidden", A),
        ("Hidden B", None, B),
        ("Hidden", "x", A),
    ]
    assert document.links[1].labelled_gate == OPEN
    assert segments(document) == [
        ("", "see , somebody, and x", OPEN),
        ("", "Hidden hidden", A),
        ("", "Hidden B", B),
    ]


def test_a_record_that_names_a_gated_title_is_gated_whole() -> None:
    document = of("", kind("film"), cast=[{"character": "[[Hidden]]", "performer": "[[P]]", "billing": 1}])
    assert {fact.gate for fact in document.facts} == {A}
    assert [(link.field, link.target, link.gate) for link in document.links] == [
        ("cast.character", "Hidden", A),
        ("cast.performer", "P", A),
    ]


def test_a_link_to_a_gated_heading_of_the_same_page_is_gated() -> None:
    document = of("[[#The end]] [[Page#The end|shown]]\n\n> [!spoiler] A\n> ## The end\n")
    assert [(link.heading, link.gate) for link in document.links] == [("The end", A), ("The end", A)]
    assert ("", "shown", OPEN) in segments(document)


def test_facts_are_typed() -> None:
    document = of(
        "status:: released\nbox office:: 12\n[released:: 2021]",
        kind("film"),
        released=["2020-12-25", {"date": "Fall 2026", "country": "UK"}],
        runtime=97,
        director="[[Robert|R.]]",
        tagline="fun",
    )
    facts = [
        (fact.field, fact.item, fact.sub, fact.text, fact.target, fact.number, fact.earliest, fact.latest)
        for fact in document.facts
    ]
    assert facts == [
        ("released", 0, "date", "2020-12-25", None, None, "2020-12-25", "2020-12-25"),
        ("released", 1, "date", "Fall 2026", None, None, "2026-09-01", "2026-11-30"),
        ("released", 1, "country", "UK", None, None, None, None),
        ("runtime", 0, "", "97", None, 97.0, None, None),
        ("director", 0, "", "R.", "Robert", None, None, None),
        ("tagline", 0, "", "fun", None, None, None, None),
        ("status", 0, "", "released", None, None, None, None),
        ("box-office", 0, "", "12", None, None, None, None),
        ("released", 2, "date", "2021", None, None, "2021-01-01", "2021-12-31"),
    ]


def test_fields_in_the_text_stand_behind_what_is_around_them() -> None:
    document = of("power:: flight ||and more||{B}\n\n> [!spoiler] A\n> - weakness:: [[X]]\n")
    assert [(fact.field, fact.text, fact.target, fact.gate) for fact in document.facts] == [
        ("power", "flight and more", None, B),
        ("weakness", "X", "X", A),
    ]


def test_tags_come_from_fields_and_text() -> None:
    document = of("#Body/sub ||#hidden||{A} #one", tags=["#one", "two words", {"value": "gated", "gate": "B"}])
    assert [(tag.name, tag.gate) for tag in document.tags] == [
        ("one", OPEN),
        ("two words", OPEN),
        ("gated", B),
        ("Body/sub", OPEN),
        ("hidden", A),
    ]
    assert [tag.name for tag in of("", tags="a, #b c").tags] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("||open", "open-spoiler"),
        ("||a||{F", "torn-films"),
        ("```\ncode", "open-code"),
        ("released:: never ever", "wrong-date"),
    ],
)
def test_what_the_author_should_look_at_is_told(body: str, code: str) -> None:
    assert [problem.code for problem in of(body, kind("film")).problems] == [code]


def test_a_kind_that_the_wiki_does_not_have_is_told() -> None:
    unknown = Kind("starship", "starship", "starship")
    assert [problem.code for problem in of("", unknown).problems] == ["unknown-kind"]


def test_problems_stand_behind_what_they_tell_of() -> None:
    document = of("> [!spoiler] A\n> ||open", kind("film"), released={"value": "never ever", "gate": "B"})
    assert {problem.code: problem.gate for problem in document.problems} == {"wrong-date": B, "open-spoiler": A}


def test_every_title_whose_gate_may_be_asked_is_told_before() -> None:
    source = PageSource(
        "Page",
        "film",
        {"cast": [{"character": "[[A]]"}], "spoils": "[[B]]", "odd": {"x": ["[[C]]"]}},
        "[[D]] [e](E.md) %%[[F]]%% key:: [[G]]\n\n> [!spoiler] H\n> ![[I]]",
    )
    asked = set()

    def note(title: str) -> Gate:
        asked.add(title)
        return OPEN

    derive(source, kind("film"), gate_of=note)
    assert asked == link_targets(source, kind("film")) == {"A", "B", "C", "D", "E", "G", "I"}


WORDS = ("zero", "one", "two", "über", "日本", "snake_case", "o'neill", "x1", "2026", "हिन्दी")
FORMS = (
    "{}",
    "**{}**",
    "_{}_ ==x==",
    "[[{}]]",
    "[[Page|{}]]",
    "[{}](http://x)",
    "`{}`",
    "||{}||",
    "# {}",
    "{}\n===",
    "> {}",
    "> [!note] {}",
    "> [!spoiler] F\n> {}",
    "- {}\n- x",
    "1. {}",
    "| {} | x |\n|---|---|\n| y | z |",
    "| x |\n|---|\n| \\|\\|{}\\|\\| |",
    "```\n{}\n```",
    "    {}",
    "${}$",
    "<b>{}</b>",
    "key:: {}",
    "[^1]: {}",
    "- [ ] {}",
    "#{}",
    "a{}",
    "[ {} ]",
    "{} ^id",
    "\\*{}\\*",
    "![[i.png|a {}]]",
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(WORDS)), max_size=8))
def test_segments_together_hold_every_word_that_shows(blocks: list[tuple[str, str]]) -> None:
    document = of("\n\n".join(form.replace("{}", word) for form, word in blocks))
    found = {word for segment in document.segments for word in words(f"{segment.heading}\n{segment.text}")}
    for form, word in blocks:
        shown = f"a{word}" if form == "a{}" else word
        assert set(words(shown)) <= found, (form, word)


@settings(deadline=None)
@given(st.text(), st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.none(), max_size=3))
def test_no_page_is_an_error(title: str, body: str, fields: dict[str, Value]) -> None:
    document = derive(PageSource(title, "film", fields, body), kind("film"), gate_of=gate_of)
    assert document.names[0].text == title
