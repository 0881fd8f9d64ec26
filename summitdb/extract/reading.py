"""Reading the encounters of a sentence: trigger, status, parties, place, day, length and name."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count

from summitdb.extract.attendance import Attendance
from summitdb.extract.dependencies import dependencies
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import POSSESSIVE, is_finite, lexical
from summitdb.extract.gathering_names import name_span
from summitdb.extract.layers import WORDS_KEPT
from summitdb.extract.mood_constructions import in_passing
from summitdb.extract.moods import AHEAD, CLASS, mood
from summitdb.extract.places import Place, dateline_place, place_at
from summitdb.extract.scene_division import divide
from summitdb.extract.scenes import GATHERINGS, Scene
from summitdb.extract.sport import is_sport, is_sports_page
from summitdb.extract.triggers import BEARING, SITTING, VISITS, format_at, weight
from summitdb.extract.units import LOW, Sentence, Unit
from summitdb.extract.visit_verbs import AWAITED, leg

REBELS = frozenset({
    "rebel", "rebels", "guerrilla", "guerrillas", "guerilla", "guerillas", "insurgents", "separatists", "secessionists",
    "militants", "faction", "factions", "warring",
})  # fmt: skip
ENDING = frozenset({"ends", "concludes", "finishes", "closes", "wraps up", "winds up"})
FOUNDED = frozenset({"established", "founded", "created", "launched", "imposed", "severed", "annexed", "seized", "built"})
OVER = ("wrap", "end", "conclu", "finish", "clos", "complet", "wound", "wind", "round")
NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight")
DAYS = {word: n for n, numeral in enumerate(NUMERALS, 2) for word in (numeral, str(n))}
SETTINGS = frozenset({"for", "at", "in", "sidelines", "during"})
AFTERWARDS = frozenset({"after", "following"})
DEFINITE = frozenset({"the", "this", "their", "these", "his", "her", "its"})
SAID = frozenset({"report", "seal", "discuss"})
SEPARATE = frozenset({"separately", "separate", "individually", "individual"})
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
        self.opening = doc.dateline.end if doc.dateline is not None else 0

    @classmethod
    def of(cls, doc: Document, sentence: Sentence) -> Reader:
        """The reader of a sentence, one for all who ask."""
        known = doc.readers.get(sentence.index)
        if known is None:
            known = doc.readers[sentence.index] = cls(doc, sentence)
        return known

    def encounters(self, telling: list[int]) -> list[Encounter]:
        """The meetings that the words at the positions `telling` speak of."""
        if is_sport(self.units):
            return []
        found: list[Encounter] = []
        seen: dict[int, Encounter] = {}
        for scene in sorted(self.scenes, key=lambda s: s.depth):
            marks = [(i, form) for i in telling if i in scene.at and (form := format_at(self.units, i))]
            if marks:
                first = marks[0][0]
                trigger, form = max(
                    marks,
                    key=lambda mark: (
                        self.attendance.has_parties(mark[0]),
                        not leg(self.units, mark[0]),
                        weight(mark[1]),
                        "meeting" in self.units[mark[0]].rows,
                    ),
                )
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
                    if _is_purpose(encounter, above):
                        found = [e for e in found if e is not above]
                seen[id(scene)] = encounter
                found.append(encounter)
                encounter.separately = any(self.units[i].low in SEPARATE for i in scene.at)
        return found

    def _read(self, scene: Scene, first: int, trigger: int, form: str) -> Encounter | None:
        units = self.units
        encounter = Encounter(self.sentence, scene, units[trigger], form, verbal="meeting" not in units[trigger].rows)
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
        encounter.arrives = ("travel" in units[first].rows and units[first].low.startswith("arriv")) or any(
            units[i].low == "arrival" for i in scene.at if i < trigger
        )
        sense = (units[lexical(units, scene.verb)].rows.get("light") or {}).get("sense") if scene.verb is not None else None
        encounter.arrives = encounter.arrives or (
            form in VISITS and sense == "ongoing" and scene.verb is not None and scene.verb < trigger
        )
        encounter.definite = _is_definite(units, trigger)
        encounter.attended = any(
            units[i].low in ("attended", "joined") and units[i + 1].low == "by" for i in scene.at if i + 1 < len(units)
        ) or any(units[i].low in ("attendance", "present", "attending") for i in range(max(0, trigger - 5), trigger))
        encounter.date = self.date(scene, trigger) or self._date_above(scene)
        encounter.goes = form in VISITS or bool(units[first].rows.keys() & {"travel", "visit", "host"})
        self._length(encounter, scene, trigger)
        judged = mood(units, scene, trigger, encounter.date, self.doc.article.published_on)
        if judged is None:
            return None
        encounter.status, encounter.recalled = judged
        if encounter.status in ("planned", "proposed") and self._is_announced_on(encounter, scene, trigger):
            encounter.date = None
        encounter.attends = any("attend" in units[i].rows for i in scene.at if i < trigger)
        present = scene.verb is not None and "s" in units[scene.verb].tenses
        encounter.assumed = judged == ("held", False) and present and not encounter.verbal and encounter.date is None
        if encounter.attended and scene.verb is not None and _attended_aside(units, trigger, scene.verb):
            encounter.status = "held"
        topical = not encounter.verbal and self.depends[trigger][0] in ("on", "about") and not self._is_on(scene, trigger, form)
        named = topical and any(u.low == "between" for u in units[trigger + 1 : trigger + 3])
        if topical and not named and encounter.status == "held":
            encounter.recalled = True  # "briefed leaders on his call with Putin"
        encounter.aside = not encounter.verbal and in_passing(units, trigger)
        self.attendance.take(encounter, scene, first, trigger)
        encounter.several = self.attendance.numbered(scene)
        encounter.civil = form == "negotiations" and any(unit.low in REBELS for unit in units)
        self._place(encounter, scene, trigger)
        self.attendance.take_above(encounter, scene, first, trigger)
        if named:  # "the aide briefed reporters on the talks between A and B": he was not there
            encounter.people = [(p, u) for p, u in encounter.people if u.start > units[trigger].start]
            encounter.countries = [(c, u) for c, u in encounter.countries if u.start > units[trigger].start]
        encounter.name = name_span(units, encounter, trigger)
        return encounter

    def _place(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
        best: tuple[int, Place] | None = None
        for i in scene.at:
            place = place_at(self.units, self.depends, i, encounter.goes)
            if self.units[i].low == "here" and not self._departs(scene):
                place = dateline_place(self.doc, encounter.verbal and encounter.goes)
            if place is None:
                continue
            if place.visited:
                encounter.stops.append(place)
            distance = i - trigger if i > trigger else 2 * (trigger - i)
            if (
                best is None
                or (place.city is not None and best[1].city is None)
                or (distance < best[0] and (place.city is None) == (best[1].city is None))
            ):
                best = distance, place
        named = self._named_for(encounter, trigger) or self._antecedent(scene)
        if named is not None and (best is None or best[1].city is None):
            best = 0, named
        if best is None:
            behind = self._aside(scene, trigger)
            if behind is not None:
                self._place(encounter, behind, trigger)
            else:
                encounter.place = self._hosted(encounter, scene, trigger)
            return
        if encounter.leg == "departure":
            return
        encounter.place = best[1]
        if encounter.format in VISITS and best[1].country is not None and best[1].visited:
            encounter.host = best[1].unit
            if best[1].country not in encounter.codes:
                encounter.countries.append((best[1].country, best[1].unit))

    def _named_for(self, encounter: Encounter, trigger: int) -> Place | None:
        """The city that gives a gathering its name: "the Tashkent summit"."""
        before = self.units[trigger - 1] if trigger else None
        if before is None or before.kind != "city" or before.city is None or encounter.verbal:
            return None
        gathering = encounter.format in GATHERINGS or encounter.trigger.low in ("conference", "forum", "meeting")
        linked = trigger > 1 and (self.units[trigger - 2].text in ("-", "–", "/") or self.units[trigger - 2].low == "and")
        return Place(before.city.name, before.city.code, before) if gathering and not linked else None

    def _antecedent(self, scene: Scene) -> Place | None:
        """The place that a "where" clause tells of: "from Botswana, where he held talks"."""
        at = scene.at[0] if scene.at and scene.opener == "where" else 0
        for unit in reversed(self.units[max(0, at - 2) : at]):
            if unit.kind == "city" and unit.city is not None:
                return Place(unit.city.name, unit.city.code, unit)
            if unit.kind == "country" and unit.countries:
                return Place(None, unit.countries[0], unit)
        return None

    def _hosted(self, encounter: Encounter, scene: Scene, trigger: int) -> Place | None:
        """The state that hosts a meeting of others: "Kenya hosted a meeting of the ministers of Sudan and Chad"."""
        if scene.verb is None or encounter.verbal or trigger < scene.verb:
            return None
        if not self.units[lexical(self.units, scene.verb)].low.startswith("host"):
            return None
        own = next((self.units[i] for i in scene.at if i < (scene.verb or 0) and self.units[i].kind in ("country", "city")), None)
        if own is None or not own.countries:
            return None
        return Place(own.city.name if own.city is not None else None, own.countries[0], own)

    def _departs(self, scene: Scene) -> bool:
        """ "Left here on Sunday for a visit to Japan": what stands by the verb is not where the visit is."""
        return scene.verb is not None and self.units[scene.verb].low.startswith(("left", "leav", "depart"))

    def date(self, scene: Scene, trigger: int) -> Unit | None:
        dates = [
            i for i in scene.at
            if self.units[i].kind == "date" and self.units[i].start >= self.opening
            and self.units[i].value.value and not self.units[i].value.in_name
            and self.depends[i][0] not in ("since", "by", "about", "under") and not _names_paper(self.units, i)
            and not (self.units[i + 1 : i + 2] and self.units[i + 1].text in POSSESSIVE and not i < trigger < i + 6)
            and not (i > trigger and _is_of_paper(self.units, trigger, i))
        ]  # fmt: skip
        best = min(dates, key=lambda i: abs(i - trigger) + (2 if i < trigger else 0), default=None)
        if best is None:  # "the visit, which had been planned for February 25,"
            behind = self._aside(scene, trigger) or self._beside(scene, trigger)
            return self.date(behind, trigger) if behind is not None else None
        return self.units[best]

    def _date_above(self, scene: Scene) -> Unit | None:
        """The day on which what was agreed or announced after the meeting was: "said on Thursday after talks with Y"."""
        above = scene.parent
        if above is None or above.verb is None or scene.opener not in AFTERWARDS:
            return None
        if not any(self.units[i].rows.keys() & SAID and "past" in self.units[i].tenses for i in above.at[:12]):
            return None
        day = self.date(above, scene.at[0])
        near = day is not None and self.units.index(day) <= above.verb + 4
        return day if near else None

    def _aside(self, scene: Scene, trigger: int) -> Scene | None:
        """The clause that tells more of the noun at `trigger`: ", which were to be held in Ohrid on Sunday"."""
        return next(
            (s for s in self.scenes if s.parent is scene and s.opener == "which" and s.at and 0 < s.at[0] - trigger < 9), None
        )

    def _beside(self, scene: Scene, trigger: int) -> Scene | None:
        """The gathering beside which they met, for its day: "met on the margins of a summit in Laos in October"."""
        return next(
            (s for s in self.scenes if s.parent is scene and s.opener == "sidelines" and s.at and s.at[0] > trigger), None
        )

    def _is_announced_on(self, encounter: Encounter, scene: Scene, trigger: int) -> bool:
        """Whether the day is that on which the visit to come was announced: "announced the planned visit on Monday"."""
        day, verb = encounter.date, scene.verb
        if day is None or verb is None or day.value.direction == "future" or day.value.kind not in ("weekday", "relative"):
            return False
        said = "report" in self.units[verb].rows and "past" in self.units[verb].tenses and verb < trigger
        published = self.doc.article.published_on
        past = published is not None and (day.value.value or "9") <= published.isoformat()
        return said and past and not any(self.units[i].low in ("to", "for") for i in range(trigger, self.units.index(day)))

    def _is_on(self, scene: Scene, trigger: int, form: str) -> bool:
        """ "Travelled to Poland on his first official trip", not "briefed them on his trip"."""
        if form not in VISITS or self.depends[trigger][0] != "on" or scene.verb is None:
            return False
        verb = self.units[lexical(self.units, scene.verb)]
        return "report" not in verb.rows and not verb.low.startswith(("brief", "comment", "remark", "elaborat"))

    def _length(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
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


@lru_cache(WORDS_KEPT)
def _bears(low: str) -> bool:
    """Whether a word without a row for meetings can tell of one."""
    return low in BEARING or low.endswith(AWAITED)


def _telling(sentence: Sentence) -> list[int]:
    """The positions of the units that can be triggers."""
    found = set(compress(count(), map(_bears, map(LOW, sentence.units))))
    found.update(i for category in TELLING for i in sentence.places(category))
    found.update(i for i, unit in sentence.named if unit.kind == "organization" and unit.low.endswith(SITTING))
    return sorted(found)


def find_encounters(doc: Document, with_title: bool = False) -> list[Encounter]:
    """Every mention of a meeting in the narrative, and on demand in the title, in text order; quoted words are left out."""
    found: list[Encounter] = []
    if is_sports_page(doc):
        return found
    for sentence in doc.sentences:
        if sentence.role != "body" and not (with_title and sentence.role == "title"):
            continue
        telling = _telling(sentence)
        if telling:
            found += Reader.of(doc, sentence).encounters(telling)
    return found
