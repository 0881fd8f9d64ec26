"""What a user may name as a database, and what is refused."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from summitdb.errors import DatabaseError
from summitdb.store import revisions
from summitdb.store.connect import connect, parse, shown, writing


def test_default_and_environment(monkeypatch):
    monkeypatch.delenv("SUMMITDB_URL", raising=False)
    assert parse().database == "summit.db"
    monkeypatch.setenv("SUMMITDB_URL", "postgresql://somewhere/x")
    assert parse().host == "somewhere"
    assert parse("a/b.db").database == "a/b.db"


def test_password_is_never_shown():
    assert "secret" not in shown("postgresql://me:secret@host/x")


def test_other_databases_are_refused():
    with pytest.raises(DatabaseError, match="mysql is not supported"):
        parse("mysql://host/x")


def test_missing_file_is_created_once_by_several_at_once(sqlite_url):
    with ThreadPoolExecutor(4) as pool:
        engines = list(pool.map(lambda _: connect(sqlite_url), range(4)))
    assert {revisions.state(engine).revision for engine in engines} == {revisions.newest()}
    with engines[0].connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM schema_change")) == 1


def test_missing_file_is_not_created_for_reading(sqlite_url, tmp_path):
    with pytest.raises(DatabaseError, match="there is no database"):
        connect(sqlite_url, create=False)
    assert list(tmp_path.iterdir()) == []


def test_empty_file_becomes_a_database(tmp_path):
    (tmp_path / "empty.db").touch()
    assert revisions.state(connect(str(tmp_path / "empty.db"))).revision == revisions.newest()


def test_file_that_is_no_database(tmp_path):
    (tmp_path / "notes.txt").write_text("dear diary\n" * 1000)
    with pytest.raises(DatabaseError, match=r"notes\.txt is not a database"):
        connect(str(tmp_path / "notes.txt"))


def test_database_of_something_else(tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE bird (name)")
    with pytest.raises(DatabaseError, match="not one of SummitDB"):
        connect(str(tmp_path / "other.db"))


def test_missing_folder(tmp_path):
    with pytest.raises(DatabaseError, match="cannot be opened"):
        connect(str(tmp_path / "nowhere" / "x.db"))


def test_postgres_without_tables_names_the_command(postgres_url):
    with pytest.raises(DatabaseError, match="no tables yet") as caught:
        connect(postgres_url)
    assert "db upgrade" in caught.value.hint


def test_unreachable_postgres():
    with pytest.raises(DatabaseError, match=r"no connection to postgresql://me:\*\*\*@127\.0\.0\.1:1/x"):
        connect("postgresql://me:secret@127.0.0.1:1/x")


def test_schema_name_is_not_a_way_in():
    with pytest.raises(DatabaseError, match="no name for a schema"):
        connect("postgresql://host/x?schema=a;drop")


def test_failed_writing_leaves_nothing(engine):
    with pytest.raises(RuntimeError), writing(engine) as connection:
        connection.execute(sa.text("DELETE FROM country"))
        raise RuntimeError
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM country")) > 190


def test_writers_wait_for_each_other(engine):
    with writing(engine) as connection:
        connection.execute(sa.text("INSERT INTO country (code, name) VALUES ('QQ', '0')"))

    def add(_):
        with writing(engine) as connection:
            name = connection.scalar(sa.text("SELECT name FROM country WHERE code = 'QQ'"))
            connection.execute(sa.text("UPDATE country SET name = :name WHERE code = 'QQ'"), {"name": str(int(name) + 1)})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(20)))
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT name FROM country WHERE code = 'QQ'")) == "20"
