"""Suspensions from an organization: who is suspended is still a member."""

from __future__ import annotations

from summitdb.extract.standing_clause import ITSELF, Clause
from summitdb.extract.standing_terms import BODIES, Outlook, Pairs, Standing, list_before, list_from, pairs_of
from summitdb.extract.units import POSSESSIVES
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

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
        owned = i > 1 and units[i - 1].text in POSSESSIVES
        if not (tied or owned) and following.low != "of":
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
    """ "ECOWAS suspended Niger", "decided to suspend Gabon's participation", "suspended Mali from the bloc"."""
    pairs, after = _suspended_object(clause, i)
    entry = tied or clause.bodies.attached(after) or _suspender(clause, i)
    return (pairs, entry) if entry is not None and entry.kind in BODIES else ([], None)


def _suspended_object(clause: Clause, i: int) -> tuple[Pairs, int]:
    """The states behind the verb at `i`, and the last unit that speaks of them."""
    units = clause.units
    listed = list_from(units, i + 1)
    if listed:
        after = units.index(listed[-1]) + 1
        return pairs_of(listed), after if after < len(units) and units[after].low == "from" else after - 1
    end = next((j for j in range(i + 1, min(len(units), i + 8)) if units[j].text in POSSESSIVES), None)
    if end is not None and any(u.low in SEATS for u in units[end + 1 : end + 4]):
        return pairs_of(list_before(units, end)), end
    if units[i + 1 : i + 2] and units[i + 1].low == "its" and any(u.low in SEATS for u in units[i + 2 : i + 4]):
        return clause.subject(i), i + 1
    island = next((j for j in range(i + 2, min(len(units), i + 6)) if units[j].low in ITSELF and units[i + 1].low == "the"), None)
    if island is not None and clause.past.topic is not None:
        return [clause.past.topic], island
    return [], i


def _suspender(clause: Clause, i: int) -> OrganizationEntry | None:
    """The organization that suspends: the nearest named or meant before the verb at `i`."""
    for j in range(i - 1, max(-1, i - 9), -1):
        unit = clause.units[j]
        if clause.bodies.named_at(j) is not None:
            return clause.bodies.named_at(j)
        if "groupnoun" in unit.rows and unit.kind == "word":
            return clause.past.last(unit.low)
    return None
