"""Those whom states send: "Kenyan negotiators", "Egyptian and Israeli experts", "leaders of nine Pacific nations"."""

from __future__ import annotations

from summitdb.extract.scenes import Scene
from summitdb.extract.units import Sentence, Unit

SENDERS = frozenset({
    "leaders", "ministers", "officials", "representatives", "delegates", "delegations", "delegation", "negotiators", "envoys",
    "diplomats", "heads", "presidents", "premiers", "experts", "team", "teams",
})  # fmt: skip
STATES = frozenset({"countries", "nations", "states", "governments", "islands"})
COUNTED = frozenset({"nation", "country", "member", "party", "power", "state"})  # "a five-nation summit"
NUMERALS = frozenset({
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "dozen", "dozens", "several", "scores",
})  # fmt: skip


def is_sender(unit: Unit) -> bool:
    """Whether a noun names those whom a state sends: "Kenyan negotiators"."""
    return (
        unit.low in SENDERS or unit.kind in ("role", "body", "national", "mark") or "groupnoun" in unit.rows or unit.low == "and"
    )


def qualifies_senders(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """ "U.S. and Soviet arms negotiators met": the adjectives before an office in the plural that names no state itself."""
    following = units[i + 1 : i + 4]
    sent = next((u for u in following if u.kind != "national" and u.low != "and"), None)
    if sent is not None and sent.kind == "word" and sent.low in SENDERS and depends[i][0] in ("of", "between", ""):
        return True  # "a meeting of Egyptian and Israeli experts"
    office = next((k for k, u in enumerate(following) if u.kind == "role"), None)
    if office is None or following[office].countries or depends[i][0]:
        return False
    role = following[office].role
    return role is not None and role.plural and all(u.kind == "word" and u.pos != "prep" for u in following[:office])


def several_states(sentence: Sentence, depends: list[tuple[str, int]], scene: Scene) -> bool:
    """Whether offices of a number of states act: "leaders of nine Pacific nations", "ministers from 12 countries"."""
    if sentence.lows.isdisjoint(COUNTED) and sentence.lows.isdisjoint(STATES):
        return False
    units = sentence.units
    for i in scene.at:
        if units[i].low in COUNTED and units[i - 1].text == "-" and i > 1:
            if (units[i - 2].kind == "number" and units[i - 2].text not in ("1", "2", "two")) or units[i - 2].low in NUMERALS:
                return any("meeting" in u.rows for u in units[max(0, i - 6) : i + 4])
        if units[i].low not in STATES:
            continue
        before = units[max(0, i - 5) : i]
        senders = [u for u in before if (u.kind == "role" and u.role is not None and u.role.plural) or u.low in SENDERS]
        if senders and not any(u.countries for u in before):
            counted = any(u.kind == "number" for u in before) or any(w in NUMERALS for u in before for w in u.low.split())
            if counted and (scene.verb is None or i < scene.verb or depends[i][0] in ("of", "from", "by", "with")):
                return True
    return False
