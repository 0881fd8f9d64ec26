"""Encounters that tell of several meetings at once: the stops of a tour, separate calls to two ministers."""

from __future__ import annotations

from dataclasses import replace

from summitdb.extract.encounters import Encounter


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


def _apart(encounter: Encounter) -> list[Encounter]:
    """One encounter for each party of "spoke separately with A and B"; else the encounter itself."""
    if not encounter.separately or len(encounter.codes) < 3:
        return [encounter]
    parts: list[Encounter] = []
    own = encounter.people[0][0].country if encounter.people else encounter.countries[0][0]
    for code in [
        c for c in dict.fromkeys([p.country for p, _ in encounter.people] + [c for c, _ in encounter.countries]) if c and c != own
    ]:
        people = [(p, u) for p, u in encounter.people if p.country in (own, code)]
        countries = [(c, u) for c, u in encounter.countries if c in (own, code)]
        parts.append(replace(encounter, people=people, countries=countries))
    return parts


def part(encounter: Encounter) -> list[Encounter]:
    """The single meetings that `encounter` tells of; mostly itself."""
    return _stops(encounter) or _apart(encounter)
