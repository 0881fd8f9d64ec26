"""Summits of an article: its distinct meetings, visits and calls, each with who, where, when and whether."""

from __future__ import annotations

from datetime import date, timedelta

from summitdb.extract.document import Document
from summitdb.extract.events import Event, stands
from summitdb.extract.gathering import gather
from summitdb.extract.hollow import acting_mention, fill
from summitdb.extract.moods import CLASS, DONE
from summitdb.extract.people import Person
from summitdb.extract.places import Place, dateline_place
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.topics import Found, topics_of
from summitdb.extract.triggers import VISITS, weight
from summitdb.extract.units import Unit
from summitdb.records import Participant, Summit

OFFICES = frozenset({
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "vice_president", "deputy_minister", "secretary_general", "special_envoy", "ambassador",
})  # fmt: skip

HEADS = frozenset({"president", "prime_minister", "king", "queen", "emir", "crown_prince", "chancellor"})
AIDES = frozenset({"deputy_minister", "ambassador", "special_envoy"})
SENIOR = (
    "negotiator",
    "mediator",
    "minister",
    "leader",
    "ruler",
    "commissioner",
    "chairman",
    "premier",
    "head of delegation",
    "head",
)


def _represents(person: Person, multilateral: bool) -> bool:
    """Whether a person's office is one that speaks for a state or an organization at a meeting."""
    if person.role_form.startswith(("former", "spoke", "press")):
        return False
    if person.office in OFFICES:
        return True
    return person.role_form.endswith(SENIOR) or (multilateral and person.office is None and person.role_form in ("", "general"))


def _aids(person: Person, event: Event) -> bool:
    """Whether the person is an aide of somebody of his state who is there: he tells of it."""
    return person.office in AIDES and any(known.country == person.country and known.office in HEADS for known, _ in event.people)


def _complete(doc: Document, event: Event) -> None:
    """Give a meeting that was held the office holders of its states whom the article shows at work, and a gathering those of all
    states and of its organization."""
    multilateral = event.organization is not None or len(event.countries) > 3 or event.several
    for person in doc.people.all:
        if any(person is known for known, _ in event.people) or not _represents(person, multilateral):
            continue
        official = person.country in event.countries or (multilateral and (person.country or person.organization is not None))
        if event.implied and event.organization is not None:
            official = person.organization is not None
        if not multilateral and _aids(person, event):
            continue
        if not official:
            continue
        mention = acting_mention(doc, person)
        if mention is not None:
            event.people.append((person, mention))
            if person.country:
                event.countries.setdefault(person.country, (mention.start, mention.end))


def _shift(value: str, days: int) -> str:
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat()


def _days(event: Event, unit: Unit) -> tuple[str | None, str | None]:
    """The first and last day that the date `unit` gives to the event, by its tense, its length and its end."""
    mention = unit.value
    ahead = CLASS[event.status] != DONE
    first, last = mention.value, mention.end_value
    if ahead and mention.future:
        first, last = mention.future
    elif not ahead and mention.past:
        first, last = mention.past
    if event.days > 1 and last is None and first and len(first) == 10:
        if event.ends and event.arrival is None:
            first, last = _shift(first, 1 - event.days), first
        else:
            last = _shift(first, event.days - 1)
    return first, last


def _lead_day(doc: Document) -> Unit | None:
    """The day on which the first sentence sets its news: "said on Thursday", "yesterday signed"."""
    published = doc.article.published_on
    first = next((s for s in doc.sentences if s.role == "body"), None)
    if first is None or published is None:
        return None
    for unit in first.units:
        if unit.kind == "date" and (doc.dateline is None or unit.start >= doc.dateline.end):
            value = unit.value.past_value
            if value and len(value) == 10 and _shift(value, 0) <= published.isoformat() <= _shift(value, 7):
                return unit
    return None


def _date(doc: Document, event: Event, lead: Event | None, summit: Summit) -> None:
    published = doc.article.published_on
    unit, rule = event.date, "summit.date.near"
    if event.arrival is not None and (unit is None or len(unit.value.value or "") == 10) and CLASS[event.status] == DONE:
        unit, rule = event.arrival, "summit.date.arrival"
    if unit is None and event.lead and CLASS[event.status] == DONE:
        unit, rule = _lead_day(doc), "summit.date.lead"
    if unit is not None and unit.value.value:
        summit.starts_on, last = _days(event, unit)
        cite(summit, "starts_on", unit.start, unit.end, rule)
        if last and last != summit.starts_on:
            summit.ends_on = last
            cite(summit, "ends_on", unit.start, unit.end, rule)
    elif CLASS[event.status] == DONE and published and not event.recalled:
        trigger = event.first.trigger
        if event.lead:
            summit.starts_on = published.isoformat()
            cite(summit, "starts_on", trigger.start, trigger.end, "summit.date.published")
        elif lead is not None and CLASS[lead.status] == DONE:
            summit.starts_on = published.isoformat()[:7]
            cite(summit, "starts_on", trigger.start, trigger.end, "summit.date.published")


