"""HTML in which there is nothing to clean: plain blocks of text, emphasis and links into the wiki, and nothing else.

Parsing HTML as a browser does and writing it anew takes longer than anything else that is done to a plain page. This
grammar is narrow on purpose: every tag is written out in full and stands where HTML lets it stand, every address leads
into the wiki, every id is one of a heading. What has anything else in it goes to the cleaner, and so does what is too
long to be an ordinary page. A test holds that the cleaner leaves as it is whatever is settled.
"""

from __future__ import annotations

import re

LONGEST = 100_000

# Repetitions are possessive, so that a text which does not match is given up after one look at each character.
_TEXT = r"(?:[^<>&\x00-\x08\x0b-\x1f\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]++|&(?:amp|lt|gt);)"
_LINK = rf'<a href="wiki:[A-Za-z0-9%._~-]*+(?:#[A-Za-z0-9%._~^-]*+)?+"(?: data-l="1")?+>{_TEXT}*+</a>'
_WORDS = rf"(?:{_TEXT}|{_LINK})*+"
_LINE = rf"(?:{_TEXT}|{_LINK}|<em>{_WORDS}</em>|<strong>{_WORDS}</strong>)*+"
_PARAGRAPH = rf"<p>{_LINE}</p>"
_HEADING = rf'<h[2-6] id="s-[\w-]++">{_LINE}</h[2-6]>'
_ITEMS = rf"(?:<li>{_LINE}</li>\n)++"
_LIST = rf"<[ou]l>{_ITEMS}</[ou]l>"
# No group is captured: with possessive repetitions, Python 3.11 may lose count of groups.
_SETTLED = re.compile(rf"(?:(?:{_PARAGRAPH}|{_HEADING}|{_LIST}|<hr>)(?:\n|\Z))*+")

# Which of these tags closes which is looked at apart: an expression for each would take longer to compile than a page.
_PAIRED = re.compile("</?(h[2-6]|[ou]l)[ >]")


def is_settled(html: str) -> bool:
    """Tell whether the cleaner would surely leave HTML as it is; takes time in proportion to its length."""
    if len(html) > LONGEST or _SETTLED.fullmatch(html) is None:
        return False
    names = _PAIRED.findall(html)  # none stands within another
    return names[::2] == names[1::2]
