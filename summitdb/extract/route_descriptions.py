"""Corridors that are described, not named: "a railway linking X and Y", "a pipeline to the Kenyan port of Lamu"."""

from __future__ import annotations

from summitdb.extract.route_ends import LINKS, PLACE_NOUNS, End, find_ends, states_in
from summitdb.extract.route_phrases import PREMODIFIERS, Mention, Route, determiner_before
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

INDEFINITE = frozenset({"a", "an", "another", "one", "second", "third", "new"})

LINKING = frozenset({"linking", "connecting", "between", "links", "connects", "joining"})

# "An air services pact", "a road agreement" are no routes.
PAPERS = words("corridor", "papers")

# What two states do about a route of their own.
JOINT_WORK = words("corridor", "joint_work")

# What leaders of two states do to a route that joins them.
OPENED = frozenset({"inaugurated", "opened", "launched", "inaugurate", "open", "launch", "inaugurating", "opening", "launching"})

FINITE = frozenset({"will", "would", "is", "are", "was", "were", "has", "have", "had", "can"})

LEAD = 2  # paragraphs, the headline's among them

LINKED = frozenset({"connected", "linked", "joined"})


def describe(
    body: str, mention: Mention, modes: tuple[str, ...], row: dict[str, str], determiner: str
) -> tuple[Route, set[str]] | None:
    """The route that the phrase describes, and the states it is said to run through; None where it describes none that counts.
    A route is settled where two states are known to have it: the ends of "a rail link" may be told later."""
    units, head = mention.units, mention.units[mention.end]
    ends = find_ends(units, mention.end, close=True) or _shared_ends(units, mention) or _ends_of_two(mention, modes, row)
    linked = _is_linked(units, mention.end)
    following = units[mention.end + 1].low if mention.end + 1 < len(units) else ""
    opened = len({end.code for end in ends}) > 1 and is_opened(mention)
    bridge = head.low.endswith("bridge") and not opened and not _is_told_first(mention, linked)
    if row["needs"] and (following in PAPERS or bridge):
        return None
    if row["needs"] and not modes and not (ends and (linked or _is_premodified(mention))):
        return None
    modes = modes or _modes_by_voltage(mention)
    if row["needs"] and not modes and _is_of_another_kind(mention):
        return None
    strong = bool(modes) and (not row["needs"] or not row["modes"])
    settled = _joins_two(mention, ends, modes, strong, bool(ends) or linked)
    if not settled and (determiner not in INDEFINITE or not modes or row["needs"]):
        return None
    written = span_of(mention, ends)
    route = Route(body[slice(*written)], written, None, modes, ends=list(ends), settled=settled, rule="corridor.name.described")
    return route, {end.code for end in ends} or states_in(units)


def span_of(mention: Mention, ends: list[End]) -> tuple[int, int]:
    """Where the description stands: from its noun to the last of its ends behind it."""
    head = mention.units[mention.end]
    stop = _phrase_stop(mention.units, mention.end)
    inside = (end.unit for end in reversed(ends) if end.unit in mention.units and head.end < end.unit.start < stop)
    last = next(inside, None)
    return head.start, _end_of(mention.units, last) if last is not None else head.end


def _phrase_stop(units: list[Unit], head: int) -> int:
    """The character where the phrase about the noun at `head` gives way to what the sentence says of it: "the line, which links
    Vik and Lund, | will carry", "the route | is to pass through Fiji"."""
    for i in range(head + 1, len(units)):
        finite = units[i].pos == "modal" or units[i].low in FINITE
        if finite and units[i - 1].pos not in ("rel", "adv") and units[i - 1].low not in ("which", "that", "who"):
            return units[i].start
    return units[-1].end


def _ends_of_two(mention: Mention, modes: tuple[str, ...], row: dict[str, str]) -> list[End]:
    """The two states whose leaders open a route or agree on it: "the presidents of Iran and Armenia inaugurated a pipeline"."""
    if not modes or row["needs"] or not _is_shared(mention):
        return []
    states: dict[str, End] = {}
    for unit in mention.units[: mention.begin]:
        for code in sorted(states_in([unit])):
            states.setdefault(code, End(code, unit))
    return list(states.values()) if len(states) == 2 else []


def _is_told_first(mention: Mention, linked: bool) -> bool:
    """Whether the article is about a bridge: it links two places and stands in its first paragraphs."""
    return linked and mention.sentence.paragraph <= LEAD


