"""Descriptions: who "the Ohio Democrat", "the developer", "the former congressman" or "his opponent" is, by what the article has
said of its people so far."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from summitdb.extract.people import Person
from summitdb.extract.subjects import phrase_start
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer import tables

PARTIES = {
    "republican": "republican", "gop": "republican", "democrat": "democrat", "democratic": "democrat", "tory": "conservative",
    "conservative": "conservative", "labour": "labour", "labor": "labour", "liberal": "liberal", "lib": "liberal",
}  # fmt: skip
NAMED = frozenset(PARTIES.values())
PARTIAL = frozenset({*PARTIES, *NAMED, "deputy", "opposition", "party", "minority", "majority"})
UNCERTAIN = frozenset({"one", "a", "an", "another", "some", "any", "no", "every", "each", "several", "many", "most", "senior"})
RIVALS = frozenset({"opponent", "rival", "challenger", "competitor", "adversary", "foe"})
TAGS = {"r": "republican", "d": "democrat"}
REACH = 9  # units of an apposition that are read
BACK = 5  # units between "the" and the noun
EMPTY = frozenset({"the", "a", "an", "and", "of", "for", "in", ",", "-", "."})


@cache
def _states() -> dict[str, str]:
    return {row["abbreviation"]: row["state"] for row in tables.rows("en/us_states.tsv")}


def _words(text: str) -> Iterable[str]:
    return (PARTIES.get(word, word) for word in text.replace("-", " ").split() if word not in EMPTY)


def note_traits(person: Person, units: list[Unit], i: int) -> None:
    """Remember what the mention at `i` says of a person: its title, "(R-Ohio)", ", a real estate developer from Akron,"."""
    if person.traits is None:
        person.traits = set()
    role = units[i].role
    if role is not None:
        person.traits.update((*_words(units[i].low), *_words(role.form)))
        if i and units[i - 1].kind in ("body", "organization", "name"):
            person.traits.update(_words(units[i - 1].low))  # "Congress leader Adhir Ranjan"
    if i > 2 and units[i - 1].text == "," and i + 1 < len(units) and units[i + 1].text == ",":
        for unit in reversed(units[max(0, i - 1 - REACH) : i - 1]):  # "The head of the operator Transneft, Simon Vainsh, said"
            if unit.kind == "mark" or unit.pos in ("rel", "aux") or unit.tenses & {"past", "s"}:
                break
            person.traits.update(_words(unit.low))
    if i + 2 >= len(units) or units[i + 1].text not in (",", "("):
        return
    following = units[i + 2]
    if following.kind == "tag":
        party, _, state = following.low.partition("-")
        state = state.strip().rstrip(".")
        person.traits.update((TAGS.get(party.strip(), ""), *_states().get(state, state).split()))
    elif following.pos == "det" or following.kind in ("role", "national") or "occupation" in following.rows:
        for unit in units[i + 2 : i + 2 + REACH]:
            if unit.kind in ("mark", "quotation", "person") and unit.text != "-":
                break
            if unit.pos in ("rel", "aux", "pron") or (unit.kind == "word" and unit.tenses and not unit.rows):
                break
            person.traits.update(_words(unit.low))


def is_description(units: list[Unit], i: int) -> bool:
    """Whether the word at `i` can mean somebody by what he is: "Democrat" in "the Ohio Democrat said", "rival" in "his rival"."""
    unit = units[i]
    if "occupation" not in unit.rows and "partisan" not in unit.rows and unit.low not in RIVALS:
        return False
    following = units[i + 1] if i + 1 < len(units) else None
    if following is not None and following.kind in ("word", "person", "name", "role") and following.pos is None:
        return bool(following.tenses) and following.kind == "word"
    return unit.entry is None or unit.entry.number != "p"


def described_as(units: list[Unit], i: int) -> tuple[str, list[str]] | None:
    """The determiner of the description whose noun stands at `i`, and its words: ("the", ["ohio", "democrat"])."""
    words = list(_words(units[i].low))
    for k in range(i - 1, max(-1, i - 1 - BACK), -1):
        unit = units[k]
        if unit.low == "the" or unit.pos == "poss":
            return unit.low, words
        if unit.pos not in (None, "word") or unit.kind in ("person", "date", "quotation") or unit.tenses & {"past", "s"}:
            return None
        words += _words(unit.low)
    return None


class RolePhrase(Struct, frozen=True):
    """What stands around an office without a name: `definite` behind an article of the phrase ("the Congress leader"), `words`
    that say more than the office, `partial` where it is held in a party or as somebody's deputy, so for no state."""

    definite: bool
    words: frozenset[str]
    partial: bool


def role_phrase(units: list[Unit], i: int) -> RolePhrase:
    """The phrase of the office at `i`."""
    start = phrase_start(units, i)
    phrase = units[start : i + 1]
    words = frozenset(word for unit in phrase for word in _words(unit.low))
    role = units[i].role
    form = role.form if role is not None else ""
    owned = any(u.text in POSSESSIVES and units[k - 1].kind != "name" for k, u in enumerate(units[start:i], start))
    counted = units[i].low.split(" ", 1)[0] in UNCERTAIN
    free = i == 0 or units[i - 1].kind in ("mark", "quotation", "dateline") or units[i - 1].pos in ("conj", "sub")
    # "Expressing solidarity, President condemned"
    bare = start == i and free and not counted and units[i].is_capitalised and units[i].pos is None
    definite = bare or (units[start].low.split(" ", 1)[0] == "the" and not owned)
    words -= set(form.split())
    partial = any(unit.kind in ("body", "name") for unit in phrase[:-1]) or bool(words & PARTIAL)
    return RolePhrase(definite, words, partial)


def best_fit(words: Iterable[str], candidates: Iterable[Person]) -> Person | None:
    """The person of whom most of the words were said, the earlier in `candidates` of those equal; nobody of another party."""
    wanted = set(words)
    party = wanted & NAMED
    best, score = None, 0
    for person in candidates:
        traits = person.traits
        if not traits or (party and (traits & NAMED) - party):
            continue
        fit = len(wanted & traits)
        if fit > score:
            best, score = person, fit
    return best
