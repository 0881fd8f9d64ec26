"""Agendas: what each meeting of an article was about, from the passages that tell of it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from summitdb.extract.announced import announced
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.events import Event
from summitdb.extract.moods import CLASS, DONE
from summitdb.extract.topics import Found, Weighed, Weights, heaviest, of_name, weigh
from summitdb.extract.units import Sentence

OFFICES = frozenset({"role", "person"})
GOING_ON = frozenset({"they", "two", "both", "sides", "pair", "leaders", "ministers", "presidents", "parties"})
# What a topic of the lead meeting must weigh in an article of no length, by how many tokens that grows by one, and up to what.
LEAST, TOKENS, ENOUGH = 1.1, 600, 2.4
# How much of the heaviest it must weigh, and how many there are at most.
LEAD = (0.25, 9)
# What a topic of another meeting must weigh, how much of the heaviest, and how many there are.
OTHER = (0.9, 0.2, 4)
CARRYING = 0.45  # the share of all that is said, of a topic that an article is on from beginning to end
# How much the sentences of an article count for its lead meeting.
TITLE, FIRST, LATE, OLD, ELSEWHERE = 1.4, 1.2, 0.8, 0.6, 0.3
EARLY = 5
# How much what stands around the words for another meeting counts for it.
FRESH, STALE = 0.8, 0.4
NEXT = 8


class Agendas(Struct, dict=True):
    """Which sentences tell of which meeting: `told` by the sentence's number, `owner` the meeting that the sentence tells of or
    goes on with, `going_on` the latter sentences by meeting. The meeting that the article is about, `lead`, has the rest."""

    doc: Document
    lead: Event | None
    told: dict[int, list[tuple[Event, Encounter]]] = field(default_factory=dict)
    owner: dict[int, Event] = field(default_factory=dict)
    going_on: dict[int, list[Sentence]] = field(default_factory=dict)
    announced: dict[int, float] = field(default_factory=dict)

    def topics(self, event: Event) -> list[Found]:
        """The topics of a meeting, weightiest first, each with the characters of the first word that tells of it. A meeting of
        which nothing is told is on what its ministers are ministers of, or, if it is not recalled, on the topic that carries the
        whole article."""
        if event is self.lead:
            return heaviest(self.weights, self._least, *LEAD) or self._of_offices(event)
        found = heaviest(weigh(self.doc, self._of_other(event), self.announced), *OTHER) or self._of_offices(event)
        return found if found or event.recalled or _is_past(self.doc, event) else self._sole()

    @cached_property
    def weights(self) -> dict[str, Weights]:
        """What each topic weighs for the meeting that the article is about."""
        return weigh(self.doc, self._of_lead(self.lead), self.announced) if self.lead is not None else {}

    @property
    def _least(self) -> float:
        return min(LEAST + len(self.doc.tokens) / TOKENS, ENOUGH)

    def _sole(self) -> list[Found]:
        """The topic that carries the whole article, if one does."""
        carried = sum(weight for weight, _, _, _ in self.weights.values())
        return heaviest(self.weights, max(self._least, CARRYING * carried), 1.0, 1)

    def _of_lead(self, event: Event) -> list[Weighed]:
        """The whole narrative, most its title and first sentence, little what tells of other meetings or of earlier years."""
        spans: list[Weighed] = []
        place = 0
        for sentence in self.doc.sentences:
            factor = TITLE if sentence.role == "title" else FIRST if place == 0 else 1.0 if place < EARLY else LATE
            place += sentence.role == "body"
            owner = self.owner.get(sentence.index, event)
            if owner is not event and not (owner.date is None and owner.countries.keys() <= event.countries.keys()):
                factor *= ELSEWHERE
            if _is_old(self.doc, sentence):
                factor *= OLD
            spans.append((sentence.start, sentence.end, factor))
        return spans

    def _of_offices(self, event: Event) -> list[Found]:
        """The fields of the ministers who meet, told in the words for the meeting: "the two defence ministers met"."""
        units = (unit for encounter in event.encounters for _, unit in encounter.sentence.named if unit.kind in OFFICES)
        return list({topic: (topic, unit.start, unit.end) for unit in units for topic in of_name(self.doc, unit)}.values())

    def _of_other(self, event: Event) -> list[Weighed]:
        """What stands behind the words for a meeting told in passing, most what is next to them, and, of one that was held, the
        sentences that go on with it ("The two discussed ...")."""
        fresh = _is_news(event)
        spans: list[Weighed] = []
        for encounter in event.encounters:
            sentence, units = encounter.sentence, encounter.sentence.units
            at = next((i for i, unit in enumerate(units) if unit is encounter.trigger), 0)
            begin, near = units[max(0, at - 1)].start, units[min(at + NEXT, len(units) - 1)].end
            spans += [(begin, near, 1.0), (near, sentence.end, FRESH if fresh else STALE)]
        if fresh:
            spans += [(sentence.start, sentence.end, FRESH) for sentence in self.going_on.get(id(event), ())]
        return spans


def agendas(doc: Document, events: list[Event]) -> Agendas:
    """The passages of an article's meetings: a sentence that tells of one, and those behind it that go on with it, by their
    paragraph, by "the two sides" or by a state that takes part in this meeting alone."""
    lead = next((event for event in events if event.lead), None)
    found = Agendas(doc, lead)
    for event in events:
        for encounter in event.encounters:
            found.told.setdefault(encounter.sentence.index, []).append((event, encounter))
    if events:
        found.announced = announced(doc, found.told)
    own = _own_states(events)
    current: Event | None = None
    paragraph = -1
    for sentence in doc.sentences:
        if sentence.role == "title":
            continue
        here = found.told.get(sentence.index)
        if here:
            found.owner[sentence.index] = current = _told_most(here)
            current = current if _is_news(current) else None
        else:
            codes = [code for unit in sentence.units for code in unit.countries if code in own] if own else []
            named = {id(own[code]): own[code] for code in codes if own[code].first.sentence.index < sentence.index}
            if len(named) == 1:
                current = next(iter(named.values()))
            elif sentence.paragraph != paragraph and not ({u.low.split(" ")[-1] for u in sentence.units[:3]} & GOING_ON):
                current = None
        paragraph = sentence.paragraph
        if current is not None and not here:
            found.owner[sentence.index] = current
            found.going_on.setdefault(id(current), []).append(sentence)
    return found


def _is_news(event: Event) -> bool:
    """Whether a meeting was held and is not recalled: what follows may go on with it."""
    return CLASS[event.status] == DONE and not event.recalled


def _told_most(here: list[tuple[Event, Encounter]]) -> Event:
    """Of the meetings that a sentence tells of, the one that it is about: one beside a gathering, else the last."""
    return next((event for event, _ in here if event.parent is not None), here[-1][0])


def _own_states(events: list[Event]) -> dict[str, Event]:
    """By state, the meeting that it alone takes part in, where an article tells of several that were held."""
    held = [event for event in events if _is_news(event)]
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


def _is_past(doc: Document, event: Event) -> bool:
    """Whether a meeting is of a month before that of the article."""
    day = doc.article.published_on
    told = event.date.value.value if event.date is not None else None
    return day is not None and told is not None and told[:7] < day.isoformat()[:7]


def _is_old(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence tells of an earlier year: background."""
    day = doc.article.published_on
    return day is not None and any(
        u.kind == "date" and u.value.value and u.value.value[:4] < str(day.year) for _, u in sentence.named
    )
