"""Topics: which fields a passage is about, by weighing a vocabulary. `agendas` says which passages tell of a meeting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import compress, count, repeat
from operator import contains, itemgetter, or_

from summitdb.extract.document import Document
from summitdb.extract.units import Unit
from summitdb.gazetteer import tables
from summitdb.text.tokens import words_of

# The wider field that a narrow one also tells of, and the weight with which its words do.
WIDER = {
    "oil": ("energy", 0.35), "gas": ("energy", 0.35), "electricity": ("energy", 0.45),
    "rail": ("transport", 0.4), "road": ("transport", 0.35), "logistics": ("transport", 0.3),
}  # fmt: skip
Found = tuple[str, int, int]
Weights = tuple[float, float, int, int]
Weighed = tuple[int, int, float]
LONGEST = 6
TELLING = 0.6  # what a word in a name must weigh
LISTED, LISTED_THERE = 1.3, 1.7  # how much more a form tells in a list of such, and in one where subjects are announced
ANNOUNCED = 2.0  # how much more it tells where subjects are announced
JOINING = frozenset((",", "and", "&", "or", "the", "as", "well"))
NAMES = frozenset(("organization", "role", "person", "leader", "body", "city", "region", "dateline"))


@cache
def _words() -> dict[str, list[tuple[str, float]]]:
    """Topics with weights by form, a narrow field's also with the wider one that it belongs to. A form without topics ("trade
    minister", "road map") takes its words out of play."""
    found: dict[str, list[tuple[str, float]]] = {}
    for row in tables.rows("en/topics.tsv"):
        meanings = found.setdefault(" ".join(words_of(row["form"])), [])
        if row["topic"]:
            meanings.append((row["topic"], float(row["weight"])))
    for meanings in found.values():
        known = {topic for topic, _ in meanings}
        for topic, weight in meanings[:]:
            wider, share = WIDER.get(topic, ("", 0.0))
            if wider and wider not in known and weight >= 0.5:
                known.add(wider)
                meanings.append((wider, share))
    return found


@cache
def _longer() -> dict[str, dict[str, tuple[int, ...]]]:
    """By first and second word, how many words the longer forms that begin with them have, longest first."""
    found: dict[str, dict[str, set[int]]] = {}
    for form in _words():
        parts = form.split(" ")
        if 1 < len(parts) <= LONGEST:
            found.setdefault(parts[0], {}).setdefault(parts[1], set()).add(len(parts))
    return {
        first: {second: tuple(sorted(sizes, reverse=True)) for second, sizes in seconds.items()}
        for first, seconds in found.items()
    }


def _named(doc: Document) -> dict[int, tuple[int, int]]:
    """By token, the first and last token of the name or office it is part of: the "oil" of "the oil minister" tells nothing."""
    return {
        at: (unit.first, unit.last)
        for sentence in doc.sentences
        for _, unit in sentence.named
        if unit.kind in NAMES
        for at in range(unit.first, unit.last + 1)
    }


def _listed(low: list[str], telling: list[tuple[int, list[tuple[int, str]]]]) -> set[int]:
    """The tokens at which forms begin that stand in a list of such: "trade, fishing and water"."""
    found: set[int] = set()
    end = before = -9
    for at, forms in telling:
        if at < end:
            continue
        between = low[end:at] if 0 < at - end <= 3 else ()
        if between and all(word in JOINING for word in between):
            found |= {before, at}
        before, end = at, at + forms[0][0]
    return found


def _telling(doc: Document) -> list[tuple[int, list[tuple[int, str]]]]:
    """The tokens of an article at which forms with topics begin, each with the forms' numbers of words, longest first. A form
    inside a name tells nothing, a name that is a form itself ("OPEC") does."""
    if doc.telling is None:
        meanings, longer, low = _words(), _longer(), doc.tokens.low
        named = _named(doc)
        found: list[tuple[int, list[tuple[int, str]]]] = []
        alone = map(meanings.__contains__, low)
        opening = map(contains, map(longer.get, low, repeat(())), [*low[1:], ""])
        for i in compress(count(), map(or_, alone, opening)):
            word = low[i]
            known = [(1, word)] if word in meanings else []
            if word in longer and i + 1 < len(low):
                sizes = longer[word].get(low[i + 1], ())
                forms = [(size, " ".join(low[i : i + size])) for size in sizes if i + size <= len(low)]
                known = [(size, form) for size, form in forms if form in meanings] + known
            if known and i in named:
                first, last = named[i]
                known = [(size, form) for size, form in known if first == i and i + size > last]
            if known:
                found.append((i, known))
        doc.telling = found
        doc.listed = _listed(low, found)
    return doc.telling


def weigh(doc: Document, spans: Iterable[Weighed], announced: Mapping[int, float] | None = None) -> dict[str, Weights]:
    """Each topic of the passages `spans` (start, end, factor) with its weight, that of its heaviest word, and its first word's
    characters. A word said again adds half as much each time; of overlapping forms the longest counts. Words at the tokens
    `announced` tell more, by ANNOUNCED and the factor there."""
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
                there = 1.0 if announced is None else ANNOUNCED * announced.get(at, 0.0)
                share *= there or 1.0
                if at in doc.listed:
                    share *= LISTED_THERE if there else LISTED
                for topic, weight in meanings[form]:
                    total, best, left, right = found.get(topic, (0.0, 0.0, tokens.start[at], tokens.end[at + size - 1]))
                    found[topic] = (total + weight * factor * share, max(best, weight), left, right)
                i = at + size
                break
    return found


def of_name(doc: Document, unit: Unit) -> list[str]:
    """The topics that the words of a name tell, which weigh nothing elsewhere: "Ministry of Agriculture"."""
    low, meanings = doc.tokens.low, _words()
    found: list[str] = []
    for at in range(unit.first, unit.last + 1):
        for size in range(min(LONGEST, unit.last + 1 - at), 0, -1):
            known = [topic for topic, weight in meanings.get(" ".join(low[at : at + size]), ()) if weight >= TELLING]
            if known:
                found += known
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
