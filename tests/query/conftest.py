"""The synthetic world, on SQLite and on a real Postgres."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from world import made

from summitdb.store.connect import connect


@pytest.fixture(scope="session")
def sqlite_world(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of an SQLite file with the synthetic world in it."""
    return made(str(tmp_path_factory.mktemp("query") / "world.db"))


@pytest.fixture(scope="session")
def postgres_world(postgres_server: str) -> str:
    """The URL of a Postgres schema with the synthetic world in it."""
    return made(f"{postgres_server}{'&' if '?' in postgres_server else '?'}schema=query_world")


@pytest.fixture(params=["sqlite", "postgres"])
def world_url(request: pytest.FixtureRequest) -> str:
    """The synthetic world, on either database. To be read only."""
    url: str = request.getfixturevalue(f"{request.param}_world")
    return url


@pytest.fixture
def world(world_url: str) -> Iterator[sa.Connection]:
    """A connection to the synthetic world."""
    engine = connect(world_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()
