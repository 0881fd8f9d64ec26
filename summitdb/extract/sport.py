"""Sport: sentences and articles in which states meet and visit each other only to play."""

from __future__ import annotations

from itertools import pairwise

from summitdb.extract.document import Document
from summitdb.extract.units import Sentence, Unit

SPORT = frozenset({
    "semi-final", "semifinal", "quarter-final", "quarterfinal", "qualifier", "qualifiers", "fixture", "coach", "striker",
    "midfielder", "goalkeeper", "innings", "wicket", "wickets", "league", "cup", "match", "matches", "tie", "tournament",
    "championship", "championships", "cricket", "football", "soccer", "rugby", "hockey", "basketball", "volleyball",
    "kick-off", "playoff", "play-off", "batsman", "bowler", "olympic", "olympics",
})  # fmt: skip
GAME = frozenset({
    "captain", "runs", "series", "tests", "season", "players", "player", "team", "teams", "defender", "keeper", "squad",
    "points", "score", "scored", "win", "wins", "victory", "defeat", "lead", "round", "seed", "titles", "club", "pitch", "beat",
})  # fmt: skip


def is_sports_page(doc: Document) -> bool:
    """Whether an article tells of matches only: the words of sport, and nobody who holds an office of state."""
    if any(person.office not in (None, "other") for person in doc.people.all):
        return False
    words = {unit.low for sentence in doc.sentences[:12] for unit in sentence.units if unit.low in SPORT or unit.low in GAME}
    return len(words) > 1


def is_sport(sentence: Sentence) -> bool:
    """Whether a sentence tells of a match, in which states meet and visit each other without any office."""
    units = sentence.units
    if sentence.lows.isdisjoint(SPORT) and not ("final" in sentence.lows and _is_final(units)):
        return False
    return not any(p.office not in (None, "other") for unit in units for p in unit.people) and not any(
        unit.role is not None and unit.role.office not in (None, "other") for unit in units
    )


def _is_final(units: list[Unit]) -> bool:
    """Whether "final" is the last match: "in the final against", not "the final communique"."""
    return any(unit.low == "final" and (after.pos == "prep" or after.kind == "mark") for unit, after in pairwise(units))
