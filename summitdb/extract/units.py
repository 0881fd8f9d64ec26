"""Units: a sentence as a short row of words, names, numbers, dates and quotations, which the rules read.

A unit is what a rule can step over as one: "Kenyan President Josphat Letting" is one unit of kind `person`, "U.S." one of kind
`country`, a whole quotation one of kind `quotation`. Rules never look at characters, only at units.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from summitdb.gazetteer.names import NATIONAL_KINDS, SEAT_KINDS, STATE_KINDS, Hit, Name, forms
from summitdb.gazetteer.vocabulary import ROUTE, Entry, vocabulary
from summitdb.text.tokens import Tokens

if TYPE_CHECKING:
    from summitdb.extract.people import Person, Role
    from summitdb.gazetteer.tables import City, CorridorEntry, OrganizationEntry

# Kinds: word, mark (punctuation), number, country, national (adjective or people), city, region, organization, corridor,
# name (capitalised, of nobody known), person, role, date, quantity, quotation.

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

NO_ROWS: dict[str, dict[str, str]] = {}
NO_TENSES: frozenset[str] = frozenset()
UNKNOWN: tuple[None, None] = (None, None)


class Unit:
    """One unit: its characters `start` to `end`, its `kind`, lower-case text `low`, vocabulary `entry`, and what it stands for.

    `countries` are ISO codes it names or speaks for; `people` the persons it refers to once resolved.
    """

    __slots__ = (
        "_entry", "city", "corridor", "countries", "end", "first", "kind", "last", "low", "name", "organization", "people", "pos",
        "role", "rows", "start", "tenses", "text", "value",
    )  # fmt: skip

    def __init__(
        self, kind: str, start: int, end: int, text: str, low: str, first: int, last: int, entry: Entry | None = None
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.low = low
        self.first = first
        self.last = last
        self._entry = entry
        self.rows: dict[str, dict[str, str]]
        self.tenses: frozenset[str]
        self.pos: str | None
        if entry is None:
            self.rows, self.tenses, self.pos = NO_ROWS, NO_TENSES, None
        else:
            self.rows, self.tenses, self.pos = entry.rows, entry.tenses, entry.pos
        self.countries: tuple[str, ...] = ()
        self.people: tuple[Person, ...] = ()
        self.role: Role | None = None
        self.city: City | None = None
        self.organization: OrganizationEntry | None = None
        self.corridor: CorridorEntry | None = None
        self.name: Name | None = None
        self.value: Any = None

    @property
    def entry(self) -> Entry | None:
        """The vocabulary entry. Setting it sets `rows` (by category), `tenses` and `pos`, the closed class of a function word."""
        return self._entry

    @entry.setter
    def entry(self, entry: Entry | None) -> None:
        self._entry = entry
        if entry is None:
            self.rows, self.tenses, self.pos = NO_ROWS, NO_TENSES, None
        else:
            self.rows, self.tenses, self.pos = entry.rows, entry.tenses, entry.pos

    def get(self, category: str) -> dict[str, str] | None:
        """The vocabulary row of this unit in `category`, or None."""
        return self.rows.get(category)

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r}>"


@dataclass(slots=True)
class Sentence:
    """One sentence: its units, its place in the text. `role` is title, caption or body; `mask` says which phrases it may hold."""

    start: int
    end: int
    units: list[Unit]
    paragraph: int
    index: int
    role: str = "body"
    mask: int = 0


@dataclass(frozen=True, slots=True)
class Span:
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


def build(
    body: str, tokens: Tokens, first: int, stop: int, hits: dict[int, Hit], spans: dict[int, tuple[int, Span]]
) -> tuple[list[Unit], int]:
    """The units of tokens `first` to `stop` (exclusive), and the masks of their entries together.

    A span outranks a name, a name a phrase, a phrase a word.
    """
    known = vocabulary().index.get
    texts, lows, starts, ends = tokens.text, tokens.low, tokens.start, tokens.end
    units: list[Unit] = []
    mask = 0
    i = first
    while i < stop:
        low = lows[i]
        if i in spans:
            last, span = spans[i]
            last = min(last, stop - 1)
            unit = Unit(span.kind, starts[i], ends[last], body[starts[i] : ends[last]], low, i, last)
            unit.value = span.value
            units.append(unit)
            i = last + 1
            continue
        phrases, entry = known(low, UNKNOWN)
        last = i
        if phrases is not None and i + 1 < stop:
            for size, rest, phrase in phrases.get(lows[i + 1], ()):
                if i + size <= stop and (size == 2 or lows[i + 1 : i + size] == rest):
                    entry, last = phrase, i + size - 1
                    break
        if i in hits and last <= hits[i].last < stop:
            hit = hits[i]
            entry = entry if last == hit.last else None
            last = hit.last
            unit = Unit("word", starts[i], ends[last], body[starts[i] : ends[last]], " ".join(lows[i : last + 1]), i, last, entry)
            _named(unit, hit.name)
            if unit.kind == "corridor":
                mask |= ROUTE
        elif last > i:
            unit = Unit("word", starts[i], ends[last], body[starts[i] : ends[last]], " ".join(lows[i : last + 1]), i, last, entry)
        else:
            text = texts[i]
            kind = "word" if low.isalpha() or text[0].isalpha() or text[0] in "'’" else "number" if text[0].isdigit() else "mark"
            unit = Unit(kind, starts[i], ends[i], text, low, i, i, entry)
        if entry is not None:
            mask |= entry.mask
        units.append(unit)
        i = last + 1
    return units, mask
