"""Organizations of an article, and who stands where in them: member, observer, dialogue partner; actual, sought, invited."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.rules import cite
from summitdb.extract.standings import Standing, StandingReader
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.records import Organization, Relation


class _Found:
    """The organizations found so far, by canonical name."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.records: dict[str, Organization] = {}

    def add(self, unit: Unit, following: Unit | None) -> None:
        entry = unit.organization
        if entry is None or entry.name in self.records:
            return
        end = unit.end
        body = self.doc.body
        if (
            entry.acronym
            and following is not None
            and following.text == "("
            and body[following.end :].startswith(entry.acronym + ")")
        ):
            end = following.end + len(entry.acronym) + 1
        record = Organization(name=entry.name, acronym=entry.acronym, as_written=body[unit.start : end])
        for field in ("name", "acronym", "as_written"):
            if getattr(record, field):
                cite(record, field, unit.start, end, "organization.name.gazetteer")
        self.records[entry.name] = record

    def relate(self, standing: Standing) -> None:
        """Add a standing unless the record has it."""
        record = self.records.get(standing.entry.name)
        if record is None:
            return
        for known in record.relations:
            if (known.country, known.status, known.modality) == (standing.code, standing.status, standing.modality):
                return
        record.relations.append(
            Relation(country=standing.code, status=standing.status, modality=standing.modality, by=standing.by)
        )  # type: ignore[arg-type]
        at = f"relations/{len(record.relations) - 1}"
        cite(record, f"{at}/country", standing.state.start, standing.state.end, standing.rule)
        cite(record, f"{at}/status", standing.cue.start, standing.cue.end, standing.rule)
        cite(record, f"{at}/modality", standing.cue.start, standing.cue.end, standing.rule)
        if standing.by:
            cite(record, f"{at}/by", standing.cue.start, standing.cue.end, standing.rule)


def extract_organizations(doc: Document) -> list[Organization]:
    """The intergovernmental organizations that the article names, with the standings it states."""
    found = _Found(doc)
    rows = [(s.units, s) for s in doc.sentences]
    for units, sentence in rows:
        if sentence.role == "title":
            continue
        for i, unit in enumerate(units):
            if unit.organization is not None and unit.kind in ("organization",):
                found.add(unit, units[i + 1] if i + 1 < len(units) else None)
            for part in unit.value if unit.kind in ("role", "body", "person") and isinstance(unit.value, list) else ():
                if part.organization is not None:
                    found.add(part, None)
            if unit.kind == "quotation":
                inner = doc.inside(unit.value)
                for j, part in enumerate(inner):
                    if part.organization is not None and part.kind == "organization":
                        found.add(part, inner[j + 1] if j + 1 < len(inner) else None)
    seen: list[OrganizationEntry] = []
    for units, sentence in rows:
        if sentence.role == "body":
            standings = StandingReader(units, seen).read()
            for unit in units:
                if unit.kind == "quotation":
                    default = next((u for u in units if u.kind == "country" and u.start < unit.start), None)
                    standings += StandingReader(doc.inside(unit.value), seen, default).read()
            for standing in standings:
                found.relate(standing)
        seen += [u.organization for u in units if u.kind == "organization" and u.organization is not None]
    return list(found.records.values())
