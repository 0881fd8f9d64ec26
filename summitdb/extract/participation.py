"""Who stands where a party of a meeting stands: subject, object, behind "with", "between", "by", "of"."""

from __future__ import annotations

from summitdb.extract.clauses import is_possessor
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import is_finite, lexical
from summitdb.extract.places import is_of_realm
from summitdb.extract.scenes import Scene
from summitdb.extract.senders import SENDERS, STATES
from summitdb.extract.triggers import VISITS, is_verb
from summitdb.extract.units import Unit

LINKED = frozenset(
    {"meeting", "meet", "talk", "visit", "light", "travel", "host", "attend", "seal", "document", "discuss", "agree"}
)
INVERTED = frozenset({"said", "says", "added", "declared", "announced", "stated", "noted", "stressed", "remarked"})
# "Joining the president on the call were X and Y"; "the summit brought together X and Y".
ROLL = frozenset({"joining", "attending", "present", "participating", "accompanying", "representing", "among", "also"})
GATHERING = frozenset(
    {
        "brought together",
        "brings together",
        "bringing together",
        "brought",
        "brings",
        "gathers",
        "gathered",
        "drew",
        "draws",
        "united",
        "unites",
        "featured",
        "features",
        "involved",
        "involves",
        "assembled",
        "assembles",
    }
)
JOINING = frozenset({"participation", "attendance", "involvement", "presence"})
CALLING = frozenset({"call", "calls", "called", "courtesy call", "farewell call"})
SPANS = frozenset({"hour", "hours", "minutes", "days", "day", "time", "times", "occasions"})  # "met for hours with Y"
MEDIATING = ("facilitat", "broker", "mediat", "sponsor")  # "a deal brokered by China"


def is_mediator(units: list[Unit], i: int) -> bool:
    """Whether what stands at `i` only brought others together: "a deal brokered by China"."""
    by = next((k for k in range(i - 1, max(0, i - 4), -1) if units[k].low == "by"), 0)
    return by > 0 and units[by - 1].low.startswith(MEDIATING)


class Participation:
    """Tells of the mentions of one sentence whether they take part, from its `units` and what each depends on."""

    def __init__(self, units: list[Unit], depends: list[tuple[str, int]]) -> None:
        self.units = units
        self.depends = depends

    def takes_part(self, encounter: Encounter, scene: Scene, i: int, first: int, trigger: int) -> bool:
        """Whether the mention at `i` stands where a party stands: subject, object, behind "with", "between", "by", "of"."""
        units = self.units
        unit = units[i]
        if unit.low in ("his", "her", "its", "they", "it", "we", "both") or (
            is_possessor(units, i) and i + 2 < len(units) and i + 2 != trigger
        ):
            return False
        if unit.kind == "person" and any(u.low in ("message", "letter") for u in units[i + 1 : i + 5]):
            return False  # ", in a message read out at the ceremony, said"
        if unit.kind == "country" and is_of_realm(units, self.depends, i):
            return False
        prep, head = self.depends[i]
        if prep and prep == scene.opener and scene.verb is not None and i < scene.verb and head < scene.at[0]:
            prep = ""  # "after Bush had talks with Y"
        paired = i > 0 and units[i - 1].text in ("-", "–", "/")
        if unit.kind == "city" and i + 1 == trigger and not paired:
            return False  # "the Tashkent summit", not "Moscow-Ankara talks"
        if prep == "":
            return self._stands_bare(encounter, scene, i, first, trigger)
        return self._stands_behind(prep, encounter, scene, i, first, trigger)

    def _stands_bare(self, encounter: Encounter, scene: Scene, i: int, first: int, trigger: int) -> bool:
        """Whether the mention at `i`, without a preposition, is subject or object of the meeting: "X met Y", "said X"."""
        units = self.units
        unit = units[i]
        if unit.kind == "city" and not unit.countries:
            return False
        if i > first and self._is_of_purpose(first, i):
            return False
        if is_verb(units, first) and i > first and (scene.verb is None or scene.verb <= first):
            return (
                encounter.format not in VISITS
                or unit.kind in ("country", "person", "role")
                or (unit.kind == "city" and i - first <= 2)
            )
        if scene.verb is None or i < scene.verb:
            return scene.verb is not None or i < trigger
        if i == scene.verb + 1 and i < trigger and units[scene.verb].low in INVERTED:
            return True
        if units[scene.at[0]].low in ROLL and units[scene.verb].low in ("is", "are", "was", "were"):
            return unit.kind in ("person", "role")
        governing = units[lexical(units, scene.verb)]
        if governing.low in GATHERING:
            return unit.kind != "city"
        return bool(governing.rows.keys() & {"host", "invite", "meet"}) and unit.kind != "city"

    def _stands_behind(self, prep: str, encounter: Encounter, scene: Scene, i: int, first: int, trigger: int) -> bool:
        """Whether the mention at `i` takes part by its preposition: "talks with X", "a call from Y", "hosted by Z"."""
        units = self.units
        unit = units[i]
        head = self.depends[i][1]
        if unit.kind == "city" and prep not in ("with", "between"):
            return False
        above = units[head] if head >= 0 else None
        linked = above is not None and (head in (first, trigger) or bool(above.rows.keys() & LINKED) or above.pos == "adv")
        if prep in ("with", "alongside", "between", "among", "amongst"):
            arranged = scene.verb is not None and trigger < scene.verb <= head <= scene.verb + 3  # "a meeting was arranged with"
            return linked or arranged or above is None or above.kind in ("date", "city") or above.low in SPANS
        if prep == "of" and unit.kind == "person" and units[i - 1].low != "of" and units[i - 1].pos != "det":
            return i > trigger  # a title before the name: "with Head of the Department of Y Z"
        if prep == "of" and above is not None and above.low in JOINING:
            return True  # "with the participation of X, Y and Z"
        if prep == "of":
            return above is not None and (
                head == trigger or above.low in SENDERS or "groupnoun" in above.rows or above.kind in ("role", "body", "person")
            )
        if prep == "from":
            if encounter.format == "call" and head == trigger:
                return True
            return (
                above is not None
                and (above.low in SENDERS or above.kind in ("role", "body", "person"))
                and self.takes_part(encounter, scene, head, first, trigger)
            )
        if prep == "by":
            made = encounter.format in VISITS and trigger < i and not any(is_finite(units, k) for k in range(trigger + 1, i))
            if above is None or is_mediator(units, i):
                return False
            return head == trigger or made or bool(above.tenses & {"part"}) or above.low.endswith("ed")
        if prep in ("on", "upon"):
            return above is not None and above.low in CALLING
        if prep == "to":
            if unit.kind == "country" and encounter.format in VISITS:
                return linked
            invited = above is not None and above.low.startswith("invit") and unit.kind != "city"
            return (encounter.format == "call" and head == trigger) or invited
        if prep != "including" or unit.kind == "city":
            return False
        return (
            unit.kind != "country"
            or above is None
            or above.kind in ("role", "person", "country", "group", "body")
            or (above.low in SENDERS | STATES or "groupnoun" in above.rows)
        )

    def _is_of_purpose(self, first: int, i: int) -> bool:
        """Whether the mention at `i` is what they met for: "met to discuss Somalia", not "flew in to meet the president"."""
        verb = next(
            (k for k in range(i - 1, first + 1, -1) if "base" in self.units[k].tenses and self.units[k - 1].low == "to"), None
        )
        return verb is not None and not self.units[verb].rows.keys() & {"meet", "visit", "host", "talk", "attend", "invite"}
