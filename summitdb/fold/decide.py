"""Making decisions about rows: correct, merge, split, reject, accept, note, undo. Each is logged and can be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.fold.decisions import Target, decision
from summitdb.fold.fields import check_value, normal
from summitdb.fold.identity import KEYED
from summitdb.fold.lookup import NAMED
from summitdb.fold.remembered import articles_of, members, mentions
from summitdb.fold.update import Fold
from summitdb.schema import Correction
from summitdb.store.author import whoami
from summitdb.store.connect import writing
from summitdb.store.find import Found, find


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
    if not text.strip():
        raise UsageError("a note needs words", None)
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
    if not key.strip():
        raise UsageError("no decision is named", "summitdb history lists their keys")
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
    other: str = "",
    articles: Collection[str] = (),
) -> str:
    with writing(engine) as connection:
        found = find(connection, slug)
        if action == "merge":
            found, target = _merger(connection, found, other)
        elif action == "split":
            target = _division(connection, found, articles)
        else:
            target = Target(members=members(connection, found.table, found.id))
        table, row, name = found
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
            "path": field,
            "value": value,
            "target": msgspec.json.encode(target).decode(),
            "author": author or whoami(),
            "made_at": made_at,
            "reason": reason,
        }
        query = sa.insert(Correction).returning(Correction.__table__)
        _settle(connection, connection.execute(query, [columns]).one())
        return key


def _merger(connection: sa.Connection, found: Found, other: str) -> tuple[Found, Target]:
    """What a merger with another row says, and of which row: what is known by its name is henceforth called like this one."""
    second = _other(connection, found.table, other)
    if second.id == found.id:
        raise UsageError(f"{other} cannot be merged with itself", "name two rows")
    first, into = found, None
    if found.table in KEYED:
        first, second, into = second, found, found.slug
    of_first, of_second = (members(connection, one.table, one.id) for one in (first, second))
    return first, Target(of_first, of_second, into=into)


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


def _division(connection: sa.Connection, found: Found, articles: Collection[str]) -> Target:
    """What a split of a row says; of a person also how the first of the articles calls who goes."""
    table, row, _ = found
    if table in NAMED:
        raise UsageError(f"{_a(table)} cannot be split", "it is what its name says, whoever writes of it")
    keys = articles_of(connection, table, row, articles)
    going = mentions(connection, table, row, 1, keys) if table == "person" else []
    return Target(members(connection, table, row), going, keys)


def _a(table: str) -> str:
    return f"an {table}" if table[0] in "ao" else f"a {table}"


def _settle(connection: sa.Connection, row: Any) -> None:
    fold = Fold(connection)
    fold.decided(decision(row))
    fold.settle()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
