"""Who was at a meeting besides those named where it is told of: office holders whom the article shows at work."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.events import Event
from summitdb.extract.hollow import acting_mention
from summitdb.extract.joining import days_differ
from summitdb.extract.people import Person
from summitdb.extract.units import Unit

OFFICES = frozenset({
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "deputy_minister", "secretary_general",
})  # fmt: skip

ROLL = frozenset({"present", "also", "others", "those", "other", "among"})
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
    if person.former or person.role_form.startswith(("former", "spoke", "press", "opposition", "chief minister")):
        return False
    if person.office in OFFICES:
        return True
    return person.role_form.endswith(SENIOR) or (multilateral and person.office is None and person.role_form in ("", "general"))


def _may_come(person: Person, event: Event) -> bool:
    """Whether a person of no state that is named as taking part can be there: at a gathering of an organization or of states
    that are not all named."""
    if person.organization is not None:
        return True
    return person.country is not None and (event.organization is not None or event.several)


def _aids(person: Person, event: Event) -> bool:
    """Whether the person is an aide of somebody of his state who is there: he tells of it."""
    return person.office in AIDES and any(known.country == person.country and known.office in HEADS for known, _ in event.people)


def _named_present(doc: Document) -> list[tuple[Person, Unit]]:
    """The persons of a roll call: "Also present were Presidents X of A and Y of B. Others were Z of C"."""
    found: list[tuple[Person, Unit]] = []
    called = -2
    for sentence in doc.sentences:
        units = sentence.units
        if sentence.role != "body" or len(units) < 4:
            continue
        follows = units[0].low in ("others", "other") and sentence.index == called + 1
        begins = units[0].low in ROLL or (units[0].low == "in" and units[1].low == "attendance")
        told = any(u.low in ("present", "attendance", "attending", "attended") for u in units[:9])
        at = next((i for i, u in enumerate(units[:14]) if u.pos == "aux"), None)
        if at is None or not ((begins and told) or follows):
            continue
        called = sentence.index
        for unit in units[at:]:
            found += [(person, unit) for person in unit.people if person.country or person.organization]
            if unit.low in ("while", "who"):
                break
    return found


def _is_apart(event: Event, other: Event) -> bool:
    """Whether the article tells of another meeting, on another day or in another city."""
    if other is event or other.recalled:
        return False
    if days_differ(event.date, other.date) and len(other.countries) > 1:
        return True
    here, there = event.place, other.place
    if here is None or there is None:
        return False
    return here.city is not None and there.city is not None and here.city != there.city


def complete(doc: Document, event: Event, events: list[Event]) -> None:
    """Give a meeting that was held the office holders of its states whom the article shows at work, and a gathering those of all
    states and of its organization."""
    for person, unit in _named_present(doc):
        if all(person is not known for known, _ in event.people):
            event.people.append((person, unit))
            if person.country:
                event.countries.setdefault(person.country, (unit.start, unit.end))
    elsewhere = {id(p) for other in events if _is_apart(event, other) for p, _ in other.people}
    multilateral = event.organization is not None or len(event.countries) > 3 or event.several
    for person in doc.people.all:
        if any(person is known for known, _ in event.people) or not _represents(person, multilateral):
            continue
        if not multilateral and id(person) in elsewhere:
            continue
        official = person.country in event.countries or (multilateral and _may_come(person, event))
        if event.implied and event.organization is not None:
            official = person.organization is not None
        if event.format == "ministerial" and person.office in HEADS:
            continue
        if not multilateral and _aids(person, event):
            continue
        if not official:
            continue
        mention = acting_mention(doc, person, event.place, speaking=person.office is None)
        if mention is not None:
            event.people.append((person, mention))
            if person.country:
                event.countries.setdefault(person.country, (mention.start, mention.end))
