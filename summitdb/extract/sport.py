"""Sport: sentences and articles in which states meet and visit each other only to play."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.units import Unit

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


def is_sport(units: list[Unit]) -> bool:
    """Whether a sentence tells of a match, in which states meet and visit each other without any office."""
    final = any(
        u.low == "final" and (units[i + 1].pos == "prep" or units[i + 1].kind == "mark") for i, u in enumerate(units[:-1])
    )
    if not final and not any(unit.low in SPORT for unit in units):
        return False
    return not any(p.office not in (None, "other") for unit in units for p in unit.people) and not any(
        unit.role is not None and unit.role.office not in (None, "other") for unit in units
    )
