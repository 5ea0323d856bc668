"""Where things are in one output: the seam between what a page shows and where it is shown."""

from __future__ import annotations

from typing import Protocol

from fanwiki.store.rows import PageRow


class Addresses(Protocol):
    """The addresses that one page of one output may use; None where that output has no such thing."""

    def page(self, page: PageRow, fragment: str = "") -> str | None:
        """Return the address of a page, or of a place in it; `fragment` is an HTML id without ``#``."""

    def missing(self, title: str) -> str | None:
        """Return the address that offers to write a page nobody has written."""

    def attachment(self, name: str) -> str | None:
        """Return the address of an attachment's bytes."""

    def kind(self, name: str) -> str | None:
        """Return the address of the list of pages of a kind."""

    def tag(self, name: str) -> str | None:
        """Return the address of the list of pages with a tag."""

    def speculate(self, page: PageRow) -> str | None:
        """Return the address that offers to write down a claim about a page."""

    def linking(self, page: PageRow) -> str | None:
        """Return the address of the list of all pages that link to a page."""


class NoAddresses:
    """The output without any place to go: a document that stands alone."""

    def page(self, page: PageRow, fragment: str = "") -> None:
        """Return None."""

    def missing(self, title: str) -> None:
        """Return None."""

    def attachment(self, name: str) -> str | None:
        """Return None."""
        del name
        return None

    def kind(self, name: str) -> None:
        """Return None."""

    def tag(self, name: str) -> None:
        """Return None."""

    def speculate(self, page: PageRow) -> None:
        """Return None."""

    def linking(self, page: PageRow) -> None:
        """Return None."""
