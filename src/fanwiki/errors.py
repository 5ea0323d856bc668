"""What can go wrong in ways a user can act on.

Everything here is shown as written: one sentence of what happened, one of what to do.
Any other exception that reaches an edge of the program is a bug.
"""

from __future__ import annotations

from fanwiki.wording import say


class FanwikiError(Exception):
    """An expected failure, told in the user's words and language: a text without values is translated here.

    Args:
        text: What happened, a whole sentence.
        hint: What the user can do about it, a whole sentence or empty.
    """

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.text = say(text)
        self.hint = say(hint)

    def __str__(self) -> str:
        return f"{self.text} {self.hint}".strip()


class TitleError(FanwikiError):
    """A title that no page can have."""


class TitleTakenError(FanwikiError):
    """Another page already has this title."""


class NotFoundError(FanwikiError):
    """No page, revision, attachment or file is there by this name for this viewer."""


class WikiFileError(FanwikiError):
    """The file cannot be opened, read or written as a wiki."""


class DamagedFileError(WikiFileError):
    """The file is a wiki, but what is in it cannot be read."""


class StaleSaveError(FanwikiError):
    """The page was saved by somebody else after this edit began.

    Args:
        current: The revision number that the page has now.
        base: The revision number that the edit began from.
    """

    def __init__(self, text: str, hint: str, *, current: int, base: int) -> None:
        super().__init__(text, hint)
        self.current = current
        self.base = base


class SourceError(FanwikiError):
    """What an importer was given cannot be read as what it should be."""
