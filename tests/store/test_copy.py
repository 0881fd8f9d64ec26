"""Copies of databases, from each kind to each, and what interrupts them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

from summitdb.errors import DatabaseError
from summitdb.load import load
from summitdb.store import canonical, revisions
from summitdb.store import copy as copying
from summitdb.store.connect import connect, open_engine, writing
from summitdb.store.drift import check
from tests import world

SEEDS = Path(__file__).parents[2] / "seeds"


def exported(engine, folder):
    with engine.connect() as connection:
        return {file.name: file.read_bytes() for file in canonical.export(connection, folder)}


@pytest.fixture(params=["sqlite to postgresql", "postgresql to sqlite"])
def urls(request, tmp_path, postgres_url):
    """Where a copy comes from and where it goes."""
    places = {"sqlite": str(tmp_path / "copied.db"), "postgresql": postgres_url}
    return [places[kind] for kind in request.param.split(" to ")]


@pytest.fixture
def source(urls):
    """A database in which a summit was held on the sidelines of one with a higher row number."""
    engine = open_engine(world.made(urls[0]))
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE summit SET parent_id = 2 WHERE id = 1"))
    yield engine
    engine.dispose()


@pytest.fixture
def target_url(urls):
    return urls[1]


@pytest.fixture
def target(target_url):
    engine = open_engine(target_url)
    yield engine
    engine.dispose()


class Interrupted(Exception):
    pass


def interrupt_at(table):
    def progress(name, done, total):
        if name == table:
            raise Interrupted

    return progress


def test_copy_is_the_same_and_can_be_written_to(source, target, target_url, tmp_path):
    report = copying.copy(source, target)
    assert (report.rows["article"], report.rows["summit"], report.resumed) == (2, 2, False)
    assert exported(target, tmp_path / "copied") == exported(source, tmp_path / "original")
    assert check(target) == []
    with target.connect() as connection:
        assert connection.scalar(sa.text("SELECT parent FROM summit_overview WHERE parent IS NOT NULL")) == "2025-fi-se"
    connect(target_url).dispose()
    with writing(target) as connection:
        new = sa.text("INSERT INTO organization (slug, name) VALUES ('new', 'New') RETURNING id")
        assert connection.scalar(new) > connection.scalar(sa.text("SELECT min(id) FROM organization"))


@pytest.mark.parametrize("table", ["summit", "evidence"])
def test_interrupted_copy_goes_on(source, target, target_url, tmp_path, monkeypatch, table):
    monkeypatch.setattr(copying, "BATCH", 2)
    with pytest.raises(Interrupted):
        copying.copy(source, target, progress=interrupt_at(table))
    with pytest.raises(DatabaseError, match="unfinished copy") as caught:
        connect(target_url)
    assert "copy again" in caught.value.hint
    written = []
    assert copying.copy(source, target, progress=lambda name, done, total: written.append((name, done))).resumed
    assert (table, 2) not in written
    assert exported(target, tmp_path / "copied") == exported(source, tmp_path / "original")
    assert check(target) == []


def test_copy_starts_over_when_the_source_has_changed(source, target, tmp_path):
    with pytest.raises(Interrupted):
        copying.copy(source, target, progress=interrupt_at("statement"))
    with writing(source) as connection:
        connection.execute(sa.text("INSERT INTO summit_topic (summit_id, topic) VALUES (2, 'energy')"))
    assert not copying.copy(source, target).resumed
    assert exported(target, tmp_path / "copied") == exported(source, tmp_path / "original")


def test_copy_that_came_out_otherwise_is_told(source, target, target_url):
    def meddle(table, done, total):
        if table == "evidence":
            with writing(target) as connection:
                connection.execute(sa.text("UPDATE person SET name = 'Somebody Else' WHERE id = 1"))

    with pytest.raises(DatabaseError, match=r"differs from .* in person"):
        copying.copy(source, target, progress=meddle)
    with pytest.raises(DatabaseError, match="unfinished copy"):
        connect(target_url)


def test_nothing_is_copied_over_rows(source, target):
    copying.copy(source, target)
    with pytest.raises(DatabaseError, match="has rows already"):
        copying.copy(source, target)


@pytest.mark.parametrize("gets_to", ["evidence", None])
def test_two_copies_into_one_are_noticed(source, target, tmp_path, monkeypatch, gets_to):
    monkeypatch.setattr(copying, "BATCH", 1)
    others = []

    def run_another(table, done, total):
        if table == "person" and not others:
            others.append(True)
            with suppress(Interrupted):
                copying.copy(source, target, progress=interrupt_at(gets_to))

    with pytest.raises(DatabaseError, match="another copy"):
        copying.copy(source, target, progress=run_another)
    if gets_to:
        assert copying.copy(source, target).resumed
    assert exported(target, tmp_path / "copied") == exported(source, tmp_path / "original")


def test_names_and_rows_are_kept(source, target):
    with writing(source) as connection:
        connection.execute(sa.text("UPDATE country SET name = 'Suomi' WHERE code = 'FI'"))
    copying.copy(source, target)
    with target.connect() as connection:
        assert connection.scalar(sa.text("SELECT name FROM country WHERE code = 'FI'")) == "Suomi"


def test_seeds_are_the_same_on_both_and_in_copies(tmp_path, postgres_url):
    """The sample articles loaded on SQLite and on Postgres, and copied each way, give the same bytes."""
    sqlite, postgres = connect(str(tmp_path / "seeds.db")), open_engine(postgres_url)
    copying.upgrade(postgres)
    for engine in (sqlite, postgres):
        assert load([SEEDS], engine).failed == []
    wanted = exported(sqlite, tmp_path / "sqlite")
    assert wanted["summit.ndjson"].count(b"\n") > 20
    assert exported(postgres, tmp_path / "postgres") == wanted
    back = open_engine(str(tmp_path / "back.db"))
    copying.copy(postgres, back)
    assert exported(back, tmp_path / "back") == wanted
    assert revisions.state(back) is not None
    for engine in (sqlite, postgres, back):
        engine.dispose()
