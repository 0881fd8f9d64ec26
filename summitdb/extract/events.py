"""Events: distinct meetings, each made of the encounters that speak of it."""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.encounters import Encounter
from summitdb.extract.people import Person
from summitdb.extract.places import Place
from summitdb.extract.triggers import CALLS, VISITS, weight
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry

GATHERINGS = frozenset({"summit", "ministerial"})


class Event(Struct, eq=False):
    """Encounters that speak of one meeting. `recalled` is a meeting before the news, `lead` the one that the article is about,
    `parent` the gathering beside which it was held. `format` is the weightiest that its encounters give it, the first of equals;
    `several` says that a number of states that it does not name takes part, `implied` that nothing but joint acts speaks of it;
    `nouns` are the words for it."""

    encounters: list[Encounter]
    status: str
    recalled: bool = False
    lead: bool = False
    people: list[tuple[Person, Unit]] = field(default_factory=list)
    countries: dict[str, tuple[int, int]] = field(default_factory=dict)
    organization: tuple[OrganizationEntry, Unit] | None = None
    partner: tuple[OrganizationEntry, Unit] | None = None
    place: Place | None = None
    host: Unit | None = None
    date: Unit | None = None
    since: Unit | None = None
    name: tuple[int, int] | None = None
    days: int = 0
    ends: bool = False
    until: Unit | None = None
    arrival: Unit | None = None
    departure: Unit | None = None
    parent: Event | None = None
    format: str = ""
    several: bool = False
    implied: bool = True
    nouns: set[str] = field(default_factory=set)

    @property
    def first(self) -> Encounter:
        return self.encounters[0]

    @property
    def is_call(self) -> bool:
        return self.format in CALLS

    @property
    def is_process(self) -> bool:
        """Whether it is negotiations that go on, of no day and no place."""
        return self.status == "ongoing" and self.format == "negotiations" and self.date is None

    def _is_come_to(self, encounter: Encounter) -> bool:
        """Whether the encounter is a visit to the city where others meet: the state that is visited is not a party."""
        here, there = self.place, encounter.place
        if (
            encounter is self.first
            or here is None
            or there is None
            or encounter.format not in VISITS
            or self.first.format in VISITS
        ):
            return False
        return here.city is not None and here.city == there.city and there.country not in self.countries

    def take(self, encounter: Encounter) -> None:
        """Add what `encounter` says; what is there already stays."""
        if not encounter.leg and self._is_come_to(encounter):
            encounter.format = self.first.format
            encounter.countries = [(code, unit) for code, unit in encounter.countries if unit is not encounter.host]
        if not self.format or weight(encounter.format) > weight(self.format):
            self.format = encounter.format
        self.several = self.several or encounter.several
        self.implied = self.implied and encounter.implied
        self.nouns.add(encounter.trigger.low)
        self.days = self.days or encounter.days
        self.ends = self.ends or encounter.ends
        self.until = self.until or encounter.until
        self.since = self.since or encounter.since
        if encounter.leg == "arrival":
            self.arrival = self.arrival or encounter.date
            return
        if encounter.leg == "departure":
            self.departure = self.departure or encounter.date
            return
        if encounter.arrives and encounter.date is not None:
            self.arrival = self.arrival or encounter.date
        for person, unit in encounter.people:
            if all(person is not known for known, _ in self.people):
                self.people.append((person, unit))
            if person.country:
                self.countries.setdefault(person.country, (unit.start, unit.end))
        for code, unit in encounter.countries:
            self.countries.setdefault(code, (unit.start, unit.end))
        self.organization = self.organization or encounter.organization
        self.partner = self.partner or encounter.partner
        if self.place is None or (self.place.city is None and encounter.place is not None and encounter.place.city is not None):
            self.place = encounter.place or self.place
        self.host = self.host or encounter.host
        if encounter.name is not None and (self.name is None) and (encounter.format in GATHERINGS or self.format not in VISITS):
            self.name = encounter.name
        if self.status in ("held", "ongoing") and encounter.status == "planned":
            return  # what is still to come of a visit does not say when it began
        if self.date is None or (encounter.date is not None and _precision(encounter.date) > _precision(self.date)):
            self.date = encounter.date or self.date


def _precision(unit: Unit) -> int:
    return len(unit.value.value or "") if unit.value is not None else 0


def stands(event: Event) -> bool:
    """Whether there is enough for a row: two states, a state and an organization, or a gathering of an organization."""
    if len(event.countries) >= 2:
        return True
    hosted = bool(event.countries) and (event.format in GATHERINGS or any("summit" in noun for noun in event.nouns))
    if event.several and (event.date is not None or event.place is not None or hosted):
        return True
    if event.partner is not None and event.countries:
        return True
    if event.countries and event.format == "negotiations" and any(e.civil for e in event.encounters):
        return event.date is not None or event.place is not None
    if (
        event.name is not None
        and event.format in GATHERINGS
        and event.countries
        and event.place is not None
        and event.date is not None
    ):
        return True
    if event.countries and any(p.organization is not None and not p.country for p, _ in event.people):
        return True
    if event.implied and event.organization is not None:
        return True
    return event.organization is not None and (event.format in GATHERINGS or event.date is not None or event.place is not None)
