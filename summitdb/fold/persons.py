"""Persons: one row for each key and country. What names a person without a country is of the only one that has a country,
if there is exactly one, and otherwise of a row of its own without a country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from summitdb.fold.lookup import Lookup
from summitdb.schema import Mention, MentionKey, Person, Statement, SummitParticipant
from summitdb.store.rows import chunks

# What points to a person, and the country that it gives them.
_REFERENCES: tuple[tuple[Any, Any], ...] = (
    (SummitParticipant.person_id, SummitParticipant.country),
    (Statement.speaker_id, Statement.speaker_country),
)


def without_country(key: str) -> str:
    """The key in mention_key of a person's mentions that give no country."""
    return f"person|{key}"


def settle_references(
    connection: sa.Connection, keys: Iterable[str], lookup: Lookup, new: Collection[int]
) -> tuple[set[int], set[str], set[int]]:
    """Let everything that names a person of these keys point to the right row, and delete rows without anything
    pointing to them. Returns the rows that are left, the slugs of those deleted, and the rows to which mentions were moved
    other than the `new` ones."""
    left: set[int] = set()
    moved: set[int] = set()
    slugs: dict[int, str] = {}
    for some in chunks(sorted(set(keys))):
        by_key: dict[str, list[Any]] = defaultdict(list)
        for person in connection.execute(_uses(some)):
            by_key[person.key].append(person)
            slugs[person.id] = person.slug
        gone: set[int] = set()
        for key, persons in by_key.items():
            kept = {person.id for person in persons if person.country and person.named}
            if any(person.vague for person in persons):
                target = next(iter(kept)) if len(kept) == 1 else _without_country(persons, lookup)
                others = [person.id for person in persons if person.vague and person.id != target]
                if _point(connection, key, others, target) - set(new):
                    moved.update(others, [target])
                kept.add(target)
            left |= kept
            gone |= {person.id for person in persons} - kept
        if gone:
            connection.execute(sa.delete(Person).where(Person.id.in_(gone)))
    lookup.persons.clear()
    return left, {slugs[row] for row in slugs.keys() - left}, moved


def _uses(keys: Collection[str]) -> Any:
    """The persons with these keys: whether anything names them with their country, and whether anything without one."""
    of_person = Mention.person_id == Person.id
    key = sa.literal(without_country("")) + Person.key
    gives_none = sa.exists().where(MentionKey.mention_id == Mention.id, MentionKey.key == key).correlate(Mention, Person)
    named = sa.or_(
        sa.exists().where(of_person, ~gives_none),
        *(sa.exists().where(pointer == Person.id, country.is_not(None)) for pointer, country in _REFERENCES),
    )
    vague = sa.or_(
        sa.exists().where(MentionKey.key == key, MentionKey.mention_id == Mention.id, of_person),
        *(sa.exists().where(pointer == Person.id, country.is_(None)) for pointer, country in _REFERENCES),
    )
    columns = Person.id, Person.key, Person.country, Person.slug, Person.name, named.label("named"), vague.label("vague")
    return sa.select(*columns).where(Person.key.in_(keys))


def _without_country(persons: list[Any], lookup: Lookup) -> int:
    """The row of these persons that has no country, created if need be."""
    name = min(person.name for person in persons)
    return lookup.person_row(persons[0].key, None, name)


def _point(connection: sa.Connection, key: str, rows: Collection[int], target: int) -> set[int]:
    """Let all that points to these rows and gives no country point to the target. Returns the mentions of it."""
    if not rows:
        return set()
    vague = sa.select(MentionKey.mention_id).where(MentionKey.key == without_country(key))
    of_these = Mention.person_id.in_(rows), Mention.id.in_(vague)
    moved = set(connection.scalars(sa.select(Mention.id).where(*of_these)))
    connection.execute(sa.update(Mention).where(*of_these).values(person_id=target))
    for pointer, country in _REFERENCES:
        references = sa.update(pointer.class_).where(pointer.in_(rows), country.is_(None))
        connection.execute(references.values({pointer.key: target}))
    return moved
