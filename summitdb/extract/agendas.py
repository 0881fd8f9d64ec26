"""Agendas: what each meeting of an article was about, from the passages that tell of it."""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.events import GATHERINGS, Event
from summitdb.extract.moods import CLASS, DONE
from summitdb.extract.topics import Found, Weighed, Weights, heaviest, weigh
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.uses import words

# The field that a meeting on a narrower one is also on.
ALSO_ON = {
    **dict.fromkeys(("oil", "gas", "electricity", "nuclear_energy"), "energy"),
    **dict.fromkeys(("rail", "road", "logistics"), "transport"),
}
JOINING = "regional_cooperation"
BE = frozenset({"was", "were", "been", "be", "are", "is", "being"})
GOING_ON = frozenset({"they", "two", "both", "sides", "pair", "leaders", "ministers", "presidents", "parties"})
TALKS = frozenset({"talks", "discussions", "negotiations"})
# How much sooner or later than the weight of its words says a coder names a field: what is only mentioned weighs less.
LEANING = {
    "security": 1.4, "trade": 1.4, "humanitarian": 1.3, "investment": 1.2, "logistics": 1.2, "rail": 1.15,
    "regional_cooperation": 0.75, "finance": 0.8, "defence": 0.8, "counter_terrorism": 0.75, "industry": 0.8,
    "law_enforcement": 0.8, "agriculture": 0.9,
}  # fmt: skip


class Agendas(Struct):
    """Which sentences tell of which meeting: `told` by the sentence's number, `owner` the meeting that the sentence tells of or
    goes on with, `going_on` the latter sentences by meeting. The meeting that the article is about, `lead`, has the rest."""

    doc: Document
    lead: Event | None
    told: dict[int, list[tuple[Event, Encounter]]] = field(default_factory=dict)
    owner: dict[int, Event] = field(default_factory=dict)
    going_on: dict[int, list[Sentence]] = field(default_factory=dict)

    def topics(self, event: Event) -> list[Found]:
        """The topics of a meeting, weightiest first, each with the characters of the first word that tells of it."""
        if event is not self.lead:
            return heaviest(_leaning(weigh(self.doc, self._of_other(event))), 0.6, 0.35, 4)
        weights = _leaning(weigh(self.doc, self._of_lead(event)))
        if event.organization is not None and event.format in GATHERINGS and JOINING in weights:
            total, *rest = weights[JOINING]
            weights[JOINING] = (2 * total, *rest)  # type: ignore[assignment]
        found = heaviest(weights, 1.2, 0.22, 7)
        named = {topic for topic, _, _ in found}
        for topic, start, end in found[:2]:
            wider = ALSO_ON.get(topic)
            if wider is not None and wider not in named:
                named.add(wider)
                found.append((wider, start, end))
        return found

    def _of_lead(self, event: Event) -> list[Weighed]:
        """The whole narrative but what tells of other meetings, each sentence by its weight, more behind the word that announces
        subjects."""
        spans: list[Weighed] = []
        place = 0
        for sentence in self.doc.sentences:
            here = {id(e) for e, _ in self.told.get(sentence.index, ())}
            own, old = self.owner.get(sentence.index, event) is event, _is_old(self.doc, sentence)
            factor = _weight(sentence, id(event) in here, place) * (0.4 if old else 1.0) * (1.0 if own else 0.3)
            place += sentence.role == "body"
            cue = _cue(sentence)
            at = cue.start if cue is not None else sentence.end
            spans += [(sentence.start, at, factor), (at, sentence.end, 1.2 * factor)]
            discussed = _discussed(sentence) if own else None
            if discussed is not None:
                spans.append((*discussed, 0.4 if old else 1.0))
        return spans

    def _of_other(self, event: Event) -> list[Weighed]:
        """What stands behind the words for a meeting told in passing, up to the next meeting, and, of one that was held, the
        sentences that go on with it ("The two discussed ...")."""
        fresh = CLASS[event.status] == DONE and not event.recalled
        spans: list[Weighed] = []
        for encounter in event.encounters:
            sentence, units = encounter.sentence, encounter.sentence.units
            at = next((i for i, unit in enumerate(units) if unit is encounter.trigger), 0)
            begin = units[max(0, at - 2)].start if fresh else _subjects(units, at)
            other = next((u for u in units[at + 1 :] if u.kind == "word" and "meeting" in u.rows and u.low not in TALKS), None)
            end = other.start if other is not None else sentence.end
            if begin < end:
                spans.append((begin, end, 1.0))
        if fresh:
            spans += [(sentence.start, sentence.end, 0.9) for sentence in self.going_on.get(id(event), ())]
        return spans


