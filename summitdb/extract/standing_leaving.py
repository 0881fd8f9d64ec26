"""Standings told by verbs and nouns of leaving: left, quit, withdrew, the withdrawal of."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_moods import decided, future, infinitive, is_ing, negated, told_object
from summitdb.extract.standing_outlooks import outlook_before
from summitdb.extract.standing_terms import Outlook, Standing, list_from, pairs_of, sense_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

THREATS = words("standing", "threats")

REVERSING = words("standing", "reversing")

LEFT_OUT = frozenset({"the", "from", "of", "regional", "out", "military", "trade"})

BODIES_LEFT = words("standing", "bodies_left")


def left(clause: Clause, i: int) -> list[Standing]:
    """ "The Maldives left the Commonwealth", "gave notice of leaving the bloc", "did not intend to leave" (still a member)."""
    units = clause.units
    unit = units[i]
    following = units[i + 1 : i + 5]
    at = next((k for k, u in enumerate(following) if u.organization is not None and u.kind == "organization"), None)
    group = next(
        (k for k, u in enumerate(following) if "groupnoun" in u.rows and u.low not in ("country", "countries", "capital")), None
    )
    where = min((k for k in (at, group) if k is not None), default=None)
    if where is not None and not all(_before_left(u) for u in following[:where]):
        where = None
    if where is None and sense_of(unit) == "leaving" and following and following[0].low == "of":
        return _departed(clause, i)
    if where is None and not _ends_here(clause, i):
        return []
    entry = clause.bodies.attached(i) if where is not None else clause.past.last()
    if entry is None or entry.kind not in BODIES_LEFT:
        return []
    if unit.low in ("abandon", "abandoned", "abandons", "abandoning"):
        return []
    if any(sense_of(u) == "admitted" or u.low == "rejoined" for u in units[i + 1 : i + 8]):
        return []
    outlook = outlook_before(clause.units, i)
    pairs = clause.possessor(i) if sense_of(unit) == "leaving" else decided(clause, i)
    told = told_object(clause, i, max(outlook.at, i - 8)) if is_ing(unit) else []
    pairs = pairs or clause.subject(i) or told
    if negated(units, i) or (infinitive(units, i) and any(u.low in REVERSING for u in units[max(0, i - 5) : i])):
        return clause.make(pairs, entry, "member", Outlook(), unit, "kept")
    ahead = infinitive(units, i) or is_ing(unit) or future(units, i) or outlook.modality == "sought"
    if ahead or any(u.low in THREATS for u in units[max(0, i - 7) : i]):
        return clause.make(pairs, entry, "former_member", Outlook("sought"), unit, "leaving")
    if sense_of(unit) == "leaving":
        before = [u.low for u in units[max(0, i - 5) : i]]
        done = any(low in ("after", "since", "following") for low in before)
        return clause.make(pairs, entry, "former_member", Outlook("actual" if done else "sought"), unit, "leaving")
    return clause.make(pairs, entry, "former_member", Outlook(), unit, "left")


def _departed(clause: Clause, i: int) -> list[Standing]:
    """ "The withdrawal of Burkina Faso, Mali and Niger from ECOWAS"."""
    units = clause.units
    listed = list_from(units, i + 2)
    if not listed:
        return []
    after = units.index(listed[-1]) + 1
    if after >= len(units) or units[after].low != "from":
        return []
    entry = clause.bodies.attached(after)
    if entry is None or entry.kind not in BODIES_LEFT:
        return []
    ahead = any(u.low in THREATS or u.pos == "modal" for u in units[max(0, i - 5) : i])
    outlook = Outlook("sought" if ahead else "actual")
    return clause.make(pairs_of(listed), entry, "former_member", outlook, units[i], "leaving")


def _before_left(unit: Unit) -> bool:
    """Whether `unit` can stand between the verb and the body that is left: "walked out of the regional bloc"."""
    return unit.low in LEFT_OUT or unit.kind in ("national", "region", "number", "mark")


def _ends_here(clause: Clause, i: int) -> bool:
    """ "Gambia withdrew in 2013", "walked out a year later": a bare verb among others about an organization just spoken of."""
    units = clause.units
    unit = units[i]
    if (
        unit.low not in ("withdrew", "left", "quit", "walked", "withdrawn", "withdraw", "withdrawal")
        or clause.past.last() is None
        or not clause.past.known
    ):
        return False
    following = units[i + 1] if i + 1 < len(units) else None
    if unit.low == "withdrawal":
        return i > 0 and units[i - 1].low in ("its", "their")
    if unit.low == "walked":
        return following is not None and following.low == "out"
    if unit.low == "left":
        return (
            following is not None and following.low in ("and", "in") and any(sense_of(u) in ("joined", "admitted") for u in units)
        )
    return following is not None and following.low == "in" and len(units) > i + 2 and units[i + 2].kind in ("date", "number")
