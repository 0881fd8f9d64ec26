"""Units: a sentence as a short row of words, names, numbers, dates and quotations, which the rules read.

A unit is what a rule can step over as one: "Kenyan President Josphat Letting" is one unit of kind `person`, "U.S." one of kind
`country`, a whole quotation one of kind `quotation`. Rules never look at characters, only at units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from summitdb.gazetteer.vocabulary import Entry

if TYPE_CHECKING:
    from summitdb.extract.people import Person, Role
    from summitdb.gazetteer.names import Name
    from summitdb.gazetteer.tables import City, CorridorEntry, OrganizationEntry

# Kinds: word, mark (punctuation), number, country, national (adjective or people), city, region, organization, corridor,
# name (capitalised, of nobody known), person, role, date, quantity, quotation.

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

NOTHING = Entry("")  # what a word means that the vocabulary does not have


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


PLAIN = frozenset({"word", "mark"})
LOW = attrgetter("low")
ROWS = attrgetter("rows")


class Sentence(Struct):
    """One sentence: its units, its place in the text. `role` is title, caption or body; `categories` are those of the
    vocabulary that its words have.

    Of its units once those that stand for one thing are one: `known` are those that mean something, with their positions,
    `named` of them those that are more than words and marks, or stand for a state, `lows` the words in lower case.
    """

    start: int
    end: int
    units: list[Unit]
    paragraph: int
    index: int
    categories: set[str]
    role: str = "body"
    known: list[tuple[int, Unit]] = field(default_factory=list)
    named: list[tuple[int, Unit]] = field(default_factory=list)
    lows: set[str] = field(default_factory=set)
    _places: dict[str, list[int]] = field(default_factory=dict)

    def settle(self, units: list[Unit]) -> None:
        """Take `units` for good, and note what the rules ask for most."""
        self.units = units
        self.lows = set(map(LOW, units))
        self.known = [(i, unit) for i, unit in enumerate(units) if unit.rows or unit.kind not in PLAIN or unit.countries]
        self.named = [known for known in self.known if known[1].kind not in PLAIN or known[1].countries]
        places: dict[str, list[int]] = defaultdict(list)
        for i, unit in self.known:
            for category in unit.rows:
                places[category].append(i)
        self._places = places

    def places(self, category: str) -> Sequence[int]:
        """The positions of the words of a category of the vocabulary."""
        return self._places.get(category, ())

    def places_of(self, categories: AbstractSet[str]) -> set[int]:
        """The positions of the words of some categories of the vocabulary."""
        return {i for category in categories & self._places.keys() for i in self._places[category]}


def unit_of(kind: str, start: int, end: int, text: str, low: str, first: int, last: int, entry: Entry | None = None) -> Unit:
    """A unit of that text with the meaning `entry`."""
    meaning = entry or NOTHING
    return Unit(kind, start, end, text, low, first, last, entry, meaning.rows, meaning.tenses, meaning.pos)
