"""`summitdb remove`, `rebuild`, `diff` and the canonical export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

# Synthetic, with invented people.
TEXT = """Orrin and Brandt meet in Split

SPLIT, May 6, 2024 (Fjord Telegraph) - President Tarja Orrin of Finland met Croatian Prime Minister Ivo Brandt in Split.

"We will double the traffic of the railway by 2030," Orrin said after the talks.
"""
OTHER = TEXT.replace("We will double the traffic", "We have never agreed to double the traffic")


@pytest.fixture
def loaded(summitdb: Any, tmp_path: Path) -> Path:
    """A folder with two articles, and a database of them."""
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "other.txt").write_text(OTHER)
    assert summitdb("load", "one.txt", "other.txt").code == 0
    return tmp_path


def test_removing_an_article_leaves_what_loading_the_others_gives(summitdb: Any, loaded: Path) -> None:
    assert summitdb("load", "one.txt", "--db", "alone.db").code == 0
    assert summitdb("diff", "alone.db", "summit.db").code == 1
    removed = summitdb("remove", "other")
    assert (removed.code, removed.err) == (0, "")
    assert "other" in removed.out
    same = summitdb("diff", "alone.db", "summit.db", "--format", "json")
    assert (same.code, json.loads(same.out)) == (0, [])


def test_an_unknown_article_is_not_removed(summitdb: Any, loaded: Path) -> None:
    outcome = summitdb("remove", "one", "missing")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert summitdb("list", "articles", "--format", "csv").out.count("\n") == 3


def test_a_rebuild_changes_nothing(summitdb: Any, loaded: Path) -> None:
    assert summitdb("db", "backup", "before.db").code == 0
    assert summitdb("rebuild").out == "2 articles\nnothing has changed\n"
    assert summitdb("rebuild", "--extract").out == "2 articles, extracted from 2 again\nnothing has changed\n"
    assert summitdb("diff", "before.db", "summit.db").code == 0


def test_a_dry_run_says_what_would_change_and_changes_nothing(summitdb: Any, loaded: Path) -> None:
    import sqlite3

    with sqlite3.connect("summit.db") as connection:
        connection.execute("update statement set text = 'tampered with' where slug = (select min(slug) from statement)")
    connection.close()
    assert summitdb("db", "backup", "before.db").code == 0
    outcome = summitdb("rebuild", "--dry-run", "--format", "json")
    signs = sorted(row["sign"] for row in json.loads(outcome.out))
    assert (outcome.code, signs) == (0, ["+", "-"])
    assert summitdb("diff", "before.db", "summit.db").code == 0
    assert "statement" in summitdb("rebuild").out
    assert summitdb("rebuild", "--dry-run", "--format", "json").out == "[]\n"


def test_equal_databases_give_equal_canonical_exports(summitdb: Any, loaded: Path) -> None:
    assert summitdb("load", "other.txt", "one.txt", "--db", "turned.db").code == 0
    for name in ("summit", "turned"):
        assert summitdb("export", name, "--canonical", "--db", f"{name}.db").code == 0
    one, other = ({f.name: f.read_bytes() for f in (loaded / name).iterdir()} for name in ("summit", "turned"))
    assert one == other
    assert summitdb("diff", "summit", "turned.db").code == 0


def test_a_folder_that_is_no_export(summitdb: Any, loaded: Path) -> None:
    (loaded / "empty").mkdir()
    outcome = summitdb("diff", "empty", "summit.db")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "no canonical export" in outcome.err


def test_a_database_without_tables_lacks_them_all(summitdb: Any, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect("summit.db") as connection:
        connection.execute("pragma user_version = 1")
    connection.close()
    outcome = summitdb("db", "check")
    assert (outcome.code, outcome.out) == (1, "missing: all tables; summitdb db upgrade makes them\n")
