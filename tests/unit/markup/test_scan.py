from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.markup.findings import LeafKind, Scan, Syntax
from fanwiki.markup.scan import scan


def texts(found: Scan) -> list[str]:
    """Return the words of each block."""
    return [" ".join("".join(part.text for part in leaf.parts).split()) for leaf in found.leaves]


def spoilers(body: str) -> list[str]:
    return [body[spoiler.start : spoiler.end] for spoiler in scan(body).spoilers]


def callouts(body: str) -> list[str]:
    return [body[block.start : block.end] for block in scan(body).blocks]


def targets(body: str) -> list[str]:
    return [span.link.target for span in scan(body).links]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Hello *world* and **you_too** _x_ ==y== ~~z~~", ["Hello world and you_too x y z"]),
        ("a\nb\n\nc", ["a b", "c"]),
        ("# Head #\ntext", ["Head", "text"]),
        ("Head\n===\ntext\nmore\n---", ["Head", "text more"]),
        ("- a\n- [x] b\n  1. c", ["a", "b", "c"]),
        ("> a\n> b\nc", ["a b c"]),
        ("> [!note]- Title\n> text", ["Title", "text"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a b c d"]),
        ("[[A]] [[B|c]] [[D#E]] ![[f.png]] ![[G]] ![[h.png|caption|100]]", ["A c D > E G caption"]),
        ("[text](Page.md) ![alt](i.png) <http://x.org> [e](http://y)", ["text alt http://x.org e"]),
        ("a %%gone%% b <!-- gone --> c", ["a b c"]),
        ("%%\ngone\n\nall gone\n%%\nstays", ["stays"]),
        ("<!-- gone\n\nall gone -->\nstays", ["stays"]),
        ("a[^1] b\n\n[^1]: note", ["a b", "note"]),
        ("`code *x*` and $x_1$", ["code *x* and x_1"]),
        ("```py\ncode [[x]]\n```", ["code [[x]]"]),
        ("    code\n\ntext", ["code", "text"]),
        ("a &amp; b &lt;", ["a & b <"]),
        ("\\*not\\* \\[[x\\]]", ["*not* [[x]]"]),
        ("a<br>b <b title='x'>c</b>", ["a b c"]),
        ("text ^id", ["text"]),
        ("2*3 is 6", ["2*3 is 6"]),
    ],
)
def test_the_words_that_show_are_found(body: str, words: list[str]) -> None:
    assert texts(scan(body)) == words


@pytest.mark.parametrize(
    "body",
    [
        "```\n[[X]]\n```",
        "~~~~md\n```\n[[X]]\n```\n~~~~",
        "> ```\n> [[X]]\n> ```",
        "- a\n\n  ```\n  [[X]]\n  ```",
        "`[[X]]` and ``a ` [[X]]``",
        "    [[X]]",
        "- a\n\n      [[X]]",
        "%% [[X]] %%",
        "%%\n\n[[X]]\n\n%%",
        "<!-- [[X]] -->",
        "$[[X]]$ and $$\n[[X]]\n$$",
        "\\[[X]]",
        "[[X\n]]",
        "[^1]: see\n\n        [[X]]",
    ],
)
def test_in_code_comments_and_formulas_nothing_links(body: str) -> None:
    assert targets(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "[[X]]",
        "![[X]]",
        "![[X|100]]",
        "[[X|a label]]",
        "[[X#H|y]]",
        "[[X#^id]]",
        "| a |\n|---|\n| [[X\\|y]] |",
        "> > - [[X]]",
        "**[[X]]**",
        "[a](X)",
        "[a](X.md)",
        "[a](<X.md>)",
        '[a](X.md "title")',
        "![a](X)",
        "[a]: X.md",
        "- a\n\n    [[X]]",
        "text\n    [[X]]",
        "```\n[[X]]",
        "`a [[X]]",
        "$5 [[X]] $6",
        "50%% [[X]]",
        "[[X|`code`]]",
        "<div>\n[[X]]\n</div>",
        "||[[X]]||",
        "> [!spoiler] F\n> [[X]]",
        "[ [[X]]",
        "# [[X]]",
        "[^1]: [[X]]",
    ],
)
def test_every_form_of_link_is_found(body: str) -> None:
    assert targets(body) == ["X"]


def test_links_know_where_their_parts_stand() -> None:
    body = "see ![[Page One#H|lab]] and [x](Page%20Two.md#H) here"
    first, second = scan(body).links
    assert body[slice(*first.target)] == "Page One"
    assert first.label is not None
    assert body[slice(*first.label)] == "lab"
    assert (first.syntax, body[first.start : first.end]) == (Syntax.WIKI, "![[Page One#H|lab]]")
    assert body[slice(*second.target)] == "Page%20Two.md"
    assert (second.link.target, second.link.heading, second.link.label) == ("Page Two", "H", "x")
    assert second.syntax is Syntax.MARKDOWN


