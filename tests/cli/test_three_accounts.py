"""Three sample articles about the summit in Baku: announced, reported, reported with another figure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ("baku-2024-preview.html", "baku-2024-caspian-wire.txt", "baku-2024-meridian-post.md")


@pytest.fixture(params=[NAMES, NAMES[::-1]], ids=["as published", "backwards"])
def loaded(summitdb: Any, request: pytest.FixtureRequest) -> Any:
    for name in request.param:
        assert summitdb("load", str(SEEDS / name)).code == 0
    return summitdb


def test_they_are_one_summit_held_with_the_preview_as_evidence(loaded: Any) -> None:
    query = "select summit, article from summit_source where main = 1 order by article"
    rows = json.loads(loaded("sql", query, "--format", "json").out)
    assert [row["article"] for row in rows] == ["baku-2024-caspian-wire", "baku-2024-meridian-post", "baku-2024-preview"]
    assert {row["summit"] for row in rows} == {"2024-08-19-az-ru-baku"}
    [summit] = json.loads(loaded("sql", "select * from summit where starts_on = '2024-08-19'", "--format", "json").out)
    assert (summit["status"], summit["format"]) == ("held", "state_visit")


def test_the_differing_figure_is_a_conflict_with_both_passages(loaded: Any) -> None:
    rows = json.loads(loaded("list", "conflicts", "--format", "json").out)
    figures = [row for row in rows if row["field"].startswith("capacities/")]
    assert {row["slug"] for row in figures} == {"international-north-south-transport-corridor"}
    assert {row["field"] for row in figures} == {"capacities/Mt/year/target"}
    passages = {row["value"]: (row["won"], row["why"], row["article"], row["passage"]) for row in figures}
    assert passages == {
        "30": (0, None, "baku-2024-caspian-wire", "15 million to 30 million tons a year"),
        "35": (1, "latest", "baku-2024-meridian-post", "35 million tonnes a year"),
    }
