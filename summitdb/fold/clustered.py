"""Summits, agreements and statements: blocks of mentions divided into rows, and the rows written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from summitdb.fold.blocks import blocks
from summitdb.fold.build import BUILDERS, Row
from summitdb.fold.claimed import claims_of_mentions
from summitdb.fold.claims import Claims
from summitdb.fold.decisions import Cluster, Decision, apply
from summitdb.fold.identity import GROUP
from summitdb.fold.keyed import contested_rows
from summitdb.fold.lookup import Lookup, temporary
from summitdb.fold.slugs import MODELS
from summitdb.fold.stored import Stored, stored
from summitdb.fold.windows import Key
from summitdb.schema import ContestedValue, Correction, Mention
from summitdb.store.rows import chunks, insert, insert_ids, update


@dataclass(slots=True)
class Written:
    """What folding one table changed: the slug that each renewed row wants, and the slugs of rows that are gone."""

    wanted: dict[int, str] = field(default_factory=dict)
    vacated: set[str] = field(default_factory=set)


def fold_table(
    connection: sa.Connection,
    table: str,
    seeds: Collection[Key],
    dirty: Collection[int],
    decisions: Collection[Decision],
    lookup: Lookup,
) -> Written:
    """Divide the blocks that the seeds reach into rows and write those that have changed. `dirty` rows are written
    anyhow; their blocks must be among those reached."""
    by_node = {f"decision {one.id}": one for one in decisions}
    clusters: list[Cluster] = []
    reached: list[Decision] = []
    found = blocks(connection, seeds, {node: list(one.keys) for node, one in by_node.items()})
    mentions = {
        mention.id: mention
        for mention in stored(connection, table, [node for block in found for node in block if isinstance(node, int)])
    }
    for block in found:
        here = [by_node[node] for node in block if isinstance(node, str)]
        groups = GROUP[table](mentions[node] for node in block if isinstance(node, int))
        clusters.extend(apply(table, groups, here))
        reached.extend(here)
    clusters.sort(key=lambda cluster: cluster.order)
    members = Counter(mention.row for cluster in clusters for mention in cluster.mentions if mention.row)
    applied = Counter(one.row for one in reached if one.row)
    changed: list[tuple[int | None, Cluster]] = []
    taken: set[int] = set()
    for cluster in clusters:
        row = None if cluster.rejected else _former_row(cluster.mentions, taken)
        if row:
            taken.add(row)
        if cluster.rejected or row is None or row in dirty or not _is_unchanged(row, cluster, members, applied):
            changed.append((row, cluster))
    gone = (set(members) | set(dirty)) - taken
    written = _write(connection, table, changed, gone, lookup)
    _point_decisions(connection, table, changed, reached)
    return written


def _is_unchanged(row: int, cluster: Cluster, members: Counter[int], applied: Counter[int]) -> bool:
    """Whether a row has the same mentions and decisions as before."""
    same_mentions = len(cluster.mentions) == members[row] and {mention.row for mention in cluster.mentions} == {row}
    return same_mentions and len(cluster.decisions) == applied[row] and all(one.row == row for one in cluster.decisions)


def _former_row(cluster: Iterable[Stored[Any]], taken: set[int]) -> int | None:
    """The row into which most of a cluster's mentions were folded before, if no other cluster has it."""
    rows = Counter(mention.row for mention in cluster if mention.row and mention.row not in taken)
    return min(rows, key=lambda row: (-rows[row], row)) if rows else None


def _write(
    connection: sa.Connection,
    table: str,
    changed: list[tuple[int | None, Cluster]],
    gone: Collection[int],
    lookup: Lookup,
) -> Written:
    model = MODELS[table]
    written = Written()
    kept = [(row, cluster) for row, cluster in changed if not cluster.rejected]
    lookup.leave(table, {*gone, *(row for row, _ in kept if row)})
    for some in chunks(sorted(gone)):
        written.vacated.update(connection.scalars(sa.select(model.slug).where(model.id.in_(some))))
        connection.execute(sa.delete(model).where(model.id.in_(some)))
    claims = claims_of_mentions(connection, [mention.id for _, cluster in kept for mention in cluster.mentions])
    built = [
        BUILDERS[table](
            Claims((claim for mention in cluster.mentions for claim in claims[mention.id]), cluster.corrections()), lookup
        )
        for _, cluster in kept
    ]
    ids = _store_rows(connection, model, [row for row, _ in kept], built)
    moved = [
        (mention.id, {f"{table}_id": id_})
        for id_, (_, cluster) in zip(ids, kept, strict=True)
        for mention in cluster.mentions
        if mention.row != id_
    ]
    update(connection, Mention, moved)
    _store_parts(connection, table, dict(zip(ids, built, strict=True)), {row for row, _ in kept if row})
    written.wanted = {id_: row.slug for id_, row in zip(ids, built, strict=True)}
    changed[:] = [(id_, cluster) for id_, (_, cluster) in zip(ids, kept, strict=True)]
    return written


def _point_decisions(
    connection: sa.Connection, table: str, written: list[tuple[int | None, Cluster]], reached: Iterable[Decision]
) -> None:
    """Let the decisions about rows just written point to them, and those that are about nothing any more to nothing."""
    pointer = f"{table}_id"
    column = Correction.__table__.c[pointer]
    applied = {one.id: row for row, cluster in written for one in cluster.decisions}
    rows = {row for row, _ in written}
    for one in reached:
        if one.id in applied:
            wanted = applied[one.id]
        elif one.row in rows:  # it applied to a row that has been written without it
            wanted = None
        else:
            continue
        stale = sa.update(Correction).where(Correction.id == one.id, column.is_distinct_from(wanted))
        connection.execute(stale.values({pointer: wanted}))


def _store_rows(connection: sa.Connection, model: Any, before: list[int | None], built: list[Row]) -> list[int]:
    """Write the columns of rows, over those they had before or as new ones; returns their ids."""
    update(connection, model, [(row, new.columns) for row, new in zip(before, built, strict=True) if row])
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
