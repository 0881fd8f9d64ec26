"""The offices and bodies of English keep what the extraction counts on."""

from __future__ import annotations

from typing import get_args

import pytest

from summitdb.gazetteer.names import plain
from summitdb.gazetteer.tables import rows
from summitdb.records import Office

OFFICES = rows("en/offices.tsv")
BODIES = rows("en/bodies.tsv")
LEVELS = {"state", "government", "minister", "official", "parliament", "military", "organization"}
KINDS = {"ministry", "office", "government", "parliament", "embassy", "military", "media", "bank", "other"}


def test_columns() -> None:
    assert list(OFFICES[0]) == ["form", "plural", "office", "abbreviation", "level", "sex"]
    assert list(BODIES[0]) == ["form", "kind"]


def test_values() -> None:
    assert {row["office"] for row in OFFICES} <= {*get_args(Office), ""}
    assert {row["office"] for row in OFFICES} >= set(get_args(Office))
    assert {row["level"] for row in OFFICES} == LEVELS
    assert {row["sex"] for row in OFFICES} == {"m", "f", ""}
    assert {row["kind"] for row in BODIES} == KINDS


@pytest.mark.parametrize("table", [OFFICES, BODIES], ids=["offices", "bodies"])
def test_forms_are_lower_case_unique_and_sorted(table: list[dict[str, str]]) -> None:
    found = [row["form"] for row in table]
    assert found == sorted(set(found))
    assert [form for form in found if form != form.lower() or form != " ".join(form.split())] == []


def test_plurals() -> None:
    singulars = {row["form"] for row in OFFICES}
    assert [row["plural"] for row in OFFICES if row["plural"] in singulars or not row["plural"]] == []
    assert len({plain(row["plural"]) for row in OFFICES}) == len({plain(row["form"]) for row in OFFICES})


def test_no_office_is_also_a_body() -> None:
    assert singulars_and_plurals(OFFICES) & {row["form"] for row in BODIES} == set()


def singulars_and_plurals(table: list[dict[str, str]]) -> set[str]:
    return {row["form"] for row in table} | {row["plural"] for row in table}


@pytest.mark.parametrize(
    ("form", "plural", "office"),
    [
        ("secretary-general", "secretaries-general", "secretary_general"),
        ("minister of foreign affairs", "ministers of foreign affairs", "foreign_minister"),
        ("speaker of parliament", "speakers of parliament", "speaker"),
        ("chairman of the council of ministers", "chairmen of the council of ministers", "prime_minister"),
        ("secretary of state", "secretaries of state", "foreign_minister"),
        ("deputy prime minister", "deputy prime ministers", "other"),
        ("spokeswoman", "spokeswomen", ""),
    ],
)
def test_known_offices(form: str, plural: str, office: str) -> None:
    assert [(row["plural"], row["office"]) for row in OFFICES if row["form"] == form] == [(plural, office)]
