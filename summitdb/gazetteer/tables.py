"""The gazetteer's data files as typed rows. Nothing is read before it is asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from msgspec import Struct

DATA = files("summitdb.gazetteer").joinpath("data")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated data file with a header line; a short row's missing cells are empty."""
    lines = DATA.joinpath(name).read_text("utf-8").split("\n")
    header = lines[0].split("\t")
    found = []
    for line in lines[1:]:
        if line:
            cells = line.split("\t")
            found.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return found


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by `|`."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


class Country(Struct, frozen=True):
    """A state or territory, by its ISO 3166-1 alpha-2 code."""

    code: str
    name: str
    capital: str


class CountryForm(Struct, frozen=True):
    """One way a text names a country. `kind`: name, official, former, adjective, person, people, capital, former_capital,
    seat, building or epithet."""

    form: str
    code: str
    kind: str
    ambiguous: bool


class City(Struct, frozen=True):
    """A city with the spellings a text may use; `code` is its country's."""

    name: str
    code: str
    population: int
    aliases: tuple[str, ...]
    ambiguous: bool
    lat: float
    lon: float


class OrganizationEntry(Struct, frozen=True):
    """An intergovernmental organization or grouping; `nouns` are the generic words by which texts refer back to it."""

    name: str
    acronym: str | None
    aliases: tuple[str, ...]
    kind: str
    nouns: tuple[str, ...]
    ambiguous: bool


class CorridorEntry(Struct, frozen=True):
    """A known corridor, pipeline, interconnector, railway, road or waterway."""

    name: str
    aliases: tuple[str, ...]
    modes: tuple[str, ...]
    countries: tuple[str, ...]
    ambiguous: bool


class Leader(Struct, frozen=True):
    """A known office holder. `since` and `until` are years, None where open; `country` is empty for an organization's head."""

    name: str
    aliases: tuple[str, ...]
    surname: str
    country: str | None
    organization: str | None
    office: str | None
    since: int | None
    until: int | None
    sex: str | None


class Region(Struct, frozen=True):
    """A named region, sea or province: a name that must not be taken for the country in it."""

    name: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    kind: str


def _flag(cell: str | None) -> bool:
    return cell == "1"


@cache
def countries() -> dict[str, Country]:
    """Every country by code."""
    return {row["code"]: Country(row["code"], row["name"], row["capital"]) for row in rows("countries.tsv")}


@cache
def country_forms() -> list[CountryForm]:
    return [CountryForm(row["form"], row["code"], row["kind"], _flag(row.get("ambiguous"))) for row in rows("country_forms.tsv")]


@cache
def cities() -> list[City]:
    return [
        City(
            row["name"],
            row["code"],
            int(row["population"] or 0),
            several(row["aliases"]),
            _flag(row.get("ambiguous")),
            float(row["lat"]),
            float(row["lon"]),
        )
        for row in rows("cities.tsv")
    ]


@cache
def organizations() -> list[OrganizationEntry]:
    return [
        OrganizationEntry(
            row["name"],
            row["acronym"] or None,
            several(row["aliases"]),
            row["kind"],
            several(row["noun"]),
            _flag(row.get("ambiguous")),
        )
        for row in rows("organizations.tsv")
    ]


@cache
def memberships() -> dict[str, tuple[tuple[str, int, int], ...]]:
    """By an organization's name its members: country code, first and last year; 0 and 9999 where open."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for row in rows("memberships.tsv"):
        member = (row["country"], int(row["since"] or 0), int(row["until"] or 9999))
        found.setdefault(row["organization"], []).append(member)
    return {name: tuple(members) for name, members in found.items()}


@cache
def corridors() -> list[CorridorEntry]:
    return [
        CorridorEntry(
            row["name"],
            several(row["aliases"]),
            tuple(row["modes"].replace("|", " ").split()),
            tuple(row["countries"].replace("|", " ").split()),
            _flag(row.get("ambiguous")),
        )
        for row in rows("corridors.tsv")
    ]


@cache
def leaders() -> list[Leader]:
    return [
        Leader(
            row["name"],
            several(row["aliases"]),
            row["surname"],
            row["country"] or None,
            row.get("organization") or None,
            row["office"] or None,
            int(row["since"]) if row["since"] else None,
            int(row["until"]) if row["until"] else None,
            row["sex"] or None,
        )
        for row in rows("leaders.tsv")
    ]


@cache
def regions() -> list[Region]:
    return [
        Region(row["name"], several(row["aliases"]), tuple(row["codes"].replace("|", " ").split()), row["kind"])
        for row in rows("regions.tsv")
    ]
