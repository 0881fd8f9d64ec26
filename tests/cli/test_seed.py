"""The questions that the first article must answer, asked by `summitdb sql`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summitdb.cli.main import run


@pytest.fixture(scope="module")
def db(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("seed") / "seed.db"
    assert run(["load", str(shared / "seed" / "baku-2024.txt"), "--db", str(path)]) == 0
    return str(path)


@pytest.fixture
def ask(summitdb: Any, db: str) -> Any:
    def answer(query: str) -> list[tuple[Any, ...]]:
        outcome = summitdb("sql", query, "--db", db, "--format", "json")
        assert (outcome.code, outcome.err) == (0, "")
        return [tuple(row.values()) for row in json.loads(outcome.out)]

    return answer


def test_who_met_whom_where_and_when(ask: Any) -> None:
    found = ask("""
        select a.name, b.name, place.name, summit.country, summit.starts_on
        from summit
        join summit_participant as one on one.summit_id = summit.id and one.country = 'AZ'
        join summit_participant as other on other.summit_id = summit.id and other.country = 'RU'
        join person as a on a.id = one.person_id
        join person as b on b.id = other.person_id
        join place on place.id = summit.place_id
    """)
    assert found == [("Ilham Aliyev", "Vladimir Putin", "Baku", "AZ", "2024-08-19")]


def test_three_quotations_whole(ask: Any) -> None:
    found = ask("""
        select statement.text from statement join person on person.id = statement.speaker_id
        where person.name = 'Ilham Aliyev' and statement.kind = 'direct' order by length(statement.text)
    """)
    starts = ["In the energy sector, the situation", "We discussed in detail", "both railway and road sections"]
    ends = ["coordinate our activities,", "corridors and routes.", "this goal is quite realistic."]
    assert len(found) == 3
    for (text,), start, end in zip(found, starts, ends, strict=True):
        assert text.startswith(start)
        assert text.endswith(end)


def test_capacity_now_and_as_target_by_rail_and_road(ask: Any) -> None:
    figures = ask("""
        select corridor.name, capacity.kind, capacity.value, capacity.unit
        from corridor join corridor_capacity as capacity on capacity.corridor_id = corridor.id order by capacity.kind
    """)
    name = "International North-South Transport Corridor"
    assert figures == [(name, "current", 15, "Mt/year"), (name, "target", 30, "Mt/year")]
    modes = ask("select mode from corridor_mode join corridor on corridor.id = corridor_id order by mode")
    assert modes == [("rail",), ("road",)]


def test_where_azerbaijan_stands_in_the_sco(ask: Any) -> None:
    found = ask("""
        select relation.status, relation.modality, relation.by_country
        from organization join organization_relation as relation on relation.organization_id = organization.id
        where organization.acronym = 'SCO' and relation.country = 'AZ' order by relation.status
    """)
    assert found == [("dialogue_partner", "actual", None), ("observer", "sought", "RU")]


def test_the_package_of_agreements_with_its_sectors(ask: Any) -> None:
    found = ask("""
        select agreement.status, sector.sector
        from agreement join agreement_sector as sector on sector.agreement_id = agreement.id
        where agreement.kind = 'package' order by sector.sector
    """)
    assert found == [("signed", "education"), ("signed", "healthcare"), ("signed", "science")]


def test_each_value_has_its_passage(ask: Any) -> None:
    found = ask("""
        select evidence.field, substr(article.body, evidence."start" + 1, evidence."end" - evidence."start")
        from summit
        join mention on mention.summit_id = summit.id
        join evidence on evidence.mention_id = mention.id
        join article on article.id = evidence.article_id
        where summit.starts_on = '2024-08-19'
    """)
    passages = dict(found)
    assert "August 19" in passages["starts_on"]
    assert "Baku" in passages["city"]
    assert {"countries/AZ", "countries/RU", "format", "status"} <= set(passages)
    assert all(passages.values())
