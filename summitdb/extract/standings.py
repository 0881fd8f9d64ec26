"""Standings of one sentence: who is, was, wants to be or is invited to be something in an organization."""

from __future__ import annotations

from summitdb.extract import standing_nouns as nouns
from summitdb.extract import standing_verbs as verbs
from summitdb.extract.standing_clause import Clause, Standing, sense_of
from summitdb.extract.units import Unit

READERS = {
    "joined": verbs.joined, "left": verbs.left, "leaving": verbs.left, "admitted": verbs.admitted, "suspended": verbs.suspended, "comprises": verbs.composed,
    "founded": verbs.composed, "chairs": verbs.chaired,
}  # fmt: skip
COMPOUNDS = ("accession ", "membership ")
MEMBERS = frozenset({"countries", "states", "nations", "allies", "powers", "producers", "economies"})
APPLYING = frozenset({"applied", "apply", "applying"})


def read_standings(clause: Clause) -> list[Standing]:
    """The standings that a clause states, by the words that tell them, in the order of the text."""
    found: list[Standing] = []
    for i, unit in enumerate(clause.units):
        if unit.kind == "word" and (unit.rows or unit.low in MEMBERS):
            found += _read(clause, i, unit)
        elif unit.kind in ("role", "body"):
            found += verbs.chaired(clause, i)
        elif unit.kind == "organization":
            found += nouns.bracketed(clause, i)
        for standing in found:
            clause.past.known[standing.code] = standing.entry
    return found


def _read(clause: Clause, i: int, unit: Unit) -> list[Standing]:
    row = unit.rows.get("standing")
    if row is not None:
        return nouns.event(clause, i) if row.get("plural") == "-" else nouns.role(clause, i)
    if unit.low in MEMBERS:
        return nouns.countries_of(clause, i)
    if unit.low.startswith(COMPOUNDS):
        return nouns.event(clause, i)
    sense = sense_of(unit)
    if sense is None:
        return []
    if unit.low in APPLYING:
        alone = not any("standing" in u.rows or sense_of(u) == "joined" for u in clause.units[i + 1 : i + 7])
        return verbs.applied(clause, i) if alone else []
    if sense == "sought" and unit.low in nouns.REQUESTS:
        bare = not any("standing" in u.rows or sense_of(u) == "joined" for u in (*clause.units[max(0, i - 3) : i], *clause.units[i + 1 : i + 5]))
        return nouns.request(clause, i) if bare else []
    if sense in ("supported", "opposed"):
        return nouns.echoed(clause, i)
    reader = READERS.get(sense)
    return reader(clause, i) if reader is not None else []
