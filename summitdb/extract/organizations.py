"""Organizations of an article, and who stands where in them: member, observer, dialogue partner; actual, sought, invited."""

from __future__ import annotations

from typing import cast

from summitdb.extract.coreference import leading_pair
from summitdb.extract.document import Document
from summitdb.extract.rules import cite
from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_gatherings import departed, taken_for_granted
from summitdb.extract.standing_interest import interests, with_supporters
from summitdb.extract.standing_terms import Past, Standing, list_from, organization_of
from summitdb.extract.standings import read_standings
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.records import Modality, Organization, Relation, RelationStatus

# Units that name a state, or an organization inside an office or institution.
SPEAKING = frozenset({"country", "role", "body", "person"})


class _Found:
    """The organizations found so far, by canonical name."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.records: dict[str, Organization] = {}

    def add(self, unit: Unit, following: Unit | None) -> None:
        """Enter the organization that a unit names, with the acronym in brackets behind it."""
        entry, end = unit.organization, unit.end
        if entry is not None and entry.acronym and following is not None and following.text == "(":
            if self.doc.body.startswith(entry.acronym + ")", following.end):
                end = following.end + len(entry.acronym) + 1
        self.add_name(entry, unit.start, end)

    def add_name(self, entry: OrganizationEntry | None, start: int, end: int) -> None:
        """Enter the organization named at body[start:end] unless it is known or only a mission of one."""
        if entry is None or entry.name in self.records or entry.kind == "mission":
            return
        if self.doc.body[start:end] == "Commonwealth" and "Commonwealth of Independent States" in self.records:
            return
        record = Organization(name=entry.name, acronym=entry.acronym, as_written=self.doc.body[start:end])
        for field in ("name", "acronym", "as_written"):
            if getattr(record, field):
                cite(record, field, start, end, "organization.name.gazetteer")
        self.records[entry.name] = record

    def relate(self, standing: Standing) -> None:
        """Add a standing unless the record has it."""
        record = self.records.get(standing.entry.name)
        if record is None:
            return
        for known in record.relations:
            if (known.country, known.status, known.modality) == (
                standing.code,
                standing.status,
                standing.modality,
            ) and standing.by in (None, known.by):
                return
        record.relations.append(
            Relation(
                country=standing.code,
                status=cast("RelationStatus", standing.status),
                modality=cast("Modality", standing.modality),
                by=standing.by,
            )
        )
        at = f"relations/{len(record.relations) - 1}"
        cite(record, f"{at}/country", standing.state.start, standing.state.end, standing.rule)
        cite(record, f"{at}/status", standing.cue.start, standing.cue.end, standing.rule)
        cite(record, f"{at}/modality", standing.cue.start, standing.cue.end, standing.rule)
        if standing.by:
            cite(record, f"{at}/by", standing.cue.start, standing.cue.end, standing.rule)

    def imply(self, standing: Standing) -> None:
        """Add a standing that the article takes for granted, where it says nothing else of that state."""
        record = self.records.get(standing.entry.name)
        if record is not None and all(known.country != standing.code for known in record.relations):
            self.relate(standing)


def _names(doc: Document, found: _Found, sentence: Sentence) -> None:
    """Enter the organizations that a sentence names: alone, inside an office or an institution, inside a quotation."""
    quoted = [doc.inside(unit.value) for _, unit in sentence.named if unit.kind == "quotation"]
    rows = [(sentence.units, sentence.named), *((units, enumerate(units)) for units in quoted)]
    for units, places in rows:
        for i, unit in places:
            if unit.organization is not None and unit.kind == "organization":
                found.add(unit, units[i + 1] if i + 1 < len(units) else None)
            elif unit.kind in ("role", "body", "person"):
                for hit in doc.names_in(unit):
                    found.add_name(hit.name.organization, doc.tokens.start[hit.first], doc.tokens.end[hit.last])


def _organizations_of(sentence: Sentence) -> list[OrganizationEntry]:
    """The organizations that a sentence names, alone or inside an office or institution, in its order."""
    entries = (organization_of(u) for _, u in sentence.named if u.organization is not None or u.kind in SPEAKING)
    return [entry for entry in entries if entry is not None]


def _remember(past: Past, sentence: Sentence, named: list[OrganizationEntry], standings: list[Standing]) -> None:
    """Keep what the next sentences may refer back to, the organizations `named` in this one among it."""
    past.named += named
    for i, unit in sentence.named:
        if unit.kind != "country":
            continue
        if unit.countries:
            past.topic = (unit, unit.countries[0])
            past.main = past.main or past.topic
        if i == 0 or sentence.units[i - 1].kind != "country":
            listed = list_from(sentence.units, i)
            if len({u.countries[0] for u in listed}) == len(listed) > 1 and listed[0] is unit and _opens(sentence.units, i):
                past.lists.setdefault(len(listed), []).append(listed)
    for standing in standings:
        past.known[standing.code] = standing.entry
        if standing.modality != "actual":
            past.wishes[standing.code] = standing.entry
    if standings:
        past.topic = (standings[-1].state, standings[-1].code)


def _opens(units: list[Unit], i: int) -> bool:
    """Whether no state stands before the one at `i` in its list."""
    return i < 2 or not (units[i - 2].kind == "country" and (units[i - 1].text == "," or units[i - 1].low == "and"))


def extract_organizations(doc: Document) -> list[Organization]:
    """The intergovernmental organizations that the article names, with the standings it states."""
    found = _Found(doc)
    for sentence in doc.sentences:
        if sentence.role != "title":
            _names(doc, found, sentence)
    if not found.records:
        return []
    named = [_organizations_of(sentence) for sentence in doc.sentences]
    past = Past(coming=[entry for entries in named for entry in entries], pair=leading_pair(doc.sentences))
    for sentence, entries in zip(doc.sentences, named, strict=True):
        standings: list[Standing] = []
        if sentence.role == "body":
            clause = Clause(sentence.units, past)
            standings = read_standings(clause, sentence.known) + (interests(clause) if "interest" in sentence.lows else [])
            for _, unit in sentence.named:
                if unit.kind == "quotation":
                    _remember(past, sentence, entries, standings)
                    default = next((u for u in sentence.units if u.kind == "country" and u.start < unit.start), None)
                    quoted = doc.inside(unit.value)
                    standings += read_standings(Clause(quoted, past, default), enumerate(quoted))
            for standing in with_supporters(clause, standings) if "support" in sentence.lows else standings:
                found.relate(standing)
        _remember(past, sentence, entries, standings)
    for standing in (*departed(doc, past.coming), *taken_for_granted(doc, past.pair, past.coming)):
        found.imply(standing)
    return list(found.records.values())
