"""Announced subjects: the passages of an article that say what was talked about, agreed on or is to be furthered.

"The ministers discussed trade and fishing"; "trade was discussed"; "talks on visas"; "the agenda included energy"; "cooperation
in the fields of transport and health"; "to boost tourism": what a passage names is what a coder takes for the agenda.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from itertools import compress, count

from summitdb.extract.document import Document
from summitdb.gazetteer.uses import values, words
from summitdb.gazetteer.vocabulary import inflect

USES = ("discussing", "focusing", "talks", "agenda", "cooperating", "area", "furthering")
LONGEST = 40  # tokens of a list of subjects
NEAR = 8  # tokens that "boost" or "develop" governs
OF_MEETING = 1.6  # how much more a passage tells in a sentence that speaks of a meeting
BEFORE = 12  # tokens of what stands before "sectors", in a sentence


@cache
def _openers() -> dict[str, str]:
    """The words that open a passage, each with its use."""
    found: dict[str, str] = {}
    for use in reversed(USES):
        for form, kind in values("agenda", use).items():
            found.update(dict.fromkeys(inflect(form) if kind == "verb" else (form,), use))
    return found


def _stop(low: list[str], start: int, stop: int) -> int:
    """Where a passage from `start` on ends: at a word that opens another clause, at the latest at `stop`."""
    closing = words("agenda", "closing")
    return next((k for k in range(start, min(stop, start + LONGEST)) if low[k] in closing), min(stop, start + LONGEST))


def _passage(low: list[str], at: int, first: int, stop: int) -> tuple[int, int] | None:
    """The tokens of the passage that the word at `at` opens, in the sentence of tokens `first` to `stop`."""
    use = _openers()[low[at]]
    if low[at] == "co":  # "co-operation"
        at += 2
    after = low[at + 1] if at + 1 < stop else ""
    behind = at + 1, _stop(low, at + 1, stop)
    if use == "discussing":
        passive = low[at].endswith("ed") and not words("agenda", "passive").isdisjoint(low[max(first, at - 2) : at])
        return (max(first, at - LONGEST), at) if passive else behind
    if use == "furthering":
        return at + 1, min(behind[1], at + 1 + NEAR)
    if use == "agenda":
        stated = not words("agenda", "stating").isdisjoint(low[at + 1 : min(at + 3, stop)])
        return behind if stated else (max(first, at - LONGEST), at) if low[at - 1] == "the" and low[at] == "agenda" else None
    if use == "area":
        return behind if after in words("agenda", "of") else (max(first, at - BEFORE), at)
    needed = "within" if use == "cooperating" else "on"
    return behind if after in words("agenda", needed) else None


def passages(doc: Document) -> Iterator[tuple[int, int, int]]:
    """The sentence of each passage of an article that announces subjects, its first token, and the first one behind it."""
    low = doc.tokens.low
    opening = list(compress(count(), map(_openers().__contains__, low)))
    k = 0
    for sentence in doc.sentences:
        first, stop = doc.tokens.at(sentence.start), doc.tokens.at(sentence.end)
        while k < len(opening) and opening[k] < stop:
            if opening[k] >= first:
                passage = _passage(low, opening[k], first, stop)
                if passage is not None and passage[0] < passage[1]:
                    yield sentence.index, *passage
            k += 1


def announced(doc: Document, told: Container[int]) -> dict[int, float]:
    """The tokens of the passages that announce subjects, each with how much more it tells: those in the sentences `told`, which
    speak of a meeting, more than others."""
    found: dict[int, float] = {}
    for sentence, first, stop in passages(doc):
        found.update(dict.fromkeys(range(first, stop), OF_MEETING if sentence in told else 1.0))
    return found
