"""Through which states a corridor runs, as the words around it say: "from X through Y to Z", "linking X and Y", "in Georgia"."""

from __future__ import annotations

from msgspec import Struct

from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import countries
from summitdb.gazetteer.uses import words

LINKS = words("corridor", "links")
PATHS = words("corridor", "paths")
PLACE_NOUNS = words("corridor", "place_nouns")
SECTIONS = words("corridor", "sections")
VIA = frozenset({"via", "through", "across", "over", "crossing", "traversing"})
# Behind these stand other routes than the one spoken of: "an alternative to routes through Russia", "bypassing Turkey".
APART = words("corridor", "apart")
# Verbs that tell the course of a route: "ran from", "opened between".
COURSE = words("corridor", "course")
ENDING = frozenset({"culminate", "culminates", "culminating", "terminate", "terminates", "terminating", "end", "ends", "ending"})
MONEY = words("corridor", "money")
FILLERS = words("corridor", "filler")
REACH = 45
GAP = 6
CLOSE = 5


class End(Struct, frozen=True):
    """A state that a corridor touches, and the mention that says so. `direct` marks a place right behind a word of linking."""

    code: str
    unit: Unit
    direct: bool = False

    @property
    def place(self) -> str:
        """The place by its name, the state's where a group of states is meant: "the two countries"."""
        return countries()[self.code].name if self.unit.kind == "group" else self.unit.text


def codes_of(unit: Unit) -> tuple[str, ...]:
    """The states in which the place that a unit names lies: one of a country or city, those of a small region."""
    if unit.kind == "country":
        return unit.countries[:1]
    if unit.kind == "city" and unit.city is not None:
        return (unit.city.code,)
    if unit.kind in ("city", "dateline"):
        return unit.countries[:1]
    if unit.kind == "region":
        return unit.countries if len(unit.countries) == 1 else ()
    return unit.countries if unit.kind == "group" else ()


def states_in(units: list[Unit]) -> set[str]:
    """The states that a row of units speaks of or for: countries, their people, offices and capitals."""
    found: set[str] = set()
    for unit in units:
        if unit.kind in ("country", "city", "group", "region"):
            found.update(codes_of(unit))
        elif unit.kind in ("national", "body"):
            found.update(unit.countries[:1])
        elif unit.kind in ("person", "role"):
            if unit.people and unit.people[0].country:
                found.add(unit.people[0].country)
            elif unit.role is not None:
                found.update(unit.role.countries)
    return found


def _is_break(unit: Unit) -> bool:
    return (
        unit.text == ";"
        or unit.low in APART
        or unit.kind == "quotation"
        or ("report" in unit.rows and bool(unit.tenses & {"past", "s"}) and "ing" not in unit.tenses)
        or ("corridor" in unit.rows and unit.kind == "corridor")
    )


def _is_second_verb(units: list[Unit], i: int) -> bool:
    """ "opened a bridge into Peru | and laid a stone": another thing done begins."""
    after = units[i + 1] if i + 1 < len(units) else units[i]
    verb = after.kind == "word" and after.pos is None and "past" in after.tenses and "ing" not in after.tenses
    anew = after.low not in COURSE or (i + 2 < len(units) and units[i + 2].pos == "det")
    return units[i].low == "and" and verb and anew


def _is_filler(unit: Unit) -> bool:
    """What may stand between a preposition and its place: "the Kenyan port of", "its own port of", "the border town of"."""
    return (
        unit.pos in ("det", "poss", "adv")
        or unit.kind in ("national", "mark", "number", "quantity")
        or unit.low in PLACE_NOUNS
        or unit.low in FILLERS
        or unit.low == "at"
        or "modifier" in unit.rows
    )  # fmt: skip


