"""Hollow events: a meeting that is told of without naming its parties where its word stands ("the talks lasted three hours").

Only where no other event carries the article: its parties are then those whom the article shows at work.
"""

from __future__ import annotations

from collections.abc import Iterator

from summitdb.extract.clauses import is_mention, is_possessor
from summitdb.extract.document import Document
from summitdb.extract.events import GATHERINGS, Event, stands
from summitdb.extract.finite import is_attribute, is_finite
from summitdb.extract.moods import CLASS, DONE
from summitdb.extract.people import Person
from summitdb.extract.places import Place, dateline_place
from summitdb.extract.travellers import is_official
from summitdb.extract.triggers import VISITS
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry

STATE_OFFICES = frozenset({
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "vice_president", "deputy_minister", "special_envoy",
})  # fmt: skip
EARLY = 5
APPOSED = 16  # within so many units ends what is said of a person between commas
LOOSE = frozenset({"event", "occasion", "audience", "audiences"})


UNDERGONE = frozenset({
    "ousted", "removed", "overthrown", "deposed", "toppled", "killed", "assassinated", "arrested", "detained", "elected",
    "re-elected", "reelected", "sworn", "appointed", "represented", "accused", "wounded", "buried", "jailed", "convicted",
    "hospitalised", "hospitalized", "replaced", "succeeded", "dismissed", "sacked", "impeached", "exiled", "indicted",
})  # fmt: skip


AFAR = frozenset({"message", "letter", "statement", "telegram", "cable", "interview", "tweet", "twitter"})


ADDRESSING = frozenset({"told", "tells", "asked", "urged", "assured", "informed", "warned", "reminded", "thanked", "briefed"})
LIFE = frozenset(
    {"died", "resigned", "stepped", "retired", "became", "won", "lost", "takes", "left", "posted", "tweeted", "wrote"}
)


def _is_undergone(units: list[Unit], i: int) -> bool:
    """Whether the person at `i` is not at work but what is done to him is told: "was removed", "will be represented by"."""
    if i + 1 < len(units) and units[i + 1].low in LIFE:
        return True
    return any(unit.low in UNDERGONE for unit in units[i + 1 : i + 5]) and any(unit.pos == "aux" for unit in units[i + 1 : i + 4])


def _deed_of(units: list[Unit], i: int) -> int | None:
    """The position of the verb said of the person at `i`, behind an apposition if there is one: "X, a former teacher, said"."""
    begin = i + 1
    if begin < len(units) and units[begin].text == ",":
        close = next((k for k in range(begin + 1, min(begin + APPOSED, len(units))) if units[k].text == ","), None)
        if close is not None and close + 1 < len(units) and is_finite(units, close + 1):
            return close + 1
    return next((k for k in range(begin, min(i + 6, len(units))) if is_finite(units, k) or units[k].low == "who"), None)


def _is_background(units: list[Unit], deed: int) -> bool:
    """Whether the verb at `deed` tells of no deed of that day: "has said he wants", "could not reach a deal", "will attend"."""
    return units[deed].pos == "modal" or units[deed].low in ("has", "have", "had", "will", "did", "does")


def _is_elsewhere(units: list[Unit], place: Place) -> bool:
    """Whether a sentence tells of what was done in another city: "In Washington, President X said"."""
    city = units[1].city if len(units) > 2 and units[0].low in ("in", "from") else None
    return city is not None and units[2].text in (",", "and") and city.name != place.city and city.code != place.country


def _is_deed(unit: Unit) -> bool:
    """Whether who did it was there: "hosted by", "signed by", "attended by", not "named as ambassador by"."""
    return bool(unit.rows.keys() & {"host", "seal", "light", "attend", "report", "meet", "discuss"}) or unit.low in (
        "led", "headed", "represented", "chaired", "accompanied", "joined", "delegation", "witnessed", "inaugurated",
        "presided", "convened",
    )  # fmt: skip


def _by_message(units: list[Unit], i: int) -> bool:
    """Whether the person at `i` speaks from afar: ", in a message read out at the ceremony, said", "said in a statement"."""
    return any(unit.low in AFAR for unit in units[i + 1 : i + 8])


def _is_replaced(units: list[Unit], i: int) -> bool:
    """Whether the person at `i` is who held the office before or will: "from his predecessor X"."""
    nearby = units[max(0, i - 2) : i + 1]
    return any("predecessor" in unit.low or "successor" in unit.low for unit in nearby)


def acting_mentions(
    doc: Document, person: Person, place: Place | None = None, speaking: bool = False
) -> Iterator[tuple[list[Unit], int]]:
    """Where a person acts or speaks in the narrative (speaks, if `speaking`), not where he only is spoken of: rows of units with
    a position."""
    for units, i in doc.mentions.get(id(person), ()):
        before = units[i - 1] if i else None
        if (
            is_possessor(units, i)
            or is_attribute(units, i)
            or _by_message(units, i)
            or _is_replaced(units, i)
            or (place is not None and _is_elsewhere(units, place))
        ):
            continue
        doer = before is not None and before.low == "by" and i > 2 and any(_is_deed(u) for u in units[i - 3 : i - 1])
        if before is not None and before.low in ADDRESSING:
            continue
        if before is not None and ("report" in before.rows or doer):
            yield units, i
            continue
        if before is not None and before.pos == "prep":
            continue
        if _is_undergone(units, i):
            continue
        deed = _deed_of(units, i)
        if deed is None or _is_background(units, deed):
            continue
        if not speaking or any("report" in u.rows for u in units[i + 1 : i + 4]):
            yield units, i


