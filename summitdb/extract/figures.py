"""Figures of a corridor: its length and what it carries, now and as it is meant to, and what it costs."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from summitdb.extract.figure_kinds import CHANGES, ROUGHLY, Place, kind_of
from summitdb.extract.route_phrases import Mention, Route
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

# The modes that a unit can measure, and whether a figure without a period can stand for a year's (or a day's).
FITTING = {
    "Mt/year": ("rail", "road", "sea", "inland_waterway", "pipeline", ""),
    "bcm/year": ("pipeline", ""),
    "bbl/day": ("pipeline", "sea", "rail", ""),
    "TEU/year": ("rail", "road", "sea", "inland_waterway", ""),
    "MW": ("grid", "cable", ""),
    "km": ("rail", "road", "sea", "air", "pipeline", "inland_waterway", "cable", "grid", ""),
    "trains/day": ("rail", ""),
}  # fmt: skip
IMPLIED = {"Mt": "Mt/year", "bcm": "bcm/year", "bbl": "bbl/day", "TEU": "TEU/year"}
CARRYING = words("corridor", "carrying")
OTHERS = words("corridor", "others")
PLANTS = frozenset({"reserves", "deposits", "dam", "plant", "station", "refinery", "reactor"})
TRADED = words("corridor", "traded")
LENGTHS = words("corridor", "lengths")
COSTING = words("corridor", "costing")
REACH = 9


class Figure(Struct, frozen=True):
    """A figure with its unit, whether current or target, and the mention it stands in."""

    value: float
    unit: str
    kind: str
    at: Unit


class Mentions:
    """The mentions of an article's routes, by the row of units in which they stand."""

    def __init__(self, routes: list[Route]) -> None:
        self._alone = len(routes) == 1
        self._beside: dict[int, list[tuple[Route, Mention]]] = defaultdict(list)
        for route in routes:
            for mention in route.mentions:
                self._beside[id(mention.units)].append((route, mention))

    def owner(self, units: list[Unit], i: int) -> Route | None:
        """The route that the quantity at `i` measures: whose phrase holds it, else the last before it, else the next."""
        before: tuple[int, Route] | None = None
        after: tuple[int, Route] | None = None
        for route, mention in self._beside[id(units)]:
            if mention.begin <= i <= mention.end:
                return route
            if mention.aside and not self._alone:
                continue
            if mention.end < i and (before is None or mention.end > before[0]):
                before = (mention.end, route)
            elif mention.begin > i and (after is None or mention.begin < after[0]):
                after = (mention.begin, route)
        chosen = before or (after if after is not None and after[0] - i <= REACH else None)
        return chosen[1] if chosen else None

    def around(self, route: Route, mention: Mention, before: int, behind: int) -> tuple[int, int]:
        """From where to where (exclusive) the words around `mention` tell of its route, as many as asked: up to where another
        route is spoken of."""
        units = mention.units
        first, last = max(0, mention.begin - before), min(len(units), mention.end + behind + 1)
        for other, beside in self._beside[id(units)]:
            if other is not route and beside.end < mention.begin:
                first = max(first, beside.end + 1)
            elif other is not route and beside.begin > mention.end:
                last = min(last, beside.begin)
        return first, last


def _unit(place: Place, route: Route) -> str | None:
    """The unit of the record file that a quantity is in, or None where it cannot measure this route."""
    quantity = place.quantity
    unit = quantity.unit
    if quantity.conversion:
        return None
    if unit in IMPLIED:
        near = place.units[max(0, place.i - REACH) : place.i] + place.units[place.i + 1 : place.i + 4]
        if not any(u.low in CARRYING for u in near) or (unit == "bbl" and place.units[place.i - 1].text == "("):
            return None
        unit = IMPLIED[unit]
    modes = route.modes or ("",)
    return unit if unit in FITTING and any(mode in FITTING[unit] for mode in modes) else None


