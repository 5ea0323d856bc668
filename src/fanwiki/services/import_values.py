"""The values that importing takes and returns, under one roof: a window names their types and may not ask importers."""

from __future__ import annotations

from fanwiki.importers.formats import Format
from fanwiki.importers.mapping import Mappings, TemplateMapping
from fanwiki.services.import_writing import Imported

__all__ = ["Format", "Imported", "Mappings", "TemplateMapping"]
"""Declared, so that importing them from here is not an accident."""