def _is_of_another_kind(mention: Mention) -> bool:
    """Whether the word before a line or link makes it one that carries nothing: "a telephone line", "the demarcation line"."""
    before = mention.units[mention.begin - 1] if mention.begin else None
    if before is None or before.kind != "word" or before.pos is not None or not before.text.islower():
        return False
    return before.tenses.isdisjoint({"past", "part", "ing"})


def _shared_ends(units: list[Unit], mention: Mention) -> list[End]:
    """ "Cyprus, Greece and Israel agreed to build a cable that will link their grids": the states named before it."""
    for i in range(mention.end + 1, min(len(units) - 1, mention.end + 24)):
        if units[i].text == ";":
            break
        if units[i].low in LINKS and units[i + 1].low in ("their", "both", "the") and not find_ends(units, i - 1):
            states = [u for u in units[: mention.begin] if u.kind == "country" and u.countries]
            return list({u.countries[0]: End(u.countries[0], u, True) for u in states}.values()) if len(states) > 1 else []
    return []


def _joins_two(mention: Mention, ends: list[End], modes: tuple[str, ...], strong: bool, told: bool) -> bool:
    """Whether the phrase, or its sentence where the noun is `strong` and ends are `told`, gives the route two states."""
    codes = {end.code for end in ends}
    if len(codes) > 1 or not strong:
        return len(codes) > 1
    if not {"rail", "road"}.isdisjoint(modes) and sum(end.direct and end.unit.kind == "city" for end in ends) > 1:
        return False  # both ends in one state
    around = states_in(mention.units)
    if not codes and any(u.low == "between" for u in mention.units[mention.end + 1 : mention.end + 4]):
        return _is_shared(mention) and len(around) == 2  # between places that nobody says are in two states
    if len(ends) == 1 and _is_within(mention, ends[0]):
        return False
    return (told and len(codes | around) > 1) or (len(around) == 2 and _is_shared(mention))


def _is_within(mention: Mention, end: End) -> bool:
    """Whether the one state told is where all of it lies: "highways in Pakistan"."""
    following = mention.units[mention.end + 1 : mention.end + 3]
    return len(following) == 2 and following[0].low == "in" and following[1] is end.unit


def _is_premodified(mention: Mention) -> bool:
    return any(u.kind == "quantity" or u.low in PREMODIFIERS for u in mention.units[mention.begin : mention.end])


def _modes_by_voltage(mention: Mention) -> tuple[str, ...]:
    """ "A 400-kV line" is part of a grid."""
    before = mention.units[mention.begin : mention.end]
    return ("grid",) if any(u.kind == "quantity" and u.value.unit == "kV" for u in before) else ()


def _is_shared(mention: Mention) -> bool:
    """Whether it joins the two states spoken of: "are connected by a railway", "contracts for a 3,000 MW interconnection"."""
    units = mention.units
    if any(unit.kind == "quantity" for unit in units[mention.begin : mention.end]):
        return True
    if units[mention.end].low == "friendship bridge":
        return True
    joint = is_joint_work(units[: mention.begin]) or is_opened(mention)
    if joint and determiner_before(units, mention.begin) in INDEFINITE:
        return True
    before = {unit.low for unit in units[max(0, mention.begin - 4) : mention.begin]}
    return "by" in before and not before.isdisjoint(LINKED)


def is_opened(mention: Mention) -> bool:
    """Whether leaders open it: "inaugurated a bridge"."""
    return any(u.low in OPENED for u in mention.units[max(0, mention.begin - 6) : mention.begin])


def is_joint_work(before: list[Unit]) -> bool:
    """Whether two states together plan what follows: "Iraq and Turkey agreed to build a pipeline"."""
    for k in range(len(before) - 3, -1, -1):
        a, conjunction, b = before[k : k + 3]
        if a.kind == "country" and conjunction.low == "and" and b.kind == "country":
            return any(u.low in JOINT_WORK for u in before[k + 3 :])
    return False


def _is_linked(units: list[Unit], i: int) -> bool:
    spans = i + 1 < len(units) and units[i + 1].low in ("over", "across", "on", "spanning")
    return any(u.low in LINKING for u in units[i + 1 : i + (11 if spans else 5)])


def _end_of(units: list[Unit], unit: Unit) -> int:
    """Where the phrase about the last end stops: behind "port of Tanga" in "to the Tanzanian port of Tanga"."""
    i = units.index(unit)
    if unit.kind == "national":
        while i + 1 < len(units) and (units[i + 1].low in PLACE_NOUNS or units[i + 1].low == "of" or units[i].low == "of"):
            i += 1
    return units[i].end
