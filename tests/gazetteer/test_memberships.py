"""The memberships file names known organizations and states."""

from __future__ import annotations

from summitdb.gazetteer.tables import countries, memberships, organizations, rows

ROWS = rows("memberships.tsv")


def test_columns() -> None:
    assert list(ROWS[0]) == ["organization", "country", "since", "until"]


def test_names_and_codes_are_known() -> None:
    names = {entry.name for entry in organizations()}
    assert {row["organization"] for row in ROWS} <= names
    assert {row["country"] for row in ROWS} <= set(countries())


def test_rows_are_sorted_and_unique() -> None:
    keys = [(row["organization"], row["country"]) for row in ROWS]
    assert keys == sorted(set(keys))


def test_years() -> None:
    for name, members in memberships().items():
        assert all(since <= until for _, since, until in members), name
    assert ("GB", 1973, 2020) in memberships()["European Union"]
