"""What is what in a page's Markdown: code, comments, formulas, headings, links, tags, spoilers, words that show.

The authority for everything that derives from a body: search, links, gates, what is withheld from whom, what a rename
rewrites. The renderer is only ever given text from which the withheld parts are gone.

One pass over the lines finds the blocks (`lines`), one over each block's text what stands in it (`spans`), one over the
bars of each stretch between blank lines which of them are spoilers (`bars`). All are linear in the length of the
body, and none of them raises. Where two readers of Markdown could disagree whether something is code, it is not: in
code a spoiler is only text, so in doubt it is hidden.
"""

from __future__ import annotations

import re

from fanwiki.markup.findings import Scan
from fanwiki.markup.scanner.lines import LineScanner


def scan(body: str) -> Scan:
    """Find out what is what in a body. Linear in its length; never raises."""
    found = Scan(body)
    LineScanner(_with_newlines(body), found).run()
    return found


def _with_newlines(body: str) -> str:
    """Return the body with every line ending in ``\\n``, as long as before."""
    if "\r" not in body:
        return body
    return re.sub(r"\r", "\n", body.replace("\r\n", " \n"))
