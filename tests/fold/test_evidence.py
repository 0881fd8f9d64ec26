"""Every value can answer "says who?"."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from summitdb.fold import decide
from summitdb.load import load
from summitdb.schema import metadata
from tests.fold import unsupported

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(params=["fresh_sqlite", "fresh_postgres"])
def database(request):
    return request.getfixturevalue(request.param)()


def test_no_column_escapes_the_query():
    asked = {
        f"{table}.{spec.rstrip('=').partition(':')[0]}"
        for table, columns in unsupported.COLUMNS.items()
        for spec in columns.split()
    }
    asked |= unsupported.LINKS
    keys = set()
    for table, (owner, field, columns) in unsupported.PARTS.items():
        asked |= {f"{table}.{name}" for name in columns}
        keys |= {f"{table}.{owner}_id"}
        keys |= {f"{table}.{column.name}" for column in metadata.tables[table].c if f"x.{column.name}" in field}
    there = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        if table.name not in unsupported.LEDGER
        for column in table.columns
        if column.name not in unsupported.DERIVED
    }
    assert there - asked - keys == set()


def test_every_value_of_the_seeds_has_evidence(database, remembered):
    report = load([SEEDS], database, engine=remembered)
    assert (report.new, report.failed) == (43, [])
    assert unsupported.rows(database) == Counter()


def test_every_value_of_the_dev_articles_has_evidence(database, remembered, shared):
    report = load([str(shared / "corpus" / "dev" / "*.txt")], database, engine=remembered)
    assert report.new > 0
    assert unsupported.rows(database) == Counter()


def test_a_correction_supports_a_value_until_it_is_undone(fresh_sqlite, remembered):
    database = fresh_sqlite()
    load([SEEDS / "baku-2024-caspian-wire.txt"], database, engine=remembered)
    slug = "2024-08-19-az-ru-baku"
    decide.correct(database, slug, "city", "Ganja")
    decide.correct(database, slug, "topics/fisheries", "fisheries")
    assert unsupported.rows(database) == Counter()
    with database.begin() as connection:
        connection.exec_driver_sql("DELETE FROM correction")
        connection.exec_driver_sql("DELETE FROM evidence WHERE field IN ('format', 'participants/vladimir-putin/office')")
        connection.exec_driver_sql("UPDATE agreement SET count = 12")
    found = unsupported.rows(database)
    wanted = {("summit", "format"), ("summit_topic", "topics/fisheries"), ("agreement", "count")}
    wanted |= {("summit_participant", "participants/vladimir-putin/office")}
    assert wanted <= found.keys()
