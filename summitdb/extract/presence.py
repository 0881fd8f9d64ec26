"""Who was at a meeting besides those named where it is told of: office holders whom the article shows at work."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.events import Event
from summitdb.extract.hollow import acting_mentions
from summitdb.extract.joining import days_differ
from summitdb.extract.people import Person
from summitdb.extract.units import Unit

OFFICES = frozenset({
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "deputy_minister", "secretary_general",
})  # fmt: skip

ROLL = frozenset({"present", "also", "others", "those", "other", "among"})
HEADS = frozenset({"president", "prime_minister", "king", "queen", "emir", "crown_prince", "chancellor"})
SHARING = frozenset({"seal", "attend"})
ATTENDING = (
    "accompan", "travel", "afterward", "took part", "taking part", "present", "reporters", "journalists", "news conference",
    "press conference", "briefing",
)  # fmt: skip
COMPRISING = frozenset({"included", "includes", "comprised", "comprises", "consisted", "consists"})
JOINED = frozenset({"joined", "accompanied", "flanked"})
AFTER = frozenset({"after", "following"})
LEADERS = ("leader", "leaders", "head of state", "head of government", "heads of state", "heads of government")
MINISTERS = frozenset({"foreign_minister", "minister", "deputy_minister"})
REACH = 10
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


def _rank(office: str | None, form: str) -> str:
    """Of what rank an office is: "head" of a state or a government, "minister", else its noun ("negotiator")."""
    if office in HEADS or form.endswith(LEADERS):
        return "head"
    return "minister" if office in MINISTERS else form.rpartition(" ")[2].rstrip("s")


def _ranks(event: Event) -> set[str]:
    """The ranks of those who are told to take part, by name or together: "the two presidents met"."""
    ranks = {_rank(person.office, person.role_form) for person, _ in event.people}
    for encounter in event.encounters:
        for _, unit in encounter.sentence.named:
            if unit.role is not None and unit.role.plural and not unit.role.former:
                ranks.add(_rank(unit.role.office, unit.role.form))
    return ranks


def _shares_in(units: list[Unit], i: int) -> bool:
    """Whether the person at `i` is told to have had a part in it: "who travelled with the President", "said after the talks",
    "the ministers X and Y signed the protocol"."""
    if any(unit.rows.keys() & SHARING or unit.low.startswith(ATTENDING) for unit in units[i + 1 : i + REACH]):
        return True
    return any(unit.low in AFTER and _tells_of_meeting(units, k + 1) for k, unit in enumerate(units[:-1]))


def _tells_of_meeting(units: list[Unit], i: int) -> bool:
    """Whether a noun for a meeting begins at `i`: "the talks", not "meeting its obligations"."""
    if units[i].pos in ("det", "poss"):
        return any("meeting" in unit.rows for unit in units[i + 1 : i + 3])
    return "meeting" in units[i].rows and "ing" not in units[i].tenses


def _belongs(person: Person, event: Event, ranks: set[str], units: list[Unit], i: int) -> bool:
    """Whether a person at work can be thought to have been there: where those of his rank met and nobody of his state is named,
    at a gathering whose ranks are not told, or where he is told to have had a part in it."""
    colleagues = any(person.country and known.country == person.country for known, _ in event.people)
    rank = _rank(person.office, person.role_form)
    if not colleagues and (rank in ranks or (event.organization is not None and "minister" not in ranks)):
        return True
    return rank != "head" and _shares_in(units, i)


def _roll(units: list[Unit]) -> int | None:
    """Where the persons of a roll call begin in a sentence: behind "Also present were", "The delegation included"."""
    begins = units[0].low in ROLL or (units[0].low == "in" and units[1].low == "attendance")
    if begins and any(u.low in ("present", "attendance", "attending", "attended") for u in units[:9]):
        return next((i for i, u in enumerate(units[:14]) if u.pos == "aux"), None)
    verb = next((i for i, u in enumerate(units[:REACH]) if u.low in COMPRISING), None)
    return verb if verb is not None and any("delegation" in u.low for u in units[:verb]) else None


def _joined(units: list[Unit]) -> tuple[Person, int] | None:
    """Who is "joined by", "accompanied by" others, and where these begin."""
    for i, unit in enumerate(units[1:REACH], 1):
        if unit.low in JOINED and i + 1 < len(units) and units[i + 1].low == "by" and units[i - 1].pos in ("aux", "adv"):
            person = next((u.people[0] for u in units[:i] if len(u.people) == 1), None)
            return (person, i + 2) if person is not None else None
    return None


def call_roll(doc: Document, event: Event) -> None:
    """Give a meeting the persons of the roll calls of the article: "Also present were Presidents X of A and Y of B. Others were Z
    of C", "The delegation included X", and who joined one of its people."""
    called = -2
    for sentence in doc.sentences:
        units = sentence.units
        if sentence.role != "body" or len(units) < 4:
            continue
        joined = _joined(units) if not sentence.lows.isdisjoint(JOINED) else None
        at = _roll(units)
        if at is None and units[0].low in ("others", "other") and sentence.index == called + 1:
            at = next((i for i, u in enumerate(units[:14]) if u.pos == "aux"), None)
        if joined is not None and any(joined[0] is known for known, _ in event.people):
            _enter(event, units[joined[1] :], joined[0].country)
        elif at is not None:
            called = sentence.index
            _enter(event, units[at:])


def _enter(event: Event, units: list[Unit], home: str | None = None) -> None:
    """Give `event` the persons of a list, those for whom an office or a state is told; where none is, it is `home`."""
    for unit in units:
        if unit.low in ("while", "who") or unit.text == ";":
            return
        for person in unit.people if unit.kind == "person" else ():
            told = person.country or person.organization or person.office or person.role_form
            if home is not None and person.country_span is None:
                person.country = home
            if told and not person.former and all(person is not known for known, _ in event.people):
                event.people.append((person, unit))
                if person.country:
                    event.countries.setdefault(person.country, (unit.start, unit.end))


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
    elsewhere = {id(p) for other in events if _is_apart(event, other) for p, _ in other.people}
    multilateral = event.organization is not None or len(event.countries) > 3 or event.several
    ranks = _ranks(event)
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
        if not official:
            continue
        acting = acting_mentions(doc, person, event.place, speaking=person.office is None)
        there = next((units[i] for units, i in acting if _belongs(person, event, ranks, units, i)), None)
        if there is not None:
            event.people.append((person, there))
            if person.country:
                event.countries.setdefault(person.country, (there.start, there.end))
