"""What the words of a sentence depend on, and who acts in a scene."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, is_next_speaker, is_possessor
from summitdb.extract.finite import COMMAS, is_finite
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit

PLACES = frozenset({"in", "at", "near", "outside", "inside"})
SOIL = frozenset({"city", "country"})
LISTED = frozenset({"country", "city", "person", "role", "body"})
ACTIVE = frozenset({"meet", "visit", "host", "travel", "attend", "seal", "meeting"})


def dependencies(units: list[Unit]) -> list[tuple[str, int]]:
    """For each unit the preposition it depends on and the position of the word that this hangs on: ("with", that of "talks").

    ("", -1) where it depends on none. Dates, places and adverbs between are stepped over: "talks in Baku on Monday with Aliyev".
    """
    found: list[tuple[str, int]] = []
    current = ("", -1)
    head = -1
    n = len(units)
    for i, unit in enumerate(units):
        kind, low, pos = unit.kind, unit.low, unit.pos
        if kind == "word" and not unit.rows:
            if is_finite(units, i):
                current = ("", -1)
            found.append(current)
            if current[0] not in PLACES:
                head = i
            continue
        following = units[i + 1] if i + 1 < n else None
        if low == "to" and following is not None and "base" in following.tenses and "meeting" not in following.rows:
            current = ("", -1)
        elif pos == "prep" or low in ("to", "ahead of", "due to"):
            current = (low, head)
        elif low == "that" and following is not None and (following.kind in LISTED or following.pos in ("det", "poss", "pron")):
            current = ("", -1)  # "said at a briefing that X would come"
        elif unit.text in COMMAS or unit.text in (";", ":"):
            listed = (
                following is not None
                and i > 0
                and not (i + 2 < n and following.kind in LISTED and "report" in units[i + 2].rows and is_finite(units, i + 2))
                and units[i - 1].kind in LISTED
                and (
                    (
                        current[0] in ("between", "with", "of", "from", "by", "including")
                        and (following.kind in LISTED or following.low == "and")
                    )
                    or (
                        current[0] in ("to", "in", "for")
                        and units[i - 1].kind in SOIL
                        and (following.kind in SOIL or (following.low == "and" and i + 2 < n and units[i + 2].kind in SOIL))
                    )
                )
            )
            if _opens_next(units, i, current):
                current = found[current[1]]  # "Presidents A of X, B of Y": B depends on what A does
            elif not listed:
                current = ("", -1)
        elif low == "and" and _opens_next(units, i, current):
            current = found[current[1]]
        elif (
            low.endswith("ing")
            and unit.rows.keys() & ACTIVE
            and (following is not None and (following.kind in LISTED or following.pos in ("det", "poss")))
        ):
            current = ("", -1)  # "after meeting President X": the object of the verb, not of the preposition
        elif kind == "quotation" or pos in ("rel", "sub", "aux", "modal") or is_finite(units, i):
            current = ("", -1)
        elif current[0] and is_next_speaker(units, i):
            current = ("", -1)
        found.append(current)
        if kind == "date" or (low == "audience" and current[0] == "in"):  # "received in audience the envoy of X"
            current = ("", -1)
        if kind in ("date", "mark", "number") or pos in ("adv", "det", "poss", "prep", "conj", "aux") or low == "to":
            continue
        if (
            current[0] in PLACES
            and kind in ("city", "country", "region", "word", "name", "national")
            and "meeting" not in unit.rows
        ):
            continue
        if current[0] == "to" and kind in SOIL:
            continue
        head = i
    return found


def _opens_next(units: list[Unit], i: int, current: tuple[str, int]) -> bool:
    """Whether the next person of a list stands behind the mark or "and" at `i`: "Presidents A of X, B of Y and C of Z"."""
    prep, head = current
    if prep not in ("of", "from") or head < 0 or i + 1 >= len(units) or units[i - 1].kind != "country":
        return False
    return units[head].kind == "person" and head >= i - 4 and units[i + 1].kind == "person"


def subject(units: list[Unit], depends: list[tuple[str, int]], scene: Scene) -> list[int]:
    """Positions of the mentions that the scene's verb is said of: "A and B" before it, the word before "who", or those above."""
    own = [
        i for i in scene.at
        if (scene.verb is None or i < scene.verb) and is_mention(units[i]) and not is_possessor(units, i)
        and (not depends[i][0] or (scene.verb is not None and depends[i][0] == scene.opener and depends[i][1] < scene.at[0]))
    ]  # fmt: skip
    if scene.parent is not None and scene.opener in ("who", "which", "whom", "whose"):
        before = [i for i in range(scene.at[0]) if is_mention(units[i]) and scene.at[0] - i <= 4]
        return own or before[-1:]
    if not own and scene.verb is not None and units[scene.verb].low in ("came", "comes"):
        own = [
            i for i in scene.at if units[i].kind == "person" and depends[i][0] == "from"
        ]  # "the warning came from X after talks"
    named = [i for i in own if units[i].kind != "word" or units[i].people]
    if named and scene.verb is not None:
        return own
    return subject(units, depends, scene.parent) if scene.parent is not None and scene.opener != ";" else own
