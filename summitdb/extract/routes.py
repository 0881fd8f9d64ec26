"""Routes: where an article names or describes a corridor, and where it comes back to one already spoken of.

"the Iasi-Ungheni gas pipeline", "a rail line linking the mines and the Lukaya port", "the line".
"""

from __future__ import annotations

from collections.abc import Iterable

from summitdb.extract.document import Document
from summitdb.extract.route_descriptions import LEAD
from summitdb.extract.route_ends import End, find_ends, states_in
from summitdb.extract.route_names import CROSSING, places_named, properly_named
from summitdb.extract.route_nouns import is_head, is_plural, is_told_of
from summitdb.extract.route_phrases import (
    HYPHENS,
    PLACES,
    PREMODIFIERS,
    Mention,
    Phrase,
    Route,
    corridor_row,
    determiner_before,
    first_modifier,
    has_noun,
    modes_of,
    phrase_at,
)
from summitdb.extract.route_register import Register
from summitdb.extract.route_relations import apposed, is_followed, successor
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.uses import words

POINTING = frozenset({"the", "this", "that", "its", "their", "these", "such"})

# What an article calls a corridor once it has been spoken of.
ANAPHORS = words("corridor", "anaphors")
CARRIED = frozenset({"capacity", "throughput"})
CHANGES = words("corridor", "changes")


# Plurals too general to be one corridor: "the lines between Moscow and Kyiv".
LINES = frozenset({"lines", "links", "connections", "routes", "roads"})
COUNTS = frozenset({"two", "three", "four", "both"})

# What a stretch of a longer route is called.
PARTS = frozenset({"route", "leg", "link", "connection"})

# Nouns for lines of current and of gas.
BOTH_WIRED_AND_PIPED = frozenset({"interconnector", "interconnection"})


def _tells_of_corridors(sentence: Sentence) -> bool:
    return "corridor" in sentence.categories or any(unit.kind == "corridor" for _, unit in sentence.named)


def _name_before_acronym(units: list[Unit], i: int) -> int:
    """Where the name begins whose acronym in brackets stands at `i`: "Fiji-Tonga (FT) pipeline", else `i`."""
    if i < 2 or units[i - 1].text != "(":
        return i
    first = i - 1
    while first > 0 and (units[first - 1].kind in PLACES or units[first - 1].text in HYPHENS):
        first -= 1
    return first if first < i - 1 else i


def _opening_it(units: list[Unit]) -> int | None:
    """The "it" that a sentence opens with: "It will carry", "When fully operational, it will carry"."""
    if units and units[0].low == "it":
        return 0
    if units and units[0].low in ("when", "once", "if"):
        return next((i for i, unit in enumerate(units[1:6], 1) if unit.low == "it"), None)
    return None


