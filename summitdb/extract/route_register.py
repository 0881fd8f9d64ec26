"""The routes an article has spoken of so far: entered when first named or described, found again when it comes back to one."""

from __future__ import annotations

from summitdb.extract.route_descriptions import describe, span_of
from summitdb.extract.route_ends import End, find_ends, states_in
from summitdb.extract.route_phrases import (
    Mention,
    Phrase,
    Route,
    acronym_end,
    acronym_in,
    agree,
    covers,
    key_of,
    named_in,
)
from summitdb.extract.route_relations import has_part, is_aside, is_rival, is_same
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.names import forms
from summitdb.gazetteer.tables import CorridorEntry, countries

STRUCTURES = frozenset({"bridge", "tunnel", "canal", "ferry", "causeway"})
MEMORY = 3  # sentences over which "the line" still means the route spoken of


class Register:
    """The routes of one article in the order in which it first speaks of them, the last one spoken of among them."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.routes: list[Route] = []
        self.last: Route | None = None
        self.acronyms: dict[str, Route] = {}  # "(UAP)", and what it was given to
        self.early: list[Mention] = []  # "the 1,100-km project" under a headline about a corridor, before the text names it

    def is_recent(self, sentence: Sentence, memory: int = MEMORY) -> bool:
        """Whether the last route was spoken of at most `memory` sentences before `sentence`."""
        return self.last is not None and self.last.mentions[-1].sentence.index >= sentence.index - memory

    def return_to(self, mention: Mention) -> None:
        """Enter a mention that only comes back to the last route: "the project"."""
        assert self.last is not None
        self.last.mentions.append(mention)

    def same(self, modes: tuple[str, ...], low: str, sentence: Sentence) -> Route | None:
        """The route that "the line", "the gas pipeline" can mean: the last one, or the last of that mode; for "the bridge" the
        last that is called one."""
        noun = low.rpartition(" ")[2]
        if noun in STRUCTURES:
            return next((r for r in reversed(self.routes) if noun in self.body[slice(*r.written)].lower()), None)
        if self.last is not None and self.is_recent(sentence) and agree(modes, self.last.modes, low):
            return self.last
        return next((r for r in reversed(self.routes) if modes and set(modes) & set(r.modes)), None)

    def enter(self, entry: CorridorEntry, mention: Mention, unit: Unit | None = None) -> None:
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
            turned = route.rule == "corridor.name.places" and len(route.named) == 2 and route.course == named.course
            if (route.rule == "corridor.name.described" and is_same(named, route)) or (turned and len(named.course) == 2):
                named.mentions, named.ends = route.mentions, route.ends
                self.routes.remove(route)
                return

    def _mention(self, route: Route, mention: Mention) -> None:
        """Enter a mention of `route` with the ends told there; unless it is only an aside, `route` is now the last."""
        route.mentions.append(mention)
        if not mention.anaphor or len(route.countries) < 2:
            route.ends += [end for end in find_ends(mention.units, mention.end) if end.code not in route.countries]
        mention.aside = is_aside(self.last, mention)
        if self.last is not None and self.last is not route and has_part(self.last, mention):
            route.parts.append((self.last, self.last.mentions[-1]))
        if self.last is None and self.early:
            route.mentions[:0] = self.early
        if not (mention.aside or is_rival(self.last, mention)):
            self.last = route

    def come_back(self, route: Route, mention: Mention) -> None:
        """Enter a mention that comes back to `route`, and may tell the ends that it still lacks."""
        mention.anaphor = True
        self._mention(route, mention)
        if not route.settled and len(route.countries) > 1:
            route.settled = True
            noun = self.body[slice(*route.written)]
            if " " not in noun and any(end.unit in mention.units for end in route.ends):
                route.written = span_of(mention, route.ends)
            self._name(route, noun)

    def add(self, mention: Mention, phrase: Phrase, modes: tuple[str, ...], named: list[End], rule: str) -> None:
        """Enter a route under a name of its own, which no gazetteer need have."""
        units = mention.units
        start = units[phrase.proper].start
        name = self.body[start : units[mention.end].end]
        key = key_of(name)
        acronym = acronym_in(name)
        known = forms().get(name.replace(" - ", "-").replace(" – ", "-"))
        if known is not None and known.corridor is not None:
            self.enter(known.corridor, mention)
            return
        route = next((r for r in self.routes if key_of(r.name) == key or key_of(self.body[slice(*r.written)]) == key), None)
        route = route or self._turned(named, modes) or self._renamed(mention)
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

    def _renamed(self, mention: Mention) -> Route | None:
        """The route just named that gets a second name: "known as the Lukaya Bridge, or the Vik-Lund Bridge"."""
        before = [u.low for u in mention.units[max(0, mention.begin - 3) : mention.begin]]
        told = self.last.mentions[-1] if self.last is not None else None
        beside = told is not None and told.units is mention.units and told.end + 2 <= mention.begin <= told.end + 4
        return self.last if beside and "or" in before and before[-1] in ("or", "the") else None

    def _turned(self, named: list[End], modes: tuple[str, ...]) -> Route | None:
        """The route known between two states that are named the other way round: "the Iran-Armenia pipeline"."""
        codes = {end.code for end in named if end.unit.kind == "country"}
        if len(codes) != 2 or len(named) != 2:
            return None
        return next((r for r in self.routes if r.course == codes and set(r.modes) & set(modes)), None)

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

    def enter_between(self, mention: Mention, modes: tuple[str, ...], pair: list[End]) -> None:
        """ "The cross-border transmission line" between the two states that the article is about, if there are two."""
        if len(pair) == 2:
            head = mention.units[mention.end]
            route = Route(head.text, (head.start, head.end), None, modes, ends=pair, rule="corridor.name.described")
            self.routes.append(route)
            self._mention(route, mention)
            self._name(route, head.text)

    def enter_described(self, mention: Mention, modes: tuple[str, ...], row: dict[str, str], determiner: str) -> bool:
        """ "A railway linking X and Y", "a pipeline to the Kenyan port of Lamu", "a rail link" with its ends told later. False
        where it is none that counts."""
        found = describe(self.body, mention, modes, row, determiner)
        if found is None:
            return False
        route, codes = found
        for known in self.routes:
            own = len(known.modes) > 1 and len(route.modes) == 1 and len({end.code for end in route.ends if end.direct}) > 1
            if route.settled and known.settled and not own and covers(known.course, codes, known.modes, route.modes):
                self.come_back(known, mention)
                return True
        self.routes.append(route)
        self._mention(route, mention)
        if route.settled:
            self._name(route, mention.units[mention.end].text)
        return True

    def _name(self, route: Route, noun: str) -> None:
        """Name a described route by its two ends: "Akhaura-Agartala railway"."""
        places = [end.place for end in route.ends if end.direct]
        if not places and len(route.ends) > 1:
            places = [countries()[end.code].name for end in route.ends]
        if not places and not route.countries - states_in(route.mentions[0].units):
            around = sorted(states_in(route.mentions[0].units))
            places = [countries()[code].name for code in around] if len(around) == 2 else []
        if len(places) > 1:
            route.name = f"{places[0]}-{places[-1]} {noun}"
            known = next((forms()[name] for name in (route.name, f"{places[0]}-{places[-1]}") if name in forms()), None)
            if known is not None and known.corridor is not None and set(known.corridor.modes) & set(route.modes):
                route.entry, route.name = known.corridor, known.corridor.name