@pytest.mark.parametrize("address", ["http://x.org", "mailto:a@b.c", "//host/x", "javascript:x", "\\\\host\\x", ""])
def test_addresses_that_lead_out_are_no_pages(address: str) -> None:
    assert targets(f"[a]({address})") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a ||b|| c", ["||b||"]),
        ("||b||{Film A, Film B} c", ["||b||{Film A, Film B}"]),
        ("||b||{[[Film, The]]}", ["||b||{[[Film, The]]}"]),
        ("||a|| ||b||", ["||a||", "||b||"]),
        ("||a\nb||", ["||a\nb||"]),
        ("> ||a\n> b||", ["||a\n> b||"]),
        ("||a `code` b||", ["||a `code` b||"]),
        ("||a [[B]] c||", ["||a [[B]] c||"]),
        ("|| a || b", ["|| a ||"]),
        ("**||a||**", ["||a||"]),
        ("| x |\n|---|\n| \\|\\|a\\|\\|{F} |", ["\\|\\|a\\|\\|{F}"]),
        ("||a ` b|| ` c", ["||a ` b||"]),
        ("$5||a||6", ["||a||"]),
        ('<b title="||a||">', ["||a||"]),
        ("- ||a\n- b|| c", ["||a\n- b||"]),
    ],
)
def test_inline_spoilers_are_found(body: str, found: list[str]) -> None:
    assert spoilers(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "`||a||`",
        "```\n||a||\n```",
        "> - ```\n>   ||a||\n>   ```",
        "    ||a||",
        "$||a||$",
        "$$\n||a||\n$$",
        "a || b",
        "||  ||",
        "||||",
        "\\||a\\||",
        "| | a | |||",
        "\\|\\|a\\|\\|",
        "| a || b |\n|---|---|---|\n| c || d |",
        "%%||a||%%",
        "if a||b then",
    ],
)
def test_bars_that_are_text_are_no_spoilers(body: str) -> None:
    assert spoilers(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("text ||a secret\n\nmore", "||a secret"),
        ("|||a secret\n\nmore", "|||a secret"),
        ("more of a secret|| text\n\nmore", "more of a secret||"),
        ("||a\n\nb|| c", "||a"),
        ("a || b ||secret|| c", "|| b ||secret||"),
        ("||secret `x|| y", "||secret `x||"),
        ("```\n||secret||", "||secret||"),
        ("- `x\n- ||secret|| `y", "||secret||"),
        ("<pre>\n\n    ||secret||\n</pre>", "||secret||"),
        ("<div>\n```\n||secret||\n```\n</div>", "||secret||"),
        ("- a\n\n    ||secret||", "||secret||"),
        ("    code\ntext\n    ||secret||", "||secret||"),
        ("    code\n\ntext\n    ||secret||", "||secret||"),
        ("| a |\n|---|\n| x | ||secret|| |", "||secret||"),
        ("| a |\n|---|\n| x |\nthen ||secret||", "||secret||"),
        ("``` ||secret||\n```", "||secret||"),
        ("a `b <i title='`'> ||secret||`", "||secret||"),
    ],
)
def test_in_doubt_it_is_a_spoiler(body: str, found: str) -> None:
    assert spoilers(body)[0] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("> [!spoiler] A\n> b\n\nc", "[!spoiler] A\n> b"),
        ("> [!SPOILER]- A\n> b", "[!SPOILER]- A\n> b"),
        (">[!spoiler]\n>b", "[!spoiler]\n>b"),
        ("> [!spoiler|wide]+ A\n> b\n> \n> c\n\nd", "[!spoiler|wide]+ A\n> b\n> \n> c"),
        ("> [!spoiler] A\n> b\nlazy\nlines\n\nc", "[!spoiler] A\n> b\nlazy\nlines"),
        ("> [!spoiler] A\n> b\n# Heading", "[!spoiler] A\n> b"),
        ("> [!spoiler] A\n> b\n- item", "[!spoiler] A\n> b"),
        ("> [!spoiler] A\n>\n> b\n>\nout", "[!spoiler] A\n>\n> b"),
        ("> text\n> [!spoiler] A\n> b", "[!spoiler] A\n> b"),
        ("> > [!spoiler] A\n> > b\n>\n> c", "[!spoiler] A\n> > b"),
        ("- > [!spoiler] A\n  > b\n- > c", "[!spoiler] A\n  > b"),
        ("1. a\n   > [!spoiler] A\n   > b\n2. c", "[!spoiler] A\n   > b"),
        ("> [!spoiler] A\n> ```\n> b\n> ```\n\nc", "[!spoiler] A\n> ```\n> b\n> ```"),
        ("> [!spoiler] A\n>     b\n\nc", "[!spoiler] A\n>     b"),
        ("[^1]: > [!spoiler] A\n    > b\n\nc", "[!spoiler] A\n    > b"),
        ("> " * 300 + "[!spoiler] A\n" + "> " * 300 + "b", "[!spoiler] A\n" + "> " * 300 + "b"),
        ("> [!spoiler] A\n> %%\n> b\n> %% c\n\nd", "[!spoiler] A\n> %%\n> b\n> %% c"),
    ],
)
def test_spoiler_callouts_reach_to_their_quotes_end(body: str, found: str) -> None:
    assert callouts(body)[0] == found


