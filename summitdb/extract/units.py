"""Units: a sentence as a short row of words, names, numbers, dates and quotations, which the rules read.

A unit is what a rule can step over as one: "Kenyan President Josphat Letting" is one unit of kind `person`, "U.S." one of kind
`country`, a whole quotation one of kind `quotation`. Rules never look at characters, only at units.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

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


class Sentence(Struct, dict=True):
    """One sentence: its units, its place in the text. `role` is title, caption or body; `categories` are those of
    the vocabulary that its words have."""

    start: int
    end: int
    units: list[Unit]
    paragraph: int
    index: int
    categories: set[str]
    role: str = "body"

    # What follows is asked once the words that stand for one thing are one unit.
    @cached_property
    def named(self) -> list[tuple[int, Unit]]:
        """The units that are more than words and marks, or stand for a state, with their positions."""
        return [(i, unit) for i, unit in enumerate(self.units) if unit.kind not in PLAIN or unit.countries]

    @cached_property
    def lows(self) -> set[str]:
        """The words, in lower case."""
        return set(map(LOW, self.units))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, unit in enumerate(self.units):
            for category in unit.rows:
                found.setdefault(category, []).append(i)
        return found

    def places(self, category: str) -> Sequence[int]:
        """The positions of the words of a category of the vocabulary."""
        return self._places.get(category, ())


def unit_of(kind: str, start: int, end: int, text: str, low: str, first: int, last: int, entry: Entry | None = None) -> Unit:
    """A unit of that text with the meaning `entry`."""
    meaning = entry or NOTHING
    return Unit(kind, start, end, text, low, first, last, entry, meaning.rows, meaning.tenses, meaning.pos)
