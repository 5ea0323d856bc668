"""What a wiki is called: its own title, which is in its file, or else the file's name.

The title stands on every page of a copy, whoever it is made for: it is not gated, and must not give anything away.
"""

from __future__ import annotations

import unicodedata

from fanwiki.domain.change import Change
from fanwiki.domain.title import fold_spaces
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import FanwikiError
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say, written

LONGEST = 120
"""More does not fit into the head of a page."""


def title_of(wiki: WikiFile) -> str:
    """Return what the wiki is called."""
    return own_title(wiki) or wiki.path.stem


def own_title(wiki: WikiFile) -> str:
    """Return the title that the wiki was given; empty when it goes by its file's name."""
    with wiki.reading(CURATOR) as reader:
        return reader.title


def title_from(source: str) -> str:
    """Return what an import calls the wiki after its source; empty when nothing is left of that."""
    return plain_title(source)[:LONGEST].rstrip()


def put_title(wiki: WikiFile, title: str) -> Change:
    """Give the wiki a title, or none.

    Raises:
        FanwikiError: The title is too long.
    """
    problem = what_is_wrong(title)
    if problem:
        raise FanwikiError(say("The wiki cannot be called so."), problem)
    with wiki.writing() as writer:
        writer.put_title(plain_title(title))
    return Change(written("Name the wiki"))


def what_is_wrong(title: str) -> str:
    """Return what speaks against a title, in a sentence; empty when nothing does."""
    too_long = len(plain_title(title)) > LONGEST
    return say("A title of a wiki has at most %1 characters.", LONGEST) if too_long else ""


def plain_title(text: str) -> str:
    """Return a title in one line, without spaces around it and without control characters."""
    folded = fold_spaces("".join(char if char.isprintable() else " " for char in text))
    return unicodedata.normalize("NFC", folded)
