"""Brings a wiki file to the newest schema: whole or not at all, after a backup.

Alembic is imported only here, when there is something to do: it costs a quarter of a second.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from fanwiki import __version__, paths
from fanwiki.errors import WikiFileError

SCHEMA = 3
"""The number of the newest migration in `database/versions`, which is the file's user_version."""


def run_migrations(connection: Connection, *, scripts: Path | None = None) -> int:
    """Run the missing migrations in the connection's transaction and stamp the file; the caller commits.

    Args:
        connection: A connection of `engine.schema_engine` with an open transaction.
        scripts: The folder of env.py and versions, when it is not the shipped one.

    Returns:
        The schema that the file has now.

    Raises:
        WikiFileError: The outcome does not hold together.
    """
    # Alembic and what it brings cost a quarter of a second, and an up-to-date file needs none of it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(scripts or paths.database()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    head = ScriptDirectory.from_config(config).get_current_head()
    schema = int((head or "r0").removeprefix("r"))
    _verify(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {schema}")
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES ('program', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (__version__,),
    )
    return schema


def _verify(connection: Connection) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5)
    faults = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(5)") if row[0] != "ok"]
    if dangling or faults:
        raise WikiFileError(
            "The wiki did not come through the upgrade whole, so nothing was changed.",
            "Keep the file as it is and run `fanwiki check` on it with the version that made it.",
        )
