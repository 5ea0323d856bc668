"""The values that importing takes and returns, under one roof: a window names their types and may not ask importers."""

from __future__ import annotations

from fanwiki.importers.draft import PageDraft
from fanwiki.importers.formats import Format
from fanwiki.importers.mapping import Mappings, TemplateMapping
from fanwiki.services.import_writing import Imported
from fanwiki.services.importing import Standing

__all__ = ["Format", "Imported", "Mappings", "PageDraft", "Standing", "TemplateMapping"]
"""Declared, so that importing them from here is not an accident."""
