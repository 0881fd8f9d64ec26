"""Topics: which fields a passage is about, by weighing a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.gazetteer import tables

Found = tuple[str, int, int]


@cache
def _words() -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for row in tables.rows("en/topics.tsv"):
        found.setdefault(row["form"], []).append((row["topic"], float(row["weight"])))
    return found


def topics_between(doc: Document, spans: Iterable[tuple[int, int]], least: float) -> list[Found]:
    """The topics of the passages `spans` (offsets) whose words weigh at least `least`, heaviest first, each with its first word."""
    weights: dict[str, float] = {}
    first: dict[str, tuple[int, int]] = {}
    words, low, tokens = _words(), doc.tokens.low, doc.tokens
    for start, end in spans:
        for i in range(tokens.at(start), tokens.at(end)):
            for size in (3, 2, 1):
                form = low[i] if size == 1 else " ".join(low[i : i + size])
                if form in words:
                    for topic, weight in words[form]:
                        weights[topic] = weights.get(topic, 0.0) + weight
                        first.setdefault(topic, (tokens.start[i], tokens.end[min(i + size - 1, len(tokens) - 1)]))
                    break
    return [(topic, *first[topic]) for topic in sorted(weights, key=lambda t: (-weights[t], t)) if weights[topic] >= least]


def topics_of(doc: Document, encounters: list[Encounter], lead: bool) -> list[Found]:
    """The topics of a meeting: of the whole narrative for the one the article is about, else of its own sentences."""
    if lead:
        spans = [(s.start, s.end) for s in doc.sentences]
        return topics_between(doc, spans, 2.0)[:8]
    return topics_between(doc, [(e.sentence.start, e.sentence.end) for e in encounters], 1.0)[:5]
