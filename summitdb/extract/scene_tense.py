"""The tense of a scene: what its verbs say of the time of what it tells, and of what hangs on it."""

from __future__ import annotations

from summitdb.extract.finite import lexical
from summitdb.extract.mood_constructions import DONE_TOGETHER
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit


def verbs_of(units: list[Unit], scene: Scene, trigger: int) -> tuple[str, bool]:
    """The tense of the scene's verb chain ("future", "past", "present", "") and whether it is a pluperfect."""
    verb = scene.verb
    if verb is None:
        return "", False
    unit = units[verb]
    low = unit.low
    after = units[verb + 1].low if verb + 1 < len(units) else ""
    if after == "to" and low in ("is", "are"):
        return "future", False
    if low in ("is", "are") and verb < trigger and any("ing" in u.tenses for u in units[verb + 1 : verb + 4]):
        return "progressive", False
    if unit.pos == "modal":
        return {"will": "future", "shall": "future", "would": "future"}.get(low, "modal"), False
    if low == "had" and any("part" in u.tenses for u in units[verb + 1 : verb + 4]):
        return "past", True
    if low in ("was", "were", "had") or "past" in unit.tenses or low.endswith("ed"):
        return "past", False
    if low in ("has", "have"):
        owned = any(u.pos in ("det", "poss") for u in units[verb + 1 : verb + 2])
        return ("present" if owned else "past"), False  # "has a meeting", "has met"
    return "present", False


def comes_next(units: list[Unit], scene: Scene) -> bool:
    """ "Held talks in Beijing before flying to Japan": behind what was done, with no day of its own."""
    if scene.parent is None or scene.parent.verb is None or len(scene.at) < 2:
        return False
    if scene.at[0] < scene.parent.verb:
        return units[scene.at[1]].low == "arriving"
    return "ing" in units[scene.at[1]].tenses and not any(units[i].kind == "date" for i in scene.at)


def is_deed(units: list[Unit], scene: Scene) -> bool:
    """Whether the scene's verb tells of the meeting itself: "paid a visit", "visited", "met"."""
    return scene.verb is not None and bool(units[lexical(units, scene.verb)].rows.keys() & DONE_TOGETHER)


def is_past(units: list[Unit], scene: Scene | None) -> bool:
    """Whether the scene tells of what was: "held talks for three hours before he visited the embassy"."""
    return scene is not None and scene.verb is not None and verbs_of(units, scene, scene.verb)[0] == "past"


def is_told_within(units: list[Unit], scene: Scene, above: Scene) -> bool:
    """Whether a clause without a word to open it stands between: "will continue a push that he began at the conference"."""
    inner = [i for i in above.at if above.verb is not None and above.verb + 2 < i < scene.at[0]]
    return any("past" in units[i].tenses and units[i - 1].pos == "pron" for i in inner)
