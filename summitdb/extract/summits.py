"""Summits of an article: encounters gathered into distinct meetings, visits and calls, each with who, where, when and whether."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitdb.extract.document import Document
from summitdb.extract.encounters import CALLS, VISITS, Encounter, _weight, find_encounters
from summitdb.extract.people import Person
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.topics import topics_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.records import Participant, Summit

DONE, AHEAD, OFF = "done", "ahead", "off"
CLASS = {"held": DONE, "ongoing": DONE, "planned": AHEAD, "proposed": AHEAD, "cancelled": OFF, "postponed": OFF}
OFFICES = frozenset({
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "vice_president", "deputy_minister", "secretary_general", "special_envoy", "ambassador",
})  # fmt: skip


@dataclass(slots=True)
class Event:
    """Encounters that speak of one meeting. `recalled` is a meeting before the news, `lead` the one that the article is about."""

    encounters: list[Encounter]
    status: str
    recalled: bool = False
    lead: bool = False
    people: list[tuple[Person, Unit]] = field(default_factory=list)
    countries: dict[str, tuple[int, int]] = field(default_factory=dict)
    organization: tuple[OrganizationEntry, Unit] | None = None
    place: Unit | None = None
    host: Unit | None = None
    date: Unit | None = None

    @property
    def first(self) -> Encounter:
        return self.encounters[0]

    @property
    def format(self) -> str:
        return max((e.format for e in self.encounters), key=_weight)

    @property
    def is_call(self) -> bool:
        return self.format in CALLS

    def take(self, encounter: Encounter) -> None:
        """Add what `encounter` says; what is there already stays."""
        for person, unit in encounter.people:
            if all(person is not known for known, _ in self.people):
                self.people.append((person, unit))
            if person.country:
                self.countries.setdefault(person.country, (unit.start, unit.end))
        for code, unit in encounter.countries:
            self.countries.setdefault(code, (unit.start, unit.end))
        if encounter.host is not None and encounter.host.countries and encounter.format in VISITS:
            code = encounter.host.city.code if encounter.host.city else encounter.host.countries[0]
            self.countries.setdefault(code, (encounter.host.start, encounter.host.end))
        self.organization = self.organization or encounter.organization
        self.place = self.place or encounter.place
        self.host = self.host or encounter.host
        if self.date is None or (encounter.date is not None and _precision(encounter.date) > _precision(self.date) and not encounter.sidelines):
            self.date = encounter.date or self.date


def _precision(unit: Unit) -> int:
    return len(unit.value.value or "") if unit.value is not None else 0


def _status(encounter: Encounter) -> tuple[str, bool] | None:
    """(status, recalled) of an encounter, None where it is denied."""
    cues = encounter.cues
    if "denied" in cues and "cancelled" not in cues:
        return None
    if "cancelled" in cues:
        return "cancelled", False
    if "postponed" in cues:
        return "postponed", False
    direction = encounter.date.value.direction if encounter.date is not None else None
    if "future" in cues and not ("past" in cues and cues["past"].low == "had") and direction != "past":
        return "planned", False
    if direction == "future":
        return "planned", False
    if "proposed" in cues and encounter.trigger.low not in ("met",):
        return "proposed", False
    recalled = direction == "past" and encounter.date is not None and encounter.date.value.kind != "weekday"
    recalled = recalled or ("past" in cues and cues["past"].low in ("last", "previous", "previously", "had", "ago", "former"))
    if "ongoing" in cues and not recalled:
        return "ongoing", False
    return "held", recalled


def _codes(encounter: Encounter) -> set[str]:
    return encounter.codes | {p.country for p, _ in encounter.people if p.country}


def _days_differ(a: Unit | None, b: Unit | None) -> bool:
    if a is None or b is None or not a.value.value or not b.value.value:
        return False
    left, right = a.value.value, b.value.value
    return not (left.startswith(right) or right.startswith(left))


def _joins(event: Event, encounter: Encounter, status: str, recalled: bool) -> bool:
    """Whether `encounter` can speak of `event`: same time class, same kind of contact, no other states, day, place or body."""
    if CLASS[event.status] != CLASS[status] and not (CLASS[status] == OFF and CLASS[event.status] == AHEAD):
        return False
    if event.recalled != recalled:
        return False
    if (encounter.format in CALLS) != event.is_call and encounter.format not in ("meeting", "negotiations"):
        return False
    codes = _codes(encounter)
    known = set(event.countries)
    if codes and known:
        if not codes & known:
            return False
        if len(codes) > 1 and len(codes & known) < len(codes) and not known <= codes and not event.organization:
            return False
        if len(codes) == 1 and len(known) == 1 and codes != known:
            return False
    if encounter.sidelines:
        return False
    if _days_differ(event.date, encounter.date):
        return False
    if encounter.organization and (event.organization is None or event.organization[0] is not encounter.organization[0]):
        gathering = encounter.format in ("summit", "ministerial") or event.organization is not None
        if gathering:
            return False
    if event.place is not None and encounter.place is not None and event.place.city is not encounter.place.city and encounter.format not in VISITS:
        return False
    return not (not codes and not encounter.definite and encounter.organization is None and encounter.verbal)


def _gather(doc: Document) -> list[Event]:
    events: list[Event] = []
    for encounter in find_encounters(doc):
        if encounter.sentence.role != "body":
            continue
        judged = _status(encounter)
        if judged is None:
            continue
        status, recalled = judged
        joined = [event for event in events if _joins(event, encounter, status, recalled)]
        if joined:
            leads = [event for event in joined if event.lead]
            event = joined[-1] if not leads or (joined[-1].encounters[-1].sentence.index == encounter.sentence.index) else leads[0]
            event.encounters.append(encounter)
            event.take(encounter)
            if CLASS[status] == OFF:
                event.status = status
            continue
        event = Event([encounter], status, recalled)
        event.take(encounter)
        events.append(event)
        event.lead = not any(e.lead for e in events) and not recalled
    return events


def _complete(doc: Document, event: Event) -> None:
    """Give the lead event the office holders of its states whom the article shows at work, and its gathering those of all states."""
    multilateral = event.organization is not None or len(event.countries) > 3
    for person in doc.people.all:
        if any(person is known for known, _ in event.people) or person.office not in OFFICES:
            continue
        mention = next((u for s in doc.sentences if s.role == "body" for i, u in enumerate(s.units)
                        if u.kind == "person" and person in u.people and any(v.get("report") or v.get("seal") for v in s.units[i + 1 : i + 6])), None)  # fmt: skip
        if mention is None:
            continue
        if person.country in event.countries or (multilateral and person.country and person.first < len(doc.body)):
            event.people.append((person, mention))
            if person.country:
                event.countries.setdefault(person.country, (mention.start, mention.end))


def _stands(event: Event) -> bool:
    """Whether there is enough for a row: two parties, or a gathering of a body."""
    if len(event.countries) >= 2:
        return event.lead or event.date is not None or event.place is not None or any(len(e.people) >= 1 for e in event.encounters)
    return event.organization is not None and event.format in ("summit", "ministerial", "meeting") and (event.lead or event.date is not None or event.place is not None)


def _date(doc: Document, event: Event, summit: Summit) -> None:
    unit = event.date
    if unit is not None and unit.value.value:
        mention = unit.value
        value = mention.value
        if CLASS[event.status] == AHEAD and getattr(mention, "future_value", None):
            value = mention.future_value
        summit.starts_on = value
        cite(summit, "starts_on", unit.start, unit.end, "summit.date.near")
        if mention.end_value and mention.end_value != value:
            summit.ends_on = mention.end_value
            cite(summit, "ends_on", unit.start, unit.end, "summit.date.near")
    elif event.lead and CLASS[event.status] == DONE and doc.article.published_on:
        summit.starts_on = doc.article.published_on.isoformat()
        trigger = event.first.trigger
        cite(summit, "starts_on", trigger.start, trigger.end, "summit.date.published")


def _place(doc: Document, event: Event, summit: Summit) -> None:
    if event.is_call:
        return
    unit = event.place
    rule = "summit.place.in"
    if unit is None and event.lead and CLASS[event.status] == DONE and doc.place is not None and doc.place.city is not None:
        host = event.host.countries[0] if event.host is not None and event.host.countries else None
        if host in (None, doc.home) and (doc.home in event.countries or event.organization or len(event.countries) > 2):
            unit, rule = doc.place, "summit.place.dateline"
    if unit is not None and unit.city is not None:
        summit.city, summit.country = unit.city.name, unit.city.code
        cite(summit, "city", unit.start, unit.end, rule)
        cite(summit, "country", unit.start, unit.end, rule)
    elif event.host is not None and event.host.countries:
        summit.country = event.host.countries[0]
        cite(summit, "country", event.host.start, event.host.end, "summit.place.host")


def _record(doc: Document, event: Event) -> Summit:
    trigger = max(event.encounters, key=lambda e: _weight(e.format)).trigger
    summit = Summit(format=event.format, status=event.status, main=event.lead or (not event.recalled and event.status == "held"))  # type: ignore[arg-type]
    cite(summit, "format", trigger.start, trigger.end, "summit.format.noun" if trigger.get("meeting") else "summit.format.verb")
    cue = next((e.cues[k] for e in event.encounters for k in ("cancelled", "postponed", "future", "proposed", "ongoing") if k in e.cues), trigger)
    cite(summit, "status", cue.start, cue.end, f"summit.status.{event.status}")
    for code, (start, end) in event.countries.items():
        cite_item(summit, "countries", summit.countries, code, start, end, "summit.country.party")
    if event.organization is not None:
        entry, unit = event.organization
        summit.organization = entry.name
        cite(summit, "organization", unit.start, unit.end, "summit.organization.near")
        noun = {"summit": "summit", "ministerial": "ministerial"}.get(event.format, "meeting")
        summit.name = f"{entry.acronym or entry.name} {noun}"
        cite(summit, "name", min(unit.start, trigger.start) if unit.start // 400 == trigger.start // 400 else unit.start,
             max(unit.end, trigger.end) if unit.start // 400 == trigger.start // 400 else unit.end, "summit.name.organization")  # fmt: skip
    _date(doc, event, summit)
    _place(doc, event, summit)
    for person, unit in event.people:
        if person.role_form.startswith("spoke"):
            continue
        office = person.office if person.office else None
        summit.participants.append(Participant(person=person.name, country=person.country, office=office))  # type: ignore[arg-type]
        at = len(summit.participants) - 1
        cite(summit, f"participants/{at}", unit.start, unit.end, "summit.participant.named")
        if person.country:
            start, end = person.country_span or (unit.start, unit.end)
            cite(summit, f"participants/{at}/country", start, end, "person.country")
        if office:
            start, end = person.office_span or (unit.start, unit.end)
            cite(summit, f"participants/{at}/office", start, end, "person.office")
    for topic, start, end in topics_of(doc, event.encounters, event.lead):
        cite_item(summit, "topics", summit.topics, topic, start, end, "summit.topic.weighed")  # type: ignore[arg-type]
    return summit


def extract_summits(doc: Document) -> list[Summit]:
    """The distinct meetings that the article reports, the one it is about first."""
    events = _gather(doc)
    for event in events:
        if event.lead:
            _complete(doc, event)
    kept = [event for event in events if _stands(event)]
    if kept and not any(event.lead for event in kept):
        kept[0].lead = not kept[0].recalled
    return [_record(doc, event) for event in sorted(kept, key=lambda e: (not e.lead, e.first.trigger.start))]
