"""Schemas: what the migrations make, and upgrades that are whole or absent."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from store_making import document, save

from fanwiki import paths
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import WikiFileError
from fanwiki.store.creation import upgrade_file
from fanwiki.store.identify import recognise
from fanwiki.store.migrate import SCHEMA
from fanwiki.store.tables import METADATA
from fanwiki.store.wiki_file import WikiFile

NEXT = SCHEMA + 1
MIGRATION = f"""
from alembic import op
import sqlalchemy as sa
revision = "r{NEXT:04}"
down_revision = "r{SCHEMA:04}"

def upgrade():
    op.add_column("page", sa.Column("colour", sa.Text, nullable=False, server_default="red"))
    op.execute("UPDATE page SET colour = 'blue'")
    with op.batch_alter_table("mapping") as batch:
        batch.add_column(sa.Column("extra", sa.Text))
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO later VALUES (7)")
    {{more}}
"""
UPGRADE = """
import os, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from fanwiki.store.creation import upgrade_file
path, scripts, die_after = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
statements = 0

@event.listens_for(Engine, "after_cursor_execute")
def count(connection, *_):
    global statements
    if connection.engine.dialect.name == "sqlite":
        statements += 1
        if statements == die_after:
            os._exit(9)

@event.listens_for(Engine, "commit")
def committing(connection):
    if die_after == -1:
        os._exit(9)

