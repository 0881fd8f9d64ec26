"""Where a meeting is: "in Baku", "in the border town of Moyale", "at the White House", "in the Uzbek capital", "here"."""

from __future__ import annotations

from msgspec import Struct, structs

from summitdb.extract.dependencies import PLACES
from summitdb.extract.document import Document
from summitdb.extract.units import PLAIN, POSSESSIVES, Unit
from summitdb.gazetteer import tables

SETTLEMENTS = frozenset({"town", "city", "resort", "port", "village", "suburb"})
TOWNS = SETTLEMENTS | {"capital", "island", "state", "district", "region", "province", "emirate"}
REALMS = frozenset({"republic", "kingdom", "nation", "state", "country", "emirate", "sultanate", "enclave", "territory"})
BUILDINGS = frozenset({
    "hotel", "palace", "hall", "centre", "center", "airport", "university", "house", "club", "castle", "villa", "resort",
    "convention", "museum", "stadium", "military", "base", "process", "agreement", "accord", "accords", "declaration",
    "treaty", "protocol", "format", "group", "platform",
})  # fmt: skip
ROOMS = frozenset({"room", "hall", "garden", "lawn", "office", "steps", "palace", "wing", "ballroom"})
SITES = frozenset({"villa", "palace", "hotel", "centre", "center", "hall", "house", "airport", "base", "resort", "ministry"})
VENUES = frozenset({"meeting", "document", "meet", "visit", "travel", "light", "seal", "host", "talk", "attend", "cue", "report"})
STOPS = frozenset({"stop", "stops", "ranch", "retreat", "lodge", "venue", "destination", "location", "spa", "estate", "here"})
HOUSES = frozenset({"building", "seat"})


class Place(Struct, frozen=True):
    """A city, its country, or only a country, named by `unit`. `visited` says that it is where somebody goes ("to Baku")."""

    city: str | None
    country: str | None
    unit: Unit
    visited: bool = False


def _capital(code: str) -> str | None:
    country = tables.countries().get(code)
    return country.capital or None if country else None


def dateline_place(doc: Document, visited: bool = False) -> Place | None:
    """The place that the article was filed from; `visited` where somebody "arrived here"."""
    unit = doc.place
    if unit is None:
        return None
    if unit.city is not None:
        return Place(unit.city.name, unit.city.code, unit, visited)
    return Place(None, unit.countries[0], unit, visited) if unit.countries else None


def _follows_visit(units: list[Unit], i: int) -> bool:
    """Whether the country or city at `i` goes on a list behind a verb: "will visit Indonesia, Malaysia and Thailand"."""
    j = i - 1
    while j > 0 and (units[j].text == "," or units[j].low == "and" or units[j].kind in ("country", "city")):
        j -= 1
    return "visit" in units[j].rows


ELSEWHERE = frozenset({
    "parties", "party", "companies", "firms", "unions", "clubs", "universities", "schools", "banks", "markets", "plants",
    "sources", "source", "diplomats", "diplomat", "embassy", "correspondent", "correspondents", "analysts", "analyst",
    "reporter", "newspaper", "officials", "official", "office", "bureau", "speculation", "media", "residence",
    "headquarters", "crisis", "coup", "war", "conflict", "situation", "fighting", "violence", "election", "elections",
    "peace", "developments", "unrest", "ceasefire", "cease-fire", "truce", "bloodshed", "events", "investment",
    "investments", "projects", "reconstruction", "troops", "forces", "presence", "refugees", "interests", "stability",
    "democracy", "attack", "attacks", "bombing", "drought", "earthquake", "famine", "rebels", "rebellion", "transition",
    "operations", "mission", "withdrawal", "protests", "hostilities",
})  # fmt: skip


def _qualifies(units: list[Unit], i: int) -> bool:
    """Whether the country at `i` only says what sort of thing a noun is: "prior to the Iraq war"."""
    after = units[i + 1] if i + 1 < len(units) else None
    if after is not None and after.text == "-" and after.start == units[i].end:
        return True  # "in a U.S.-mediated effort"
    return (
        after is not None
        and after.kind == "word"
        and after.pos is None
        and not after.tenses
        and after.text[0].islower()
        and i > 0
        and units[i - 1].pos == "det"
        and "capital" not in after.low
        and "meeting" not in after.rows
    )


