"""Assemblies: organizations and numbered states whose members decide together, which shows that they met.

"Ministers of the OPEC decided in Vienna", "the 30 NATO allies signed", "the Security Council voted", "leaders of nine Pacific
nations gathered".
"""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.places import Place, place_at
from summitdb.extract.reading import Reader
from summitdb.extract.units import Sentence, Unit

COUNCILS = ("council", "assembly")
MEMBERS = frozenset({
    "allies", "members", "countries", "nations", "states", "leaders", "ministers", "envoys", "ambassadors", "delegates",
    "governments", "partners", "foreign ministers", "representatives", "chiefs",
})  # fmt: skip
DECIDED = frozenset({
    "decided", "voted", "agreed", "adopted", "authorised", "authorized", "unanimously", "approved", "met", "convened",
    "endorsed", "resolved", "rejected", "elected", "failed", "backed", "extended", "imposed", "renewed", "passed",
})  # fmt: skip
SITTING = frozenset({
    "voted", "adopted", "authorised", "authorized", "unanimously", "approved", "met", "convened", "decided", "extended",
    "renewed",
})  # fmt: skip
UNSHOWN = frozenset({"issued", "published", "released", "ratified", "considered", "reviewed", "cut"})
REACH = 6
EARLY = 2


def _decides(units: list[Unit], i: int, verbs: frozenset[str], reach: int) -> Unit | None:
    """The verb within `reach` units of `i` by which a body decides."""
    for unit in units[i + 1 : i + 1 + reach]:
        if unit.pos in ("modal", "neg") or unit.text in (";", ":") or unit.low in ("to", "that", "who", "which"):
            return None
        if unit.low in verbs or ("seal" in unit.rows and unit.tenses & {"past"} and unit.low not in UNSHOWN):
            return unit
    return None


def _of(doc: Document, sentence: Sentence, trigger: Unit, body: Unit, form: str, i: int) -> Encounter:
    reader = Reader.of(doc, sentence)
    scene = next(s for s in reader.scenes if i in s.at)
    found = Encounter(sentence, scene, trigger, form, implied=True, verbal=True)
    organization = body.organization or (body.role.organization if body.role is not None else None)
    if organization is not None:
        found.organization = organization, body
    found.date = reader.dating.day(scene, i)
    found.place = _beside(reader, i)
    return found


def _beside(reader: Reader, i: int) -> Place | None:
    """The city right behind the verb: "decided in Vienna on Saturday", not one that the decision is about."""
    units = reader.units
    verb = next((k for k in range(i + 1, len(units)) if units[k].tenses & {"past", "part"}), len(units))
    for k in range(verb + 1, min(verb + 6, len(units))):
        place = place_at(units, reader.depends, k, False)
        if place is not None:
            return place
        if units[k].kind != "date" and units[k].low not in ("in", "on", "at", "here"):
            return None
    return None


def _sitting(doc: Document, sentence: Sentence) -> Encounter | None:
    """The encounter that a deciding body of this sentence shows."""
    units = sentence.units
    for i, unit in enumerate(units):
        role = unit.role
        if unit.kind == "role" and role is not None and role.plural and role.organization is not None and not role.former:
            verb = _decides(units, i, DECIDED, REACH)
            if verb is not None:
                return _of(doc, sentence, unit, unit, "ministerial" if "minister" in role.form else "summit", i)
        elif unit.kind == "organization" and unit.organization is not None:
            if unit.low.endswith(COUNCILS) and (verb := _decides(units, i, SITTING, 4)) is not None:
                return _of(doc, sentence, verb, unit, "meeting", i)
            if i + 1 < len(units) and units[i + 1].low in MEMBERS and (verb := _decides(units, i + 1, SITTING, 4)) is not None:
                return _of(doc, sentence, verb, unit, "meeting", i)
    return None


def assemblies(doc: Document) -> list[Encounter]:
    """The sittings that the first sentences of the text show."""
    body = [s for s in doc.sentences if s.role == "body"]
    return [found for sentence in body[:EARLY] if (found := _sitting(doc, sentence)) is not None]
