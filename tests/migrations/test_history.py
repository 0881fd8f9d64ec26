"""What single revisions do to rows."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from summitdb.store import migrate
from summitdb.store.connect import open_engine
from tests.migrations.conftest import fill


@pytest.fixture
def database(empty_url):
    engine = open_engine(empty_url)
    migrate.upgrade(engine)
    fill(engine)
    yield engine
    engine.dispose()


def rows(engine, query):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def change(engine, *statements):
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def test_names_of_countries_that_people_changed_are_kept(database):
    named = "SELECT code, name, gazetteer_name FROM country WHERE code IN ('FI', 'HR', 'QQ', 'SE') ORDER BY name"
    migrate.downgrade(database, "0005_views", backup=False)
    change(
        database,
        "UPDATE country SET name = 'Suomi' WHERE code = 'FI'",
        "INSERT INTO country (code, name) VALUES ('QQ', 'Anywhere')",
    )
    migrate.upgrade(database, backup=False)
    kept = [("QQ", "Anywhere", None), ("HR", "Croatia", "Croatia"), ("FI", "Suomi", "Finland"), ("SE", "Sweden", "Sweden")]
    assert rows(database, named) == kept
    # A later gazetteer calls two of them otherwise.
    change(
        database,
        "UPDATE country SET gazetteer_name = 'Kroatia', name = 'Kroatia' WHERE code = 'HR'",
        "UPDATE country SET gazetteer_name = 'Old name' WHERE code = 'FI'",
    )
    for _ in range(2):
        migrate.upgrade(database)
        assert rows(database, named) == kept
    migrate.downgrade(database, "0005_views", backup=False)
    assert rows(database, "SELECT name FROM country WHERE code = 'FI'") == [("Suomi",)]


def test_engine_and_version_are_split_and_joined(database):
    runs = "SELECT engine, engine_version FROM load_run ORDER BY id"
    assert rows(database, runs) == [("made", "1")]
    migrate.downgrade(database, "0006_gazetteer_names", backup=False)
    assert rows(database, "SELECT engine FROM load_run") == [("made 1",)]
    run = "INSERT INTO load_run (command, started_at, version, engine, new, changed, unchanged, failed) VALUES "
    change(
        database,
        *(f"{run} ('load', '2026-01-01T00:00:00Z', '0.1', {engine}, 0, 0, 0, 0)" for engine in ("'made'", "'x'", "NULL")),
    )
    migrate.upgrade(database, backup=False)
    assert rows(database, runs) == [("made", "1"), ("made", "1"), ("x", None), (None, None)]
    migrate.downgrade(database, "0006_gazetteer_names", backup=False)
    assert rows(database, "SELECT engine FROM load_run ORDER BY id") == [("made 1",), ("made 1",), ("x",), (None,)]
