"""Which mentions share keys and days, and which are in a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

import sqlalchemy as sa

from summitdb.fold.windows import LONGEST, Key
from summitdb.schema import Mention
from summitdb.store.rows import chunks

# How many spans are looked for at once: few different statements, so that each is compiled once.
_SIZES = (8, 64, 256)


def holders(connection: sa.Connection, keys: Sequence[Key]) -> list[list[int]]:
    """For each key the mentions that have one with the same text and a day in common."""
    numbers = {key: i for i, key in enumerate(dict.fromkeys(keys))}
    found: list[list[int]] = [[] for _ in numbers]
    spans = [(i, key.text, first, last, key.first) for key, i in numbers.items() for first, last in _starts(key)]
    for some in chunks(spans, _SIZES[-1]):
        size = next(size for size in _SIZES if size >= len(some))
        padded = [*some, *[_NO_SPAN] * (size - len(some))]
        values = {f"{name}{i}": value for i, span in enumerate(padded) for name, value in zip(_NAMES, span, strict=True)}
        for row in connection.execute(_shared(size), values):
            found[row.number].append(row.mention_id)
    return [found[numbers[key]] for key in keys]


_NAMES = ("number", "key", "from", "to", "day")
_NO_SPAN = (-1, "", 0, -1, 0)


@cache
def _shared(size: int) -> sa.TextClause:
    """The statement that finds the mentions sharing one of `size` spans: its key, a first day `from` ... `to`, and a last day
    not before `day`."""
    kinds = ("integer", "text", "integer", "integer", "integer")
    spans = (", ".join(f"CAST(:{name}{i} AS {kind})" for name, kind in zip(_NAMES, kinds, strict=True)) for i in range(size))
    return sa.text(
        f"WITH wanted(number, key, earliest, latest, day) AS (VALUES {', '.join(f'({span})' for span in spans)}) "
        "SELECT wanted.number, mention_key.mention_id FROM wanted JOIN mention_key ON mention_key.key = wanted.key "
        "AND mention_key.first_day BETWEEN wanted.earliest AND wanted.latest AND mention_key.last_day >= wanted.day"
    )


def _starts(key: Key) -> Iterator[tuple[int, int]]:
    """The spans in which the first day of a key must lie that has a day in common with this one: what may be of any day has
    its first long before."""
    earliest = key.first - LONGEST
    if earliest > 0:
        yield -1, 0
    yield earliest, key.last


def members(connection: sa.Connection, table: str, rows: Collection[int]) -> Iterator[int]:
    """The mentions folded into rows of a table."""
    pointer = Mention.__table__.c[f"{table}_id"]
    for some in chunks(sorted(rows)):
        yield from connection.scalars(sa.select(Mention.id).where(pointer.in_(some)))


def unique(keys: Iterable[Key]) -> dict[str, Key]:
    """Keys by text; those with the same text joined into one span."""
    found: dict[str, Key] = {}
    for key in keys:
        other = found.get(key.text, key)
        found[key.text] = Key(key.text, min(key.first, other.first), max(key.last, other.last))
    return found
