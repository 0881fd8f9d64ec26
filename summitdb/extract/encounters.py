"""Encounters: each place where the text speaks of a meeting, visit or call, with what stands around it.

An encounter is not yet a summit: "the talks" of the third paragraph are the meeting of the first. `summits` gathers them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from summitdb.extract.clauses import subject_before
from summitdb.extract.document import Document
from summitdb.extract.people import Person
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.tables import OrganizationEntry

TOPICAL = frozenset({"on", "about", "over", "regarding", "concerning", "against", "into", "amid", "despite", "including", "like",
                     "under", "off", "through", "throughout", "beyond", "behind", "toward", "towards", "via", "per", "within"})  # fmt: skip
PLACES = frozenset({"in", "at", "near", "outside"})
VISITS = frozenset({"visit", "state_visit", "official_visit", "working_visit"})
CALLS = frozenset({"call", "video_conference"})


@dataclass(slots=True)
class Encounter:
    """One mention of a meeting. `trigger` is its word; `cues` the senses around it (future, past, cancelled ...)."""

    sentence: Sentence
    trigger: Unit
    format: str
    people: list[tuple[Person, Unit]] = field(default_factory=list)
    countries: list[tuple[str, Unit]] = field(default_factory=list)
    organization: tuple[OrganizationEntry, Unit] | None = None
    place: Unit | None = None
    host: Unit | None = None
    date: Unit | None = None
    name: tuple[int, int] | None = None
    cues: dict[str, Unit] = field(default_factory=dict)
    definite: bool = False
    verbal: bool = False
    sidelines: bool = False

    @property
    def codes(self) -> set[str]:
        return {code for code, _ in self.countries}


def governors(units: list[Unit]) -> list[str]:
    """For each unit the preposition it depends on, '' where it depends on none. A comma, a verb or a conjunction with a new
    subject frees what follows; "and" keeps the preposition ("between Peru and Chile")."""
    found: list[str] = []
    current = ""
    for i, unit in enumerate(units):
        if unit.pos == "prep" or unit.low == "to":
            current = unit.low
        elif unit.text in (",", ";", ":", "—", "–", "--") or unit.kind == "quotation" or unit.pos in ("rel", "sub", "aux", "modal"):
            following = units[i + 1] if i + 1 < len(units) else None
            listed = unit.text == "," and following is not None and following.kind in ("country", "person") and current in ("between", "with", "of", "from", "by")
            if not listed:
                current = ""
        elif unit.tenses & {"past", "s"} and unit.kind == "word" and i and units[i - 1].pos not in ("det", "word", "poss"):
            current = ""
        found.append(current)
    return found


def _segments(units: list[Unit]) -> list[tuple[int, int]]:
    """The stretches of a sentence that may tell of different meetings: cut before "ahead of", "on the sidelines", "during", and at
    a clause that begins a new predicate in another time."""
    cuts = [0]
    for i in range(1, len(units)):
        low = units[i].low
        if low in ("ahead", "ahead of", "following", "during", "where", "when", "which", "while", "before", "after", "since", "as") and (
            units[i].pos in ("prep", "sub", "rel") or low in ("ahead", "ahead of", "following", "during")
        ):
            cuts.append(i)
        elif units[i].get("cue") and (units[i].get("cue") or {})["sense"] == "sidelines":
            j = i
            while j > 0 and units[j - 1].pos in ("det", "prep"):
                j -= 1
            cuts.append(j)
        elif units[i].text == ";":
            cuts.append(i)
        elif low in ("and", "but") and units[i - 1].text == "," and i + 1 < len(units):
            cuts.append(i)
        elif low in ("for", "at") and i + 3 < len(units) and any(u.get("meeting") for u in units[i + 1 : i + 7]) and any(
            u.get("meeting") or u.get("travel") or u.get("meet") for u in units[max(0, i - 8) : i]
        ):
            cuts.append(i)
    cuts = sorted(set(cuts))
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(units)], strict=True) if b > a]


def _trigger(units: list[Unit], i: int) -> str | None:
    """The format of the meeting that the unit at `i` speaks of, None where it speaks of none."""
    unit = units[i]
    if unit.kind != "word" or unit.entry is None:
        return None
    meet, visit, talk, noun = unit.get("meet"), unit.get("visit"), unit.get("talk"), unit.get("meeting")
    before = units[i - 1] if i else None
    after = units[i + 1] if i + 1 < len(units) else None
    if noun is not None:
        if unit.low in ("visit", "tour", "call", "phone", "telephone", "stay") and before is not None and (before.low == "to" or before.pos == "modal"):
            return "visit" if unit.low in ("visit", "tour") else None
        if unit.low in ("calls", "call") and after is not None and after.low in ("for", "on"):
            return None
        if unit.low in ("phone", "telephone"):
            return "call" if before is not None and before.low in ("by", "over", "the", "via") else None
        if after is not None and after.text == "'" or (before is not None and before.low in ("news", "press", "emergency") and unit.low == "conference"):
            return None
        return noun["format"]
    if meet is not None and unit.tenses:
        if before is not None and before.low == "to" and i > 1 and units[i - 2].low in ("needs", "need", "failed", "order"):
            return None
        return meet["value"]
    if visit is not None and unit.tenses:
        return "visit"
    if unit.get("travel") and unit.low.startswith(("arriv", "travel", "fly", "flew", "flown")):
        return "visit" if any(u.low in ("in", "to", "for") for u in units[i + 1 : i + 3]) else None
    if talk is not None and unit.tenses & {"past", "part"} and after is not None:
        nearby = units[i + 1 : i + 12]
        remote = any(u.low in ("phone", "telephone", "video link", "video", "call") for u in nearby)
        if unit.low in ("phoned", "telephoned"):
            return "call"
        if remote:
            return "video_conference" if any(u.low.startswith("video") for u in nearby) else "call"
        if after.low in ("with", "separately") or (after.pos == "adv" and i + 2 < len(units) and units[i + 2].low == "with"):
            return "call"
        return None
    host = unit.get("host")
    if host is not None and unit.tenses & {"past", "s"} and unit.low.startswith(("receiv", "welcom", "greet")):
        return "meeting" if after is not None and (after.kind in ("person", "role")) else None
    return None


def _collect(encounter: Encounter, units: list[Unit], begin: int, end: int, trigger: int, gov: list[str]) -> None:
    """Fill an encounter from units `begin` to `end` of its sentence."""
    for i in range(begin, end):
        unit = units[i]
        row = unit.get("cue")
        if row is not None and unit.kind == "word":
            encounter.cues.setdefault(row["sense"], unit)
        elif unit.pos == "modal" and unit.low in ("will", "would", "shall"):
            encounter.cues.setdefault("future", unit)
        preposition = gov[i]
        if unit.kind == "date":
            if encounter.date is None or abs(i - trigger) < abs(units.index(encounter.date) - trigger):
                encounter.date = unit
        elif unit.kind == "city":
            visited = preposition == "to" and encounter.format in VISITS
            if (preposition in PLACES or preposition == "of" or visited) and (encounter.place is None or i > trigger and encounter.place.start < encounter.trigger.start):
                encounter.place = unit
                if visited:
                    encounter.host = unit
        elif preposition in TOPICAL:
            continue
        elif unit.kind in ("person", "role") or (unit.kind == "word" and unit.people):
            if unit.low in ("his", "her"):
                continue
            for person in unit.people:
                if all(person is not known for known, _ in encounter.people):
                    encounter.people.append((person, unit))
            if unit.kind == "role" and unit.role is not None and not unit.people and not unit.role.former:
                for code in unit.countries:
                    if code not in encounter.codes:
                        encounter.countries.append((code, unit))
            if unit.kind == "role" and unit.role is not None and unit.role.organization and encounter.organization is None and unit.role.plural:
                encounter.organization = (unit.role.organization, unit)
        elif unit.kind == "country":
            if preposition in PLACES:
                if encounter.host is None:
                    encounter.host = unit
            else:
                if preposition == "to":
                    encounter.host = unit
                if unit.countries and unit.countries[0] not in encounter.codes:
                    encounter.countries.append((unit.countries[0], unit))
        elif unit.kind == "national" and abs(i - trigger) <= 3 and i < trigger:
            for code in unit.countries[:1]:
                if code not in encounter.codes:
                    encounter.countries.append((code, unit))
        elif unit.kind == "organization" and unit.organization is not None:
            near = -4 <= i - trigger <= 5
            if near and encounter.organization is None and preposition in ("", "of", "at", "for", "to", "with", "by", "in"):
                encounter.organization = (unit.organization, unit)


def find_encounters(doc: Document) -> list[Encounter]:
    """Every mention of a meeting in the narrative, in text order. Quoted words are left out: what is said is not what happened."""
    found: list[Encounter] = []
    for sentence in doc.sentences:
        units = sentence.units
        triggers = [(i, form) for i in range(len(units)) if (form := _trigger(units, i))]
        if not triggers:
            continue
        gov = governors(units)
        for number, (begin, end) in enumerate(_segments(units)):
            inside = [(i, form) for i, form in triggers if begin <= i < end]
            if not inside:
                continue
            trigger, form = inside[0]
            for i, other in inside[1:]:  # the more telling word: "held talks during an official visit"
                if _weight(other) > _weight(form):
                    trigger, form = i, other
            unit = units[trigger]
            encounter = Encounter(sentence, unit, form, verbal=unit.get("meeting") is None)
            encounter.definite = trigger > 0 and any(u.low in ("the", "this", "their", "these", "his", "her") for u in units[max(begin, trigger - 2) : trigger])
            subject = subject_before(units, inside[0][0])
            if subject is not None and not begin <= subject < end:
                _collect(encounter, units, subject, subject + 1, subject, gov)
            _collect(encounter, units, begin, end, trigger, gov)
            encounter.sidelines = "sidelines" in encounter.cues
            _ = number
            found.append(encounter)
    return found


WEIGHT = {"state_visit": 9, "official_visit": 8, "working_visit": 8, "video_conference": 7, "summit": 6, "ministerial": 6, "call": 5, "visit": 4,
          "negotiations": 3, "meeting": 2}  # fmt: skip


def _weight(form: str) -> int:
    return WEIGHT.get(form, 0)
