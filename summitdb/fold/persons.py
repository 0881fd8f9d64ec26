"""Persons: one row for each key and country. What names a person without a country is of the only one that has a country,
if there is exactly one, and otherwise of a row of its own without a country."""

from __future__ import annotations

from collections.abc import Iterable
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


def settle_references(connection: sa.Connection, keys: Iterable[str], lookup: Lookup) -> tuple[set[int], set[str]]:
    """Let everything that names a person of these keys point to the right row, and delete rows without anything
    pointing to them. Returns the rows that are left, and the slugs of those deleted."""
    left: set[int] = set()
    vacated: set[str] = set()
    for some in chunks(sorted(set(keys))):
        rows: dict[str, dict[str | None, int]] = {key: {} for key in some}
        before: dict[int, str] = {}
        query = sa.select(Person.id, Person.key, Person.country, Person.slug).where(Person.key.in_(some))
        for person in connection.execute(query):
            rows[person.key][person.country] = person.id
            before[person.id] = person.slug
        for key, by_country in rows.items():
            kept = _settle(connection, key, by_country, lookup)
            left.update(kept)
            vacated.update(before[row] for row in set(by_country.values()) - kept)
    lookup.persons.clear()
    return left, vacated


def _settle(connection: sa.Connection, key: str, rows: dict[str | None, int], lookup: Lookup) -> set[int]:
    vague = sa.select(MentionKey.mention_id).where(MentionKey.key == without_country(key))
    kept = {row for country, row in rows.items() if country and _is_named(connection, row, vague)}
    if len(kept) == 1:
        kept |= _point(connection, rows, next(iter(kept)), vague)
    elif _is_vague(connection, rows.values(), vague):
        name = connection.scalars(sa.select(Person.name).where(Person.key == key).order_by(Person.name)).first()
        kept |= _point(connection, rows, lookup.person_row(key, None, name or key), vague)
    if gone := set(rows.values()) - kept:
        connection.execute(sa.delete(Person).where(Person.id.in_(gone)))
    return kept


def _point(connection: sa.Connection, rows: dict[str | None, int], target: int, vague: Any) -> set[int]:
    """Let all that gives no country point to the target; returns it."""
    others = [row for row in rows.values() if row != target]
    if others:
        of_others = Mention.person_id.in_(others), Mention.id.in_(vague)
        connection.execute(sa.update(Mention).where(*of_others).values(person_id=target))
        for pointer, country in _REFERENCES:
            update = sa.update(pointer.class_).where(pointer.in_(others), country.is_(None))
            connection.execute(update.values({pointer.key: target}))
    return {target}


def _is_named(connection: sa.Connection, row: int, vague: Any) -> bool:
    """Whether a mention or reference gives the person of this row their country."""
    return _exists(connection, Mention.person_id == row, Mention.id.not_in(vague)) or any(
        _exists(connection, pointer == row, country.is_not(None)) for pointer, country in _REFERENCES
    )


def _is_vague(connection: sa.Connection, rows: Iterable[int], vague: Any) -> bool:
    """Whether a mention or reference names a person of these rows without a country."""
    some = list(rows)
    return _exists(connection, Mention.person_id.in_(some), Mention.id.in_(vague)) or any(
        _exists(connection, pointer.in_(some), country.is_(None)) for pointer, country in _REFERENCES
    )


def _exists(connection: sa.Connection, *conditions: Any) -> bool:
    return bool(connection.scalar(sa.select(sa.exists().where(*conditions))))
