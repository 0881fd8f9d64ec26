"""Which words speak of a meeting, a visit or a call, and of what format."""

from __future__ import annotations

from summitdb.extract.clauses import unit_after
from summitdb.extract.contact_verbs import JOINED, calls_on, joins_somebody, of_meeting, of_talk, phones, receives
from summitdb.extract.meeting_nouns import of_noun
from summitdb.extract.units import Unit
from summitdb.extract.visit_verbs import AWAITED, has_object, is_awaited, of_travel, will_be

WEIGHT = {
    "state_visit": 9, "official_visit": 8, "working_visit": 8, "video_conference": 7, "summit": 6, "ministerial": 6,
    "call": 5, "visit": 4, "negotiations": 3, "meeting": 2,
}  # fmt: skip
VISITS = frozenset({"visit", "state_visit", "official_visit", "working_visit"})
CALLS = frozenset({"call", "video_conference"})
# Words without a row for meetings that can tell of one: "called on", "joined", "is due in".
BEARING = JOINED | {"called", "be"}
CALLING = frozenset({"call", "calls"})
# What bodies are called that can be a gathering themselves.
SITTING = (" summit", " summits", "forum", "conference")


def weight(form: str) -> int:
    """How telling a format is: a state visit says more than a meeting."""
    return WEIGHT.get(form, 0)


def is_named_summit(unit: Unit) -> bool:
    """Whether an organization is itself a gathering: "the annual East Asia Summit"."""
    return unit.kind == "organization" and unit.low.endswith((" summit", " summits"))


def _sits(units: list[Unit], i: int) -> bool:
    """Whether the body at `i` is a gathering that begins or ends: "the Pacific Islands Forum opened in Suva"."""
    row = units[i + 1].rows.get("light") if i + 1 < len(units) else None
    return row is not None and units[i + 1].low.startswith(("open", "beg", "end", "conclu", "clos", "start", "kick"))


def format_at(units: list[Unit], i: int) -> str | None:
    """The format of the meeting that the unit at `i` speaks of, None where it speaks of none."""
    unit = units[i]
    if is_named_summit(unit):
        return "summit"
    if unit.kind == "organization" and unit.low.endswith(("forum", "conference")) and _sits(units, i):
        return "meeting"
    if unit.kind != "word":
        return None
    rows = unit.rows
    if "meeting" in rows:
        return of_noun(units, i) or ("meeting" if unit.low in CALLING and calls_on(units, i) else None)
    if "meet" in rows and unit.tenses:
        return of_meeting(units, i)
    if "visit" in rows and unit.tenses:
        return "visit" if has_object(units, i) or "part" in unit.tenses else None
    if "travel" in rows:
        return of_travel(units, i)
    if "talk" in rows:
        return of_talk(units, i)
    if unit.low == "called" and (calls_on(units, i) or phones(units, i)):
        return "meeting" if calls_on(units, i) else "call"
    if unit.low in JOINED and joins_somebody(units, i):
        return "meeting"
    if unit.low == "be" and will_be(units, i):
        return "visit"
    if unit.low.endswith(AWAITED) and is_awaited(units, i):
        return "visit"
    if "host" in rows and unit.tenses:
        return "meeting" if receives(units, i) else None
    return None


def is_verb(units: list[Unit], i: int) -> bool:
    """Whether the trigger at `i` takes an object: "met", "visited", and "meeting" right before a name."""
    unit = units[i]
    if "meeting" not in unit.rows:
        return True
    after = unit_after(units, i)
    return unit.low == "meeting" and after is not None and after.kind in ("person", "role")
