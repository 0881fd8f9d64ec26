"""The leaders file keeps what name resolution counts on."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from summitdb.gazetteer.tables import rows, several
from summitdb.records import Office

ROWS = rows("leaders.tsv")
HELD_BY_ONE = {"president", "prime_minister", "foreign_minister", "chancellor", "king", "emir", "secretary_general"}
# Rivals after the election of 2010; two by the accord of 1993; North and South Yemen.
HELD_BY_TWO = {("CI", "president"), ("KH", "prime_minister"), ("YE", "president")}


def forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *several(row["aliases"])]


def test_columns() -> None:
    columns = ["name", "aliases", "surname", "country", "organization", "office", "since", "until", "sex"]
    assert list(ROWS[0]) == columns


def test_rows_are_sorted_and_unique() -> None:
    keys = [(row["name"], row["since"], row["country"], row["organization"], row["office"]) for row in ROWS]
    assert keys == sorted(set(keys))


def test_values() -> None:
    offices, organizations = get_args(Office), {row["name"] for row in rows("organizations.tsv")}
    countries = {row["code"] for row in rows("countries.tsv")}
    for row in ROWS:
        assert row["office"] in offices, row
        assert row["sex"] in ("m", "f"), row
        assert bool(row["country"]) != bool(row["organization"]), row
        assert not row["country"] or row["country"] in countries, row
        assert not row["organization"] or row["organization"] in organizations, row
        assert 1900 <= int(row["since"] or 1985) <= int(row["until"] or 2026) <= 2026, row


def test_everyone_was_in_office_in_the_period_covered() -> None:
    assert [row["name"] for row in ROWS if row["until"] and int(row["until"]) < 1985] == []


def test_a_person_is_described_alike_in_every_row() -> None:
    seen: dict[str, tuple[str, str, str]] = {}
    for row in ROWS:
        described = (row["aliases"], row["surname"], row["sex"])
        assert seen.setdefault(row["name"], described) == described


def test_surname_stands_in_a_form_of_the_name() -> None:
    known = {"Otaiba"}  # "al-Otaiba" in full
    odd = [
        row["name"]
        for row in ROWS
        if not set(row["surname"].split()) <= {word for form in forms(row) for word in form.split()}
        and row["surname"] not in known
    ]
    assert odd == []


def test_a_full_name_is_one_persons() -> None:
    owners: dict[str, set[str]] = {}
    for row in ROWS:
        for form in forms(row):
            if " " in form:
                owners.setdefault(form.casefold(), set()).add(row["name"])
    assert {form for form, names in owners.items() if len(names) > 1} == {"king abdullah", "george bush"}


def test_an_office_is_held_by_one_at_a_time() -> None:
    terms: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for row in ROWS:
        if row["office"] in HELD_BY_ONE and row["since"]:
            key = (row["country"] or row["organization"], row["office"])
            terms.setdefault(key, []).append((int(row["since"]), int(row["until"] or 2027), row["name"]))
    clashes = {
        key: (one, other)
        for key, held in terms.items()
        for one, other in combinations(sorted(held), 2)
        if min(one[1], other[1]) > max(one[0], other[0])
    }
    assert set(clashes) == HELD_BY_TWO, clashes


@pytest.mark.parametrize(
    ("form", "year", "name", "office"),
    [
        ("Joseph R. Biden, Jr.", 2022, "Joe Biden", "president"),
        ("Ilkham Aliev", 2008, "Ilham Aliyev", "president"),
        ("Recep Tayyip Erdoğan", 2010, "Recep Tayyip Erdogan", "prime_minister"),
        ("Kassym-Jomart Tokayev", 1998, "Kassym-Jomart Tokayev", "foreign_minister"),
        ("Ursula von der Leyen", 2018, "Ursula von der Leyen", "minister"),
        ("Jose Manuel Durao Barroso", 2006, "Jose Manuel Barroso", "other"),
    ],
)
def test_known_leaders(form: str, year: int, name: str, office: str) -> None:
    found = {
        (row["name"], row["office"])
        for row in ROWS
        if form in forms(row) and int(row["since"] or 0) <= year <= int(row["until"] or 9999)
    }
    assert found == {(name, office)}
