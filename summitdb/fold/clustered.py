"""Summits, agreements and statements: blocks of mentions divided into rows, and the rows written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from summitdb.fold import agreements, statements, summits
from summitdb.fold.blocks import blocks
from summitdb.fold.build import BUILDERS, Row
from summitdb.fold.claimed import claims_of_mentions
from summitdb.fold.claims import Claims
from summitdb.fold.keyed import contested_rows
from summitdb.fold.lookup import Lookup, temporary
from summitdb.fold.slugs import MODELS
from summitdb.fold.stored import Stored, stored
from summitdb.fold.windows import Key
from summitdb.schema import ContestedValue, Mention
from summitdb.store.rows import chunks, insert, insert_ids

GROUP: dict[str, Any] = {"summit": summits.group, "agreement": agreements.group, "statement": statements.group}


@dataclass(slots=True)
class Written:
    """What folding one table changed: the slug that each renewed row wants, and the slugs of rows that are gone."""

    wanted: dict[int, str] = field(default_factory=dict)
    vacated: set[str] = field(default_factory=set)


def fold_table(connection: sa.Connection, table: str, seeds: Collection[Key], dirty: Collection[int], lookup: Lookup) -> Written:
    """Divide the blocks that the seeds reach into rows and write those that have changed. `dirty` rows have lost a
    mention."""
    clusters: list[list[Stored[Any]]] = []
    for block in blocks(connection, seeds):
        mentions = list(stored(connection, table, [node for node in block if isinstance(node, int)]))
        clusters.extend(GROUP[table](mentions))
    clusters.sort(key=lambda cluster: min(mention.order for mention in cluster))
    members = Counter(mention.row for cluster in clusters for mention in cluster if mention.row)
    changed: list[tuple[int | None, list[Stored[Any]]]] = []
    taken: set[int] = set()
    for cluster in clusters:
        row = _former_row(cluster, taken)
        unchanged = row and row not in dirty and len(cluster) == members[row] and {m.row for m in cluster} == {row}
        if row:
            taken.add(row)
        if not unchanged:
            changed.append((row, cluster))
    gone = (set(members) | set(dirty)) - taken
    return _write(connection, table, changed, gone, lookup)


def _former_row(cluster: Iterable[Stored[Any]], taken: set[int]) -> int | None:
    """The row into which most of a cluster's mentions were folded before, if no other cluster has it."""
    rows = Counter(mention.row for mention in cluster if mention.row and mention.row not in taken)
    return min(rows, key=lambda row: (-rows[row], row)) if rows else None


def _write(
    connection: sa.Connection,
    table: str,
    changed: list[tuple[int | None, list[Stored[Any]]]],
    gone: Collection[int],
    lookup: Lookup,
) -> Written:
    model = MODELS[table]
    written = Written()
    if table == "summit":
        former = sorted({*gone, *(row for row, _ in changed if row)})
        for some in chunks(former):
            places = sa.select(model.place_id).where(model.id.in_(some), model.place_id.is_not(None))
            lookup.touched_places.update(connection.scalars(places))
    for some in chunks(sorted(gone)):
        written.vacated.update(connection.scalars(sa.select(model.slug).where(model.id.in_(some))))
        connection.execute(sa.delete(model).where(model.id.in_(some)))
    claims = claims_of_mentions(connection, [mention.id for _, cluster in changed for mention in cluster])
    built = [
        BUILDERS[table](Claims(claim for mention in cluster for claim in claims[mention.id]), lookup) for _, cluster in changed
    ]
    ids = _store_rows(connection, model, [row for row, _ in changed], built)
    pointer = f"{table}_id"
    moved = [
        {"mention": mention.id, "row": id_}
        for id_, (_, cluster) in zip(ids, changed, strict=True)
        for mention in cluster
        if mention.row != id_
    ]
    if moved:
        update = sa.update(Mention).where(Mention.id == sa.bindparam("mention")).values({pointer: sa.bindparam("row")})
        connection.execute(update, moved)
    _store_parts(connection, table, dict(zip(ids, built, strict=True)), {row for row, _ in changed if row})
    written.wanted = {id_: row.slug for id_, row in zip(ids, built, strict=True)}
    return written


def _store_rows(connection: sa.Connection, model: Any, before: list[int | None], built: list[Row]) -> list[int]:
    """Write the columns of rows, over those they had before or as new ones; returns their ids."""
    old = [{"row": row, **new.columns} for row, new in zip(before, built, strict=True) if row]
    if old:
        columns: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in built[0].columns}
        parameters = [{"row": row["row"], **{f"new_{name}": row[name] for name in columns}} for row in old]
        connection.execute(sa.update(model).where(model.id == sa.bindparam("row")).values(columns), parameters)
    fresh = [
        {"slug": temporary("new", i), **new.columns} for i, (row, new) in enumerate(zip(before, built, strict=True)) if not row
    ]
    new_ids = iter(insert_ids(connection, model, fresh))
    return [row or next(new_ids) for row in before]


def _store_parts(connection: sa.Connection, table: str, rows: Mapping[int, Row], old: set[int]) -> None:
    """Write the child rows and contested values of rows, in place of those that old rows had."""
    pointer = f"{table}_id"
    for child in next(iter(rows.values())).children if rows else ():
        for some in chunks(sorted(old)):
            connection.execute(sa.delete(child).where(child.__table__.c[pointer].in_(some)))
        insert(connection, child, [{pointer: id_, **part} for id_, row in rows.items() for part in row.children[child]])
    for some in chunks(sorted(old)):
        connection.execute(sa.delete(ContestedValue).where(ContestedValue.__table__.c[pointer].in_(some)))
    insert(
        connection,
        ContestedValue,
        [contested for id_, row in rows.items() for contested in contested_rows(table, id_, row.contested)],
    )
