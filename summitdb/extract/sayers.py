"""Who speaks at the end of a sentence, so that "he said" of the next one is traced to him: "The president will come, his envoy,
Luisa Bram, said on Friday. ¶ She said talks were planned"."""

from __future__ import annotations

from summitdb.extract.finite import is_finite
from summitdb.extract.people import Person
from summitdb.extract.units import Sentence, Unit

SPEAKING = frozenset({"he", "she"})
REACH = 8


def _is_speech(unit: Unit) -> bool:
    return unit.kind == "word" and "report" in unit.rows and bool(unit.tenses & {"past", "s"})


def speaks(units: list[Unit], i: int) -> bool:
    """Whether the pronoun at `i` is the subject of a verb of speech: "he said", "she also told"."""
    behind = i + 1
    while behind < len(units) and units[behind].pos == "adv":
        behind += 1
    return units[i].low in SPEAKING and behind < len(units) and _is_speech(units[behind])


def closing_sayer(sentence: Sentence) -> Person | None:
    """Whom a sentence names behind what it reports: "..., the envoy, Luisa Bram, told reporters on Friday"; None where it does
    not close so."""
    if "report" not in sentence.categories:
        return None
    units = sentence.units
    verb = next((i for i in range(len(units) - 1, 0, -1) if is_finite(units, i)), 0)
    if not verb or not _is_speech(units[verb]):
        return None
    for i in range(verb - 1, max(0, verb - REACH), -1):
        if len(units[i].people) == 1 and units[i].kind in ("person", "role"):
            begins = units[i - 1].text == "," or units[i - 1].kind == "quotation"
            return units[i].people[0] if begins and any(is_finite(units, k) for k in range(i)) else None
        if units[i].text != "," and units[i].kind not in ("city", "country", "national", "role"):
            return None
    return None
