"""Organizations of an article, and who stands where in them: member, observer, dialogue partner; actual, sought, invited."""

from __future__ import annotations

from summitdb.extract.clauses import is_negated
from summitdb.extract.document import Document
from summitdb.extract.rules import cite
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.records import Organization, Relation

REACH = 14


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
        if entry.acronym and following is not None and following.text == "(" and body[following.end :].startswith(entry.acronym + ")"):
            end = following.end + len(entry.acronym) + 1
        record = Organization(name=entry.name, acronym=entry.acronym, as_written=body[unit.start : end])
        for field in ("name", "acronym", "as_written"):
            if getattr(record, field):
                cite(record, field, unit.start, end, "organization.name.gazetteer")
        self.records[entry.name] = record

    def relate(self, entry: OrganizationEntry, code: str, unit: Unit, status: str, modality: str, cue: Unit, rule: str, by: str | None = None) -> None:
        record = self.records.get(entry.name)
        if record is None:
            return
        for known in record.relations:
            if known.country == code and known.status == status:
                if known.modality == modality:
                    return
        record.relations.append(Relation(country=code, status=status, modality=modality, by=by))  # type: ignore[arg-type]
        at = f"relations/{len(record.relations) - 1}"
        cite(record, f"{at}/country", unit.start, unit.end, rule)
        cite(record, f"{at}/status", cue.start, cue.end, rule)
        cite(record, f"{at}/modality", cue.start, cue.end, rule)
        if by:
            cite(record, f"{at}/by", cue.start, cue.end, rule)


def _sense(units: list[Unit], i: int) -> str | None:
    row = units[i].get("relation")
    return row["sense"] if row is not None and units[i].kind == "word" else None


def _list_of_states(units: list[Unit], begin: int) -> list[Unit]:
    """The states of the list that begins at `begin`: "Indonesia, Malaysia, the Philippines, Singapore and Thailand"."""
    found: list[Unit] = []
    i = begin
    while i < len(units):
        unit = units[i]
        if unit.kind == "country" and unit.countries:
            found.append(unit)
        elif not (unit.text == "," or unit.low in ("and", "as", "well as", "the", "well") or unit.pos == "det"):
            break
        i += 1
    return found


def _nearest_organization(units: list[Unit], at: int, known: OrganizationEntry | None) -> OrganizationEntry | None:
    """The organization that a word of standing at `at` belongs to: "member of NATO", "EU member", "the bloc" for the last one."""
    for i in range(at + 1, min(len(units), at + 8)):
        if units[i].organization is not None and units[i].kind in ("organization", "role"):
            return units[i].organization
    for i in range(at - 1, max(-1, at - 8), -1):
        if units[i].organization is not None and units[i].kind in ("organization", "role"):
            return units[i].organization
    in_sentence = [u.organization for u in units if u.kind == "organization" and u.organization is not None]
    if in_sentence:
        return in_sentence[0]
    return known


def _subjects(units: list[Unit], at: int) -> list[Unit]:
    """The states that the words of standing at `at` speak of: the subject of the clause, else a list right before or behind."""
    behind = _list_of_states(units, at + 1)
    if behind and units[at].entry is not None and units[at].entry.number == "p":  # type: ignore[union-attr]
        return behind
    before: list[Unit] = []
    for i in range(at - 1, max(-1, at - 22), -1):
        unit = units[i]
        if unit.kind in ("country", "national") and unit.countries and (unit.kind == "country" or i == at - 1):
            before.append(unit)
        elif unit.kind == "person" and unit.people and unit.people[0].country and not before:
            continue
        elif unit.text in (";", ":"):
            break
    if before:
        first = before[-1]
        listed = _list_of_states(units, units.index(first))
        return listed if first in listed and len(listed) > 1 else [first]
    return behind[:1]


def _read(found: _Found, units: list[Unit], last: OrganizationEntry | None) -> None:
    for i, unit in enumerate(units):
        row = unit.get("standing")
        if row is not None and unit.kind == "word":
            entry = _nearest_organization(units, i, last)
            if entry is None:
                continue
            generic = row["status"] in ("partner", "member") and not any(u.organization for u in units[max(0, i - 6) : i + 8])
            if generic and unit.low in ("partner", "partners", "member", "members", "entry"):
                continue
            senses = [s for j in range(max(0, i - 10), min(len(units), i + 6)) if (s := _sense(units, j))]
            modality = next((s for s in ("opposed", "supported", "invited", "sought") if s in senses), "actual")
            cue = next((units[j] for j in range(max(0, i - 10), min(len(units), i + 6)) if _sense(units, j) == modality), unit)
            if modality == "actual" and unit.low in ("membership", "full membership", "accession", "admission", "entry", "observer status", "candidate status"):
                continue
            status = "former_member" if "left" in senses and row["status"] == "member" else row["status"]
            for state in _subjects(units, i):
                for code in state.countries[:1]:
                    found.relate(entry, code, state, status, modality, cue, f"organization.relation.{modality}")
            continue
        sense = _sense(units, i)
        if sense in ("joined", "founded", "comprises", "left") and not is_negated(units, i):
            entry = _nearest_organization(units, i, last)
            if entry is None or (sense == "joined" and not any(u.organization is entry for u in units[i : i + 6])):
                if sense not in ("founded", "comprises"):
                    continue
            if entry is None:
                continue
            states: list[Unit] = []
            if sense in ("founded", "comprises"):
                begin = next((j for j in range(i + 1, min(len(units), i + 6)) if units[j].kind == "country"), None)
                states = _list_of_states(units, begin) if begin is not None else []
            else:
                states = [s for s in _subjects(units, i) if s.kind == "country"]
            future = any(u.pos == "modal" or u.low in ("to", "hopes", "wants", "seeks") for u in units[max(0, i - 3) : i])
            status = "former_member" if sense == "left" else "member"
            for state in states:
                found.relate(entry, state.countries[0], state, status, "sought" if future else "actual", unit, f"organization.relation.{sense}")


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
    last: OrganizationEntry | None = None
    for units, sentence in rows:
        if sentence.role == "body":
            _read(found, units, last)
        named = [u.organization for u in units if u.kind == "organization" and u.organization is not None]
        last = named[-1] if named else last
    return list(found.records.values())

