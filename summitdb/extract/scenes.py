"""Scenes: the stretches of a sentence that may tell of different meetings, and what each word in them depends on.

"After talks with the king, the premier, who arrived on Monday, will visit Minsk" has a main scene (the premier will visit), one
opened by "after" and one by "who". A scene without a subject of its own takes that of the scene it hangs on.
"""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.clauses import FINITE, is_mention
from summitdb.extract.units import PLAIN, Unit

ADJUNCTS = frozenset({
    "after", "before", "following", "during", "ahead", "ahead of", "since", "amid", "despite", "until", "till",
})  # fmt: skip
FOLLOWS = frozenset({"follows", "followed", "precedes", "preceded"})
OPENERS = ADJUNCTS | FOLLOWS | {";", "when", "that", "as", "by", "on", "at", "in", "for", "and", "but", "whose"}
REDUCED = frozenset({
    "led", "headed", "accompanied", "joined", "hosted", "chaired", "attended", "mediated", "brokered", "sponsored", "represented",
    "convened", "organised", "organized", "flanked", "invited", "received",
})  # fmt: skip
GROUNDWORK = ("prepar", "ground", "way", "groundwork", "invitation", "stage", "letters")
LOOSE = frozenset({"at", "in", "during", "after", "before", "following", "sidelines", "ahead of", "ahead"})
NOMINAL = frozenset({"at", "in", "for", "during", "after", "before", "following", "sidelines", "ahead of"})
GATHERINGS = frozenset({"summit", "ministerial"})
COMMAS = frozenset({",", "—", "–", "--"})
PLACES = frozenset({"in", "at", "near", "outside", "inside"})
STOPPERS = frozenset({"to", "with", "on", "for", "from", "by", "between", "among"})
SUPPORTS = frozenset({
    "began", "took part", "took place", "takes place", "holds", "hosts", "ends", "begins", "starts", "opens", "attends",
    "pays", "paid", "held", "wound up", "winds up", "got under way", "gets under way", "kicks off", "closes", "resumes",
})  # fmt: skip
IRREGULAR = frozenset({
    "came", "went", "gave", "took", "made", "saw", "got", "ran", "led", "won", "fell", "rose", "grew", "kept", "broke",
    "brought", "sent", "put", "set", "drew", "stood", "sat", "lost", "found", "felt", "thought", "knew", "became", "paid", "laid",
})  # fmt: skip
POSSESSIVE = frozenset({"'s", "’s"})
AUXILIARY = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})


class Scene(Struct, eq=False):
    """Some units of a sentence: `opener` is the word that began it ('' for the main one), `at` their positions."""

    opener: str
    parent: Scene | None
    at: list[int] = field(default_factory=list)
    verb: int | None = None

    @property
    def depth(self) -> int:
        """How many scenes it hangs below."""
        return 0 if self.parent is None else self.parent.depth + 1


def is_finite(units: list[Unit], i: int) -> bool:
    """Whether the unit at `i` is a verb, auxiliary or modal that a clause can stand on."""
    unit = units[i]
    if unit.kind != "word":
        return False
    if unit.pos in ("aux", "modal"):
        return True
    rows, low = unit.rows, unit.low
    if not rows:
        known = low in IRREGULAR or (low.endswith("ed") and unit.text[0].islower())
        return known and not _is_noun_place(units, i)
    if unit.pos is not None and not unit.tenses and len(rows) == 1:
        return False
    opening = low.split(" ", 1)[0]
    if "cue" in rows and opening in AUXILIARY:
        return True
    if "meeting" in rows and low != "visits":
        return False
    finite = (
        bool(unit.tenses & FINITE)
        or opening in IRREGULAR
        or ("cue" in rows and opening.endswith("ed"))
        or ("light" in rows and (low.endswith("ed") or low in SUPPORTS))
    )
    return finite and not _is_noun_place(units, i)


def lexical(units: list[Unit], verb: int) -> int:
    """The position of the verb that says what is done, behind the auxiliaries at `verb`: "has already invited"."""
    i = verb
    while i + 1 < len(units) and i - verb < 4 and (units[i].pos in ("aux", "modal", "adv", "neg")):
        i += 1
    return i if units[i].tenses and units[i].kind == "word" else verb


def _is_noun_place(units: list[Unit], i: int) -> bool:
    """Whether what stands before the unit at `i` calls for a noun or an adjective: "the planned", "of talks"."""
    before = units[i - 1] if i else None
    if "s" in units[i].tenses and before is not None and before.kind == "word" and not before.rows and i > 1:
        over = units[i - 2]  # "to resolve the humanitarian issues"
        if over.pos in ("det", "poss", "prep") or over.low == "to" or over.text in POSSESSIVE:
            return True
    return before is not None and (
        before.pos in ("det", "poss", "prep") or before.kind == "national" or before.low == "to" or before.text in POSSESSIVE
    )


def _finite_ahead(units: list[Unit], i: int, reach: int) -> int | None:
    """The position of the next finite verb within `reach` units of `i`, before any comma."""
    for j in range(i, min(i + reach, len(units))):
        if units[j].text in COMMAS or units[j].text == ";":
            return None
        if is_finite(units, j):
            return j
    return None


def _meeting_ahead(units: list[Unit], i: int, reach: int = 7) -> Unit | None:
    for j in range(i, min(i + reach, len(units))):
        unit = units[j]
        if unit.text in COMMAS or unit.kind in ("quotation", "date", "person") or unit.low in STOPPERS or is_finite(units, j):
            return None
        if "meeting" in unit.rows:
            return unit
    return None


