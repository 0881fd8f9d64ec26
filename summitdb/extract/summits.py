"""Summits of an article: its distinct meetings, visits and calls, each with who, where, when and whether."""

from __future__ import annotations

from datetime import date, timedelta

from summitdb.extract.document import Document
from summitdb.extract.events import Event, gather, stands
from summitdb.extract.moods import AHEAD, CLASS, DONE
from summitdb.extract.people import Person
from summitdb.extract.places import Place, dateline_place
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.topics import topics_of
from summitdb.extract.triggers import VISITS, weight
from summitdb.extract.units import Unit
from summitdb.records import Participant, Summit

OFFICES = frozenset({
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "vice_president", "deputy_minister", "secretary_general", "special_envoy", "ambassador",
})  # fmt: skip
AT_WORK = ("report", "seal", "meet", "host", "attend", "travel", "visit")


def _at_work(doc: Document, person: Person) -> Unit | None:
    """The first mention of a person that acts or speaks in the narrative, None where he is only spoken of."""
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        for i, unit in enumerate(sentence.units):
            if unit.kind == "person" and person in unit.people:
                nearby = sentence.units[i + 1 : i + 6]
                if any(v.rows.keys() & set(AT_WORK) for v in nearby) or (i and sentence.units[i - 1].rows.get("report")):
                    return unit
    return None


def _complete(doc: Document, event: Event) -> None:
    """Give the lead event the office holders of its states whom the article shows at work, and a gathering those of all states."""
    multilateral = event.organization is not None or len(event.countries) > 3
    for person in doc.people.all:
        if any(person is known for known, _ in event.people) or person.office not in OFFICES or person.role_form.startswith("former"):
            continue
        if person.country not in event.countries and not (multilateral and person.country):
            continue
        mention = _at_work(doc, person)
        if mention is not None and person.country:
            event.people.append((person, mention))
            event.countries.setdefault(person.country, (mention.start, mention.end))


def _shift(value: str, days: int) -> str:
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat()


def _date(doc: Document, event: Event, summit: Summit) -> None:
    unit = event.date
    published = doc.article.published_on
    if unit is not None and unit.value.value:
        mention = unit.value
        ahead = CLASS[event.status] != DONE
        first, last = mention.value, mention.end_value
        if ahead and mention.future:
            first, last = mention.future
        elif not ahead and mention.past:
            first, last = mention.past
        summit.starts_on = first
        cite(summit, "starts_on", unit.start, unit.end, "summit.date.near")
        if event.arrival is not None and event.arrival.value.past_value and len(first or "") == 10:
            first, unit = event.arrival.value.past_value, event.arrival
            summit.starts_on = first
            summit.evidence.pop()
            cite(summit, "starts_on", unit.start, unit.end, "summit.date.arrival")
        if last and last != first:
            summit.ends_on = last
            cite(summit, "ends_on", unit.start, unit.end, "summit.date.near")
    elif event.arrival is not None and event.arrival.value.past_value:
        summit.starts_on = event.arrival.value.past_value
        cite(summit, "starts_on", event.arrival.start, event.arrival.end, "summit.date.arrival")
    elif event.lead and CLASS[event.status] == DONE and published:
        summit.starts_on = published.isoformat()
        trigger = event.first.trigger
        cite(summit, "starts_on", trigger.start, trigger.end, "summit.date.published")


def _end(doc: Document, event: Event, summit: Summit) -> None:
    """The day of departure ends a visit; one that is not over by publication is ongoing."""
    unit = event.departure
    if unit is None or summit.ends_on or not summit.starts_on:
        return
    published = doc.article.published_on
    last = unit.value.value
    if last and last > summit.starts_on:
        summit.ends_on = last
        cite(summit, "ends_on", unit.start, unit.end, "summit.date.departure")
        if published and last > published.isoformat() and summit.status == "held":
            summit.status = "ongoing"


def _place(doc: Document, event: Event, summit: Summit) -> None:
    if event.is_call:
        return
    place: Place | None = event.place
    rule = "summit.place.in"
    if place is None and event.parent is not None and event.parent.place is not None:
        place = event.parent.place
    if event.lead and CLASS[event.status] == DONE and (place is None or place.city is None):
        filed = dateline_place(doc)
        if filed is not None and (place is None or place.country == filed.country):
            hosts = filed.country in event.countries or event.organization is not None or len(event.countries) > 2
            if hosts or event.format not in VISITS:
                place, rule = filed, "summit.place.dateline"
    if place is not None:
        if place.city is not None:
            summit.city = place.city
            cite(summit, "city", place.unit.start, place.unit.end, rule)
        if place.country is not None:
            summit.country = place.country
            cite(summit, "country", place.unit.start, place.unit.end, rule)


def _people(event: Event, summit: Summit) -> None:
    for person, unit in event.people:
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


def _record(doc: Document, event: Event) -> Summit:
    trigger = max(event.encounters, key=lambda e: weight(e.format)).trigger
    main = event.lead or (not event.recalled and CLASS[event.status] == DONE)
    summit = Summit(format=event.format, status=event.status, main=main)  # type: ignore[arg-type]
    cite(summit, "format", trigger.start, trigger.end, "summit.format.noun" if trigger.get("meeting") else "summit.format.verb")
    cite(summit, "status", trigger.start, trigger.end, f"summit.status.{event.status}")
    for code, (start, end) in event.countries.items():
        cite_item(summit, "countries", summit.countries, code, start, end, "summit.country.party")
    body = event.organization or (event.partner if len(event.countries) < 2 else None)
    if body is not None:
        entry, unit = body
        summit.organization = entry.name
        cite(summit, "organization", unit.start, unit.end, "summit.organization.near")
    if event.name is not None:
        summit.name = " ".join(doc.body[event.name[0] : event.name[1]].split())
        cite(summit, "name", *event.name, "summit.name.written")
    _date(doc, event, summit)
    _end(doc, event, summit)
    _place(doc, event, summit)
    _people(event, summit)
    for topic, start, end in topics_of(doc, event.encounters, event.lead):
        cite_item(summit, "topics", summit.topics, topic, start, end, "summit.topic.weighed")  # type: ignore[arg-type]
    return summit


def _told(event: Event) -> bool:
    """Whether the article tells enough of a meeting beside the one it is about: its day, its place or who was there."""
    if event.lead or event.date is not None or event.place is not None:
        return True
    return bool(event.people) and event.format != "negotiations"


def extract_summits(doc: Document) -> list[Summit]:
    """The distinct meetings that the article reports, the one it is about first."""
    events = [event for event in gather(doc) if stands(event) and _told(event)]
    for event in events:
        if event.lead:
            _complete(doc, event)
    if events and not any(event.lead for event in events):
        events[0].lead = not events[0].recalled
    events.sort(key=lambda e: (not e.lead, e.first.trigger.start))
    records = [_record(doc, event) for event in events]
    for event, record in zip(events, records, strict=True):
        if event.parent is not None and event.parent in events:
            record.parent = events.index(event.parent)
            gathering = event.parent
            cite(record, "parent", gathering.first.trigger.start, gathering.first.trigger.end, "summit.parent.sidelines")
    return records
