"""The day that the sentence of a meeting gives it, and its length: "on Thursday", "a two-day visit", "wrapping up"."""

from __future__ import annotations

from datetime import date

from summitdb.extract.asides import clause_aside, gathering_beside
from summitdb.extract.clauses import is_possessor
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import lexical
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Unit

ENDING = frozenset({"ends", "concludes", "finishes", "closes", "wraps up", "winds up"})
FOUNDED = frozenset({"established", "founded", "created", "launched", "imposed", "severed", "annexed", "seized", "built"})
OVER = ("wrap", "end", "conclu", "finish", "clos", "complet", "wound", "wind", "round")
NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight")
DAYS = {word: n for n, numeral in enumerate(NUMERALS, 2) for word in (numeral, str(n))}
AFTERWARDS = frozenset({"after", "following", "during"})
SAID = frozenset({"report", "seal", "discuss"})


class Dating:
    """Dates the encounters of one sentence, from its `units`, what each depends on and its scenes; `opening` is where the text
    behind the dateline begins."""

    def __init__(self, units: list[Unit], depends: list[tuple[str, int]], scenes: list[Scene], opening: int) -> None:
        self.units = units
        self.depends = depends
        self.scenes = scenes
        self.opening = opening

    def day(self, scene: Scene, trigger: int) -> Unit | None:
        """The date nearest to `trigger` in its scene that can be the day of what is told there."""
        dates = [i for i in scene.at if self.units[i].kind == "date" and self._is_day(scene, i, trigger)]
        best = min(dates, key=lambda i: abs(i - trigger) + (2 if i < trigger else 0), default=None)
        if best is None:  # "the visit, which had been planned for February 25,"
            behind = clause_aside(self.scenes, scene, trigger) or gathering_beside(self.scenes, scene, trigger)
            return self.day(behind, trigger) if behind is not None else self._antecedent(scene)
        return self.units[best]

    def _is_day(self, scene: Scene, i: int, trigger: int) -> bool:
        """Whether the date at `i` can be the day of the meeting, and belongs to nothing else that is told there."""
        units, mention = self.units, self.units[i].value
        if units[i].start < self.opening or not mention.value or mention.in_name or _is_long(units[i]):
            return False
        if self.depends[i][0] in ("since", "by", "about", "under") and not _names_meeting(scene, i, trigger):
            return False
        if is_possessor(units, i) and not i < trigger < i + 6:
            return False
        if 0 < i < len(units) - 1 and units[i - 1].text == "(" and units[i + 1].text == ")" and i < trigger:
            return False  # "(17.03.2017) The two ministers met": it dates the line above
        of_paper = _names_paper(units, i) or (i > trigger and _is_of_paper(units, trigger, i))
        return not of_paper and not _modifies(units, i, trigger)

    def since(self, scene: Scene) -> Unit | None:
        """The date since which something goes on: "have been negotiating since early 2016"."""
        begun = next((s for s in self.scenes if s.parent is scene and s.opener == "since"), None)
        if begun is None or any(self.units[i].kind not in ("word", "date", "mark") for i in begun.at):
            return None
        return next((self.units[i] for i in begun.at if self.units[i].kind == "date" and self.units[i].value.value), None)

    def _antecedent(self, scene: Scene) -> Unit | None:
        """The date that a "when" clause tells of: "in April 2016, when X visited China"."""
        at = scene.at[0] if scene.opener == "when" else 0
        return next((unit for unit in self.units[max(0, at - 2) : at] if unit.kind == "date" and unit.value.value), None)

    def day_above(self, scene: Scene) -> Unit | None:
        """The day on which what was agreed or announced after the meeting was: "said on Thursday after talks with Y"."""
        above = scene.parent
        if above is None or above.verb is None or scene.opener not in AFTERWARDS:
            return None
        if not any(self.units[i].rows.keys() & SAID and "past" in self.units[i].tenses for i in above.at[:12]):
            return None
        day = self.day(above, scene.at[0])
        near = day is not None and self.units.index(day) <= above.verb + 4
        return day if near else None

    def is_announced_on(self, encounter: Encounter, scene: Scene, trigger: int, published: date | None) -> bool:
        """Whether the day is that on which the visit to come was announced: "announced the planned visit on Monday", "the visit
        was called off on Monday"."""
        day, verb = encounter.date, scene.verb
        if day is None or verb is None or day.value.direction == "future" or day.value.kind not in ("weekday", "relative"):
            return False
        behind = verb > trigger
        verb = lexical(self.units, verb) if behind else verb
        put_off = (self.units[verb].rows.get("cue") or {}).get("sense") in ("postponed", "cancelled")
        said = (put_off or "report" in self.units[verb].rows) and "past" in self.units[verb].tenses
        at = self.units.index(day)
        if behind and at < verb:
            return False  # "the visit on Monday was announced"
        past = published is not None and (day.value.value or "9") <= published.isoformat()
        return said and past and not any(self.units[i].low in ("to", "for") for i in range(max(trigger, verb), at))

    def length(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
        """How many days it lasts ("two-day visit", "two days of talks") and whether it is told of from its end."""
        units = self.units
        for i in range(max(0, trigger - 7), trigger):
            if units[i].low in DAYS and any(u.low in ("day", "days") for u in units[i + 1 : i + 3]):
                encounter.days = DAYS[units[i].low]
                encounter.ends = encounter.ends or scene.opener in ("after", "following")
            elif units[i].low in ("end", "close", "conclusion") or (
                units[i].low.startswith(OVER) and units[i].low.endswith("ing")
            ):
                encounter.ends = True
        verb = units[scene.verb].low if scene.verb is not None else ""
        if encounter.date is not None and (
            verb in ENDING or self.depends[units.index(encounter.date)][0] in ("through", "until", "till")
        ):
            encounter.until = encounter.date
            encounter.date = None
            return
        encounter.ends = encounter.ends or verb.startswith(OVER)


def _names_meeting(scene: Scene, i: int, trigger: int) -> bool:
    """Whether the date at `i` is that of the meeting itself: "since the 2010 NATO summit"."""
    return scene.opener == "since" and i < trigger < i + 6


def _modifies(units: list[Unit], i: int, trigger: int) -> bool:
    """Whether the date at `i` belongs to another noun: "the September 11 attacks", not "the June 5 summit"."""
    noun = units[i + 1] if i + 1 < len(units) else None
    if noun is None or not i or units[i - 1].low != "the" or i < trigger < i + 4:
        return False
    return noun.kind == "word" and noun.pos is None and not noun.tenses and noun.text[0].islower()


def _is_long(unit: Unit) -> bool:
    """Whether a date is a stretch of years: "the efforts of the past 20 years"."""
    first, last = unit.value.value, unit.value.end_value
    return bool(first and last) and unit.value.kind == "period" and first[:4] != last[:4]


def _names_paper(units: list[Unit], i: int) -> bool:
    """Whether the date at `i` names a document: "the June 15 Joint Declaration"."""
    behind = units[i + 1 : i + 4]
    if not behind or not (
        behind[0].kind in ("organization", "name") or (behind[0].kind == "word" and behind[0].text[0].isupper())
    ):
        return False
    return any("document" in u.rows or u.low.startswith("resolution") for u in behind)


def _is_of_paper(units: list[Unit], trigger: int, i: int) -> bool:
    """Whether the date at `i` says when something else was signed: "the talks touched on the treaty signed in 2014"."""
    for k in range(trigger + 1, i):
        if units[k].low in FOUNDED:
            return True
        if "seal" in units[k].rows and "part" in units[k].tenses and units[k - 1].pos != "aux":
            if units[k - 1].kind == "quotation" or any("document" in unit.rows for unit in units[max(trigger + 1, k - 3) : k]):
                return True
    return False
