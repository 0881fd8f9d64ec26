"""What two accounts of one summit may call differently: its name, its city, and those who took part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import cache, lru_cache
from math import cos, hypot, radians

from summitdb.fold.names import content_words, person_key, slugify
from summitdb.records import Summit

NEAR_KM = 30
SAME_NAME = 0.85

_KM_OF_DEGREE = 111.2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FILLERS = content_words(
    "summit meeting leaders virtual annual informal session sessions conference talks negotiations encounter visit st nd rd th"
    " bilateral trilateral historic heads state government"
)
# As `person_key` spells them.
_TITLES = set(person_key("crown prince princess king queen emir sultan sheikh sheik general doctor sir dr mr mrs ms").split("-"))


def telling_words(record: Summit) -> frozenset[str]:
    """The words of a summit's name that tell it from others: not the year, and not who took part, where, and of which
    organization, which is compared by itself. Nothing is left of `Helsinki summit` or `2024 BRICS Summit`."""
    if not record.name:
        return frozenset()
    known = set(_FILLERS)
    for name in (record.city or "", *(participant.person for participant in record.participants)):
        known |= content_words(name)
    for code in (*record.countries, record.country or ""):
        known |= _country_words().get(code, frozenset())
    if record.organization:
        known |= _organization_words(record.organization)
    return frozenset(word for word in content_words(record.name) - known if not _YEAR.fullmatch(word))


@cache
def _country_words() -> dict[str, frozenset[str]]:
    from summitdb.gazetteer.tables import country_forms

    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for form in country_forms():
        if form.kind in ("name", "official", "adjective"):
            found[form.code] |= content_words(form.form)
    return found


@lru_cache(maxsize=1024)
def _organization_words(name: str) -> frozenset[str]:
    from summitdb.gazetteer.tables import organizations

    slug = slugify(name)
    names = [name]
    for entry in organizations():
        if slugify(entry.name) == slug:
            names += [entry.acronym or "", *entry.aliases]
    return frozenset(word for one in names for word in content_words(one))


@lru_cache(maxsize=65_536)
def same_place(a: str, b: str) -> bool:
    """Whether two cities, by slug, are one place or near each other: Versailles is Paris."""
    if a == b:
        return True
    spots = _spots()
    return any(_km(one, other) <= NEAR_KM for one in spots.get(a, ()) for other in spots.get(b, ()))


@cache
def _spots() -> dict[str, list[tuple[float, float]]]:
    from summitdb.gazetteer.tables import cities

    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities():
        found[slugify(city.name)].append((city.lat, city.lon))
    return dict(found)


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    east = (a[1] - b[1]) * cos(radians((a[0] + b[0]) / 2))
    return _KM_OF_DEGREE * hypot(a[0] - b[0], east)


def any_alike(some: Collection[str], others: Collection[str]) -> bool:
    """Whether one of some persons, by key, may be one of the others."""
    return any(one == other or _alike(*sorted((one, other))) for one in some for other in others)


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> bool:
    """Whether two keys of persons of one country differ only in titles, middle names, or a letter."""
    words, others = ([word for word in key.split("-") if word not in _TITLES] for key in (one, other))
    shorter, longer = sorted((words, others), key=len)
    if shorter and set(shorter) <= set(longer) and (len(shorter) > 1 or shorter[0] == longer[-1]):
        return True
    return SequenceMatcher(None, one, other).ratio() >= SAME_NAME
