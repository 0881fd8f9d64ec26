"""Members told by what an organization is and does: it comprises, was founded by, is chaired by, has suspended."""

from __future__ import annotations

from summitdb.extract.standing_clause import ITSELF, Clause
from summitdb.extract.standing_terms import (
    BODIES,
    TITLES,
    Outlook,
    Pairs,
    Standing,
    list_before,
    list_from,
    organization_of,
    pairs_of,
    sense_of,
)
from summitdb.extract.units import POSSESSIVES
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

TAKING = words("standing", "taking")

NO_BODIES = frozenset({"country", "countries", "nations", "states", "sides", "delegation"})

CHAIRS = frozenset({"chair", "chairs", "chairmanship", "presidency", "chairman", "chairpersonship"})

BEING = frozenset({"been", "was", "were", "is", "are", "remains", "remain", "remained", "stays", "be", "being"})

# What can follow a state said to be suspended.
ASIDE = words("standing", "aside")

SEATS = frozenset({"membership", "participation", "seat", "member"})


def suspended(clause: Clause, i: int) -> list[Standing]:
    """ "Venezuela, suspended since 2017", "Guinea has been suspended", "the suspension of Fiji": still a member."""
    pairs, entry = _suspended_in(clause, i)
    return clause.make(pairs, entry, "member", Outlook(), clause.units[i], "suspended")


def _suspended_in(clause: Clause, i: int) -> tuple[Pairs, OrganizationEntry | None]:
    """The states that the word at `i` says are suspended, and where from."""
    units = clause.units
    following = units[i + 1] if i + 1 < len(units) else units[i]
    before = units[i - 1] if i else None
    tied = clause.bodies.attached(i)
    if units[i].low == "suspension":
        if not tied and following.low != "of":
            return [], None
        pairs = clause.possessor(i) or (clause.subject(i) if tied is not None and following.low == "from" else [])
        return pairs, tied or clause.bodies.nearby(i) or clause.past.last()
    entry = tied or clause.bodies.nearby(i) or clause.past.last()
    if before is not None and before.text == "," and i > 1 and following.low in ASIDE:
        return pairs_of(list_before(units, i - 1)), entry
    j = i - 1
    while j > 0 and (units[j].pos == "adv" or units[j].low.endswith("ly")):
        j -= 1
    if j >= 0 and units[j].low in BEING:
        loose = following.low in ASIDE or following.kind in ("mark", "date") or following is units[i]
        return (_passive(clause, j) if loose or tied is not None else []), entry
    return _suspending(clause, i, tied)


def _passive(clause: Clause, be: int) -> Pairs:
    """Who is said to be suspended by a passive whose "be" is at `be`: "Mali", "Mali's membership", "Mali, which"."""
    units = clause.units
    k = be - 1
    while k > 0 and (units[k].pos in ("adv", "aux", "modal") or units[k].low.endswith("ly") or units[k].low in BEING):
        k -= 1
    if units[k].low in SEATS:
        return clause.possessor(k)
    if units[k].pos == "rel" or units[k].kind in ("country", "city", "group", "body") or units[k].low in ITSELF:
        return clause.subject(be)
    return clause.subject(be) if units[k].low in ("nation", "state", "they", "junta", "government") else []


def _suspending(clause: Clause, i: int, tied: OrganizationEntry | None) -> tuple[Pairs, OrganizationEntry | None]:
    """ "ECOWAS suspended Niger", "decided to suspend Gabon's participation", "suspending the three states"."""
    units = clause.units
    body = next(
        (
            clause.bodies.named_at(j) or clause.past.last(units[j].low)
            for j in range(i - 1, max(-1, i - 9), -1)
            if clause.bodies.named_at(j) is not None or ("groupnoun" in units[j].rows and units[j].kind == "word")
        ),
        None,
    )
    listed = pairs_of(list_from(units, i + 1))
    if not listed:
        end = next((j for j in range(i + 1, min(len(units), i + 8)) if units[j].text in POSSESSIVES), None)
        seat = end is not None and end + 1 < len(units) and any(u.low in SEATS for u in units[end + 1 : end + 4])
        listed = pairs_of(list_before(units, end)) if seat and end is not None else []
        if (
            not listed
            and i + 2 < len(units)
            and units[i + 1].low in ("its", "the")
            and any(u.low in SEATS for u in units[i + 2 : i + 4])
        ):
            listed = clause.subject(i) if units[i + 1].low == "its" else []
            body = tied or body
    entry = tied or body
    return (listed, entry) if entry is not None and entry.kind in BODIES else ([], None)


def composed(clause: Clause, i: int) -> list[Standing]:
    """ "The EAEU comprises Armenia and four others", "which groups Laos", "a bloc that also includes Chile"."""
    units = clause.units
    unit = units[i]
    founding = sense_of(unit) == "founded"
    if unit.low in ("form", "forms", "formed"):
        found = constitutes(clause, i)
        if found:
            return found
    if unit.low == "grouping" and i and units[i - 1].pos == "det":
        return []  # the noun
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
        if before.text in POSSESSIVES and j and units[j - 1].kind == "country":
            return [(units[j - 1], code) for code in units[j - 1].countries]
        if before.kind == "national" and before.countries:
            return [(before, before.countries[0])]
        if not (before.kind == "organization" or before.pos in ("word", "det") or "modifier" in before.rows):
            break
    return []


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
    holder = _apposed_to(clause, i) or _owned_by(clause, i, named)
    if holder:
        return clause.make(holder, entry, "member", Outlook(), unit, "chair")
    tied = {u.low for u in units[max(0, i - 9) : i]}
    verb = unit.low in ("chairs", "chaired", "chairing") or (unit.low == "chair" and i > 0 and units[i - 1].low in ("to", "will"))
    if not verb and not tied & TAKING:
        return []
    begin = next((j for j in range(i - 1, max(-1, i - 10), -1) if units[j].low in TAKING or units[j].pos == "modal"), i)
    relative = begin > 0 and units[begin - 1].low == "which"
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
