"""Meetings that somebody asks for, arranges or agrees to begin: "requesting an urgent meeting", "plans for the two ministers to
meet", "agreed on a resumption of talks"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.units import POSSESSIVES, Unit

ASKING = frozenset({
    "requesting", "requested", "request", "requests", "urging", "demanding", "demanded", "seeking", "proposing", "suggesting",
    "convene", "seek", "demand", "propose",
})  # fmt: skip
CALLS = frozenset({
    "call", "calls", "called", "calling", "request", "requests", "demand", "demands", "appeal", "appeals", "appealed",
    "appealing", "push", "pushed", "pushing", "pressed", "pressing", "plea", "pleas", "proposal", "bid", "asked", "asking",
})  # fmt: skip
STARTS = frozenset({
    "start", "beginning", "opening", "launch", "launching", "resumption", "resuming", "holding", "convening", "renewal",
    "commencement", "continuation", "starting",
})  # fmt: skip
TELLING = frozenset({"meet", "visit", "travel", "host", "attend", "light", "talk"})
REACH = 9


def _governor(units: list[Unit], trigger: int) -> int:
    """The position of the word that the noun phrase of the meeting at `trigger` hangs on, -1 for none."""
    at = trigger - 1
    while at >= 0 and (
        units[at].kind in ("organization", "national", "number", "body", "country", "region")
        or units[at].pos in ("det", "poss", "word")
        or units[at].text in POSSESSIVES
        or units[at].text == "-"
        or (units[at].kind == "word" and not units[at].rows and units[at].pos is None and not units[at].low.endswith("ed"))
        or "modifier" in units[at].rows
    ):
        at -= 1
    return at


def is_asked_for(units: list[Unit], trigger: int) -> bool:
    """ "By requesting an urgent meeting of the council", "a call for talks": nobody has met yet."""
    at = _governor(units, trigger)
    if at < 1:
        return False
    if units[at].low == "for":
        return units[at - 1].low in CALLS
    return units[at].low in ASKING


def is_start_agreed(units: list[Unit], trigger: int) -> bool:
    """ "Agreed on the resumption of talks", "an agreement on a start of consultations": they are still to come."""
    at = _governor(units, trigger)
    if at < 3 or units[at].low != "of" or units[at - 1].low not in STARTS:
        return False
    above = _governor(units, at - 1)
    return above > 0 and units[above].low in ("on", "to", "about") and units[above - 1].low.startswith(("agree", "accord"))


def infinitive_behind(units: list[Unit], i: int) -> int | None:
    """The verb of a clause that "for" opens at `i`: "plans for the two presidents to meet", "for X and Y to hold talks"."""
    mentioned = False
    for k in range(i + 1, min(i + REACH, len(units) - 1)):
        unit = units[k]
        if unit.low == "to" and mentioned:
            return k + 1 if "base" in units[k + 1].tenses and units[k + 1].rows.keys() & TELLING else None
        mentioned = mentioned or is_mention(unit)
        if not is_mention(unit) and unit.kind not in ("national", "number") and unit.pos not in ("det", "poss", "conj", "word"):
            if unit.text != ",":
                return None
    return None
