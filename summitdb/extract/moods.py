"""Whether a meeting was held, is planned, proposed, put off, called off or only recalled, by the words of its scene."""

from __future__ import annotations

from datetime import date, timedelta

from summitdb.extract.finite import AUXILIARY
from summitdb.extract.foreseen import is_asked_for, is_start_agreed
from summitdb.extract.mood_constructions import (
    COMING,
    adjective_of,
    asks,
    behind_noun,
    goes_on,
    is_outcome,
    is_there,
    looks_ahead,
    recollects,
    resolved,
    within_subject,
)
from summitdb.extract.mood_cues import find_cues, stays_away
from summitdb.extract.scene_tense import comes_next, is_deed, is_past, is_told_within, verbs_of
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit

DONE, AHEAD, OFF = "done", "ahead", "off"
CLASS = {"held": DONE, "ongoing": DONE, "planned": AHEAD, "proposed": AHEAD, "cancelled": OFF, "postponed": OFF}
DROPPED = "dropped"  # planned once: "had been due to visit"
FRESH = timedelta(days=10)
COMING_TO = frozenset({"expected", "likely", "set", "due"})
NOMINAL = frozenset({"plan", "plans", "planning", "invitation", "preparations for", "invited"})
DENIALS = frozenset({"denied", "denies", "deny", "dismissed", "rejected"})
BEFORE = frozenset({"by the time", "ahead", "ahead of", "before", "until", "till"})
Mood = tuple[str, bool]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == 10 else None


def when(unit: Unit | None, published: date | None) -> str | None:
    """ "ahead" or "recalled" where a date tells on its own, None where the tense must."""
    if unit is None:
        return None
    mention = unit.value
    if mention.value is None:
        return None
    if mention.direction == "future":
        day = _day(mention.value)
        return None if day is not None and published is not None and day <= published else "ahead"
    if mention.kind == "weekday" or mention.in_name:
        return None
    if published is None:
        return None
    value = mention.value
    day = _day(value)
    if day is not None:
        if day > published:
            return "ahead" if mention.kind == "absolute" or mention.direction is None else None
        return "recalled" if published - day > FRESH else None
    now = published.isoformat()[: len(value)]
    if value > now:
        return "ahead"
    over = not mention.end_value or mention.end_value[: len(now)] < now  # "in the first quarter" goes on till March
    return "recalled" if value < now and over else None


def mood(units: list[Unit], scene: Scene, trigger: int, unit: Unit | None, published: date | None) -> Mood | None:
    """(status, recalled) of the meeting that the word at `trigger` speaks of; None where it is denied or only imagined.

    `unit` is its date. The words of its own scene decide, then the date, then the scene above ("will sign it during his visit").
    """
    if scene.opener in ("whether", "if", "unless", "lest"):
        return None
    above = scene.parent.verb if scene.parent is not None else None
    if scene.opener == "that" and above is not None and units[above].low in DENIALS:
        return None
    cues = find_cues(units, scene)
    timed = when(unit, published)
    adjective = adjective_of(units, trigger) if "meeting" in units[trigger].rows else None
    if "cancelled" in cues and "not" not in cues and not stays_away(units, cues["cancelled"], trigger):
        return "cancelled", False
    if "postponed" in cues and "not" not in cues:
        return "postponed", False
    if "denied" in cues:
        return None
    if scene.verb is not None and trigger < scene.verb and within_subject(units, scene, trigger):
        return ("planned", False) if timed == "ahead" or adjective == "coming" else ("held", timed == "recalled")
    if adjective == "ongoing" and timed is None and "not" not in cues:
        return "ongoing", False
    future = _chained(units, cues, "future", trigger)
    if "not" in cues and cues["not"] < trigger:
        following = units[min(trigger + 1, len(units) - 1)]
        travels = "travel" in units[trigger].rows or "travel" in following.rows
        return ("cancelled", False) if travels and future and units[cues["future"]].low == "will" else None
    tense, pluperfect = verbs_of(units, scene, trigger)
    if timed == "ahead" and tense == "past" and not future and is_deed(units, scene) and unit is not None and unit.value.past:
        timed = "recalled"  # "made a visit in January", told of in November
    if timed != "ahead" and is_outcome(units, trigger) and "meeting" in units[trigger].rows:
        return "held", timed == "recalled" or adjective == "recalled"
    nominal = behind_noun(units, trigger)
    if nominal is not None and timed != "recalled":
        return nominal, False
    if scene.opener == "for" and scene.verb is not None:
        return _arranged(units, scene)
    if "meeting" in units[trigger].rows and timed is None and is_asked_for(units, trigger):
        return "proposed", False
    if timed is None and is_start_agreed(units, trigger):
        return "planned", False
    if "planned_past" in cues or _was_to(units, scene.verb) or (pluperfect and future):
        return ("planned", False) if timed == "ahead" and "cancelled" not in cues else (DROPPED, False)
    if adjective == "coming" or future or tense == "future":
        either = unit is not None and unit.value.future is not None  # "will be held in December"
        return ("planned", False) if timed != "recalled" or either else ("held", True)
    if tense == "present" and unit is not None and scene.verb is not None:
        coming = _present(units[scene.verb], unit, published)
        if coming is not None:
            return coming, False
    if scene.opener == "when" and _looks_on(units, scene, tense):
        return "planned", False
    if timed == "ahead":
        return ("proposed", False) if "proposed" in cues else ("planned", False)
    if scene.opener == "that" and above is not None and asks(units, above) and tense != "past":
        return "proposed", False
    reach = trigger + (4 if "meeting" in units[trigger].rows else 0)
    if adjective == "proposed" or cues.get("proposed", reach) < reach:
        return "proposed", False
    if tense == "modal" or (scene.verb is not None and trigger > scene.verb and asks(units, scene.verb)):
        return "proposed", False
    if timed != "recalled" and (tense == "progressive" or is_there(units, scene, trigger)):
        return "ongoing", False
    if timed != "recalled" and goes_on(units, trigger, scene.verb):
        return "ongoing", False
    if adjective == "recalled" or pluperfect or timed == "recalled":
        return "held", True
    if recollects(units, scene, trigger):
        return "held", True
    if scene.opener in BEFORE:
        done = tense in ("past", "") and is_past(units, scene.parent)
        return ("held", False) if done and (tense == "past" or comes_next(units, scene)) else ("planned", False)
    if resolved(units, trigger, scene.verb):
        return "planned", False
    if scene.opener == "since":
        return "held", True
    if tense == "" and scene.parent is not None:
        return _of_parent(units, scene, published)
    if "ongoing" in cues:
        return "ongoing", False
    past_day = _day(unit.value.value) if unit is not None and unit.value.kind == "absolute" else None
    reported = past_day is not None and published is not None and past_day <= published  # "X and Y meet in Ohrid on May 5, 2018"
    if looks_ahead(units, trigger) and not reported:
        return "planned", False
    if tense == "present" and "base" in units[trigger].tenses and "meeting" not in units[trigger].rows and not reported:
        return "proposed", False
    return "held", False


