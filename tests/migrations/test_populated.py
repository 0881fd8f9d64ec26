"""Migrations of databases that have rows: nothing is lost on any way, and what comes out is what a fresh load gives."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from summitdb.errors import DatabaseError
from summitdb.fold import decide
from summitdb.load.rebuild import rebuild
from summitdb.store import migrate, revisions
from summitdb.store.connect import open_engine
from summitdb.store.drift import check
from tests.migrations.conftest import FOLDED_FROM, content, counts, fill, load


@pytest.fixture
def database(empty_url):
    engine = open_engine(empty_url)
    migrate.upgrade(engine)
    fill(engine)
    yield engine
    engine.dispose()


def require_sound(engine):
    """Every row that another points to is there; on Postgres this holds by itself."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_stairway_with_rows(database):
    """From the top down to the ledger and up again: one down, one up, one down at each step."""
    wanted, known = content(database), revisions.known()
    for upper, lower in reversed(list(zip(known[1:], known, strict=False))):
        above = counts(database)
        migrate.downgrade(database, lower, backup=False)
        below = counts(database)
        both = below.keys() & above.keys()
        assert {table: below[table] for table in both} == {table: above[table] for table in both}
        done = migrate.upgrade(database, upper, backup=False)
        again = counts(database)
        if upper == known[-1] or lower >= FOLDED_FROM:
            assert not done.to_derive
            assert again == above
        same = both - {"country"}
        assert {table: again[table] for table in same} == {table: below[table] for table in same}
        require_sound(database)
        migrate.downgrade(database, lower, backup=False)
    assert migrate.upgrade(database, backup=False).to_derive
    rebuild(database)
    require_sound(database)
    assert check(database) == []
    assert content(database) == wanted


@pytest.mark.parametrize("revision", revisions.known()[:-1])
def test_database_of_each_earlier_revision_is_as_good_as_new(sqlite_url, at_revision, revision):
    engine = open_engine(sqlite_url)
    at_revision(engine, revision)
    kept = counts(engine)
    if migrate.upgrade(engine).to_derive:
        rebuild(engine)
    assert {table: counts(engine)[table] for table in ("article", "record_file")} == {
        table: kept[table] for table in ("article", "record_file")
    }
    again = load(engine)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    with engine.connect() as connection:
        slug = connection.scalar(sa.text("SELECT slug FROM summit_overview WHERE city IS NOT NULL"))
    decide.correct(engine, f"summit/{slug}", "city", "Pula")
    with engine.connect() as connection:
        assert "Pula" in connection.scalars(sa.text("SELECT city FROM summit_overview")).all()
    engine.dispose()


def test_corrections_survive_where_they_can_and_else_the_way_is_refused(database):
    with database.connect() as connection:
        slug = connection.scalar(sa.text("SELECT slug FROM summit_overview WHERE city IS NOT NULL"))
    decide.correct(database, f"summit/{slug}", "city", "Pula")
    wanted = content(database)
    migrate.downgrade(database, FOLDED_FROM, backup=False)
    before = counts(database)
    with pytest.raises(DatabaseError, match="would lose 1 rows of correction"):
        migrate.downgrade(database, "0003_five_tables", backup=False)
    assert revisions.state(database).revision == FOLDED_FROM
    assert counts(database) == before
    migrate.upgrade(database, backup=False)
    assert content(database) == wanted
    migrate.downgrade(database, "0003_five_tables", backup=False, discard=True)
    assert revisions.state(database).revision == "0003_five_tables"


def test_dry_run_counts_and_changes_nothing(database):
    lower = revisions.known()[0]
    before = counts(database)
    done = migrate.downgrade(database, lower, dry_run=True)
    assert (done.before, done.after, done.backup) == (revisions.newest(), lower, None)
    assert done.rows["article"] == (2, 2)
    assert done.rows["summit"] == (before["summit"], None)
    assert counts(database) == before
    assert revisions.state(database).revision == revisions.newest()
    with pytest.raises(DatabaseError, match="would lose 2 rows of article"):
        migrate.downgrade(database, "base", dry_run=True)
