"""Tells the texts that are known to render at once from those that render where they can be killed.

Markdown is read by regular expressions here and in Python-Markdown, and nh3 takes quadratic time for some HTML. The
worst that the limits below let through was measured at well under a second; most pages are tame and take milliseconds.
What is not tame is not bad: a long page is not tame either. It renders in another process, a little later.
"""

from __future__ import annotations

MAX_LENGTH = 40_000
MAX_LINE = 10_000
MAX_ANGLES = 500
"""How many ``<`` there may be; nh3 takes quadratic time for formatting tags that never end."""


def is_tame(text: str) -> bool:
    """Tell whether a body surely renders fast; takes time in proportion to its length."""
    if len(text) > MAX_LENGTH or text.count("<") > MAX_ANGLES:
        return False
    return len(text) <= MAX_LINE or all(len(line) <= MAX_LINE for line in text.splitlines())