def _looks_on(units: list[Unit], scene: Scene, tense: str) -> bool:
    """ "Will raise it when he meets her", "said he would raise it when they met"."""
    above = scene.parent
    if tense == "present":
        return not is_past(units, above)
    return tense == "past" and above is not None and above.verb is not None and units[above.verb].low == "would"


def _arranged(units: list[Unit], scene: Scene) -> Mood:
    """ "Plans for the two presidents to meet", "called for the two presidents to meet"."""
    above = scene.parent
    cues = find_cues(units, above) if above is not None else {}
    return ("planned" if "future" in cues and "proposed" not in cues else "proposed"), False


def _present(verb: Unit, unit: Unit, published: date | None) -> str | None:
    """ "Begins a visit on Sunday", "heads to Paris this week": planned, and under way where it begins on the day of the news."""
    if verb.pos == "aux" or not verb.tenses & {"s", "base"} or "report" in verb.rows:
        return None
    mention = unit.value
    if mention.kind == "weekday":
        today = published is not None and mention.value == published.isoformat()
        return "ongoing" if today else "planned"
    if mention.kind == "relative" and mention.direction != "past" and verb.rows.keys() & {"travel", "meet", "visit", "host"}:
        day = _day(mention.value)
        return "planned" if day is None or published is None or day > published else None
    return None


def _was_to(units: list[Unit], verb: int | None) -> bool:
    """Whether it was planned once: "was to visit"."""
    if verb is None or verb + 1 >= len(units):
        return False
    return units[verb].low in ("was", "were") and units[verb + 1].low == "to"


def _verbal(cue: str) -> bool:
    """Whether a cue is part of a verb: "is due", "expected to"; no noun phrase ("preparations for the next summit")."""
    return cue.split(" ", 1)[0] in AUXILIARY or cue.endswith(" to") or cue in ("will", "would", "shall", "scheduled")


def _tells_more(units: list[Unit], at: int) -> bool:
    """Whether what is expected of the meeting is something else than that it is held: "talks expected to focus on"."""
    behind = units[at + 1 : at + 3]
    if any(unit.pos == "aux" for unit in units[max(0, at - 3) : at]):
        return False
    return len(behind) == 2 and behind[0].low == "to" and behind[1].low not in ("take", "be", "begin", "start", "open", "resume")


def _chained(units: list[Unit], cues: dict[str, int], sense: str, trigger: int) -> bool:
    """Whether a cue belongs to the verb that the trigger depends on: before a verb, beside a noun, no adjective."""
    at = cues.get(sense)
    if at is None or (at > trigger and units[at].low in NOMINAL):
        return False
    if at > trigger and units[at].low in COMING_TO and _tells_more(units, at):
        return False  # "arrived for talks expected to focus on trade"
    if units[at].low in COMING and not (at + 1 < len(units) and units[at + 1].low.startswith(("to", "for"))):
        return False
    return at <= trigger or "meeting" in units[trigger].rows


def _of_parent(units: list[Unit], scene: Scene, published: date | None) -> Mood | None:
    above = scene.parent
    while above is not None and above.verb is None:
        above = above.parent
    if above is None or above.verb is None:
        return "held", False
    tense, pluperfect = verbs_of(units, above, above.verb)
    cues = find_cues(units, above)
    if scene.opener in ("after", "following") or is_told_within(units, scene, above):
        return "held", False
    if tense == "future" or ("future" in cues and -1 <= cues["future"] - above.verb <= 2 and _verbal(units[cues["future"]].low)):
        return "planned", False
    if tense == "modal":
        return "proposed", False
    if tense == "present" and scene.opener == "in" and ("ongoing" in cues or units[above.verb].low in ("is", "are")):
        return "ongoing", False  # "the ministries are in talks"
    if "not" in cues and scene.opener not in ("during", "at", "in", "after", "following"):
        return None
    return "held", pluperfect
