"""Summits, agreements and statements: mentions divided into rows, and the rows written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from summitdb.fold.build import BUILDERS, Row
from summitdb.fold.claimed import claims_of_mentions
from summitdb.fold.claims import Claims
from summitdb.fold.decisions import Cluster, Decision, apply
from summitdb.fold.division import Division
from summitdb.fold.holders import members
from summitdb.fold.identity import RULES
from summitdb.fold.keyed import contested_rows
from summitdb.fold.learn import Touched
from summitdb.fold.lookup import Lookup, temporary
from summitdb.fold.slugs import MODELS
from summitdb.fold.stored import Stored
from summitdb.fold.windows import Key
from summitdb.schema import ContestedValue, Correction, Mention
from summitdb.store.rows import chunks, delete, insert, insert_ids, update


@dataclass(slots=True)
class Written:
    """What folding one table changed: the slug that each renewed row wants, the slugs of rows that are gone, how many rows
    there are more than before, and for each renewed row how those are called now whom corrections name, by key."""

    wanted: dict[int, str] = field(default_factory=dict)
    vacated: set[str] = field(default_factory=set)
    gained: int = 0
    called: dict[int, dict[str, str]] = field(default_factory=dict)


def fold_table(
    connection: sa.Connection, table: str, touched: Touched, decisions: Collection[Decision], lookup: Lookup
) -> Written:
    """Divide the mentions that what was touched can have changed into rows and write those that have changed."""
    decided = {one.row for one in decisions}, {article for one in decisions for article in one.articles}
    division = Division(
        connection, table, RULES[table], lambda mention: mention.row in decided[0] or mention.article in decided[1]
    )
    dirty = touched.rows[table]
    division.changed(touched.mentions[table], touched.keys[table])
    division.settle(set(members(connection, table, dirty)))
    about = _about(division, decisions)
    rows = {row: [division.mentions[id_] for id_ in row] for row in division.row_of.values()}
    clusters = apply(table, rows.values(), about)
    reached = [one for one, _ in about]
    clusters.sort(key=lambda cluster: cluster.order)
    folded = Counter(mention.row for cluster in clusters for mention in cluster.mentions if mention.row)
    applied = Counter(one.row for one in reached if one.row)
    changed: list[tuple[int | None, Cluster]] = []
    taken: set[int] = set()
    for cluster in clusters:
        row = None if cluster.rejected else _former_row(cluster.mentions, taken)
        if row:
            taken.add(row)
        if cluster.rejected or row is None or row in dirty or not _is_unchanged(row, cluster, folded, applied):
            changed.append((row, cluster))
    gone = (set(folded) | set(dirty)) - taken
    written = _write(connection, table, changed, gone, lookup)
    _point_decisions(connection, table, changed, reached, written.called)
    return written


def _about(division: Division, decisions: Collection[Decision]) -> list[tuple[Decision, set[int]]]:
    """The decisions that may be about rows that are being settled, each with the mentions that it may be about, which are
    settled with them."""
    by_text: dict[str, list[tuple[Key, Decision]]] = defaultdict(list)
    for one in decisions:
        for key in one.keys:
            by_text[key.text].append((key, one))
    found: dict[int, tuple[Decision, set[int]]] = {}
    seen: set[int] = set()
    while by_text and (fresh := division.row_of.keys() - seen):
        seen |= fresh
        keys = (key for id_ in fresh for key in division.rules.keys(division.mentions[id_]))
        near = {
            one.id: one
            for key in keys
            for other, one in by_text.get(key.text, ())
            if one.id not in found and key.first <= other.last and other.first <= key.last
        }
        for one in near.values():
            found[one.id] = (one, division.holding(one.keys))
            division.settle(found[one.id][1])
    return list(found.values())


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
    written.gained = sum(row is None for row, _ in kept) - len(gone)
    moved = [
        (mention.id, {f"{table}_id": id_})
        for id_, (_, cluster) in zip(ids, kept, strict=True)
        for mention in cluster.mentions
        if mention.row != id_
    ]
    update(connection, Mention, moved)
    _store_parts(connection, table, dict(zip(ids, built, strict=True)), {row for row, _ in kept if row})
    written.wanted = {id_: row.slug for id_, row in zip(ids, built, strict=True)}
    written.called = {id_: row.called for id_, row in zip(ids, built, strict=True)}
    changed[:] = [(id_, cluster) for id_, (_, cluster) in zip(ids, kept, strict=True)]
    return written


def _point_decisions(
    connection: sa.Connection,
    table: str,
    written: list[tuple[int | None, Cluster]],
    reached: Iterable[Decision],
    called: Mapping[int, Mapping[str, str]],
) -> None:
    """Let the decisions about rows just written point to them, and those that are about nothing any more to nothing."""
    column = Correction.__table__.c[f"{table}_id"]
    applied = {one.id: row for row, cluster in written for one in cluster.decisions}
    rows = {row for row, _ in written}
    for one in reached:
        if one.id in applied:
            wanted = applied[one.id]
        elif one.row in rows:  # it applied to a row that has been written without it
            wanted = None
        else:
            continue
        path = _path(one.field, called.get(wanted or 0, {}))
        differs = sa.or_(column.is_distinct_from(wanted), Correction.path.is_distinct_from(path))
        stale = sa.update(Correction).where(Correction.id == one.id, differs)
        connection.execute(stale.values({column.name: wanted, "path": path}))


def _path(field_: str | None, called: Mapping[str, str]) -> str | None:
    """The path of a corrected value with the key that a participant has now."""
    first, *rest = (field_ or "").split("/", 2)
    return "/".join((first, called.get(rest[0], rest[0]), *rest[1:])) if first == "participants" else field_


def _store_rows(connection: sa.Connection, model: Any, before: list[int | None], built: list[Row]) -> list[int]:
    """Write the columns of rows, over those they had before or as new ones; returns their ids."""
    update(connection, model, [(row, new.columns) for row, new in zip(before, built, strict=True) if row])
    fresh = [
        {"slug": temporary("new", i), **new.columns} for i, (row, new) in enumerate(zip(before, built, strict=True)) if not row
    ]
    new_ids = iter(insert_ids(connection, model, fresh))
    return [row or next(new_ids) for row in before]


def _store_parts(connection: sa.Connection, table: str, rows: Mapping[int, Row], old: set[int]) -> None:
    """Write the child rows and contested values of rows, in place of those that old rows had; child rows that stay are left
    alone, and so are the pages that hold them."""
    pointer = f"{table}_id"
    for child in next(iter(rows.values())).children if rows else ():
        columns = child.__table__.c
        before = {
            part
            for some in chunks(sorted(old))
            for part in connection.execute(sa.select(child.__table__).where(columns[pointer].in_(some)))
        }
        parts = ({pointer: id_, **part} for id_, row in rows.items() for part in row.children[child])
        wanted = {tuple(part.get(column.name) for column in columns): part for part in parts}
        stale = sorted(before - wanted.keys(), key=str)
        delete(connection, child, [{key.name: part._mapping[key] for key in child.__table__.primary_key} for part in stale])
        insert(connection, child, [part for values, part in wanted.items() if values not in before])
    for some in chunks(sorted(old)):
        connection.execute(sa.delete(ContestedValue).where(ContestedValue.__table__.c[pointer].in_(some)))
    insert(
        connection,
        ContestedValue,
        [contested for id_, row in rows.items() for contested in contested_rows(table, id_, row.contested)],
    )
