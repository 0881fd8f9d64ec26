"""Noun phrases that turn several words into one unit: institutions and groups of states."""

from __future__ import annotations

from itertools import pairwise

from summitdb.extract.units import Unit, unit_of


def merge(units: list[Unit], kind: str) -> Unit:
    """One unit of `kind` over several that stand side by side."""
    head = units[0]
    text, low = head.text, head.low
    countries = head.countries
    for previous, unit in pairwise(units):
        text += (" " if unit.start > previous.end else "") + unit.text
        low += " " + unit.low
        countries += unit.countries
    merged = unit_of(kind, head.start, units[-1].end, text, low, head.first, units[-1].last)
    if countries:
        merged.countries = tuple(dict.fromkeys(countries))
    return merged


def is_owner(unit: Unit) -> bool:
    """Whether a possessive of this unit can say whose an office is: "Kenya's", "the bloc's"."""
    return unit.kind in ("country", "national", "organization", "city", "region") or "groupnoun" in unit.rows


def bodies(units: list[Unit]) -> list[Unit]:
    """The same row with institutions ("the Turkmen Foreign Ministry", "Kenya's presidency") merged into units of kind `body`."""
    out: list[Unit] = []
    for unit in units:
        if "body" not in unit.rows or unit.kind != "word":
            out.append(unit)
            continue
        left = len(out)
        while left > 0:
            before = out[left - 1]
            if before.kind in ("national", "country", "organization", "city") or (
                "portfolio" in before.rows or before.pos == "word" or "modifier" in before.rows
            ):
                left -= 1
            elif before.text in ("'s", "’s") and left > 1 and is_owner(out[left - 2]):
                left -= 2
            else:
                break
        if left > 0 and out[left - 1].pos in ("det", "poss") and out[left - 1].low != "that":
            left -= 1
        parts = [*out[left:], unit]
        del out[left:]
        merged = merge(parts, "body")
        merged.mean(unit.entry)
        merged.pos = None
        merged.organization = next((part.organization for part in parts if part.organization), None)
        merged.value = unit
        out.append(merged)
    # "the foreign ministry of Russia", "the government in Chisinau"
    i = 0
    while i < len(out):
        unit = out[i]
        if unit.kind == "body" and "portfolio" in out[min(i + 2, len(out) - 1)].rows and (end := _portfolios_end(out, i)) > i + 1:
            merged = merge(out[i:end], "body")
            merged.mean(unit.entry)
            merged.organization, merged.pos, merged.value = unit.organization, None, unit.value
            out[i:end] = [merged]
            continue
        if unit.kind == "body" and not unit.countries and i + 2 < len(out) and out[i + 1].low in ("of", "in"):
            k = i + 2 + (out[i + 2].pos == "det")
            if k < len(out) and out[k].kind in ("country", "city", "role") and out[k].countries:
                merged = merge(out[i : k + 1], "body")
                merged.mean(unit.entry)
                merged.pos, merged.value = None, unit.value
                out[i : k + 1] = [merged]
        i += 1
    return out


def _portfolios_end(units: list[Unit], i: int) -> int:
    """The position behind all portfolios of the ministry at `i`: "the Ministry of Foreign Affairs and International Trade"."""
    end = i + 1
    while end + 1 < len(units) and units[end].low in ("and", ",", "&"):
        k = end + 1
        while k < len(units) and units[k].is_capitalised and "portfolio" in units[k].rows:
            k += 1
        if k == end + 1:
            break
        end = k
    return end if units[i].low.split()[-1] != "ministry" and "ministry" in units[i].low else i + 1


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}


GROUPS = frozenset({
    "sides", "parties", "countries", "nations", "neighbours", "neighbors", "governments", "delegations", "capitals", "states",
})  # fmt: skip
SINGLE = frozenset({"country", "nation", "kingdom", "republic", "neighbour", "neighbor"})


def _nationals_start(out: list[Unit]) -> int:
    """Where the adjectives of states that end the row begin: "Malian, Chadian and Nigerien"."""
    begin = len(out)
    while begin > 0 and out[begin - 1].kind == "national":
        begin -= 1
        if begin > 1 and (out[begin - 1].low == "and" or out[begin - 1].text == ",") and out[begin - 2].kind == "national":
            begin -= 1
    return begin


def groups(units: list[Unit]) -> list[Unit]:
    """The same row with "the two sides", "both countries", "the three neighbouring states" merged into units of kind `group`."""
    out: list[Unit] = []
    for unit in units:
        if unit.low in SINGLE and unit.kind == "word" and len(out) > 1:
            left = len(out) - 1
            while (
                left > 0
                and (out[left].kind in ("region", "name") or out[left].pos == "word" or "modifier" in out[left].rows)
                and left > len(out) - 3
            ):
                left -= 1
            if out[left].low in ("his", "her", "their") or (
                out[left].low == "the" and left < len(out) - 1 and out[left + 1].is_capitalised
            ):
                merged = merge([*out[left:], unit], "group")
                del out[left:]
                merged.value = 1
                out.append(merged)
                continue
        if unit.low not in GROUPS or unit.kind != "word":
            out.append(unit)
            continue
        begin = _nationals_start(out)
        if len({code for part in out[begin:] for code in part.countries}) > 1:  # "the Malian and Chadian governments"
            begin -= begin > 0 and out[begin - 1].pos in ("det", "poss")
            merged = merge([*out[begin:], unit], "group")
            del out[begin:]
            out.append(merged)
            continue
        left = len(out)
        count = None
        while left > 0 and (out[left - 1].low in NUMBERS or out[left - 1].low in ("neighbouring", "neighboring")):
            count = NUMBERS.get(out[left - 1].low, count)
            left -= 1
        determined = left > 0 and out[left - 1].low in ("the", "their", "these", "both", "all")
        if determined and out[left - 1].low in NUMBERS:
            count = 2
        if (not determined and count is None) or (count is None and unit.low in ("states", "capitals", "nations")):
            out.append(unit)
            continue
        left -= determined
        parts = [*out[left:], unit]
        del out[left:]
        merged = merge(parts, "group")
        merged.value = count or 2
        out.append(merged)
    return out
