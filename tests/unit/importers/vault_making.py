"""Small vaults, as folders and as zips, and what came of them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fanwiki.domain.page import PageSource
from fanwiki.domain.title import clean_title, identity
from fanwiki.importers.draft import AttachmentDraft, KindDraft, PageDraft
from fanwiki.importers.report import ImportReport
from fanwiki.importers.run import ImportRun
from fanwiki.importers.vault.reading import read

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


@dataclass
class ReadVault:
    """What an import of a vault gave."""

    report: ImportReport
    pages: dict[str, PageSource] = field(default_factory=dict)
    drafts: dict[str, PageDraft] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)


def make_folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def make_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def read_vault(path: Path, run: ImportRun | None = None) -> ReadVault:
    run = run or ImportRun()
    found = ReadVault(run.report)
    for draft in read(path, run):
        match draft:
            case PageDraft(source=source):
                assert clean_title(source.title) == source.title
                assert source.title not in found.pages
                found.pages[source.title] = source
                found.drafts[source.title] = draft
            case AttachmentDraft(name, data):
                assert name not in found.files
                found.files[name] = data
            case KindDraft(kind):
                found.kinds.append(kind.name)
    assert len({identity(title) for title in found.pages}) == len(found.pages)
    assert run.report.pages == len(found.pages)
    assert run.report.attachments == len(found.files)
    return found
