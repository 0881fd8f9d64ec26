"""The log of decisions: what was decided about a row, and taking decisions from one database to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.fold.decisions import Cluster, decision, read_target, resolve
from summitdb.fold.moves import KEY_START, MARK
from summitdb.fold.stored import Stored, stored
from summitdb.fold.update import Fold
from summitdb.schema import FOLDED, Article, Correction, Mention, metadata
from summitdb.schema.correction import Action
from summitdb.store.connect import writing
from summitdb.store.find import Found, find


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision as the log has it. `in_force` until it is undone; `vanished` if there is no row any more that it is
    about."""

    key: str
    table: str
    slug: str
    action: str
    field: str | None
    value: str | None
    author: str
    made_at: str
    reason: str | None
    in_force: bool
    vanished: bool


def log(engine: sa.Engine, slug: str | None = None) -> list[Logged]:
    """The decisions about one row, or all, in the order they were made."""
    with engine.connect() as connection:
        query = sa.select(Correction.__table__).order_by(Correction.made_at, Correction.key)
        if slug:
            found = find(connection, slug)
            pointer = Correction.__table__.c[f"{found.table}_id"]
            query = query.where(sa.or_(pointer == found.id, Correction.slug == slug))
        return [_logged(row) for row in connection.execute(query)]


def row_of(connection: sa.Connection, key: str) -> Found | None:
    """The row that the decision with this key is about, as it is called now; None if there is none."""
    decided = connection.execute(sa.select(Correction.__table__).where(Correction.key == key)).one()
    columns = metadata.tables[decided.table_name].c
    row = getattr(decided, f"{decided.table_name}_id")
    slug = connection.scalar(sa.select(columns.slug).where(columns.id == row))
    return Found(decided.table_name, row, slug) if slug else None


def split_off(connection: sa.Connection, key: str) -> Found | None:
    """The row that the split with this key made; None if there is none."""
    decided = connection.execute(sa.select(Correction.__table__).where(Correction.key == key)).one()
    one = decision(decided)
    if one.action != "split":
        return None
    columns = metadata.tables[one.table].c
    if one.table == "person":
        made = columns.key.endswith(f"{MARK}{key[:KEY_START]}", autoescape=True)
        slug = connection.execute(sa.select(columns.id, columns.slug).where(made)).first()
        return Found(one.table, slug.id, slug.slug) if slug else None
    pointer = Mention.__table__.c[f"{one.table}_id"]
    query = sa.select(Mention.id).join(Article, Article.id == Mention.article_id)
    query = query.where(Article.key.in_(one.articles), pointer.is_not(None), pointer.is_distinct_from(one.row))
    elsewhere: dict[int | None, list[Stored[Any]]] = defaultdict(list)
    for mention in stored(connection, one.table, connection.scalars(query).all()):
        elsewhere[mention.row].append(mention)
    gone = [member for member in one.members if member.article in one.articles]
    cluster = resolve(one.table, gone or one.members, [Cluster(mentions) for mentions in elsewhere.values()])
    row = cluster.mentions[0].row if cluster else None
    slug = connection.scalar(sa.select(columns.slug).where(columns.id == row))
    return Found(one.table, row, slug) if row and slug else None


def _logged(row: Any) -> Logged:
    pointed = getattr(row, f"{row.table_name}_id") is not None
    in_force = row.undone_at is None
    return Logged(
        key=row.key,
        table=row.table_name,
        slug=row.slug,
        action=row.action,
        field=row.field,
        value=row.value,
        author=row.author,
        made_at=row.made_at,
        reason=row.reason,
        in_force=in_force,
        vanished=in_force and not pointed and row.action != "reject",
    )


def export_decisions(engine: sa.Engine) -> list[dict[str, Any]]:
    """All decisions, also those undone, in a form that `import_decisions` takes in any database."""
    columns = [Correction.__table__.c[name] for name in _EXPORTED]
    with engine.connect() as connection:
        query = sa.select(*columns).order_by(Correction.made_at, Correction.key)
        return [dict(row) for row in connection.execute(query).mappings()]


def import_decisions(engine: sa.Engine, decisions: Iterable[Mapping[str, Any]]) -> tuple[int, list[Logged]]:
    """Take over decisions from another database; those already here only if they have been undone there. Returns how many
    were new, and those that are about nothing in this database (they are kept, and apply when it comes). Raises
    UsageError for what is no decision."""
    new = 0
    with writing(engine) as connection:
        fold = Fold(connection)
        known = {row.key: row for row in connection.execute(sa.select(Correction.__table__))}
        touched = []
        for given in decisions:
            columns = _checked(given)
            before = known.get(columns["key"])
            if before is None:
                new += 1
                connection.execute(sa.insert(Correction).values({**columns, "path": columns["field"]}))
            elif before.undone_at is None and columns["undone_at"]:
                undone = {name: columns[name] for name in ("undone_at", "undone_by")}
                connection.execute(sa.update(Correction).where(Correction.id == before.id).values(undone))
            else:
                continue
            touched.append(columns["key"])
        of_these = Correction.key.in_(touched)
        for row in connection.execute(sa.select(Correction.__table__).where(of_these)).all():
            fold.decided(decision(row))
        fold.settle()
    return new, [item for item in log(engine) if item.vanished and item.key in touched]


_EXPORTED = (
    "key", "table_name", "slug", "action", "field", "value", "target", "author", "made_at", "reason", "undone_by", "undone_at"
)  # fmt: skip


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    columns = {name: given.get(name) for name in _EXPORTED}
    wrong = [name for name, value in columns.items() if value is not None and not isinstance(value, str)]
    required = ("key", "table_name", "slug", "action", "target", "author", "made_at")
    wrong += [name for name in required if not columns[name]]
    if wrong or columns["table_name"] not in FOLDED or columns["action"] not in get_args(Action):
        raise UsageError("not a decision as summitdb exports it", f"wrong or missing: {', '.join(wrong) or 'table or action'}")
    try:
        read_target(str(columns["table_name"]), str(columns["target"]))
    except msgspec.DecodeError as error:
        raise UsageError(f"not a decision as summitdb exports it: {error}", None) from error
    return columns
