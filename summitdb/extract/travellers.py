"""Who goes on a journey that is no visit: "some 200 miners flew to Peru", "passengers travelling to Fiji"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, is_possessor
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

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
