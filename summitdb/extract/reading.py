"""Reading the encounters of a sentence: trigger, status, parties, place, day, length and name."""

from __future__ import annotations

from collections.abc import Iterable

from summitdb.extract.asides import clause_aside
from summitdb.extract.attendance import Attendance
from summitdb.extract.dating import Dating
from summitdb.extract.dependencies import dependencies
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import POSSESSIVE, is_finite, lexical
from summitdb.extract.gathering_names import name_span
from summitdb.extract.mood_constructions import in_passing
from summitdb.extract.moods import AHEAD, CLASS, OFF, mood
from summitdb.extract.participation import ROLL
from summitdb.extract.parties_meant import drop_before, drop_inviter, is_discussed, meet_counterpart, name_pair
from summitdb.extract.scene_division import divide
from summitdb.extract.scenes import Scene
from summitdb.extract.senders import several_states
from summitdb.extract.sport import is_sport, is_sports_page
from summitdb.extract.travellers import goes_privately, is_private
from summitdb.extract.triggers import BEARING, CALLS, SITTING, VISITS, format_at, weight
from summitdb.extract.units import Sentence, Unit
from summitdb.extract.visit_verbs import AWAITED, leg
from summitdb.extract.whereabouts import Whereabouts

REBELS = frozenset({
    "rebel", "rebels", "guerrilla", "guerrillas", "guerilla", "guerillas", "insurgents", "separatists", "secessionists",
    "militants", "faction", "factions", "warring",
})  # fmt: skip
SETTINGS = frozenset({"for", "at", "in", "sidelines", "during"})
DEFINITE = frozenset({"the", "this", "their", "these", "his", "her", "its"})
SEPARATE = frozenset({"separately", "separate", "individually", "individual"})
ARRIVAL = frozenset({"arrival"})
ATTENDED = frozenset({"attended", "joined"})
PRESENT = frozenset({"attendance", "present", "attending"})
TELLING = frozenset({"meeting", "meet", "visit", "travel", "talk", "host"})


