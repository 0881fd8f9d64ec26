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
from summitdb.fold.decisions import Member, Target, decision
from summitdb.fold.fields import check_value, normal
from summitdb.fold.stored import publisher_of
from summitdb.fold.update import Fold
from summitdb.schema import FOLDED, Article, Correction, Mention, metadata
from summitdb.store.author import whoami
from summitdb.store.connect import writing

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
    """Decide that two rows are the same. Of two corridors or organizations the name of `slug` remains."""
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


def find(connection: sa.Connection, slug: str) -> tuple[str, int]:
    """The table and row of a slug, which may be written `TABLE/SLUG`. A slug that the row had when a decision was made
    about it finds it too. Raises UsageError if there is none or several."""
    table, _, name = slug.rpartition("/")
    found = []
    for candidate in [table] if table else FOLDED:
        if candidate not in FOLDED:
            raise UsageError(f"there is no table {candidate} of rows", f"there are: {', '.join(FOLDED)}")
        model = metadata.tables[candidate]
        former = Correction.__table__.c[f"{candidate}_id"]
        row = (
            connection.scalar(sa.select(model.c.id).where(model.c.slug == name))
            or connection.scalars(
                sa.select(former).where(Correction.slug == name, former.is_not(None)).order_by(Correction.made_at.desc())
            ).first()
        )
        if row is not None:
            found.append((candidate, row))
    if not found:
        raise UsageError(f"there is no row {slug}", "see: summitdb list")
    if len(found) > 1:
        raise UsageError(f"{slug} is a row of several tables", f"write {' or '.join(f'{t}/{name}' for t, _ in found)}")
    return found[0]


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
        table, row = find(connection, slug)
        if (action in ("merge", "reject") and table == "person") or (action == "split" and table not in BUILDERS):
            raise UsageError(f"a {table} cannot be {action}ed" if action != "split" else f"a {table} cannot be split", None)
        into = None
        other_members: list[Member] = []
        if other:
            other_table, other_row = find(connection, f"{table}/{other.rpartition('/')[2]}")
            if other_row == row:
                raise UsageError(f"{slug} cannot be merged with itself", "name two rows")
            other_members = _members(connection, other_table, other_row)
            if table not in BUILDERS:  # the other name is henceforth this one
                into, slug, row = slug.rpartition("/")[2], other, other_row
        target = Target(
            members=_members(connection, table, row),
            other=other_members,
            articles=_article_keys(connection, table, row, articles),
            into=into,
        )
        if field is not None:
            field = normal(field)
            value = check_value(connection, table, row, field, value, keep=action == "accept")
        made_at = _now()
        content = msgspec.json.encode([table, slug, action, field, value, target, made_at])
        key = hashlib.sha256(content).hexdigest()[:16]
        columns = {
            "key": key,
            "table_name": table,
            "slug": slug.rpartition("/")[2],
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


def _settle(connection: sa.Connection, row: Any) -> None:
    fold = Fold(connection)
    fold.decided(decision(row))
    fold.settle()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _members(connection: sa.Connection, table: str, row: int) -> list[Member]:
    """The mentions behind a row, as a decision remembers them."""
    pointer = Mention.__table__.c[f"{table}_id"]
    query = sa.select(
        Mention.position, Mention.main, Mention.content, Article.key, Article.publisher, Article.url, Article.published_on
    )
    query = query.join(Article, Article.id == Mention.article_id).where(pointer == row)
    limit = MEMBERS if table in BUILDERS else 1
    found = connection.execute(query.order_by(Article.published_on, Article.key, Mention.position).limit(limit))
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
    return sorted(keys)
