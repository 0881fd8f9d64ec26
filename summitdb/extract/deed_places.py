"""Where the text says that something was done: the place of a meeting whose own words give none."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from summitdb.extract.document import Document
from summitdb.extract.places import Place, place_at
from summitdb.extract.reading import Reader
from summitdb.extract.units import Unit

MEETING = frozenset({"meeting", "meet", "visit", "travel", "host", "talk"})
DEEDS = frozenset({"seal", "report", "light", "host"})
HEARERS = frozenset({"reporters", "journalists", "newsmen", "conference", "briefing", "media", "press"})


def _is_done(head: Unit) -> bool:
    """Whether what a place hangs on was done there: "signed in", "told reporters in", "at a news conference in"."""
    return bool(head.rows.keys() & DEEDS) or "document" in head.rows or head.low in HEARERS or head.low.endswith("ceremony")


def _is_sealed(units: list[Unit], i: int) -> bool:
    """ "Was signed in", "an accord signed in", "at a ceremony in"."""
    if units[i].low.endswith("ceremony"):
        return True
    passive = units[i - 1].pos == "aux" or "document" in units[i - 1].rows
    return passive and "seal" in units[i].rows and "part" in units[i].tenses


def _deeds(doc: Document) -> Iterator[tuple[Place, bool]]:
    """The cities where something was done or told, each with whether it was the signing of something."""
    for sentence in doc.sentences:
        if sentence.role != "body" or sentence.categories.isdisjoint(DEEDS):
            continue
        units = sentence.units
        depends = Reader.of(doc, sentence).depends
        for i, unit in enumerate(units):
            if unit.kind != "city" and unit.low != "capital":
                continue
            prep, head = depends[i]
            if prep != "in" or head < 0 or not _is_done(units[head]):
                continue
            place = place_at(units, depends, i, False)
            if place is not None and place.city is not None:
                yield place, _is_sealed(units, head)


def place_told(doc: Document, codes: AbstractSet[str]) -> Place | None:
    """The one city of the states `codes` where something was done or told: "signed in Kathmandu", "told reporters in the Chinese
    capital". None where the text names two."""
    found = {place.city: place for place, _ in reversed(list(_deeds(doc))) if place.country in codes}
    return next(iter(found.values())) if len(found) == 1 else None


def place_of_signing(doc: Document) -> Place | None:
    """The first city in which the text says that something was signed or agreed, or a ceremony was held."""
    return next((place for place, sealed in _deeds(doc) if sealed), None)


def place_in_title(doc: Document, visit: bool) -> Place | None:
    """The one place that a headline which speaks of a meeting gives it: "Premier in Oslo for talks", of a `visit` "X to visit
    Nepal"."""
    for sentence in doc.sentences:
        if sentence.role != "title" or sentence.categories.isdisjoint(MEETING):
            continue
        depends = Reader.of(doc, sentence).depends
        found = [place for i in range(len(sentence.units)) if (place := place_at(sentence.units, depends, i, visit)) is not None]
        return found[0] if len(found) == 1 else None
    return None
