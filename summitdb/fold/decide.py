"""Making decisions about rows: correct, merge, split, reject, accept, note, undo. Each is logged and can be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.fold.build import BUILDERS
from summitdb.fold.decisions import Member, Target, decision, read
from summitdb.fold.fields import check_value, normal
from summitdb.fold.identity import KEYED
from summitdb.fold.lookup import NAMED, Lookup
from summitdb.fold.mention import Person as Named
from summitdb.fold.moves import Moves, Said, name_key
from summitdb.fold.names import person_key
from summitdb.fold.stored import publisher_of
from summitdb.fold.update import Fold
from summitdb.schema import Article, Correction, Mention, Person
from summitdb.store.author import whoami
from summitdb.store.connect import writing
from summitdb.store.find import Found, find

MEMBERS = 20


def correct(
    engine: sa.Engine, slug: str, field: str, value: str | None, *, author: str | None = None, reason: str | None = None
) -> str:
    """Give a field of a row a value, or none. `field` is a path as in evidence: `city`, `participants/PERSON/office`; a
    member of a set is added by its own value (`countries/AZ`, `AZ`) and removed by None. Returns the decision's key.

    Raises UsageError for a row, field or value that cannot be."""
    return _decide(engine, slug, "correct", author, reason, field=field, value=value)


def accept(
    engine: sa.Engine, slug: str, field: str | None = None, *, author: str | None = None, reason: str | None = None
) -> str:
    """Confirm a row, or keep the present value of one of its fields whatever articles to come may say."""
    return _decide(engine, slug, "accept", author, reason, field=field)


def reject(engine: sa.Engine, slug: str, *, author: str | None = None, reason: str | None = None) -> str:
    """Decide that a row shall not be."""
    return _decide(engine, slug, "reject", author, reason)


def note(engine: sa.Engine, slug: str, text: str, *, author: str | None = None) -> str:
    """Attach a remark to a row."""
    return _decide(engine, slug, "note", author, text)


def merge(engine: sa.Engine, slug: str, other: str, *, author: str | None = None, reason: str | None = None) -> str:
    """Decide that two rows are the same. Of two persons, corridors or organizations the name of `slug` remains."""
    return _decide(engine, slug, "merge", author, reason, other=other)


def split(
    engine: sa.Engine, slug: str, articles: Collection[str], *, author: str | None = None, reason: str | None = None
) -> str:
    """Decide that what these articles (by external_id, URL or key) tell of is not this row but one of its own."""
    return _decide(engine, slug, "split", author, reason, articles=articles)


def undo(engine: sa.Engine, key: str, *, author: str | None = None) -> None:
    """Take a decision back; `key` may be shortened as long as it is unique."""
    with writing(engine) as connection:
        found = connection.execute(
            sa.select(Correction.__table__).where(Correction.key.startswith(key, autoescape=True), Correction.undone_at.is_(None))
        ).all()
        if len(found) != 1:
            what = "no decision in force has the key" if not found else "several decisions have keys that begin with"
            raise UsageError(f"{what} {key}", "see: summitdb history SLUG")
        before = decision(found[0])
        undone = {"undone_at": _now(), "undone_by": author or whoami()}
        connection.execute(sa.update(Correction).where(Correction.id == before.id).values(undone))
        after = connection.execute(sa.select(Correction.__table__).where(Correction.id == before.id)).one()
        _settle(connection, after)


def _decide(
    engine: sa.Engine,
    slug: str,
    action: str,
    author: str | None,
    reason: str | None,
    *,
    field: str | None = None,
    value: str | None = None,
    other: str | None = None,
    articles: Collection[str] = (),
) -> str:
    with writing(engine) as connection:
        table, row, name = find(connection, slug)
        if action == "split" and table in NAMED:
            raise UsageError(f"{_a(table)} cannot be split", "it is what its name says, whoever writes of it")
        into = None
        other_members: list[Member] = []
        if other:
            second = _other(connection, table, other)
            if second.id == row:
                raise UsageError(f"{slug} cannot be merged with itself", "name two rows")
            if table in KEYED:  # the other name is henceforth this one
                into, name, row, second = name, second.slug, second.id, Found(table, row, name)
            other_members = _members(connection, table, second.id)
        target = Target(
            members=_members(connection, table, row),
            other=other_members,
            articles=_article_keys(connection, table, row, articles) if articles else [],
            into=into,
        )
        if field is not None:
            field = normal(connection, row, field)
            value = check_value(connection, table, row, field, value, keep=action == "accept")
        made_at = _now()
        content = msgspec.json.encode([table, name, action, field, value, target, made_at])
        key = hashlib.sha256(content).hexdigest()[:16]
        columns = {
            "key": key,
            "table_name": table,
            "slug": name,
            "action": action,
            "field": field,
            "value": value,
            "target": msgspec.json.encode(target).decode(),
            "author": author or whoami(),
            "made_at": made_at,
            "reason": reason,
        }
        query = sa.insert(Correction).returning(Correction.__table__)
        _settle(connection, connection.execute(query, [columns]).one())
        return key


def _other(connection: sa.Connection, table: str, slug: str) -> Found:
    """The row with which one of a table is to be merged."""
    named, _, name = slug.rpartition("/")
    try:
        found = find(connection, f"{named or table}/{name}")
    except UsageError:
        found = find(connection, slug)
    if found.table != table:
        raise UsageError(f"{_a(table)} cannot be merged with {_a(found.table)}", "name two rows of one table")
    return found


def _a(table: str) -> str:
    return f"an {table}" if table[0] in "ao" else f"a {table}"


def _settle(connection: sa.Connection, row: Any) -> None:
    fold = Fold(connection)
    fold.decided(decision(row))
    fold.settle()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _members(connection: sa.Connection, table: str, row: int) -> list[Member]:
    """The mentions behind a row, as a decision remembers them."""
    if table == "person":
        return _names(connection, row)
    return _mentions(connection, table, row, MEMBERS if table in BUILDERS else 1)


def _names(connection: sa.Connection, row: int) -> list[Member]:
    """A person as a decision remembers them: as an article has them, if possible with the country; and the name without a
    country, where it is theirs too."""
    person = connection.execute(sa.select(Person.key, Person.country).where(Person.id == row)).one()
    nobody = Member(article="", published_on=None, publisher="", position=0, main=True, record=msgspec.Raw())
    found = _mentions(connection, "person", row, 1) or [_named(nobody, name_key(person.key), person.country)]
    record = msgspec.json.decode(found[0].record, type=Named)
    said = Said(person_key(record.name), None)
    lookup = Lookup(connection, moves=Moves(read(connection, ("person",))))
    if record.country and lookup.known_person(lookup.moves.follow(said)) == row:
        found.append(_named(found[0], record.name, None))
    return found


def _named(member: Member, name: str, country: str | None) -> Member:
    return msgspec.structs.replace(member, record=msgspec.Raw(msgspec.json.encode(Named(name=name, country=country))))


def _mentions(connection: sa.Connection, table: str, row: int, limit: int) -> list[Member]:
    """The first mentions of a row; of a person those with a country before others."""
    pointer = Mention.__table__.c[f"{table}_id"]
    query = sa.select(
        Mention.position, Mention.main, Mention.content, Article.key, Article.publisher, Article.url, Article.published_on
    )
    query = query.join(Article, Article.id == Mention.article_id).where(pointer == row)
    bare = sa.case((Mention.content.contains('"country":"'), 0), else_=1) if table == "person" else sa.literal(0)
    found = connection.execute(query.order_by(bare, Article.published_on, Article.key, Mention.position).limit(limit))
    return [
        Member(
            article=item.key,
            published_on=item.published_on,
            publisher=publisher_of(item.publisher, item.url),
            position=item.position,
            main=item.main,
            record=msgspec.Raw(item.content.encode()),
        )
        for item in found
    ]


def _article_keys(connection: sa.Connection, table: str, row: int, articles: Collection[str]) -> list[str]:
    """The keys of articles that tell of a row, named by external_id, URL or key."""
    pointer = Mention.__table__.c[f"{table}_id"]
    query = sa.select(Article.key, Article.external_id, Article.url).join(Mention, Mention.article_id == Article.id)
    of_row = connection.execute(query.where(pointer == row)).all()
    keys: list[str] = []
    for name in articles:
        found = {item.key for item in of_row if name in (item.key, item.external_id, item.url)}
        if len(found) != 1:
            raise UsageError(f"{name} is not one of the articles that tell of this row", "see: summitdb show SLUG")
        keys.extend(found)
    if len(set(keys)) == len({item.key for item in of_row}):
        raise UsageError("no other article tells of this row", "name only those that tell of another one")
    return sorted(set(keys))
