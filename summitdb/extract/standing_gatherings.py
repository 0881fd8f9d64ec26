"""Standings that an article takes for granted: whose leaders come to a bloc's summit, who has "EU counterparts" or a quota.

What is taken for granted is no statement, so the gazetteer's memberships must bear it out for the year of the article.
"""

from __future__ import annotations

from datetime import date

from summitdb.extract.document import Document
from summitdb.extract.standing_terms import Standing, organization_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry, memberships
from summitdb.gazetteer.uses import values, words

GATHERED = words("standing", "gathered")

PEERS = words("standing", "peers")

DEPARTURES: dict[str, set[str]] = {}  # "state/organization/day" to the words for it
for _word, _value in values("standing", "departure").items():
    DEPARTURES.setdefault(_value, set()).add(_word)

LEADING = frozenset({
    "president", "prime_minister", "chancellor", "king", "queen", "emir", "crown_prince", "vice_president", "foreign_minister",
    "minister", "deputy_minister",
})  # fmt: skip

ATTENDING = frozenset({"attended", "attend", "attends", "attending", "present"})

# What only the members of a body have: "Kuwait is pumping above its quota", "Ireland's commitment to EU membership".
QUOTAS = frozenset({"quota", "quotas"})
STAKES = QUOTAS | {"membership"}

OWN = frozenset({"his", "her", "their", "its", "fellow"})  # before peers of somebody named
MOST_GUESTS = 3
OPENING = 4  # sentences in which an article says what it is about
REACH = 6


def departed(doc: Document, named: list[OrganizationEntry]) -> list[Standing]:
    """ "Brexit": a leaving that has a name of its own, to come until its day."""
    day = doc.article.published_on or doc.reference
    entries = {entry.name: entry for entry in named}
    found: list[Standing] = []
    for value, forms in DEPARTURES.items():
        code, name, gone = value.split("/")
        if name not in entries:
            continue
        told = [sentence for sentence in doc.sentences if sentence.role == "body" and not sentence.lows.isdisjoint(forms)]
        if len(told) < 2:
            continue  # mentioned in passing
        cue = next(unit for unit in told[0].units if unit.low in forms)
        modality = "actual" if day is not None and day.isoformat() >= gone else "sought"
        rule = "organization.relation.departure"
        found.append(Standing(cue, code, entries[name], "former_member", modality, cue, None, rule))
    return found


def taken_for_granted(doc: Document, pair: tuple[str, ...], named: list[OrganizationEntry]) -> list[Standing]:
    """The memberships that an article implies, each once. `pair` are the two states it is about, `named` its organizations."""
    day = doc.article.published_on or doc.reference
    found: dict[tuple[str, str], Standing] = {}
    gatherings = _gatherings(doc)
    only_body = _only_body(named)
    only = [] if gatherings else only_body
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        units = sentence.units
        hosts = gatherings or (only if only and _is_attended(units) else [])
        if not hosts and sentence.lows.isdisjoint(PEERS) and sentence.lows.isdisjoint(STAKES):
            continue
        for i, unit in enumerate(units):
            told: list[tuple[OrganizationEntry, Unit, str]] = []
            if unit.kind == "role" and unit.low.rpartition(" ")[2] in PEERS and (entry := organization_of(unit)) is not None:
                told = _meeting_peers(entry, units, i)
            elif hosts and unit.kind == "role":
                told = [(entry, unit, code) for entry in hosts for code in _own(entry, _listed(unit), day)]
            elif unit.kind == "word" and unit.low in PEERS and i > 1 and units[i - 1].kind == "organization":
                told = _with_peers(pair, units, i)
            elif unit.low in STAKES:
                told = _with_stakes(only_body, units, i)
            for entry, mention, code in told:
                if _is_member(entry, code, day.year if day else None):
                    rule = "organization.relation.quota" if unit.low in QUOTAS else "organization.relation.implied"
                    found.setdefault((entry.name, code), Standing(mention, code, entry, "member", "actual", unit, None, rule))
    return list(found.values())


def _listed(unit: Unit) -> list[str]:
    """The states of a role of three or more: "foreign ministers from Chad, Mali and Niger"; who comes alone may be a guest."""
    role = unit.role
    if role is None or not role.plural or role.former or role.office not in LEADING or len(role.countries) < 3:
        return []
    return list(role.countries)


