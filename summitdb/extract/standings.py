"""Standings of one sentence: who is, was, wants to be or is invited to be something in an organization."""

from __future__ import annotations

from collections.abc import Iterable

from summitdb.extract import standing_chairs as chairs
from summitdb.extract import standing_events as events
from summitdb.extract import standing_leaving as leaving
from summitdb.extract import standing_lists as lists
from summitdb.extract import standing_members as members
from summitdb.extract import standing_nouns as nouns
from summitdb.extract import standing_suspensions as suspensions
from summitdb.extract import standing_verbs as verbs
from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import Standing, sense_of
from summitdb.extract.units import Unit

READERS = {
    "joined": verbs.joined,
    "left": leaving.left,
    "leaving": leaving.left,
    "admitted": verbs.admitted,
    "returned": verbs.returned,
    "suspended": suspensions.suspended,
    "comprises": members.composed,
    "constitutes": members.constitutes,
    "founded": members.composed,
    "chairs": chairs.chaired,
}
COMPOUNDS = ("accession ", "membership ")
ALLIES = frozenset({"ally", "producer", "economy", "power", "nation", "country", "state"})
MEMBERS = frozenset({"countries", "states", "nations", "allies", "powers", "producers", "economies"})
# "The ECOWAS Member States are": taken for a name where it stands in capitals.
CAPITALISED = frozenset({"member states", "member countries", "full members", "founding members"})
APPLYING = frozenset({"applied", "apply", "applying"})


def read_standings(clause: Clause, known: Iterable[tuple[int, Unit]]) -> list[Standing]:
    """The standings that a clause states, by the words that tell them, in the order of the text. `known` are its units that mean
    something, with their positions."""
    found: list[Standing] = []
    for i, unit in known:
        told: list[Standing] = []
        if unit.kind == "word":
            rows = unit.rows
            told_otherwise = unit.low in MEMBERS or unit.low in ALLIES or unit.low.startswith(COMPOUNDS)
            if not ("standing" in rows or "relation" in rows or told_otherwise):
                continue
            told = _read(clause, i, unit)
        elif unit.kind == "name" and unit.low in CAPITALISED:
            told = nouns.role(clause, i)
        elif unit.kind in ("role", "body"):
            told = chairs.chaired(clause, i)
        elif unit.kind == "organization":
            told = lists.bracketed(clause, i)
        if told:
            found += told
            for standing in found:
                clause.past.known[standing.code] = standing.entry
    return found


def _read(clause: Clause, i: int, unit: Unit) -> list[Standing]:
    row = unit.rows.get("standing")
    if row is not None:
        of = i - 2 if i > 1 and clause.units[i - 1].pos == "det" else i - 1  # "the status of an observer country"
        if of > 0 and clause.units[of].low == "of" and clause.units[of - 1].low == "status":
            return events.status_granted(clause, i, row["status"])
        if i + 1 < len(clause.units) and clause.units[i + 1].low == "status":
            return events.status_granted(clause, i, row["status"])
        return events.event(clause, i) if row.get("plural") == "-" else nouns.role(clause, i)
    if unit.low in MEMBERS:
        return lists.countries_of(clause, i)
    if unit.low in ALLIES:
        return lists.one_of(clause, i)
    if unit.low.startswith(COMPOUNDS):
        return events.event(clause, i)
    sense = sense_of(unit)
    if sense is None:
        return []
    if unit.low in APPLYING:
        alone = not any("standing" in u.rows or sense_of(u) == "joined" for u in clause.units[i + 1 : i + 7])
        return verbs.applied(clause, i) if alone else []
    if sense == "sought" and unit.low in events.REQUESTS:
        bare = not any(
            "standing" in u.rows or sense_of(u) == "joined"
            for u in (*clause.units[max(0, i - 3) : i], *clause.units[i + 1 : i + 5])
        )
        return events.request(clause, i) if bare else []
    if sense in ("supported", "opposed"):
        return events.echoed(clause, i)
    reader = READERS.get(sense)
    return reader(clause, i) if reader is not None else []
