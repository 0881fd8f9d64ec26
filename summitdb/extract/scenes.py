"""Scenes: the stretches of a sentence that may tell of different meetings, and the words that open them.

"After talks with the king, the premier, who arrived on Monday, will visit Minsk" has a main scene (the premier will visit), one
opened by "after" and one by "who". A scene without a subject of its own takes that of the scene it hangs on.
"""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.clauses import is_mention
from summitdb.extract.finite import COMMAS, finite_ahead, is_finite
from summitdb.extract.foreseen import infinitive_behind
from summitdb.extract.units import PLAIN, Unit

ADJUNCTS = frozenset({
    "after", "before", "following", "during", "ahead", "ahead of", "since", "amid", "despite", "until", "till",
})  # fmt: skip
FOLLOWS = frozenset({"follows", "followed", "precedes", "preceded"})
OPENERS = ADJUNCTS | FOLLOWS | {"prelude", ";", "when", "that", "as", "by", "on", "at", "in", "for", "and", "but", "whose"}
GROUNDWORK = ("prepar", "ground", "way", "groundwork", "invitation", "stage", "letters")
LOOSE = frozenset({"at", "in", "during", "after", "before", "following", "sidelines", "ahead of", "ahead"})
NOMINAL = frozenset({"at", "in", "for", "during", "after", "before", "following", "sidelines", "ahead of"})
GATHERINGS = frozenset({"summit", "ministerial"})
# "Expressing hope that talks might help": what is hoped for is told apart from what was done.
STANCES = frozenset({
    "hope", "hopes", "confidence", "belief", "expectation", "expectations", "fear", "fears", "concern", "concerns", "optimism",
    "conviction", "speculation", "assurance", "assurances", "possibility", "likelihood", "view", "opinion", "impression",
})  # fmt: skip
STOPPERS = frozenset({"to", "with", "on", "for", "from", "by", "between", "among"})


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


def meeting_ahead(units: list[Unit], i: int, reach: int = 7) -> Unit | None:
    """The noun for a meeting within `reach` units of `i`, before anything that belongs to another phrase."""
    for j in range(i, min(i + reach, len(units))):
        unit = units[j]
        if unit.kind == "date" and j > i and units[j - 1].pos in ("det", "poss"):
            continue  # "in a January 23 phone call"
        if unit.text in COMMAS or unit.kind in ("quotation", "date", "person") or unit.low in STOPPERS or is_finite(units, j):
            return None
        if "meeting" in unit.rows:
            return unit
    return None


def opens(units: list[Unit], i: int, scene: Scene) -> str | None:
    """The opener of the scene that begins at `i` inside `scene`, None where none does."""
    unit = units[i]
    low = unit.low
    if unit.kind == "date":  # "a day after the two ministers met", "48 hours before the summit"
        return next((word for word in ("after", "before") if unit.text.endswith(" " + word)), None)
    if unit.kind not in PLAIN or (low not in OPENERS and unit.pos not in ("rel", "sub")):
        return None
    if unit.text == ";":
        return ";"
    if low in ADJUNCTS:
        return low
    if (unit.pos == "rel" and low in ("who", "which", "whom")) or low == "whose":
        return low
    if low == "than" and finite_ahead(units, i + 1, 6) is None:
        return None  # "met for more than seven hours"
    if unit.pos == "sub" or low == "when":
        return low
    if (
        low == "that"
        and scene.opener in NOMINAL
        and scene.verb is None
        and units[i - 1].kind != "quotation"
        and finite_ahead(units, i + 1, 8) is not None
    ):
        return "which"
    if low == "that" and units[i - 1].low in STANCES and scene.verb is not None and finite_ahead(units, i + 1, 9) is not None:
        return low
    if low == "that" and scene.opener in LOOSE and _told_above(units, scene) and finite_ahead(units, i + 2, 8) is not None:
        return low
    if (
        low == "as"
        and scene.verb is not None
        and i + 1 < len(units)
        and is_mention(units[i + 1])
        and finite_ahead(units, i + 2, 3) is not None
    ):
        return low
    if low in FOLLOWS and i + 1 < len(units) and units[i + 1].low != "by" and any("meeting" in units[j].rows for j in scene.at):
        return "following"
    if low == "by" and [u.low for u in units[i + 1 : i + 3]] == ["the", "time"]:
        return "by the time"
    if _is_eve(units, i):
        return "ahead of"
    if low == "on" and any((u.rows.get("cue") or {}).get("sense") == "sidelines" for u in units[i + 1 : i + 4]):
        return "sidelines"
    if low == "for" and infinitive_behind(units, i) is not None:
        return low
    if low in ("at", "in", "for") and (scene.at or low != "for"):
        noun = meeting_ahead(units, i + 1)
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
            if units[i - 1].text in COMMAS and finite_ahead(units, k, 8) is not None:
                return "but"
    return None


def _is_eve(units: list[Unit], i: int) -> bool:
    """Whether a meeting is told of as the next: "on the eve of his meeting with X", "a prelude to talks with X". Of "the summit",
    which the text has told of, the talks before it are a part."""
    lows = [unit.low for unit in units[i : i + 5]]
    return (lows[:2] == ["prelude", "to"] and lows[2:3] != ["the"]) or (lows[2:4] == ["eve", "of"] and lows[4:] != ["the"])


def _told_above(units: list[Unit], scene: Scene) -> bool:
    """Whether `scene` hangs on a verb of saying or agreeing: "agreed at talks in Cairo that ..."."""
    above = scene_with_verb(scene)
    return above is not None and above.verb is not None and bool(units[above.verb].rows.keys() & {"report", "seal"})


def scene_with_verb(scene: Scene | None) -> Scene | None:
    """The scene or the nearest one above it that has its verb already."""
    while scene is not None and scene.verb is None:
        scene = scene.parent
    return scene
