"""Topics: which fields a passage is about, by weighing a vocabulary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from operator import itemgetter

from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer import tables
from summitdb.gazetteer.uses import words
from summitdb.text.tokens import Tokens

# The field that a meeting on a narrower one also belongs to.
WIDER = {
    **dict.fromkeys(("oil", "gas", "electricity", "nuclear_energy"), "energy"),
    **dict.fromkeys(("rail", "road", "logistics"), "transport"),
}
GOING_ON = frozenset({"they", "two", "both", "sides", "pair", "leaders", "ministers", "presidents", "parties"})
TALKS = frozenset({"talks", "discussions", "negotiations"})
# How much sooner or later than the weight of its words says a coder names a field: what is only mentioned weighs less.
LEANING = {
    "security": 1.4, "trade": 1.4, "humanitarian": 1.3, "investment": 1.2, "logistics": 1.2, "rail": 1.15,
    "regional_cooperation": 0.75, "finance": 0.8, "defence": 0.8, "counter_terrorism": 0.75, "industry": 0.8,
    "law_enforcement": 0.8, "agriculture": 0.9,
}  # fmt: skip
Found = tuple[str, int, int]
Weights = tuple[float, float, int, int]
Weighed = tuple[int, int, float]
LONGEST = 6


@cache
def _words() -> dict[str, list[tuple[str, float]]]:
    """Topics with weights by form. A form without topics ("trade minister", "road map") takes its words out of play."""
    found: dict[str, list[tuple[str, float]]] = {}
    for row in tables.rows("en/topics.tsv"):
        meanings = found.setdefault(" ".join(Tokens(row["form"]).low), [])
        if row["topic"]:
            meanings.append((row["topic"], float(row["weight"])))
    return found


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """By first word, how many words the forms that begin with it have, longest first."""
    found: dict[str, set[int]] = {}
    for form in _words():
        parts = form.split(" ")
        found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted((size for size in sizes if size <= LONGEST), reverse=True)) for first, sizes in found.items()}


def _telling(doc: Document) -> list[tuple[int, list[tuple[int, str]]]]:
    """The tokens of an article at which forms with topics begin, each with the forms' numbers of words, longest first."""
    if doc.telling is None:
        sizes, meanings, low = _sizes(), _words(), doc.tokens.low
        doc.telling = []
        for i, word in enumerate(low):
            if word in sizes:
                forms = [(size, " ".join(low[i : i + size])) for size in sizes[word] if i + size <= len(low)]
                known = [(size, form) for size, form in forms if form in meanings]
                if known:
                    doc.telling.append((i, known))
    return doc.telling


def weigh(doc: Document, spans: Iterable[Weighed]) -> dict[str, tuple[float, float, int, int]]:
    """Each topic of the passages `spans` (start, end, factor) with its weight, that of its heaviest word, and its first word's
    characters. A word said again adds half as much each time; of overlapping forms the longest counts."""
    found: dict[str, tuple[float, float, int, int]] = {}
    meanings, tokens, telling = _words(), doc.tokens, _telling(doc)
    said: dict[str, float] = {}
    for start, end, factor in spans:
        i, stop = tokens.at(start), tokens.at(end)
        for k in range(bisect_left(telling, i, key=itemgetter(0)), len(telling)):
            at, forms = telling[k]
            if at >= stop:
                break
            if at < i:
                continue
            for size, form in forms:
                if at + size > stop:
                    continue
                share = said.get(form, 1.0)
                said[form] = share / 2
                for topic, weight in meanings[form]:
                    total, best, left, right = found.get(topic, (0.0, 0.0, tokens.start[at], tokens.end[at + size - 1]))
                    found[topic] = (total + weight * factor * share, max(best, weight), left, right)
                i = at + size
                break
    return found


def heaviest(
    weights: dict[str, tuple[float, float, int, int]], least: float, share: float, most: int, word: float = 0.0
) -> list[Found]:
    """The topics that weigh at least `least` and `share` of the heaviest, with one word that weighs `word` at least; at most
    `most`, heaviest first."""
    if not weights:
        return []
    top = max(weight for weight, _, _, _ in weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1][0], item[0]))
    enough = max(least, share * top)
    return [(topic, start, end) for topic, (weight, best, start, end) in ranked if weight >= enough and best >= word][:most]


