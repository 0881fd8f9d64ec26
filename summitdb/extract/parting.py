"""Encounters that tell of several meetings at once: the stops of a tour, separate calls to two ministers."""

from __future__ import annotations

from msgspec.structs import replace

from summitdb.extract.encounters import Encounter
from summitdb.extract.people import Person
from summitdb.extract.units import Unit


def _stops(encounter: Encounter) -> list[Encounter]:
    """One visit for each country of a tour: "visits to Ethiopia, Nigeria and Kenya"."""
    hosts = list(dict.fromkeys(stop.country for stop in encounter.stops if stop.country))
    travellers = [code for code in encounter.codes if code not in hosts]
    if len(hosts) < 2 or not travellers or encounter.leg:
        return []
    parts = []
    for code in hosts:
        place = next((s for s in encounter.stops if s.country == code and s.city), None) or next(
            s for s in encounter.stops if s.country == code
        )
        people = [(p, u) for p, u in encounter.people if p.country not in hosts]
        countries = [(c, u) for c, u in encounter.countries if c not in hosts] + [(code, place.unit)]
        parts.append(replace(encounter, people=people, countries=countries, place=place, host=place.unit, stops=[place]))
    return parts


def _apart(encounter: Encounter, caller: tuple[Person, Unit] | None) -> list[Encounter]:
    """One encounter for each party of "spoke separately with A and B"; else the encounter itself."""
    if not encounter.separately or len(encounter.codes) < 2:
        return [encounter]
    parts: list[Encounter] = []
    parties: list[tuple[Person | str, Unit]] = [*encounter.people, *encounter.countries]
    first = min(parties, key=lambda party: party[1].start)
    if first[1].start > encounter.trigger.start:
        if caller is None or caller[0].country in encounter.codes or not caller[0].country:
            return [encounter]
        encounter.people.insert(0, caller)
    own = caller[0].country if encounter.people and encounter.people[0] == caller and caller else _country(first[0])
    if len(encounter.codes) < 3:
        return [encounter]
    codes = dict.fromkeys([p.country for p, _ in encounter.people] + [c for c, _ in encounter.countries])
    for code in [c for c in codes if c and c != own]:
        people = [(p, u) for p, u in encounter.people if p.country in (own, code)]
        countries = [(c, u) for c, u in encounter.countries if c in (own, code)]
        parts.append(replace(encounter, people=people, countries=countries))
    return parts


def _country(party: Person | str) -> str | None:
    return party if isinstance(party, str) else party.country


def caller(encounter: Encounter) -> tuple[Person, Unit] | None:
    """Who held the separate meetings that `encounter` tells of: its first person before the word."""
    own = [(p, u) for p, u in encounter.people if u.start < encounter.trigger.start]
    return own[0] if encounter.separately and own else None


def part(encounter: Encounter, known: tuple[Person, Unit] | None = None) -> list[Encounter]:
    """The single meetings that `encounter` tells of; mostly itself. `known` is who held the separate meetings told of before."""
    return _stops(encounter) or _apart(encounter, known)
