"""Units: a sentence as a short row of words, names, numbers, dates and quotations, which the rules read.

A unit is what a rule can step over as one: "Kenyan President Josphat Letting" is one unit of kind `person`, "U.S." one of kind
`country`, a whole quotation one of kind `quotation`. Rules never look at characters, only at units.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from summitdb.gazetteer.names import NATIONAL_KINDS, SEAT_KINDS, STATE_KINDS, Hit, Name, forms
from summitdb.gazetteer.vocabulary import ROUTE, Entry, vocabulary
from summitdb.text.tokens import Tokens

if TYPE_CHECKING:
    from summitdb.extract.people import Person, Role
    from summitdb.gazetteer.tables import City, CorridorEntry, OrganizationEntry

# Kinds: word, mark (punctuation), number, country, national (adjective or people), city, region, organization, corridor,
# name (capitalised, of nobody known), person, role, date, quantity, quotation.

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

NOTHING = Entry("")  # what a word means that the vocabulary does not have
UNKNOWN: tuple[None, None] = (None, None)


class Unit(Struct, eq=False):
    """One unit: its characters `start` to `end`, its `kind`, lower-case text `low`, and what it stands for.

    `entry` is its meaning in the vocabulary, of which `rows` (by category), `tenses` and `pos` (the closed class of a function
    word) are at hand here. `countries` are ISO codes it names or speaks for; `people` the persons it refers to once resolved.
    """

    kind: str
    start: int
    end: int
    text: str
    low: str
    first: int
    last: int
    entry: Entry | None
    rows: dict[str, dict[str, str]]
    tenses: frozenset[str]
    pos: str | None
    countries: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    role: Role | None = None
    city: City | None = None
    organization: OrganizationEntry | None = None
    corridor: CorridorEntry | None = None
    name: Name | None = None
    value: Any = None

    def mean(self, entry: Entry | None) -> None:
        """Give the unit the meaning `entry`, None for none."""
        self.entry = entry
        known = entry or NOTHING
        self.rows, self.tenses, self.pos = known.rows, known.tenses, known.pos

    def get(self, category: str) -> dict[str, str] | None:
        """The vocabulary row of this unit in `category`, or None."""
        return self.rows.get(category)

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r}>"


class Sentence(Struct):
    """One sentence: its units, its place in the text. `role` is title, caption or body; `mask` says which phrases it may hold."""

    start: int
    end: int
    units: list[Unit]
    paragraph: int
    index: int
    role: str = "body"
    mask: int = 0


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


def starts(spans: Iterable[Span], tokens: Tokens) -> dict[int, tuple[int, Span]]:
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


class Layers:
    """What was found in a text, by the token at which it begins: names, and spans with the token they end at."""

    def __init__(self, hits: dict[int, Hit], spans: dict[int, tuple[int, Span]]) -> None:
        self.hits = hits
        self.spans = spans
        self.begun = hits.keys() | spans.keys()


def build(body: str, tokens: Tokens, first: int, stop: int, layers: Layers) -> tuple[list[Unit], int]:
    """The units of tokens `first` to `stop` (exclusive), and the masks of their entries together.

    A span outranks a name, a name a phrase, a phrase a word.
    """
    known = vocabulary().index.get
    texts, lows, starts, ends, begun = tokens.text, tokens.low, tokens.start, tokens.end, layers.begun
    units: list[Unit] = []
    mask = 0
    i = first
    while i < stop:
        low, last = lows[i], i
        phrases, entry = known(low, UNKNOWN)
        if phrases is not None and i + 1 < stop:
            for size, rest, phrase in phrases.get(lows[i + 1], ()):
                if i + size <= stop and (size == 2 or lows[i + 1 : i + size] == rest):
                    entry, last = phrase, i + size - 1
                    break
        name = span = None
        if i in begun:
            end, span = layers.spans.get(i, (i, None))
            hit = layers.hits.get(i)
            if span is not None:
                entry, last = None, min(end, stop - 1)
            elif hit is not None and last <= hit.last < stop:
                entry = entry if last == hit.last else None
                name, last = hit.name, hit.last
        text, kind = texts[i], "word"
        if last > i:
            text = body[starts[i] : ends[last]]
            low = low if span is not None else " ".join(lows[i : last + 1])
        elif not (low.isalpha() or text[0].isalpha() or text[0] in "'’"):
            kind = "number" if text[0].isdigit() else "mark"
        meaning = entry or NOTHING
        mask |= meaning.mask
        unit = Unit(kind, starts[i], ends[last], text, low, i, last, entry, meaning.rows, meaning.tenses, meaning.pos)
        if name is not None:
            _named(unit, name)
            if unit.kind == "corridor":
                mask |= ROUTE
        elif span is not None:
            unit.kind, unit.value = span.kind, span.value
        units.append(unit)
        i = last + 1
    return units, mask
