"""The values that services return, under one roof: a window names their types and may not import the store."""

from __future__ import annotations

from fanwiki.store.rows import AttachmentRow, PageRow, RevisionRow, WantedRow
from fanwiki.store.search_results import Facets, Hit, TitleHit
from fanwiki.store.wiki_file import WikiFile

__all__ = ["AttachmentRow", "Facets", "Hit", "PageRow", "RevisionRow", "TitleHit", "WantedRow", "WikiFile"]
"""Declared, so that importing them from here is not an accident."""
