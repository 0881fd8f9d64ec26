"""Verbs of meeting, receiving and talking: "met", "received the minister", "called on the king", "spoke by phone with"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, is_possessor, unit_after
from summitdb.extract.units import Unit

LINES = frozenset({"phone", "telephone", "telephone call", "phone call", "telephone conversation", "phone conversation"})
SENT = frozenset({"letter", "letters", "message", "messages", "invitation", "copy", "note", "aid", "reports", "news"})
GREETING = frozenset({"congratulate", "discuss", "thank", "express", "convey", "offer", "wish", "reassure", "assure"})
JOINED = frozenset({"joined", "joins"})


def calls_on(units: list[Unit], i: int) -> bool:
    """ "Called on the prime minister at his residence", not "called on the prime minister to resign"."""
    if i + 2 >= len(units) or units[i + 1].low not in ("on", "upon"):
        return False
    at = i + 3 if units[i + 2].pos == "det" else i + 2
    if at >= len(units):
        return False
    role = units[at].role
    one = units[at].kind == "person" or (role is not None and not role.plural) or units[at].low in ("him", "her")
    if not one:
        return False
    return all(unit.low not in ("to", "for") for unit in units[at + 1 : at + 3])


def phones(units: list[Unit], i: int) -> bool:
    """ "Called his counterpart on Monday", "called President X to congratulate him", not "called President X a friend"."""
    if i + 2 >= len(units) or units[i + 1].kind != "person" or units[i - 1].pos == "aux":
        return False
    behind = units[i + 2 : i + 4]
    if behind[0].kind == "date" or (behind[0].low == "on" and len(behind) > 1 and behind[1].kind == "date"):
        return True
    return behind[0].low == "to" and len(behind) > 1 and behind[1].low in GREETING


def joins_somebody(units: list[Unit], i: int) -> bool:
    """ "Joined President X in Kampala", not "joined President X in calling for"."""
    for k in range(i + 1, min(i + 4, len(units))):
        unit = units[k]
        if unit.kind == "person" or (unit.kind == "role" and unit.countries):
            behind = units[k + 1 : k + 3]
            owner = bool(behind) and behind[0].text in ("'s", "’s")
            return not owner and not (len(behind) > 1 and behind[0].low == "in" and behind[1].low.endswith("ing"))
        if unit.pos != "det" and unit.kind != "national":
            return False
    return False


def of_meeting(units: list[Unit], i: int) -> str | None:
    """ "Met", unless what is met is a condition ("met the demands") or a line ("where the rivers meet")."""
    unit = units[i]
    if unit.low == "negotiating":  # a deal, a reduction of prices
        return str(unit.rows["meet"]["value"])
    after = unit_after(units, i)
    if after is not None and after.low == "with" and i and units[i - 1].low in ("was", "were", "is", "are", "been", "be"):
        return None  # "were met with tear gas"
    if after is not None and (after.pos in ("det", "poss")):
        following = next((u for u in units[i + 2 : i + 6] if u.kind != "national" and u.pos not in ("word", "adv")), None)
        if (
            following is not None
            and following.kind == "word"
            and not ("groupnoun" in following.rows or "office" in following.rows)
        ):
            if any(is_mention(u) for u in units[i + 1 : i + 5]):
                return str(unit.rows["meet"]["value"])
            return None
    if after is not None and after.kind == "quantity":
        return None
    return str(unit.rows["meet"]["value"])


def of_talk(units: list[Unit], i: int) -> str | None:
    """ "Spoke by phone with", "spoke today with": a call. "Spoke to reporters" is none."""
    unit = units[i]
    if not unit.tenses & {"past", "part", "base", "s"}:
        return None
    if unit.low.startswith(("phone", "telephone")):
        after = unit_after(units, i)
        return "call" if "past" in unit.tenses and after is not None and is_mention(after) else None
    nearby = units[i + 1 : i + 14]
    if any(u.low in LINES or u.low == "call" for u in nearby):
        return "call"
    if any(u.low.startswith(("video", "secure video")) for u in nearby):
        return "video_conference"
    for k, later in enumerate(nearby[:4]):
        if later.low in ("with", "to"):
            target = next((u for u in nearby[k + 1 : k + 4] if u.pos not in ("det", "poss")), None)
            official = target is not None and (
                target.kind == "person" or (target.kind == "role" and bool(target.people or target.countries))
            )
            return "call" if official and later.low == "with" and not unit.low.startswith("talk") else None
        if later.pos != "adv" and later.kind != "date" and later.low != "on":
            return None
    return None


def receives(units: list[Unit], i: int) -> bool:
    """Whether the verb's object is a person or an office: "received Foreign Minister X", "was received by King Y"."""
    after = unit_after(units, i)
    if after is None:
        return False
    passive = i > 0 and units[i - 1].pos == "aux"
    if passive and (units[i - 2].low in ("which", "that") or any(u.low in SENT for u in units[max(0, i - 5) : i])):
        return False  # "the letter, which was received by the crown prince"
    if passive and "part" in units[i].tenses:
        for k in range(i + 1, min(i + 11, len(units))):
            if units[k].low == "by":
                return True
            if units[k].text == "," or units[k].pos in ("aux", "modal", "conj", "rel", "sub") or units[k].tenses & {"past", "s"}:
                break
    if after.low == "by":
        return passive
    if not units[i].tenses & {"past", "s", "base", "ing"}:
        return False
    for k, unit in enumerate(units[i + 1 : i + 9], i + 1):
        if unit.kind in ("person", "role"):
            return not is_possessor(units, k)  # "welcomed the minister's response"
        set_in = unit.kind in ("date", "city") or unit.low in ("on", "in", "at", "visiting", "audience")
        if not set_in and (unit.kind != "word" or unit.pos not in ("det", "adv", "poss")):
            return False
    return False
