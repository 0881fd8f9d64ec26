"""Summits of an article: its distinct meetings, visits and calls, each with who, where, when and whether."""

from __future__ import annotations

from datetime import date

from summitdb.extract.agendas import Agendas, agendas
from summitdb.extract.deed_places import place_in_title, place_of_signing, place_told
from summitdb.extract.document import Document
from summitdb.extract.events import Event, stands
from summitdb.extract.gathering import gather, is_next
from summitdb.extract.hollow import fill
from summitdb.extract.meeting_days import set_end, set_start
from summitdb.extract.moods import CLASS, DONE
from summitdb.extract.places import Place, dateline_place
from summitdb.extract.presence import call_roll, complete
from summitdb.extract.reading import title_tells
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.travellers import is_owned
from summitdb.extract.triggers import VISITS, weight
from summitdb.records import Participant, Summit

# Meetings that are older than these days when an article appears are recalled in it.
NEWS_DAYS = 3


def _place(doc: Document, event: Event, lead: Event | None, summit: Summit) -> None:
    if event.is_call:
        return
    place: Place | None = event.place
    rule = "summit.place.in"
    if place is None and event.parent is not None:
        place = event.parent.place
    fresh = CLASS[event.status] == DONE and not event.recalled
    if event.lead and fresh and not event.is_process and (place is None or place.city is None):
        filed = dateline_place(doc)
        if filed is not None and (place is None or place.country == filed.country):
            hosts = filed.country in event.countries or event.organization is not None or len(event.countries) > 2
            if hosts or event.format not in VISITS:
                place, rule = filed, "summit.place.dateline"
    if event.lead and fresh and place is None and len(event.countries) > 1:
        place, rule = place_told(doc, event.countries.keys()), "summit.place.told"
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
    if event.lead and (place is None or place.city is None) and event.format not in VISITS and not event.recalled:
        named = place_of_signing(doc)
        third = named is not None and (event.implied or named.country not in event.countries)
        if named is not None and third and (place is None or place.country in (None, named.country)):
            place, rule = named, "summit.place.deed"
    if place is None and event.lead and not event.recalled and not event.is_process:
        place, rule = place_in_title(doc, event.format in VISITS), "summit.place.in"
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


def _record(doc: Document, event: Event, lead: Event | None, agenda: Agendas) -> Summit:
    shown = max(event.encounters, key=lambda e: (weight(e.format), not e.implied))
    trigger = shown.trigger
    told = not event.recalled and CLASS[event.status] == DONE and not event.first.aside
    main = (event.lead and (not is_next(event) or title_tells(doc))) or (told and not _is_of(event, lead))
    summit = Summit(format=event.format, status=event.status, main=main)  # type: ignore[arg-type]
    named = "noun" if trigger.get("meeting") else "verb"
    cite(summit, "format", trigger.start, trigger.end, f"summit.format.{'deed' if shown.implied else named}")
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
    set_start(doc, event, lead, summit)
    _mend_time(doc, summit)
    set_end(doc, event, summit)
    _place(doc, event, lead, summit)
    _people(event, summit)
    for topic, start, end in agenda.topics(event):
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


def _is_private(event: Event) -> bool:
    """Whether nobody is told to make the journey, by name, office or state, nor any office tells of it: "the trip from Lima"."""
    if event.format not in VISITS or event.name is not None or event.organization is not None or event.partner is not None:
        return False
    told = (unit for encounter in event.encounters for _, unit in encounter.sentence.named)
    if event.people or any(unit.kind in ("role", "body") and unit.countries for unit in told):
        return False
    return not any(is_owned(encounter) for encounter in event.encounters)


def _told(event: Event) -> bool:
    """Whether the article tells enough of a meeting beside the one it is about: its day, its place or who was there."""
    if _is_private(event):
        return False
    if event.lead or event.date is not None or event.place is not None:
        return True
    return bool(event.people) and event.format != "negotiations"


def _is_of(event: Event, lead: Event | None) -> bool:
    """Whether a meeting without a day of its own is of the lead's states: what they talk of, not news beside it."""
    return lead is not None and event.date is None and bool(event.countries) and event.countries.keys() <= lead.countries.keys()


def _is_news(doc: Document, record: Summit, lead: Summit) -> bool:
    """Whether an article is also about a meeting beside its lead: one held on the lead's day or in the days before the article,
    not what is recalled while another is being planned, nor the gathering around it."""
    if lead.status in ("planned", "proposed") or (record.organization and not lead.organization):
        return False
    if record.starts_on is None or len(record.starts_on) < len("2024-08-19"):
        return False
    published = doc.article.published_on
    if published is None or record.starts_on == lead.starts_on:
        return record.starts_on == lead.starts_on
    return 0 <= (published - date.fromisoformat(record.starts_on)).days <= NEWS_DAYS


def _is_past_stop(stop: Summit, lead: Summit) -> bool:
    """Whether a visit that has begun is over, as the traveller is elsewhere now: "began his Asian trip in Japan"."""
    if lead.status not in ("held", "ongoing") or not stop.country or not lead.country or stop.country == lead.country:
        return False
    return any(p.person == q.person for p in stop.participants for q in lead.participants)


def _is_part(talks: Summit, visit: Summit) -> bool:
    """Whether talks are those held during a visit of several days: a visit and the talks are one. The visit then takes their
    city, if it has none."""
    if visit.format not in VISITS or not (visit.starts_on and visit.ends_on and talks.starts_on):
        return False
    if talks.organization or talks.name or set(talks.countries) != set(visit.countries) or talks.format == "call":
        return False
    day = len(visit.ends_on)
    if len(talks.starts_on) != day or not visit.starts_on <= talks.starts_on <= visit.ends_on:
        return False
    if talks.city and visit.city and talks.city != visit.city:
        return False
    if talks.city and talks.country == visit.country and not visit.city:
        visit.city = talks.city
        visit.evidence.extend(item for item in talks.evidence if item.field == "city")
    return True


def extract_summits(doc: Document) -> list[Summit]:
    """The distinct meetings that the article reports, the one it is about first."""
    events = gather(doc)
    fill(doc, events)
    events = [event for event in events if stands(event) and _told(event)]
    for event in events:
        if event.lead and not event.recalled:
            call_roll(doc, event)
        if event.lead and CLASS[event.status] == DONE and not event.is_call:
            complete(doc, event, events)
    if events and not any(event.lead for event in events):
        events[0].lead = not events[0].recalled
    events.sort(key=lambda e: (not e.lead, e.first.trigger.start))
    lead = next((event for event in events if event.lead), None)
    agenda = agendas(doc, events)
    told = [(event, _record(doc, event, lead, agenda)) for event in events]
    told = [told[0], *(item for item in told[1:] if not _is_part(item[1], told[0][1]))] if told else []
    events, records = [event for event, _ in told], [record for _, record in told]
    for record in records[1:]:
        if record.status == "ongoing" and _is_past_stop(record, records[0]):
            record.status = "held"
        record.main = record.main and (events[0] is not lead or _is_news(doc, record, records[0]))
    for event, record in zip(events, records, strict=True):
        if event.parent is not None and event.parent in events:
            record.parent = events.index(event.parent)
            gathering = event.parent
            cite(record, "parent", gathering.first.trigger.start, gathering.first.trigger.end, "summit.parent.sidelines")
    return records
