"""Corridors of an article: named routes, pipelines, interconnectors and railways, with states, modes, figures and status."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitdb.extract.document import Document
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.tables import CorridorEntry
from summitdb.records import Capacity, Corridor

UNITS = frozenset({"Mt/year", "bcm/year", "bbl/day", "TEU/year", "MW", "km", "trains/day"})
TARGET_WORDS = frozenset({"will", "would", "to", "planned", "target", "increase", "increased", "raise", "raised", "reach", "expand", "expanded", "when", "upon",
                          "eventually", "could", "should", "by", "designed", "expected", "boost", "double", "doubled", "proposed"})  # fmt: skip
CURRENT_WORDS = frozenset(
    {
        "now",
        "currently",
        "present",
        "existing",
        "already",
        "has",
        "have",
        "carries",
        "carried",
        "moved",
        "handles",
        "today",
        "last",
    }
)


@dataclass(slots=True)
class Route:
    """One corridor with all its mentions (sentence, unit position)."""

    name: str
    written: tuple[int, int]
    entry: CorridorEntry | None
    noun: dict[str, str] | None
    places: list[tuple[Sentence, list[Unit], int]] = field(default_factory=list)


def _described_name(units: list[Unit], i: int) -> tuple[int, int] | None:
    """The units of a name made on the spot, ending at the noun at `i`: "Iasi-Ungheni gas pipeline", "Kunming-Hai Phong railway"."""
    j = i
    while j > 0:
        before = units[j - 1]
        if (
            before.kind in ("name", "city", "country", "region", "person", "corridor", "national")
            or before.text in ("-", "–")
            or (before.kind == "word" and before.is_capitalised and before.pos is None)
        ):
            j -= 1
        elif before.get("corridor") is not None or before.low in (
            "gas",
            "oil",
            "high",
            "speed",
            "freight",
            "transport",
            "economic",
            "trade",
            "international",
        ):
            j -= 1
        else:
            break
    while j < i and units[j].text in ("-", "–"):
        j += 1
    parts = units[j:i]
    places = [u for u in parts if u.kind in ("name", "city", "country", "region")]
    hyphen = any(u.text in ("-", "–") for u in parts) or any("-" in u.text or "–" in u.text for u in places)
    if places and (hyphen and len(places) + sum(("-" in u.text) or ("–" in u.text) for u in places) >= 2):
        return j, i + 1
    if units[i].is_capitalised and any(
        u.is_capitalised and u.kind in ("name", "word", "city", "region") for u in parts
    ):
        return j, i + 1
    return None


def _routes(doc: Document) -> list[Route]:
    found: dict[str, Route] = {}
    last: Route | None = None
    for sentence in doc.sentences:
        if sentence.role == "title":
            continue
        rows = [sentence.units] + [doc.inside(u.value) for u in sentence.units if u.kind == "quotation"]
        for units in rows:
            for i, unit in enumerate(units):
                if unit.kind == "corridor" and unit.corridor is not None:
                    noun = units[i + 1].get("corridor") if i + 1 < len(units) else None
                    end = units[i + 1].end if noun else unit.end
                    if unit.corridor.ambiguous and not noun and unit.get("corridor") is None:
                        words = {u.low for u in units}
                        if not words & {
                            "corridor",
                            "railway",
                            "pipeline",
                            "line",
                            "route",
                            "project",
                            "road",
                            "port",
                            "canal",
                        }:
                            continue
                    route = found.setdefault(
                        unit.corridor.name, Route(unit.corridor.name, (unit.start, end), unit.corridor, noun)
                    )
                    route.places.append((sentence, units, i))
                    last = route
                elif unit.get("corridor") is not None and unit.kind == "word":
                    span = _described_name(units, i)
                    if span is not None and not any(u.kind == "corridor" for u in units[span[0] : span[1]]):
                        start, end = units[span[0]].start, units[span[1] - 1].end
                        name = doc.body[start:end]
                        route = found.setdefault(name.lower(), Route(name, (start, end), None, unit.get("corridor")))
                        route.places.append((sentence, units, i))
                        last = route
                    elif (
                        last is not None
                        and i > 0
                        and units[i - 1].pos in ("det", "word")
                        and last.places[-1][0].index >= sentence.index - 3
                    ):
                        last.places.append((sentence, units, i))
    return list(found.values())


def _capacities(doc: Document, route: Route, record: Corridor) -> None:
    seen = {id(units): units for _, units, _ in route.places}
    for units in seen.values():
        for i, unit in enumerate(units):
            if unit.kind != "quantity":
                continue
            quantity = unit.value
            if quantity.unit not in UNITS:
                continue
            before = {u.low for u in units[max(0, i - 7) : i]}
            after = {u.low for u in units[i + 1 : i + 6]}
            kind = "target" if before & TARGET_WORDS and not before & CURRENT_WORDS else "current"
            if record.status in ("planned", "under_construction", "proposed") and not before & CURRENT_WORDS:
                kind = "target"
            if after & {"now", "currently", "present"}:
                kind = "current"
            value = quantity.upper or quantity.value
            capacity = Capacity(value=value, unit=quantity.unit, kind=kind)  # type: ignore[arg-type]
            if capacity not in record.capacities:
                record.capacities.append(capacity)
                cite(
                    record,
                    f"capacities/{len(record.capacities) - 1}",
                    unit.start,
                    unit.end,
                    "corridor.capacity.quantity",
                )


STATUS_WORDS = (
    (
        "under_construction",
        ("under construction", "being built", "construction of", "is building", "foundation stone", "building", "laid"),
    ),
    (
        "modernising",
        (
            "modernization",
            "modernisation",
            "modernizing",
            "upgrade",
            "upgraded",
            "upgrading",
            "renewal",
            "rehabilitation",
        ),
    ),
    ("planned", ("planned", "plan", "will be built", "would be built", "feasibility")),
    ("proposed", ("proposed", "proposal", "idea", "could")),
    ("operating", ("operating", "carries", "in operation", "runs", "opened", "carried", "connects", "links")),
)


def _status(doc: Document, route: Route, record: Corridor) -> None:
    for sentence, units, i in route.places:
        near = units[max(0, i - 10) : i + 14]
        text = " ".join(u.low for u in near)
        for status, words in STATUS_WORDS:
            for word in words:
                if f" {word} " in f" {text} ":
                    cue = next((u for u in near if word.split()[0] == u.low), units[i])
                    record.status = status  # type: ignore[assignment]
                    cite(record, "status", cue.start, cue.end, f"corridor.status.{status}")
                    return
        _ = sentence


def _record(doc: Document, route: Route) -> Corridor:
    start, end = route.written
    record = Corridor(name=route.name, as_written=doc.body[start:end])
    cite(record, "name", start, end, "corridor.name.gazetteer" if route.entry else "corridor.name.described")
    cite(record, "as_written", start, end, "corridor.name.gazetteer" if route.entry else "corridor.name.described")
    modes = list(route.entry.modes) if route.entry else []
    if route.noun and route.noun.get("modes"):
        modes = modes if route.entry else route.noun["modes"].split()
    for mode in modes:
        cite_item(record, "modes", record.modes, mode, start, end, "corridor.mode.noun")  # type: ignore[arg-type]
    codes: dict[str, tuple[int, int]] = {}
    for _, units, i in route.places[:3]:
        for unit in units[max(0, i - 4) : i + 14]:
            if unit.kind == "country" and unit.countries:
                codes.setdefault(unit.countries[0], (unit.start, unit.end))
            elif unit.kind == "city" and unit.city is not None and unit.start >= start and unit.end <= end:
                codes.setdefault(unit.city.code, (unit.start, unit.end))
    for code, (left, right) in codes.items():
        cite_item(record, "countries", record.countries, code, left, right, "corridor.country.near")
    _status(doc, route, record)
    _capacities(doc, route, record)
    return record


def extract_corridors(doc: Document) -> list[Corridor]:
    """The corridors that the article names or describes."""
    return [_record(doc, route) for route in _routes(doc)]