def _is_site(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """Whether a city may stand behind the unit at `i`: "in the capital, Abuja", "at the Presidential Villa, Abuja"."""
    if units[i].low in TOWNS:
        return True
    last = units[i].low.split(" ")[-1]
    return (depends[i][0] in PLACES and units[i].kind == "name") or last in SITES


def _is_elsewhere(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """ "According to diplomatic sources in Baku", "to discuss the crisis in Mali": what is there is not the meeting."""
    head = depends[i][1]
    return 0 <= head < i and units[head].low in ELSEWHERE and i - head <= 8


def _is_of_noun(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """ "A summit on the alliance's role in Afghanistan": a country right behind a noun that is neither a meeting nor a site."""
    head = depends[i][1]
    if not 0 <= head < i or i - head > 3:
        return False
    noun = units[head]
    plain = noun.kind == "word" and noun.pos is None and not noun.tenses and noun.text[0].islower()
    return plain and not noun.rows.keys() & VENUES and noun.low not in TOWNS and noun.low not in SITES and noun.low not in STOPS


def house(unit: Unit) -> Place | None:
    """The capital where a state's seat stands: "the White House", "Downing Street"."""
    if unit.kind != "country" or unit.name is None or not unit.countries or not unit.name.codes(HOUSES):
        return None
    if unit.name.codes(frozenset({"name", "official"})):
        return None
    return Place(_capital(unit.countries[0]), unit.countries[0], unit)


def is_of_realm(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """Whether the state at `i` is where something is: "in the former Soviet republic of Azerbaijan"."""
    if depends[i][0] != "of" or i < 2:
        return False
    return units[i - 2].low.split(" ")[-1] in REALMS and depends[i - 2][0] in PLACES


def _unlisted(units: list[Unit], depends: list[tuple[str, int]], i: int, visit: bool) -> Place | None:
    """A town that the gazetteer lacks, by what is said of it: "in Santa Zorra, Peru", "in the Peruvian village of Tolla"."""
    unit = units[i]
    prep = depends[i][0]
    if prep == "of" and i > 1 and units[i - 1].low == "of" and units[i - 2].low in SETTLEMENTS:
        if depends[i - 2][0] not in PLACES and not visit:
            return None
        owner = next((u for u in reversed(units[max(0, i - 6) : i - 2]) if u.kind in ("national", "country")), None)
        return Place(unit.text, owner.countries[0] if owner is not None and owner.countries else None, unit, visit)
    if (
        (prep in PLACES or (visit and prep == "to"))
        and i + 2 < len(units)
        and units[i - 1].low == prep
        and units[i + 1].text == ","
    ):
        country = units[i + 2]
        if country.kind == "country" and country.countries and not _is_elsewhere(units, depends, i):
            return Place(unit.text, country.countries[0], unit, visit)
    return None


def place_at(units: list[Unit], depends: list[tuple[str, int]], i: int, visit: bool) -> Place | None:
    """The place that the unit at `i` gives to the meeting of its scene, None where it gives none."""
    unit = units[i]
    if unit.kind in PLAIN and unit.name is None and unit.low != "capital":
        return None
    prep = depends[i][0]
    if prep in PLACES and unit.kind in ("city", "country") and _is_elsewhere(units, depends, i):
        return None
    before = units[i - 1] if i else None
    after = units[i + 1] if i + 1 < len(units) else None
    if unit.kind == "city" and unit.city is not None:
        if after is not None and after.low in BUILDINGS:
            return None
        going = visit and (
            prep in ("to", "for")
            or (
                prep == ""
                and before is not None
                and bool(before.rows.keys() & {"visit", "travel", "meeting"})
                and not before.low.startswith(("left", "leav", "depart"))
            )
            or (prep == "" and before is not None and (before.text == "," or before.low == "and") and _follows_visit(units, i))
        )
        town = prep == "of" and i > 1 and units[i - 2].low in TOWNS and (depends[i - 2][0] in PLACES or visit)
        apposed = before is not None and before.text == "," and i > 1 and _is_site(units, depends, i - 2)
        if prep in PLACES or going or town or apposed:
            return Place(unit.city.name, unit.city.code, unit, visit)
        return None
    if (unit.kind == "country" and unit.countries) or (unit.kind == "region" and len(unit.countries) == 1):
        if _qualifies(units, i):
            return None
        roomed = prep == "of" and any(u.low in ROOMS for u in units[max(0, i - 4) : i])
        entered = visit and (prep == "to" or (prep == "" and i > 1 and "visit" in units[i - 2].rows))
        if prep in PLACES or roomed or entered:
            seat = house(unit)
            if seat is not None:
                return structs.replace(seat, visited=visit)
        listed = before is not None and (before.text == "," or before.low == "and") and prep == ""
        going = visit and (
            prep in ("to", "for")
            or (prep == "of" and units[depends[i][1]].low in ("tour", "swing", "visit"))
            or (prep == "" and before is not None and "visit" in before.rows)
            or (listed and _follows_visit(units, i))
        )
        realm = is_of_realm(units, depends, i)
        within = realm or (prep in PLACES and (going or not _is_of_noun(units, depends, i)))
        return Place(None, unit.countries[0], unit, visit) if within or going else None
    if unit.kind == "word" and unit.name is not None and prep in PLACES:
        codes = unit.name.codes(HOUSES)
        return Place(_capital(codes[0]), codes[0], unit, visit) if codes else None
    if unit.low == "capital" and (prep in PLACES or (visit and prep in ("to", ""))) and before is not None:
        owner = units[i - 2] if i > 1 and before.text in POSSESSIVES else before
        following = units[i + 1 : i + 4]
        if owner.kind not in ("national", "country") or not owner.countries:
            return None
        if any(u.kind == "city" and u.city is not None and u.city.code == owner.countries[0] for u in following):
            return None
        return Place(_capital(owner.countries[0]), owner.countries[0], unit, visit)
    if unit.kind in ("name", "city"):
        return _unlisted(units, depends, i, visit)
    return None
