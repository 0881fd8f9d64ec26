"""Whether a meeting was held, is planned, proposed, put off, called off or only recalled, by the words of its scene."""

from __future__ import annotations

from datetime import date, timedelta

from summitdb.extract.clauses import is_mention
from summitdb.extract.scenes import AUXILIARY, Scene
from summitdb.extract.units import Unit

DONE, AHEAD, OFF = "done", "ahead", "off"
CLASS = {"held": DONE, "ongoing": DONE, "planned": AHEAD, "proposed": AHEAD, "cancelled": OFF, "postponed": OFF}
DROPPED = "dropped"  # planned once: "had been due to visit"
FRESH = timedelta(days=10)
RECALLING = frozenset({"last", "previous", "earlier", "past", "recent", "inaugural"})
COMING = frozenset(
    {
        "next",
        "upcoming",
        "forthcoming",
        "planned",
        "coming",
        "scheduled",
        "future",
        "impending",
        "proposed",
        "possible",
        "potential",
    }
)
ASKING = frozenset({
    "urged", "urges", "proposed", "proposes", "offered", "offers", "suggested", "suggests", "demanded", "sought", "seeks",
    "requested", "appealed", "pressed", "pushed", "wants", "wanted", "favours", "favoured", "favored",
})  # fmt: skip
NOMINAL = frozenset({"plan", "plans", "planning", "invitation", "preparations for", "invited"})
RESOLVING = ("agree", "decid", "resolv", "pledg", "vow", "arrang", "promis", "undert", "accept")
DENIALS = frozenset({"denied", "denies", "deny", "dismissed", "rejected"})
BEFORE = frozenset({"by the time", "ahead", "ahead of", "before", "until", "till"})
SETTING = frozenset({"at", "in", "during", "after"})
Mood = tuple[str, bool]


def _cues(units: list[Unit], scene: Scene) -> dict[str, int]:
    found: dict[str, int] = {}
    for i in scene.at:
        row = units[i].rows.get("cue")
        if row is not None and units[i].kind == "word" and not _is_courtesy(units, i):
            found.setdefault(row["sense"], i)
        elif units[i].pos == "neg":
            found.setdefault("not", i)
    return found


def _is_courtesy(units: list[Unit], i: int) -> bool:
    """ "At the invitation of": said of visits made and to come alike."""
    return units[i].low == "invitation" and any(u.low in ("at", "upon", "on") for u in units[max(0, i - 4) : i])


def _adjective(units: list[Unit], trigger: int) -> str | None:
    """ "recalled" or "coming" where an adjective right before the noun says so: "their last meeting", "the planned visit"."""
    for i in range(trigger - 1, max(-1, trigger - 6), -1):
        unit = units[i]
        if unit.kind not in ("word", "national", "country", "mark", "organization", "date", "number") or unit.pos in (
            "prep",
            "aux",
            "modal",
        ):
            return None
        if unit.low in RECALLING:
            return "recalled"
        if unit.low in COMING:
            return "coming" if unit.low not in ("proposed", "possible", "potential") else "proposed"
        if unit.pos in ("det", "poss"):
            return None
    return None


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
    return "recalled" if value < now else None


def _verbs(units: list[Unit], scene: Scene, trigger: int) -> tuple[str, bool]:
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
        return "past", False
    return "present", False


def mood(units: list[Unit], scene: Scene, trigger: int, unit: Unit | None, published: date | None) -> Mood | None:
    """(status, recalled) of the meeting that the word at `trigger` speaks of; None where it is denied or only imagined.

    `unit` is its date. The words of its own scene decide, then the date, then the scene above ("will sign it during his visit").
    """
    if scene.opener in ("whether", "if", "unless", "lest"):
        return None
    if (
        scene.opener == "that"
        and scene.parent is not None
        and scene.parent.verb is not None
        and units[scene.parent.verb].low in DENIALS
    ):
        return None
    cues = _cues(units, scene)
    timed = when(unit, published)
    adjective = _adjective(units, trigger) if "meeting" in units[trigger].rows else None
    if "cancelled" in cues and "not" not in cues:
        return "cancelled", False
    if "postponed" in cues and "not" not in cues:
        return "postponed", False
    if "denied" in cues:
        return None
    if scene.verb is not None and trigger < scene.verb and _within_subject(units, scene, trigger):
        return ("planned", False) if timed == "ahead" or adjective == "coming" else ("held", timed == "recalled")
    future = _chained(units, cues, "future", trigger)
    if "not" in cues and cues["not"] < trigger:
        firm = future and "travel" in units[trigger].rows | units[min(trigger + 1, len(units) - 1)].rows | {
            k: {} for k in units[trigger].rows if k == "visit"
        }
        return ("cancelled", False) if firm and units[cues["future"]].low == "will" else None
    tense, pluperfect = _verbs(units, scene, trigger)
    verb = scene.verb
    if (
        verb is not None
        and units[verb].low in ("was", "were")
        and verb + 1 < len(units)
        and units[verb + 1].low == "to"
        and "planned_past" not in cues
    ):
        cues["planned_past"] = verb
    if "planned_past" in cues or (pluperfect and future):
        return ("planned", False) if timed == "ahead" and "cancelled" not in cues else (DROPPED, False)
    if adjective == "coming" or future or tense == "future":
        return ("planned", False) if timed != "recalled" else ("held", True)
    if (
        tense == "present"
        and unit is not None
        and unit.value.kind == "weekday"
        and units[scene.verb or 0].low.endswith("s")
        and (units[scene.verb or 0].pos != "aux")
    ):
        return "planned", False  # "begins a visit on Sunday"
    if timed == "ahead":
        return ("proposed", False) if "proposed" in cues else ("planned", False)
    if adjective == "proposed" or (
        "proposed" in cues and cues["proposed"] < trigger + (4 if "meeting" in units[trigger].rows else 0)
    ):
        return "proposed", False
    if tense == "modal" or (scene.verb is not None and trigger > scene.verb and _asks(units, scene.verb)):
        return "proposed", False
    if timed != "recalled" and (tense == "progressive" or _is_there(units, scene, trigger)):
        return "ongoing", False
    if adjective == "recalled" or pluperfect or timed == "recalled":
        return "held", True
    if _recollects(units, scene, trigger):
        return "held", True
    if scene.opener in BEFORE:
        return "planned", False
    if _resolved(units, trigger, scene.verb):
        return "planned", False
    if scene.opener == "since":
        return "held", True
    if tense == "" and scene.parent is not None:
        return _of_parent(units, scene, published)
    if "ongoing" in cues:
        return "ongoing", False
    if _present(units, trigger):
        return "planned", False
    if tense == "present" and "base" in units[trigger].tenses and "meeting" not in units[trigger].rows:
        return "proposed", False
    return "held", False


