"""Who chairs an organization is its member: chairmen, presidencies, their holders and successors."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import BODIES, Outlook, Pairs, Standing, list_before, list_from, organization_of, pairs_of
from summitdb.extract.units import POSSESSIVES
from summitdb.gazetteer.uses import words

TAKING = words("standing", "taking")

CHAIRS = frozenset({"chair", "chairs", "chairmanship", "presidency", "chairman", "chairpersonship"})


def _apposed_to(clause: Clause, i: int) -> Pairs:
    """ "Kenya, the current chair of IGAD", "Cambodia, this year's ASEAN chair": the state before the comma."""
    units = clause.units
    begin = i
    while begin > 0 and (
        units[begin - 1].kind in ("date", "organization") or units[begin - 1].text in POSSESSIVES or units[begin - 1].pos == "det"
    ):
        begin -= 1
    if begin < 2 or units[begin - 1].text != "," or units[i].low.split(" ")[0] in ("chairs", "chaired", "chairing"):
        return []
    listed = list_before(units, begin - 1)
    return pairs_of(listed) if len(listed) == 1 else []


def _owned_by(clause: Clause, i: int, noun: str) -> Pairs:
    """Whose presidency it is: "Germany's EU presidency", "the Belgian EU presidency", "its presidency of the EU Council"."""
    units, unit = clause.units, clause.units[i]
    if noun not in ("presidency", "chairmanship", "chairpersonship"):
        return []
    if unit.kind in ("body", "role") and unit.countries:
        return [(unit, code) for code in unit.countries[:1]]
    if unit.low.startswith(("its ", "their ")):
        return clause.subject(i)
    for j in range(i - 1, max(-1, i - 6), -1):
        before = units[j]
        if before.low in ("its", "their"):  # "congratulated Chad on its chairmanship"
            return _named_above(clause, j)
        if before.text in POSSESSIVES and j and units[j - 1].kind == "country":
            return [(units[j - 1], code) for code in units[j - 1].countries]
        if before.kind == "national" and before.countries:
            return [(before, before.countries[0])]
        plain = before.kind == "word" and before.pos is None and not before.tenses
        if not (plain or before.kind == "organization" or before.pos in ("word", "det") or "modifier" in before.rows):
            break
    return []


def _named_above(clause: Clause, i: int) -> Pairs:
    """The state named last before "its" at `i`."""
    units = clause.units
    at = next((j for j in range(i - 1, max(-1, i - 12), -1) if units[j].kind == "country" and units[j].countries), None)
    return pairs_of([units[at]]) if at is not None else clause.subject(i)


def _in_role(clause: Clause, i: int) -> Pairs:
    """ "Thanked Ghana for its leadership as ECOWAS chair", "Chad, as chair of the Union": the state named last."""
    units = clause.units
    begin = i
    while begin > 0 and (units[begin - 1].kind == "organization" or units[begin - 1].pos in ("det", "word")):
        begin -= 1
    return _named_above(clause, begin - 1) if begin > 1 and units[begin - 1].low == "as" else []


def chaired(clause: Clause, i: int) -> list[Standing]:
    """ "Myanmar holds the chair of the grouping", "whose country has ASEAN's chairmanship": who chairs it is a member."""
    units = clause.units
    unit = units[i]
    named = unit.role.form if unit.role is not None and unit.role.form else unit.low.split(" ")[-1]
    if not (unit.kind == "word" or named in CHAIRS):
        return []
    entry = (organization_of(unit) if unit.kind != "word" else None) or clause.bodies.attached(i)
    if entry is None and unit.kind == "role":
        entry = next(
            (clause.past.last(word) for word in unit.low.split(" ") if any(word in e.nouns for e in clause.past.named)), None
        )
    if entry is None or entry.kind not in BODIES:
        return []
    holder = _apposed_to(clause, i) or _owned_by(clause, i, named) or (_in_role(clause, i) if named in CHAIRS else [])
    if holder:
        return clause.make(holder, entry, "member", Outlook(), unit, "chair")
    tied = {u.low for u in units[max(0, i - 9) : i]}
    verb = unit.low in ("chairs", "chaired", "chairing") or (unit.low == "chair" and i > 0 and units[i - 1].low in ("to", "will"))
    if not verb and not tied & TAKING:
        return []
    begin = next((j for j in range(i - 1, max(-1, i - 10), -1) if units[j].low in TAKING or units[j].pos == "modal"), i)
    opener = begin - 1 if begin and units[begin - 1].pos != "adv" else begin - 2
    relative = opener >= 0 and units[opener].low == "which"
    pairs = [
        pair
        for pair in clause.subject(begin)
        if pair[0].kind in ("country", "city", "body", "group") or unit.kind == "word" or relative
    ]
    if (
        unit.kind == "role"
        and unit.countries
        and tied & {"over", "takes", "took", "take", "taking", "assumes", "assumed", "inherits"}
    ):
        pairs += [(unit, code) for code in unit.countries]
    if tied & {"hand", "hands", "handed", "handing", "pass", "passed", "passes", "transferred"}:
        behind = next((j for j in range(i + 1, min(len(units), i + 9)) if units[j].low == "to"), None)
        pairs += (
            [(unit, code) for code in unit.countries]
            if unit.kind == "role"
            else pairs_of(list_from(units, behind + 1)[:1])
            if behind is not None
            else []
        )
    if (
        any(mention.kind in ("person", "role") and mention is not unit for mention, _ in pairs)
        and not relative
        and not any(u.low == "country" or u.kind == "group" for u in units[:i])
    ):
        return []
    return clause.make(pairs, entry, "member", Outlook(), unit, "chair")
