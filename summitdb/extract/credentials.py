"""Audiences for credentials: each ambassador who presents them to a head of state is received on his own."""

from __future__ import annotations

from summitdb.extract.clauses import is_possessor
from summitdb.extract.dependencies import dependencies
from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.people import Person
from summitdb.extract.places import place_at
from summitdb.extract.scene_division import divide
from summitdb.extract.units import Sentence, Unit

HANDED = ("present", "hand", "submit")
TAKEN = ("accept", "receiv")
NEAR = 2


def _host(sentence: Sentence, at: int, depends: list[tuple[str, int]]) -> Unit | None:
    """Who takes the credentials: "presented his credentials to King X", "President X received the credentials of"."""
    units = sentence.units
    verb = next((u for u in units if (u.low.startswith(HANDED + TAKEN) and u.tenses) or u.low.startswith(HANDED)), None)
    if verb is None:
        return None
    if verb.low.startswith(HANDED):
        return next((u for i, u in enumerate(units) if i > at and u.people and depends[i][0] == "to"), None)
    return next((u for i, u in enumerate(units) if u.people and u.start < verb.start and not is_possessor(units, i)), None)


def credentials(doc: Document) -> list[Encounter]:
    """One meeting for each ambassador whose credentials the text says were presented."""
    found: list[Encounter] = []
    if "credentials" not in doc.tokens.low and "credence" not in doc.tokens.low:
        return found
    seen: list[Person] = []
    for number, sentence in enumerate(doc.sentences):
        at = next((i for i, u in enumerate(sentence.units) if u.low in ("credentials", "letters of credence")), None)
        if sentence.role != "body" or at is None:
            continue
        depends = dependencies(sentence.units)
        host = _host(sentence, at, depends)
        if host is None:
            continue
        scene = divide(sentence.units)[0]
        place = next((p for i in range(len(sentence.units)) if (p := place_at(sentence.units, depends, i, False))), None)
        day = next((u for u in sentence.units if u.kind == "date" and u.value.value), None)
        for later in doc.sentences[number : number + 1 + NEAR]:
            for unit in later.units:
                for person in unit.people:
                    if person.office != "ambassador" or person in host.people or person in seen or person.country is None:
                        continue
                    seen.append(person)
                    meeting = Encounter(sentence, scene, sentence.units[at], "meeting", place=place, date=day)
                    meeting.people = [(host.people[0], host), (person, unit)]
                    found.append(meeting)
            if found:
                break
    return found
