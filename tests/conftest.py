"""What every test may use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("fanwiki", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fanwiki")

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session", autouse=True)
def _own_user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the tests, and the programs that they start, user folders of their own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for use in ("DATA", "CONFIG", "STATE", "CACHE"):
            patch.setenv(f"XDG_{use}_HOME", str(home / use.lower()))
        yield
