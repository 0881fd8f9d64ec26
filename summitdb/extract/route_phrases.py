"""Phrases about corridors: the noun with its modifiers and its proper part, and what tells one thing spoken of from another."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, field

from summitdb.extract.route_ends import End
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.names import STATE_KINDS, forms
from summitdb.gazetteer.tables import CorridorEntry
from summitdb.gazetteer.uses import values, words
from summitdb.gazetteer.vocabulary import meaning

MODE_WORDS = values("corridor", "mode_before")

PLACES = frozenset({"city", "country", "region", "name", "corridor"})

HYPHENS = frozenset({"-", "–", "—"})

# "Road and rail bridge", "rail-cum-road bridge", "oil and gas pipelines".
COUPLING = frozenset({"and", "-", "–", "/", "cum", "-cum-", ","})
COUPLED = words("corridor", "coupled")

# Words between the proper part of a name and its noun, or before a noun that has none.
PREMODIFIERS = words("corridor", "premodifiers")

# Nouns that can mean a corridor of any mode.
GENERIC = words("corridor", "generic")

NAME_NOUNS = words("corridor", "name_noun")


# Hyphens behind these join no places: "trans-border".
PREFIXES = frozenset({"non", "anti", "inter", "trans", "cross"})


class Mention(Struct):
    """One place where a route is spoken of: units `begin` to `end` (inclusive) of a row of units."""

    sentence: Sentence
    units: list[Unit]
    begin: int
    end: int
    anaphor: bool = False
    aside: bool = False  # named only to tell of another route


class Route(Struct):
    """One corridor with all its mentions. `named` are the countries that its name speaks of, `ends` those it is said to link."""

    name: str
    written: tuple[int, int]
    entry: CorridorEntry | None
    modes: tuple[str, ...]
    named: list[End] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    parts: list[tuple[Route, Mention]] = field(default_factory=list)  # routes told to be part of it, and where
    settled: bool = True  # False: only described, with ends still to be told
    rule: str = "corridor.name.gazetteer"

    @property
    def countries(self) -> set[str]:
        return {end.code for end in (*self.named, *self.ends)}

    @property
    def is_new(self) -> bool:
        """Whether it is only described, as something the reader does not know: "a 3,000 MW interconnection"."""
        first = self.mentions[0]
        return self.rule == "corridor.name.described" and determiner_before(first.units, first.begin) in ("a", "an")

    @property
    def course(self) -> set[str]:
        """All countries it runs through, also those that the gazetteer knows of."""
        return self.countries | set(self.entry.countries if self.entry else ())


class Phrase(Struct, frozen=True):
    """A noun phrase about a corridor: units `begin` to `head`, its proper part from `proper` to `stop` (exclusive)."""

    begin: int
    proper: int
    stop: int
    head: int


def phrase_at(units: list[Unit], head: int) -> Phrase:
    """The phrase that ends in the noun at `head`."""
    stop = head
    while stop > 0 and (_modifies(units, stop - 1) and not units[stop - 1].is_capitalised):
        stop -= 1
    proper = stop
    while proper > 0:
        before = units[proper - 1]
        if before.text == ")" and proper > 3 and units[proper - 3].text == "(" and units[proper - 2].text.isupper():
            proper -= 3  # "the Uzbekistan-Afghanistan-Pakistan (UAP) railway corridor"
            continue
        if before.kind in PLACES or before.text in HYPHENS:
            proper -= 1
        elif (
            before.kind in ("word", "national", "person")
            and before.is_capitalised
            and before.pos in (None, "word")
            and not _opens(units, proper - 1)
        ):
            proper -= 1
        elif before.low == "of" and 1 < proper < stop and units[proper - 2].kind in PLACES and units[proper].kind in PLACES:
            proper -= 1
        else:
            break
    while proper < stop and units[proper].text in HYPHENS:
        proper += 1
    begin = proper
    if proper > 1 and units[proper - 1].text in HYPHENS and units[proper - 2].low in PREFIXES:
        begin = proper - 2  # "the trans-Balkan pipeline"
    return Phrase(first_modifier(units, begin), proper, stop, head)


def first_modifier(units: list[Unit], begin: int) -> int:
    """The first of the modifiers before unit `begin`: the "new 43-km" of "the new 43-km gas link"."""
    while begin > 0 and _modifies(units, begin - 1):
        begin -= 1
    return begin


def _modifies(units: list[Unit], i: int) -> bool:
    """Whether unit `i` belongs to the modifiers of a noun: a word, a length with its conversion in brackets, a hyphen."""
    unit = units[i]
    if unit.kind == "word" and "corridor" in unit.rows and "corridor" in units[i + 1].rows:
        return True  # the "transmission line" of "a transmission line link"
    if unit.low in PREMODIFIERS or unit.kind == "quantity" or _hyphen_inside(units, i) or couples(units, i):
        return True
    if unit.low in COUPLED and couples(units, i + 1):
        return True
    if unit.text == ")":
        return i > 2 and units[i - 1].kind == "quantity" and units[i - 2].text == "("
    return unit.text == "(" and i + 2 < len(units) and units[i + 1].kind == "quantity" and units[i + 2].text == ")"


def couples(units: list[Unit], i: int) -> bool:
    """The word that couples two modes: the "and" of "a road and rail bridge", the hyphen of "rail-road bridge"."""
    return (
        0 < i < len(units) - 1
        and units[i].low in COUPLING
        and units[i - 1].low in COUPLED
        and ("corridor" in units[i + 1].rows or units[i + 1].low in PREMODIFIERS or units[i + 1].low in MODE_WORDS)
    )


def _hyphen_inside(units: list[Unit], i: int) -> bool:
    """The hyphen of "cross-border", "standard-gauge"."""
    return (
        units[i].text in HYPHENS
        and 0 < i < len(units) - 1
        and (units[i - 1].low in PREMODIFIERS or units[i - 1].kind == "quantity")
        and units[i + 1].low in PREMODIFIERS
    )


def _opens(units: list[Unit], i: int) -> bool:
    """Whether the capital of unit `i` may only be that of the sentence's first word."""
    return i == 0 and units[i].rows != {}


