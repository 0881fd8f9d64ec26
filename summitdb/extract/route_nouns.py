"""Which corridor nouns head a phrase: "railway line", not "railway station"; "a road and rail bridge", not its "road"."""

from __future__ import annotations

from summitdb.extract.route_phrases import couples
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

# Nouns that turn the noun before them into something else: "railway station", "pipeline company", "road map".
COMPOUNDS = words("corridor", "compounds")


def _is_compound(units: list[Unit], i: int) -> bool:
    """Whether the next word makes the noun at `i` part of another: "railway station", "line of credit"."""
    following = units[i + 1].low if i + 1 < len(units) else ""
    measured = following == "of" and any(u.kind == "quantity" for u in units[i + 2 : i + 4])
    return following in COMPOUNDS and not measured


def is_head(units: list[Unit], i: int) -> bool:
    """Whether the corridor noun at `i` is the last of its phrase."""
    last = i + 1 == len(units) or "corridor" not in units[i + 1].rows
    return last and not _is_compound(units, i) and not couples(units, i + 1)


def is_plural(unit: Unit) -> bool:
    """Whether a corridor noun is in the plural."""
    return unit.entry is not None and unit.entry.number == "p" and unit.kind == "word"


def is_told_of(units: list[Unit], i: int) -> bool:
    """Whether what the noun at `i` means is told behind it: "the project to build the Basra-Haditha pipeline"."""
    following = [u.low for u in units[i + 1 : i + 3]]
    return following[:1] == ["of"] or (
        following[:1] == ["to"] and following[1:] in (["build"], ["construct"], ["lay"], ["connect"], ["link"])
    )