def agendas(doc: Document, events: list[Event]) -> Agendas:
    """The passages of an article's meetings: a sentence that tells of one, and those behind it that go on with it, by their
    paragraph, by "the two sides" or by a state that takes part in this meeting alone."""
    lead = next((event for event in events if event.lead), None)
    found = Agendas(doc, lead)
    for event in events:
        for encounter in event.encounters:
            found.told.setdefault(encounter.sentence.index, []).append((event, encounter))
    own = _own_states(events)
    current: Event | None = None
    paragraph = -1
    for sentence in doc.sentences:
        if sentence.role == "title":
            continue
        here = found.told.get(sentence.index)
        if here:
            current = next((event for event, _ in here if event.parent is not None), here[-1][0])
        else:
            named = {id(own[code]): own[code] for unit in sentence.units for code in unit.countries if code in own} if own else {}
            if len(named) == 1:
                current = next(iter(named.values()))
            elif sentence.paragraph != paragraph and not ({u.low.split(" ")[-1] for u in sentence.units[:3]} & GOING_ON):
                current = None
        paragraph = sentence.paragraph
        if current is not None:
            found.owner[sentence.index] = current
            if not here:
                found.going_on.setdefault(id(current), []).append(sentence)
    return found


def _own_states(events: list[Event]) -> dict[str, Event]:
    """By state, the meeting that it alone takes part in, where an article tells of several that were held."""
    held = [event for event in events if CLASS[event.status] == DONE and not event.recalled]
    if len(held) < 2:
        return {}
    found: dict[str, Event] = {}
    shared: set[str] = set()
    for event in events:
        for code in event.countries:
            if code in found:
                shared.add(code)
            found[code] = event
    return {code: event for code, event in found.items() if code not in shared and any(event is e for e in held)}


def _subjects(units: list[Unit], at: int) -> int:
    """Where the subjects of the meeting at `at` begin: the words before it in its noun phrase ("trade talks"), or what "on" or
    "to discuss" behind it announce; else the end of the sentence."""
    announcing = words("document", "announcing")
    if at and units[at - 1].kind == "word" and units[at - 1].pos is None:
        return units[at - 1].start
    for i in range(at + 1, min(len(units), at + 14)):
        unit = units[i]
        if (unit.low in ("on", "about", "over") and i < at + 3) or "discuss" in unit.rows or unit.low in announcing:
            return unit.start
    return units[-1].end


def _discussed(sentence: Sentence) -> tuple[int, int] | None:
    """The characters of what a sentence says was discussed: "discussed trade and fishing with"; "energy and trade were
    discussed"."""
    units = sentence.units
    for i in sentence.places("discuss"):
        unit = units[i]
        if unit.kind != "word" or not unit.tenses:
            continue
        if i and units[i - 1].low in BE:
            return units[0].start, unit.start
        end = i + 1
        while end < len(units) and not _closes(units[end]):
            end += 1
        if end > i + 1:
            return units[i + 1].start, units[end - 1].end
    return None


def _closes(unit: Unit) -> bool:
    """Whether a unit ends the list of what was discussed."""
    return (
        unit.text in (";", ":")
        or unit.kind == "quotation"
        or unit.pos in ("rel", "sub", "modal")
        or unit.low in ("that", "said", "after", "before", "during", "with")
    )


def _cue(sentence: Sentence) -> Unit | None:
    """The first word that announces subjects: "discussed trade", "signed", "cooperation in energy and transport"."""
    announcing = words("document", "announcing")
    if sentence.lows.isdisjoint(announcing) and not sentence.places("discuss") and not sentence.places("seal"):
        return None
    for unit in sentence.units:
        if unit.kind == "word" and (unit.low in announcing or "discuss" in unit.rows or "seal" in unit.rows):
            return unit
    return None


def _weight(sentence: Sentence, encountered: bool, place: int) -> float:
    """How much a sentence counts for the meeting that the article is about: its title and lead most, what is quoted least."""
    if sentence.role == "title":
        return 1.4
    factor = 1.4 if place == 0 else 1.1 if place < 3 else 0.8
    if encountered or sentence.places("discuss"):
        return factor
    if sentence.places("document") or sentence.places("report"):
        return 0.7 * factor
    return 0.9 * factor


def _is_old(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence tells of an earlier year: background."""
    day = doc.article.published_on
    return day is not None and any(
        u.kind == "date" and u.value.value and u.value.value[:4] < str(day.year) for _, u in sentence.named
    )


def _leaning(weights: dict[str, Weights]) -> dict[str, Weights]:
    return {topic: (total * LEANING.get(topic, 1.0), *rest) for topic, (total, *rest) in weights.items()}  # type: ignore[misc]
