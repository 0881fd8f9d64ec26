"""The city and region files are complete, agree with the countries and keep traps apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

import pytest

from summitdb.gazetteer.tables import cities, countries, country_forms, regions, rows, several

CITIES = rows("cities.tsv")
REGIONS = rows("regions.tsv")
STATES = {row["code"]: row["state"] == "1" for row in rows("countries.tsv")}


def plain(form: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c)).casefold()


def named(name: str) -> list[str]:
    """Codes of the cities with that name or alias, in file order."""
    return [city.code for city in cities() if name in (city.name, *city.aliases)]


def test_columns() -> None:
    assert list(CITIES[0]) == ["name", "code", "lat", "lon", "population", "aliases", "capital", "ambiguous"]
    assert list(REGIONS[0]) == ["name", "aliases", "codes", "kind"]


def test_cities_are_clean() -> None:
    for row in CITIES:
        assert row["code"] in countries(), row
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert row["capital"] in {"0", "1"} and row["ambiguous"] in {"0", "1"}, row
        assert int(row["population"]) >= 0, row
        for form in (row["name"], *several(row["aliases"])):
            assert form == " ".join(form.split()) and '"' not in form, row


def test_a_country_names_no_city_twice() -> None:
    keys = [(plain(row["name"]), row["code"]) for row in CITIES]
    assert {key for key in keys if keys.count(key) > 1} == set()


def test_a_form_means_one_city_of_a_country() -> None:
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for city in cities():
        for form in (city.name, *city.aliases):
            meant[plain(form), city.code].add(city.name)
    assert {key: names for key, names in meant.items() if len(names) > 1} == {}


def test_cities_are_sorted_with_state_capitals_and_the_largest_first() -> None:
    keys = [
        (row["name"], not (row["capital"] == "1" and STATES[row["code"]]), -int(row["population"]), row["code"]) for row in CITIES
    ]
    assert keys == sorted(keys)


def test_every_country_has_its_capital() -> None:
    capitals = {(row["name"], row["code"]) for row in CITIES if row["capital"] == "1"}
    assert capitals == {(country.capital, country.code) for country in countries().values()}


def test_a_capital_stands_where_the_country_file_says() -> None:
    where = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in rows("countries.tsv")}
    for row in CITIES:
        if row["capital"] == "1":
            lat, lon = where[row["code"]]
            assert abs(float(row["lat"]) - lat) < 0.1 and abs(float(row["lon"]) - lon) < 0.1, row


def test_spellings_of_a_capital_are_known_as_cities() -> None:
    known = {(plain(form), city.code) for city in cities() for form in (city.name, *city.aliases)}
    spellings = {
        (plain(form.form.replace("’", "'")), form.code)
        for form in country_forms()
        if form.kind in {"capital", "former_capital"} and not form.ambiguous
    }
    assert spellings - known == set()


def test_no_city_is_called_like_another_country() -> None:
    kinds = {"name", "official", "adjective", "person", "people"}
    states = defaultdict(set)
    for form in country_forms():
        if form.kind in kinds:
            states[plain(form.form)].add(form.code)
    clashes = {
        (city.name, city.code) for city in cities() for form in (city.name, *city.aliases) if states[plain(form)] - {city.code}
    }
    # Salvador da Bahia is far larger than the use of "Salvador" for El Salvador.
    assert clashes == {("Salvador", "BR")}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Kiev", ["UA"]), ("Nur-Sultan", ["KZ"]), ("Stepanakert", ["AZ"]), ("Saigon", ["VN"]), ("Camp David", ["US"]),
        ("Sharm El Sheikh", ["EG"]), ("Cholpon-Ata", ["KG"]), ("Győr", ["HU"]), ("Wagah", ["PK"]), ("Davos", ["CH"]),
        ("Hyderabad", ["IN", "PK"]), ("Tripoli", ["LY", "LB"]), ("Georgetown", ["GY"]), ("Moyale", ["KE", "ET"]),
        ("Victoria", ["SC", "CA"]), ("San Jose", ["CR", "US"]), ("Khorgos", ["CN", "KZ"]), ("Panmunjom", ["KP"]),
    ],
)  # fmt: skip
def test_city(name: str, codes: list[str]) -> None:
    assert named(name) == codes


@pytest.mark.parametrize("name", ["Gao", "Nice", "Reading", "Bath", "Mobile", "Split", "Lincoln", "Jackson", "Santiago"])
def test_trap_is_marked(name: str) -> None:
    assert next(city.ambiguous for city in cities() if city.name == name)


def test_regions_are_clean() -> None:
    kinds = {"continent", "region", "sea", "river", "province", "mountain", "disputed"}
    names = [region.name for region in regions()]
    assert names == sorted(set(names))
    for region in regions():
        assert region.kind in kinds, region
        assert set(region.codes) <= countries().keys() and list(region.codes) == sorted(region.codes), region


def test_a_form_means_one_region_and_no_country_or_city() -> None:
    forms = [form for region in regions() for form in (region.name, *region.aliases)]
    assert {form for form in forms if forms.count(form) > 1} == set()
    assert set(forms) & {form.form for form in country_forms()} == set()
    assert set(forms) & {form for city in cities() for form in (city.name, *city.aliases)} == set()


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("Inner Mongolia", ("CN",)), ("Gulf of Oman", ("AE", "IR", "OM")), ("New Mexico", ("US",)),
        ("West Bank", ("PS",)), ("Nagorno-Karabakh", ("AZ",)), ("South China Sea", ()), ("Central Asian", (
            "KG", "KZ", "TJ", "TM", "UZ")), ("former Yugoslavia", ("BA", "HR", "ME", "MK", "RS", "SI", "XK")),
        ("Northern Ireland", ("GB",)), ("Korean peninsula", ("KP", "KR")),
    ],
)  # fmt: skip
def test_region(form: str, codes: tuple[str, ...]) -> None:
    assert [region.codes for region in regions() if form in (region.name, *region.aliases)] == [codes]
