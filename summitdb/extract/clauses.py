"""Who does what in a sentence, without a parser: the subject of a verb and the words that belong to a clause."""

from __future__ import annotations

from summitdb.extract.units import Unit

MENTIONS = frozenset({"person", "role", "country", "organization", "body", "leader", "group"})
SKIPPED = frozenset({"adv", "aux", "modal"})
FINITE = frozenset({"past", "s"})


def is_mention(unit: Unit) -> bool:
    """Whether a unit names somebody who can act: a person, an office, a state, an organization, an institution, he or she."""
    return (
        unit.kind in MENTIONS
        or (unit.kind == "city" and bool(unit.countries))
        or (unit.kind == "word" and unit.pos == "pron" and unit.low in ("he", "she", "it", "they", "both", "we"))
    )


def unit_after(units: list[Unit], i: int) -> Unit | None:
    """The unit right behind the one at `i`, None at the end of the sentence."""
    return units[i + 1] if i + 1 < len(units) else None


def is_governed(units: list[Unit], i: int) -> bool:
    """Whether the mention at `i` depends on a preposition, a possessive or a conjunction of a side clause before it."""
    j = i - 1
    while j >= 0 and (units[j].pos in ("det", "poss", "word") or units[j].kind in ("national", "number")):
        j -= 1
    if j < 0:
        return False
    before = units[j]
    if before.low == "and" and j > 0 and is_mention(units[j - 1]):
        return is_governed(units, j - 1)
    return before.pos in ("prep", "sub", "rel") or before.low == "to"


def is_next_speaker(units: list[Unit], i: int) -> bool:
    """Whether the mention at `i` says what stands before it, where the comma before it closes an apposition and has gone into the
    person before: "... and her counterpart, Peter Okwir, Foreign Minister Ann Mwende said"."""
    unit = units[i]
    if unit.kind not in ("person", "role") or not 0 < i < len(units) - 1 or units[i - 1].kind != "person":
        return False
    return "report" in units[i + 1].rows and bool(units[i + 1].tenses & {"past", "s"})


def is_possessor(units: list[Unit], i: int) -> bool:
    """Whether an 's stands behind the mention at `i`."""
    return i + 1 < len(units) and units[i + 1].text in ("'s", "’s", "'", "’")


def subject_before(units: list[Unit], verb: int, begin: int = 0) -> int | None:
    """The position of the subject of the verb at `verb`, searched from `begin`: the mention right before it ("..., Aliyev said"),
    else the first one of the clause that depends on nothing ("The minister, who met the press, said")."""
    i = verb - 1
    while i >= begin and (units[i].pos in SKIPPED or units[i].low in ("'d", "'s")):
        i -= 1
    if i >= begin and is_mention(units[i]) and not is_governed(units, i):
        return i
    if i > begin and units[i].text == "," and is_mention(units[i - 1]):
        # "..., while her colleague, Senator Ramlogan, remarked": a name or office between commas
        j = i - 1
        if j > begin and units[j - 1].text == "," and not is_governed(units, j):
            return j
    for j in range(begin, verb):
        if is_mention(units[j]) and not is_governed(units, j) and not is_possessor(units, j):
            return j
    return None


def is_negated(units: list[Unit], verb: int) -> bool:
    """Whether the verb at `verb` is denied: "did not say", "never said"."""
    return any(unit.pos == "neg" for unit in units[max(0, verb - 2) : verb])
