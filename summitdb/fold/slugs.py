"""Slugs: readable keys that depend on the content of a row alone.

Rows that ask for the same slug are told apart by `--2`, `--3`, in the order of the earliest article that tells of each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from summitdb.fold.lookup import temporary
from summitdb.fold.moves import is_decided
from summitdb.schema import Agreement, Article, Mention, Person, Statement, Summit
from summitdb.store.rows import chunks, update

MODELS: dict[str, Any] = {"summit": Summit, "agreement": Agreement, "statement": Statement, "person": Person}
_NUMBERED = re.compile(r"--(\d+)$")


def base(slug: str) -> str:
    """The slug that a row asks for, of one that may be numbered."""
    return _NUMBERED.sub("", slug)


def assign(connection: sa.Connection, table: str, wanted: Mapping[int, str], vacated: Iterable[str]) -> None:
    """Give each row the slug that it wants, or the next of that name; `vacated` are slugs of rows that are gone."""
    model = MODELS[table]
    current: dict[int, str] = {}
    for some in chunks(sorted(wanted)):
        query = sa.select(model.id, model.slug).where(model.id.in_(some))
        current.update((row.id, row.slug) for row in connection.execute(query))
    left = {*vacated, *(slug for row_id, slug in current.items() if base(slug) != wanted[row_id])}
    for row_id, slug in _holders(connection, model, {*wanted.values()}, {slug for slug in left if slug[0] != "~"}):
        current.setdefault(row_id, slug)
    claimants: dict[str, set[int]] = defaultdict(set)
    for row_id, slug in current.items():
        claimants[wanted.get(row_id, base(slug))].add(row_id)
    final: dict[int, str] = {}
    for name, rows in claimants.items():
        for number, row_id in enumerate(_in_order(connection, table, rows), start=1):
            final[row_id] = name if number == 1 else f"{name}--{number}"
    changed = [(row_id, {"slug": slug}) for row_id, slug in sorted(final.items()) if current[row_id] != slug]
    update(connection, model, [(row_id, {"slug": temporary(row_id)}) for row_id, _ in changed])
    update(connection, model, changed)


def _holders(connection: sa.Connection, model: Any, names: set[str], left: set[str]) -> Iterator[tuple[int, str]]:
    """The rows that have one of the names as slug, numbered or not; after slugs that were left numbers may be missing."""
    highest = dict.fromkeys(names, 2)
    for slug in left:
        found = _NUMBERED.search(slug)
        highest[base(slug)] = max(highest.get(base(slug), 2), int(found[1]) + 1 if found else 2)
    number = 1
    while highest:
        slugs = [name if number == 1 else f"{name}--{number}" for name in sorted(highest)]
        held: set[str] = set()
        for some in chunks(slugs):
            for row in connection.execute(sa.select(model.id, model.slug).where(model.slug.in_(some))):
                held.add(base(row.slug))
                yield row.id, row.slug
        highest = {name: last for name, last in highest.items() if name in held or number < last}
        number += 1


def _in_order(connection: sa.Connection, table: str, rows: set[int]) -> list[int]:
    """Rows by the earliest article that tells of each, in an order that does not depend on loading; behind them persons of
    whom only corrections tell, by country, and those that a decision made: who somebody was split off from keeps the slug."""
    if len(rows) == 1:
        return list(rows)
    pointer = Mention.__table__.c[f"{table}_id"]
    first: dict[int, tuple[str, str, int]] = {}
    query = sa.select(pointer.label("row"), Article.published_on, Article.key, Mention.position)
    for some in chunks(sorted(rows)):
        found = connection.execute(query.join(Article, Article.id == Mention.article_id).where(pointer.in_(some)))
        for item in found:
            order = (item.published_on or "9999", item.key, item.position)
            first[item.row] = min(first.get(item.row, order), order)
    made: set[int] = set()
    for some in chunks(sorted(rows) if table == "person" else []):
        for row in connection.execute(sa.select(Person.id, Person.key, Person.country).where(Person.id.in_(some))):
            first.setdefault(row.id, ("~", row.country or "", 0))
            made.update([row.id] if is_decided(row.key) else [])
    return sorted(rows, key=lambda row: (row in made, first[row]))
