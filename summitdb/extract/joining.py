"""Which encounters speak of one meeting: same time, same kind of contact, no other states, day, place or body."""

from __future__ import annotations

from collections.abc import Collection, Set
from functools import lru_cache

from summitdb.extract.encounters import Encounter
from summitdb.extract.events import GATHERINGS, Event
from summitdb.extract.moods import AHEAD, CLASS, DONE, DROPPED, OFF
from summitdb.extract.people import Person
from summitdb.extract.triggers import CALLS, VISITS
from summitdb.extract.units import Unit
from summitdb.text.dates import DateMention

MEMORY = 40  # a text that tells of more meetings takes up none from before
BROAD = frozenset({"meeting", "negotiations"})


def days_differ(a: Unit | None, b: Unit | None) -> bool:
    """Whether two dates cannot be one day or stretch of days."""
    if a is None or b is None:
        return False
    these, those = _options(a.value), _options(b.value)
    return not any(day.startswith(those) for day in these) and not any(day.startswith(these) for day in those)


@lru_cache(1024)  # each date is compared with those of all meetings told of lately
def _options(date: DateMention) -> tuple[str, ...]:
    """What a date may be, the earliest first."""
    return tuple(sorted({value for value in (date.value, date.future_value, date.past_value) if value}))


def _near(a: Unit | None, b: Unit | None) -> bool:
    """Whether two dates may be of one visit: its days, or a month beside the day."""
    months = sorted(options[0][:7] for unit in (a, b) if unit is not None and (options := _options(unit.value)))
    if len(months) < 2 or len(months[0]) < 7 or len(months[1]) < 7:
        return len(months) < 2 or months[0][:4] == months[1][:4]
    if all(unit is not None and max(map(len, _options(unit.value))) == 7 for unit in (a, b)):
        return months[0] == months[1]  # "in April", "in May"
    first, last = (int(month[:4]) * 12 + int(month[5:]) for month in months)
    return last - first < 2


