"""Pages with secrets behind every grain of gate, alone and in one another, and what opens each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity

FILMS = ("Alpha", "Beta", "Good, Bad and Ugly")

INLINE_PLACES = (
    "before {} after",
    "{}",
    "- {} in a list",
    "- a\n  - [ ] {} in a task",
    "1. one\n\n   two {} three",
    "> {} in a quote",
    "> [!note] Title {}\n> text",
    "> [!tip]- Title\n> > nested {} deep",
    "## Heading {} of a section",
    "Heading {} again\n===",
    "**bold {} bold** and _{}_ no",
    "[a label with {}](Open%20Page.md) here",
    "<b>{}</b> in HTML",
    "<div>\n{}\n</div>",
    "text[^1]\n\n[^1]: note {} end",
    "key:: value {} end",
    "a\nb {}\nc",
    "`code` {} `code`",
    "$x$ {} 5$",
    "%%note%% {} %%note%%",
    "x {} ^block-id",
    "end with two spaces {}  \nnext",
)
CELL_PLACES = (
    "| a | b |\n|---|---|\n| {} | d |",
    "a|b\n-|-\nc|{}",
    "> | a | b |\n> |:-:|--:|\n> | c | {} |",
)
BLOCK_PLACES = (
    "{}",
    "text before\n{}",
    "> outer\n>\n{> }",
    "> [!note] Outer\n{> }",
    "- item\n\n{  }",
    "- item\n{  }\n- next item",
    "1. item\n{   }",
    "- a\n  - b\n\n{    }",
    "> - item\n{>   }",
)
BLOCK_CONTENTS = (
    "> {}",
    "> # {}\n> text",
    "> text\n>\n> {}",
    "> - {}\n>   - more",
    "> ```\n> {}\n> ```",
    "> | a |\n> |---|\n> | {} |",
    "> text #tag\nlazy {}",
    "> key:: {}",
    "> ![[{}.png]] ^id",
    "> [[Open Page|{}]]",
    "> %%{}%% text",
    "> <div>{}</div>",
    "> > [!quote] who\n> > {}",
)


@dataclass
class Planted:
    """A page and its secrets.

    Args:
        blocks: Blocks of its body.
        fields: Its fields.
        secrets: What must be seen for each secret word.
        titles: The gates of the titles it mentions.
        drawn: How many field values were drawn.
    """

    blocks: list[str] = field(default_factory=list)
    fields: dict[str, Value] = field(default_factory=dict)
    secrets: dict[str, Gate] = field(default_factory=dict)
    titles: dict[str, Gate] = field(default_factory=dict)
    drawn: int = 0

    def secret(self, gate: Gate) -> str:
        """Make up the next secret word."""
        word = f"Zq{len(self.secrets)}secret"
        self.secrets[word] = gate
        return word

    def gate_of(self, title: str) -> Gate:
        """Return the gate of a title."""
        return self.titles.get(identity(title), OPEN)

    def source(self, kind: str, spoils: list[str], newline: str) -> PageSource:
        """Return the page."""
        fields = dict(self.fields)
        if spoils:
            fields["spoils"] = [f"[[{film}]]" for film in spoils]
        return PageSource("The Page", kind, fields, "\n\n".join(self.blocks).replace("\n", newline))


def films() -> st.SearchStrategy[list[str]]:
    """Draw films that a gate names, maybe none."""
    return st.lists(st.sampled_from(FILMS), max_size=2, unique=True)


def named(names: list[str]) -> str:
    """Write the films of a gate."""
    if any("," in name for name in names):
        return " ".join(f"[[{name}]]" for name in names)
    return ", ".join(names)


@st.composite
def planted_pages(draw: st.DrawFn, *, unnamed: Gate) -> Planted:
    """Draw a page; `unnamed` is the gate of a spoiler on it that names no film."""
    page = Planted()
    for _ in range(draw(st.integers(1, 5))):
        maker = draw(st.sampled_from((_inline, _cell, _block, _block, _mention, _field, _open_text)))
        maker(draw, page, unnamed)
    return page


def _gate(names: list[str], unnamed: Gate) -> Gate:
    return Gate.of(*names) if names else unnamed


def _inline(draw: st.DrawFn, page: Planted, unnamed: Gate) -> None:
    names = draw(films())
    place = draw(st.sampled_from(INLINE_PLACES))
    if place.startswith("text[^1]") and any("[^1]" in block for block in page.blocks):
        place = "{}"
    page.blocks.append(place.replace("{}", _bars(page, names, unnamed, "||"), 1).replace("{}", "plain"))


def _cell(draw: st.DrawFn, page: Planted, unnamed: Gate) -> None:
    names = draw(films())
    page.blocks.append(draw(st.sampled_from(CELL_PLACES)).replace("{}", _bars(page, names, unnamed, "\\|\\|")))


def _bars(page: Planted, names: list[str], unnamed: Gate, bars: str) -> str:
    listed = f"{{{named(names)}}}" if names else ""
    return f"{bars}a {page.secret(_gate(names, unnamed))} b{bars}{listed}"


def _block(draw: st.DrawFn, page: Planted, unnamed: Gate) -> None:
    outer = draw(films())
    gate = _gate(outer, unnamed)
    fold = draw(st.sampled_from(("", "-", "+")))
    title = draw(st.sampled_from(("[!spoiler]", "[!SPOILER]", "[!spoiler|wide]")))
    lines = [f"> {title}{fold} {named(outer)}".rstrip()]
    lines += draw(st.sampled_from(BLOCK_CONTENTS)).replace("{}", page.secret(gate)).split("\n")
    if draw(st.booleans()):
        inner = draw(films())
        both = gate | Gate.of(*inner)
        lines += [">", f"> inner {_marked(page, inner, both)}"]
    if draw(st.booleans()):
        inner = draw(films())
        both = gate | Gate.of(*inner)
        lines += [">", f"> > [!spoiler] {named(inner)}".rstrip(), f"> > {page.secret(both)}"]
    page.blocks.append(_indented(draw(st.sampled_from(BLOCK_PLACES)), lines))


def _marked(page: Planted, names: list[str], gate: Gate) -> str:
    return f"||{page.secret(gate)}||" + (f"{{{named(names)}}}" if names else "")


def _indented(place: str, lines: list[str]) -> str:
    start, _, rest = place.partition("{")
    indent, _, end = rest.partition("}")
    return start + "\n".join(indent + line if not line.startswith("lazy") else line for line in lines) + end


def _mention(draw: st.DrawFn, page: Planted, unnamed: Gate) -> None:
    names = draw(st.lists(st.sampled_from(FILMS), min_size=1, max_size=2, unique=True))
    gate = Gate.of(*names)
    title = page.secret(gate)
    page.titles[title] = gate
    form = draw(
        st.sampled_from(
            (
                "[[{0}]]",
                "![[{0}]]",
                "[[{0}#Part]]",
                "[[{0}#^block]]",
                "[[{0}|{0}]]",
                "[[{0}|shown]]",
                "[[ {0} ]]",
                "[{0}]({0}.md)",
                "[shown]({0}.md)",
                "[shown](<{0}.md> 'x')",
                "![shown]({0}.md)",
                "%%[[{0}]]%%",
                "<!-- [[{0}]] -->",
            )
        )
    ).format(title)
    place = draw(st.sampled_from((*INLINE_PLACES, *CELL_PLACES)))
    if "|" in form and "|-" in place:
        form = form.replace("|", "\\|")
    if "](Open" in place or place.startswith("text[^1]"):
        place = "{}"
    page.blocks.append(place.replace("{}", form, 1).replace("{}", "plain"))


def _field(draw: st.DrawFn, page: Planted, unnamed: Gate) -> None:
    names = draw(st.lists(st.sampled_from(FILMS), min_size=1, max_size=2, unique=True))
    gate = Gate.of(*names)
    written: Value = [f"[[{name}]]" for name in names] if draw(st.booleans()) else list[Value](names)
    page.drawn += 1
    number = page.drawn
    value = draw(st.sampled_from(list(_field_values(page, gate, written, number, unnamed))))
    page.fields[value[0]] = value[1]
    # Only the value that was drawn is on the page.
    told = repr(page.fields) + repr(page.blocks)
    for word in [word for word in page.secrets if word not in told]:
        del page.secrets[word]
        page.titles.pop(word, None)


def _field_values(page: Planted, gate: Gate, written: Value, number: int, unnamed: Gate) -> Iterator[tuple[str, Value]]:
    yield "aliases", ["Open alias", {"value": f"Alias {_numbered(page, gate, number, 0)}", "gate": written}]
    yield "tags", ["open", {"value": _numbered(page, gate, number, 1), "gate": written}]
    yield "status", {"value": _numbered(page, gate, number, 2), "gate": written}
    yield "species", {"value": ["x", _numbered(page, gate, number, 3)], "gate": written}
    yield "relatives", [{"who": "[[Open]]"}, {"who": f"[[{_numbered(page, gate, number, 4)}]]", "gate": written}]
    yield "relatives", [{"who": "[[Open]]", "relation": {"value": _numbered(page, gate, number, 5), "gate": written}}]
    mentioned = _numbered(page, gate, number, 6)
    page.titles[mentioned] = gate
    yield "affiliation", ["[[Open]]", f"[[{mentioned}]]"]
    yield "relatives", [{"who": f"[[{mentioned}|her]]", "relation": "sister"}, {"who": "[[Open]]"}]
    yield "unknown", {"deep": [{"deeper": f"see [[{mentioned}]]"}], "open": 1}
    yield "occupation", f"a ||{_numbered(page, gate, number, 7)}|| b".replace("|| b", f"||{{{named_of(written)}}} b")
    yield "unheard", [{"gate": written, "nested": [[_numbered(page, gate, number, 8)]]}, "open"]
    yield "occupation", [f"||{_numbered(page, unnamed, number, 9)}||"]
    inner: Value = {"who": "[[Open]]", "relation": {"value": _numbered(page, gate, number, 10), "gate": written}}
    page.secrets[f"Zq{number}field10secret"] = gate | Gate.of("Alpha")
    yield "relatives", [{"value": inner, "gate": "[[Alpha]]"}]
    yield "relatives", f"a ||{_numbered(page, unnamed, number, 13)}|| b"
    yield "relatives", ["[[Open]]", f"||[[{_numbered(page, gate, number, 14)}]]||{{{named_of(written)}}}"]
    yield "image", {"value": f"{_numbered(page, gate, number, 11)}.png", "gate": written}
    yield "gallery", [f"![[{_numbered(page, gate, number, 12)}.png]] ||x||{{{named_of(written)}}}", "open.png"]


def named_of(written: Value) -> str:
    """Write the films of a field's gate in braces."""
    names = [str(name).strip("[]") for name in written] if isinstance(written, list) else []
    return named(names)


def _numbered(page: Planted, gate: Gate, number: int, kind: int) -> str:
    word = f"Zq{number}field{kind}secret"
    page.secrets[word] = gate
    return word


def _open_text(draw: st.DrawFn, page: Planted, unnamed: Gate) -> None:
    page.blocks.append(
        draw(
            st.sampled_from(
                (
                    "plain *words* here",
                    "```\n||a|| [[x]]\n```",
                    "`a || b`",
                    "$$\na || b\n$$",
                    "a || b",
                    "<pre>\n\nx\n</pre>",
                    "# Heading",
                    "- list\n- more",
                    "---",
                    "[ref]: Open.md",
                    "    code ||x||",
                )
            )
        )
    )
