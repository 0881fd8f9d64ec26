"""Joint acts: what two states do together shows that they met, though no word says so ("Turkey and Iraq signed a protocol")."""

from __future__ import annotations

from summitdb.extract.assemblies import assemblies
from summitdb.extract.clauses import is_next_speaker, is_possessor
from summitdb.extract.dependencies import subject
from summitdb.extract.document import Document
from summitdb.extract.encounters import PARTY_KINDS, Encounter
from summitdb.extract.finite import is_finite, lexical
from summitdb.extract.foreseen import is_start_agreed
from summitdb.extract.moods import Mood, mood, when
from summitdb.extract.participation import is_mediator
from summitdb.extract.places import place_at
from summitdb.extract.reading import Reader
from summitdb.extract.scenes import meeting_ahead
from summitdb.extract.senders import several_states
from summitdb.extract.units import Sentence, Unit

UNSHOWN = frozenset({"passed", "issued", "published", "released", "approved", "endorsed", "ratified", "considered", "reviewed"})
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
ACTS = frozenset({*SHARED, "sign"})
DEEDS = frozenset({"seal", "discuss"})
ACCORDS = frozenset(
    {"consensus", "understanding", "compromise", "settlement", "ceasefire", "cease-fire", "truce", "deal", "accord"}
)
LAWS = frozenset({"law", "laws", "bill", "bills", "decree", "decrees", "legislation"})  # one state's own
ADDRESSES = frozenset({"told", "assured", "informed", "briefed", "warned", "tells", "thanked", "promised"})
DONE = frozenset({"past", "part"})
ADDRESS_SENTENCES = 3
LEAD_SENTENCES = 7


def _is_act(unit: Unit) -> bool:
    if unit.kind != "word" or not unit.tenses & {"past", "part"}:
        return unit.kind == "word" and (unit.low in SHARED or unit.low in ("sign", "discuss"))
    return (
        ("seal" in unit.rows and unit.low not in UNSHOWN)
        or ("discuss" in unit.rows and unit.low == "discussed")
        or unit.low in SHARED
    )


def _is_accord(units: list[Unit], i: int) -> bool:
    """ "Reached a deal", "the accord that was reached", not "debt had reached 550 million"."""
    return any(u.rows.keys() & {"document", "meeting"} or u.low in ACCORDS for u in units[max(0, i - 7) : i + 9])


def _arranges(units: list[Unit], i: int) -> bool:
    """ "Have agreed to meet", "agreed on a resumption of talks": what is agreed is the meeting."""
    if any("meeting" in units[k].rows and is_start_agreed(units, k) for k in range(i + 1, min(i + 9, len(units)))):
        return True
    if not units[i].low.startswith("agree") or i + 2 >= len(units) or units[i + 1].low != "to":
        return False
    verb = units[i + 2]
    if verb.rows.keys() & {"meet", "visit"}:
        return True
    return bool(verb.rows.keys() & {"light", "host"}) and meeting_ahead(units, i + 3) is not None


def _fails(units: list[Unit], i: int) -> bool:
    """ "Failed to sign a treaty": they met all the same."""
    return (
        "seal" in units[i].rows and i > 1 and units[i - 1].low == "to" and units[i - 2].low in ("failed", "refused", "declined")
    )


def _paper(reader: Reader, encounter: Encounter, at: int) -> Mood | None:
    """ "Will lend it 40 million under an accord signed here today": the paper's signing is done whatever the verb says."""
    units = reader.units
    if not at or "document" not in units[at - 1].rows or encounter.scene.verb in (None, at):
        return None
    here = any(unit.low == "here" for unit in units[at + 1 : at + 3])
    fresh = (
        encounter.date is not None
        and encounter.date.value.kind in ("weekday", "relative")
        and encounter.date in units[at : at + 5]
    )
    if when(encounter.date, reader.doc.article.published_on) is None and (here or fresh):
        return "held", False
    return None


def _read(reader: Reader, at: int) -> Encounter | None:
    scene = next(s for s in reader.scenes if at in s.at)
    units = reader.units
    if (units[at].low == "reached" and not _is_accord(units, at)) or any(u.low in LAWS for u in units[at + 1 : at + 5]):
        return None
    encounter = Encounter(reader.sentence, scene, units[at], "meeting", implied=True, verbal=True)
    encounter.date = reader.dating.day(scene, at)
    judged = _paper(reader, encounter, at) or mood(units, scene, at, encounter.date, reader.doc.article.published_on)
    if judged is None or judged[1] or judged[0] not in ("held", "ongoing", "planned"):
        return None
    if units[at].low == "discuss" and judged[0] != "planned":
        return None  # "met to discuss relations with Uganda"
    encounter.status = judged[0]
    for i in [*subject(units, reader.depends, scene), *scene.at]:
        unit = units[i]
        if unit.kind not in PARTY_KINDS or unit.low in ("it", "they"):
            continue
        prep, head = reader.depends[i]
        if prep == "":
            taken = i < at and (unit.kind != "city" or bool(unit.countries))
        elif prep in ("with", "between"):
            linked = head == at or "discuss" in units[at].rows or head < 0 or "document" in units[head].rows or head > at + 9
            taken = unit.kind != "city" and (linked or units[head].kind in ("date", "city", "person", "role", "country"))
        elif prep == "of":
            taken = units[head].kind in ("role", "person", "body") and head < at
        else:
            taken = prep in ("by", "including") and unit.kind != "city" and not is_mediator(units, i)
        if taken:
            encounter.add(unit)
    for i in scene.at:
        place = place_at(units, reader.depends, i, False)
        if place is not None and i > at:
            encounter.place = encounter.place or place
    if encounter.status == "planned" and (encounter.date is None or encounter.place is None or not units[at].rows.keys() & DEEDS):
        return None
    encounter.several = several_states(reader.sentence, reader.depends, scene)
    return encounter if len(encounter.codes) >= 2 or encounter.several else None