def _opens(units: list[Unit], i: int, scene: Scene) -> str | None:
    """The opener of the scene that begins at `i` inside `scene`, None where none does."""
    unit = units[i]
    low = unit.low
    if unit.kind not in PLAIN or (low not in OPENERS and unit.pos not in ("rel", "sub")):
        return None
    if unit.text == ";":
        return ";"
    if low in ADJUNCTS:
        return low
    if (unit.pos == "rel" and low in ("who", "which")) or low == "whose":
        return low
    if unit.pos == "sub" or low == "when":
        return low
    if (
        low == "that"
        and scene.opener in NOMINAL
        and scene.verb is None
        and units[i - 1].kind != "quotation"
        and _finite_ahead(units, i + 1, 8) is not None
    ):
        return "which"
    if low == "that" and scene.opener in LOOSE and _told_above(units, scene) and _finite_ahead(units, i + 2, 8) is not None:
        return low
    if (
        low == "as"
        and scene.verb is not None
        and i + 1 < len(units)
        and is_mention(units[i + 1])
        and _finite_ahead(units, i + 2, 3) is not None
    ):
        return low
    if low in FOLLOWS and i + 1 < len(units) and units[i + 1].low != "by" and any("meeting" in units[j].rows for j in scene.at):
        return "following"
    if low == "by" and [u.low for u in units[i + 1 : i + 3]] == ["the", "time"]:
        return "by the time"
    if low == "on" and any((u.rows.get("cue") or {}).get("sense") == "sidelines" for u in units[i + 1 : i + 4]):
        return "sidelines"
    if low in ("at", "in", "for") and (scene.at or low != "for"):
        noun = _meeting_ahead(units, i + 1)
        if noun is not None and low == "for" and any(u.low.startswith(GROUNDWORK) for u in units[max(0, i - 5) : i]):
            return "ahead of"
        if noun is not None and low == "for":
            return (
                low if noun.rows["meeting"]["format"] in GATHERINGS or noun.low in ("forum", "conference", "assembly") else None
            )
        if noun is not None and (low == "at" or noun.low not in ("visit", "trip", "tour", "stay")):
            return low if scene.verb is not None or not scene.at else None
    if low in ("and", "but") and scene.at:
        k = i + 1
        while k < len(units) and units[k].pos == "adv":
            k += 1
        if k < len(units) and scene_with_verb(scene) is not None:
            if is_finite(units, k):
                return None if k + 1 < len(units) and units[k + 1].low == "by" else "and"
            if units[i - 1].text in COMMAS and _finite_ahead(units, k, 8) is not None:
                return "but"
    return None


def _owns_another(units: list[Unit], i: int, scene: Scene) -> bool:
    """Whether another visit with an owner of its own begins at `i`: "X's visit is in response to Y's visit to Tehran"."""
    if i + 2 >= len(units) or units[i + 1].text not in POSSESSIVE or units[i].kind not in ("person", "role", "country"):
        return False
    if not any(units[j].rows.keys() & {"meeting", "meet", "visit", "travel"} for j in scene.at):
        return False
    return _meeting_ahead(units, i + 2, 4) is not None


def _told_above(units: list[Unit], scene: Scene) -> bool:
    """Whether `scene` hangs on a verb of saying or agreeing: "agreed at talks in Cairo that ..."."""
    above = scene_with_verb(scene)
    return above is not None and above.verb is not None and bool(units[above.verb].rows.keys() & {"report", "seal"})


def scene_with_verb(scene: Scene | None) -> Scene | None:
    """The scene or the nearest one above it that has its verb already."""
    while scene is not None and scene.verb is None:
        scene = scene.parent
    return scene


def _reported(units: list[Unit], i: int) -> bool:
    """Whether a clause of its own begins at `i`, behind the reporting verb before it: "said he will visit"."""
    if units[i].low == "that":
        return True
    j = i
    while j < len(units) and (units[j].pos == "det" or units[j].kind == "national"):
        j += 1
    return (
        j < len(units)
        and (is_mention(units[j]) or units[j].kind in ("word", "name"))
        and units[j].pos != "prep"
        and (_finite_ahead(units, j + 1, 8) is not None)
    )


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


def _after_comma(units: list[Unit], i: int, scene: Scene) -> Scene:
    """The scene that goes on behind the comma at `i`."""
    following = i + 1
    if scene.parent is None or following >= len(units):
        return scene
    if scene.opener == "said":
        return scene.parent
    if scene.opener in ("who", "which", "whose", "where"):
        verb = _finite_ahead(units, following, 4)
        return scene.parent if verb is not None else scene
    if not scene.parent.at:
        if is_finite(units, following) or units[following].low in ("who", "which"):
            return scene
        return scene.parent if _finite_ahead(units, following, 14) is not None or _subject_with_aside(units, following) else scene
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
    for i, unit in enumerate(units):
        before = units[i - 1] if i else None
        opener = _opens(units, i, current) if unit.low in OPENERS or unit.pos is not None else None
        if opener is not None:
            above: Scene | None = current
            if opener in ("and", "but") or (opener in LOOSE and current.verb is None):
                above = scene_with_verb(current) or current
            elif opener == ";":
                above = None
            current = Scene(opener, above)
            scenes.append(current)
        elif unit.kind != "word" and _owns_another(units, i, current):
            current = Scene("owned", current)
            scenes.append(current)
        elif unit.text in COMMAS:
            current = _after_comma(units, i, current)
            if scenes[0].verb is not None and _attribution(units, i):
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
        current.at.append(i)
        if current.verb is None and is_finite(units, i) and unit.low not in FOLLOWS and not _is_aside(units, i):
            current.verb = i
    return scenes
