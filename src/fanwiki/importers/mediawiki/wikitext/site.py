"""What the converter asks about the wiki that a text comes from."""

from __future__ import annotations

from typing import Protocol


class Site(Protocol):
    """A wiki that is being imported; must be fit for pickling, since pages are converted in several processes."""

    def namespace(self, prefix: str) -> str | None:
        """Return the canonical name ("File", "Category", "Template", "Talk"…) of a link's prefix, or None.

        Localised names and aliases count, case does not.
        """

    def title(self, target: str) -> str:
        """Return our page title for a link's target as it is written."""

    def template(self, name: str) -> str | None:
        """Return the wikitext of a template, redirects followed; None when the dump lacks it."""

    def is_infobox(self, name: str) -> bool:
        """Tell whether calls of a template are taken out of the text and handed over as infoboxes."""

    def file(self, name: str) -> str | None:
        """Return our attachment's name for a file, or None when there is no such file."""
