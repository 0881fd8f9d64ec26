"""The name of a gathering as the article has it: "16th BRICS Summit", "Third U.S.-Nordic Leaders' Summit"."""

from __future__ import annotations

from summitdb.extract.encounters import Encounter
from summitdb.extract.units import Unit

MODIFIERS = frozenset({
    "annual", "regular", "extraordinary", "emergency", "special", "inaugural", "foreign", "ministers", "ministerial", "leaders",
    "presidential", "informal", "biennial",
})  # fmt: skip
ENDINGS = frozenset({"th", "st", "nd", "rd", "'s", "’s"})


def _names(unit: Unit) -> bool:
    """Whether a unit before the noun belongs to the name."""
    if unit.kind in ("organization", "name", "number", "region") or unit.text in ("-", "’", "'") or unit.low in MODIFIERS:
        return True
    capital = unit.text[0].isupper() and unit.pos not in ("det", "prep", "poss")
    return unit.kind == "word" and (capital or unit.text in ENDINGS)


def name_span(units: list[Unit], encounter: Encounter, trigger: int) -> tuple[int, int] | None:
    """The gathering's name as the article has it: "16th BRICS Summit", "summit of the Gulf Cooperation Council"."""
    if encounter.verbal:
        return None
    left = trigger
    while left > 0 and trigger - left < 8:
        unit = units[left - 1]
        if _names(unit) or (unit.kind in ("country", "national") and left < trigger):
            left -= 1
        elif unit.kind == "role" and unit.role is not None and unit.role.plural and units[left].text in ("'", "’"):
            left -= 1
        else:
            break
    right = trigger
    if encounter.organization is not None and encounter.organization[1].start > units[trigger].end:
        right = next((i for i in range(trigger, min(trigger + 9, len(units))) if units[i] is encounter.organization[1]), trigger)
    while left < trigger and units[left].text in ("-", "'s", "’s", "'", "’"):
        left += 1
    named = any(u.kind in ("organization", "name") for u in units[left : right + 1])
    if named or (units[trigger].text[0].isupper() and left < trigger):
        return units[left].start, units[right].end
    return None
