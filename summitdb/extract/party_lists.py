"""Mentions of states and those joined to them: "Poland, Lithuania and the Latvian minister"."""

from __future__ import annotations

from summitdb.extract.units import POSSESSIVES, Unit


def codes_of(unit: Unit) -> list[str]:
    """The states that a mention speaks for."""
    if unit.kind == "national":
        return list(unit.countries[:1])
    if unit.kind == "role" and unit.role is not None and unit.role.organization and unit.role.plural:
        return []  # "EU leaders"
    people = [p.country for p in unit.people if p.country]
    return list(dict.fromkeys(people or unit.countries))


def is_state(unit: Unit) -> bool:
    if unit.kind == "city":
        return bool(unit.countries)
    return unit.kind in ("country", "national", "person", "role", "body", "leader") and bool(codes_of(unit))


def coordinated(units: list[Unit], at: int, stop: int) -> list[Unit]:
    """The mention at `at` with those joined to it: "Poland, Lithuania and the Latvian minister"."""
    found = [units[at]]
    i = at + 1
    while i < stop:
        opening = _roll(units, i, stop) if units[i - 1].low == "and" else None
        if opening is not None:  # "Iran and six world powers (Britain, China and France)"
            found.append(units[opening])
            i = opening + 1
        elif units[i].low == "of" and i + 1 < stop and units[i + 1].kind == "country" and units[i - 1].kind in ("person", "role"):
            found.append(units[i + 1])  # "President Chipeta of Zambia"
            i += 2
        elif (
            units[i].low in ("and", ",", "&", "or", ";")
            or units[i].pos in ("det", "poss")
            or (units[i].kind == "role" and not codes_of(units[i]))
        ):
            i += 1
        elif is_state(units[i]) and units[i - 1].low in ("and", ",", "&", "the", ";"):
            found.append(units[i])
            i += 1
        elif units[i].text in POSSESSIVES:
            i += 1
        elif units[i].text == "(" and i + 2 < stop and units[i + 2].text == ")":
            i += 3  # "the Democratic Republic of the Congo (DRC) and Zambia"
        else:
            break
    return found


def _roll(units: list[Unit], at: int, stop: int) -> int | None:
    """The first state of a list in brackets behind the unnamed partners at `at`: "six world powers (the U.S., China)"."""
    for i in range(at, min(stop - 2, at + 5)):
        if units[i].text == "(":
            first = i + 1 + (units[i + 1].pos == "det")
            return first if i > at and first < stop and units[first].kind == "country" else None
        if units[i].kind not in ("word", "number", "role", "national", "group", "name"):
            return None
    return None


def coordinated_before(units: list[Unit], at: int, begin: int) -> list[Unit]:
    """Those joined to the mention at `at` from its left: "Kenya and Uganda signed"."""
    found: list[Unit] = []
    i = at - 1
    while i >= begin:
        if (
            units[i].low in ("and", ",", "&")
            or units[i].pos in ("det", "poss")
            or (units[i].kind == "role" and not codes_of(units[i]))
        ):
            i -= 1
        elif (is_state(units[i]) or units[i].kind == "date") and units[i + 1].low in ("and", ",", "&", "the"):
            found.append(units[i])
            i -= 1
        else:
            break
    if found and units[i].pos == "prep":
        return []
    return found
