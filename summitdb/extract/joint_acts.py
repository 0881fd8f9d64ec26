"""Joint acts: what two states do together shows that they met, though no word says so ("Turkey and Iraq signed a protocol")."""

from __future__ import annotations

from summitdb.extract.dependencies import subject
from summitdb.extract.document import Document
from summitdb.extract.encounters import PARTY_KINDS, Encounter
from summitdb.extract.moods import mood
from summitdb.extract.places import place_at
from summitdb.extract.reading import Reader
from summitdb.extract.units import Sentence, Unit

ACTS = frozenset({"seal", "discuss"})
UNSHOWN = frozenset({"issued", "published", "released", "approved", "endorsed", "ratified", "considered", "reviewed"})
SHARED = (
    "inaugurated",
    "opened",
    "launched",
    "exchanged",
    "unveiled",
    "presided",
    "witnessed",
    "declared",
    "co-hosted",
    "flagged",
)
COUNCILS = ("council", "assembly")
LEAD_SENTENCES = 4


def _is_act(unit: Unit) -> bool:
    if unit.kind != "word" or not unit.tenses & {"past", "part"}:
        return unit.kind == "word" and unit.low in SHARED
    return (
        ("seal" in unit.rows and unit.low not in UNSHOWN)
        or ("discuss" in unit.rows and unit.low == "discussed")
        or unit.low in SHARED
    )


def _fails(units: list[Unit], i: int) -> bool:
    """ "Failed to sign a treaty": they met all the same."""
    return (
        "seal" in units[i].rows and i > 1 and units[i - 1].low == "to" and units[i - 2].low in ("failed", "refused", "declined")
    )


def _read(reader: Reader, at: int) -> Encounter | None:
    scene = next(s for s in reader.scenes if at in s.at)
    units = reader.units
    encounter = Encounter(reader.sentence, scene, units[at], "meeting", implied=True, verbal=True)
    encounter.date = reader.date(scene, at)
    judged = mood(units, scene, at, encounter.date, reader.doc.article.published_on)
    if judged is None or judged[0] not in ("held", "ongoing") or judged[1]:
        return None
    for i in [*subject(units, reader.depends, scene), *scene.at]:
        unit = units[i]
        if unit.kind not in PARTY_KINDS or unit.low in ("it", "they"):
            continue
        prep, head = reader.depends[i]
        if prep == "":
            taken = i < at and (unit.kind != "city" or bool(unit.countries))
        elif prep in ("with", "between"):
            taken = unit.kind != "city"
        elif prep == "of":
            taken = units[head].kind in ("role", "person", "body") and head < at
        else:
            taken = prep in ("by", "including") and unit.kind != "city"
        if taken:
            encounter.add(unit)
    for i in scene.at:
        place = place_at(units, reader.depends, i, False)
        if place is not None and i > at:
            encounter.place = encounter.place or place
    return encounter if len(encounter.codes) >= 2 else None


def _council(doc: Document, sentence: Sentence) -> Encounter | None:
    """ "The U.N. Security Council voted on Thursday": a sitting of that body."""
    for i, unit in enumerate(sentence.units):
        if unit.kind == "organization" and unit.organization is not None and unit.low.endswith(COUNCILS):
            for later in sentence.units[i + 1 : i + 4]:
                if later.low in ("voted", "adopted", "authorised", "authorized", "unanimously", "approved", "met", "convened"):
                    reader = Reader(doc, sentence)
                    scene = next(s for s in reader.scenes if i in s.at)
                    found = Encounter(sentence, scene, later, "meeting", implied=True, verbal=True)
                    found.organization = unit.organization, unit
                    found.date = reader.date(scene, i)
                    return found
    return None


def _leaders(doc: Document, sentence: Sentence) -> Encounter | None:
    """ "The leaders of the Pacific Islands Forum have adopted": they are gathered."""
    units = sentence.units
    for i, unit in enumerate(units):
        role = unit.role
        if role is None or unit.kind != "role" or not role.plural or role.organization is None:
            continue
        if any("seal" in later.rows and later.tenses & {"past", "part"} for later in units[i + 1 : i + 6]):
            reader = Reader(doc, sentence)
            scene = next(s for s in reader.scenes if i in s.at)
            found = Encounter(
                sentence, scene, unit, "ministerial" if "minister" in role.form else "summit", implied=True, verbal=True
            )
            found.organization = role.organization, unit
            found.date = reader.date(scene, i)
            return found
    return None


def joint_acts(doc: Document) -> list[Encounter]:
    """Meetings shown only by a joint act in the first sentences of the text."""
    found: list[Encounter] = []
    body = [s for s in doc.sentences if s.role == "body"]
    for sentence in body[:LEAD_SENTENCES]:
        acts = [i for i, unit in enumerate(sentence.units) if _is_act(unit) or _fails(sentence.units, i)]
        if acts:
            reader = Reader(doc, sentence)
            found += [e for i in acts if (e := _read(reader, i)) is not None]
    for sentence in body[:2]:
        council = _council(doc, sentence) or _leaders(doc, sentence)
        if council is not None:
            found.append(council)
    return found