def find_ends(units: list[Unit], after: int, close: bool = False) -> list[End]:
    """The states that the words behind unit `after` give as linked, in order. With `close` the first word of linking must stand
    within three units, as in the description of a new thing: "a railway linking", "a pipeline, which runs from"."""
    found: list[End] = []
    active, gap, seen, link = False, 0, False, after
    reach = min(len(units), after + REACH)
    i = after + 1
    if i + 1 < reach and units[i].low == "in" and units[i + 1].kind == "country":
        found.append(End(codes_of(units[i + 1])[0], units[i + 1]))
    while i < reach:
        unit = units[i]
        other = "corridor" in unit.rows and seen and unit.kind == "word"
        if _is_second_verb(units, i):
            break
        if _is_break(unit) or (other and (units[i - 1].low in ("a", "an", "another") or len(found) > 1)):
            break
        if unit.low in LINKS or unit.low in PATHS or (unit.low in ("in", "at") and units[i - 1].low in ENDING):
            if close and not seen and not _relative(units, after, i) and (i > after + CLOSE or _does_more(units, after, i)):
                break
            linking = unit.low in LINKS
            guarded = not linking and i > 0 and (units[i - 1].low in MONEY or "agreement" in units[i - 1].low)
            starts = unit.low != "with" or seen
            if starts and not guarded:
                active, gap, seen, link = True, 0, True, i
            i += 1
            continue
        if active:
            codes = codes_of(unit)
            if codes:
                direct = units[link].low not in VIA
                place = _named_before(units, i) if unit.kind in ("country", "region") else None
                _enter(found, [End(code, place or unit, direct) for code in codes])
                gap = 0
            elif unit.kind == "national" and i + 1 < len(units) and _place_follows(units, i):
                _enter(found, [End(code, unit) for code in unit.countries[:1]])
                gap = 0
            elif unit.kind in ("name", "corridor", "region"):
                if unit.kind == "name" and found and units[i - 1].low == "of" and _is_place_of(units, i, found[-1]):
                    found[-1] = End(found[-1].code, unit, True)
                gap = 0
            elif not (_is_filler(unit) or (unit.low == "in" and units[i - 1].kind == "name")) or gap > GAP:
                active = False
            gap += 1
        elif (seen and unit.text == ".") or unit.pos == "sub" or unit.low in ("after", "since", "before"):
            break
        i += 1
    return found


def _enter(found: list[End], ends: list[End]) -> None:
    """Add the ends that are new; of two places in one state that stand together the closer one is kept: "the Tripura capital
    Agartala"."""
    for end in ends:
        known = next((k for k, other in enumerate(found) if other.code == end.code), None)
        if known is None:
            found.append(end)
        elif known == len(found) - 1 and end.direct and end.unit.kind == found[known].unit.kind == "city":
            found.append(end)  # "between the port of Samsun and a terminal at Ceyhan": both in one state
        elif known == len(found) - 1 and end.unit.kind == "city" and found[known].unit.kind != "city":
            found[known] = End(end.code, end.unit, found[known].direct or end.direct or found[known].unit.kind == "national")


def _named_before(units: list[Unit], i: int) -> Unit | None:
    """The place of no gazetteer whose state is told behind it: "Gangasagar in Bangladesh", "Kokrajhar (Assam)"."""
    if i > 1 and units[i - 1].low in ("in", ",", "(") and units[i - 2].kind == "name":
        return units[i - 2]
    if i > 2 and units[i - 1].low == "in" and units[i - 2].low in PLACE_NOUNS and units[i - 3].kind == "name":
        return units[i - 3]  # "Pollan District in Iran"
    return None


def _is_place_of(units: list[Unit], i: int, end: End) -> bool:
    """Whether the name at `i` is a place of the state just named: "Bangladesh's southeastern city of Akhaurah"."""
    between = [u.low for u in units[max(0, i - 8) : i - 1]]
    return any(low in PLACE_NOUNS for low in between[-2:]) and end.unit in units[max(0, i - 8) : i]


def _relative(units: list[Unit], after: int, i: int) -> bool:
    """ "a pipeline, which runs from", "a line that would go from": a relative clause opens behind the noun."""
    return any(
        u.pos == "rel" or u.low in ("that", "running", "stretching", "carrying", "running")
        for u in units[after + 1 : min(i, after + 5)]
    ) or (i < after + 15 and units[i].low.endswith("ing") and units[i - 1].text in (",", "and"))


def _does_more(units: list[Unit], after: int, i: int) -> bool:
    """Whether a verb of its own stands before the word of linking: "the bridge held up traffic between"."""
    between = units[after + 1 : i]
    return any("past" in u.tenses and "ing" not in u.tenses and u.low not in COURSE for u in between)


def _place_follows(units: list[Unit], i: int) -> bool:
    return any(u.low in PLACE_NOUNS for u in units[i + 1 : i + 4])


def section_of(units: list[Unit]) -> list[End]:
    """ "the Kazakh section of which", "the Turkish part of the corridor"."""
    return [
        End(unit.countries[0], unit)
        for i, unit in enumerate(units[:-1])
        if unit.kind == "national" and unit.countries and units[i + 1].low in SECTIONS and units[i - 1].low not in APART
    ]  # fmt: skip
