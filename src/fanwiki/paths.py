"""Where the shipped folders are, and the user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

from fanwiki.errors import FanwikiError
from fanwiki.wording import say

_PACKAGE = Path(__file__).resolve().parent


@cache
def _shipped(name: str) -> Path:
    """Find a shipped folder in an installed package, else in a checkout.

    importlib.resources does not see top-level folders of an editable install, so the two places are tried by hand.
    """
    installed = _PACKAGE / f"_{name}"
    checkout = _PACKAGE.parent.parent
    if installed.is_dir():
        return installed
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise FanwikiError(
        say("The program's own folder “%1” is missing: neither %2 nor %3 is there.", name, installed, checkout / name),
        "Install fanwiki again.",
    )


def resources() -> Path:
    """Return the folder of kinds, templates, styles, icons and the sample."""
    return _shipped("resources")


def database() -> Path:
    """Return the folder of Alembic's env.py and migrations."""
    return _shipped("database")


def user_data() -> Path:
    """Return the user's folder for what belongs to the reader: the seen films, drafts, backups."""
    return Path(platformdirs.user_data_dir("fanwiki", appauthor=False, ensure_exists=True))


def user_settings() -> Path:
    """Return the user's folder for preferences."""
    return Path(platformdirs.user_config_dir("fanwiki", appauthor=False, ensure_exists=True))


def user_cache() -> Path:
    """Return the user's folder for what may be lost."""
    return Path(platformdirs.user_cache_dir("fanwiki", appauthor=False, ensure_exists=True))


def user_logs() -> Path:
    """Return the user's folder for logs."""
    return Path(platformdirs.user_log_dir("fanwiki", appauthor=False, ensure_exists=True))