def _within_subject(units: list[Unit], scene: Scene, trigger: int) -> bool:
    """Whether the noun tells where something was done that the verb is said of: "the deal reached at the talks will ...",
    "granting membership at the summit will ..."."""
    at = trigger - 1
    while at > 0 and trigger - at < 7 and units[at].low not in SETTING:
        if units[at].pos in ("conj", "prep", "aux") or units[at].text == ",":
            return False
        at -= 1
    if at <= 0 or units[at].low not in SETTING:
        return False
    done = next(
        (u for u in reversed(units[max(0, at - 3) : at]) if u.kind not in ("date", "city") and u.pos not in ("prep", "adv")), None
    )
    first = units[scene.at[0]]
    return (done is not None and "part" in done.tenses and done.kind == "word") or (
        first.kind == "word" and first.low.endswith("ing")
    )


def _verbal(cue: str) -> bool:
    """Whether a cue is part of a verb: "is due", "expected to"; no noun phrase ("preparations for the next summit")."""
    return cue.split(" ", 1)[0] in AUXILIARY or cue.endswith(" to") or cue in ("will", "would", "shall", "scheduled")


def _is_there(units: list[Unit], scene: Scene, trigger: int) -> bool:
    """ "Is in Warsaw for talks", "are here on a visit"."""
    verb = scene.verb
    if verb is None or units[verb].low not in ("is", "are") or trigger <= verb or trigger - verb > 9:
        return False
    after = units[verb + 1 : verb + 4]
    if after and after[0].low == "currently":
        after = after[1:]
    there = bool(after) and (
        after[0].low == "here" or (after[0].low == "in" and any(u.kind in ("city", "country") for u in after[1:]))
    )
    return there and any(u.low in ("for", "on") for u in units[verb + 2 : trigger])


def _resolved(units: list[Unit], trigger: int, verb: int | None) -> bool:
    """ "Agreed to set up a commission and to hold a summit"."""
    if verb is None or not units[verb].low.startswith(RESOLVING) or trigger <= verb:
        return False
    for k in range(trigger - 1, max(verb, trigger - 6), -1):
        if units[k].kind == "word" and units[k].rows.keys() & {"light", "host", "attend"} and "base" in units[k].tenses:
            return units[k - 1].low == "to"
        if units[k].pos in ("prep", "conj", "aux") or units[k].text == ",":
            return False
    return False


def _asks(units: list[Unit], verb: int) -> bool:
    """ "Called for talks", "urged a meeting", "offered a visit"."""
    low = units[verb].low
    if low in ("called", "calls"):
        return verb + 1 < len(units) and units[verb + 1].low == "for"
    return low in ASKING


def _present(units: list[Unit], trigger: int) -> bool:
    """ "By the time they meet": a bare present behind its subject looks ahead."""
    before = units[trigger - 1] if trigger else None
    tenses = units[trigger].tenses
    return (
        "base" in tenses
        and not tenses & {"past", "part"}
        and "meeting" not in units[trigger].rows
        and before is not None
        and (before.pos == "pron" or is_mention(before))
    )


def _chained(units: list[Unit], cues: dict[str, int], sense: str, trigger: int) -> bool:
    """Whether a cue belongs to the verb that the trigger depends on: before a verb, beside a noun, no adjective."""
    at = cues.get(sense)
    if at is None or units[at].low in COMING or (at > trigger and units[at].low in NOMINAL):
        return False
    return at < trigger or "meeting" in units[trigger].rows


def _recollects(units: list[Unit], scene: Scene, trigger: int) -> bool:
    """ "Last met in May", "met three years ago", "previously visited"."""
    return any(
        units[i].low in ("ago", "previously", "formerly")
        or (units[i].low == "last" and i + 1 < len(units) and units[i + 1].rows.keys() & {"meet", "visit", "talk", "light"})
        for i in scene.at
        if abs(i - trigger) < 9
    )  # fmt: skip


def _of_parent(units: list[Unit], scene: Scene, published: date | None) -> Mood | None:
    above = scene.parent
    while above is not None and above.verb is None:
        above = above.parent
    if above is None or above.verb is None:
        return "held", False
    tense, pluperfect = _verbs(units, above, above.verb)
    cues = _cues(units, above)
    if scene.opener in ("after", "following"):
        return "held", False
    if tense == "future" or ("future" in cues and -1 <= cues["future"] - above.verb <= 2 and _verbal(units[cues["future"]].low)):
        return "planned", False
    if tense == "modal":
        return "proposed", False
    if "not" in cues and scene.opener not in ("during", "at", "in", "after", "following"):
        return None
    return "held", pluperfect