def _fill(doc: Document, event: Event) -> None:
    """Add the office holders at work, for a gathering everywhere, else in the event's own sentences, and whose states these name
    as subjects."""
    gathering = event.format in GATHERINGS or "conference" in event.nouns
    own = [encounter.sentence.units for encounter in event.encounters]
    for encounter in event.encounters:
        for unit in encounter.sentence.units:
            if unit.kind == "role" and unit.role is not None and unit.role.plural and not unit.role.former and is_mention(unit):
                for code in unit.countries:
                    event.countries.setdefault(code, (unit.start, unit.end))
    for person in doc.people.all:
        if person.office not in STATE_OFFICES or not person.country or person.role_form.startswith("former"):
            continue
        acting = acting_mentions(doc, person)
        units, i = next(((units, i) for units, i in acting if gathering or any(units is told for told in own)), (None, 0))
        if units is not None and all(person is not known for known, _ in event.people):
            event.people.append((person, units[i]))
            event.countries.setdefault(person.country, (units[i].start, units[i].end))


def _visited(doc: Document, event: Event) -> None:
    """A foreign office holder who holds talks in a capital meets its government: "the German minister held talks in Ankara"."""
    place = event.place or dateline_place(doc)
    if place is None or place.country is None or place.country in event.countries or len(event.countries) != 1 or event.is_call:
        return
    if any(person.office in STATE_OFFICES for person, _ in event.people) and event.partner is None and event.organization is None:
        event.countries[place.country] = (place.unit.start, place.unit.end)


def _titled(doc: Document, event: Event) -> None:
    """The two states that the title names: "Russia, Kazakhstan agree to double capacity" above a visit told of in passing."""
    named: dict[str, tuple[int, int]] = {}
    for sentence in doc.sentences:
        if sentence.role == "title":
            for unit in sentence.units:
                if unit.kind in ("country", "national", "city", "person", "role"):
                    for code in unit.countries:
                        named.setdefault(code, (unit.start, unit.end))
    if len(named) == 2 and set(event.countries) <= set(named) and event.partner is None and event.organization is None:
        for code, span in named.items():
            event.countries.setdefault(code, span)


def _acting_body(doc: Document) -> tuple[OrganizationEntry, Unit] | None:
    """The organization whose leaders act in the first sentence: "Heads of state of the ECOWAS have threatened action"."""
    first = next((s for s in doc.sentences if s.role == "body"), None)
    for unit in first.units if first is not None else ():
        if unit.role is not None and unit.role.plural and unit.role.organization is not None:
            return unit.role.organization, unit
    return None


def _is_diplomatic(event: Event) -> bool:
    """Whether its own words show a meeting of officials: who travels holds an office ("the minister flew to Quito"), not
    "passengers travelling to Peru"; "the talks" that are told of already, or talks with anybody of a state or an organization."""
    if any(is_official(person) for person, _ in event.people) or event.organization is not None or event.partner is not None:
        return True
    named = [unit for encounter in event.encounters for _, unit in encounter.countries]
    if any(unit.kind in ("role", "body", "group") for unit in named):
        return True
    if event.format in VISITS:
        return False
    return (
        bool(named) or event.format == "negotiations" or any(e.definite and e.trigger.low not in LOOSE for e in event.encounters)
    )


def fill(doc: Document, events: list[Event]) -> None:
    """Complete the first meeting of the text that lacks parties, where none stands that is not recalled."""
    if any(stands(event) and not event.recalled for event in events):
        return
    first = next((s.index for s in doc.sentences if s.role == "body"), 0)
    hollow = [
        e
        for e in events
        if not e.recalled
        and e.status in ("held", "ongoing", "planned")
        and e.first.trigger.low not in LOOSE
        and _is_diplomatic(e)
        and e.first.sentence.index - first < EARLY
    ]
    for event in hollow:
        body = _acting_body(doc) if event.organization is None and not event.countries else None
        if body is not None and (event.format in GATHERINGS or event.several or event.place is not None):
            event.organization = body
            if stands(event):
                event.lead = True
                return
    hollow.sort(key=lambda e: (CLASS[e.status] != DONE, e.first.trigger.start))
    for event in hollow:
        _visited(doc, event)
        if not stands(event):
            _titled(doc, event)
        if not stands(event) and CLASS[event.status] == DONE and event.format not in VISITS:
            _fill(doc, event)
        if stands(event):
            event.lead = True
            return
        event.people, event.countries = [], {}
