"""Listings and their filters, the same on both databases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from summitdb.errors import UsageError
from summitdb.query.filters import Filters, checked, following, is_partial_date
from summitdb.query.listing import LISTINGS, list_rows


def slugs(world: sa.Connection, table: str, **filters: Any) -> list[str]:
    return [row[0] for row in list_rows(world, table, Filters(**filters))]


@pytest.mark.parametrize("table", list(LISTINGS))
def test_every_table_lists_rows(world: sa.Connection, table: str) -> None:
    rows = list_rows(world, table)
    assert list(rows.dicts())


def test_a_summit_lists_what_an_analyst_looks_for(world: sa.Connection) -> None:
    assert next(list_rows(world, "summits").dicts()) == {
        "slug": "2024-05-06-fi-hr-split",
        "starts_on": "2024-05-06",
        "city": "Split",
        "format": "meeting",
        "status": "held",
        "countries": "FI, HR",
        "participants": "Ivo Brandt, Tarja Örrin",
        "articles": 2,
    }


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"countries": ("FI",)}, 2),
        ({"countries": ("finland", "Croatia")}, 1),
        ({"countries": ("FI", "SE", "HR")}, 0),
        ({"person": "örrin"}, 1),
        ({"person": "Orrin"}, 1),
        ({"person": "tarja-orrin"}, 1),
        ({"organization": "nf"}, 1),
        ({"organization": "northern"}, 1),
        ({"since": "2024-05-06"}, 2),
        ({"since": "2024-05-07"}, 1),
        ({"since": "2025-03"}, 1),
        ({"until": "2024"}, 1),
        ({"until": "2024-05-05"}, 0),
        ({"until": "2024-05"}, 1),
        ({"topics": ("rail", "trade")}, 1),
        ({"topics": ("rail", "gas")}, 0),
        ({"city": "split"}, 1),
        ({"status": "planned"}, 1),
        ({"text": "5th northern"}, 1),
        ({"text": "100%"}, 0),
        ({"text": "_"}, 0),
    ],
)
def test_filters_of_summits(world: sa.Connection, filters: dict[str, Any], found: int) -> None:
    assert len(slugs(world, "summits", **filters)) == found


@pytest.mark.parametrize(
    ("table", "filters", "found"),
    [
        ("agreements", {"countries": ("HR",), "person": "Orrin", "topics": ("rail",), "city": "Split"}, 1),
        ("agreements", {"organization": "NF"}, 0),
        ("agreements", {"since": "2025"}, 0),
        ("statements", {"person": "Orrin", "since": "2024-05-07", "until": "2024-05-07"}, 1),
        ("statements", {"until": "2024-05-06"}, 0),
        ("corridors", {"countries": ("FI", "HR"), "status": "operating"}, 1),
        ("corridors", {"since": "2024-06"}, 0),
        ("organizations", {"countries": ("HR",)}, 1),
        ("organizations", {"status": "member"}, 1),
        ("organizations", {"countries": ("SE",)}, 0),
        ("people", {"city": "Split", "countries": ("FI",)}, 1),
        ("people", {"organization": "NF"}, 0),
        ("articles", {"person": "Orrin"}, 1),
        ("articles", {"countries": ("HR",), "text": "DOUBLE the traffic"}, 2),
        ("conflicts", {"text": "fi-hr"}, 2),
    ],
)
def test_filters_of_other_tables(world: sa.Connection, table: str, filters: dict[str, Any], found: int) -> None:
    assert len(slugs(world, table, **filters)) == found


def test_a_conflict_shows_each_value_with_its_passage(world: sa.Connection) -> None:
    rows = list(list_rows(world, "conflicts").dicts())
    assert [(row["value"], row["won"], row["passage"], row["publisher"]) for row in rows] == [
        ("Split", 1, "Split", "Fjord Telegraph"),
        ("Ardenport", 0, "Ardenport", "Adria Courier"),
    ]


def test_a_limit_keeps_the_first_rows(world: sa.Connection) -> None:
    assert [row[0] for row in list_rows(world, "people", limit=1)] == ["ivo-brandt"]


@pytest.mark.parametrize(
    ("table", "filters", "message", "hint"),
    [
        ("sumits", {}, "no table 'sumits'", "did you mean summits?"),
        ("corridors", {"person": "Orrin"}, "corridors cannot be narrowed by --person", "--country"),
        ("summits", {"countries": ("Finnland",)}, "no country 'Finnland'", "did you mean Finland?"),
        ("summits", {"status": "hold"}, "no status 'hold'", "did you mean held?"),
        ("summits", {"topics": ("rails",)}, "no topic 'rails'", "rail"),
        ("summits", {"since": "last week"}, "--since last week: not a date", "2024-08-19"),
        ("summits", {"until": "2024-02-30"}, "not a date", "2024-08-19"),
    ],
)
def test_wrong_use_is_explained(world: sa.Connection, table: str, filters: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        list_rows(world, table, Filters(**filters))
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


def test_countries_go_by_code_and_by_any_name() -> None:
    assert checked(Filters(countries=("az", "Russian Federation", "côte d'ivoire"))).countries == ("AZ", "RU", "CI")


@given(st.dates(date(1000, 1, 1), date(2998, 12, 31)))
def test_what_follows_a_date_is_after_it_and_before_nothing_else(day: date) -> None:
    text = day.isoformat()
    assert following(text) == (day + timedelta(days=1)).isoformat()
    for partial in (text[:4], text[:7]):
        assert text < following(partial)
        assert is_partial_date(following(partial))