class Finder:
    """Finds the routes of one article."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.register = Register(doc.body)
        self.headed = any(sentence.role == "title" and _tells_of_corridors(sentence) for sentence in doc.sentences[:2])

    def find(self) -> list[Route]:
        """The routes of the article in the order in which it first speaks of them."""
        for sentence in self.doc.sentences:
            if sentence.role == "title":
                continue
            if self.register.last is not None or self.headed or _tells_of_corridors(sentence):
                spoken = not sentence.lows.isdisjoint(ANAPHORS)
                self._row(sentence, sentence.units, enumerate(sentence.units) if spoken else sentence.known)
            for _, unit in sentence.named:
                if unit.kind == "quotation":
                    units = self.doc.inside(unit.value)
                    self._row(sentence, units, enumerate(units))
        return [route for route in self.register.routes if route.settled]

    def _row(self, sentence: Sentence, units: list[Unit], telling: Iterable[tuple[int, Unit]]) -> None:
        """Read a row of units for routes; `telling` are those of them that can name one, with their positions."""
        it = _opening_it(units)
        if it is not None and self.register.is_recent(sentence):
            self.register.return_to(Mention(sentence, units, it, it, True))
        for i, unit in telling:
            if unit.kind == "corridor" and unit.corridor is not None:
                self._known(sentence, units, i)
            elif (unit.kind == "name" or "corridor" in unit.rows) and corridor_row(unit) is not None:
                if is_head(units, i):
                    self._noun(sentence, units, i)
            elif unit.low in ANAPHORS and i and not is_told_of(units, i):
                self._anaphor(Mention(sentence, units, first_modifier(units, i), i, True))

    def _anaphor(self, mention: Mention) -> None:
        """ "The project", "the 1,100-km project": the route spoken of, or the one that the headline is about."""
        units = mention.units
        bare = units[mention.end].low in CARRIED and any(
            u.low in CHANGES for u in units[max(0, mention.begin - 4) : mention.begin]
        )
        if not mention.begin or (units[mention.begin - 1].low not in POINTING and not bare):
            return
        if self.register.is_recent(mention.sentence, 2 if units[mention.end].low in CARRIED else 1):
            self.register.return_to(mention)
        elif (
            self.register.last is None
            and self.headed
            and units[mention.end].low in ("project", "scheme", "venture")
            and mention.sentence.paragraph <= LEAD
        ):
            self.register.early.append(mention)

    def _known(self, sentence: Sentence, units: list[Unit], i: int) -> None:
        entry = units[i].corridor
        assert entry is not None
        end = i
        while end + 1 < len(units) and (units[end + 1].low in PREMODIFIERS or "corridor" in units[end + 1].rows):
            end += 1
        while end > i and "corridor" not in units[end].rows:
            end -= 1
        bare = end == i and not has_noun(units[i])
        if entry.ambiguous and bare and not any("corridor" in u.rows or u.low in ("port", "project") for u in units):
            return
        first = _name_before_acronym(units, i)
        self.register.enter(entry, Mention(sentence, units, first_modifier(units, first), end), units[i])

    def _noun(self, sentence: Sentence, units: list[Unit], i: int) -> None:
        phrase = phrase_at(units, i)
        row = corridor_row(units[i]) or {}
        proper = units[phrase.proper : phrase.stop]
        modes = modes_of(units, phrase, row)
        if units[i].low in BOTH_WIRED_AND_PIPED and self._is_of_gas(sentence):
            modes = ("pipeline",)
        if any(unit.kind == "corridor" for unit in proper):
            return
        mention = Mention(sentence, units, phrase.begin, i)
        if units[i].low == "route" and is_followed(self.register.last, mention):
            self.register.return_to(Mention(sentence, units, phrase.begin, i, True))
            return
        if is_plural(units[i]):
            self._several(mention, modes, row)
            return
        if proper and self._part_of_last(mention):
            self.register.return_to(Mention(sentence, units, phrase.begin, i, True))
            return
        if proper and all(u.kind == "region" for u in proper) and determiner_before(units, phrase.begin) == "the":
            known = self.register.same(modes, units[i].low, sentence)
            if known is not None and modes:
                self.register.come_back(known, mention)  # "the Baltic Sea pipeline", once Nord Stream is spoken of
                return
        if (proper or units[i].kind == "name") and self._own_name(mention, phrase, modes, row):
            return
        if proper and proper[-1].kind == "name" and units[i].is_capitalised and units[i].kind == "word":
            return  # "the Silk Road": a name, but of no route
        determiner = determiner_before(units, phrase.begin)
        if determiner in POINTING:
            same = self.register.same(modes, units[i].low, sentence)
            told = {end.code for end in find_ends(units, i, close=True)}
            noun = same.mentions[0].units[same.mentions[0].end].low.rpartition(" ")[2] if same is not None else ""
            alike = determiner == "this" or noun == units[i].low.rpartition(" ")[2]
            again = same is not None and alike and bool(told & same.countries)
            if same is not None and not again and len(told) > 1 and len(same.course) > 1 and not told <= same.course:
                same = None
        else:
            same = apposed(self.register.last, mention, modes) or successor(self.register.last, mention, modes)
        if same is not None:
            self.register.come_back(same, mention)
        elif not self.register.enter_described(mention, modes, row, determiner) and modes:
            crossing = any(u.low in CROSSING or u.text == "cross" for u in units[mention.begin : i])
            if crossing and not row["needs"] and self.register.last is None:
                self.register.enter_between(mention, modes, self._pair())

    def _pair(self) -> list[End]:
        """The two states that the article's first sentences tell of, with their first mentions; none where they are not two."""
        first: dict[str, End] = {}
        for sentence in self.doc.sentences[:3]:
            for _, unit in sentence.named:
                for code in sorted(states_in([unit])):
                    first.setdefault(code, End(code, unit))
        return list(first.values()) if len(first) == 2 else []

    def _several(self, mention: Mention, modes: tuple[str, ...], row: dict[str, str]) -> None:
        """ "Two cross-border rail links to connect Banarhat to Samtse": described with both ends."""
        units = mention.units
        counted = any(u.kind in ("number", "quantity") or u.low in COUNTS for u in units[max(0, mention.begin - 1) : mention.end])
        if modes and "cable" not in modes and (counted or units[mention.end].low.rpartition(" ")[2] not in LINES):
            self.register.enter_described(mention, modes, row, "the")

    def _is_of_gas(self, sentence: Sentence) -> bool:
        """Whether "interconnector" is one for gas here: the route just spoken of is a pipeline."""
        return self.register.last is not None and self.register.last.modes == ("pipeline",) and self.register.is_recent(sentence)

    def _part_of_last(self, mention: Mention) -> bool:
        """ "The Aktau-Alat route" in a text about a longer one is a part of it."""
        return self.register.last is not None and self.register.last.settled and mention.units[mention.end].low in PARTS

    def _own_name(self, mention: Mention, phrase: Phrase, modes: tuple[str, ...], row: dict[str, str]) -> bool:
        """Take the phrase as a name that no gazetteer has; False where it is none."""
        rule, named = "corridor.name.places", places_named(self.doc, mention, phrase)
        if named is None:
            rule, named = "corridor.name.proper", properly_named(self.doc, mention, phrase, modes, row)
        if named is not None:
            self.register.add(mention, phrase, modes, named, rule)
        return named is not None
