"""The first schema.

The number in the revision's name is the file's `user_version`. There is no way down: an older file
comes back from the backup that is made before every upgrade.
"""

from __future__ import annotations

from alembic import op

revision = "r0001"
down_revision = None

TABLES = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE kind (name TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, toml TEXT NOT NULL)",
    "CREATE TABLE gate (id INTEGER NOT NULL PRIMARY KEY, films TEXT NOT NULL UNIQUE)",
    """CREATE TABLE page (
        id INTEGER NOT NULL PRIMARY KEY,
        title TEXT NOT NULL,
        identity TEXT NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id),
        head INTEGER NOT NULL,
        created TEXT NOT NULL,
        updated TEXT NOT NULL,
        deleted TEXT,
        deleted_by TEXT NOT NULL,
        words INTEGER NOT NULL
    )""",
    """CREATE TABLE revision (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        number INTEGER NOT NULL,
        parent INTEGER,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        fields TEXT NOT NULL,
        body TEXT NOT NULL,
        author TEXT NOT NULL,
        time TEXT NOT NULL,
        comment TEXT NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id),
        sha256 BLOB NOT NULL
    )""",
    """CREATE TABLE name (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        text TEXT NOT NULL,
        identity TEXT NOT NULL,
        key TEXT NOT NULL,
        is_title INTEGER NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id)
    )""",
    """CREATE TABLE target (
        id INTEGER NOT NULL PRIMARY KEY,
        text TEXT NOT NULL,
        identity TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL,
        page_id INTEGER REFERENCES page (id)
    )""",
    """CREATE TABLE link (
        id INTEGER NOT NULL PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES page (id),
        ordinal INTEGER NOT NULL,
        target_id INTEGER NOT NULL REFERENCES target (id),
        heading TEXT NOT NULL,
        block TEXT NOT NULL,
        label TEXT,
        embed INTEGER NOT NULL,
        field TEXT NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id)
    )""",
    """CREATE TABLE tag (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id)
    )""",
    """CREATE TABLE fact (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        field TEXT NOT NULL,
        item INTEGER NOT NULL,
        sub TEXT NOT NULL,
        text TEXT NOT NULL,
        key TEXT NOT NULL,
        target_id INTEGER REFERENCES target (id),
        number FLOAT,
        earliest TEXT,
        latest TEXT,
        gate_id INTEGER NOT NULL REFERENCES gate (id)
    )""",
    """CREATE TABLE segment (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        ordinal INTEGER NOT NULL,
        heading TEXT NOT NULL,
        anchor TEXT NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id),
        text TEXT NOT NULL
    )""",
    """CREATE TABLE problem (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        code TEXT NOT NULL,
        text TEXT NOT NULL,
        gate_id INTEGER NOT NULL REFERENCES gate (id)
    )""",
    "CREATE TABLE blob (sha256 BLOB NOT NULL PRIMARY KEY, data BLOB NOT NULL)",
    """CREATE TABLE attachment (
        id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        sha256 BLOB NOT NULL REFERENCES blob (sha256),
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        added TEXT NOT NULL
    )""",
    "CREATE TABLE rendered (id INTEGER NOT NULL PRIMARY KEY, digest BLOB NOT NULL UNIQUE, html TEXT NOT NULL)",
    """CREATE TABLE mapping (
        importer TEXT NOT NULL,
        key TEXT NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (importer, key)
    )""",
)

GATED = ("page", "name", "link", "tag", "fact", "segment", "problem")

INDEXES = (
    # A page in the trash gives its title free.
    "CREATE UNIQUE INDEX page_identity ON page (identity) WHERE deleted IS NULL",
    "CREATE INDEX page_kind ON page (kind)",
    "CREATE INDEX page_updated ON page (updated)",
    "CREATE UNIQUE INDEX revision_number ON revision (page_id, number)",
    "CREATE INDEX revision_time ON revision (time)",
    "CREATE INDEX name_identity ON name (identity)",
    "CREATE INDEX name_key ON name (key)",
    "CREATE INDEX name_page ON name (page_id)",
    "CREATE INDEX target_key ON target (key)",
    "CREATE INDEX target_page ON target (page_id)",
    "CREATE INDEX link_source ON link (source_id, ordinal)",
    "CREATE INDEX link_target ON link (target_id, source_id, gate_id)",
    "CREATE INDEX tag_page ON tag (page_id)",
    "CREATE INDEX tag_key ON tag (key, page_id, gate_id)",
    "CREATE INDEX fact_page ON fact (page_id, field, item)",
    "CREATE INDEX fact_key ON fact (field, sub, key)",
    "CREATE INDEX fact_target ON fact (target_id) WHERE target_id IS NOT NULL",
    "CREATE INDEX segment_page ON segment (page_id, ordinal)",
    "CREATE INDEX problem_page ON problem (page_id)",
    "CREATE INDEX attachment_sha256 ON attachment (sha256)",
    # For renaming a film: few rows are gated, so these cost next to nothing.
    *(f"CREATE INDEX {table}_gate ON {table} (gate_id) WHERE gate_id > 0" for table in GATED),
)

# Words are folded and divided before they get here (fanwiki.domain.words), so the tokenizer only splits.
_TOKENIZE = """tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'\""""

# What stands in them is told in fanwiki.store.search_index. The text is not kept a second time (content = '').
SEARCH = (
    """CREATE TABLE search_page (
        page_id INTEGER NOT NULL PRIMARY KEY REFERENCES page (id),
        rank INTEGER NOT NULL,
        links INTEGER NOT NULL
    )""",
    "CREATE INDEX search_page_rank ON search_page (rank, page_id)",
    """CREATE TABLE search_hidden_page (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES page (id),
        gate_id INTEGER NOT NULL REFERENCES gate (id)
    )""",
    "CREATE INDEX search_hidden_page_page ON search_hidden_page (page_id)",
    f"CREATE VIRTUAL TABLE search_text USING fts5 (names, fields, headings, body, content = '', {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE search_hidden USING fts5 (names, fields, headings, body, content = '', {_TOKENIZE})",
    # Prefix indexes answer one to three typed letters at once; the index of names is small enough to afford them.
    f"CREATE VIRTUAL TABLE search_name USING fts5 (text, content = '', prefix = '1 2 3', {_TOKENIZE})",
    "CREATE TABLE search_word (word TEXT NOT NULL PRIMARY KEY, pages INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE search_name_word (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE search_spelling (
        left_out TEXT NOT NULL, start TEXT NOT NULL, PRIMARY KEY (left_out, start)
    ) WITHOUT ROWID""",
)


def upgrade() -> None:
    for statement in (*TABLES, *INDEXES, *SEARCH, "INSERT INTO gate (id, films) VALUES (0, '[]')"):
        op.execute(statement)
