"""Routes: where an article names or describes a corridor, and where it comes back to one already spoken of.

"the Iasi-Ungheni gas pipeline", "a rail line linking the mines and the Lukaya port", "the line".
"""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.route_descriptions import LEAD, describe, span_of
from summitdb.extract.route_ends import End, find_ends, states_in
from summitdb.extract.route_names import places_named, properly_named
from summitdb.extract.route_nouns import is_head, is_plural, is_told_of
from summitdb.extract.route_phrases import (
    PREMODIFIERS,
    Mention,
    Phrase,
    Route,
    acronym_end,
    acronym_in,
    agree,
    corridor_row,
    covers,
    determiner_before,
    first_modifier,
    has_noun,
    key_of,
    modes_of,
    named_in,
    phrase_at,
)
from summitdb.extract.route_relations import apposed, is_aside, is_followed, is_rival, is_same, successor
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.names import forms
from summitdb.gazetteer.tables import CorridorEntry, countries
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

MEMORY = 3  # sentences over which "the line" still means the route spoken of


def _tells_of_corridors(sentence: Sentence) -> bool:
    return "corridor" in sentence.categories or any(unit.kind == "corridor" for _, unit in sentence.named)


class Finder:
    """Finds the routes of one article."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.routes: list[Route] = []
        self.last: Route | None = None
        self.acronyms: dict[str, Route] = {}  # "(UAP)", and what it was given to
        self.early: list[Mention] = []  # "the 1,100-km project" under a headline about a corridor, before the text names it
        self.headed = any(sentence.role == "title" and _tells_of_corridors(sentence) for sentence in doc.sentences[:2])

    def find(self) -> list[Route]:
        """The routes of the article in the order in which it first speaks of them."""
        for sentence in self.doc.sentences:
            if sentence.role == "title":
                continue
            if self.last is not None or self.headed or _tells_of_corridors(sentence):
                self._row(sentence, sentence.units)
            for _, unit in sentence.named:
                if unit.kind == "quotation":
                    self._row(sentence, self.doc.inside(unit.value))
        return [route for route in self.routes if route.settled]

    def _row(self, sentence: Sentence, units: list[Unit]) -> None:
        if units and units[0].low == "it" and self._recent(sentence):
            self._return_to(Mention(sentence, units, 0, 0, True))
        for i, unit in enumerate(units):
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
        if self._recent(mention.sentence, 2 if units[mention.end].low in CARRIED else 1):
            self._return_to(mention)
        elif (
            self.last is None
            and self.headed
            and units[mention.end].low in ("project", "scheme", "venture")
            and mention.sentence.paragraph <= LEAD
        ):
            self.early.append(mention)

    def _recent(self, sentence: Sentence, memory: int = MEMORY) -> bool:
        return self.last is not None and self.last.mentions[-1].sentence.index >= sentence.index - memory

    def _return_to(self, mention: Mention) -> None:
        assert self.last is not None
        self.last.mentions.append(mention)

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
        self._enter(entry, Mention(sentence, units, first_modifier(units, i), end), units[i])

    def _enter(self, entry: CorridorEntry, mention: Mention, unit: Unit | None = None) -> None:
        """Enter a corridor of the gazetteer, named at the end of `mention`, by `unit` where one unit has the name."""
        units, end = mention.units, mention.end
        first = unit if unit is not None else units[mention.begin]
        route = next((r for r in self.routes if r.entry is entry), None) or self.acronyms.get(first.text.split(" ")[0])
        if route is None:
            end = acronym_end(units, end + 1, end)
            named = named_in(unit) if unit is not None else []
            route = Route(entry.name, (first.start, units[end].end), entry, entry.modes, named=named)
            self._absorb(route)
            self.routes.append(route)
        self._mention(route, mention)

    def _absorb(self, named: Route) -> None:
        """Take into a route named now the one described before: "a 1,068-km power line ... the Eastern Electricity Highway"."""
        for route in self.routes:
            if route.rule == "corridor.name.described" and is_same(named, route):
                named.mentions, named.ends = route.mentions, route.ends
                self.routes.remove(route)
                return

    def _mention(self, route: Route, mention: Mention) -> None:
        route.mentions.append(mention)
        if not mention.anaphor or len(route.countries) < 2:
            route.ends += [end for end in find_ends(mention.units, mention.end) if end.code not in route.countries]
        mention.aside = is_aside(self.last, mention)
        if self.last is None and self.early:
            route.mentions[:0] = self.early
        if not (mention.aside or is_rival(self.last, mention)):
            self.last = route

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
        if units[i].low == "route" and is_followed(self.last, mention):
            self._return_to(Mention(sentence, units, phrase.begin, i, True))
            return
        if is_plural(units[i]):
            self._several(mention, modes, row)
            return
        if proper and self._part_of_last(mention):
            self._return_to(Mention(sentence, units, phrase.begin, i, True))
            return
        if (proper or units[i].kind == "name") and self._own_name(mention, phrase, modes, row):
            return
        determiner = determiner_before(units, phrase.begin)
        if determiner in POINTING:
            same = self._same(modes, units[i].low, sentence)
            told = {end.code for end in find_ends(units, i, close=True)}
            noun = same.mentions[0].units[same.mentions[0].end].low.rpartition(" ")[2] if same is not None else ""
            alike = determiner == "this" or noun == units[i].low.rpartition(" ")[2]
            again = same is not None and alike and bool(told & same.countries)
            if same is not None and not again and len(told) > 1 and len(same.course) > 1 and not told <= same.course:
                same = None
        else:
            same = apposed(self.last, mention, modes) or successor(self.last, mention, modes)
        if same is not None:
            self._return(same, mention)
        else:
            self._described(mention, modes, row, determiner)

    def _several(self, mention: Mention, modes: tuple[str, ...], row: dict[str, str]) -> None:
        """ "Two cross-border rail links to connect Banarhat to Samtse": described with both ends."""
        units = mention.units
        counted = any(u.kind in ("number", "quantity") or u.low in COUNTS for u in units[max(0, mention.begin - 1) : mention.end])
        if modes and "cable" not in modes and (counted or units[mention.end].low.rpartition(" ")[2] not in LINES):
            self._described(mention, modes, row, "the")

    def _is_of_gas(self, sentence: Sentence) -> bool:
        """Whether "interconnector" is one for gas here: the route just spoken of is a pipeline."""
        return self.last is not None and self.last.modes == ("pipeline",) and self._recent(sentence)

    def _part_of_last(self, mention: Mention) -> bool:
        """ "The Aktau-Alat route" in a text about a longer one is a part of it."""
        return self.last is not None and self.last.settled and mention.units[mention.end].low in PARTS

    def _own_name(self, mention: Mention, phrase: Phrase, modes: tuple[str, ...], row: dict[str, str]) -> bool:
        """Take the phrase as a name that no gazetteer has; False where it is none."""
        rule, named = "corridor.name.places", places_named(self.doc, mention, phrase)
        if named is None:
            rule, named = "corridor.name.proper", properly_named(self.doc, mention, phrase, modes, row)
        if named is not None:
            self._add(mention, phrase, modes, named, rule)
        return named is not None

    def _return(self, route: Route, mention: Mention) -> None:
        mention.anaphor = True
        self._mention(route, mention)
        if not route.settled and len(route.countries) > 1:
            route.settled = True
            noun = self.doc.body[slice(*route.written)]
            if " " not in noun and any(end.unit in mention.units for end in route.ends):
                route.written = span_of(mention, route.ends)
            self._name(route, noun)

    def _same(self, modes: tuple[str, ...], low: str, sentence: Sentence) -> Route | None:
        """The route that "the line", "the gas pipeline" can mean: the last one, or the last of that mode."""
        if self.last is not None and self._recent(sentence) and agree(modes, self.last.modes, low):
            return self.last
        return next((r for r in reversed(self.routes) if modes and set(modes) & set(r.modes)), None)

    def _add(self, mention: Mention, phrase: Phrase, modes: tuple[str, ...], named: list[End], rule: str) -> None:
        units = mention.units
        start = units[phrase.proper].start
        name = self.doc.body[start : units[mention.end].end]
        key = key_of(name)
        acronym = acronym_in(name)
        known = forms().get(name.replace(" - ", "-").replace(" – ", "-"))
        if known is not None and known.corridor is not None:
            self._enter(known.corridor, mention)
            return
        route = next((r for r in self.routes if key_of(r.name) == key or key_of(self.doc.body[slice(*r.written)]) == key), None)
        route = route or (self.acronyms.get(acronym) if acronym else None)
        if route is None:
            end = acronym_end(units, mention.end + 1, mention.end)
            route = Route(name, (start, units[end].end), None, modes, rule=rule)
            self._take_over(route, {end.code for end in named}, mention)
            self.routes.append(route)
            if acronym:
                self.acronyms[acronym] = route
        route.named += [end for end in named if end.code not in route.countries]
        self._mention(route, mention)

    def _take_over(self, named: Route, codes: set[str], mention: Mention) -> None:
        """Take into a route that gets its name now the one described just before: "a bridge ... the Mfum Bridge"."""
        for route in self.routes:
            states = route.countries | {code for m in route.mentions for code in states_in(m.units)}
            described = route.rule == "corridor.name.described" and route.settled and codes <= states
            if (
                described
                and set(named.modes) & set(route.modes)
                and route.mentions[-1].sentence.index >= mention.sentence.index - MEMORY
            ):
                named.mentions, named.ends = route.mentions, route.ends
                self.routes.remove(route)
                return

    def _described(self, mention: Mention, modes: tuple[str, ...], row: dict[str, str], determiner: str) -> None:
        """ "A railway linking X and Y", "a pipeline to the Kenyan port of Lamu", "a rail link" with its ends told later."""
        found = describe(self.doc.body, mention, modes, row, determiner)
        if found is None:
            return
        route, codes = found
        for known in self.routes:
            own = len(known.modes) > 1 and len(route.modes) == 1 and len({end.code for end in route.ends if end.direct}) > 1
            if route.settled and known.settled and not own and covers(known.course, codes, known.modes, route.modes):
                self._return(known, mention)
                return
        self.routes.append(route)
        self._mention(route, mention)
        if route.settled:
            self._name(route, mention.units[mention.end].text)

    def _name(self, route: Route, noun: str) -> None:
        """Name a described route by its two ends: "Akhaura-Agartala railway"."""
        places = [end.place for end in route.ends if end.direct]
        if not places and len(route.ends) == 2:
            places = [countries()[end.code].name for end in route.ends]
        if len(places) > 1:
            route.name = f"{places[0]}-{places[-1]} {noun}"
            known = next((forms()[name] for name in (route.name, f"{places[0]}-{places[-1]}") if name in forms()), None)
            if known is not None and known.corridor is not None and set(known.corridor.modes) & set(route.modes):
                route.entry, route.name = known.corridor, known.corridor.name
