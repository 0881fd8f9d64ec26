"""What stands around an attribution: what may open a sentence before it, stand between a speaker and his verb, or follow."""

from __future__ import annotations

from summitdb.extract.clauses import is_governed
from summitdb.extract.speakers import OFFICES, SOURCES, Speaker, speaker_of
from summitdb.extract.subjects import phrase_start
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

OPENING = 8  # units of a sentence's beginning
# What may stand between a speaker and his verb: "Rashid Olim, secretary general of the bloc, told", "the DFA (Manila) said".
FOLLOWING = frozenset({"date", "mark", "role", "body", "organization", "country", "national", "city", "region", "name", "number"})


def leaders_of(units: list[Unit], before: Speaker | None) -> Speaker | None:
    """Whom "they" means in the next sentence: the leaders or states that are the first somebody of this one ("The leaders held
    talks."), `before` where it begins with "they" itself."""
    for i, unit in enumerate(units[:OPENING]):
        if unit.low == "they":
            return before
        if unit.kind == "group" or (unit.role is not None and unit.role.plural and unit.kind == "role"):
            return speaker_of(unit) if not is_governed(units, i) else None
        if unit.people or unit.kind in ("country", "body", "organization", "quotation"):
            return None
    return None


def is_adverbial(units: list[Unit], begin: int, end: int) -> bool:
    """Whether what stands before the attribution only says when or how: "However", "At the same time", "Earlier"."""
    if " ".join(unit.low for unit in units[begin:end]) in words("statement", "aside"):
        return True
    first = units[begin]
    return end - begin < 6 and (first.pos in ("prep", "adv") or first.kind == "date")


def is_told(verb: Unit) -> bool:
    """Whether what follows the verb is no deed: whom it tells, or when he "said speaking in Lima"."""
    row = verb.rows["report"]
    return row["form"] == "say" or "obj" in row.get("complement", "").split()


def may_follow(unit: Unit) -> bool:
    return unit.kind in FOLLOWING or unit.pos in ("adv", "aux", "rel", "det", "prep", "word")


def speaker_start(units: list[Unit], at: int, begin: int) -> int:
    """Where the phrase of the speaker at `at` begins, whatever it depends on: "a statement from the Prime Minister's office"."""
    start = phrase_start(units, at, begin)
    while (
        start - 2 > begin
        and units[start - 1].pos == "prep"
        and (units[start - 2].low in SOURCES or units[start - 2].low in OFFICES)
    ):
        start = phrase_start(units, start - 2, begin)
    return start
