"""Members told by what an organization is made of: it comprises, groups, was founded by."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import (
    BODIES,
    TITLES,
    Outlook,
    Standing,
    list_before,
    list_from,
    pairs_of,
    sense_of,
)

NO_BODIES = frozenset({
    "country", "countries", "nations", "states", "sides", "delegation", "powers", "groups", "actors", "economies", "governments",
    "players", "producers",
})  # fmt: skip


def composed(clause: Clause, i: int) -> list[Standing]:
    """ "The EAEU comprises Armenia and four others", "which groups Laos", "a bloc that also includes Chile"."""
    units = clause.units
    unit = units[i]
    founding = sense_of(unit) == "founded"
    if unit.low in ("form", "forms", "formed"):
        found = constitutes(clause, i)
        if found:
            return found
    if unit.low in ("group", "groups", "grouping") and i and (units[i - 1].pos in ("det", "conj") or units[i - 1].kind == "word"):
        if units[i - 1].pos not in ("rel", "adv", "aux") and "groupnoun" not in units[i - 1].rows:
            return []  # the noun: "rights groups"
    if founding and not any(u.low in ("by", "in") for u in units[i + 1 : i + (8 if unit.low == "founded" else 2)]):
        return _founders(clause, i)
    begin = next((j for j in range(i + 1, min(len(units), i + 11)) if units[j].kind == "country"), None)
    if begin is None or (founding and not any(u.low == "by" for u in units[i + 1 : begin])):
        return []
    if not founding and any(
        (u.low in ("of", "by", "with", "to", "from", "in", "on", "for") and units[k - 1].low not in TITLES)
        or "meeting" in u.rows
        or u.kind in ("person", "role")
        for k, u in enumerate(units[i + 1 : begin], i + 1)
    ):
        return []
    listed = pairs_of(list_from(units, begin))
    strong = unit.low.startswith(("compris", "consist", "made up", "compos", "is c", "group", "embrac"))
    about = [
        u
        for u in units[max(0, i - 11) : i]
        if (u.organization is not None and u.kind == "organization")
        or ("groupnoun" in u.rows and u.kind == "word" and not (strong and u.low in NO_BODIES))
    ]
    if any("standing" in u.rows for u in units[max(0, i - 4) : i]) and not unit.low.startswith(("compris", "consist")):
        return []
    if not about or not listed or (len(listed) < 2 and not strong and not founding):
        return []
    if any("meeting" in u.rows or "document" in u.rows for u in units[max(0, i - 3) : i]) or about[-1].low in NO_BODIES:
        return []
    if any(
        u.low in ("contact", "working", "action", "task", "mediation", "monitoring", "delegation", "minsk")
        for u in units[max(0, i - 6) : i]
    ):
        return []
    entry = about[-1].organization or clause.bodies.nearby(i) or clause.past.last(about[-1].low)
    return clause.make(listed, entry, "member", Outlook(), unit, "composition")


def constitutes(clause: Clause, i: int) -> list[Standing]:
    """ "Kenya, Uganda and Rwanda make up the East African Community": the states of the list are its members."""
    units = clause.units
    end = i + 1
    while end < len(units) and (
        units[end].pos in ("det", "word") or units[end].kind == "number" or "modifier" in units[end].rows
    ):
        end += 1
    entry = units[end].organization if end < len(units) and units[end].kind == "organization" else None
    listed = list_before(units, i)
    if entry is None or entry.kind not in BODIES or len(listed) < 2:
        return []
    return clause.make(pairs_of(listed), entry, "member", Outlook(), units[i], "composition")


def _founders(clause: Clause, i: int) -> list[Standing]:
    """ "The three countries, which set up the Alliance of Sahel States": who founds a grouping is in it."""
    units = clause.units
    end = i + (2 if units[i].low.startswith("set") else 1)
    while end < len(units) and units[end].pos in ("det", "word"):
        end += 1
    entry = units[end].organization if end < len(units) and units[end].kind == "organization" else None
    if entry is None or entry.kind not in ("grouping", "alliance", "organization"):
        return []
    pairs = clause.subject(i)
    return clause.make(pairs, entry, "member", Outlook(), units[i], "composition") if len(pairs) > 1 else []