def _measures(place: Place, unit: str, mention: Mention) -> bool:
    """Whether the words beside a quantity let it be one of the corridor, and not of a dam, a field or a sale."""
    units, i = place.units, place.i
    behind = [u.low for u in units[i + 1 : i + 4]]
    before = [u.low for u in units[max(0, i - 4) : i]]
    inside = mention.begin <= i <= mention.end
    if "which" in before and "of" in before and unit != "km":
        return False
    if not inside and "total" in before and "export" in before:
        return False  # "raises Iraq's total export capacity to 4.9 million b/d"
    if unit in ("Mt/year", "TEU/year") and not inside and _is_of_port(units, i, mention):
        return False
    traded = any(low in TRADED and low != "about" for low in before[-2:])
    if traded or any(u.low in ("reserves", "deposits") for u in units[i + 1 : i + 8]):
        return False
    if inside:
        return True
    while before and before[-1] in ROUGHLY:
        before = before[:-1]
    if unit == "km":
        if "-" in units[i].text and units[i - 1].pos == "det" and i < mention.begin:
            return True  # "the 75-kilometer double-circuit and -insulated line"
        if behind and behind[0] in OTHERS and not (behind[0] == "from" and before and before[-1] in LENGTHS):
            return False
        if behind[:1] == ["of"] and behind[1:2] != ["which"]:
            return False
        return bool(
            set(" ".join(before[-3:]).split(" ")) & LENGTHS
            or set(behind[:3]) & {"long", "length", "route", "line", "from", "railway", "pipeline"}
            or (before and before[-1] in (",", "carries", "crude"))
        )
    return not (behind and behind[0] in PLANTS)


def _is_of_port(units: list[Unit], i: int, mention: Mention) -> bool:
    """Whether the cargo at `i` is a port's or a trade's: "throughput at Dar port increased from six million tonnes"."""
    floor = mention.end if mention.end < i else 0
    return any(
        u.low in ("port", "ports", "seaport", "terminal", "harbour", "harbor", "turnover") for u in units[max(floor, i - 12) : i]
    )


def find_figures(route: Route, mentions: Mentions, status: str | None, today: str) -> list[Figure]:
    """The lengths, volumes and powers that the article of the day `today` gives for `route`, each once, in text order."""
    found: list[Figure] = []
    read: set[int] = set()
    for mention in route.mentions:
        if id(mention.units) in read:
            continue
        read.add(id(mention.units))
        units = mention.units
        quantities = [
            i for i, u in enumerate(units) if u.kind == "quantity" and u.value.dimension != "money" and not u.value.conversion
        ]
        seen: set[str] = set()
        for i in quantities:
            if mentions.owner(units, i) is not route:
                continue
            place = Place(units, i, units[i].value, today)
            unit = _unit(place, route)
            own = next((m for m in route.mentions if m.units is units and m.begin <= i <= m.end), mention)
            if unit is None or not _measures(place, unit, own):
                continue
            value = max(place.quantity.value, place.quantity.upper or 0)
            kind = kind_of(place, status, quantities)
            growing = any(u.low in CHANGES for u in units[max(0, i - 4) : i])
            if (f"{unit} {kind}" in seen and not growing) or (unit == "km" and any(f.unit == "km" for f in found)):
                continue
            if unit in seen and place.quantity.rate in ("day", "month") and unit != "bbl/day":
                continue
            if place.quantity.change and place.quantity.upper is not None:
                found.append(Figure(place.quantity.value, unit, "current", units[i]))
                value, kind = place.quantity.upper, "target"
            seen |= {unit, f"{unit} {kind}"}
            if not any((f.value, f.unit, f.kind) == (value, unit, kind) for f in found):
                found.append(Figure(value, unit, kind, units[i]))
    return found


def find_cost(route: Route, mentions: Mentions) -> tuple[float, str | None, Unit] | None:
    """What the corridor costs, with its currency: "the 1.26-billion-dollar interconnector", "at a cost of $1.2 billion"."""
    for mention in route.mentions:
        units = mention.units
        for i, unit in enumerate(units):
            money = unit.kind == "quantity" and unit.value.dimension == "money" and not unit.value.conversion
            if not money or mentions.owner(units, i) is not route:
                continue
            inside = mention.begin <= i <= mention.end
            told = any(u.low in COSTING for u in units[max(0, i - 5) : i])
            ahead = 0 < mention.begin - i <= 3
            if inside or told or ahead:
                return max(unit.value.value, unit.value.upper or 0), unit.value.currency, unit
    return None