class Reader:
    """Reads the encounters of one sentence."""

    def __init__(self, doc: Document, sentence: Sentence) -> None:
        self.doc = doc
        self.sentence = sentence
        self.units = sentence.units
        self.depends = dependencies(sentence.units)
        self.scenes = divide(sentence.units)
        self.attendance = Attendance(self.units, self.depends)
        self.dating = Dating(self.units, self.depends, self.scenes, doc.dateline.end if doc.dateline is not None else 0)
        self.whereabouts = Whereabouts(doc, self.units, self.depends, self.scenes)

    @classmethod
    def of(cls, doc: Document, sentence: Sentence) -> Reader:
        """The reader of a sentence, one for all who ask."""
        known = doc.readers.get(sentence.index)
        if known is None:
            known = doc.readers[sentence.index] = cls(doc, sentence)
        return known

    def encounters(self, telling: list[tuple[int, str]]) -> list[Encounter]:
        """The meetings that the words at the positions `telling` speak of, each with the format that it gives a meeting."""
        found: list[Encounter] = []
        seen: dict[int, Encounter] = {}
        for scene in sorted(self.scenes, key=lambda s: s.depth):
            marks = [mark for mark in telling if mark[0] in scene.at]
            if marks:
                first = marks[0][0]
                trigger, form = max(marks, key=self._weight) if len(marks) > 1 else marks[0]
                encounter = self._read(scene, first, trigger, form)
                if encounter is None:
                    continue
                above = seen.get(id(scene.parent))
                if above is not None and scene.opener in SETTINGS:
                    if scene.opener in ("for", "sidelines") and CLASS.get(above.status) == AHEAD and encounter.status == "held":
                        encounter.status, encounter.recalled = above.status, above.recalled
                    if CLASS.get(encounter.status) == CLASS.get(above.status):
                        encounter.date = encounter.date or above.date
                        encounter.place = encounter.place or above.place
                        encounter.several = encounter.several or above.several
                    if _is_purpose(encounter, above):
                        found = [e for e in found if e is not above]
                seen[id(scene)] = encounter
                found.append(encounter)
                encounter.separately = self._has(SEPARATE, scene.at)
        return found

    def _has(self, words: frozenset[str], positions: Iterable[int]) -> bool:
        """Whether one of the words stands at one of the positions."""
        return not self.sentence.lows.isdisjoint(words) and any(self.units[i].low in words for i in positions)

    def _weight(self, mark: tuple[int, str]) -> tuple[bool, bool, int, bool]:
        """How much a word for a meeting tells of it: most where its parties hang on it."""
        at, form = mark
        units = self.units
        return self.attendance.has_parties(at), not leg(units, at), weight(form), "meeting" in units[at].rows

    def _read(self, scene: Scene, first: int, trigger: int, form: str) -> Encounter | None:
        units = self.units
        encounter = Encounter(self.sentence, scene, units[trigger], form, verbal="meeting" not in units[trigger].rows)
        if encounter.verbal and form in VISITS and goes_privately(units, self.depends, scene, trigger):
            return None
        organization = units[trigger].organization
        if organization is not None:
            encounter.organization = (organization, units[trigger])
        encounter.sidelines = scene.opener == "sidelines"
        encounter.leg = leg(units, trigger)
        returned = scene.verb is not None and units[scene.verb].low.startswith("return") and leg(units, scene.verb) == "departure"
        if form in VISITS and not encounter.leg and returned:
            whole = not encounter.verbal and any(u.kind in ("country", "city") for u in units[trigger + 1 : trigger + 4])
            encounter.ends = whole  # "returned from a three-day visit to Kenya"
            encounter.leg = "" if whole else "departure"
        ahead = [i for i in scene.at if i < trigger]
        arriving = "travel" in units[first].rows and units[first].low.startswith("arriv")
        encounter.arrives = arriving or self._has(ARRIVAL, ahead)
        sense = (units[lexical(units, scene.verb)].rows.get("light") or {}).get("sense") if scene.verb is not None else None
        encounter.arrives = encounter.arrives or (
            form in VISITS and sense == "ongoing" and scene.verb is not None and scene.verb < trigger
        )
        encounter.definite = _is_definite(units, trigger)
        encounter.attended = self._is_attended(scene) or self._has(PRESENT, range(max(0, trigger - 5), trigger))
        encounter.date = self.dating.day(scene, trigger) or self.dating.day_above(scene)
        if encounter.date is None and scene.parent is not None and self.attendance.is_joined(scene):
            encounter.date = self.dating.day(scene.parent, scene.at[0])  # "will take part on Thursday in the meeting"
        encounter.goes = form in VISITS or bool(units[first].rows.keys() & {"travel", "visit", "host"})
        self.dating.length(encounter, scene, trigger)
        judged = mood(units, scene, trigger, encounter.date, self.doc.article.published_on)
        if judged is None:
            return None
        encounter.status, encounter.recalled = judged
        if CLASS.get(encounter.status) in (AHEAD, OFF) and self.dating.is_announced_on(
            encounter, scene, trigger, self.doc.article.published_on
        ):
            encounter.date = None
        if encounter.status == "ongoing":
            encounter.since = self.dating.since(scene)
        encounter.attends = any(i in ahead for i in self.sentence.places("attend"))
        present = scene.verb is not None and "s" in units[scene.verb].tenses
        encounter.assumed = judged == ("held", False) and present and not encounter.verbal and encounter.date is None
        if encounter.attended and scene.verb is not None and _attended_aside(units, trigger, scene.verb):
            encounter.status = "held"
        topical = not encounter.verbal and self.depends[trigger][0] in ("on", "about") and not self._is_on(scene, trigger, form)
        topical = topical and not (form in CALLS and units[scene.at[0]].low in ROLL)  # "joining them on the call"
        named = topical and any(u.low == "between" for u in units[trigger + 1 : trigger + 3])
        if topical and not named and encounter.status == "held":
            encounter.recalled = True  # "briefed leaders on his call with Putin"
        encounter.aside = not encounter.verbal and in_passing(units, trigger)
        self.attendance.take(encounter, scene, first, trigger)
        aside = clause_aside(self.scenes, scene, trigger)
        if aside is not None:
            self.attendance.take_featured(encounter, aside)
        encounter.several = several_states(self.sentence, self.depends, scene)
        encounter.civil = form == "negotiations" and not self.sentence.lows.isdisjoint(REBELS)
        self.whereabouts.settle(encounter, scene, trigger)
        if is_discussed(units, scene.verb, encounter, trigger):  # "they discussed the coming talks in Geneva": not theirs
            drop_before(encounter, units[scene.verb or 0].start)
        else:
            self.attendance.take_above(encounter, scene, first, trigger)
        if named:  # "the aide briefed reporters on the talks between A and B": he was not there
            drop_before(encounter, units[trigger].start)
        meet_counterpart(units, encounter, scene)
        name_pair(self.doc, units, encounter, trigger)
        drop_inviter(units, encounter, trigger)
        encounter.name = name_span(units, encounter, trigger)
        return None if form in VISITS and is_private(encounter) else encounter

    def _is_attended(self, scene: Scene) -> bool:
        """ "The meeting, attended by the ministers of four states": who took part is told."""
        units = self.units
        if self.sentence.lows.isdisjoint(ATTENDED):
            return False
        return any(units[i].low in ATTENDED and units[i + 1].low == "by" for i in scene.at if i + 1 < len(units))

    def _is_on(self, scene: Scene, trigger: int, form: str) -> bool:
        """ "Travelled to Poland on his first official trip", not "briefed them on his trip"."""
        if form not in VISITS or self.depends[trigger][0] != "on" or scene.verb is None:
            return False
        verb = self.units[lexical(self.units, scene.verb)]
        return "report" not in verb.rows and not verb.low.startswith(("brief", "comment", "remark", "elaborat"))


