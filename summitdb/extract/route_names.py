"""Names that an article itself gives to corridors: of the places they link ("Iasi-Ungheni gas pipeline"), or proper ones."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.route_descriptions import is_joint_work, is_opened
from summitdb.extract.route_ends import End, codes_of, find_ends, states_in
from summitdb.extract.route_phrases import HYPHENS, PLACES, PREFIXES, Mention, Phrase
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words
from summitdb.gazetteer.vocabulary import meaning

# Proper names with these are of more than one state, where an article is about several.
GRAND = words("corridor", "grand")

CROSSING = frozenset({"border", "cross-border", "transnational", "international", "transboundary"})

CAPITALISED_PARTS = frozenset({"name", "word", "city", "region", "country", "national"})


def places_named(doc: Document, mention: Mention, phrase: Phrase) -> list[End] | None:
    """The states in a name made of places: "Iasi-Ungheni gas pipeline", "Western Europe - Western China highway",
    "Atyrau-Samara (pipeline)". None where the phrase is no such name, or of a corridor inside one state."""
    parts = mention.units[phrase.proper : phrase.stop]
    places = [u for u in parts if u.kind in PLACES]
    joined = sum(u.text in HYPHENS for u in parts) + sum(h in u.text for u in places for h in HYPHENS)
    if not joined or len(places) + joined < 3 or mention.units[phrase.proper].low in PREFIXES:
        return None
    named = [End(code, u) for u in places for code in codes_of(u)]
    codes = {end.code for end in named}
    if len(codes) == 1 and sum(bool(codes_of(u)) for u in places) > 1:
        return named if is_joint_work(mention.units[: mention.begin]) else None  # "the London-Leeds route"
    return named if len(codes) > 1 or _tells_of_two(doc, mention, codes) else None


def properly_named(
    doc: Document, mention: Mention, phrase: Phrase, modes: tuple[str, ...], row: dict[str, str]
) -> list[End] | None:
    """The states in a proper name: "Gulf Railway", "the Lapis River Bridge". None where the phrase is none, or where two
    states are not spoken of with it."""
    units, head = mention.units, mention.units[mention.end]
    proper = units[phrase.proper : phrase.stop]
    of_a_state = len(proper) == 1 and proper[0].kind in ("country", "national")
    if of_a_state and not find_ends(units, mention.end, close=True):
        return None  # a company: "Georgian Railway"
    prefixed = phrase.proper > 0 and units[phrase.proper - 1].text in HYPHENS
    if prefixed or not _is_proper(head, proper, row["needs"]):
        return None
    ends = find_ends(units, mention.end)
    codes = {end.code for end in ends}
    crossing = any(u.low in CROSSING for u in units[max(0, mention.begin - 2) : mention.end + 8])
    grand = head.low in GRAND and _tells_of_two(doc, mention, codes)
    shared = is_opened(mention) or is_joint_work(units[: mention.begin])
    two_states = len(codes) > 1 or (shared and len(states_in(units) | codes) > 1)
    if not (two_states or crossing or grand):
        return None
    if not (ends or crossing or modes or head.low == "corridor"):
        return None
    return [End(code, u) for u in proper if u.kind != "city" for code in codes_of(u)]


def _is_proper(head: Unit, proper: list[Unit], needs: str) -> bool:
    """Whether capitals make the noun `head` and the words before it one name, or those before it alone: "the Pakistan Stream gas
    pipeline"."""
    if not head.is_capitalised:
        return not needs and any(u.is_capitalised and u.kind in ("name", "city", "region") for u in proper)
    whole = head.kind == "name" and " " in head.text and meaning(head.low, "corridor") is None
    return whole or any(u.is_capitalised and u.kind in CAPITALISED_PARTS for u in proper)


def _tells_of_two(doc: Document, mention: Mention, codes: set[str]) -> bool:
    """Whether the sentence, or the article's lead, tells of two states, counting `codes`."""
    named = codes | states_in(mention.units)
    for sentence in doc.sentences[:3]:
        if len(named) > 1:
            return True
        named |= states_in(sentence.units)
    return len(named) > 1
