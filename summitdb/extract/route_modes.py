"""By what means a corridor carries, as its article tells: a word of its name, of the noun it is called by, or beside it."""

from __future__ import annotations

from collections.abc import Iterator

from summitdb.extract.figures import Mentions
from summitdb.extract.route_phrases import MODE_WORDS as NAMING
from summitdb.extract.route_phrases import Route, corridor_row
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import values, words

BESIDE = values("corridor", "mode")
ACROSS = frozenset({",", "across", "via", "through", "over", "crossing", "by", "under"})
BEFORE, BEHIND = 14, 24

# Words that tell a mode only of a corridor known to have it: "ports", "cars", "power".
LOOSE = words("corridor", "loose")

# What a corridor called by no mode may be said to run by.
TRAFFIC = ("rail", "road", "sea")


def told_modes(route: Route, mentions: Mentions) -> Iterator[tuple[str, Unit | None, str]]:
    """The modes of `route`, each with the word that tells it (None: the words that describe the route) and the rule. A name
    alone tells none: "the Lobito Corridor"."""
    if route.entry is None and route.modes:
        for mode in route.modes:
            yield mode, None, "corridor.mode.noun"
        return
    told = False
    allowed = route.modes or TRAFFIC
    for mention in route.mentions:
        for unit in mention.units[mention.begin : mention.end + 1]:
            for mode in _named(unit, allowed):
                told = True
                yield mode, unit, "corridor.mode.noun"
    for part, mention in route.parts:
        for mode in part.modes:
            if mode in allowed:
                yield mode, mention.units[mention.end], "corridor.mode.text"
    general = _is_general(route)
    if told and len(allowed) == 1 and not general:
        return
    for mention in route.mentions:
        units = mention.units
        first, last = mentions.around(route, mention, BEFORE, BEHIND)
        for i in (*range(first, mention.begin), *range(mention.end + 1, last)):
            for mode in _spoken(units[i], units[max(0, i - 2) : i]):
                if mode in route.modes or (general and mode in TRAFFIC and _is_firm(units, i)):
                    yield mode, units[i], "corridor.mode.text"


def _named(unit: Unit, allowed: tuple[str, ...]) -> list[str]:
    """The modes that a name or noun tells of: "Eastern Electricity Highway", "gas pipeline", "Suez Canal"."""
    if unit.kind not in ("word", "name", "corridor"):
        return []
    row = corridor_row(unit)
    own = row["modes"].split() if row is not None else []
    if own:
        return [mode for mode in own if mode in allowed] or ([*allowed] if len(allowed) == 1 and unit.kind != "word" else [])
    return [mode for word in unit.low.replace("-", " ").split(" ") if (mode := NAMING.get(word)) in allowed]


def _is_general(route: Route) -> bool:
    """Whether a corridor is called one by a noun of no mode, so that more may run on it than was known: "Lobito Corridor"."""
    return not route.modes or (set(route.modes) <= {*TRAFFIC} and route.name.lower().endswith(("corridor", "route")))


def _is_firm(units: list[Unit], i: int) -> bool:
    """Whether the word at `i` tells a mode by itself, or as the way taken: "via the port of Lobito"."""
    return units[i].low not in LOOSE or any(u.low in ("via", "through") for u in units[max(0, i - 2) : i])


def _spoken(unit: Unit, before: list[Unit]) -> list[str]:
    """The modes that a word beside a corridor tells of: "trains", "a subsea power cable", "across the Caspian Sea"."""
    if unit.kind == "region":
        return ["sea"] if unit.low.endswith("sea") and any(u.low in ACROSS for u in before) else []
    if unit.kind != "word" or (before and before[-1].low in ("silk", "and") and unit.low == "road" and unit.is_capitalised):
        return []
    row = unit.rows.get("corridor")
    told = row["modes"].split() if row is not None and not row["needs"] else []
    mode = BESIDE.get(unit.low) or BESIDE.get(unit.low.rpartition(" ")[2])
    return told or ([mode] if mode is not None else [])
