"""The time, as the wiki keeps it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the time: ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
