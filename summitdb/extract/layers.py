"""A text in layers: its single words, and over them the phrases, names, dates, quantities and quotations that they make up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import compress, count
from operator import contains, itemgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from summitdb.extract.units import NOTHING, Unit, unit_of
from summitdb.gazetteer.names import NATIONAL_KINDS, SEAT_KINDS, STATE_KINDS, Hit, Name, forms
from summitdb.gazetteer.vocabulary import Entry, Phrases, vocabulary
from summitdb.text.tokens import Tokens

if TYPE_CHECKING:
    from summitdb.gazetteer.tables import City

NO_PHRASES: Phrases = {}
PHRASES = itemgetter(1)
WORDS_KEPT = 1 << 15  # words come again and again in a run over many articles


class Span(Struct, frozen=True):
    """A stretch of the text that becomes one unit of `kind` with `value` (a date mention, a quantity, a quotation)."""

    start: int
    end: int
    kind: str
    value: Any


@cache
def _meaning(form: str) -> tuple[str, tuple[str, ...], City | None]:
    """The kind of unit that a form of the gazetteer makes, the countries it stands for, and its city."""
    name = forms()[form]
    states, nationals, seats = name.codes(STATE_KINDS), name.codes(NATIONAL_KINDS), name.codes(SEAT_KINDS)
    city = name.cities[0] if name.cities else None
    if name.region:
        return "region", name.region.codes, city
    if name.organization:
        return "organization", (), city
    if name.corridor:
        return "corridor", (), city
    if name.leaders:
        return "leader", (), city
    if states:
        return "country", states[:1], city
    if nationals:
        return "national", nationals, city
    if seats and city is None:
        return "country", seats[:1], city
    return ("city" if city else "word"), seats[:1], city  # a building is a place, not a government


def _named(unit: Unit, name: Name) -> None:
    """Give a unit the kind and the referents of the gazetteer's name."""
    unit.name = name
    unit.kind, unit.countries, unit.city = _meaning(name.form)
    if unit.kind == "organization":
        unit.organization = name.organization
    elif unit.kind == "corridor":
        unit.corridor = name.corridor


def _starts(spans: Iterable[Span], tokens: Tokens) -> dict[int, tuple[int, Span]]:
    """Spans by the token they begin at, with the token they end at; of two at one place the longer."""
    found: dict[int, tuple[int, Span]] = {}
    for span in spans:
        first = tokens.at(span.start)
        if first >= len(tokens):
            continue
        last = max(first, tokens.at(span.end) - 1)
        if first not in found or found[first][0] < last:
            found[first] = (last, span)
    return found


Known = tuple[str, Phrases, Entry | None, dict[str, dict[str, str]], frozenset[str], str | None]


class _Words(dict[str, Known]):
    """What is known of tokens by their lower-case text: the kind of the unit, the phrases that it opens, its meaning."""

    def __missing__(self, low: str) -> Known:
        phrases, entry = vocabulary().index.get(low, (NO_PHRASES, None))
        meaning = entry or NOTHING
        kind = "word" if low.isalpha() or low[0].isalpha() or low[0] == "'" else "number" if low[0].isdigit() else "mark"
        known = kind, phrases or NO_PHRASES, entry, meaning.rows, meaning.tenses, meaning.pos
        if len(self) < WORDS_KEPT:
            self[low] = known
        return known


@cache
def _known() -> _Words:
    """What is known of the tokens met so far."""
    return _Words()


class Layers:
    """A text as single words, and what lies over them by the token at which it begins: names, spans and quotations (each with the
    token that it ends at)."""

    def __init__(self, body: str, tokens: Tokens, hits: Iterable[Hit], spans: Iterable[Span], quotations: Iterable[Span]) -> None:
        self.body = body
        self.tokens = tokens
        self.hits = {hit.first: hit for hit in hits}
        self.spans = _starts(spans, tokens)
        self.quotations = _starts(quotations, tokens)
        self.known = list(map(_known().__getitem__, tokens.low))
        opening = map(contains, map(PHRASES, self.known), tokens.low[1:])
        self.begun = sorted({*self.hits, *self.spans, *self.quotations, *compress(count(), opening)})

    def _words(self, first: int, stop: int) -> list[Unit]:
        """A unit for each token from `first` to `stop` (exclusive)."""
        tokens = self.tokens
        texts, lows = tokens.text[first:stop], tokens.low[first:stop]
        starts, ends, places = tokens.start[first:stop], tokens.end[first:stop], range(first, stop)
        kinds, _, entries, rows, tenses, pos = zip(*self.known[first:stop], strict=True)
        return list(map(Unit, kinds, starts, ends, texts, lows, places, places, entries, rows, tenses, pos))

    def units(self, first: int, stop: int, narrative: bool = True) -> list[Unit]:
        """The units of tokens `first` to `stop` (exclusive), quotations as one unit each in the `narrative`."""
        if first >= stop:
            return []
        words = self._words(first, stop)
        units: list[Unit] = []
        i = first
        for at in self.begun[bisect_left(self.begun, first) : bisect_left(self.begun, stop)]:
            unit = self._over(at, stop, narrative) if at >= i else None
            if unit is not None:
                units += words[i - first : at - first]
                units.append(unit)
                i = unit.last + 1
        units += words[i - first :]
        return units

    def _over(self, i: int, stop: int, narrative: bool) -> Unit | None:
        """The unit of more than a word that begins at token `i`: a span outranks a name, a name a phrase."""
        lows, starts, ends = self.tokens.low, self.tokens.start, self.tokens.end
        span = (narrative and self.quotations.get(i)) or self.spans.get(i)
        if span:
            last = min(span[0], stop - 1)
            unit = unit_of(span[1].kind, starts[i], ends[last], self.body[starts[i] : ends[last]], lows[i], i, last)
            unit.value = span[1].value
            return unit
        _, phrases, entry, *_ = self.known[i]
        last = i
        for size, rest, phrase in phrases.get(lows[i + 1], ()) if i + 1 < stop else ():
            if i + size <= stop and (size == 2 or lows[i + 1 : i + size] == rest):
                entry, last = phrase, i + size - 1
                break
        hit = self.hits.get(i)
        named = hit is not None and last <= hit.last < stop
        if hit is not None and named:
            entry, last = entry if last == hit.last else None, hit.last
        elif last == i:
            return None
        text, low = self.body[starts[i] : ends[last]], " ".join(lows[i : last + 1])
        unit = unit_of("word", starts[i], ends[last], text, low, i, last, entry)
        if hit is not None and named:
            _named(unit, hit.name)
        return unit
