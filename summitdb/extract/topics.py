"""Topics: which fields a passage is about, by weighing a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.gazetteer import tables
from summitdb.text.tokens import Tokens

Found = tuple[str, int, int]
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
def _first_words() -> frozenset[str]:
    return frozenset(form.split(" ")[0] for form in _words())


def weigh(doc: Document, spans: Iterable[Weighed]) -> dict[str, tuple[float, int, int]]:
    """Each topic of the passages `spans` (start, end, factor) with its weight and its first word's characters. A word said again
    adds half as much each time; of overlapping forms the longest counts."""
    found: dict[str, tuple[float, int, int]] = {}
    words, first, low, tokens = _words(), _first_words(), doc.tokens.low, doc.tokens
    said: dict[str, float] = {}
    for start, end, factor in spans:
        i, stop = tokens.at(start), tokens.at(end)
        while i < stop:
            if low[i] not in first:
                i += 1
                continue
            for size in range(min(LONGEST, stop - i), 0, -1):
                form = low[i] if size == 1 else " ".join(low[i : i + size])
                if form not in words:
                    continue
                share = said.get(form, 1.0)
                said[form] = share / 2
                for topic, weight in words[form]:
                    known = found.get(topic)
                    total = (known[0] if known else 0.0) + weight * factor * share
                    found[topic] = (total, *(known[1:] if known else (tokens.start[i], tokens.end[i + size - 1])))  # type: ignore[assignment]
                i += size - 1
                break
            i += 1
    return found


def heaviest(weights: dict[str, tuple[float, int, int]], least: float, share: float, most: int) -> list[Found]:
    """The topics that weigh at least `least` and at least `share` of the heaviest, at most `most`, heaviest first."""
    if not weights:
        return []
    top = max(weight for weight, _, _ in weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1][0], item[0]))
    return [(topic, start, end) for topic, (weight, start, end) in ranked if weight >= max(least, share * top)][:most]


def topics_between(doc: Document, spans: Iterable[tuple[int, int]], least: float) -> list[Found]:
    """The topics of the passages `spans` (offsets) whose words weigh at least `least`, heaviest first, each with its first word."""
    return heaviest(weigh(doc, [(start, end, 1.0) for start, end in spans]), least, 0.0, 12)


def topics_of(doc: Document, encounters: list[Encounter], lead: bool) -> list[Found]:
    """The topics of a meeting: of the whole narrative for the one the article is about, else of its own sentences."""
    if lead:
        spans = [(s.start, s.end, 1.0) for s in doc.sentences]
        return heaviest(weigh(doc, spans), 2.0, 0.0, 8)
    return heaviest(weigh(doc, [(e.sentence.start, e.sentence.end, 1.0) for e in encounters]), 1.0, 0.0, 5)
