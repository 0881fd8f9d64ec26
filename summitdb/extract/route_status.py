"""How far a corridor is: operating, under construction, being modernised, planned or proposed, and when it is to be ready."""

from __future__ import annotations

from summitdb.extract.route_phrases import Mention, Route
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

BUILDING = frozenset({"construction", "building", "groundbreaking", "foundation", "laid", "constructing", "laying"})
MODERNISING = words("corridor", "modernising")
PLANNED = words("corridor", "planned")
PROPOSED = words("corridor", "proposed")
OPERATING = words("corridor", "operating")
BEGUN = words("corridor", "begun")
READY = words("corridor", "ready")
STARTS = frozenset({"construction", "work", "works", "building"})
FUTURE = words("corridor", "future")
# Words that tell less of what is done than of what is meant, or of volumes.
WEAK = words("corridor", "weak")
WINDOW_BEFORE, WINDOW_AFTER = 10, 16


def _window(mention: Mention) -> list[Unit]:
    units = mention.units
    begin = max(0, mention.begin - WINDOW_BEFORE)
    end = min(len(units), mention.end + WINDOW_AFTER)
    for i in range(mention.begin - 1, begin - 1, -1):
        if units[i].text == ";" or (units[i].kind == "corridor" and i < mention.begin):
            begin = i + 1
            break
    for i in range(mention.end + 1, end):
        if units[i].text == ";" or (units[i].kind == "corridor"):
            end = i
            break
    return units[begin:end]


def _is_ahead(units: list[Unit], i: int) -> bool:
    j = i - 1
    while j >= max(0, i - 6) and (
        units[j].low in FUTURE
        or units[j].pos in ("adv", "aux")
        or units[j].low in ("been", "put", "into", "start", "begin", "become")
    ):
        if units[j].low in FUTURE and units[j].low != "be":
            return True
        j -= 1
    return False


def _sense(units: list[Unit], i: int) -> str | None:
    low = units[i].low
    near = {u.low for u in units[max(0, i - 4) : i + 5]}
    if low == "existing":
        return "operating"
    if low in BUILDING or (low in ("work", "works") and near & BEGUN) or (low == "built" and near & {"being", "half"}):
        if low == "building" and not near & {"is", "are", "been", "started", "began"}:
            return None
        if (
            low in ("construction", "building")
            and near & {"begin", "future", "start", "feasibility", "agreed", "planned", "plan", "proposed"}
            and not near & BEGUN
        ):
            return "planned"
        if low in ("work", "works") and _is_ahead(units, i) and not near & {"under", "way", "continues"}:
            return "planned"
        return "under_construction"
    if low in ("work", "works") and near & {"begin", "start"}:
        return "planned"
    if low in MODERNISING:
        return "modernising"
    if low in PROPOSED:
        return "proposed"
    if low in OPERATING:
        return "planned" if _is_ahead(units, i) and "s" not in units[i].tenses else "operating"
    return "planned" if low in PLANNED else None


RANK = ("under_construction", "planned", "modernising", "operating", "proposed")


def find_status(route: Route) -> tuple[str, Unit] | None:
    """The status of a route with the word that tells it; of several the one that says most about work on it."""
    found: dict[str, tuple[int, Unit]] = {}
    for mention in route.mentions:
        units = _window(mention)
        for i, unit in enumerate(units):
            if unit.kind != "word":
                continue
            sense = _sense(units, i)
            if sense is not None:
                weak = unit.low in WEAK
                if sense not in found or found[sense][0] < 2 - weak:
                    found[sense] = (2 - weak, unit)
    if not found:
        return None
    best = max(found, key=lambda status: (found[status][0], -RANK.index(status)))
    return best, found[best][1]


def find_completion(route: Route) -> tuple[str, Unit] | None:
    """When the corridor is to be ready, as a partial date: "is due to be completed in 2026", "should open by 2030"."""
    for mention in route.mentions:
        units = mention.units
        for i in range(mention.begin, len(units)):
            if units[i].low not in READY or any(u.low in STARTS for u in units[max(0, i - 3) : i + 3]):
                continue
            if not _is_ahead(units, i) and units[i].low not in ("completion", "ready"):
                continue
            for unit in units[i + 1 : i + 7]:
                if unit.kind == "date" and unit.value.direction != "past" and unit.value.future_value:
                    return unit.value.future_value, unit
    return None