def _cue(units: list[Unit]) -> Unit | None:
    """The first word that announces subjects: "discussed trade", "signed", "cooperation in energy and transport"."""
    announcing = words("document", "announcing")
    for unit in units:
        if unit.kind == "word" and (unit.low in announcing or "discuss" in unit.rows or "seal" in unit.rows):
            return unit
    return None


def _weight(sentence: Sentence, encountered: bool, place: int) -> float:
    """How much a sentence counts for the meeting that the article is about: its title and lead most, what is quoted least."""
    if sentence.role == "title":
        return 1.4
    factor = 1.4 if place == 0 else 1.1 if place < 3 else 0.8
    if encountered or any("discuss" in u.rows for u in sentence.units):
        return factor
    if any("document" in u.rows or "report" in u.rows for u in sentence.units):
        return 0.7 * factor
    return 0.9 * factor


def _is_old(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence tells of an earlier year: background."""
    day = doc.article.published_on
    return day is not None and any(
        u.kind == "date" and u.value.value and u.value.value[:4] < str(day.year) for u in sentence.units
    )


def _of_lead(doc: Document, encounters: list[Encounter]) -> list[Weighed]:
    """The whole narrative, each sentence by its weight, more behind the word that announces subjects."""
    encountered = {id(e.sentence) for e in encounters}
    spans: list[Weighed] = []
    place = 0
    for sentence in doc.sentences:
        factor = _weight(sentence, id(sentence) in encountered, place) * (0.4 if _is_old(doc, sentence) else 1.0)
        place += sentence.role == "body"
        cue = _cue(sentence.units)
        at = cue.start if cue is not None else sentence.end
        spans += [(sentence.start, at, factor), (at, sentence.end, 1.5 * factor)]
    return spans


def _of_other(doc: Document, encounters: list[Encounter]) -> list[Weighed]:
    """What stands around the words for a meeting told in passing, up to the next meeting, and the sentence that goes on with it
    ("The two discussed ...")."""
    spans: list[Weighed] = []
    for encounter in encounters:
        sentence, units = encounter.sentence, encounter.sentence.units
        at = next((i for i, unit in enumerate(units) if unit is encounter.trigger), 0)
        begin = units[max(0, at - 2)].start
        other = next((u for u in units[at + 1 :] if u.kind == "word" and "meeting" in u.rows and u.low not in TALKS), None)
        spans += [(begin, other.start if other is not None else sentence.end, 1.0), (sentence.start, begin, 0.3)]
        if sentence.index + 1 < len(doc.sentences):
            after = doc.sentences[sentence.index + 1]
            if {u.low.split(" ")[-1] for u in after.units[:3]} & GOING_ON and not any("meeting" in u.rows for u in after.units):
                spans.append((after.start, after.end, 0.9))
    return spans


def _leaning(weights: dict[str, Weights]) -> dict[str, Weights]:
    return {topic: (total * LEANING.get(topic, 1.0), *rest) for topic, (total, *rest) in weights.items()}  # type: ignore[misc]


def sole_topic(found: list[Found], weights: dict[str, Weights]) -> list[Found]:
    """The topic that carries the whole article: all meetings it tells of are on that one."""
    if not found:
        return []
    carried = sum(weights[topic][0] for topic, _, _ in found if topic in weights)
    return found[:1] if weights[found[0][0]][0] > 0.5 * carried else []


def topics_of(doc: Document, encounters: list[Encounter], lead: bool, sole: list[Found] | None = None) -> list[Found]:
    """The topics of a meeting: of the whole article for the one it is about, else of its own sentences, else what the article
    is about alone (`sole`)."""
    if not lead:
        return heaviest(_leaning(weigh(doc, _of_other(doc, encounters))), 0.6, 0.35, 3) or list(sole or [])
    weights = _leaning(weigh(doc, _of_lead(doc, encounters)))
    found = heaviest(weights, 1.2, 0.22, 6)
    if sole is not None:
        sole.extend(sole_topic(found, weights))
    named = {topic for topic, _, _ in found}
    for topic, start, end in found[:2]:
        wider = WIDER.get(topic)
        if wider is not None and wider not in named:
            named.add(wider)
            found.append((wider, start, end))
    return found