def _address(doc: Document, sentence: Sentence, at: int) -> Encounter | None:
    """ "Told his Serbian counterpart", "assured the visiting president": who says it to whom shows that they met."""
    units = sentence.units
    if not 0 < at < len(units) - 1:
        return None
    spoken_to = next((u for u in units[at + 1 : at + 3] if u.people or u.kind == "role"), None)
    if spoken_to is None or not (
        "counterpart" in spoken_to.low or "visiting" in spoken_to.low or units[at + 1].low == "visiting"
    ):
        return None
    reader = Reader.of(doc, sentence)
    scene = next(s for s in reader.scenes if at in s.at)
    encounter = Encounter(sentence, scene, units[at], "meeting", implied=True, verbal=True)
    encounter.date = reader.dating.day(scene, at)
    judged = mood(units, scene, at, encounter.date, doc.article.published_on)
    if judged != ("held", False):
        return None
    speakers = [i for i in subject(units, reader.depends, scene) if units[i].people]
    for i in speakers:
        encounter.add(units[i])
    encounter.add(spoken_to)
    return encounter if speakers and len(encounter.codes) == 2 else None


def _counterparts(doc: Document, sentence: Sentence) -> list[Encounter]:
    """ "Earlier in Gabon, Hu and his Gabonese counterpart Omar Bongo pledged to strengthen ties": they were together."""
    units = sentence.units
    found: list[Encounter] = []
    for i in range(2, len(units) - 1):
        unit = units[i]
        if "counterpart" not in unit.low and "opposite number" not in unit.low:
            continue
        if not unit.people or units[i - 1].low != "and" or not units[i - 2].people or is_next_speaker(units, i + 1):
            continue
        verb = next((k for k in range(i + 1, min(i + 16, len(units))) if is_finite(units, k)), None)
        if verb is None:
            continue
        deed = units[lexical(units, verb)]
        if not (deed.rows.keys() & {"report", "seal", "discuss", "agree"} or deed.low == "committed") or not deed.tenses & DONE:
            continue
        reader = Reader.of(doc, sentence)
        scene = next(s for s in reader.scenes if verb in s.at)
        encounter = Encounter(sentence, scene, units[verb], "meeting", implied=True, verbal=True, together=True)
        encounter.date = reader.dating.day(scene, verb)
        judged = mood(units, scene, verb, encounter.date, doc.article.published_on)
        for k in (i - 2, *range(i, verb)):
            if units[k].people and not is_possessor(units, k):
                encounter.add(units[k])
        if judged == ("held", False) and len(encounter.codes) > 1:
            places = (place_at(units, reader.depends, k, False) for k in range(i))
            encounter.place = next((place for place in places if place is not None), None)
            found.append(encounter)
    return found


def joint_acts(doc: Document) -> list[Encounter]:
    """Meetings shown only by a joint act in the first sentences of the text."""
    found: list[Encounter] = []
    body = [s for s in doc.sentences if s.role == "body"]
    for sentence in body[:LEAD_SENTENCES]:
        units = sentence.units
        told = sentence.places_of(DEEDS)
        if not sentence.lows.isdisjoint(ACTS):
            told.update(i for i, unit in enumerate(units) if unit.low in ACTS)
        acts = [i for i in sorted(told) if (_is_act(units[i]) and not _arranges(units, i)) or _fails(units, i)]
        if acts:
            reader = Reader.of(doc, sentence)
            found += [e for i in acts if (e := _read(reader, i)) is not None]
    for sentence in body[:ADDRESS_SENTENCES]:
        if sentence.lows.isdisjoint(ADDRESSES):
            continue
        spoken = [i for i, unit in enumerate(sentence.units) if unit.low in ADDRESSES]
        found += [e for i in spoken if (e := _address(doc, sentence, i)) is not None]
    for sentence in body if "counterpart" in doc.body.lower() else ():
        if any("counterpart" in unit.low for _, unit in sentence.named):
            found += _counterparts(doc, sentence)
    return found + assemblies(doc)
