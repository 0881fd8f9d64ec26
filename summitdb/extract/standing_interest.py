"""A country's interest in an organization, and whose support for its wish the sentence tells of."""

from __future__ import annotations

from msgspec.structs import replace

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import Standing, sense_of
from summitdb.extract.units import POSSESSIVES

TIES = frozenset({"cooperation", "ties", "relations", "partnership", "engagement", "contacts", "dialogue"})


def interests(clause: Clause) -> list[Standing]:
    """ "Moscow welcomed the interest of the Caucasian country in developing cooperation with BRICS": a partner it wants to be."""
    units = clause.units
    found: list[Standing] = []
    for i, unit in enumerate(units):
        if unit.low != "interest":
            continue
        holder = None
        if i + 2 < len(units) and units[i + 1].low == "of":
            holder = units[i + 2]
        elif i > 1 and units[i - 1].text in POSSESSIVES:
            holder = units[i - 2]
        if holder is None or holder.kind not in ("country", "group", "city") or not holder.countries:
            continue
        ties = next((k for k in range(i + 1, min(len(units), i + 9)) if units[k].low in TIES), None)
        if ties is None or ties + 1 >= len(units) or units[ties + 1].low != "with":
            continue
        body = next((u for u in units[ties + 2 : ties + 5] if u.kind == "organization" and u.organization is not None), None)
        if body is None or body.organization is None:
            continue
        welcomed = next((k for k in range(i) if sense_of(units[k]) == "supported" or units[k].low == "welcomed"), None)
        by = next((c for u in units[: welcomed or 0] for c in u.countries[:1] if c != holder.countries[0]), None)
        rule = "organization.relation.interest"
        found.append(Standing(holder, holder.countries[0], body.organization, "partner", "sought", unit, by, rule))
    return found


def with_supporters(clause: Clause, standings: list[Standing]) -> list[Standing]:
    """The standings with the supporter of a wish that the sentence names behind it: "and counts on the support of Russia"."""
    units = clause.units
    for i, unit in enumerate(units[:-2]):
        if unit.low == "support" and units[i + 1].low == "of" and units[i + 2].kind == "country" and units[i + 2].countries:
            by = units[i + 2].countries[0]
            return [replace(s, by=by) if s.modality == "sought" and s.by is None and s.code != by else s for s in standings]
    return standings
