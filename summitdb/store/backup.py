"""Copies of an SQLite file, made and put back while others may use it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summitdb.errors import DatabaseError
from summitdb.store import revisions
from summitdb.store.dialects import BUSY_SECONDS, is_missing, shown

if TYPE_CHECKING:
    import sqlalchemy as sa

PARTIAL = ".partial"


def save(engine: sa.Engine, to: Path | None = None) -> Path:
    """Copy an SQLite database as it is at one moment. Without `to` the copy lies beside the file, named after revision and
    time. A copy that bears its name is whole. Raises DatabaseError."""
    file = _file(engine)
    state = revisions.state(engine)
    if to is None:
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        to = file.with_name(f"{file.name}.{state.revision if state else 'empty'}.{moment}.backup")
    elif to.exists():
        raise DatabaseError(f"{to} already exists", "name another file")
    partial = to.with_name(to.name + PARTIAL)
    try:
        _copy(file, partial)
        partial.replace(to)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise DatabaseError(f"{to} cannot be written: {error}", "name a file in a folder with room") from error
    return to


def restore(engine: sa.Engine, backup: Path, *, keep: bool = True) -> Path | None:
    """Put a copy back in the place of an SQLite database, in one transaction, after a copy of what is there now unless
    `keep` is false; returns that copy. Raises DatabaseError for a backup that is damaged or none of SummitDB; then
    nothing has changed."""
    file = _file(engine)
    _require_sound(backup)
    kept = None if is_missing(engine) or not keep else save(engine)
    engine.dispose()  # its connections must not go on with what they know of the tables
    try:
        _copy(backup, file)
    except sqlite3.Error as error:
        raise DatabaseError(f"{backup} cannot be put back: {error}", f"nothing has changed in {file}") from error
    return kept


def _require_sound(backup: Path) -> None:
    from summitdb.store.connect import open_engine

    if not backup.is_file():
        raise DatabaseError(f"there is no file {backup}", "name a copy made by summitdb db backup")
    opened = open_engine(str(backup))
    try:
        if revisions.state(opened) is None:
            raise DatabaseError(f"{backup} has no tables", "name a copy made by summitdb db backup")
        with opened.connect() as connection:
            verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    finally:
        opened.dispose()
    if verdict != "ok":
        raise DatabaseError(f"{backup} is damaged: {verdict}", "name another copy")


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as reader,
        closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as writer,
    ):
        reader.backup(writer)


def _file(engine: sa.Engine) -> Path:
    if engine.dialect.name != "sqlite" or not engine.url.database:
        raise DatabaseError(f"{shown(engine.url)} is no SQLite file", "for Postgres use pg_dump, or: summitdb copy URL FILE")
    return Path(engine.url.database)
