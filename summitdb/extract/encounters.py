"""Encounters: each place where the text speaks of a meeting, visit or call, with what stands around it.

An encounter is not yet a summit: "the talks" of the third paragraph are the meeting of the first. `events` gathers them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from summitdb.extract.clauses import is_possessor
from summitdb.extract.document import Document
from summitdb.extract.moods import Mood, mood
from summitdb.extract.people import Person
from summitdb.extract.places import Place, dateline_place, place_at
from summitdb.extract.scenes import Scene, dependencies, divide, is_finite, subject
from summitdb.extract.triggers import VISITS, format_at, is_verb, leg, weight
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.tables import OrganizationEntry

TOPICAL = frozenset({"on", "about", "over", "regarding", "concerning", "against", "into", "despite", "under", "for", "since"})
SENDERS = frozenset({"leaders", "ministers", "officials", "representatives", "delegates", "delegations", "delegation", "negotiators",
                     "envoys", "diplomats", "heads", "presidents", "premiers", "experts", "team", "teams"})  # fmt: skip
ENDING = frozenset({"ends", "concludes", "finishes", "closes", "wraps up", "winds up"})
DAYS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8}
SETTINGS = frozenset({"for", "at", "in", "sidelines", "during"})
LINKED = ("meeting", "meet", "talk", "visit", "light", "travel", "host", "attend", "seal", "document", "discuss", "agree")
PARTY_KINDS = frozenset({"person", "role", "country", "body", "city"})


@dataclass(slots=True)
class Encounter:
    """One mention of a meeting. `trigger` is its word, `scene` the scene it stands in, `partner` an organization that takes part
    as a state does; `implied` says that only a joint act ("X and Y signed") shows that they met."""

    sentence: Sentence
    scene: Scene
    trigger: Unit
    format: str
    status: str = "held"
    recalled: bool = False
    people: list[tuple[Person, Unit]] = field(default_factory=list)
    countries: list[tuple[str, Unit]] = field(default_factory=list)
    organization: tuple[OrganizationEntry, Unit] | None = None
    partner: tuple[OrganizationEntry, Unit] | None = None
    place: Place | None = None
    host: Unit | None = None
    date: Unit | None = None
    name: tuple[int, int] | None = None
    definite: bool = False
    sidelines: bool = False
    implied: bool = False
    verbal: bool = False
    leg: str = ""
    arrives: bool = False
    days: int = 0
    ends: bool = False
    goes: bool = False
    until: Unit | None = None
    stops: list[Place] = field(default_factory=list)

    @property
    def codes(self) -> set[str]:
        return {code for code, _ in self.countries} | {p.country for p, _ in self.people if p.country}

    def add(self, unit: Unit) -> None:
        """Take the person, office, state or organization that `unit` names as a party."""
        role = unit.role
        if unit.people:
            for person in unit.people:
                if not person.role_form.startswith(("spoke", "analyst")) and all(person is not known for known, _ in self.people):
                    self.people.append((person, unit))
            return
        if role is not None and (role.former or role.form.startswith("spoke")):
            return
        if role is not None and role.organization is not None and role.plural:
            self.organization = self.organization or (role.organization, unit)
        codes = unit.countries if unit.kind in ("role", "body", "country") else unit.countries[:1]
        for code in codes:
            if code not in self.codes:
                self.countries.append((code, unit))


class Reader:
    """Reads the encounters of one sentence."""

    def __init__(self, doc: Document, sentence: Sentence) -> None:
        self.doc = doc
        self.sentence = sentence
        self.units = sentence.units
        self.depends = dependencies(sentence.units)
        self.scenes = divide(sentence.units)
        self.opening = doc.dateline.end if doc.dateline is not None else 0

    def encounters(self) -> list[Encounter]:
        found = []
        seen: dict[int, Encounter] = {}
        for scene in sorted(self.scenes, key=lambda s: s.depth):
            marks = [(i, form) for i in scene.at if (form := format_at(self.units, i))]
            if marks:
                first = marks[0][0]
                trigger, form = max(marks, key=lambda mark: (self._has_parties(mark[0]), weight(mark[1])))
                encounter = self._read(scene, first, trigger, form)
                if encounter is None:
                    continue
                above = seen.get(id(scene.parent))
                if above is not None and scene.opener in SETTINGS:
                    self._inherit(encounter, above)
                    if scene.opener in ("for", "at") and above.verbal and above.format == "visit" and encounter.organization is not None:
                        found = [e for e in found if e is not above]  # "travels to Baku for a summit of the ECO": one gathering attended
                seen[id(scene)] = encounter
                found += _stops(encounter) or _apart(encounter, units_low(self.units, scene))
        return found

    def _has_parties(self, i: int, links: tuple[str, ...] = ("between", "with")) -> bool:
        """Whether parties hang on the noun at `i`: "a meeting between the host of the summit and X"."""
        return "meeting" in self.units[i].rows and any(
            head == i and prep in links and self.units[k].kind in ("person", "role", "country", "body") for k, (prep, head) in enumerate(self.depends)
        )

    def _lacks_subject(self, encounter: Encounter, scene: Scene, first: int) -> bool:
        """Whether who received or visited stands in the scene above: "made the offer as he hosted the leaders of X and Y"."""
        own = {id(unit) for _, unit in encounter.people} | {id(unit) for _, unit in encounter.countries}
        return encounter.verbal and not any(i < first and id(self.units[i]) in own for i in scene.at) and "aux" not in {
            self.units[i].pos for i in scene.at if first - 2 <= i < first
        }

    def _drop_proposer(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
        """Who calls for talks between others takes no part in them."""
        head = {id(self.units[i]) for i in subject(self.units, self.depends, scene)}
        encounter.people = [(p, u) for p, u in encounter.people if id(u) not in head]
        encounter.countries = [(c, u) for c, u in encounter.countries if id(u) not in head]

    def _inherit(self, encounter: Encounter, above: Encounter) -> None:
        """Take day and place of a meeting from the scene it belongs to: "met in Sochi on Monday at a summit"."""
        encounter.date = encounter.date or above.date
        encounter.place = encounter.place or above.place

    def _read(self, scene: Scene, first: int, trigger: int, form: str) -> Encounter | None:
        units = self.units
        encounter = Encounter(self.sentence, scene, units[trigger], form, verbal="meeting" not in units[trigger].rows)
        encounter.sidelines = scene.opener == "sidelines"
        encounter.leg = leg(units, trigger)
        if form in VISITS and scene.verb is not None and not encounter.leg and leg(units, scene.verb) == "departure":
            encounter.leg = "departure"
        encounter.arrives = "travel" in units[first].rows and units[first].low.startswith("arriv")
        encounter.definite = any(u.low in ("the", "this", "their", "these", "his", "her", "its") for u in units[max(0, trigger - 2) : trigger])
        encounter.date = self._date(scene, trigger)
        encounter.goes = form in VISITS or bool(units[first].rows.keys() & {"travel", "visit"})
        self._length(encounter, scene, trigger)
        judged: Mood | None = mood(units, scene, trigger, encounter.date, self.doc.article.published_on)
        if judged is None:
            return None
        encounter.status, encounter.recalled = judged
        self._owners(encounter, trigger)
        for i in scene.at:
            if units[i].kind in PARTY_KINDS or units[i].people:
                if self._takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "organization":
                self._organization(encounter, i, trigger)
        self._place(encounter, scene, trigger)
        if encounter.status == "proposed" and self._has_parties(trigger, ("between",)) and len(encounter.codes) > 1:
            self._drop_proposer(encounter, scene, trigger)
        elif (len(encounter.codes) < 2 or self._lacks_subject(encounter, scene, first)) and not (encounter.organization and encounter.sidelines):
            absent = scene.parent is not None and any(units[i].pos == "neg" for i in scene.parent.at)
            for i in subject(units, self.depends, scene) if not absent else ():
                if i not in scene.at and units[i].low not in ("they", "both", "it"):
                    encounter.add(units[i])
            if scene.parent is not None and scene.opener in ("at", "in", "during", "after", "following"):
                self._addressed(encounter, scene.parent)
        self._name(encounter, trigger)
        return encounter

    def _addressed(self, encounter: Encounter, above: Scene) -> None:
        """Those spoken to in the scene above: "told the Russian president at a forum"."""
        for i in above.at:
            if above.verb is not None and i > above.verb and units_is_person(self.units[i]) and not self.depends[i][0] and i - above.verb <= 3:
                encounter.add(self.units[i])

    def _owners(self, encounter: Encounter, trigger: int) -> None:
        """Whose meeting it is: "Putin's visit", "his visit", "US-China talks", "the Iranian president's trip"."""
        units = self.units
        i = trigger - 1
        while i >= 0 and trigger - i <= 6:
            unit = units[i]
            if unit.text in ("'s", "’s", "'", "’"):
                if i and units[i - 1].kind in PARTY_KINDS:
                    encounter.add(units[i - 1])
                return
            if unit.pos == "poss":
                if unit.low in ("his", "her"):
                    encounter.add(unit)
                return
            if unit.kind == "organization":
                encounter.organization = encounter.organization or (unit.organization, unit) if unit.organization else encounter.organization
            elif unit.kind in ("national", "country") and not is_finite(units, i):
                if self.depends[i][0] in ("in", "at", "to") or (i and units[i - 1].pos == "prep"):
                    return
                for code in unit.countries[:1]:
                    if code not in encounter.codes:
                        encounter.countries.append((code, unit))
            elif unit.kind == "person" or unit.pos in ("prep", "aux", "modal", "det", "pron") or is_finite(units, i) or unit.kind in ("date", "quotation", "role", "city", "body"):
                return
            i -= 1

    def _takes_part(self, encounter: Encounter, scene: Scene, i: int, first: int, trigger: int) -> bool:
        """Whether the mention at `i` stands where a party stands: subject, object, behind "with", "between", "by", "of"."""
        units = self.units
        unit = units[i]
        if unit.low in ("his", "her", "its", "they", "it", "we", "both") or (is_possessor(units, i) and i + 2 < len(units) and i + 2 != trigger):
            return False
        prep, head = self.depends[i]
        if prep == "":
            if unit.kind == "city" and not unit.countries:
                return False
            if is_verb(units, first) and i > first and (scene.verb is None or scene.verb <= first):
                return encounter.format not in VISITS or unit.kind in ("country", "person", "role") or (unit.kind == "city" and i - first <= 2)
            if scene.verb is None or i < scene.verb:
                return scene.verb is not None or i < trigger
            governing = units[scene.verb]
            return bool(governing.rows.keys() & {"host", "invite", "meet"}) and unit.kind != "city"
        if unit.kind == "city" and prep not in ("with", "between"):
            return False
        above = units[head] if head >= 0 else None
        linked = above is not None and (head in (first, trigger) or bool(above.rows.keys() & set(LINKED)) or above.pos == "adv")
        if prep in ("with", "alongside", "between", "among", "amongst"):
            return linked or above is None or above.kind in ("date", "city")
        if prep == "of" and unit.kind == "person" and units[i - 1].low != "of" and units[i - 1].pos != "det":
            return i > trigger  # a title before the name: "with Head of the Department of Y Z"
        if prep == "of":
            return above is not None and (head == trigger or above.low in SENDERS or "groupnoun" in above.rows or above.kind in ("role", "body", "person"))
        if prep == "from":
            return above is not None and (above.low in SENDERS or above.kind in ("role", "body", "person")) and self._takes_part(encounter, scene, head, first, trigger)
        if prep == "by":
            return above is not None and (head == trigger or bool(above.tenses & {"part"}))
        if prep == "to":
            if unit.kind == "country" and encounter.format in VISITS:
                return linked
            return encounter.format == "call" and head == trigger
        return prep == "including" and unit.kind != "city"

    def _organization(self, encounter: Encounter, i: int, trigger: int) -> None:
        """The body that holds the gathering ("ASEAN summit", "summit of the GCC") or takes part in it ("talks with the EU")."""
        unit = self.units[i]
        if unit.organization is None:
            return
        prep, head = self.depends[i]
        if prep in ("with", "between") and head >= 0:
            encounter.partner = encounter.partner or (unit.organization, unit)
        elif prep == "of" and (head == trigger or (0 <= head < trigger and self.units[head].kind != "organization")):
            encounter.organization = encounter.organization or (unit.organization, unit)

    def _place(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
        best: tuple[int, Place] | None = None
        for i in scene.at:
            place = place_at(self.units, self.depends, i, encounter.goes)
            if self.units[i].low == "here":
                place = dateline_place(self.doc)
            if place is None:
                continue
            if place.visited:
                encounter.stops.append(place)
            distance = i - trigger if i > trigger else 2 * (trigger - i)
            if best is None or (place.city is not None and best[1].city is None) or (
                distance < best[0] and (place.city is None) == (best[1].city is None)
            ):
                best = distance, place
        if best is None:
            behind = self._aside(scene, trigger)
            if behind is not None:
                self._place(encounter, behind, trigger)
            return
        if encounter.leg == "departure":
            return
        encounter.place = best[1]
        if encounter.format in VISITS and best[1].country is not None and best[1].visited:
            encounter.host = best[1].unit
            if best[1].country not in encounter.codes:
                encounter.countries.append((best[1].country, best[1].unit))

    def _date(self, scene: Scene, trigger: int) -> Unit | None:
        dates = [
            i for i in scene.at
            if self.units[i].kind == "date" and self.units[i].start >= self.opening and self.units[i].value.value and not self.units[i].value.in_name
            and self.depends[i][0] not in ("since", "by", "about", "under")
        ]  # fmt: skip
        best = min(dates, key=lambda i: abs(i - trigger) + (2 if i < trigger else 0), default=None)
        if best is None:  # "the visit, which had been planned for February 25,"
            behind = self._aside(scene, trigger)
            return self._date(behind, trigger) if behind is not None else None
        return self.units[best]

    def _aside(self, scene: Scene, trigger: int) -> Scene | None:
        """The clause that tells more of the noun at `trigger`: ", which were to be held in Ohrid on Sunday"."""
        return next((s for s in self.scenes if s.parent is scene and s.opener == "which" and s.at and 0 < s.at[0] - trigger < 9), None)

    def _length(self, encounter: Encounter, scene: Scene, trigger: int) -> None:
        """How many days it lasts ("two-day visit", "two days of talks") and whether it is told of from its end."""
        units = self.units
        for i in range(max(0, trigger - 7), trigger):
            if units[i].low in DAYS and any(u.low in ("day", "days") for u in units[i + 1 : i + 3]):
                encounter.days = DAYS[units[i].low]
            elif units[i].low in ("end", "close", "conclusion"):
                encounter.ends = True
        verb = units[scene.verb].low if scene.verb is not None else ""
        if encounter.date is not None and (verb in ENDING or self.depends[units.index(encounter.date)][0] in ("through", "until", "till")):
            encounter.until = encounter.date
            encounter.date = None
            return
        encounter.ends = encounter.ends or verb.startswith(("wrap", "end", "conclu", "finish", "clos", "complet"))

    def _name(self, encounter: Encounter, trigger: int) -> None:
        """The gathering's name as the article has it: "16th BRICS Summit", "summit of the Gulf Cooperation Council"."""
        units = self.units
        left = trigger
        while left > 0 and trigger - left < 8:
            unit = units[left - 1]
            if unit.kind in ("organization", "name", "number", "region") or unit.text in ("-", "’", "'") or (
                unit.kind == "word" and (unit.text[0].isupper() and unit.pos not in ("det", "prep", "poss") or unit.text in ("th", "st", "nd", "rd", "'s", "’s"))
            ) or (unit.kind in ("country", "national") and left < trigger) or (unit.low in ("annual", "regular", "extraordinary", "emergency", "foreign", "ministers", "ministerial", "leaders")):
                left -= 1
            elif unit.kind == "role" and unit.role is not None and unit.role.plural and units[left].text in ("'", "’"):
                left -= 1
            else:
                break
        right = trigger
        if encounter.organization is not None and encounter.organization[1].start > units[trigger].end:
            right = next((i for i in range(trigger, min(trigger + 9, len(units))) if units[i] is encounter.organization[1]), trigger)
        while left < trigger and units[left].text in ("-", "'s", "’s", "'", "’"):
            left += 1
        named = any(u.kind in ("organization", "name") for u in units[left : right + 1])
        if named or units[trigger].text[0].isupper() and left < trigger:
            encounter.name = units[left].start, units[right].end


