"""Verbs of visiting and travelling: "visited Tehran", "flew to Minsk", "is due in Quito"."""

from __future__ import annotations

from summitdb.extract.clauses import unit_after
from summitdb.extract.units import Unit

GOING = frozenset({"go", "goes", "going", "went", "gone"})
AWAITED = ("due", "expected", "awaited")


def is_awaited(units: list[Unit], i: int) -> bool:
    """ "Is due in Quito on Friday", "was expected here": a visit to come."""
    after = unit_after(units, i)
    if after is None or after.low not in ("in", "at", "here"):
        return False
    if after.low == "here":
        return True
    return any(u.kind in ("city", "country") or u.low == "capital" for u in units[i + 2 : i + 5])


def will_be(units: list[Unit], i: int) -> bool:
    """ "The minister will be in Moscow on Sunday": a visit to come."""
    if not 1 < i < len(units) - 2 or units[i - 1].low not in ("will", "would", "to") or units[i + 1].low != "in":
        return False
    somebody = units[i - 2].kind in ("person", "role") or units[i - 2].low in ("he", "she")
    place = units[i + 3] if units[i + 2].pos == "det" and i + 3 < len(units) else units[i + 2]
    return somebody and place.kind in ("city", "country")


def has_object(units: list[Unit], i: int) -> bool:
    """Whether a place or an office stands right behind the verb: "visited Tehran", "will visit the Vietnamese capital"."""
    for unit in units[i + 1 : i + 6]:
        if unit.kind in ("city", "country", "region", "organization", "national"):
            return True
        if unit.kind == "person" or (unit.kind == "role" and unit.countries):
            return True
        if (
            unit.pos not in ("det", "poss", "adv", "word")
            and unit.kind != "date"
            and not ("groupnoun" in unit.rows or "modifier" in unit.rows)
        ):
            return unit.low in ("town", "port", "resort", "island")
    return False


def leg(units: list[Unit], i: int) -> str:
    """ "arrival" or "departure" where the verb at `i` only tells of the ends of a visit: "arrived on Sunday", "left for home"."""
    unit = units[i]
    if "travel" not in unit.rows or not unit.tenses:
        return ""
    following = units[i + 1 : i + 6]
    if following and following[0].low in ("back", "home"):
        return "departure"
    if unit.low.startswith("return") and following and following[0].pos in ("det", "poss"):
        return ""  # "returned the advance payment"
    if unit.low.startswith(("lea", "left")) and _leaves_something(units, i):
        return ""
    if unit.low.startswith("arriv"):
        return "" if any(u.kind in ("city", "country") or u.low == "capital" for u in following) else "arrival"
    if unit.low.startswith(("lea", "left", "depart", "return")):
        forward = any(u.low == "for" for u in following[:3]) and any(u.kind in ("city", "country") for u in following[:4])
        return "" if forward and not unit.low.startswith("return") else "departure"
    return ""


def _leaves_something(units: list[Unit], i: int) -> bool:
    """ "Leaves the bloc", "left the party", "(left)" below a picture: no journey."""
    if i and units[i - 1].text == "(":
        return True
    thing = units[i + 2] if i + 2 < len(units) and units[i + 1].pos in ("det", "poss") else None
    return (
        thing is not None and thing.kind in ("word", "organization", "body") and thing.low not in ("capital", "city", "country")
    )


def _goes_to(units: list[Unit], i: int) -> bool:
    """ "Went to Paris", "goes on to the Danish capital", not "went to court"."""
    at = i + 2 if i + 1 < len(units) and units[i + 1].low == "on" else i + 1
    to = at + 1 < len(units) and units[at].low == "to" and "base" not in units[at + 1].tenses
    return to and any(u.kind in ("city", "country") or u.low == "capital" for u in units[at + 1 : at + 4])


def _is_aim(units: list[Unit], i: int) -> bool:
    """ "Headed to work", "the bronze heads to be sold": what follows is a deed and no place."""
    return i + 2 < len(units) and units[i + 1].low == "to" and ("base" in units[i + 2].tenses or units[i + 2].pos == "aux")


def of_travel(units: list[Unit], i: int) -> str | None:
    """ "Arrived in", "flew to", "left for Minsk"."""
    unit = units[i]
    if not unit.tenses:
        return None
    if leg(units, i):
        before = units[i - 1] if i else None
        return "visit" if unit.tenses & {"past", "s"} and before is not None and before.kind not in ("date", "number") else None
    if unit.low in GOING and not _goes_to(units, i):
        return None
    if unit.low.startswith("head") and _is_aim(units, i):
        return None
    leaves = unit.low.startswith(("lea", "left", "depart"))
    wanted = ("for",) if leaves else ("in", "to", "into", "for", "at", "here", "on")
    for later in units[i + 1 : i + 5]:
        if later.low in wanted:
            return "visit"
        if later.kind != "date" and later.pos not in ("adv", "prep") and later.kind != "city":
            return None
    return None
