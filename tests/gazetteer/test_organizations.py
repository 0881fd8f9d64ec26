"""The organizations file keeps what the matcher counts on."""

from __future__ import annotations

import pytest

from summitdb.gazetteer.tables import rows, several

KINDS = {
    "organization", "grouping", "court", "bank", "fund", "agency", "commission", "forum", "alliance", "mission",
}  # fmt: skip
ROWS = rows("organizations.tsv")


def forms(row: dict[str, str]) -> list[str]:
    return [form for form in (row["name"], row["acronym"], *several(row["aliases"])) if form]


def test_columns() -> None:
    assert list(ROWS[0]) == ["name", "acronym", "aliases", "kind", "noun", "seat", "since", "until", "ambiguous"]


def test_a_form_names_one_organization() -> None:
    owners: dict[str, set[str]] = {}
    for row in ROWS:
        for form in forms(row):
            owners.setdefault(form.casefold(), set()).add(row["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_names_are_unique_and_sorted() -> None:
    names = [row["name"] for row in ROWS]
    assert names == sorted(set(names))


def test_no_form_is_given_twice() -> None:
    for row in ROWS:
        aliases = several(row["aliases"])
        assert len({*aliases} - {row["name"], row["acronym"]}) == len(aliases), row["name"]


def test_forms_are_bare_names() -> None:
    every = [form for row in ROWS for form in forms(row)]
    assert [form for form in every if form != " ".join(form.split()) or set(form) & set('()[]";’“”')] == []


def test_short_forms_are_not_common_words() -> None:
    common = {
        "alliance",
        "bank",
        "bloc",
        "commission",
        "community",
        "council",
        "court",
        "forum",
        "fund",
        "group",
        "union",
    }
    assert [form for row in ROWS for form in forms(row) if form.casefold() in common] == []


def test_kinds_and_nouns() -> None:
    assert {row["kind"] for row in ROWS} <= KINDS
    assert [row["name"] for row in ROWS if not several(row["noun"])] == []
    assert [row["name"] for row in ROWS if row["noun"] != row["noun"].lower() and "EU" not in row["noun"]] == []


def test_years() -> None:
    for row in ROWS:
        since, until = int(row["since"] or 1800), int(row["until"] or 2100)
        assert 1800 <= since <= until <= 2100, row["name"]


def test_flags() -> None:
    assert {row["ambiguous"] for row in ROWS} == {"", "1"}


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Nato", "North Atlantic Treaty Organization"),
        ("G-7", "Group of Seven"),
        ("OPEC Plus", "OPEC+"),
        ("Organisation of Turkic States", "Organization of Turkic States"),
        ("Mercosur", "Southern Common Market"),
        ("U.N. Security Council", "United Nations"),
        ("European Commission", "European Union"),
        ("Islamic Conference Organization", "Organization of Islamic Cooperation"),
        ("Minsk Group", "OSCE Minsk Group"),
        ("EEC", "European Union"),
    ],
)
def test_known_forms(form: str, name: str) -> None:
    assert [row["name"] for row in ROWS if form in forms(row)] == [name]
