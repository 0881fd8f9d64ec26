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
WORLDWIDE = frozenset({"global", "international", "world", "worldwide", "regional", "multilateral"})


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
    """Whether a number of states act that are not named: "leaders of nine Pacific nations", "a global climate summit"."""
    units = sentence.units
    if "summit" in sentence.lows and any(_is_worldwide(units, i) for i in scene.at):
        return True
    if any(_is_many_leaders(units[i]) for i in scene.at):
        return True
    if sentence.lows.isdisjoint(COUNTED) and sentence.lows.isdisjoint(STATES):
        return False
    for i in scene.at:
        if units[i].low in COUNTED and units[i - 1].text == "-" and i > 1:
            if (units[i - 2].kind == "number" and units[i - 2].text not in ("1", "2", "two")) or units[i - 2].low in NUMERALS:
                return any("meeting" in u.rows for u in units[max(0, i - 6) : i + 4])
        if units[i].low in STATES and _act_for(units, depends, scene, i):
            return True
    return False


def _is_many_leaders(unit: Unit) -> bool:
    """Whether leaders are counted: "40 world leaders"."""
    if unit.kind != "role" or unit.countries or not unit.low.endswith("world leaders"):
        return False
    count = unit.low.split(" ", 1)[0]
    return count in NUMERALS or (count.isdigit() and int(count) > 2)


def _is_worldwide(units: list[Unit], i: int) -> bool:
    """ "A global climate summit", "convened 40 world leaders in a virtual summit"."""
    if units[i].low != "summit":
        return units[i].kind == "role" and units[i].low.endswith("world leaders")
    return any(unit.low in WORLDWIDE for unit in units[max(0, i - 3) : i])


def _act_for(units: list[Unit], depends: list[tuple[str, int]], scene: Scene, i: int) -> bool:
    """Whether offices of a number of the states at `i` act: "ministers from 12 countries"."""
    before = units[max(0, i - 5) : i]
    senders = [u for u in before if (u.kind == "role" and u.role is not None and u.role.plural) or u.low in SENDERS]
    if not senders or any(u.countries for u in before):
        return False
    counted = any(u.kind == "number" for u in before) or any(w in NUMERALS for u in before for w in u.low.split())
    return counted and (scene.verb is None or i < scene.verb or depends[i][0] in ("of", "from", "by", "with"))
