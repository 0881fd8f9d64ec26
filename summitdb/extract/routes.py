"""Routes: where an article names or describes a corridor, and where it comes back to one already spoken of.

"the Iasi-Ungheni gas pipeline", "a rail line linking the mines and the Lukaya port", "the line".
"""

from __future__ import annotations

from itertools import pairwise

from summitdb.extract.document import Document
from summitdb.extract.route_ends import LINKS, End, codes_of, find_ends, states_in
from summitdb.extract.route_phrases import (
    HYPHENS,
    INDEFINITE,
    PLACES,
    PREMODIFIERS,
    Mention,
    Route,
    _acronym_end,
    _agree,
    _begin,
    _covers,
    _determiner,
    _end_of,
    _has_noun,
    _is_linked,
    _is_shared,
    _key,
    _modes_before,
    _named_in,
    _Phrase,
    _phrase,
    corridor_row,
)
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.uses import words
from summitdb.gazetteer.vocabulary import ROUTE

POINTING = frozenset({"the", "this", "that", "its", "their", "these", "such"})

# What an article calls a corridor once it has been spoken of.
ANAPHORS = frozenset({"project", "scheme", "system", "network", "extension", "capacity", "throughput"})

# Proper names with these are of more than one state, where an article is about several.
GRAND = words("corridor", "grand")

# Nouns that turn the noun before them into something else: "railway station", "pipeline company", "road map".
COMPOUNDS = words("corridor", "compounds")

PART_NOUNS = words("corridor", "part_nouns")

CROSSING = frozenset({"border", "cross-border", "transnational", "international", "transboundary"})

MEMORY = 3  # sentences over which "the line" still means the route spoken of


def _is_compound(units: list[Unit], i: int) -> bool:
    """Whether the next word makes the noun at `i` part of another: "railway station", "line of credit"."""
    following = units[i + 1].low if i + 1 < len(units) else ""
    measured = following == "of" and any(u.kind == "quantity" for u in units[i + 2 : i + 4])
    return following in COMPOUNDS and not measured


