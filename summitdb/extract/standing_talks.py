"""Who talks with an organization of its own membership is a candidate: "accession talks", "negotiates its membership"."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import Pairs, list_from, pairs_of, sense_of, states_of
from summitdb.gazetteer.uses import words

TALKS = frozenset({"talks", "negotiations", "chapters", "negotiation", "process"})
NEGOTIATING = frozenset({"negotiating", "negotiates", "negotiated"})

# What makes talks a wish: "hopes to open accession talks", "was offered membership talks".
NOT_YET = words("standing", "not_yet")


def are_on(clause: Clause, i: int, following: str) -> bool:
    """Whether the membership at `i` is being negotiated: "accession talks", "talks on the admission of", "is negotiating its"."""
    units = clause.units
    lows = [u.low for u in units[max(0, i - 6) : i]]
    verb = any(low in NEGOTIATING for low in lows)
    noun = any(low in TALKS for low in lows[:-1]) and any(low in ("on", "about", "over", "for", "of") for low in lows)
    if not (following in TALKS - {"process"} or verb or noun):
        return False
    return not any(u.low in NOT_YET or _is_wish(u.low, sense_of(u)) for u in units[max(0, i - 9) : i])


def _is_wish(low: str, sense: str | None) -> bool:
    """Whether a word before the talks says that they are wished for; the words for talks themselves do not."""
    return sense == "sought" and low not in TALKS and low not in NEGOTIATING


def partners(clause: Clause, i: int) -> Pairs:
    """Who talks of its membership at `i`: the subject, or who stands behind "with"."""
    units = clause.units
    subject = clause.subject(i)
    if subject:
        return subject
    behind = next((j for j in range(i + 1, min(len(units), i + 5)) if units[j].low == "with"), None)
    return pairs_of(list_from(units, behind + 1)) if behind is not None else []


def negotiating(clause: Clause, i: int) -> Pairs:
    """Who talks with an organization of its own membership: "accession talks between the EU and Serbia"."""
    units = clause.units
    between = next((j for j in range(i + 1, min(len(units) - 1, i + 4)) if units[j].low == "between"), None)
    if between is None or not any(unit.organization is not None for unit in units[between : between + 6]):
        return []
    return [pair for unit in units[between : between + 8] if unit.kind == "country" for pair in states_of(unit)]
