"""What the scanner leaves alone because it is code, the renderer shows as code."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fanwiki.domain.gate import EVERYTHING, Gate
from fanwiki.markup.pipeline import BodyPipeline
from fanwiki.markup.redact import redact_text

SECRET = "Zsecretz"
PLANTED = (f" ||{SECRET}||", f" ||a {SECRET} b||", f" ||{SECRET}||{{F}}", f"\n\n> [!spoiler] F\n> {SECRET}\n")
SIGNS = (
    "a¦b c¦ ¦  ¦    ¦\t¦\n¦\n\n¦\r\n¦\r¦> ¦>¦- ¦1. ¦14. ¦* ¦+ ¦`¦``¦```¦~~~¦```py\n¦\n```\n¦\n~~~\n¦# ¦\n---\n¦===¦*¦**"
    "¦_¦==¦[[A]]¦[[A|b]]¦![[i.png]]¦[x](P.md)¦[x]: P.md¦<div>¦</div>¦<b>¦<pre>\n¦</pre>¦<!--¦-->¦%%¦\\¦{F}¦{¦}¦$¦$$¦#t"
    "¦^id¦\n|a|b|\n|-|-|\n¦| c | d |\n¦[^1]¦[^1]: ¦[!spoiler] F¦> [!spoiler] F\n¦> [!note] T\n¦&amp;¦k:: v¦[¦]¦(¦)¦!"
).split("¦")
ALL_FILMS = Gate(frozenset((EVERYTHING,)))
_CODE = re.compile(r"<code.*?</code>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")

SOUP = st.lists(st.sampled_from(SIGNS), max_size=12)
PIPELINE = BodyPipeline()


@settings(max_examples=1500, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(SIGNS), max_size=12),
    st.sampled_from(PLANTED),
    st.lists(st.sampled_from(SIGNS), max_size=12),
)
@example(["<div>", "$$"], PLANTED[0], ["$$"])
@example(["[^1]: ", "```py\n"], PLANTED[0], ["```"])
@example(["    code\n", "text\n", "    "], PLANTED[0], [])
@example(["- a\n", "</div>", "\n~~~\n"], PLANTED[0], ["\n~~~\n"])
@example(["<pre>\n", "\n```\n"], PLANTED[0], ["</pre>", "\n```\n"])
@example(["%%", "a", "%%", "+ ", "a", "\n\n", "\t", "* "], PLANTED[0], [])
@example(["* ", "> [!spoiler] F\n", "[^1]", "a", "\n\n", "\t", "*  "], PLANTED[1], [])
@example(["> [!note] T\n", "</pre>", "\n~~~\n", "a\n\n"], PLANTED[3], ["\n~~~\n"])
def test_a_spoiler_is_hidden_or_shown_as_code(before: list[str], planted: str, after: list[str]) -> None:
    body = "".join((*before, planted, *after))
    masked = redact_text(body, ALL_FILMS, sees=lambda gate: gate.is_open)
    if SECRET in masked:
        shown = _TAGS.sub("", _CODE.sub("", PIPELINE.html(masked)))
        assert SECRET not in shown, masked
