"""Where imported pages came from: one row a page that has an origin."""

from __future__ import annotations

from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    op.execute(
        """CREATE TABLE origin (
            page_id INTEGER NOT NULL PRIMARY KEY REFERENCES page (id),
            wiki TEXT NOT NULL,
            url TEXT NOT NULL,
            revision TEXT NOT NULL,
            time TEXT NOT NULL,
            contributors TEXT NOT NULL,
            licence TEXT NOT NULL
        )"""
    )
