"""The matcher of names: every named country, city, organization, corridor, leader and region in a text, in one pass."""

from __future__ import annotations

import gc
import unicodedata
from bisect import bisect_left
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from summitdb.gazetteer import tables
from summitdb.gazetteer.tables import City, CorridorEntry, Leader, OrganizationEntry, Region
from summitdb.gazetteer.vocabulary import vocabulary
from summitdb.text.tokens import Tokens

STATE_KINDS = frozenset({"name", "official", "former", "epithet"})
NATIONAL_KINDS = frozenset({"adjective", "person", "people"})
LARGE = 200_000
SEAT_KINDS = frozenset({"capital", "former_capital", "seat"})


class Name(Struct):
    """What one form can mean. `countries` are (code, kind) pairs in the order of the data file."""

    form: str
    countries: tuple[tuple[str, str], ...] = ()
    cities: tuple[City, ...] = ()
    organization: OrganizationEntry | None = None
    corridor: CorridorEntry | None = None
    leaders: tuple[Leader, ...] = ()
    region: Region | None = None
    ambiguous: bool = False

    def codes(self, kinds: frozenset[str]) -> tuple[str, ...]:
        """The country codes that this form gives in one of `kinds`."""
        return tuple(dict.fromkeys(code for code, kind in self.countries if kind in kinds))


def plain(form: str) -> str:
    """The form without accents, as a telex or an old wire would write it."""
    if form.isascii():
        return form
    special = form.translate(str.maketrans("øØłŁđĐıƏəßæÆœŒþð", "oOlLdDiAasaAoOtd"))
    return "".join(c for c in unicodedata.normalize("NFKD", special) if not unicodedata.combining(c))


CORRIDOR_NOUNS = frozenset([
    "Corridor", "Pipeline", "Railway", "Railroad", "Railroads", "Rail", "Line", "Link", "Route", "Highway", "Motorway",
    "Expressway", "Road", "Bridge", "Tunnel", "Canal", "Waterway", "Interconnector", "Interconnection", "Cable", "Gas", "Oil",
    "Natural", "Crude", "Transport", "Transit", "Trade", "Economic", "Energy", "Submarine", "Power", "Electricity",
    "Transmission", "Land-Sea", "Multimodal",
])  # fmt: skip


def _with_small_nouns(form: str) -> str:
    """A corridor's name with its common nouns in small letters behind the first word: "Southern gas corridor"."""
    words = form.split(" ")
    return " ".join([words[0], *(word.lower() if word in CORRIDOR_NOUNS else word for word in words[1:])])


class _Builder:
    def __init__(self) -> None:
        self.names: dict[str, Name] = {}

    def spell(self, form: str, loud: bool = False) -> list[Name]:
        """The entries of a form in all the spellings under which a text may have it; `loud` ones also in capitals, as datelines
        and the first words of some papers have them."""
        spellings = [form]
        if "-" in form:
            spellings.append(form.replace("-", "–"))
        if "'" in form:
            spellings += [spelling.replace("'", "’") for spelling in spellings]
        if not form.isascii():
            spellings += [plain(spelling) for spelling in spellings]
        if loud and len(form) > 3:
            spellings += [spelling.upper() for spelling in spellings]
        known = self.names
        return [known.get(spelling) or known.setdefault(spelling, Name(spelling)) for spelling in dict.fromkeys(spellings)]


@cache
def forms() -> dict[str, Name]:
    """Every form of the gazetteer with what it can mean."""
    builder = _Builder()
    for row in tables.country_forms():
        for name in builder.spell(row.form, loud=row.kind != "building"):
            name.countries += ((row.code, row.kind),)
            name.ambiguous |= row.ambiguous
    for city in tables.cities():
        for form in dict.fromkeys((city.name, *city.aliases)):
            for name in builder.spell(form, loud=city.population > LARGE or not city.population):
                name.cities += (city,)
                name.ambiguous |= city.ambiguous
    for region in tables.regions():
        for form in (region.name, *region.aliases):
            for name in builder.spell(form, loud=True):
                name.region = region
    for corridor in tables.corridors():
        for form in (corridor.name, *corridor.aliases):
            for spelling in dict.fromkeys((form, _with_small_nouns(form))):
                for name in builder.spell(spelling):
                    name.corridor = name.corridor or corridor
    for entry in tables.organizations():
        for form in (entry.name, *([entry.acronym] if entry.acronym else []), *entry.aliases):
            for name in builder.spell(form, loud=True):
                name.organization = name.organization or entry
                name.ambiguous |= entry.ambiguous
    for leader in tables.leaders():
        for form in dict.fromkeys((leader.name, *leader.aliases)):
            if " " in form:
                for name in builder.spell(form):
                    name.leaders += (leader,)
    return builder.names


@cache
def surnames() -> dict[str, tuple[Leader, ...]]:
    """Leaders by the short form under which texts name them alone."""
    found: dict[str, tuple[Leader, ...]] = {}
    for leader in tables.leaders():
        for form in dict.fromkeys((leader.surname, plain(leader.surname), *(a for a in leader.aliases if " " not in a))):
            if form:
                found[form] = (*found.get(form, ()), leader)
    return found


class Hit(Struct, frozen=True):
    """A name found in a text: token positions `first` to `last` (inclusive)."""

    first: int
    last: int
    name: Name


@cache
def _automaton() -> tuple[AhoCorasick, list[Name]]:
    names = list(forms().values())
    return AhoCorasick([name.form for name in names], matchkind=MatchKind.LeftmostLongest, store_patterns=False), names


@cache
def prepare() -> None:
    """Build the gazetteer and the vocabulary now, and keep them out of garbage collection.

    They are hundreds of thousands of objects that live as long as the process: looking for garbage among them, while they grow
    and ever after, costs more than it finds. For programs that extract, which call this once; it is no business of an import.
    """
    collecting = gc.isenabled()
    gc.disable()
    _automaton()
    vocabulary()
    gc.freeze()
    if collecting:
        gc.enable()


def find_names(body: str, tokens: Tokens) -> list[Hit]:
    """The names in `body`, longest first, none overlapping, each on token boundaries, in text order."""
    automaton, names = _automaton()
    starts, ends = tokens.start, tokens.end
    hits: list[Hit] = []
    for which, start, end in automaton.find_matches_as_indexes(body):
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] != start:
            continue
        last = bisect_left(ends, end, first)
        if last < len(ends) and ends[last] == end:
            hits.append(Hit(first, last, names[which]))
        else:
            # A longest match that ends inside a word ("Niger" of "Nigerien") may hide a shorter whole name.
            shorter = _shorter(body, start, end, tokens, first)
            if shorter:
                hits.append(shorter)
    return hits


def _shorter(body: str, start: int, end: int, tokens: Tokens, first: int) -> Hit | None:
    """The longest name that begins at token `first` and ends on a token boundary before `end`."""
    known = forms()
    last = first
    while last + 1 < len(tokens) and tokens.end[last + 1] < end:
        last += 1
    for i in range(last, first - 1, -1):
        name = known.get(body[start : tokens.end[i]])
        if name and tokens.end[i] < end:
            return Hit(first, i, name)
    return None
