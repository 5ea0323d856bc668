from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fanwiki.domain.page import PageSource, Value
from fanwiki.errors import FanwikiError
from fanwiki.markup.frontmatter import read_markdown, write_markdown

SIGNS = "- :#[]{}|>\"'\n\r\t\\,&*!%@`?~=0123456789.eE+nulltrue\x00\x85\u2028\ufeff"
TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(SIGNS)), max_size=30)
LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)
FIELDS = st.dictionaries(TEXT, VALUE, max_size=5)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT.filter(bool), FIELDS, TEXT)
@example("T", "film", {"title": "a field of that name", "kind": ["too"]}, "---\nbody: no front matter\n---\n")
@example("1917", "true", {"null": "null", "no": "yes", "a b": "12:30", "x" * 2000: [[], {}]}, "\r\nwith CRLF\r\n")
@example("", "article", {"text": "two\nlines\n", "more": "  indented\n\n\nlines", "end": "a\n\n"}, "\n\n\nblank lines")
@example("T", "k", {"nested": [["[[a]]"], [["a"]], [[[1.0, 1e300, -0.0]]]]}, "no newline at the end")
def test_writing_and_reading_a_page_gives_the_same_page(
    title: str, kind: str, fields: dict[str, Value], body: str
) -> None:
    source = PageSource(title, kind, fields, body)
    text = write_markdown(source)
    read, problems = read_markdown(text)
    assert read == source
    assert list(read.fields) == list(fields)
    assert repr(read.fields) == repr(fields)
    assert not problems
    assert write_markdown(read) == text


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=st.sampled_from(SIGNS + "ab"), max_size=60))
def test_any_front_matter_is_read_or_kept_with_a_word(text: str) -> None:
    whole = f"---\n{text}\n---\nbody\n"
    source, problems = read_markdown(whole)
    if source.body == whole:
        assert not source.fields
    elif not problems:
        again, _ = read_markdown(write_markdown(source))
        assert repr(again) == repr(source)  # compared as text, since .nan equals nothing


def test_front_matter_reads_as_people_write_it() -> None:
    source, problems = read_markdown(
        "---\ntitle: We Can Be Heroes\nkind: film\nreleased: 2020-12-25\nruntime: 97\nscore: 4.5\nsequel: yes\n"
        "done: true\nnote: null\ntime: 12:30\ndirector: [[Robert Rodriguez]]\ncast: [[[A]], [[B|c]]]\n"
        'quoted: "[[X]]"\nlist:\n- one\n- [[Film, The]]\n---\n\nBody\n'
    )
    assert not problems
    assert (source.title, source.kind, source.body) == ("We Can Be Heroes", "film", "Body\n")
    assert source.fields == {
        "released": "2020-12-25",
        "runtime": 97,
        "score": 4.5,
        "sequel": "yes",
        "done": True,
        "note": None,
        "time": "12:30",
        "director": "[[Robert Rodriguez]]",
        "cast": ["[[A]]", "[[B|c]]"],
        "quoted": "[[X]]",
        "list": ["one", "[[Film, The]]"],
    }


def test_pages_are_written_as_people_like_to_read_them() -> None:
    fields: dict[str, Value] = {
        "aliases": ["WCBH", "Yes, really"],
        "cast": [{"character": "[[Missy]]", "billing": 1, "gate": "[[Film]]"}],
        "resolution": "One line.\n\nAnother.",
        "answer": "true",
        "empty": [],
    }
    assert write_markdown(PageSource("Héros", "film", fields, "Body.\n")) == (
        '---\ntitle: "Héros"\nkind: film\naliases:\n  - WCBH\n  - Yes, really\ncast:\n  - character: "[[Missy]]"\n'
        '    billing: 1\n    gate: "[[Film]]"\nresolution: |-\n  One line.\n\n  Another.\nanswer: "true"\nempty: []\n'
        "---\n\nBody.\n"
    ).replace('"Héros"', "Héros")


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("a: [1, 2", "the bracket in line 2"),
        ("a: b: c", "line 2 has a colon"),
        ('a: 1\nb: "c', "the quotes that begin in line 3"),
        ("a: 1\nb", "line 3 has a name without a colon"),
        ("a:\n\tb: 1", "line 3 is indented by a tab"),
        ("a: @b", "line 2 has a value that needs quotes"),
        ('a: "C:\\queue"', "backslash"),
        ('a: "b" c', "line 2 is no YAML"),
        ("a: &x 1\nb: *x", "anchors"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: !!python/object/apply:os.system [x]", "tag"),
        ("a: !!set {x: y}", "tag"),
        ("? [a]\n: b", "name"),
        ("a: {b: 1, b: 2}", "twice"),
        ("a: 1\n...\nb: 2", "document"),
        ("a: " + "[" * 500 + "]" * 500, "deeper"),
        ("a: \x00", "character"),
    ],
)
def test_broken_front_matter_stays_in_the_text_and_is_told(front: str, reason: str) -> None:
    text = f"---\n{front}\n---\nbody"
    source, problems = read_markdown(text, title="T")
    assert source == PageSource("T", body=text)
    assert [problem.code for problem in problems] == ["broken-front-matter"]
    assert reason in problems[0].text


@pytest.mark.parametrize(
    "text", ["", "no front matter", "---\nfoo\n---\nbar", "---\n- a\n---\n", "---\nunfinished: 1\n"]
)
def test_text_without_front_matter_is_all_body(text: str) -> None:
    assert read_markdown(text) == (PageSource("", body=text), ())


def test_brackets_that_open_without_end_are_refused_at_once() -> None:
    for front in ("[" * 100_000, "a: " + "[" * 100_000, "[a," * 100_000):
        text = f"---\n{front}\n---\n"
        assert read_markdown(text)[0].body == text


def test_a_name_that_stands_twice_keeps_both_values() -> None:
    source, problems = read_markdown("---\nstatus: open\nstatus: closed\n---\n")
    assert source.fields == {"status": "open", "status_2": "closed"}
    assert [problem.code for problem in problems] == ["double-field"]


def test_a_title_is_only_given_where_the_text_has_none() -> None:
    assert read_markdown("---\ntitle: Own\n---\n", title="Given")[0].title == "Own"
    assert read_markdown("---\nkind: film\n---\n", title="Given")[0].title == "Given"
    assert read_markdown("\ufeff---\r\ntitle: 1917\r\n---\r\n\r\nBody\r\n")[0] == PageSource("1917", body="Body\r\n")


def test_what_could_not_be_read_again_is_not_written() -> None:
    deep: Value = "x"
    for _ in range(70):
        deep = [deep]
    with pytest.raises(FanwikiError):
        write_markdown(PageSource("T", fields={"deep": deep}))