def _is_definite(units: list[Unit], trigger: int) -> bool:
    """Whether the noun is one told of already: "the two-day GCC summit", "their talks", "Monday's meeting"."""
    for i in range(trigger - 1, max(-1, trigger - 9), -1):
        unit = units[i]
        if unit.low in DEFINITE:
            return True
        if unit.text in POSSESSIVE:
            return i > 0 and units[i - 1].kind == "date"
        plain = unit.kind in ("word", "number", "organization", "national", "region", "name", "city") or unit.text == "-"
        if not plain or (unit.pos is not None and unit.pos != "word") or is_finite(units, i):
            return False
    return False


def _attended_aside(units: list[Unit], trigger: int, verb: int) -> bool:
    """ "Monday's meeting, also attended by X, is to prepare the summit"."""
    return any(units[i].low == "attended" for i in range(trigger, verb + 1))


def _is_purpose(encounter: Encounter, above: Encounter) -> bool:
    """Whether a gathering is what the journey above is made for: "travels to Baku for a summit of the ECO" is one event."""
    return (
        encounter.scene.opener in ("for", "at")
        and above.verbal
        and above.format == "visit"
        and encounter.organization is not None
    )


def _bearing(sentences: list[Sentence]) -> set[str]:
    """The words that can tell of a meeting without having a row for it."""
    words: set[str] = set().union(*[sentence.lows for sentence in sentences])
    return {low for low in words if low in BEARING or low.endswith(AWAITED)}


def _telling(sentence: Sentence, bearing: set[str]) -> list[tuple[int, str]]:
    """The positions of the units that speak of a meeting, by their rows or as the words `bearing`, each with the format that it
    gives the meeting."""
    found = sentence.places_of(TELLING)
    if not sentence.lows.isdisjoint(bearing):
        found.update(i for i, unit in enumerate(sentence.units) if unit.low in bearing)
    found.update(i for i, unit in sentence.named if unit.kind == "organization" and unit.low.endswith(SITTING))
    units = sentence.units
    return [(i, form) for i in sorted(found) if (form := format_at(units, i))]


def find_encounters(doc: Document, with_title: bool = False) -> list[Encounter]:
    """Every mention of a meeting in the narrative, and on demand in the title, in text order; quoted words are left out."""
    found: list[Encounter] = []
    if is_sports_page(doc):
        return found
    bearing = _bearing(doc.sentences)
    for sentence in doc.sentences:
        if sentence.role != "body" and not (with_title and sentence.role == "title"):
            continue
        telling = _telling(sentence, bearing)
        if telling and not is_sport(sentence):
            found += Reader.of(doc, sentence).encounters(telling)
    return found


def title_tells(doc: Document) -> bool:
    """Whether the title speaks of a meeting."""
    titles = [sentence for sentence in doc.sentences if sentence.role == "title"]
    bearing = _bearing(titles)
    return any(_telling(sentence, bearing) for sentence in titles)
