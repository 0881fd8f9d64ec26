"""A connection to Postgres that is lost during a load: nothing is lost and nothing is there twice."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from summitdb.errors import LostConnection
from summitdb.store import connect as connecting
from summitdb.store import migrate
from summitdb.store.connect import open_engine
from tests.migrations.conftest import content, counts, load


@pytest.fixture
def database(postgres_url):
    engine = open_engine(postgres_url)
    migrate.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def kill(postgres_server):
    """Ends the server's side of a connection, as a restart or a network that fails would."""
    engine = open_engine(postgres_server)

    def end(connection):
        pid = connection.connection.driver_connection.info.backend_pid
        with engine.begin() as other:
            assert other.scalar(sa.text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})

    yield end
    engine.dispose()


@pytest.mark.parametrize(
    "moment", ["INSERT INTO load_run", "SELECT article", "INSERT INTO article", "INSERT INTO evidence", "UPDATE load_run"]
)
def test_load_goes_on(database, kill, tmp_path, moment):
    killed = []

    def before(connection, cursor, statement, *_):
        if statement.startswith(moment) and not killed:
            killed.append(statement)
            kill(connection)

    sa.event.listen(database, "before_cursor_execute", before)
    report = load(database)
    assert killed
    assert (report.new, report.changed, report.unchanged, report.failed) == (2, 0, 0, [])
    undisturbed = open_engine(str(tmp_path / "undisturbed.db"))
    migrate.upgrade(undisturbed)
    load(undisturbed)
    assert content(database) == content(undisturbed)
    assert counts(database) == counts(undisturbed)


def test_load_goes_on_when_the_commit_was_lost(database, kill):
    killed = []

    def before(connection):
        if len(killed) < 3:
            killed.append(connection)
            kill(connection)

    sa.event.listen(database, "commit", before)
    assert load(database).new == 2
    assert len(killed) == 3
    assert counts(database)["article"] == 2


def test_load_gives_up_in_the_end(database, kill, monkeypatch):
    monkeypatch.setattr(connecting, "WAITS", (0.01, 0.01))
    sa.event.listen(database, "before_cursor_execute", lambda connection, *_: kill(connection))
    with pytest.raises(LostConnection, match="no connection to postgresql://"):
        load(database)
