"""Opening a database: from what a user names to an engine whose schema is the one this version works with."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import sqlalchemy as sa

from summitdb.errors import DatabaseError, LostConnection
from summitdb.store import dialects, revisions

DEFAULT = "summit.db"
# Seconds before each further try when the connection to a database is lost.
WAITS = (0.2, 1, 3, 10, 30)
Result = TypeVar("Result")


def parse(name: str | None = None) -> sa.URL:
    """The URL of a database named by a URL or a file path; None means `SUMMITDB_URL`, else `summit.db` in the current
    folder. Raises DatabaseError for a kind of database other than SQLite and Postgres."""
    name = name or os.environ.get("SUMMITDB_URL") or DEFAULT
    if "://" not in name:
        if "password=" in name:
            raise DatabaseError("the database is not named by a URL", "write postgresql://user@host/name or a file path")
        return sa.URL.create("sqlite", database=None if name == ":memory:" else name)
    try:
        url = sa.make_url(name)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise DatabaseError("the database URL cannot be read", "write postgresql://user@host/name or a file path") from error
    if "@" in (url.host or ""):  # the rest of a password
        raise DatabaseError("the database URL has several @", "write an @ in the password as %40")
    backend = {"postgres": "postgresql"}.get(url.get_backend_name(), url.get_backend_name())
    if backend not in ("sqlite", "postgresql"):
        raise DatabaseError(f"{backend} is not supported", "use a SQLite file or a postgresql:// URL")
    return url.set(drivername=backend)


def shown(name: str | None = None) -> str:
    """A database as messages name it: the file's path, or the URL without its password."""
    return dialects.shown(parse(name))


def open_engine(name: str | None = None) -> sa.Engine:
    """An engine for a database, whatever its schema. Connects when first used.

    A Postgres URL may name a schema: `postgresql://host/name?schema=summits`. Raises DatabaseError."""
    url = parse(name)
    if url.get_backend_name() == "sqlite":
        kept = {"poolclass": sa.StaticPool} if url.database in (None, "", ":memory:") else {}
        engine = sa.create_engine(url, **kept)
    else:
        engine = _postgres(url)
    dialects.prepare(engine)
    return engine


def schema_of(name: str | None = None) -> str:
    """The schema that a Postgres URL names, by default `public`. Raises DatabaseError for SQLite."""
    url = parse(name)
    if url.get_backend_name() == "sqlite":
        raise DatabaseError(f"{dialects.shown(url)} is SQLite, which has no roles", "name a postgresql:// URL with --db")
    return _schema(url) or "public"


def _schema(url: sa.URL) -> str | None:
    schema = url.query.get("schema")
    if schema and (not isinstance(schema, str) or not schema.replace("_", "a").isalnum()):
        raise DatabaseError(f"{schema} is no name for a schema", "use letters, digits and underscores")
    return schema or None  # type: ignore[return-value]


def _postgres(url: sa.URL) -> sa.Engine:
    schema, plain = _schema(url), url.difference_update_query(["schema"])
    settings = {"application_name": "summitdb"}
    if schema:
        settings["options"] = f"-csearch_path={schema}"
    try:
        return sa.create_engine(plain, connect_args=settings, pool_pre_ping=True, insertmanyvalues_page_size=25)
    except ModuleNotFoundError as error:
        raise DatabaseError("the driver for Postgres is not installed", "pip install 'summitdb[postgres]'") from error


def connect(name: str | None = None, *, create: bool = True) -> sa.Engine:
    """An engine for a database whose schema is the newest. A missing or empty SQLite file is created at the newest
    schema, unless `create` is false.

    Raises DatabaseError where there is no database, or one of an older or newer schema, or something else."""
    engine = open_engine(name)
    state = None if create and dialects.is_missing(engine) else revisions.state(engine)
    if state is None and engine.dialect.name == "sqlite" and create:
        from summitdb.store.migrate import upgrade

        upgrade(engine, backup=False)
    else:
        revisions.require_newest(state, engine.url)
    return engine


def retried(engine: sa.Engine, work: Callable[[sa.Connection], Result], *, write: bool = True) -> Result:
    """Do `work` in a transaction (one that writes, unless `write` is false), again if the connection to the database is
    lost: what the lost transaction did has not happened, or the next try sees it. Raises LostConnection when several tries
    within a minute fail."""
    waits = iter(WAITS)
    while True:
        try:
            with writing(engine) if write else engine.connect() as connection:
                return work(connection)
        except LostConnection:
            engine.dispose()
            wait = next(waits, None)
            if wait is None:
                raise
            time.sleep(wait)


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that writes: waits for other writers, commits at the end, leaves nothing behind on an error."""
    with engine.connect().execution_options(**dialects.WRITE) as connection, connection.begin():
        dialects.lock(connection)
        yield connection
