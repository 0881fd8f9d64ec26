"""Where a meeting is: the place that its own clause, its name, the clause behind it or its host gives."""

from __future__ import annotations

from summitdb.extract.asides import clause_aside, gathering_beside, setting_of
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import POSSESSIVE, lexical
from summitdb.extract.places import Place, dateline_place, house, place_at
from summitdb.extract.scenes import GATHERINGS, Scene
from summitdb.extract.triggers import CALLS, VISITS
from summitdb.extract.units import PLAIN, Unit

AFTERWARDS = frozenset({"after", "following"})
SPEAKING = frozenset({"speaking", "talking", "spoke"})
HEARERS = frozenset({"reporters", "journalists", "newsmen", "conference", "briefing", "media", "press"})
HERE = frozenset({"here", "capital"})  # plain words that mean a place


NAMED = frozenset({"conference", "forum", "meeting", "talks", "peace talks", "negotiations"})  # "the Geneva talks"


class Whereabouts:
    """Finds the places of the encounters of one sentence, from its `units`, what each depends on and its scenes."""

    def __init__(self, doc: Document, units: list[Unit], depends: list[tuple[str, int]], scenes: list[Scene]) -> None:
        self.doc = doc
        self.units = units
        self.depends = depends
        self.scenes = scenes

    def settle(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
        """Give `encounter` its place, its stops and its host: the nearest place of the scene, a city before a country."""
        best: tuple[int, Place] | None = None
        for i in scene.at:
            unit = self.units[i]
            if unit.kind in PLAIN and unit.name is None and unit.low not in HERE:
                continue
            place = place_at(self.units, self.depends, i, encounter.goes)
            if unit.low == "here" and not self._departs(scene):
                place = dateline_place(self.doc, encounter.verbal and encounter.goes)
            if place is None:
                continue
            if place.visited:
                encounter.stops.append(place)
            distance = i - trigger if i > trigger else 2 * (trigger - i)
            if (
                best is None
                or (place.city is not None and best[1].city is None)
                or (distance < best[0] and (place.city is None) == (best[1].city is None))
            ):
                best = distance, place
        named, spoken_of = self._named_for(encounter, trigger), self._antecedent(scene)
        if named is not None:
            best = 0, named
        elif spoken_of is not None and (best is None or best[1].city is None):
            best = 0, spoken_of
        if best is None:
            behind = (
                clause_aside(self.scenes, scene, trigger)
                or setting_of(self.scenes, scene)
                or gathering_beside(self.scenes, scene, trigger)
            )
            if behind is not None:
                self.settle(encounter, behind, trigger)
            encounter.place = encounter.place or self._hosted(encounter, scene, trigger) or self._spoken(encounter, scene)
            return
        if encounter.leg == "departure":
            return
        encounter.place = best[1]
        if encounter.format in VISITS and best[1].country is not None and best[1].visited:
            encounter.host = best[1].unit
            if best[1].country not in encounter.codes:
                encounter.countries.append((best[1].country, best[1].unit))

    def _named_for(self, encounter: Encounter, trigger: int) -> Place | None:
        """The city or seat that gives a gathering its name: "the Tashkent summit", "a White House meeting"."""
        before = self.units[trigger - 1] if trigger else None
        seat = house(before) if before is not None and not encounter.verbal else None
        if seat is not None:
            return seat
        if before is not None and encounter.format in VISITS and not encounter.verbal:
            return self._visited(before, trigger)
        if before is None or before.kind != "city" or before.city is None or encounter.verbal:
            return None
        gathering = encounter.format in GATHERINGS or encounter.trigger.low in NAMED
        linked = trigger > 1 and (self.units[trigger - 2].text in ("-", "–", "/") or self.units[trigger - 2].low == "and")
        return Place(before.city.name, before.city.code, before) if gathering and not linked else None

    def _visited(self, before: Unit, trigger: int) -> Place | None:
        """The place right before the noun for a visit: "last year's Oslo visit", "his China trip"."""
        owner = self.units[trigger - 2] if trigger > 1 else None
        if owner is None or not (owner.text in POSSESSIVE or owner.pos in ("det", "poss") or owner.low in ("first", "second")):
            return None
        if before.kind == "city" and before.city is not None:
            return Place(before.city.name, before.city.code, before, True)
        if before.kind == "country" and before.countries and before.text[:1].isupper():
            return Place(None, before.countries[0], before, True)
        return None

    def _antecedent(self, scene: Scene) -> Place | None:
        """The place that a "where" clause tells of: "from Botswana, where he held talks"."""
        at = scene.at[0] if scene.at and scene.opener == "where" else 0
        for unit in reversed(self.units[max(0, at - 2) : at]):
            if unit.kind == "city" and unit.city is not None:
                return Place(unit.city.name, unit.city.code, unit)
            if unit.kind == "country" and unit.countries:
                return Place(None, unit.countries[0], unit)
        return None

    def _hosted(self, encounter: Encounter, scene: Scene, trigger: int) -> Place | None:
        """The state that hosts a meeting of others: "Kenya hosted a meeting of the ministers of Sudan and Chad"."""
        if scene.verb is None or encounter.verbal or trigger < scene.verb:
            return None
        if not self.units[lexical(self.units, scene.verb)].low.startswith("host"):
            return None
        own = next((self.units[i] for i in scene.at if i < (scene.verb or 0) and self.units[i].kind in ("country", "city")), None)
        if own is not None and own.city is not None:
            return Place(own.city.name, own.city.code, own)
        return Place(None, own.countries[0], own) if own is not None and own.countries else None

    def _spoken(self, encounter: Encounter, scene: Scene) -> Place | None:
        """The city where what was said after a meeting was said: "speaking in Brussels after talks with X"."""
        above = scene.parent
        if above is None or scene.opener not in AFTERWARDS or encounter.recalled or encounter.format in CALLS:
            return None
        for i in above.at:
            head = self.depends[i][1]
            if self.units[i].kind != "city" or i > scene.at[0] or head < 0:
                continue
            told = self.units[head]
            if "report" in told.rows or told.low in SPEAKING or told.low in HEARERS:
                return place_at(self.units, self.depends, i, False)
        return None

    def _departs(self, scene: Scene) -> bool:
        """ "Left here on Sunday for a visit to Japan": what stands by the verb is not where the visit is."""
        return scene.verb is not None and self.units[scene.verb].low.startswith(("left", "leav", "depart"))
