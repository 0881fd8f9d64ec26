"""The corridors file keeps what the matcher counts on."""

from __future__ import annotations

from typing import get_args

import pytest

from summitdb.gazetteer.tables import rows, several
from summitdb.records import Mode

ROWS = rows("corridors.tsv")


def forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *several(row["aliases"])]


def test_columns() -> None:
    assert list(ROWS[0]) == ["name", "aliases", "modes", "countries", "ambiguous"]


def test_a_form_names_one_corridor() -> None:
    owners: dict[str, set[str]] = {}
    for row in ROWS:
        for form in forms(row):
            owners.setdefault(form.casefold(), set()).add(row["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_names_are_unique_and_sorted() -> None:
    names = [row["name"] for row in ROWS]
    assert names == sorted(set(names))


def test_forms_are_given_once_and_bare() -> None:
    for row in ROWS:
        found = forms(row)
        assert len(set(found)) == len(found), row["name"]
        assert [form for form in found if form != " ".join(form.split()) or set(form) & set('()[]";–’')] == []


def test_values() -> None:
    for row in ROWS:
        modes, countries = several(row["modes"]), several(row["countries"])
        assert modes and set(modes) <= set(get_args(Mode)), row["name"]
        assert len(set(countries)) == len(countries), row["name"]
        assert all(len(code) == 2 and code.isupper() for code in countries), row["name"]
        assert row["ambiguous"] in ("", "1"), row["name"]


@pytest.mark.parametrize(
    ("form", "name", "countries"),
    [
        ("Middle Corridor", "Trans-Caspian International Transport Route", "CN|KZ|AZ|GE|TR"),
        ("North-South corridor", "International North-South Transport Corridor", "RU|AZ|IR|IN"),
        ("TAPI pipeline", "Turkmenistan-Afghanistan-Pakistan-India gas pipeline", "TM|AF|PK|IN"),
        ("Baku-Ceyhan", "Baku-Tbilisi-Ceyhan pipeline", "AZ|GE|TR"),
        ("Bioceanic Road Corridor", "Capricorn Bioceanic Corridor", "BR|PY|AR|CL"),
        ("Lobito Trans-Africa Corridor", "Lobito Corridor", "AO|CD|ZM"),
        ("Friendship pipeline", "Druzhba pipeline", "RU|BY|UA|PL|DE|SK|CZ|HU"),
    ],
)
def test_known_forms(form: str, name: str, countries: str) -> None:
    assert [(row["name"], row["countries"]) for row in ROWS if form in forms(row)] == [(name, countries)]
