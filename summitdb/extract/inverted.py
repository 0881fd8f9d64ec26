"""Subjects behind their verb ('"...," said University of Toledo political scientist Larry Osgood'), and names that only say whose
somebody is ("Hargrove campaign manager Vince Tolliver")."""

from __future__ import annotations

from summitdb.extract.subjects import PRONOUNS, is_head
from summitdb.extract.units import POSSESSIVES, Unit

HEADS = frozenset({"person", "name", "word", "organization", "role"})  # kinds that go on with a phrase: "the Congress leader"


def titled_behind(units: list[Unit], i: int, end: int) -> int | None:
    """The person whose title the name at `i` belongs to: "Hargrove campaign manager Vince Tolliver"."""
    j = i + 1
    while j < end and units[j].kind == "word" and units[j].pos in (None, "word") and units[j].text.islower():
        j += 1
    if j >= end or units[j].kind != "person" or units[i].kind not in ("person", "name"):
        return None
    titled = units[j].text[0].islower() and units[j].role is not None  # "campaign manager" and the name are one unit
    return j if titled or (j > i + 1 and "occupation" in units[j - 1].rows) else None


def owns_next(units: list[Unit], i: int) -> bool:
    """Whether the mention at `i` only says whose somebody is: "the senator's aide, Jeff Rowan", "Hargrove aide Jeff Rowan"."""
    if i + 1 >= len(units):
        return False
    return units[i + 1].text in POSSESSIVES or titled_behind(units, i, min(len(units), i + 6)) is not None


def _named_apart(units: list[Unit], i: int, end: int) -> int | None:
    """The person named behind the office at `i` and whose it is: "said the secretary for the governor, Ozan Kaya"."""
    if i + 3 >= end or units[i + 1].low not in ("for", "of", "to", "at", "in"):
        return None
    comma = next((k for k in range(i + 2, min(end - 1, i + 6)) if units[k].kind == "mark" or units[k].tenses), None)
    named = comma is not None and units[comma].text == "," and units[comma + 1].kind == "person"
    return comma + 1 if named and comma is not None else None


def subject_behind(units: list[Unit], verb: int, stop: int | None = None) -> int | None:
    """The head of the subject behind an inverted verb: '"...," said University of Toledo political scientist Larry Osgood'."""
    end = min(len(units) if stop is None else stop, verb + 16)
    best: int | None = None
    i = verb + 1
    while i < end:
        unit = units[i]
        if unit.kind in ("person", "leader", "group"):
            return titled_behind(units, i, end) or i
        if unit.kind in ("role", "body"):
            best = i
            if not (i + 1 < end and units[i + 1].kind in HEADS and units[i + 1].pos is None):
                return _named_apart(units, i, end) or i
        elif unit.text in POSSESSIVES or unit.pos in ("det", "poss", "adv", "word") or unit.text == "-" or unit.kind == "number":
            pass
        elif unit.low == "one":
            if i + 1 < end and units[i + 1].kind in ("role", "national"):
                i += 1
                continue  # "said one Danish diplomat"
            best = i
            break
        elif unit.low in PRONOUNS:
            if best is None:
                return i
            break  # "said a strategist who asked not to be named"
        elif unit.low == "of" and best is not None and units[best].is_capitalised and units[best].kind != "role":
            pass
        elif is_head(unit) or unit.kind in ("organization", "country", "region"):
            best = i
        else:
            break
        i += 1
    if best is not None:
        several = units[best].low == "one"  # "said one of the protesters inside, Matt Alman"
        for k in range(best + 1, min(len(units) - 1, best + (10 if several else 5))):
            if units[k].text == "," and units[k + 1].kind == "person":
                return k + 1  # "said his workmate, Gwyn Prosser", "said one of them, Maria Ruiz"
            common = several and units[k].kind == "word" and not units[k].tenses
            if units[k].pos not in ("prep", "pron", "det") and units[k].kind != "person" and not common:
                break
    return best
