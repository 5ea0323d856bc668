"""What one run of an importer works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fanwiki.importers.mapping import Mappings, TemplateMapping
from fanwiki.importers.report import ImportReport
from fanwiki.jobs import Progress


@dataclass(frozen=True, slots=True)
class ImportRun:
    """The report to fill, the curator's mappings, and where progress goes.

    Args:
        report: Complete when the drafts are exhausted.
        mappings: What the curator decided; it goes before the importer's defaults.
        progress: Polled at least once a page.
        options: What else the curator chose, by the names of `fanwiki.importers.formats.Option`.
        offered: Filled by the importer: what each template, type of note or column became in this run, by
            `template_key`, with every parameter it saw. A wizard shows it, changes it, and gives it back as mappings.
        site_names: Filled by the importer: what the source calls itself, if it does.
    """

    report: ImportReport = field(default_factory=ImportReport)
    mappings: Mappings = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)
    options: Mapping[str, str] = field(default_factory=dict)
    offered: dict[str, TemplateMapping] = field(default_factory=dict)
    site_names: list[str] = field(default_factory=list)