def _own(entry: OrganizationEntry, listed: list[str], day: date | None) -> list[str]:
    """Those listed, if they come as members: where some others are among them, too, it is no gathering of the organization."""
    strangers = [code for code in listed if not _is_member(entry, code, day.year if day else None)]
    return listed if len(strangers) < MOST_GUESTS else []


def _only_body(named: list[OrganizationEntry]) -> list[OrganizationEntry]:
    """The organization with known members among those that the article names, where it is the only one."""
    bodies = {entry.name: entry for entry in named if entry.name in memberships()}
    return list(bodies.values()) if len(bodies) == 1 else []


def _is_attended(units: list[Unit]) -> bool:
    """Whether a sentence says who attended a summit."""
    said = {unit.low for unit in units}
    return "summit" in said and not said.isdisjoint(ATTENDING)


def _gatherings(doc: Document) -> list[OrganizationEntry]:
    """The organizations of whose leaders, ministers or summit the opening of the article tells."""
    found: dict[str, OrganizationEntry] = {}
    body = [sentence for sentence in doc.sentences if sentence.role in ("body", "title")][:OPENING]
    for sentence in body:
        for i, unit in enumerate(sentence.units):
            entry = organization_of(unit)
            if entry is None or entry.name not in memberships():
                continue
            if unit.kind == "role":
                gathered = unit.role is not None and unit.role.plural and _leads(unit)
            else:
                around = sentence.units[max(0, i - REACH) : i] if _is_of(sentence.units, i) else []
                gathered = any(u.low in GATHERED for u in (*around, *sentence.units[i + 1 : i + 3]))
            if gathered:
                found[entry.name] = entry
    return list(found.values())


def _leads(unit: Unit) -> bool:
    """Whether a role of several is that of leaders or ministers."""
    assert unit.role is not None
    return unit.role.office in LEADING or not GATHERED.isdisjoint(unit.low.split(" "))


def _is_of(units: list[Unit], i: int) -> bool:
    """Whether the organization at `i` stands behind an "of": "leaders of the 12 nations of the Commonwealth"."""
    return any(u.low == "of" for u in units[max(0, i - 3) : i])


def _with_peers(pair: tuple[str, ...], units: list[Unit], i: int) -> list[tuple[OrganizationEntry, Unit, str]]:
    """Who has the peers at `i`: "talks with his EU counterparts" the speaker, "the two ASEAN neighbours" both."""
    entry, before = units[i - 1].organization, units[i - 2]
    if entry is None:
        return []
    if before.low.rpartition(" ")[2] == "two":
        return [(entry, units[i], code) for code in pair]
    return _meeting_peers(entry, units, i) if before.low in OWN else []


def _with_stakes(only: list[OrganizationEntry], units: list[Unit], i: int) -> list[tuple[OrganizationEntry, Unit, str]]:
    """Who has the stake at `i`: of a quota every state that the sentence names, of a membership the last one before it."""
    if units[i].low == "membership":
        entry = units[i - 1].organization if i else None
        holder = next((u for u in reversed(units[max(0, i - 9) : i]) if u.kind in ("country", "group") and u.countries), None)
        return [(entry, holder, code) for code in holder.countries] if entry is not None and holder is not None else []
    entry = next((u.organization for u in units if u.organization is not None), only[0] if only else None)
    if entry is None:
        return []
    return [(entry, u, code) for u in units if u.kind in ("country", "national", "group") for code in u.countries]


def _meeting_peers(entry: OrganizationEntry, units: list[Unit], i: int) -> list[tuple[OrganizationEntry, Unit, str]]:
    """Whose peers those at `i` are: the last somebody before "his EU counterparts"."""
    if units[i].kind == "role" and units[i].low.partition(" ")[0] not in OWN:
        return []
    for unit in reversed(units[: i - (units[i].kind != "role")]):
        if unit.kind in ("person", "role") and unit.people and unit.people[0].country and unit.pos != "poss":
            return [(entry, unit, person.country) for person in unit.people if person.country]
        if unit.kind in ("group", "country") and unit.countries:
            return [(entry, unit, code) for code in unit.countries]
    return []


def _is_member(entry: OrganizationEntry, code: str, year: int | None) -> bool:
    """Whether the gazetteer has the state among the members in the year of the article, or ever where that is not known."""
    members = memberships().get(entry.name, ())
    return any(member == code and (year is None or since <= year <= until) for member, since, until in members)
