"""How a sentence is divided into scenes: where one begins, and where the one above it goes on."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, is_next_speaker
from summitdb.extract.finite import COMMAS, POSSESSIVE, finite_ahead, is_finite
from summitdb.extract.foreseen import infinitive_behind
from summitdb.extract.scenes import FOLLOWS, GROUNDWORK, LOOSE, OPENERS, Scene, meeting_ahead, opens, scene_with_verb
from summitdb.extract.units import Unit

REDUCED = frozenset({
    "led", "headed", "accompanied", "joined", "hosted", "chaired", "attended", "mediated", "brokered", "sponsored", "represented",
    "convened", "organised", "organized", "flanked", "invited", "received",
})  # fmt: skip
FAR = 14


def _owns_another(units: list[Unit], i: int, scene: Scene) -> bool:
    """Whether another visit with an owner of its own begins at `i`: "X's visit is in response to Y's visit to Tehran"."""
    if i + 2 >= len(units) or units[i + 1].text not in POSSESSIVE or units[i].kind not in ("person", "role", "country"):
        return False
    if not any(units[j].rows.keys() & {"meeting", "meet", "visit", "travel"} for j in scene.at):
        return False
    return meeting_ahead(units, i + 2, 4) is not None


def _is_prepared(units: list[Unit], i: int) -> bool:
    """Whether the visit is one that the way is paved for: "aimed at paving the way for X's visit"."""
    return units[i - 1].low == "for" and any(unit.low.startswith(GROUNDWORK) for unit in units[max(0, i - 5) : i])


def _reported(units: list[Unit], i: int) -> bool:
    """Whether a clause of its own begins at `i`, behind the reporting verb before it: "said he will visit"."""
    if units[i].low == "that":
        return True
    if _is_told(units, i):
        return False
    j = i
    while j < len(units) and (units[j].pos == "det" or units[j].kind == "national"):
        j += 1
    return (
        j < len(units)
        and (is_mention(units[j]) or units[j].kind in ("word", "name"))
        and units[j].pos != "prep"
        and (finite_ahead(units, j + 1, 8) is not None)
    )


def _is_told(units: list[Unit], i: int) -> bool:
    """Whether who stands at `i` is told what a "that" clause says: "told President X by phone that"."""
    for unit in units[i + 1 : i + 8]:
        if unit.low == "that":
            return True
        if unit.text in COMMAS or unit.tenses & {"past", "s"} or unit.pos in ("aux", "modal"):
            return False
    return False


def _tells_that(units: list[Unit], i: int, scene: Scene) -> bool:
    """Whether "that" at `i` opens what the verb of `scene` reports: "told the envoy by phone on Monday that trade would grow"."""
    verb = scene.verb
    if verb is None or not 0 < i - verb <= 9 or "report" not in units[verb].rows or not units[verb].tenses & {"past", "s"}:
        return False
    return all(unit.text not in COMMAS for unit in units[verb:i]) and finite_ahead(units, i + 1, 9) is not None


def _attribution(units: list[Unit], i: int) -> bool:
    """Whether ", X said" stands behind the comma at `i`."""
    for j in range(i + 1, min(i + 7, len(units))):
        if units[j].text in COMMAS or units[j].pos in ("rel", "prep") or units[j].low in ("and", "to"):
            return False
        if "report" in units[j].rows and units[j].tenses & {"past", "s"}:
            if j > i + 1:
                return True
            noun = j + 1 < len(units) and "report" in units[j + 1].rows and "past" in units[j + 1].tenses
            if not noun:  # ", said X"
                return False
    return False


def _closing_attribution(units: list[Unit], i: int) -> bool:
    """Whether the sentence ends behind the comma at `i` with who says it, however he is called: ", the Indian envoy in Quito,
    Arun Dev, told reporters on Friday"."""
    begin = i + 1
    while begin < len(units) and (units[begin].pos == "det" or units[begin].kind in ("national", "city", "country", "name")):
        begin += 1
    if begin >= len(units) or units[begin].kind not in ("person", "role", "body"):
        return False
    verb = next((k for k in range(begin + 1, min(begin + FAR, len(units))) if is_finite(units, k) or units[k].pos == "rel"), None)
    if verb is None or "report" not in units[verb].rows or len(units) - verb > FAR:
        return False
    return not any(is_finite(units, k) for k in range(verb + 1, len(units)))


