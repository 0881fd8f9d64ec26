"""Corridors of an article: routes, pipelines, interconnectors and railways with states, modes, figures and status."""

from __future__ import annotations

from functools import cache

from summitdb.extract.document import Document
from summitdb.extract.figures import Mentions, find_cost, find_figures
from summitdb.extract.route_descriptions import is_joint_work
from summitdb.extract.route_ends import End, codes_of, section_of
from summitdb.extract.route_modes import told_modes
from summitdb.extract.route_phrases import Mention, Route
from summitdb.extract.route_status import find_completion, find_status
from summitdb.extract.routes import Finder
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.units import Unit
from summitdb.gazetteer.names import NATIONAL_KINDS, STATE_KINDS, forms
from summitdb.gazetteer.tables import CorridorEntry
from summitdb.records import Capacity, Corridor


@cache
def _states_named(name: str, course: tuple[str, ...]) -> tuple[str, ...]:
    """The states of a corridor's `course` that its name speaks of: the two of "Kirkuk-Ceyhan pipeline", Afghanistan alone of
    "Trans-Afghan railway". A place that no gazetteer knows stands for the one state left: "Bheramara-Baharampur"."""
    parts = [part.strip() for part in name.replace("–", "-").split("-")]
    told, unknown = set[str](), 0
    for part in parts:
        found = forms().get(part) or forms().get(part.split(" ")[0])
        codes = {city.code for city in found.cities} | set(found.codes(STATE_KINDS | NATIONAL_KINDS)) if found else set()
        told |= codes & set(course)
        unknown += not codes and (found is None or found.region is None)
    if len(parts) < 2 or not told:
        return ()
    whole = len(course) <= len(parts) and len(course) - len(told) <= unknown
    return course if whole else tuple(code for code in course if code in told)


def _modes(route: Route, record: Corridor, mentions: Mentions) -> None:
    start, end = route.written
    for mode, unit, rule in told_modes(route, mentions):
        if unit is not None:
            start, end = unit.start, unit.end
        cite_item(record, "modes", record.modes, mode, start, end, rule)  # type: ignore[arg-type]


def _spoken_of(mention: Mention) -> list[tuple[str, Unit]]:
    """The states that the sentence of a mention speaks of, by name, people, office or city."""
    found: list[tuple[str, Unit]] = []
    for unit in mention.units:
        if unit.kind in ("country", "city", "group"):
            found += [(code, unit) for code in codes_of(unit)]
        elif unit.kind in ("national", "body"):
            found += [(code, unit) for code in unit.countries[:1]]
        elif unit.kind in ("person", "role") and unit.pos != "pron":
            codes = [person.country for person in unit.people if person.country] or list(unit.role.countries if unit.role else ())
            found += [(code, unit) for code in codes]
    return found


def _countries(route: Route, record: Corridor) -> None:
    start, end = route.written
    entry = route.entry
    if entry is not None:
        for code in _states_named(record.as_written, entry.countries):
            cite_item(record, "countries", record.countries, code, start, end, "corridor.country.name")
        for part, mention in route.parts:
            at = mention.units[mention.end]
            for code in sorted(part.course & set(entry.countries)):
                cite_item(record, "countries", record.countries, code, at.start, at.end, "corridor.country.linked")
    for place in route.named:
        cite_item(record, "countries", record.countries, place.code, place.unit.start, place.unit.end, "corridor.country.name")
    sections: list[End] = [place for mention in route.mentions for place in section_of(mention.units)]
    for place in (*route.ends, *sections):
        if entry is not None and _is_line(entry) and place.code not in entry.countries:
            continue  # "the Kirkuk-Tripoli pipeline" ends in Lebanon, not in Libya
        cite_item(record, "countries", record.countries, place.code, place.unit.start, place.unit.end, "corridor.country.linked")
    if entry is None and len(record.countries) > 1:
        return
    for mention in route.mentions:
        if entry is not None and mention.anaphor:
            continue
        if route.rule == "corridor.name.proper" and not is_joint_work(mention.units[: mention.begin]):
            continue  # whoever speaks of it: "protests in Germany against the Dakota Access Pipeline"
        for code, unit in _spoken_of(mention):
            if entry is None or code in entry.countries:
                cite_item(record, "countries", record.countries, code, unit.start, unit.end, "corridor.country.spoken")
        if entry is None and len(record.countries) > 1:
            return


def _is_line(entry: CorridorEntry) -> bool:
    """Whether a corridor runs between the states of its entry and no others: a line from place to place, not a growing route."""
    noun = entry.name.rpartition(" ")[2].lower()
    return len(entry.countries) > 1 and "-" in entry.name and noun not in ("corridor", "route")


def _record(doc: Document, route: Route, mentions: Mentions) -> Corridor:
    start, end = route.written
    record = Corridor(name=route.name, as_written=doc.body[start:end])
    cite(record, "name", start, end, route.rule)
    cite(record, "as_written", start, end, route.rule)
    _modes(route, record, mentions)
    _countries(route, record)
    status = find_status(route, mentions)
    if status is not None:
        record.status = status[0]  # type: ignore[assignment]
        cite(record, "status", status[1].start, status[1].end, f"corridor.status.{status[0]}")
    today = doc.article.published_on or doc.reference
    for figure in find_figures(
        route, mentions, record.status or ("planned" if route.is_new else None), today.isoformat() if today else ""
    ):
        record.capacities.append(Capacity(value=figure.value, unit=figure.unit, kind=figure.kind))  # type: ignore[arg-type]
        cite(
            record, f"capacities/{len(record.capacities) - 1}", figure.at.start, figure.at.end, f"corridor.capacity.{figure.kind}"
        )
    cost = find_cost(route, mentions)
    if cost is not None:
        record.cost, record.currency, unit = cost
        cite(record, "cost", unit.start, unit.end, "corridor.cost.money")
        if record.currency:
            cite(record, "currency", unit.start, unit.end, "corridor.cost.money")
    completion = find_completion(route) if record.status != "operating" else None
    if completion is not None:
        record.completes_on, unit = completion
        cite(record, "completes_on", unit.start, unit.end, "corridor.completion.date")
    return record


def extract_corridors(doc: Document) -> list[Corridor]:
    """The corridors that the article names or describes."""
    routes = Finder(doc).find()
    mentions = Mentions(routes)
    return [_record(doc, route, mentions) for route in routes]
