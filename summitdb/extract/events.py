"""Events: encounters gathered into distinct meetings."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitdb.extract.credentials import credentials
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter, find_encounters
from summitdb.extract.joint_acts import joint_acts
from summitdb.extract.moods import AHEAD, CLASS, DONE, DROPPED, OFF
from summitdb.extract.people import Person
from summitdb.extract.places import Place
from summitdb.extract.triggers import CALLS, VISITS, weight
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry

GATHERINGS = frozenset({"summit", "ministerial"})
BROAD = frozenset({"meeting", "negotiations"})


@dataclass(slots=True, eq=False)
class Event:
    """Encounters that speak of one meeting. `recalled` is a meeting before the news, `lead` the one that the article is about,
    `parent` the gathering beside which it was held."""

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
    name: tuple[int, int] | None = None
    days: int = 0
    ends: bool = False
    until: Unit | None = None
    arrival: Unit | None = None
    departure: Unit | None = None
    parent: Event | None = None

    @property
    def first(self) -> Encounter:
        return self.encounters[0]

    @property
    def format(self) -> str:
        return max((e.format for e in self.encounters), key=weight)

    @property
    def is_call(self) -> bool:
        return self.format in CALLS

    @property
    def implied(self) -> bool:
        """Whether nothing but joint acts speaks of it."""
        return all(e.implied for e in self.encounters)

    def take(self, encounter: Encounter) -> None:
        """Add what `encounter` says; what is there already stays."""
        self.days = self.days or encounter.days
        self.ends = self.ends or encounter.ends
        self.until = self.until or encounter.until
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
        self.name = self.name or encounter.name
        if self.date is None or (encounter.date is not None and _precision(encounter.date) > _precision(self.date)):
            self.date = encounter.date or self.date


def _precision(unit: Unit) -> int:
    return len(unit.value.value or "") if unit.value is not None else 0


def _days_differ(a: Unit | None, b: Unit | None) -> bool:
    """Whether two dates cannot be one day or stretch of days."""
    if a is None or b is None:
        return False
    options_a = _options(a)
    return not any(x.startswith(y) or y.startswith(x) for x in options_a for y in _options(b))


def _options(unit: Unit) -> set[str]:
    value = unit.value
    return {v for v in (value.value, value.future_value, value.past_value) if v}


def _joins(event: Event, encounter: Encounter) -> bool:
    """Whether `encounter` can speak of `event`: same time, same kind of contact, no other states, day, place or body."""
    if encounter.leg and CLASS[event.status] == DONE and not event.recalled:
        return bool(encounter.codes) and encounter.codes <= set(event.countries) and not event.is_call
    time, other = CLASS[event.status], CLASS.get(encounter.status, OFF)
    ongoing = "ongoing" in (event.status, encounter.status) and not encounter.recalled and not event.recalled
    apart = bool(encounter.codes) and not encounter.codes <= set(event.countries)
    if time != other and encounter.status != DROPPED and not (OFF in (time, other) and AHEAD in (time, other) and not apart) and not (
        ongoing and other == AHEAD and encounter.date is None
    ):
        return False
    if event.recalled != encounter.recalled and time == DONE and other == DONE:
        return False
    if (encounter.format in CALLS) != event.is_call and not event.implied and not (encounter.format in BROAD and (encounter.definite or not encounter.codes)):
        return False
    codes, known = encounter.codes, set(event.countries)
    if codes and known:
        if not codes & known:
            return False
        if not codes <= known and not known <= codes and not event.organization:
            return False
        if len(codes) == 1 and len(known) == 1 and codes != known:
            return False
    if codes and not known and event.organization is None and not encounter.definite:
        return False
    if len(codes) > 1 and encounter.verbal and not encounter.implied and not event.implied and _others(event, encounter):
        return False
    if encounter.sidelines != event.first.sidelines and encounter.organization is not None:
        return False
    if _days_differ(event.date, encounter.date) and not (event.format in VISITS or encounter.format in VISITS):
        return False
    if encounter.organization and event.organization and event.organization[0] is not encounter.organization[0]:
        return False
    if encounter.organization and not event.organization and not (event.format in GATHERINGS and encounter.format in GATHERINGS):
        return False
    if event.organization and not encounter.organization and not encounter.definite and not encounter.implied and encounter.format not in GATHERINGS:
        return False
    if event.name and encounter.name and not encounter.organization and not event.organization and encounter.format in GATHERINGS and not encounter.definite:
        return False
    if event.place is not None and encounter.place is not None and event.place.city and encounter.place.city:
        if event.place.city != encounter.place.city:
            return False
    if event.place is not None and encounter.place is not None and event.place.country != encounter.place.country and encounter.place.country and event.place.country:
        return False
    return bool(codes) or encounter.definite or encounter.organization is not None or not encounter.verbal


def _others(event: Event, encounter: Encounter) -> bool:
    """Whether other people of the same states met: ministers on Sunday, presidents on Monday."""
    known = [person for person, _ in event.people]
    met = [person for person, _ in encounter.people]
    return len(known) > 1 and len(met) > 1 and not any(person in known for person in met)


def _choose(events: list[Event], encounter: Encounter) -> Event | None:
    joined = [event for event in events if _joins(event, encounter)]
    if not joined:
        return None
    same = [e for e in joined if e.encounters[-1].sentence.index == encounter.sentence.index]
    if same:
        return same[-1]
    if not encounter.codes and encounter.definite:
        near = [e for e in joined if encounter.sentence.index - e.encounters[-1].sentence.index <= 1 and e.format == encounter.format]
        if near:
            return near[-1]
    return next((e for e in joined if e.lead), joined[-1])


def _set_beside(events: list[Event]) -> None:
    """Give each meeting the gathering beside which or at which it was held, from the scenes of their sentences."""
    by_scene = {id(e.scene): event for event in events for e in event.encounters}
    for event in events:
        for encounter in event.encounters:
            if not (encounter.sidelines or encounter.organization is not None or encounter.format in GATHERINGS):
                continue
            scene = encounter.scene.parent
            while scene is not None:
                beside = by_scene.get(id(scene))
                if beside is not None and beside is not event and beside.parent is None and event.parent is not beside:
                    beside.parent = event
                    break
                scene = scene.parent


def gather(doc: Document) -> list[Event]:
    """The events of an article in text order; the first that is not recalled leads."""
    events: list[Event] = []
    encounters = find_encounters(doc)
    acts = joint_acts(doc)
    encounters += credentials(doc)
    told = {e.sentence.index for e in encounters if e.status in ("held", "ongoing") and not e.recalled and len(e.codes) > 1}
    acts = [act for act in acts if act.sentence.index not in told]
    for encounter in sorted([*encounters, *acts], key=lambda e: (e.trigger.start, e.implied)):
        event = _choose(events, encounter)
        if event is None and (encounter.leg or (encounter.status == DROPPED and any(CLASS[e.status] == OFF for e in events))):
            continue
        if event is None and encounter.status == DROPPED:
            encounter.status = "planned"
        if encounter.implied and event is None and any(e.lead and CLASS[e.status] != AHEAD and stands(e) for e in events):
            continue
        if event is None:
            event = Event([], encounter.status, encounter.recalled)
            events.append(event)
        elif CLASS.get(encounter.status, OFF) == OFF and encounter.status != DROPPED and CLASS[event.status] != OFF:
            event.status = encounter.status
        elif encounter.status == "ongoing" and CLASS[event.status] == DONE and not event.recalled:
            event.status = "ongoing"
        event.encounters.append(encounter)
        event.take(encounter)
        _lead(events)
    _set_beside(events)
    _lead(events)
    return events


def _lead(events: list[Event]) -> None:
    if any(event.lead for event in events):
        return
    for event in events:
        if not event.recalled and stands(event):
            event.lead = True
            return


def stands(event: Event) -> bool:
    """Whether there is enough for a row: two states, a state and an organization, or a gathering of an organization."""
    if len(event.countries) >= 2:
        return True
    if event.partner is not None and event.countries:
        return True
    if event.countries and any(p.organization is not None and not p.country for p, _ in event.people):
        return True
    if event.implied and event.organization is not None:
        return True
    return event.organization is not None and (event.format in GATHERINGS or event.date is not None or event.place is not None)
