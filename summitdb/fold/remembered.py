"""What a decision remembers of the rows that it is about: what articles said of them when it was made."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.fold.decisions import Member, read
from summitdb.fold.identity import CLUSTERED
from summitdb.fold.lookup import Lookup
from summitdb.fold.mention import Person as Named
from summitdb.fold.moves import Moves, Said, name_key
from summitdb.fold.names import person_key
from summitdb.fold.stored import publisher_of
from summitdb.schema import Article, Mention, Person

MEMBERS = 20


def members(connection: sa.Connection, table: str, row: int) -> list[Member]:
    """The mentions behind a row, as a decision remembers them: the first of a summit, agreement or statement; one of what its
    name tells."""
    if table == "person":
        return _names(connection, row)
    return mentions(connection, table, row, MEMBERS if table in CLUSTERED else 1)


def mentions(connection: sa.Connection, table: str, row: int, limit: int, articles: Collection[str] = ()) -> list[Member]:
    """The first mentions of a row, or those of some articles; of a person those with a country before others."""
    query = sa.select(
        Mention.position, Mention.main, Mention.content, Article.key, Article.publisher, Article.url, Article.published_on
    )
    query = query.join(Article, Article.id == Mention.article_id).where(Mention.__table__.c[f"{table}_id"] == row)
    if articles:
        query = query.where(Article.key.in_(articles))
    bare = sa.case((Mention.content.contains('"country":"'), 0), else_=1) if table == "person" else sa.literal(0)
    order = bare, sa.func.coalesce(Article.published_on, "9999"), Article.key, Mention.position
    return [
        Member(
            article=item.key,
            published_on=item.published_on,
            publisher=publisher_of(item.publisher, item.url),
            position=item.position,
            main=item.main,
            record=msgspec.Raw(item.content.encode()),
        )
        for item in connection.execute(query.order_by(*order).limit(limit))
    ]


def articles_of(connection: sa.Connection, table: str, row: int, names: Collection[str]) -> list[str]:
    """The keys of some of the articles that tell of a row, named by external_id, URL or key. Raises UsageError for one that
    does not, and if all do."""
    query = sa.select(Article.key, Article.external_id, Article.url).join(Mention, Mention.article_id == Article.id)
    of_row = connection.execute(query.where(Mention.__table__.c[f"{table}_id"] == row)).all()
    if not names:
        raise UsageError("no article is named", "name those that tell of another row")
    keys: set[str] = set()
    for name in names:
        found = {item.key for item in of_row if name in (item.key, item.external_id, item.url)}
        if len(found) > 1:
            raise UsageError(f"several articles are called {name}", f"name one of {', '.join(sorted(found))}")
        if not found:
            raise UsageError(f"{name} is not one of the articles that tell of this row", "see: summitdb show SLUG")
        keys |= found
    if keys == {item.key for item in of_row}:
        raise UsageError("no other article tells of this row", "name only those that tell of another one")
    return sorted(keys)


def _names(connection: sa.Connection, row: int) -> list[Member]:
    """A person as an article has them, if possible with the country; then the name without a country, where it is theirs too."""
    person = connection.execute(sa.select(Person.key, Person.country).where(Person.id == row)).one()
    nobody = Member(article="", published_on=None, publisher="", position=0, main=True, record=msgspec.Raw())
    found = mentions(connection, "person", row, 1) or [_named(nobody, name_key(person.key), person.country)]
    record = msgspec.json.decode(found[0].record, type=Named)
    lookup = Lookup(connection, moves=Moves(read(connection, ("person",))))
    without = lookup.moves.follow(Said(person_key(record.name), None))
    if record.country and lookup.known_person(without) == row:
        found.append(_named(found[0], record.name, None))
    return found


def _named(member: Member, name: str, country: str | None) -> Member:
    return msgspec.structs.replace(member, record=msgspec.Raw(msgspec.json.encode(Named(name=name, country=country))))
