"""How one route stands to the one spoken of: the same told again, part of it, compared with it, apposed to it."""

from __future__ import annotations

from itertools import pairwise

from summitdb.extract.route_ends import LINKS, states_in
from summitdb.extract.route_phrases import Mention, Route, agree, covers
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

PART_NOUNS = words("corridor", "part_nouns")

# "It will rival the Baku-Ceyhan pipeline": told of the one before.
RIVALS = words("corridor", "rivals")

# Behind a noun in a new sentence: another route than the one spoken of, told of beside it.
SUCCEEDING = frozenset({"replace", "it", "existing", "parallel", "alongside"})


def is_same(named: Route, described: Route) -> bool:
    """Whether a route named now is one described before, whose ends may have been told loosely ("from sea to sea")."""
    if any(end.direct for end in described.ends):
        return covers(named.course, described.countries, named.modes, described.modes)
    states = described.countries | {code for m in described.mentions for code in states_in(m.units)}
    return bool(set(named.modes) & set(described.modes)) and len(states & named.course) > 1


def _between(last: Route | None, mention: Mention) -> list[Unit]:
    """What stands between the last route and a mention in the same row of units."""
    if last is None or last.mentions[-1].units is not mention.units or last.mentions[-1].end >= mention.begin:
        return []
    return mention.units[last.mentions[-1].end + 1 : mention.begin]


def has_part(last: Route | None, mention: Mention) -> bool:
    """Whether the last route is told to be part of the mentioned one: "the Kars-Nakhchivan railway, the Turkish part of"."""
    return any(a.low in PART_NOUNS and b.low == "of" for a, b in pairwise(_between(last, mention)))


def is_aside(last: Route | None, mention: Mention) -> bool:
    """Whether a route is only named to tell of another: "TANAP, part of the Southern Gas Corridor"."""
    between = _between(last, mention)
    linked = (
        (any(u.low in LINKS for u in between) or any(u.low in ("to", "from") for u in between[-4:]))
        and len(between) < 14
        and not any(u.text == "," or "report" in u.rows for u in between)
    )
    return bool(between) and (linked or has_part(last, mention))


def is_rival(last: Route | None, mention: Mention) -> bool:
    """Whether a route is only compared: "it will rival the Baku-Ceyhan pipeline". Figures behind it are its own."""
    return any(u.low in RIVALS for u in _between(last, mention))


def is_followed(last: Route | None, mention: Mention) -> bool:
    """ "The pipeline will carry gas along a 1,800-km route": the course of the route just named."""
    before = mention.units[max(0, mention.begin - 2) : mention.begin]
    return last is not None and last.mentions[-1].units is mention.units and any(u.low in ("along", "on", "over") for u in before)


def apposed(last: Route | None, mention: Mention, modes: tuple[str, ...]) -> Route | None:
    """ "CASA-1000, a power line that", "the Lukaya cable, a planned line": the route named before the comma."""
    i = mention.begin - 1
    if last is not None and last.mentions[-1].units is mention.units and mention.begin - 5 <= last.mentions[-1].end < i:
        between = mention.units[last.mentions[-1].end + 1 : mention.begin]
        if any(u.low in ("is", "was", "as", "becomes", "became") for u in between) and not any(u.text == "," for u in between):
            return last if agree(modes, last.modes, mention.units[mention.end].low) else None
    while i > 0 and mention.units[i].text != "," and i > mention.begin - 5:
        i -= 1
    if last is None or i < 1 or mention.units[i].text != "," or last.mentions[-1].units is not mention.units:
        return None
    near = last.mentions[-1].end in range(i - 4, i)
    return last if near and agree(modes, last.modes, mention.units[mention.end].low) else None


def successor(last: Route | None, mention: Mention, modes: tuple[str, ...]) -> Route | None:
    """ "A standard-gauge line of 390 km is planned to replace it": told of the route of the sentence before."""
    if last is None or mention.begin > 1 or last.mentions[-1].sentence.index < mention.sentence.index - 1:
        return None
    following = mention.units[mention.end :]
    succeeds = agree(modes, last.modes, following[0].low) and any(u.low in SUCCEEDING for u in following)
    return last if succeeds else None
