"""Gathers the encounters of an article into events."""

from __future__ import annotations

from summitdb.extract.credentials import credentials
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.events import GATHERINGS, Event, stands
from summitdb.extract.joining import MEMORY, choose, days_differ
from summitdb.extract.joint_acts import joint_acts
from summitdb.extract.moods import AHEAD, CLASS, DONE, DROPPED, OFF
from summitdb.extract.parting import caller, part
from summitdb.extract.reading import find_encounters, title_tells
from summitdb.extract.triggers import VISITS


def _set_beside(events: list[Event]) -> None:
    """Give each meeting the gathering beside which or at which it was held, from the scenes of their sentences."""
    by_scene: dict[int, list[Event]] = {}
    for event in events:
        for encounter in event.encounters:
            if not encounter.implied:
                by_scene.setdefault(id(encounter.scene), []).append(event)
    for event in events:
        for encounter in event.encounters:
            if encounter.implied or not (
                encounter.sidelines or encounter.organization is not None or encounter.format in GATHERINGS
            ):
                continue
            scene = encounter.scene.parent
            while scene is not None:
                beside = [e for e in by_scene.get(id(scene), ()) if e is not event and e.parent is None and event.parent is not e]
                for inner in beside:
                    inner.parent = event
                if beside:
                    break
                scene = scene.parent


def gather(doc: Document) -> list[Event]:
    """The events of an article in text order; the first that is not recalled leads. Where the text alone tells of none, as in a
    notice whose headline says who meets, the title is read too."""
    events = _gather(doc, with_title=False)
    if any(event.lead for event in events) or not title_tells(doc):
        return events
    return _gather(doc, with_title=True)


def _gather(doc: Document, with_title: bool) -> list[Event]:
    events: list[Event] = []
    encounters: list[Encounter] = []
    holder = None
    for encounter in find_encounters(doc, with_title):
        encounter.separately = encounter.separately or (holder is not None and encounter.goes_on)
        encounters += part(encounter, holder)
        holder = caller(encounter) or holder
    acts = joint_acts(doc)
    encounters += credentials(doc)
    told = {e.sentence.index for e in encounters if e.status in ("held", "ongoing") and not e.recalled and len(e.codes) > 1}
    told |= {e.sentence.index for e in encounters if e.organization is not None and not e.recalled}
    spoken = {e.sentence.index for e in encounters if e.codes}
    lead: Event | None = None
    remembered = {id(e.scene) for e in encounters if e.recalled}
    remembered |= {id(e.scene.parent) for e in encounters if e.recalled and e.scene.opener in ("at", "in", "during")}
    acts = [act for act in acts if id(act.scene) not in remembered]  # "at a summit in 2015, X and Y agreed"
    acts = [act for act in acts if act.sentence.index not in (spoken | told if act.status == "planned" else told)]
    for encounter in sorted([*encounters, *acts], key=lambda e: (e.trigger.start, e.implied)):
        event = choose(events, lead, encounter)
        if event is None and (encounter.leg or (encounter.status == DROPPED and any(CLASS[e.status] == OFF for e in events))):
            continue
        if event is None and encounter.status == DROPPED:
            encounter.status = "planned"
        ahead = encounter.status == "planned"
        if (
            encounter.implied
            and not (encounter.together and encounter.place is not None)
            and event is None
            and lead is not None
            and (ahead or CLASS[lead.status] != AHEAD)
            and stands(lead)
        ):
            continue
        if event is None:
            event = Event([], encounter.status, encounter.recalled)
            events.append(event)
        elif CLASS.get(encounter.status, OFF) == OFF and encounter.status != DROPPED and CLASS[event.status] != OFF:
            if encounter.definite or encounter.codes:
                event.status = encounter.status
        elif encounter.status == "planned" and CLASS[event.status] == DONE and all(map(_sets_off, event.encounters)):
            event.status, event.date = "planned", None  # "left for Kampala last night. He is to meet her today"
        elif (
            encounter.status == "ongoing"
            and CLASS[event.status] == DONE
            and not event.recalled
            and not _has_met(event, encounter)
        ):
            event.status = "ongoing"
        event.encounters.append(encounter)
        event.take(encounter)
        if not event.recalled and stands(event) and (lead is None or (is_next(lead) and CLASS[event.status] == DONE)):
            if lead is not None:
                lead.lead = False
            event.lead, lead = True, event
    events = _absorb(events, lead)
    _set_beside(events)
    _lead(events)
    return events


def is_next(event: Event) -> bool:
    """Whether a meeting to come is only told of as what follows the news: "on the eve of his meeting with X"."""
    return event.status == "planned" and all(e.scene.opener in ("ahead of", "before") for e in event.encounters)


def _sets_off(encounter: Encounter) -> bool:
    """Whether nothing but the departure for a visit is told of: "left for Kampala"."""
    return encounter.verbal and not encounter.recalled and encounter.trigger.low.startswith(("left", "leav", "depart", "set off"))


def _has_met(event: Event, encounter: Encounter) -> bool:
    """Whether the talks for which somebody arrived are over: "met on Sunday with the chancellor, who had arrived for a visit"."""
    return encounter.arrives and any(
        e.verbal and e.format not in VISITS and e.status == "held" and not e.implied and len(e.codes) > 1
        for e in event.encounters
    )


def _absorb(events: list[Event], lead: Event | None) -> list[Event]:
    """Put what was told of one party only ("the offer was made to the president during talks in Bogor") to the meeting held with
    that party which the text tells of nearby; the events that are left."""
    absorbed: set[int] = set()
    for at, event in enumerate(events):
        if event.recalled or CLASS[event.status] != DONE or not event.countries or stands(event) or event.name is not None:
            continue
        near = events[max(0, at - MEMORY) : at + MEMORY]
        whole = [other for other in near if other is not event and id(other) not in absorbed and _contains(other, event)]
        if len(whole) != 1:
            continue
        absorbed.add(id(event))
        whole[0].encounters.extend(event.encounters)
        whole[0].encounters.sort(key=lambda e: e.trigger.start)
        for encounter in event.encounters:
            whole[0].take(encounter)
        if lead is None or lead.first.trigger.start > whole[0].first.trigger.start:
            if lead is not None:
                lead.lead = False
            lead, whole[0].lead = whole[0], True
    return [event for event in events if id(event) not in absorbed]


def _contains(whole: Event, part: Event) -> bool:
    if whole.recalled or CLASS[whole.status] != DONE or not stands(whole) or whole.is_call or part.is_call:
        return False
    if not set(part.countries) <= set(whole.countries) or days_differ(whole.date, part.date):
        return False
    here, there = whole.place, part.place
    return (
        here is None
        or there is None
        or (here.country == there.country and not (here.city and there.city and here.city != there.city))
    )


def _lead(events: list[Event]) -> None:
    if any(event.lead for event in events):
        return
    for event in events:
        if not event.recalled and stands(event):
            event.lead = True
            return
