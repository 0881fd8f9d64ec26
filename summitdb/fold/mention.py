"""Mentions: the records of a record file one by one, with what they contribute to the tables.

Persons and the organizers of summits have no record of their own: their mentions are made from the summits and statements that
name them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from summitdb import records
from summitdb.errors import RecordError
from summitdb.fold.names import person_key, slugify
from summitdb.records import Evidence, Record, RecordFile


class Person(Record, kw_only=True):
    """A person as one article has them."""

    name: str
    country: str | None = None


TYPES: dict[str, type[Record]] = {
    "summit": records.Summit,
    "agreement": records.Agreement,
    "statement": records.Statement,
    "corridor": records.Corridor,
    "organization": records.Organization,
    "person": Person,
}


_WITH = {"kind": ("text",)}
Who = Callable[[str, str | None], str | None]
_Named = dict[str, dict[str | None, list[tuple[str, list[tuple["Value", tuple[Evidence, ...]]]]]]]


def by_name(name: str, country: str | None) -> str | None:
    """The key of a person whom no decision is about."""
    return person_key(name)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a record: its path in the record (`countries/1`) and in its row (`countries/AZ`), and itself as text."""

    path: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention not stored yet: its record without evidence, and each value with the evidence for it."""

    table: str
    position: int
    record: Record
    values: tuple[tuple[Value, tuple[Evidence, ...]], ...]

    @property
    def main(self) -> bool:
        return getattr(self.record, "main", True)


def number(value: float) -> str:
    """A number as text: 15, 12.5."""
    return str(int(value)) if float(value).is_integer() else repr(value)


_SCALARS = {
    "summit": ("name", "format", "status", "starts_on", "ends_on", "city", "country", "organization"),
    "agreement": ("title", "kind", "status", "date", "count", "amount", "currency"),
    "statement": ("kind", "text", "speaker", "speaker_country", "speaker_organization", "stance"),
    "corridor": ("name", "as_written", "status", "cost", "currency", "completes_on"),
    "organization": ("name", "as_written", "acronym"),
    "person": ("name", "country"),
}
_LISTS = {
    "summit": ("countries", "topics"),
    "agreement": ("parties", "sectors"),
    "statement": ("topics",),
    "corridor": ("modes", "countries"),
    "organization": (),
    "person": (),
}


def values(table: str, record: Record, who: Who = by_name) -> Iterator[Value]:
    """Every value that a record gives to its row. `who` tells the key of the participant of a name and country; None if it
    is no person."""
    for name in _SCALARS[table]:
        value = getattr(record, name)
        if value is not None:
            yield Value(name, name, number(value) if isinstance(value, (int, float)) else value)
    for name in _LISTS[table]:
        for i, item in enumerate(getattr(record, name)):
            yield Value(f"{name}/{i}", f"{name}/{item}", item)
    if isinstance(record, records.Summit):
        for i, participant in enumerate(record.participants):
            key = who(participant.person, participant.country)
            if key is None:
                continue
            field = f"participants/{key}"
            yield Value(f"participants/{i}", field, participant.person)
            for name in ("country", "office"):
                if (value := getattr(participant, name)) is not None:
                    yield Value(f"participants/{i}/{name}", f"{field}/{name}", value)
    elif isinstance(record, records.Corridor):
        for i, capacity in enumerate(record.capacities):
            yield Value(f"capacities/{i}", f"capacities/{capacity.unit}/{capacity.kind}", number(capacity.value))
    elif isinstance(record, records.Organization):
        for i, relation in enumerate(record.relations):
            field = f"relations/{relation.country}/{relation.status}/{relation.modality}"
            yield Value(f"relations/{i}", field, relation.country)
            if relation.by is not None:
                yield Value(f"relations/{i}/by", f"{field}/by", relation.by)


def drafts(file: RecordFile, *, complete: bool, who: Who = by_name) -> Iterator[Draft]:
    """The mentions of a record file; `who` tells the key of a person in it. With `complete`, as an engine must give it,
    RecordError is raised for a value without evidence; a person's coding need not have any."""
    persons = _named(file)

    def here(name: str, country: str | None) -> str | None:
        known = persons[person_key(name)]
        return who(name, country or (next(iter(known)) if len(known) == 1 else None))

    for name, position, record in file.records():
        table = name.removesuffix("s")
        found = []
        for value in values(table, record, here):
            evidence = _evidence(record.evidence, value.path)
            if complete and not evidence:
                raise RecordError(f"{name}/{position}/{value.path} has no evidence", "the extraction engine is at fault")
            found.append((value, evidence))
        yield Draft(table, position, msgspec.structs.replace(record, evidence=[]), tuple(found))
    yield from _organizers(file)
    yield from _persons(persons)


def _evidence(evidence: Iterable[Evidence], path: str) -> tuple[Evidence, ...]:
    """The evidence for the value at `path`; else for its parts, or for the nearest part of the record around it. What kind
    of statement it is shows in its words."""
    for wanted in (path, *_WITH.get(path, ())):
        if found := tuple(item for item in evidence if item.field == wanted):
            return found
    if found := tuple(item for item in evidence if item.field.startswith(f"{path}/")):
        return found
    return _evidence(evidence, path.rpartition("/")[0]) if "/" in path else ()


def _organizers(file: RecordFile) -> Iterator[Draft]:
    """Mentions of the organizations whose gatherings the summits are, where the file has no record of them."""
    known = {slugify(organization.name) for organization in file.organizations}
    position = len(file.organizations)
    for summit in file.summits:
        name = summit.organization
        if name and slugify(name) not in known:
            known.add(slugify(name))
            evidence = _evidence(summit.evidence, "organization")
            record = records.Organization(name=name, as_written=name)
            yield Draft("organization", position, record, ((Value("name", "name", name), evidence),))
            position += 1


def _named(file: RecordFile) -> _Named:
    """The participants and speakers by key and country, each with the names and evidence. Who is named with one country and
    also without is of that country."""
    named: _Named = {}

    def note(name: str, country: str | None, evidence: list[Evidence], path: str, country_path: str) -> None:
        found = [(Value("name", "name", name), _evidence(evidence, path))]
        if country:
            found.append((Value("country", "country", country), _evidence(evidence, country_path)))
        named.setdefault(person_key(name), {}).setdefault(country, []).append((name, found))

    for summit in file.summits:
        for i, participant in enumerate(summit.participants):
            path = f"participants/{i}"
            note(participant.person, participant.country, summit.evidence, path, f"{path}/country")
    for statement in file.statements:
        if statement.speaker:
            note(statement.speaker, statement.speaker_country, statement.evidence, "speaker", "speaker_country")
    for by_country in named.values():
        if len(by_country) == 2 and None in by_country:
            without = by_country.pop(None)
            next(iter(by_country.values())).extend(without)
    return named


def _persons(named: _Named) -> Iterator[Draft]:
    """Mentions of the participants and speakers: each person once for each country that the file gives them."""
    position = 0
    for by_country in named.values():
        for country, notes in by_country.items():
            record = Person(name=notes[0][0], country=country)
            yield Draft("person", position, record, tuple(value for _, found in notes for value in found))
            position += 1
