"""Who goes on a journey that is no visit: "some 200 miners flew to Peru", "passengers travelling to Fiji"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, is_possessor
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import POSSESSIVE
from summitdb.extract.people import Person
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

# What persons are called who hold no office.
UNOFFICIAL = frozenset({"", "mr", "mrs", "ms", "miss", "dr", "resident"})
NATIONAL = frozenset({"national", "city", "country", "region"})


def goes_privately(units: list[Unit], depends: list[tuple[str, int]], scene: Scene, trigger: int) -> bool:
    """Whether people of no office, or vehicles, stand before the verb of travel at `trigger`, and nobody else does."""
    if _right_before(units, trigger).low in words("traveller", "folk"):
        return True
    above: Scene | None = scene
    while above is not None:
        before = [i for i in above.at if i < trigger]
        if any(_is_official(units, depends, i) for i in before):
            return False
        if any(_is_folk(units, depends, i) for i in before):
            return True
        above = above.parent
    return False


def _right_before(units: list[Unit], verb: int) -> Unit:
    """The unit before the verb and its auxiliaries: "miners" of "with miners who had travelled"."""
    at = verb - 1
    while at > 0 and (units[at].pos in ("aux", "modal", "adv") or units[at].low == "who"):
        at -= 1
    return units[max(at, 0)]


def _is_official(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """Whether a person, an office, a state or an organization stands at `i` as one who acts."""
    unit = units[i]
    if depends[i][0] or is_possessor(units, i) or unit.low in words("traveller", "counted"):
        return False
    if unit.kind in NATIONAL and i + 1 < len(units) and units[i + 1].kind == "word" and not units[i + 1].tenses:
        return False  # "Fiji passengers"
    return is_mention(unit) or unit.kind == "organization" or "groupnoun" in unit.rows or "office" in unit.rows


def _is_folk(units: list[Unit], depends: list[tuple[str, int]], i: int) -> bool:
    """Whether people of no office stand at `i`: "miners", "a group of miners", not "the minister for miners"."""
    if units[i].low not in words("traveller", "folk") or is_possessor(units, i):
        return False
    prep, head = depends[i]
    return not prep or (prep == "of" and head >= 0 and units[head].low in words("traveller", "counted"))


def is_official(person: Person) -> bool:
    """Whether somebody speaks for others: a holder of an office of state, a known leader, who stands for an organization."""
    if person.organization is not None:
        return True
    return person.office != "other" if person.office else person.leader is not None


def is_private(encounter: Encounter) -> bool:
    """Whether only people of whom no office is told make the journey: "Ms Vega went to Quito", "her trip to Lima"."""
    if encounter.name is not None or encounter.organization is not None or encounter.partner is not None:
        return False
    if any(unit.kind in ("role", "body") and unit.countries for _, unit in encounter.sentence.named):
        return False
    people = [person for person, _ in encounter.people]
    return bool(people) and all(p.role_form in UNOFFICIAL and p.office is None and not is_official(p) for p in people)


def is_owned(encounter: Encounter) -> bool:
    """Whether a state makes the journey: "Chad's visit to Niger", "Chad will visit Niger", a group of states or an envoy."""
    for _, unit in encounter.countries:
        if unit.kind in ("role", "body", "group"):
            return True
        before = unit.kind == "country" and unit.end <= encounter.trigger.start
        if before and (encounter.verbal or _possesses(encounter, unit)):
            return True
    return False


def _possesses(encounter: Encounter, owner: Unit) -> bool:
    units = encounter.sentence.units
    at = next(i for i, unit in enumerate(units) if unit is owner)
    return at + 1 < len(units) and units[at + 1].text in POSSESSIVE
