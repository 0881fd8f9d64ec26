"""Migrations on both databases: up, down, drift, backups, refusals."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from summitdb.errors import DatabaseError, UsageError
from summitdb.schema import Country
from summitdb.store import backup, migrate, revisions
from summitdb.store.connect import connect, open_engine
from summitdb.store.drift import check
from summitdb.store.script import script


@pytest.fixture
def empty(empty_url):
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def test_revisions_are_the_scripts_of_alembic():
    assert tuple(revision.name for revision in migrate.history()) == revisions.known()


def test_migrated_schema_is_that_of_the_models(engine):
    assert check(engine) == []


def test_way_to_nothing_and_back(empty):
    migrate.upgrade(empty, revisions.known()[1])
    migrate.downgrade(empty, "base")
    assert revisions.state(empty) is None
    migrate.upgrade(empty)
    assert check(empty) == []


@pytest.mark.parametrize("command", [migrate.upgrade, migrate.downgrade])
def test_the_wrong_direction_is_wrong_use(empty, command):
    first, second, third = revisions.known()[:3]
    migrate.upgrade(empty, second)
    with pytest.raises(UsageError, match="than the database"):
        command(empty, first if command is migrate.upgrade else third)
    assert revisions.state(empty).revision == second


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("CREATE TABLE stray (x integer)", "not ours: table stray"),
        ("DROP VIEW summit_source", "missing: view summit_source"),
        ("DROP INDEX ix_article_external_id", "missing: index ix_article_external_id"),
        ("ALTER TABLE article ADD COLUMN mood text", "not ours: column article.mood"),
    ],
)
def test_drift_is_told(engine, harm, told):
    with engine.begin() as connection:
        connection.execute(sa.text(harm))
    assert told in check(engine)


def test_changed_check_is_told(sqlite_url):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        sql = connection.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'statement_topic'"))
        connection.execute(sa.text("DROP TABLE statement_topic"))
        connection.exec_driver_sql(sql.replace("'energy', ", ""))
    assert any("check ck_statement_topic_topic" in line for line in check(engine))


def test_upgrade_saves_the_file_first(sqlite_url):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        connection.execute(sa.update(Country).where(Country.code == "AZ").values(name="kept"))
    migrate.downgrade(engine, revisions.known()[-2], backup=False)
    done = migrate.upgrade(engine)
    assert done.before == revisions.known()[-2]
    with sqlite3.connect(done.backup) as copy:
        assert copy.execute("SELECT version_num FROM schema_revision").fetchone() == (done.before,)
        assert copy.execute("SELECT name FROM country WHERE code = 'AZ'").fetchone() == ("kept",)


def test_upgrade_without_need_makes_no_backup(engine):
    done = migrate.upgrade(engine)
    assert (done.before, done.after, done.backup) == (revisions.newest(), revisions.newest(), None)


def test_two_upgrades_at_once(empty_url):
    def upgrade(_):
        engine = open_engine(empty_url)
        try:
            return migrate.upgrade(engine).before
        finally:
            engine.dispose()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(upgrade, range(2)), key=str) == [revisions.newest(), None]


def test_failed_upgrade_changes_nothing(empty, monkeypatch):
    migrate.upgrade(empty, revisions.known()[-2])
    monkeypatch.setattr(migrate, "synchronise", lambda connection: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate.upgrade(empty)
    assert revisions.state(empty).revision == revisions.known()[-2]
    if empty.dialect.name == "sqlite":
        assert not list(Path(empty.url.database).parent.glob("*.backup"))


def test_older_schema_is_refused_with_the_command(empty, empty_url):
    migrate.upgrade(empty, revisions.known()[-2])
    with pytest.raises(DatabaseError, match="older schema") as caught:
        connect(empty_url)
    assert "db upgrade" in caught.value.hint


def test_newer_schema_is_refused_with_the_version(engine, db_url):
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE schema_revision SET version_num = '9999_future'"))
        connection.execute(sa.text("UPDATE schema_change SET version = '7.1.0'"))
    with pytest.raises(DatabaseError, match="newer schema 9999_future") as caught:
        connect(db_url)
    assert "7.1.0" in caught.value.hint
    with pytest.raises(DatabaseError, match="newer schema"):
        migrate.upgrade(engine)


def test_unknown_revision_is_wrong_use(empty):
    with pytest.raises(UsageError, match="no revision 0042_nothing"):
        migrate.upgrade(empty, "0042_nothing")


def test_backup_is_a_database(sqlite_url, tmp_path):
    engine = connect(sqlite_url)
    copy = backup.save(engine, tmp_path / "copy.db")
    assert check(connect(str(copy))) == []
    with pytest.raises(DatabaseError, match="already exists"):
        backup.save(engine, copy)


def test_restored_backup_replaces_what_is_there(sqlite_url, tmp_path):
    engine = connect(sqlite_url)
    copy = backup.save(engine, tmp_path / "copy.db")
    with engine.begin() as connection:
        connection.execute(sa.update(Country).where(Country.code == "AZ").values(name="later"))
    kept = backup.restore(engine, copy)
    name = sa.select(Country.name).where(Country.code == "AZ")
    with engine.connect() as connection:
        assert connection.scalar(name) == "Azerbaijan"
    with open_engine(str(kept)).connect() as connection:
        assert connection.scalar(name) == "later"


def test_what_is_no_backup_is_not_restored(sqlite_url, tmp_path):
    engine = connect(sqlite_url)
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE bird (name)")
    damaged = backup.save(engine, tmp_path / "damaged.db")
    with damaged.open("r+b") as file:
        file.seek(20_000)
        file.write(b"\xff" * 100_000)
    (tmp_path / "text.db").write_text("dear diary\n" * 1000)
    for name in ("other.db", "damaged.db", "text.db", "missing.db"):
        with pytest.raises(DatabaseError):
            backup.restore(engine, tmp_path / name)
    assert check(engine) == []
    assert not list(tmp_path.glob("*.backup"))
    assert not (tmp_path / "missing.db").exists()


def test_script_does_what_upgrade_does(empty):
    """The SQL for an administrator, run as it is, from nothing to the middle and on to the top."""
    middle = revisions.known()[2]
    for revision in (middle, "head"):
        sql = script(empty, revision)
        driver = empty.raw_connection()
        if empty.dialect.name == "sqlite":
            driver.driver_connection.executescript(sql)
        else:
            driver.driver_connection.autocommit = True
            driver.driver_connection.execute(sql)
        driver.close()
        empty.dispose()
    assert check(empty) == []
    done = migrate.upgrade(empty)
    assert (done.before, done.after) == (revisions.newest(), revisions.newest())
    with empty.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM country")) > 190
    with pytest.raises(UsageError, match="already"):
        script(empty)


def test_alembic_ini_serves_the_checkout(sqlite_url, monkeypatch):
    import alembic.command
    from alembic.config import Config

    monkeypatch.setenv("SUMMITDB_URL", sqlite_url)
    alembic.command.upgrade(Config(Path(__file__).parents[2] / "alembic.ini"), "head")
    assert check(open_engine(sqlite_url)) == []
