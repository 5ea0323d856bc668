"""Copies of small wikis that list what links to a page as those of large ones do: on pages of their own, in parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest

LINKED_FROM = 5
"""More pages of the sample link to “We Can Be Heroes”, besides those that its cast and the like list."""

LISTED = 15
"""So many stand on one page."""


@contextmanager
def short_lists() -> Iterator[None]:
    """Let lists of links be long from a few on."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("services.sections", "services.bundles", "exporters.html.plan"):
            patch.setattr(import_module(f"fanwiki.{name}"), "MOST_BACKLINKS", LINKED_FROM)
        for name in ("plan", "linking_pages"):
            patch.setattr(import_module(f"fanwiki.exporters.html.{name}"), "LINKING_SIZE", LISTED)
        yield