upgrade_file(path, {schema}, newest={newest}, scripts=scripts)
print(statements)
""".replace("{schema}", str(SCHEMA)).replace("{newest}", str(NEXT))


def scripts(folder: Path, more: str = "pass") -> Path:
    """Copy the shipped migrations and add one."""
    shutil.copytree(paths.database(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"r{NEXT:04}_test.py").write_text(MIGRATION.format(more=more))
    return folder


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def schema_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_the_migrations_make_what_the_queries_name(wiki_path: Path) -> None:
    engine = create_engine(f"sqlite:///{wiki_path}")
    found = inspect(engine)
    tables = {name for name in found.get_table_names() if not name.startswith(("search_", "alembic_"))}
    assert tables == set(METADATA.tables)
    for table in METADATA.tables.values():
        columns = {column["name"]: column for column in found.get_columns(table.name)}
        assert list(columns) == [column.name for column in table.columns], table.name
        for column in table.columns:
            made = columns[column.name]
            assert str(made["type"]) == str(column.type), column
            assert made["nullable"] == column.nullable, column
        assert found.get_pk_constraint(table.name)["constrained_columns"] == [key.name for key in table.primary_key]
        assert {
            (key["constrained_columns"][0], key["referred_table"]) for key in found.get_foreign_keys(table.name)
        } == {(key.parent.name, key.column.table.name) for key in table.foreign_keys}
    engine.dispose()


def test_the_newest_migration_is_the_schema_of_this_program(wiki_path: Path) -> None:
    newest = max(int(path.name[1:5]) for path in (paths.database() / "versions").glob("r*.py"))
    assert newest == SCHEMA == schema_of(wiki_path) == recognise(wiki_path)


def test_an_upgrade_backs_up_and_changes_the_schema(wiki_path: Path, tmp_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"))
    before = dump(wiki_path)
    backup = upgrade_file(wiki_path, SCHEMA, newest=NEXT, scripts=scripts(tmp_path / "scripts"))
    assert backup == tmp_path / f"heroes (before upgrade of schema {SCHEMA}).fanwiki"
    assert dump(backup) == before
    assert schema_of(backup) == SCHEMA
    assert schema_of(wiki_path) == NEXT
    with closing(sqlite3.connect(wiki_path)) as connection:
        assert connection.execute("SELECT title, colour FROM page").fetchall() == [("A", "blue")]
        assert connection.execute("SELECT * FROM later").fetchall() == [(7,)]
    with WikiFile.open(backup) as wiki, wiki.reading(CURATOR) as reader:
        assert reader.pages.find("A")


def test_this_program_refuses_what_a_newer_one_upgraded(wiki_path: Path, tmp_path: Path) -> None:
    upgrade_file(wiki_path, SCHEMA, newest=NEXT, scripts=scripts(tmp_path / "scripts"))
    content = wiki_path.read_bytes()
    with pytest.raises(WikiFileError, match=f"its schema is {NEXT}"):
        WikiFile.open(wiki_path)
    assert wiki_path.read_bytes() == content


def test_an_up_to_date_file_is_left_alone(wiki_path: Path, tmp_path: Path) -> None:
    before = wiki_path.read_bytes()
    assert upgrade_file(wiki_path, SCHEMA) is None
    assert wiki_path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["heroes.fanwiki"]


@pytest.mark.parametrize(
    "more",
    [
        "raise RuntimeError('a bug')",
        "op.execute('INSERT INTO page SELECT * FROM page')",
        "op.execute('UPDATE page SET gate_id = 99')",
        "op.execute('no SQL')",
    ],
)
def test_a_failed_upgrade_leaves_the_file_as_it_was(wiki_path: Path, tmp_path: Path, more: str) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"))
    before = dump(wiki_path)
    folder = scripts(tmp_path / "scripts", more)
    with pytest.raises(Exception):  # noqa: B017, PT011  (whatever a migration may raise)
        upgrade_file(wiki_path, SCHEMA, newest=NEXT, scripts=folder)
    assert dump(wiki_path) == before
    assert schema_of(wiki_path) == SCHEMA
    assert [file.name for file in tmp_path.glob("*.fanwiki")] == ["heroes.fanwiki"]
    with WikiFile.open(wiki_path) as wiki, wiki.reading(CURATOR) as reader:
        assert reader.soundness.problems() == []


def test_dangling_rows_after_an_upgrade_are_told_in_words(wiki_path: Path, tmp_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"))
    folder = scripts(tmp_path / "scripts", "op.execute('UPDATE page SET gate_id = 99')")
    with pytest.raises(WikiFileError, match="nothing was changed"):
        upgrade_file(wiki_path, SCHEMA, newest=NEXT, scripts=folder)


def test_a_file_that_cannot_be_backed_up_is_not_upgraded(wiki_path: Path, tmp_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "unmistakable")
    content = wiki_path.read_bytes().replace(b"unmistakable", b"unmistakeble")
    wiki_path.write_bytes(content)
    with pytest.raises(WikiFileError, match="was not copied"):
        upgrade_file(wiki_path, SCHEMA, newest=NEXT, scripts=scripts(tmp_path / "scripts"))
    assert schema_of(wiki_path) == SCHEMA
    assert [file.name for file in tmp_path.glob("*.fanwiki")] == ["heroes.fanwiki"]


def run_upgrade(path: Path, folder: Path, die_after: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", UPGRADE, str(path), str(folder), str(die_after)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.heavy
def test_an_upgrade_that_dies_after_any_statement_is_whole_or_absent(wiki_path: Path, tmp_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"))
    folder = scripts(tmp_path / "scripts")
    old = hashlib.sha256("".join(dump(wiki_path)).encode()).digest()
    trial = tmp_path / "trial" / "heroes.fanwiki"

    def fresh() -> None:
        shutil.rmtree(trial.parent, ignore_errors=True)
        trial.parent.mkdir()
        shutil.copyfile(wiki_path, trial)

    fresh()
    whole = run_upgrade(trial, folder, 0)
    assert whole.returncode == 0, whole.stderr
    statements = int(whole.stdout)
    assert statements > 10
    new = hashlib.sha256("".join(dump(trial)).encode()).digest()
    for die_after in (*range(1, statements + 1), -1):
        fresh()
        died = run_upgrade(trial, folder, die_after)
        assert died.returncode == 9, died.stderr
        assert hashlib.sha256("".join(dump(trial)).encode()).digest() == old, f"torn after statement {die_after}"
        assert schema_of(trial) == SCHEMA
        again = run_upgrade(trial, folder, 0)
        assert again.returncode == 0, again.stderr
        assert hashlib.sha256("".join(dump(trial)).encode()).digest() == new
