"""Read-only SQL on both databases."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from summitdb.errors import DatabaseError, UsageError
from summitdb.query.sql import parse_parameters, read_only_sql


def ask(url: str, query: str, *, timeout: float = 60, **parameters: str) -> list[tuple[Any, ...]]:
    with read_only_sql(url, query, parameters, timeout=timeout) as rows:
        return [tuple(row) for row in rows]


def test_who_met_whom_where_and_when_by_join(world_url: str) -> None:
    query = """
        select a.name, b.name, place.name, summit.starts_on
        from summit
        join summit_participant as one on one.summit_id = summit.id
        join summit_participant as other on other.summit_id = summit.id and other.person_id > one.person_id
        join person as a on a.id = one.person_id
        join person as b on b.id = other.person_id
        join place on place.id = summit.place_id
    """
    assert ask(world_url, query) == [("Tarja Örrin", "Ivo Brandt", "Split", "2024-05-06")]


def test_evidence_is_cut_from_the_body(world_url: str) -> None:
    query = """
        select evidence.field, substr(article.body, evidence."start" + 1, evidence."end" - evidence."start")
        from evidence join article on article.id = evidence.article_id
        where evidence.field like :field
    """
    assert ask(world_url, query, field="countries/%") == [("countries/FI", "Finland")]


def test_parameters_look_alikes_are_left_alone(world_url: str) -> None:
    query = "select ':no', '100%', slug from summit where slug = :slug -- :not this"
    assert ask(world_url, query, slug="2025-fi-se") == [(":no", "100%", "2025-fi-se")]


def test_numbers_serve_as_numbers(world_url: str) -> None:
    assert ask(world_url, "select value from corridor_capacity where value > :least", least="20") == [(30.0,)]


def test_a_trailing_semicolon_is_no_second_statement(world_url: str) -> None:
    assert ask(world_url, "select 1;\n") == [(1,)]


@pytest.mark.parametrize(
    "query",
    [
        "delete from summit",
        "insert into country (code, name) values ('ZZ', 'Zed')",
        "update summit set status = 'cancelled'",
        "drop table summit",
        "create table more (a int)",
        "with gone as (delete from summit returning *) select * from gone",
        "vacuum",
    ],
)
def test_nothing_can_be_written(world_url: str, query: str) -> None:
    before = ask(world_url, "select count(*) from summit where status = 'held'")
    with pytest.raises(UsageError):
        ask(world_url, query)
    assert ask(world_url, "select count(*) from summit where status = 'held'") == before
    assert ask(world_url, "select count(*) from country where code = 'ZZ'") == [(0,)]


@pytest.mark.parametrize("query", ["select 1; select 2", "select 1; commit; drop table summit", "select 1; delete from summit"])
def test_only_one_statement_runs(world_url: str, query: str) -> None:
    with pytest.raises(UsageError, match="one statement at a time"):
        ask(world_url, query)


@pytest.mark.parametrize(
    "query",
    ["attach database 'other.db' as other", "pragma journal_mode = delete", "pragma writable_schema = on", "begin"],
)
def test_sqlite_refuses_its_own_back_doors(sqlite_world: str, query: str) -> None:
    with pytest.raises(UsageError, match="only reads"):
        ask(sqlite_world, query)


def test_sqlite_extensions_cannot_be_loaded(sqlite_world: str) -> None:
    with pytest.raises(UsageError):
        ask(sqlite_world, "select load_extension('x')")


@pytest.mark.parametrize(
    "query",
    [
        "copy (select 1) to program 'true'",
        "set default_transaction_read_only = off",
        "do $$ begin delete from summit; end $$",
        "select set_config('transaction_read_only', 'off', false), nextval('summit_id_seq')",
    ],
)
def test_postgres_refuses_its_own_back_doors(postgres_world: str, query: str) -> None:
    with pytest.raises(UsageError):
        ask(postgres_world, query)


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("select * from sumit", "sumit", "did you mean summit?"),
        ("select staus from summit", "staus", "did you mean status?"),
        ("select * from qqqqq", "qqqqq", "summitdb db schema lists the tables"),
        ("selct 1", "selct", ""),
        ("select :missing", "missing", "-p name=value"),
    ],
)
def test_mistakes_are_explained_in_one_line(world_url: str, query: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        ask(world_url, query)
    if not query.startswith("selct") or "postgresql" not in world_url:
        assert message in caught.value.message
    assert hint in (caught.value.hint or "")
    assert "\n" not in caught.value.message


def test_a_query_that_takes_too_long_is_stopped(world_url: str) -> None:
    endless = "with recursive r(x) as (select 1 union all select x + 1 from r) select count(*) from r"
    with pytest.raises(DatabaseError, match=r"more than 0\.2 seconds"):
        ask(world_url, endless, timeout=0.2)


def test_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database " * 100)
    with pytest.raises(DatabaseError, match="not a database"):
        ask(str(tmp_path / "text.db"), "select 1 from sqlite_master")
    with pytest.raises(DatabaseError, match="no such database"):
        ask(str(tmp_path / "missing.db"), "select 1")
    with pytest.raises(DatabaseError, match="not a database that SummitDB knows"):
        ask("oracle://host/name", "select 1")
    assert not (tmp_path / "missing.db").exists()


def test_a_path_with_odd_characters(tmp_path: Path) -> None:
    path = tmp_path / "a b?c%20#d.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (a)")
    connection.close()
    assert ask(str(path), "select count(*) from t") == [(0,)]


def test_an_empty_query_is_wrong_use(world_url: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        ask(world_url, " ; ")


def test_parameters_are_name_and_value() -> None:
    assert parse_parameters(("a=1", "b=x=y", "c=")) == {"a": "1", "b": "x=y", "c": ""}
    for wrong in ("a", "=1", "a b=1"):
        with pytest.raises(UsageError):
            parse_parameters((wrong,))