def test_callouts_nest() -> None:
    found = scan("> [!spoiler] A\n> a\n>\n> > [!spoiler] B\n> > b\n>\n> c")
    assert [(block.parent, block.quotes) for block in found.blocks] == [(-1, 1), (0, 2)]
    assert [leaf.block for leaf in found.leaves] == [0, 1, 0]


def test_callouts_in_code_are_code() -> None:
    assert callouts("```\n> [!spoiler] A\n```\n\n    > [!spoiler] A\n") == []


def test_tags_ids_fields_and_queries_are_found() -> None:
    body = "#a/b #1 x#no (#c) #été `#d` [x](#e)\nkey:: v [in:: w] ^id\n\n```query\nkind:film\n```\n"
    found = scan(body)
    assert [place.text for place in found.tags] == ["a/b", "c", "été"]
    assert [place.text for place in found.ids] == ["id"]
    assert [(field.key, body[slice(*field.value)]) for field in found.fields] == [
        ("key", "v [in:: w] ^id"),
        ("in", "w"),
    ]
    assert [(block.language, body[slice(*block.inner)]) for block in found.code] == [("query", "kind:film\n")]


def test_headings_have_levels_and_a_fence_ends_nothing_of_them() -> None:
    found = scan("# A\n###### B ##\n####### no\n#no\n```\n# no\n```\nC\n-\n> ## D")
    headings = [leaf for leaf in found.leaves if leaf.kind is LeafKind.HEADING]
    assert [(leaf.level, "".join(part.text for part in leaf.parts)) for leaf in headings] == [
        (1, "A"),
        (6, "B"),
        (2, "C"),
        (2, "D"),
    ]


def test_every_line_end_counts_and_places_are_those_of_the_body() -> None:
    body = "# A\r\n\r\n> [!spoiler] F\r\n> ||b||\r\rc [[D]]"
    found = scan(body)
    assert [leaf.kind for leaf in found.leaves] == ["heading", "paragraph", "paragraph"]
    assert body[found.blocks[0].start : found.blocks[0].end].rstrip() == "[!spoiler] F\r\n> ||b||"
    assert body[found.links[0].start : found.links[0].end] == "[[D]]"


SIGNS = (
    "a|b c| |    |\t|\n|\n\n|\r\n|\r|> |- |1. |`|``|```|~~~|# |---|===|[[A]]|[[|]]|[|](|)|![|{F}|{|%%|<!--|-->|$|$$|"
    "<div>|<b|</pre>|<pre>|\\|#t|^i|[^1]|[^1]:|> [!spoiler] F\n|::|&"
)
SOUP = st.lists(st.sampled_from([*SIGNS.split("|"), "|", "||", "\\|"]), max_size=40).map("".join)


@settings(deadline=None)
@given(SOUP | st.text())
def test_a_scan_never_fails_and_its_places_are_in_order(body: str) -> None:
    found = scan(body)
    for spans in (found.spans, found.maths, [(link.start, link.end) for link in found.links]):
        assert all(0 <= start < end <= len(body) for start, end in spans)
    ends = [0, *(spoiler.end for spoiler in found.spoilers)]
    assert all(spoiler.start >= end for spoiler, end in zip(found.spoilers, ends, strict=False))
    assert all(block.start < block.end <= len(body) for block in found.blocks)
    assert all(-1 <= leaf.block < len(found.blocks) for leaf in found.leaves)
    starts = [part.start for leaf in found.leaves for part in leaf.parts]
    assert all(0 <= start <= len(body) for start in starts)


def test_a_scan_leaves_nothing_to_the_garbage_collector() -> None:
    body = "# Alien\n\n> [!spoiler] Alien\n> ||Ash|| is an *android*, see [[Ash]].\n\n`code`\n\n| a | b |\n|---|---|\n"
    scan(body)
    gc.collect()
    gc.disable()
    try:
        scan(body)
        assert gc.collect() == 0
    finally:
        gc.enable()
