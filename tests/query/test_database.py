"""The Python way in."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from summitdb import open_database
from summitdb.errors import DatabaseError, UsageError


def test_the_same_questions_as_on_the_command_line(world_url: str) -> None:
    with open_database(world_url) as db:
        assert [row["slug"] for row in db.list("summits", country="Croatia", topic=["rail"]).dicts()] == [
            "2024-05-06-fi-hr-split"
        ]
        assert db.show("northern-forum").row["acronym"] == "NF"
        assert next(db.report("capacities").dicts())["target"] == 30
        assert list(db.sql("select name from person where slug = :slug", slug="ivo-brandt")) == [("Ivo Brandt",)]


def test_selects_compose(world_url: str) -> None:
    with open_database(world_url) as db:
        summits = db.select("summits", country="FI").subquery()
        by_status = sa.select(summits.c.status, sa.func.count()).group_by(summits.c.status).order_by(summits.c.status)
        assert db.connection.execute(by_status).all() == [("held", 1), ("planned", 1)]


def test_the_environment_names_the_database(sqlite_world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITDB_URL", sqlite_world)
    with open_database() as db:
        assert db.url == sqlite_world


def test_wrong_use(sqlite_world: str) -> None:
    with open_database(sqlite_world) as db, pytest.raises(UsageError, match="no filter 'countri'") as caught:
        db.list("summits", countri="AZ")
    assert caught.value.hint == "did you mean country?"
    with pytest.raises(DatabaseError), open_database(f"{sqlite_world}.missing"):
        pass