def acronym_end(units: list[Unit], i: int, stop: int) -> int:
    """The unit that closes "(TANAP)" behind the phrase that ends before `i`, else `stop`."""
    if i + 2 < len(units) and units[i].text == "(" and units[i + 2].text == ")" and units[i + 1].text.isupper():
        return i + 2
    return stop


def determiner_before(units: list[Unit], begin: int) -> str:
    i = begin - 1
    while i >= 0 and units[i].kind in ("word", "number") and (units[i].low in PREMODIFIERS or "modifier" in units[i].rows):
        i -= 1
    return units[i].low if i >= 0 else ""


def named_in(unit: Unit) -> list[End]:
    """The states that the parts of a hyphenated name are: "Iran-Pakistan-India pipeline"."""
    parts = unit.text.replace("–", "-").split("-")
    known = [forms().get(part.strip()) or forms().get(part.strip().split(" ")[0]) for part in parts]
    return [
        End(name.codes(STATE_KINDS)[0], unit) for name in known if len(parts) > 1 and name is not None and name.codes(STATE_KINDS)
    ]


def agree(modes: tuple[str, ...], others: tuple[str, ...], low: str) -> bool:
    """Whether a noun of `modes` can mean a route of `others`."""
    return not modes or not others or bool(set(modes) & set(others)) or low in GENERIC


def covers(countries: set[str], described: set[str], modes: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a route through `countries` can be the one described as running through `described`."""
    return bool(described) and described <= countries and bool(set(modes) & set(others))


def acronym_in(name: str) -> str | None:
    """The acronym in brackets inside a name: "Uzbekistan-Afghanistan-Pakistan (UAP) Railway Corridor"."""
    before, _, rest = name.partition(" (")
    inside, closed, _ = rest.partition(")")
    return inside if before and closed and inside.isupper() else None


def key_of(name: str) -> str:
    return name.lower().replace("–", "-").replace(" - ", "-")


def has_noun(unit: Unit) -> bool:
    """Whether a name ends in the noun of what it names: "Baku-Tbilisi-Kars railway", not "Nabucco"."""
    return unit.low.rpartition(" ")[2] in NAME_NOUNS


def modes_of(units: list[Unit], phrase: Phrase, row: dict[str, str]) -> tuple[str, ...]:
    """What a noun and the words before it say of its mode: "rail corridor", "400-kilovolt line", "road and rail bridge"."""
    own = row["modes"].split()
    coupled = [
        MODE_WORDS[units[i].low] for i in range(phrase.begin, phrase.head) if units[i].low in MODE_WORDS and couples(units, i + 1)
    ]
    if own:
        return tuple(dict.fromkeys((*coupled, *own)))
    for unit in units[phrase.begin : phrase.head]:
        line = unit.rows.get("corridor")
        mode = line["modes"] if line is not None and unit.kind == "word" and " " in unit.low else MODE_WORDS.get(unit.low)
        if mode:
            return tuple(dict.fromkeys((*coupled, mode)))
        if unit.kind == "quantity" and unit.value.unit == "kV":
            return ("grid",)
    return tuple(dict.fromkeys(coupled))


@cache
def _noun_row(name: str) -> dict[str, str] | None:
    """The row of the longest noun that ends a name: the "rail bridge" of "Amur International Rail Bridge"."""
    words = name.split(" ")
    return next((row for i in range(len(words)) if (row := meaning(" ".join(words[i:]), "corridor")) is not None), None)


def corridor_row(unit: Unit) -> dict[str, str] | None:
    """The vocabulary row of a corridor noun, alone or at the end of a capitalised name ("Lukaya Motorway"), or None."""
    row = unit.rows.get("corridor")
    if row is None and unit.kind in ("name", "corridor"):
        return _noun_row(unit.low)
    return row