def units_low(units: list[Unit], scene: Scene) -> set[str]:
    return {units[i].low for i in scene.at}


def _stops(encounter: Encounter) -> list[Encounter]:
    """One visit for each country of a tour: "visits to Ethiopia, Nigeria and Kenya"."""
    hosts = list(dict.fromkeys(stop.country for stop in encounter.stops if stop.country))
    travellers = [code for code in encounter.codes if code not in hosts]
    if len(hosts) < 2 or not travellers or encounter.leg:
        return []
    parts = []
    for code in hosts:
        place = next((s for s in encounter.stops if s.country == code and s.city), None) or next(s for s in encounter.stops if s.country == code)
        people = [(p, u) for p, u in encounter.people if p.country not in hosts]
        countries = [(c, u) for c, u in encounter.countries if c not in hosts] + [(code, place.unit)]
        parts.append(replace(encounter, people=people, countries=countries, place=place, host=place.unit, stops=[place]))
    return parts


def _apart(encounter: Encounter, words: set[str]) -> list[Encounter]:
    """One encounter for each party of "spoke separately with A and B"; else the encounter itself."""
    if "separately" not in words or len(encounter.codes) < 3:
        return [encounter]
    parts: list[Encounter] = []
    own = encounter.people[0][0].country if encounter.people else encounter.countries[0][0]
    for code in [c for c in dict.fromkeys([p.country for p, _ in encounter.people] + [c for c, _ in encounter.countries]) if c and c != own]:
        people = [(p, u) for p, u in encounter.people if p.country in (own, code)]
        countries = [(c, u) for c, u in encounter.countries if c in (own, code)]
        parts.append(replace(encounter, people=people, countries=countries))
    return parts


def units_is_person(unit: Unit) -> bool:
    return unit.kind in ("person", "role")


def find_encounters(doc: Document) -> list[Encounter]:
    """Every mention of a meeting in the narrative, in text order. Quoted words are left out: what is said is not what happened."""
    found: list[Encounter] = []
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        if any(unit.rows.keys() & TELLING for unit in sentence.units):
            found += Reader(doc, sentence).encounters()
    return found


TELLING = frozenset({"meeting", "meet", "visit", "travel", "talk", "host"})
