"""The country files are complete and agree with each other and with the growth of the United Nations."""

from __future__ import annotations

from collections import defaultdict

import pytest

from summitdb.gazetteer.tables import rows

COUNTRIES = rows("countries.tsv")
FORMS = rows("country_forms.tsv")
CODES = {row["code"] for row in COUNTRIES}
KINDS = {
    "name", "official", "former", "adjective", "person", "people",
    "capital", "former_capital", "seat", "building", "epithet",
}  # fmt: skip
# Year: how many of today's members joined in it (United Nations, Growth in membership; a successor keeps its seat).
JOINED = {
    1945: 49, 1946: 4, 1947: 2, 1948: 1, 1949: 1, 1950: 1, 1955: 16, 1956: 4, 1957: 2, 1958: 1, 1960: 17, 1961: 4,
    1962: 6, 1963: 2, 1964: 3, 1965: 3, 1966: 4, 1968: 3, 1970: 1, 1971: 5, 1973: 2, 1974: 3, 1975: 6, 1976: 3, 1977: 2,
    1978: 2, 1979: 1, 1980: 2, 1981: 3, 1983: 1, 1984: 1, 1990: 2, 1991: 7, 1992: 13, 1993: 6, 1994: 1, 1999: 3,
    2000: 2, 2002: 2, 2006: 1, 2011: 1,
}  # fmt: skip
# Forms that fit several countries on purpose; context has to choose.
SHARED = {
    "Congo", "Congolese", "Dominican", "Dominicans", "Guinean", "Guineans", "Himalayan kingdom", "Kingston", "Korea",
    "Korean", "Koreans", "ROC", "Samoan", "Samoans", "Virgin Islander", "Virgin Islanders", "Virgin Islands",
}  # fmt: skip


def codes(form: str, *kinds: str) -> set[str]:
    return {row["code"] for row in FORMS if row["form"] == form and (not kinds or row["kind"] in kinds)}


def test_columns() -> None:
    assert list(COUNTRIES[0]) == [
        "code", "alpha3", "name", "official_name", "capital", "lat", "lon", "continent", "un_member", "un_since",
        "neighbours", "state",
    ]  # fmt: skip
    assert list(FORMS[0]) == ["form", "code", "kind", "ambiguous"]


@pytest.mark.parametrize("column", ["code", "alpha3", "name", "official_name", "capital", "lat", "lon", "continent"])
def test_no_country_lacks(column: str) -> None:
    assert [row["code"] for row in COUNTRIES if not row[column]] == []


@pytest.mark.parametrize("column", ["code", "alpha3", "name"])
def test_is_unique(column: str) -> None:
    assert len({row[column] for row in COUNTRIES}) == len(COUNTRIES)


def test_countries_are_sorted_by_code() -> None:
    assert [row["code"] for row in COUNTRIES] == sorted(CODES)


def test_values_are_in_range() -> None:
    continents = {"Africa", "Asia", "Europe", "North America", "South America", "Oceania"}
    for row in COUNTRIES:
        assert row["continent"] in continents, row
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert row["un_member"] in {"0", "1"} and row["state"] in {"0", "1"}, row
        assert row["state"] >= row["un_member"], row


def test_members_of_the_united_nations_by_year() -> None:
    years: dict[int, int] = defaultdict(int)
    for row in COUNTRIES:
        assert bool(row["un_since"]) == (row["un_member"] == "1"), row
        if row["un_since"]:
            years[int(row["un_since"])] += 1
    assert dict(years) == JOINED


def test_neighbours_are_mutual_and_known() -> None:
    neighbours = {row["code"]: row["neighbours"].split() for row in COUNTRIES}
    for code, others in neighbours.items():
        assert others == sorted(set(others)), code
        for other in others:
            assert other != code and code in neighbours[other], (code, other)


@pytest.mark.parametrize("kind", ["name", "adjective", "person", "people", "capital"])
def test_every_country_has_a(kind: str) -> None:
    assert CODES - {row["code"] for row in FORMS if row["kind"] == kind} == set()


def test_every_name_official_name_and_capital_is_a_form() -> None:
    for row in COUNTRIES:
        assert row["code"] in codes(row["name"], "name"), row["name"]
        assert row["code"] in codes(row["official_name"], "name", "official"), row["official_name"]
        assert row["code"] in codes(row["capital"], "capital"), row["capital"]


def test_forms_are_clean_and_point_at_countries() -> None:
    for row in FORMS:
        assert row["code"] in CODES, row
        assert row["kind"] in KINDS, row
        assert row["ambiguous"] in {"0", "1"}, row
        assert row["form"] == " ".join(row["form"].split()) and '"' not in row["form"], row
        assert not row["form"].startswith(("the ", "The ")) or row["form"] in {"The Hague", "The Valley"}, row


def test_forms_are_unique_and_sorted() -> None:
    keys = [(row["form"], row["code"], row["kind"]) for row in FORMS]
    assert len(set(keys)) == len(keys)
    assert [form for form, _, _ in keys] == sorted(form for form, _, _ in keys)


def test_only_known_forms_fit_several_countries() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for row in FORMS:
        meant[row["form"]].add(row["code"])
    assert {form for form, found in meant.items() if len(found) > 1} == SHARED


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Soviet Union", "RU"), ("South Yemen", "YE"), ("East German", "DE"), ("Ivorian", "CI"), ("Nigerien", "NE"),
        ("Nigerian", "NG"), ("Dane", "DK"), ("Dutch", "NL"), ("Motswana", "BW"), ("Basotho", "LS"), ("Burkinabe", "BF"),
        ("Kiev", "UA"), ("Nur-Sultan", "KZ"), ("Rangoon", "MM"), ("Quai d'Orsay", "FR"), ("Élysée", "FR"),
        ("Elysee", "FR"), ("Turkiye", "TR"), ("Cote d’Ivoire", "CI"), ("Islamic Republic", "IR"), ("DPRK", "KP"),
        ("ROK", "KR"), ("Holland", "NL"), ("Zaire", "CD"), ("Bissau-Guinean", "GW"), ("Manx", "IM"),
    ],
)  # fmt: skip
def test_form_names(form: str, code: str) -> None:
    assert codes(form) == {code}


@pytest.mark.parametrize("form", ["Chad", "Jordan", "Georgia", "Turkey", "Mali", "Niger", "Guinea", "Polish", "US", "Male"])
def test_trap_is_marked(form: str) -> None:
    assert {row["ambiguous"] for row in FORMS if row["form"] == form} == {"1"}


@pytest.mark.parametrize("form", ["Czechoslovakia", "Czechoslovak", "North", "South"])
def test_form_names_no_single_country(form: str) -> None:
    assert codes(form) == set()
