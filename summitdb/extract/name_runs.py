"""Runs of capitalised words that may be names."""

from __future__ import annotations

from summitdb.extract.people import PARTICLES, SUFFIXES
from summitdb.extract.phrases import merge
from summitdb.extract.units import Unit

NOT_IN_NAMES = frozenset({"office", "closed", "honorific", "portfolio", "body", "document", "meeting", "thing"})


def _is_name_word(unit: Unit) -> bool:
    """A capitalised word that may be part of a person's name: no office, no function word, no number."""
    if unit.kind != "word" or not unit.text[0].isupper():
        return False
    entry = unit.entry
    return entry is None or not (entry.rows.keys() & NOT_IN_NAMES)


def _joins(previous: Unit, unit: Unit) -> bool:
    """Whether `unit` may stand inside a name after `previous`: a particle, a hyphen, an initial's full stop."""
    if unit.low in PARTICLES and unit.start == previous.end + 1:
        return True
    if unit.text in ("-", "‑", "–") and unit.start == previous.end:
        return True
    return unit.text == "." and unit.start == previous.end and (len(previous.text) == 1 or previous.low in SUFFIXES)


def name_runs(units: list[Unit]) -> list[Unit]:
    """The same row with runs of capitalised words merged into units of kind `name`.

    "Lloyd Austin" takes in the city, "Seung-woo" the hyphen, "van der Bellen" the particles, "J. Biden, Jr." the suffix. The
    first word of a sentence stays out when it is a known word ("Talks in ..."). A title's capitals say nothing.
    """
    out: list[Unit] = []
    i, n = 0, len(units)
    while i < n:
        unit = units[i]
        if unit.kind == "leader":
            out.append(unit)
            i += 1
            continue
        after_office = bool(out) and (out[-1].get("office") is not None or out[-1].get("honorific") is not None)
        opens = _is_name_word(unit) or (
            unit.kind in ("city", "country") and after_office and i + 1 < n and _is_name_word(units[i + 1])
        )
        if opens and unit.entry is not None and i == _first_word(units) and not after_office:
            opens = not (unit.rows.keys() - {"topics"})
        if not opens:
            out.append(unit)
            i += 1
            continue
        j = i + 1
        while j < n:
            following = units[j]
            if _is_name_word(following) and following.start <= units[j - 1].end + 1:
                j += 1
            elif following.kind in ("city", "country", "leader") and _adjacent_name(units, i, j):
                j += 1
            elif _joins(units[j - 1], following):
                k = j + 1
                while k < n and _joins(units[k - 1], units[k]):
                    k += 1
                if k < n and (_is_name_word(units[k]) or (units[j].text == "-" and units[k].kind == "word" and k == j + 1)):
                    j = k + 1
                else:
                    break
            elif following.text == "," and j + 1 < n and units[j + 1].low in SUFFIXES:
                j += 2
                if j < n and units[j].text == "." and units[j].start == units[j - 1].end:
                    j += 1
            else:
                break
        out.append(merge(units[i:j], "name"))
        out[-1].value = units[i:j]
        out[-1].entry = units[i].entry if j == i + 1 else None
        i = j
    return out


def _first_word(units: list[Unit]) -> int:
    return next((i for i, unit in enumerate(units) if unit.kind != "mark"), 0)


def _adjacent_name(units: list[Unit], begin: int, j: int) -> bool:
    """Whether a city or country directly behind a capitalised word is a surname: "Lloyd Austin", not "Friday Paris"."""
    previous, name = units[j - 1], units[j].name
    return (
        units[j].start == previous.end + 1
        and name is not None
        and (name.ambiguous or j - begin >= 1)
        and not (j + 1 < len(units) and units[j + 1].text == "'s" and units[j].kind == "country")
    )