class Finder:
    """Finds the routes of one article."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.routes: list[Route] = []
        self.last: Route | None = None

    def find(self) -> list[Route]:
        """The routes of the article in the order in which it first speaks of them."""
        for sentence in self.doc.sentences:
            if sentence.role == "title":
                continue
            if sentence.mask & ROUTE or self.last is not None:
                self._row(sentence, sentence.units)
            for unit in sentence.units:
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
                following = units[i + 1] if i + 1 < len(units) else unit
                if (
                    (unit.entry is None or unit.entry.number != "p")
                    and not _is_compound(units, i)
                    and (following is unit or "corridor" not in following.rows)
                ):
                    self._noun(sentence, units, i)
            elif unit.low in ANAPHORS and i and units[i - 1].low in POINTING and self._recent(sentence, 1):
                self._return_to(Mention(sentence, units, i - 1, i, True))

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
        if (
            entry.ambiguous
            and end == i
            and not _has_noun(units[i])
            and not any("corridor" in u.rows or u.low in ("port", "project") for u in units)
        ):
            return
        route = next((r for r in self.routes if r.entry is entry), None)
        if route is None:
            end = _acronym_end(units, end + 1, end)
            route = Route(entry.name, (units[i].start, units[end].end), entry, entry.modes, named=_named_in(units[i]))
            self._absorb(route)
            self.routes.append(route)
        self._mention(route, Mention(sentence, units, _begin(units, i), end))

    def _absorb(self, named: Route) -> None:
        """Take into a route named now the one described before: "a 1,068-km power line ... the Eastern Electricity Highway"."""
        assert named.entry is not None
        for route in self.routes:
            if (
                route.rule == "corridor.name.described"
                and route.countries
                and _covers(set(named.entry.countries) | named.countries, route.countries, named.modes, route.modes)
            ):
                named.mentions, named.ends = route.mentions, route.ends
                self.routes.remove(route)
                return

    def _mention(self, route: Route, mention: Mention) -> None:
        route.mentions.append(mention)
        if not mention.anaphor or len(route.countries) < 2:
            route.ends += [end for end in find_ends(mention.units, mention.end) if end.code not in route.countries]
        mention.aside = self._is_aside(mention)
        if not mention.aside:
            self.last = route

    def _is_aside(self, mention: Mention) -> bool:
        """Whether a route is only named to tell of another: "TANAP, part of the Southern Gas Corridor"."""
        last = self.last
        if last is None or last.mentions[-1].units is not mention.units or last.mentions[-1].end >= mention.begin:
            return False
        between = mention.units[last.mentions[-1].end + 1 : mention.begin]
        part = any(a.low in PART_NOUNS and b.low == "of" for a, b in pairwise(between))
        linked = (
            any(u.low in LINKS or u.low in ("to", "from") for u in between)
            and len(between) < 14
            and not any(u.text == "," or "report" in u.rows for u in between)
        )
        return part or linked

    def _noun(self, sentence: Sentence, units: list[Unit], i: int) -> None:
        phrase = _phrase(units, i)
        row = corridor_row(units[i]) or {}
        proper = units[phrase.proper : phrase.stop]
        modes = tuple(row["modes"].split()) or _modes_before(units, phrase)
        if any(unit.kind == "corridor" for unit in proper):
            return
        mention = Mention(sentence, units, phrase.begin, i)
        if (proper or units[i].kind == "name") and (
            self._hyphenated(mention, phrase, modes) or self._capitalised(mention, phrase, modes, row)
        ):
            return
        determiner = _determiner(units, phrase.begin)
        same = (
            self._same(modes, units[i].low, sentence)
            if determiner in POINTING
            else self._apposed(mention, modes) or self._successor(mention, modes)
        )
        if same is not None:
            self._return(same, mention)
        else:
            self._described(mention, phrase, modes, row, determiner)

    def _return(self, route: Route, mention: Mention) -> None:
        mention.anaphor = True
        self._mention(route, mention)
        if not route.settled and len(route.countries) > 1:
            route.settled = True
            self._name(route, mention)

    def _same(self, modes: tuple[str, ...], low: str, sentence: Sentence) -> Route | None:
        """The route that "the line", "the gas pipeline" can mean: the last one, or the last of that mode."""
        if self.last is not None and self._recent(sentence) and _agree(modes, self.last.modes, low):
            return self.last
        return next((r for r in reversed(self.routes) if modes and set(modes) & set(r.modes)), None)

    def _apposed(self, mention: Mention, modes: tuple[str, ...]) -> Route | None:
        """ "CASA-1000, a power line that", "the Lukaya cable, a planned line": the route named before the comma."""
        last = self.last
        i = mention.begin - 1
        while i > 0 and mention.units[i].text != "," and i > mention.begin - 5:
            i -= 1
        if last is None or i < 1 or mention.units[i].text != "," or last.mentions[-1].units is not mention.units:
            return None
        near = last.mentions[-1].end in range(i - 4, i)
        return last if near and _agree(modes, last.modes, mention.units[mention.end].low) else None

    def _successor(self, mention: Mention, modes: tuple[str, ...]) -> Route | None:
        """ "A standard-gauge line of 390 km is planned to replace it": told of the route of the sentence before."""
        units = mention.units
        if (
            self.last is None
            or mention.begin > 1
            or not self._recent(mention.sentence, 1)
            or not _agree(modes, self.last.modes, units[mention.end].low)
        ):
            return None
        return (
            self.last
            if any(u.low in ("replace", "it", "existing", "parallel", "alongside") for u in units[mention.end :])
            else None
        )

    def _hyphenated(self, mention: Mention, phrase: _Phrase, modes: tuple[str, ...]) -> bool:
        """ "Iasi-Ungheni gas pipeline", "Western Europe - Western China highway", "Atyrau-Samara (pipeline)"."""
        units = mention.units
        parts = units[phrase.proper : phrase.stop]
        places = [u for u in parts if u.kind in PLACES]
        joined = sum(u.text in HYPHENS for u in parts) + sum(h in u.text for u in places for h in HYPHENS)
        if not joined or len(places) + joined < 3 or units[phrase.proper].low in ("non", "anti", "inter", "trans", "cross"):
            return False
        named = [End(code, u) for u in places for code in codes_of(u)]
        codes = {end.code for end in named}
        unknown = any(not codes_of(u) for u in places)
        if len(codes) == 1 and not unknown and not self._foreign(mention, codes):
            return False
        if len(codes) < 2 and not self._foreign(mention, codes):
            return False
        self._add(mention, phrase, modes, named, "corridor.name.places")
        return True

    def _foreign(self, mention: Mention, codes: set[str]) -> bool:
        """Whether the sentence, or the article's lead, tells of two states."""
        named = codes | states_in(mention.units)
        for sentence in self.doc.sentences[:3]:
            if len(named) > 1:
                return True
            named |= states_in(sentence.units)
        return len(named) > 1

    def _capitalised(self, mention: Mention, phrase: _Phrase, modes: tuple[str, ...], row: dict[str, str]) -> bool:
        """ "Gulf Railway", "the Lapis River Bridge": a proper name, taken where two states are spoken of with it."""
        units = mention.units
        if (
            phrase.stop - phrase.proper == 1
            and units[phrase.proper].kind in ("country", "national")
            and not find_ends(units, mention.end, close=True)
        ):
            return False  # a company: "Georgian Railway"
        whole = units[mention.end].kind == "name" and " " in units[mention.end].text
        if not units[mention.end].is_capitalised or not (
            whole
            or any(
                u.is_capitalised and u.kind in ("name", "word", "city", "region", "country", "national")
                for u in units[phrase.proper : phrase.stop]
            )
        ):
            return False
        ends = find_ends(units, mention.end)
        codes = {end.code for end in ends}
        crossing = any(u.low in CROSSING for u in units[max(0, mention.begin - 2) : mention.end + 8])
        grand = units[mention.end].low in GRAND and self._foreign(mention, codes)
        if len(codes) < 2 and not crossing and not grand and (row["needs"] or len(states_in(units) | codes) < 2):
            return False
        if not ends and not crossing and not modes and units[mention.end].low != "corridor":
            return False
        named = [End(code, u) for u in units[phrase.proper : phrase.stop] if u.kind != "city" for code in codes_of(u)]
        self._add(mention, phrase, modes, named, "corridor.name.proper")
        return True

    def _add(self, mention: Mention, phrase: _Phrase, modes: tuple[str, ...], named: list[End], rule: str) -> None:
        units = mention.units
        start = units[phrase.proper].start
        name = self.doc.body[start : units[mention.end].end]
        key = _key(name)
        route = next((r for r in self.routes if _key(r.name) == key or _key(self.doc.body[slice(*r.written)]) == key), None)
        if route is None:
            end = _acronym_end(units, mention.end + 1, mention.end)
            route = Route(name, (start, units[end].end), None, modes, rule=rule)
            self.routes.append(route)
        route.named += [end for end in named if end.code not in route.countries]
        self._mention(route, mention)

    def _described(self, mention: Mention, phrase: _Phrase, modes: tuple[str, ...], row: dict[str, str], determiner: str) -> None:
        """ "a railway linking X and Y", "a pipeline to the Kenyan port of Lamu", "a rail link" with its ends told later."""
        units = mention.units
        ends = find_ends(units, mention.end, close=True)
        codes = {end.code for end in ends}
        premodified = mention.begin < mention.end and any(
            u.kind == "quantity" or u.low in PREMODIFIERS for u in units[mention.begin : mention.end]
        )
        weak = bool(row["needs"]) and not modes
        if weak and not (ends and _is_linked(units, mention.end)) and not (ends and premodified):
            return
        if not modes:
            modes = (
                ("grid",)
                if any(u.kind == "quantity" and u.value.unit == "kV" for u in units[mention.begin : mention.end])
                else ()
            )
        if units[mention.end].low.endswith("bridge"):
            return
        strong = bool(modes) and (not row["needs"] or not row["modes"])
        around = states_in(units)
        told = bool(ends) or _is_linked(units, mention.end)
        settled = (
            len(codes) > 1
            or (strong and told and len(codes | around) > 1)
            or (strong and len(around) == 2 and _is_shared(units, mention))
        )
        if not settled and (determiner not in INDEFINITE or not modes or row["needs"]):
            return
        last = _end_of(units, ends[-1].unit) if ends else units[mention.end].end
        start = units[mention.end].start
        name = self.doc.body[start:last]
        route = Route(name, (start, last), None, modes, settled=settled, rule="corridor.name.described")
        for known in self.routes:
            if (
                settled
                and known.settled
                and _covers(
                    known.countries | set(known.entry.countries if known.entry else ()),
                    codes or states_in(units),
                    known.modes,
                    modes,
                )
            ):
                self._return(known, mention)
                return
        self.routes.append(route)
        self._mention(route, mention)
        if settled:
            self._name(route, mention)

    def _name(self, route: Route, mention: Mention) -> None:
        """Name a described route by its two ends: "Akhaura-Agartala railway"."""
        places = [end.unit.text for end in route.ends if end.direct]
        if len(places) > 1:
            noun = mention.units[mention.end].text if mention.anaphor is False else self.doc.body[slice(*route.written)]
            route.name = f"{places[0]}-{places[-1]} {noun}"
