"""Which revisions of the schema this version knows, and which one a database has. Needs no Alembic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from summitdb.errors import DatabaseError, UsageError
from summitdb.store.dialects import is_missing, shown, table_names

VERSION_TABLE = "schema_revision"
UNFINISHED_COPY = "unfinished_copy"


@dataclass(frozen=True, slots=True)
class State:
    """The schema of a database: its revision, and the version of SummitDB that brought it there."""

    revision: str
    version: str


def scripts() -> Path:
    """The folder of the migrations: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


@cache
def known() -> tuple[str, ...]:
    """The revisions in their order, as in `0001_ledger`."""
    return tuple(sorted(path.stem for path in (scripts() / "versions").glob("[0-9]*.py")))


def newest() -> str:
    """The revision that this version works with."""
    return known()[-1]


def target(name: str) -> str | None:
    """The revision that a user names: `head` is the newest, `base` is none (no tables). Raises UsageError."""
    if name == "head":
        return newest()
    if name == "base":
        return None
    if name not in known():
        raise UsageError(f"there is no revision {name}", "see: summitdb db history")
    return name


def state(engine: sa.Engine) -> State | None:
    """The schema of a database; None if it has no tables. Raises DatabaseError if there is no database, or if its
    tables are not SummitDB's."""
    if is_missing(engine):
        raise DatabaseError(f"there is no database {shown(engine.url)}", "load articles first: summitdb load FOLDER")
    with engine.connect() as connection:
        return read_state(connection)


def read_state(connection: sa.Connection, *, unfinished: bool = False) -> State | None:
    """As `state`, of a database that is open. Raises DatabaseError for an unfinished copy too, unless `unfinished` is true."""
    tables = table_names(connection)
    if UNFINISHED_COPY in tables and not unfinished:
        raise DatabaseError(
            f"{shown(connection.engine.url)} is an unfinished copy of another database",
            "run the same summitdb copy again: it goes on where it stopped",
        )
    if not tables:
        return None
    revision = version = None
    if tables >= {VERSION_TABLE, "schema_change"}:
        revision = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))
        version = connection.scalar(sa.text("SELECT version FROM schema_change ORDER BY id DESC LIMIT 1"))
    if not revision:
        raise DatabaseError(
            f"{shown(connection.engine.url)} is a database, but not one of SummitDB",
            "name another file or URL, or give Postgres a schema of its own: ?schema=summits",
        )
    return State(revision, version or "unknown")


def require_newest(state: State | None, url: sa.URL) -> None:
    """Raises DatabaseError, with what to do, unless a database is at the newest revision."""
    if state is None:
        raise DatabaseError(f"{shown(url)} has no tables yet", f"run: summitdb --db {shown(url)} db upgrade")
    if state.revision == newest():
        return
    if state.revision in known():
        raise DatabaseError(
            f"{shown(url)} has the older schema {state.revision}; this version works with {newest()}",
            f"run: summitdb --db {shown(url)} db upgrade",
        )
    raise DatabaseError(
        f"{shown(url)} has the newer schema {state.revision}; this version knows up to {newest()}",
        f"use SummitDB {state.version} or later: pip install 'summitdb>={state.version}'",
    )
