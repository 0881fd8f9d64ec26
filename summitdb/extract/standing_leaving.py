"""Standings told by verbs and nouns of leaving: left, quit, withdrew, the withdrawal of."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_moods import decided, future, infinitive, is_ing, negated, told_object
from summitdb.extract.standing_outlooks import outlook_before
from summitdb.extract.standing_terms import Outlook, Pairs, Standing, list_from, pairs_of, sense_of, states_of
from summitdb.extract.units import POSSESSIVES, Unit
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
    told = told_object(clause, i, max(outlook.at, i - 8)) if is_ing(unit) else []
    pairs = (_owner(clause, i) if _is_noun(units, i) else decided(clause, i)) or clause.subject(i) or told
    if negated(units, i) or (infinitive(units, i) and any(u.low in REVERSING for u in units[max(0, i - 5) : i])):
        return clause.make(pairs, entry, "member", Outlook(), unit, "kept")
    if _is_noun(units, i):
        done = any(u.low in ("after", "since", "following") for u in units[max(0, i - 5) : i])
        return clause.make(pairs, entry, "former_member", Outlook("actual" if done else "sought"), unit, "leaving")
    if outlook.modality == "sought" or not _is_deed(units, i):
        return clause.make(pairs, entry, "former_member", Outlook("sought"), unit, "leaving")
    return clause.make(pairs, entry, "former_member", Outlook(), unit, "left")


def _is_noun(units: list[Unit], i: int) -> bool:
    """Whether the word at `i` is a noun for leaving: "withdrawal", "the country's exit from the bloc"."""
    if sense_of(units[i]) == "leaving":
        return True
    before = units[i - 1] if i else None
    if before is None or is_ing(units[i]) or i + 1 == len(units) or units[i + 1].low != "from":
        return False
    return before.text in POSSESSIVES or before.pos in ("det", "poss") or before.kind in ("country", "national")


def _owner(clause: Clause, i: int) -> Pairs:
    """Whose leaving the noun at `i` tells of: "the Danish exit", "the Chad exit", "Norway's departure"."""
    return (states_of(clause.units[i - 1]) if i and clause.units[i - 1].kind == "country" else []) or clause.possessor(i)


def _is_deed(units: list[Unit], i: int) -> bool:
    """Whether the verb at `i` tells of a leaving that is done: "left", "has withdrawn"; "leaves" and "to leave" lie ahead."""
    verb = units[i].low.partition(" ")[0]
    past = bool(units[i].tenses & {"past", "part"}) or verb.endswith(("ed", "ew", "oke", "own"))
    if not past or is_ing(units[i]) or infinitive(units, i) or future(units, i):
        return False
    return not any(u.low in THREATS for u in units[max(0, i - 7) : i])


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
