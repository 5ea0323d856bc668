"""Indexes that answer by themselves, where thousands of rows share a value.

Facets ask what points to thousands of pages; saving asks where a name leads that a thousand pages may have.
"""

from __future__ import annotations

from alembic import op

revision = "r0003"
down_revision = "r0002"


def upgrade() -> None:
    for index in ("fact_target", "name_identity", "name_key"):
        op.execute(f"DROP INDEX {index}")
    op.execute("CREATE INDEX fact_target ON fact (target_id, page_id, gate_id) WHERE target_id IS NOT NULL")
    op.execute("CREATE INDEX name_identity ON name (identity, is_title DESC, page_id)")
    op.execute("CREATE INDEX name_key ON name (key, page_id)")
