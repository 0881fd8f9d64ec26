"""Persons: one row for each key and country. What names a person without a country is of the only one that has a country,
if there is exactly one, and otherwise of a row of its own without a country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.fold.lookup import Lookup
from summitdb.fold.mention import Person as Named
from summitdb.fold.moves import MARK, Moves, Said, is_decided, name_key
from summitdb.fold.names import person_key
from summitdb.schema import Article, Correction, Evidence, Mention, MentionKey, Person, Statement, SummitParticipant
from summitdb.store.rows import chunks

# What points to a person, and the country that it gives them.
_REFERENCES: tuple[tuple[Any, Any], ...] = (
    (SummitParticipant.person_id, SummitParticipant.country),
    (Statement.speaker_id, Statement.speaker_country),
)


def without_country(key: str) -> str:
    """The key in mention_key of a person's mentions that give no country."""
    return f"person|{key}"


def misplaced(connection: sa.Connection, moves: Moves) -> set[int]:
    """The record files in which a name is not of whom it is after people's decisions."""
    columns = Mention.record_file_id, Mention.content, Article.key.label("article")
    query = sa.select(*columns, Person.key).join(Article, Article.id == Mention.article_id)
    of_persons = query.join(Person, Person.id == Mention.person_id)
    of_persons = of_persons.where(sa.or_(Person.key.contains(MARK), Person.key.in_(moves.concerned)))
    nobody = sa.select(*columns, sa.null().label("key")).join(Article, Article.id == Mention.article_id)
    nobody = nobody.where(Mention.table_name == "person", Mention.person_id.is_(None))
    found: set[int] = set()
    rows: Iterable[Any] = connection.execute(sa.union_all(of_persons, nobody))
    for row in rows:
        record = msgspec.json.decode(row.content, type=Named)
        key = moves.follow(Said(person_key(record.name), record.country), row.article).key
        if row.key != (None if key in moves.rejected else key):
            found.add(row.record_file_id)
    return found


def name_unmentioned(connection: sa.Connection, persons: Collection[int]) -> None:
    """Give those of these persons who have no mention of their own the first of the names, in alphabetical order, under which
    summits, statements and people's corrections have them."""
    for some in chunks(sorted(persons)):
        query = sa.select(Person.id, Person.key).where(Person.id.in_(some), ~sa.exists().where(Mention.person_id == Person.id))
        for row in connection.execute(query).all():
            names = [name for name in _given(connection, row) if name and person_key(name) == name_key(row.key)]
            if names:
                connection.execute(sa.update(Person).where(Person.id == row.id).values(name=min(names)))


def _given(connection: sa.Connection, person: Any) -> Iterator[str | None]:
    evidence = sa.select(Evidence.value).join(Mention, Mention.id == Evidence.mention_id)
    took_part = evidence.join(SummitParticipant, SummitParticipant.summit_id == Mention.summit_id)
    of_person = SummitParticipant.person_id == person.id, Evidence.field == f"participants/{person.key}"
    yield from connection.scalars(took_part.where(*of_person))
    spoke = evidence.join(Statement, Statement.id == Mention.statement_id)
    yield from connection.scalars(spoke.where(Statement.speaker_id == person.id, Evidence.field == "speaker"))
    of_somebody = sa.or_(Correction.field == "speaker", Correction.field.startswith("participants/"))
    in_force = Correction.undone_at.is_(None), Correction.value.is_not(None)
    yield from connection.scalars(sa.select(Correction.value).where(of_somebody, *in_force))


def fields(
    connection: sa.Connection, persons: Collection[int], moves: Moves, corrections: dict[tuple[str, int], dict[str, str | None]]
) -> dict[int, tuple[str, ...]]:
    """The fields of persons to settle. Who a decision made has the country of the person after whom it is called, where
    articles say so, which counts as corrected."""
    found: dict[int, tuple[str, ...]] = dict.fromkeys(persons, ("name",))
    for some in chunks(sorted(persons)):
        query = sa.select(Person.id, Person.key).where(Person.id.in_(some), Person.key.contains(MARK))
        for row in connection.execute(query):
            found[row.id] = ("name", "country")
            corrections.setdefault(("person", row.id), {})["country"] = moves.countries.get(row.key)
    return found


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
            if is_decided(key):
                kept = {person.id for person in persons if person.named or person.vague}
            elif any(person.vague for person in persons):
                known = len(kept) == 1 and key not in lookup.moves.alone
                target = next(iter(kept)) if known else _without_country(persons, lookup)
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
    found = lookup.person_row(Said(persons[0].key, None), min(person.name for person in persons))
    assert found is not None
    return found


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
