"""Agreement between two codings: precision, recall and F1 per table and slot, with intervals and kappa."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summitdb.records import TABLES, Agreement, Record, RecordFile, Summit
from summitdb.score.matching import RULES, pair
from summitdb.score.slots import SLOTS, Counts

RESAMPLES = 1000
SEED = 19
# The mean of the five tables' F1, and of the slots' F1.
RECORDS, SLOTS_MEAN = "records", "slots"


class Line(NamedTuple):
    """One line of the result. `low` and `high` bound F1 in 95 of 100 resamplings of the articles; `kappa` is Cohen's,
    over matched records; `gold` counts the values in the first coding."""

    name: str
    precision: float | None
    recall: float | None
    f1: float
    low: float
    high: float
    kappa: float | None
    gold: int | None


@dataclass
class Comparison:
    """Two codings of one article, compared: counts by table or slot, labels of matched records by categorical slot."""

    counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    labels: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    missed: list[tuple[str, Record]] = field(default_factory=list)
    extra: list[tuple[str, Record]] = field(default_factory=list)


def compare(gold: RecordFile, predicted: RecordFile) -> Comparison:
    """Compare two codings of one article. A gold record that is optional may be found or missed without penalty."""
    result = Comparison()
    for table in TABLES:
        wanted, found = getattr(gold, table), getattr(predicted, table)
        pairs = pair(wanted, found, RULES[table])
        matched = {i for i, _ in pairs}
        missed = [(table, r) for i, r in enumerate(wanted) if i not in matched and not _is_optional(r)]
        extra = set(range(len(found))) - {j for _, j in pairs}
        result.counts[table] = Counts(len(pairs), len(found), len(pairs) + len(missed))
        result.missed += missed
        result.extra += [(table, found[j]) for j in sorted(extra)]
        for slot in SLOTS[table]:
            for i, j in pairs:
                result.counts[slot.name] = result.counts[slot.name].plus(slot.counts(wanted[i], found[j]))
                if slot.categorical:
                    labels = [next(iter(slot.values(r)), "none") for r in (wanted[i], found[j])]
                    result.labels[slot.name].append((labels[0], labels[1]))
    return result


def _is_optional(record: Record) -> bool:
    return (isinstance(record, Summit) and not record.main) or (isinstance(record, Agreement) and record.optional)


def agreement(comparisons: Sequence[Comparison]) -> list[Line]:
    """The lines for a set of articles: the two means, then the five tables, then the slots. The articles are resampled
    with a fixed seed, so the same input always gives the same intervals."""
    names = [*TABLES, *(slot.name for slots in SLOTS.values() for slot in slots)]
    totals = _totals(comparisons)
    chance = random.Random(SEED)
    resampled = [_f1s(_totals(chance.choices(comparisons, k=len(comparisons)))) for _ in range(RESAMPLES)]
    f1s = _f1s(totals)
    lines = []
    for name in (RECORDS, SLOTS_MEAN, *names):
        if name in f1s:
            low, high = _interval([sample[name] for sample in resampled if name in sample])
            precision, recall = _precision_recall(totals[name]) if name in totals else (None, None)
            kappa = cohens_kappa([pair for c in comparisons for pair in c.labels.get(name, ())])
            gold = totals[name].gold if name in totals else None
            lines.append(Line(name, precision, recall, f1s[name], low, high, kappa, gold))
    return lines


def cohens_kappa(labels: Sequence[tuple[str, str]]) -> float | None:
    """Agreement beyond chance (Cohen 1960); None when there is nothing to compare or only one label is ever used."""
    if not labels:
        return None
    observed = sum(one == other for one, other in labels) / len(labels)
    firsts, seconds = Counter(one for one, _ in labels), Counter(other for _, other in labels)
    expected = sum(firsts[label] * seconds[label] for label in firsts) / len(labels) ** 2
    return (observed - expected) / (1 - expected) if expected < 1 else None


def _totals(comparisons: Iterable[Comparison]) -> dict[str, Counts]:
    totals: dict[str, Counts] = {}
    for comparison in comparisons:
        for name, counts in comparison.counts.items():
            totals[name] = totals[name].plus(counts) if name in totals else counts
    return totals


def _precision_recall(counts: Counts) -> tuple[float, float]:
    precision = counts.shared / counts.predicted if counts.predicted else float(not counts.gold)
    recall = counts.shared / counts.gold if counts.gold else float(not counts.predicted)
    return precision, recall


def _f1(counts: Counts) -> float:
    return 2 * counts.shared / (counts.predicted + counts.gold) if counts.predicted + counts.gold else 1.0


def _f1s(totals: Mapping[str, Counts]) -> dict[str, float]:
    f1s = {name: _f1(counts) for name, counts in totals.items() if name in TABLES or counts.predicted + counts.gold}
    headline = [slot.name for slots in SLOTS.values() for slot in slots if slot.headline and slot.name in f1s]
    f1s[RECORDS] = sum(f1s[table] for table in TABLES) / len(TABLES)
    f1s[SLOTS_MEAN] = sum(f1s[name] for name in headline) / len(headline) if headline else 0.0
    return f1s


def _interval(values: list[float]) -> tuple[float, float]:
    ranked = sorted(values)
    edge = len(ranked) // 40
    return ranked[edge], ranked[-1 - edge]
