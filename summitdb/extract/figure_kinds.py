"""Whether a figure of a corridor is what it carries now or what it is meant to: "from 5 to 10 million tonnes by 2027"."""

from __future__ import annotations

from msgspec import Struct

from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words
from summitdb.text.quantities import Quantity

AHEAD = ("planned", "proposed", "under_construction")
NOW = words("corridor", "now")
LATER = words("corridor", "later")
MODERNISING = words("corridor", "modernising")
CHANGES = words("corridor", "changes")
AUXILIARIES = words("corridor", "auxiliaries")
REPORTED = frozenset(
    {"rose", "grew", "fell", "increased", "jumped", "doubled", "climbed", "tripled", "surged", "soared", "dropped"}
)
ROUGHLY = words("corridor", "roughly")
AHEAD_BEHIND = frozenset({"when", "once", "upon", "will", "would", "planned", "due", "should"})


class Place(Struct):
    units: list[Unit]
    i: int
    quantity: Quantity
    today: str


def _was_reported(units: list[Unit], i: int) -> bool:
    """Whether the figure at `i` is what a past movement came to: "increased by 65% compared to 2022, reaching 2.7 million"."""
    for k in range(i - 1, max(0, i - 16), -1):
        if units[k].low in LATER or units[k].text == ";":
            return False
        if units[k].low in REPORTED:
            return not any(u.low in AUXILIARIES for u in units[max(0, k - 2) : k])
    return False


def _is_past(unit: Unit, today: str) -> bool:
    """Whether a date lies before the article's day."""
    if unit.kind != "date":
        return False
    value = unit.value.value
    return unit.value.direction == "past" or (bool(value) and unit.value.kind != "month_day" and value < today[: len(value)])


def kind_of(place: Place, status: str | None, quantities: list[int]) -> str:
    """current or target, by the nearest word that tells."""
    units, i = place.units, place.i
    before = units[i - 1].low if i else ""
    j = i - 1
    while j >= 0 and units[j].low in ROUGHLY:
        before = units[j - 1].low if j else ""
        j -= 1
    sentence = {u.low for u in units}
    if sentence & CHANGES or len(quantities) > 1:
        changing = any(u.low in CHANGES for u in units[max(0, i - 16) : i + 8])
        if before == "from" and changing:
            return "current"
        if before in ("to", "by") and changing:
            spoken = {word for u in units[max(0, j - 6) : j] for word in u.low.split(" ")}
            done = any(u.low in REPORTED for u in units[max(0, i - 8) : i]) and not spoken & AUXILIARIES
            return "current" if done else "target"
    if place.quantity.unit == "km" and any(u.low in MODERNISING for u in units[max(0, i - 6) : i]):
        return "current"  # "the electrification of the 495-km line": it is there already
    if place.quantity.unit == "km" and status is not None:
        return "target" if status in AHEAD else "current"
    if status == "operating" and any(u.low in ("initially", "currently") for u in units[max(0, i - 8) : i]):
        return "current"
    if _was_reported(units, i):
        return "current"
    floor = max((q for q in quantities if q < i and units[q].value.dimension == place.quantity.dimension), default=-1)
    for k in range(i - 1, max(floor, i - 14), -1):
        low = units[k].low
        if _is_past(units[k], place.today):
            return "current"
        modal = any(u.low in AUXILIARIES for u in units[max(0, k - 2) : k])
        auxiliary = low in ("has", "have") and (units[k + 1].low in ("been", "to") or modal)
        if low in NOW and not auxiliary:
            return "current"
        after = units[k + 1]
        able = units[k - 1].low in ("capacity", "ability", "able") and status not in AHEAD
        purpose = low == "to" and not able and ("base" in after.tenses or after.low in ("be", "carry", "handle", "transport"))
        if low in LATER or purpose:
            return "target"
    ceiling = min((q for q in quantities if q > i and units[q].value.dimension == place.quantity.dimension), default=len(units))
    for k in range(i + 1, min(ceiling, i + 12)):
        unit = units[k]
        if _is_past(unit, place.today):
            return "current"
        near = unit.low in NOW and k < i + 5 and all(u.low != "past" for u in units[i + 1 : k])
        if near or unit.low in ("now", "currently", "present"):
            return "current"
        following = units[k + 1].low if k + 1 < len(units) else ""
        if not AHEAD_BEHIND.isdisjoint(unit.low.split(" ")) or f"{unit.low} {following}".startswith(("is to", "are to")):
            return "target"
    return "target" if status in AHEAD else "current"
