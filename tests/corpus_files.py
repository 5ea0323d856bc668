"""Finds the real input beside the checkout; tests that need it skip with a word where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def corpus(name: str) -> Path:
    """Return a file or folder of the corpora, or skip the test."""
    path = CORPORA / name
    if not path.exists():
        pytest.skip(f"the corpus “{name}” is not beside this checkout")
    return path
