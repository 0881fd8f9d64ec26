"""Exports and files that are there whole or not at all."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from summitdb.errors import SummitError, UsageError
from summitdb.query.export import export
from summitdb.query.files import whole_file
from summitdb.schema import VIEWS, metadata


def test_every_table_and_view_becomes_a_file(world: sa.Connection, tmp_path: Path) -> None:
    written = dict(export(world, tmp_path / "out", "csv"))
    expected = {f"{name}.csv" for name in (*metadata.tables, *(view.name for view in VIEWS))}
    assert set(written) <= expected
    assert expected - set(written) <= {"mention_key.csv", "schema_change.csv", "support.csv"}
    with (tmp_path / "out" / "person.csv").open(newline="") as file:
        people = list(csv.DictReader(file))
    assert [person["name"] for person in people] == ["Tarja Örrin", "Ivo Brandt"]
    assert written["person.csv"] == 2


def test_exports_of_both_databases_are_the_same(sqlite_world: str, postgres_world: str, tmp_path: Path) -> None:
    from summitdb.store.connect import connect

    for name, url in (("one", sqlite_world), ("other", postgres_world)):
        engine = connect(url)
        with engine.connect() as connection:
            list(export(connection, tmp_path / name, "ndjson"))
        engine.dispose()
    one, other = ({f.name: f.read_text() for f in (tmp_path / name).iterdir()} for name in ("one", "other"))
    assert one == other


def test_a_snapshot_is_a_database(sqlite_world: str, tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{sqlite_world}")
    with engine.connect() as connection:
        assert list(export(connection, tmp_path, "sqlite")) == [("summitdb.sqlite", 2)]
    engine.dispose()
    copy = sqlite3.connect(tmp_path / "summitdb.sqlite")
    assert copy.execute("select count(*) from summit").fetchone() == (2,)
    copy.close()


def test_record_files_are_named_after_their_articles(world: sa.Connection, tmp_path: Path) -> None:
    assert list(export(world, tmp_path, "records")) == [("split-1.json", 1), ("split-2.json", 1)]
    assert json.loads((tmp_path / "split-1.json").read_text()) == {}


def test_parquet_keeps_types(world: sa.Connection, tmp_path: Path) -> None:
    from pyarrow import parquet

    list(export(world, tmp_path, "parquet"))
    table = parquet.read_table(tmp_path / "corridor_capacity.parquet")
    assert table.column("value").to_pylist() == [15.0, 30.0]


def test_wrong_use(world: sa.Connection, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format"):
        list(export(world, tmp_path, "xls"))
    (tmp_path / "file").write_text("")
    with pytest.raises(SummitError, match="cannot be made a folder"):
        list(export(world, tmp_path / "file" / "out", "csv"))


def test_a_failed_file_leaves_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(RuntimeError), whole_file(path) as out:
        out.write("half")
        raise RuntimeError
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
    with whole_file(path) as out:
        out.write("after")
    assert path.read_text() == "after"


def test_a_file_in_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SummitError, match="cannot be written"), whole_file(tmp_path / "file" / "a.txt"):
        pass
