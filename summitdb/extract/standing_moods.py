"""How a verb of standing stands in its clause: denied, ahead, in the infinitive, and whom a governing word puts before it."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import AHEAD, Pairs, list_before, pairs_of, states_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

DECISIONS = words("standing", "decision")


def is_ing(unit: Unit) -> bool:
    """Whether a verb is a participle or gerund: "joining", "acceding to"."""
    return unit.low.partition(" ")[0].endswith("ing")


def negated(units: list[Unit], i: int) -> bool:
    """Whether the verb at `i` is denied: "did not join", "refused to leave"."""
    for unit in reversed(units[max(0, i - 6) : i]):
        if unit.text in (",", ";"):
            return False
        if (
            unit.pos == "neg"
            or unit.low.startswith(("no ", "not "))
            or unit.low in ("no", "denied", "refused", "ruled", "without", "refusal")
        ):
            return True
    return False


def infinitive(units: list[Unit], i: int) -> bool:
    """Whether the verb at `i` stands behind "to"."""
    return any(u.low == "to" or u.low.endswith(" to") for u in units[max(0, i - 2) : i])


def future(units: list[Unit], i: int) -> bool:
    """Whether the verb at `i` is still to come: "will join", "is set to leave"."""
    return any(u.pos == "modal" or (u.low in AHEAD and u.low != "to") for u in units[max(0, i - 4) : i]) or (
        i > 1 and units[i - 1].low == "to" and units[i - 2].low in ("is", "are", "was", "were", "due", "set", "scheduled")
    )  # fmt: skip


def decided(clause: Clause, i: int) -> Pairs:
    """Whose decision the infinitive at `i` is: "Norway's decision to leave", "the British vote to quit"."""
    units = clause.units
    return clause.possessor(i - 2) if i > 2 and units[i - 1].low == "to" and units[i - 2].low in DECISIONS else []


def told_object(clause: Clause, i: int, governing: int) -> Pairs:
    """The states between the governing word and a verb: "invited Iran to join", "look forward to Sweden joining"."""
    units = clause.units
    for j in range(i - 1, governing, -1):
        if units[j].kind == "city" and not units[j].countries:
            continue
        pairs = states_of(units[j]) if units[j].kind in ("country", "group", "city", "body") else []
        pairs = pairs or clause.past.counted(units, j)
        if pairs:
            return pairs_of(list_before(units, j + 1)) or pairs
    return []
