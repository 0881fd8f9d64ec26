"""How the words around a cue see a standing: sought, invited, supported, opposed; "not support" is opposed."""

from __future__ import annotations

from summitdb.extract.standing_terms import SENSES, Outlook, sense_of
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.uses import words

TURNED = {"supported": "opposed", "opposed": "supported"}
LOOKS = frozenset({"look", "looks", "looked", "looking"})
CALLS = frozenset({"call", "calls", "called"})
# "Lifted its objections to".
LIFTED = frozenset({
    "lifted", "lift", "lifting", "dropped", "drop", "dropping", "withdrew", "withdraw", "removed", "remove", "waived", "waive",
})  # fmt: skip
# "Demands that Kyiv abandon its bid".
GIVING_UP = words("standing", "giving_up")
DEMANDING = words("standing", "demanding")
JOINING = frozenset({"and", "but", "while", "although"})


def outlook_before(units: list[Unit], i: int, reach: int = 12) -> Outlook:
    """The modality that the words before the cue at `i` give it; the strongest of SENSES in its clause."""
    found: dict[str, int] = {}
    for j in range(_clause_begin(units, i, reach), i):
        sense = _sense_at(units, j, i)
        if sense is not None:
            found[sense] = j
    for sense in SENSES:
        if sense in found and not (sense == "invited" and found.get("sought", -1) > found[sense]):
            return _negated(units, Outlook(sense, units[found[sense]], found[sense]))
    return Outlook()


def outlook_behind(units: list[Unit], i: int) -> Outlook:
    """What is said behind the noun at `i` of it: "... bid, backed by Russia", "request ... had been blocked by"."""
    for j in range(i + 1, min(len(units), i + 12)):
        sense = sense_of(units[j])
        if sense in ("supported", "opposed") and any(u.low == "by" for u in units[j + 1 : j + 9]):
            if units[j - 1].text == "," or any(u.pos == "aux" for u in units[max(0, j - 4) : j]):
                return Outlook(sense, units[j], j)
        if units[j].text == ";":
            break
    return Outlook()


def _clause_begin(units: list[Unit], i: int, reach: int) -> int:
    """Where the clause of the cue at `i` begins, at the most `reach` units before it."""
    begin = max(0, i - reach)
    for j in range(i - 1, begin, -1):
        unit = units[j]
        relative = unit.low == "which" and units[j - 1].pos == "prep"  # "hopes to join the EU, of which Chad is a member"
        if relative or unit.text == ";" or unit.kind == "quotation" or (unit.low in JOINING and _is_finite(units, j + 1)):
            return j
    return begin


def _is_finite(units: list[Unit], k: int) -> bool:
    """Whether a finite verb stands at `k`, or behind the adverb there."""
    if k + 1 < len(units) and units[k].pos == "adv":
        k += 1
    if k >= len(units):
        return False
    unit = units[k]
    past = bool(unit.tenses & {"past", "s"}) and not unit.tenses & {"ing", "base"}
    return unit.pos in ("aux", "modal") or sense_of(unit) == "granted" or past


def _sense_at(units: list[Unit], j: int, i: int) -> str | None:
    """The one of SENSES that the word at `j` gives the cue at `i`."""
    unit = units[j]
    sense = sense_of(unit)
    if unit.low in GIVING_UP and any(u.low in DEMANDING for u in units[max(0, j - 6) : j]):
        return "opposed"
    owned = j > 0 and (units[j - 1].text in POSSESSIVES or units[j - 1].pos in ("det", "poss"))
    if owned and sense in TURNED and unit.low.endswith("ed"):
        return None  # "the country's stalled membership bid"
    came_back = unit.kind == "word" and unit.low == "back" and "adv" in (unit.pos or "")
    if sense in SENSES and not came_back:
        return sense
    calls_for = unit.low in CALLS and j + 1 < i and units[j + 1].low == "for"
    looks_forward = unit.low == "forward" and units[j - 1].low in LOOKS
    if calls_for or looks_forward:
        return "supported"
    return "sought" if unit.low == "like" and units[j - 1].low == "would" else None


def _negated(units: list[Unit], outlook: Outlook) -> Outlook:
    """ "Would not support" is opposed; "does not oppose" is supported; what is not sought or offered is left as it is."""
    turned = TURNED.get(outlook.modality)
    denied = any(u.pos == "neg" or u.low in LIFTED for u in units[max(0, outlook.at - 2) : outlook.at])
    return Outlook(turned, outlook.cue, outlook.at) if turned and denied else outlook