def _main_of(scene: Scene) -> Scene:
    """The scene that all those above `scene` hang on."""
    while scene.parent is not None:
        scene = scene.parent
    return scene


def _after_comma(units: list[Unit], i: int, scene: Scene) -> Scene:
    """The scene that goes on behind the comma at `i`."""
    following = i + 1
    if scene.parent is None or following >= len(units):
        return scene
    if scene.opener == "said":
        return scene.parent
    if scene.verb is None and is_finite(units, following):
        main = _main_of(scene)
        if main.verb is None and main.at:
            return main  # "the meeting, on the sidelines of a summit after the war, comes as"
    if scene.opener in ("who", "which", "whom", "whose", "where"):
        verb = finite_ahead(units, following, 4)
        return scene.parent if verb is not None else scene
    if not scene.parent.at:
        if is_finite(units, following) or units[following].low in ("who", "which"):
            return scene
        return scene.parent if finite_ahead(units, following, 14) is not None or _subject_with_aside(units, following) else scene
    return scene


def _is_aside(units: list[Unit], i: int) -> bool:
    """Whether the participle at `i` only tells more of the name before it: "Kerry, invited by Wang, is paying a visit"."""
    if not 0 < i < len(units) - 1 or units[i + 1].low != "by":
        return False
    if units[i - 1].text == ",":
        return "part" in units[i].tenses
    return units[i].low in REDUCED and units[i - 1].pos not in ("aux", "adv", "neg")


def _subject_with_aside(units: list[Unit], i: int) -> bool:
    """ "X, who ..." or "X, president of Y, said" behind an opening phrase."""
    return i + 1 < len(units) and is_mention(units[i]) and units[i + 1].text == ","


def divide(units: list[Unit]) -> list[Scene]:
    """The scenes of a sentence, the main one first."""
    current = Scene("", None)
    scenes = [current]
    before: Unit | None = None
    for i, unit in enumerate(units):
        opener = opens(units, i, current) if unit.low in OPENERS or unit.pos is not None or unit.kind == "date" else None
        if opener is not None:
            above: Scene | None = current
            if opener in ("and", "but") or (opener in LOOSE and current.verb is None):
                above = scene_with_verb(current) or current
            elif opener == ";":
                above = None
            current = Scene(opener, above, verb=infinitive_behind(units, i) if opener == "for" else None)
            scenes.append(current)
        elif unit.kind != "word" and _owns_another(units, i, current):
            current = Scene("ahead of" if _is_prepared(units, i) else "owned", current)
            scenes.append(current)
        elif unit.text in COMMAS:
            current = _after_comma(units, i, current)
            if scenes[0].verb is not None and (_attribution(units, i) or _closing_attribution(units, i)):
                current = Scene("said", scenes[0])
                scenes.append(current)
        elif before is not None and scenes[0].verb is not None and is_next_speaker(units, i):
            current = Scene("said", scenes[0])
            scenes.append(current)
        elif (
            before is not None
            and current.opener != "said"
            and "report" in before.rows
            and is_finite(units, i - 1)
            and (before.tenses & {"past", "s"} and not current.opener.startswith("that") and _reported(units, i))
        ):
            current = Scene("that", current)
            scenes.append(current)
        elif (
            before is not None
            and before.kind == "date"
            and unit.kind != "date"
            and current.verb is not None
            and ("report" in units[current.verb].rows and i - current.verb <= 4 and _reported(units, i))
        ):
            current = Scene("that", current)
            scenes.append(current)
        elif unit.low == "that" and _tells_that(units, i, current):
            current = Scene("that", current)
            scenes.append(current)
        before = unit
        current.at.append(i)
        if current.verb is None and is_finite(units, i) and unit.low not in FOLLOWS and not _is_aside(units, i):
            current.verb = i
    return scenes
