"""What several stories watch."""

from __future__ import annotations

import pytest

from fanwiki.services import bundle_exporting
from fanwiki.services.bundle_request import BundleRequest


@pytest.fixture
def full_exports(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every full export."""
    noted: list[str] = []
    write = bundle_exporting.write_whole

    def noting(asked: BundleRequest, export_format: str) -> int:
        noted.append(export_format)
        return write(asked, export_format)

    monkeypatch.setattr(bundle_exporting, "write_whole", noting)
    return noted