def _end(doc: Document, event: Event, summit: Summit) -> None:
    """The day of departure ends a visit; one that is not over by publication is ongoing."""
    published = doc.article.published_on.isoformat() if doc.article.published_on else None
    unit = event.departure
    if unit is not None and unit.value.value and summit.starts_on and not summit.ends_on and unit.value.value > summit.starts_on:
        summit.ends_on = unit.value.value
        cite(summit, "ends_on", unit.start, unit.end, "summit.date.departure")
    arrived = (
        event.days > 1
        and not summit.ends_on
        and not event.ends
        and any(e.arrives or e.leg == "arrival" for e in event.encounters)
    )
    if arrived and len(summit.starts_on or "") == 10 and event.until is None and unit is None:
        trigger = event.first.trigger
        summit.ends_on = _shift(summit.starts_on or "", event.days - 1)
        cite(summit, "ends_on", trigger.start, trigger.end, "summit.date.length")
    if event.until is not None:
        last = event.until.value.future_value
        if last and len(last) == 10:
            summit.ends_on = last
            cite(summit, "ends_on", event.until.start, event.until.end, "summit.date.until")
            if event.days > 1 and (event.date is None or event.date is event.until) and event.arrival is None:
                summit.starts_on = _shift(last, 1 - event.days)
                cite(summit, "starts_on", event.until.start, event.until.end, "summit.date.until")
    if not event.lead or published is None or CLASS[event.status] != DONE:
        return
    over = event.ends or (unit is not None and (unit.value.value or published) <= published and len(unit.value.value or "") != 7)
    if over:
        summit.status = "held"
    elif (
        summit.ends_on
        and len(summit.ends_on) == 10
        and (summit.starts_on or "") <= published <= summit.ends_on
        and event.format in VISITS
    ):
        summit.status = "ongoing"


def _place(doc: Document, event: Event, lead: Event | None, summit: Summit) -> None:
    if event.is_call:
        return
    place: Place | None = event.place
    rule = "summit.place.in"
    if place is None and event.parent is not None:
        place = event.parent.place
    fresh = CLASS[event.status] == DONE and not event.recalled
    if event.lead and fresh and (place is None or place.city is None):
        filed = dateline_place(doc)
        if filed is not None and (place is None or place.country == filed.country):
            hosts = filed.country in event.countries or event.organization is not None or len(event.countries) > 2
            if hosts or event.format not in VISITS:
                place, rule = filed, "summit.place.dateline"
    if (
        place is None
        and fresh
        and lead is not None
        and lead is not event
        and event.format not in VISITS
        and CLASS[lead.status] == DONE
    ):
        near = lead.place or dateline_place(doc)
        if (
            near is not None
            and not lead.is_call
            and (near.country in event.countries or lead.organization is not None or event.parent is lead)
        ):
            place = near
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


def _record(doc: Document, event: Event, lead: Event | None, sole: list[Found]) -> Summit:
    trigger = max(event.encounters, key=lambda e: weight(e.format)).trigger
    main = event.lead or (not event.recalled and CLASS[event.status] == DONE and not _is_of(event, lead))
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
    _date(doc, event, lead, summit)
    _mend_time(doc, summit)
    _end(doc, event, summit)
    _place(doc, event, lead, summit)
    _people(event, summit)
    for topic, start, end in topics_of(doc, event.encounters, event.lead, sole):
        cite_item(summit, "topics", summit.topics, topic, start, end, "summit.topic.weighed")  # type: ignore[arg-type]
    return summit


def _mend_time(doc: Document, summit: Summit) -> None:
    """A day after the publication is not past: what reads as held then is planned, and not what the article reports."""
    published = doc.article.published_on
    if published is None or summit.starts_on is None or summit.status not in ("held", "ongoing"):
        return
    if summit.starts_on > published.isoformat() and not published.isoformat().startswith(summit.starts_on):
        summit.status = "planned"
        summit.main = False


def _told(event: Event) -> bool:
    """Whether the article tells enough of a meeting beside the one it is about: its day, its place or who was there."""
    if event.lead or event.date is not None or event.place is not None:
        return True
    return bool(event.people) and event.format != "negotiations"


def _is_of(event: Event, lead: Event | None) -> bool:
    """Whether a meeting without a day of its own is of the lead's states: what they talk of, not news beside it."""
    return lead is not None and event.date is None and bool(event.countries) and event.countries.keys() <= lead.countries.keys()


def extract_summits(doc: Document) -> list[Summit]:
    """The distinct meetings that the article reports, the one it is about first."""
    events = gather(doc)
    fill(doc, events)
    events = [event for event in events if stands(event) and _told(event)]
    for event in events:
        if event.lead and CLASS[event.status] == DONE and not event.is_call:
            _complete(doc, event)
    if events and not any(event.lead for event in events):
        events[0].lead = not events[0].recalled
    events.sort(key=lambda e: (not e.lead, e.first.trigger.start))
    lead = next((event for event in events if event.lead), None)
    sole: list[Found] = []
    records = [_record(doc, event, lead, sole) for event in events]
    for event, record in zip(events, records, strict=True):
        if event.parent is not None and event.parent in events:
            record.parent = events.index(event.parent)
            gathering = event.parent
            cite(record, "parent", gathering.first.trigger.start, gathering.first.trigger.end, "summit.parent.sidelines")
    return records
