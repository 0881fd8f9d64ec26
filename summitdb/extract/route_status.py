"""How far a corridor is: operating, under construction, being modernised, planned or proposed, and when it is to be ready."""

from __future__ import annotations

from summitdb.extract.figures import Mentions
from summitdb.extract.route_phrases import Route
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
# What is done to a route that is ready, whatever else is told of its building.
FIRM = frozenset({"inaugurated", "opened", "commissioned", "reopened", "inaugurate"})
# What a route that is planned "will" do or have done to it.
LAID = words("corridor", "laid")
WEAK = words("corridor", "weak")
PASSING = frozenset({"be", "been", "put", "into", "start", "begin", "become"})
WINDOW_BEFORE, WINDOW_AFTER = 10, 15


def _is_ahead(units: list[Unit], i: int) -> bool:
    """Whether what the word at `i` tells is still to come: "will be opened", "is to be completed", "due to start operation"."""
    for unit in reversed(units[max(0, i - 6) : i]):
        said = set(unit.low.split(" "))
        if (said & FUTURE) - {"be"}:
            return True
        if not (said <= PASSING or unit.pos in ("adv", "aux")):
            return False
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
    if low in READY and low not in STARTS and _is_ahead(units, i):
        return "planned"
    if low in ("will", "would"):
        return "planned" if any(u.low in LAID for u in units[i + 1 : i + 5]) else None
    return "planned" if low in PLANNED else None


RANK = ("under_construction", "planned", "modernising", "operating", "proposed")


def find_status(route: Route, mentions: Mentions) -> tuple[str, Unit] | None:
    """The status of a route with the word that tells it; of several the one that says most about work on it."""
    found: dict[str, tuple[int, Unit]] = {}
    for mention in route.mentions:
        first, last = mentions.around(route, mention, WINDOW_BEFORE, WINDOW_AFTER)
        first = next((i + 1 for i in range(mention.begin - 1, first - 1, -1) if mention.units[i].text == ";"), first)
        last = next((i for i in range(mention.end + 1, last) if mention.units[i].text == ";"), last)
        units = mention.units[first:last]
        for i, unit in enumerate(units):
            if unit.kind != "word":
                continue
            sense = _sense(units, i)
            if sense is not None:
                weight = 1 if unit.low in WEAK else 3 if sense == "operating" and unit.low in FIRM else 2
                if sense not in found or found[sense][0] < weight:
                    found[sense] = (weight, unit)
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
