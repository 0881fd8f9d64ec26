"""The words of a scene that say whether a meeting is to come, put off, called off or denied, and where they say something else:
"at the invitation of", "a delayed start", "boycotted the summit"."""

from __future__ import annotations

from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit

ABSENT = ("boycotted", "skipped", "skip", "snubbed")
ASSEMBLIES = frozenset({"conference", "forum", "assembly", "gathering", "talks", "peace talks", "session"})


def find_cues(units: list[Unit], scene: Scene) -> dict[str, int]:
    """The words of a scene that say whether a meeting is to come, put off or denied: the position of the first of each sense."""
    found: dict[str, int] = {}
    for i in scene.at:
        unit = units[i]
        row = unit.rows.get("cue") if unit.rows else None
        if row is not None and unit.kind == "word" and not _is_courtesy(units, i) and not _is_attribute(units, i, row["sense"]):
            found.setdefault(row["sense"], i)
        elif unit.pos == "neg":
            found.setdefault("not", i)
    return found


def stays_away(units: list[Unit], i: int, trigger: int) -> bool:
    """ "Boycotted the summit", "skipped Monday's conference": one state stays away from what others hold."""
    gathering = (units[trigger].rows.get("meeting") or {}).get("format") in ("summit", "ministerial")
    return i < trigger and units[i].low.endswith(ABSENT) and (gathering or units[trigger].low in ASSEMBLIES)


def _is_attribute(units: list[Unit], i: int, sense: str) -> bool:
    """ "Got off to a delayed start": what was put off is not the meeting."""
    if sense not in ("postponed", "cancelled") or not 0 < i < len(units) - 1 or units[i - 1].pos not in ("det", "poss"):
        return False
    after = units[i + 1]
    return after.kind == "word" and after.pos is None and "meeting" not in after.rows


def _is_courtesy(units: list[Unit], i: int) -> bool:
    """ "At the invitation of", "X, invited by Y,": said of visits made and to come alike."""
    if units[i].low == "invited" and i and i + 1 < len(units):
        left, right = units[i - 1], units[i + 1]
        plain = left.kind == "word" and (left.pos in ("det", "word", "prep") or left.low in ("other", "specially"))
        if plain and right.kind == "word" and not right.tenses and right.low != "by":
            return True  # "with other invited foreign leaders"
    if units[i].low == "invited" and i + 1 < len(units) and units[i + 1].low == "by":
        return i > 0 and units[i - 1].pos != "aux"
    if units[i].low != "invitation":
        return False
    before = units[max(0, i - 3) : i]
    return any(u.low in ("at", "upon", "on") and all(w.kind == "word" for w in before[k + 1 :]) for k, u in enumerate(before))
