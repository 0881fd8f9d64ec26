"""Surnames that are words, too: "May said", "Ban left", where the article names Theresa May and Ban Ki-moon in full."""

from __future__ import annotations

from summitdb.extract.cues import POSSESSIVE, reports
from summitdb.extract.people import People, content_tokens
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.vocabulary import vocabulary

TIMED = frozenset({
    "in", "of", "since", "until", "till", "by", "during", "early", "late", "mid", "next", "last", "this", "from", "on", "the",
    "a", "for", "before", "after", "between", "through", "to",
})  # fmt: skip
MONTHS = frozenset({"may", "march", "august", "april", "june"})


def worded_surnames(people: People) -> frozenset[str]:
    """The surnames of the article's people that are words of the vocabulary, in lower case."""
    found: set[str] = set()
    for person in people.all:
        surname = person.leader.surname if person.leader is not None else person.name
        tokens = content_tokens(surname)
        if tokens and len(person.tokens) > 1 and vocabulary().lookup(tokens[-1]) is not None:
            found.add(tokens[-1])
    return frozenset(found)


def link_worded(sentence: Sentence, people: People, surnames: frozenset[str]) -> None:
    """Turn the words of `surnames` that stand as names into mentions of their bearers."""
    if surnames.isdisjoint(sentence.lows):
        return
    for i, unit in enumerate(sentence.units):
        if unit.kind == "word" and unit.low in surnames and unit.is_capitalised and _is_name(sentence.units, i):
            person = people.find(unit.text)
            if person is not None:
                unit.kind, unit.people, unit.value = "person", (person,), unit.text
                unit.mean(None)
    sentence.settle(sentence.units)


def _is_name(units: list[Unit], i: int) -> bool:
    """Whether the capitalised word at `i` stands as a name does: alone, and before a verb where a sentence begins with it."""
    before = units[i - 1] if i else None
    after = units[i + 1] if i + 1 < len(units) else None
    if after is not None and (after.is_capitalised or after.kind in ("number", "date")):
        return False
    acts = after is not None and (reports(after) or after.text in POSSESSIVE or bool(after.tenses & {"past", "s"}))
    if before is None or before.kind in ("mark", "dateline", "quotation"):
        return acts
    if before.is_capitalised and i > 1:
        return False
    return acts or not (units[i].low in MONTHS and before.low in TIMED) or before.low in ("for", "to")