def joins(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether `encounter` can speak of `event`: same time, same kind of contact, no other states, day, place or body.
    `codes` are the states that it names."""
    if encounter.leg and CLASS[event.status] == DONE and not event.recalled:
        return bool(codes) and codes <= event.countries.keys() and not event.is_call
    if encounter.scene.opener in ("ahead of", "before") and any(e.scene is encounter.scene.parent for e in event.encounters[-2:]):
        return False  # "will visit Dhaka to prepare the ground for a summit there"
    if (
        _other_time(event, encounter, codes)
        or _other_contact(event, encounter, codes)
        or _other_states(event, encounter, codes)
        or _other_body(event, encounter, codes)
        or _other_place(event, encounter)
    ):
        return False
    return encounter.definite or encounter.organization is not None or not encounter.verbal or bool(codes)


def _other_time(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether the two are told as of different times: one ahead and one done, different days."""
    time, other = CLASS[event.status], CLASS.get(encounter.status, OFF)
    if encounter.trigger.low == "negotiating" and encounter.status == "ongoing" and event.status != "ongoing":
        return True  # for years, not at the meeting that is told of
    if encounter.assumed and time == AHEAD and codes and codes <= event.countries.keys():
        return False
    if time != other and (_within(event, encounter, codes) or _arrives_for(event, encounter, codes)):
        return False
    if time != other and encounter.status != DROPPED:
        apart = bool(codes) and not codes <= event.countries.keys()
        called_off = OFF in (time, other) and AHEAD in (time, other) and not apart
        ongoing = "ongoing" in (event.status, encounter.status) and not encounter.recalled and not event.recalled
        if not called_off and not (ongoing and other == AHEAD and encounter.date is None):
            return True
    if event.recalled != encounter.recalled and time == DONE and other == DONE:
        return True
    if event.implied and event.organization and encounter.date is not None and encounter.date.low.startswith("last"):
        return True
    visiting = event.format in VISITS or encounter.format in VISITS
    if event.status == "planned" and encounter.arrives:
        return not _near(event.date, encounter.date)
    return days_differ(event.date, encounter.date) and not (visiting and _near(event.date, encounter.date))


def _within(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether talks to come belong to the visit that has begun: "the key part of the trip will be Hu's talks with Bouteflika"."""
    if event.format not in VISITS or event.recalled or event.status not in ("held", "ongoing") or encounter.status != "planned":
        return False
    dated = encounter.date is not None and encounter.date.value.kind != "year"
    told = encounter.format in VISITS and (encounter.verbal or dated)
    if told or encounter.format in CALLS or encounter.format in GATHERINGS or len(codes) < 2:
        return False
    if not codes <= event.countries.keys() or event.ends or _other_place(event, encounter):
        return False
    day = encounter.date if dated else None
    return day is None or not days_differ(event.date, day) or (day.value.direction != "future" and _near(event.date, day))


def _arrives_for(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether who has arrived has come for the meeting that is to follow: "will meet here today. X arrived on Thursday"."""
    if event.status != "planned" or not encounter.arrives or encounter.recalled or len(event.countries) < 3:
        return False
    return codes <= event.countries.keys() and not _other_place(event, encounter)


def _other_contact(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether one is a call and the other a meeting, and the words of `encounter` cannot mean both."""
    if (encounter.format in CALLS) == event.is_call or event.implied:
        return False
    inside = encounter.definite and codes <= event.countries.keys()
    return not (encounter.format in BROAD and (not codes or inside))


def _other_states(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether other states, or other people of the same states, met."""
    known = event.countries.keys()
    if _comes_to(event, encounter, codes):
        return False
    if encounter.attended and encounter.definite:
        return False
    last = event.encounters[-1]
    if encounter.trigger.low.endswith("ceremony") and last.implied and encounter.sentence.index - last.sentence.index < 3:
        return False
    if codes and known and not _same_gathering(event, encounter):
        if not codes & known or not (codes <= known or known <= codes or event.organization):
            return True
    opening = event.first.definite and event.place is not None  # "at the end of the summit in Baku", then who met there
    opening = opening or (event.several and len(codes) > 2)  # "presidents of five nations agreed", then which ones
    if codes and not known and not opening and event.organization is None and not encounter.definite:
        return True
    if encounter.several and not codes and known and not encounter.definite:
        return True
    told = encounter.verbal and not encounter.implied and not event.implied and event.format not in VISITS
    return told and len(codes) > 1 and _others(event, encounter)


def _comes_to(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether somebody's visit to a city is to the meeting of others there: "Christopher will be visiting Geneva"."""
    here, there = event.place, encounter.place
    if encounter.format not in VISITS or event.format in VISITS or here is None or there is None:
        return False
    if here.city is None or here.city != there.city or there.country in event.countries or there.country is None:
        return False
    return bool(codes - {there.country}) and codes - {there.country} <= event.countries.keys()


def _other_body(event: Event, encounter: Encounter, codes: Set[str]) -> bool:
    """Whether one is a gathering of another body, or has another name, than the other."""
    own, other = encounter.organization, event.organization
    gathering = encounter.format in GATHERINGS
    single = len(codes) < 2 and len(event.countries) > 1 and event.format not in GATHERINGS and not event.several
    if encounter.attends and gathering and single and other is None and event.place is None:
        return True
    if own is not None and encounter.sidelines != event.first.sidelines:
        return True
    if own is not None and other is not None:
        return own[0] is not other[0]
    if own is not None:
        return not (gathering and event.format in GATHERINGS)
    if other is not None:
        return not (gathering or encounter.definite or encounter.implied)
    return bool(event.name and encounter.name) and gathering and not encounter.definite


def _other_place(event: Event, encounter: Encounter) -> bool:
    """Whether the two are told as in different cities or countries."""
    a, b = event.place, encounter.place
    if a is None or b is None:
        return False
    if a.city and b.city and a.city != b.city:
        return True
    return bool(a.country and b.country) and a.country != b.country


def _same_gathering(event: Event, encounter: Encounter) -> bool:
    """Whether "the summit", told of with one delegation, is the summit told of before with another."""
    if not encounter.definite or encounter.verbal or (len(event.countries) == 2 and event.organization is None):
        return False
    if encounter.format in GATHERINGS and event.format in GATHERINGS:
        return True
    noun = encounter.trigger.low
    return noun in ("forum", "conference", "assembly", "event") and noun in event.nouns


def _others(event: Event, encounter: Encounter) -> bool:
    """Whether other people of the same states met: ministers on Sunday, presidents on Monday; or one of a pair met another one of
    the other state, "Then the prime minister will meet the vice president"."""
    known = dict.fromkeys(person for person, _ in event.people)
    met = dict.fromkeys(person for person, _ in encounter.people)
    if len(known) < 2 or len(met) < 2:
        return False
    both = known.keys() & met.keys()
    return not both or (len(both) == 1 and _is_pair(known) and _is_pair(met) and _countries(known) == _countries(met))


def _is_pair(people: Collection[Person]) -> bool:
    """Whether these are two people of two states."""
    return len(people) == 2 and len(_countries(people)) == 2 and None not in _countries(people)


def _countries(people: Collection[Person]) -> set[str | None]:
    return {person.country for person in people}


def choose(events: list[Event], lead: Event | None, encounter: Encounter) -> Event | None:
    """The event that `encounter` speaks of, of those told of lately and the `lead` that the article is about; None for a new
    one."""
    recent = events[-MEMORY:]
    if lead is not None and lead not in recent:
        recent = [lead, *recent]
    codes = encounter.codes
    joined = [event for event in recent if joins(event, encounter, codes)]
    if not joined:
        return None
    same = [e for e in joined if e.encounters[-1].sentence.index == encounter.sentence.index]
    if same:
        return same[-1]
    if not codes and encounter.definite:
        near = [
            e for e in joined if encounter.sentence.index - e.encounters[-1].sentence.index <= 1 and e.format == encounter.format
        ]
        if near:
            return near[-1]
    return next((e for e in joined if e.lead), joined[-1])
