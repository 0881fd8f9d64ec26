"""The value that a field of a row has now."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from summitdb.fold.mention import number
from summitdb.schema import Organization, Person, Place, metadata

_POINTERS: dict[str, tuple[str, Any]] = {
    "city": ("place_id", Place),
    "organization": ("organization_id", Organization),
    "speaker": ("speaker_id", Person),
}
# Set-valued fields: the table of their members and the column that names one.
_SETS = {
    "countries": "country", "parties": "country", "topics": "topic", "sectors": "sector", "modes": "mode",
}  # fmt: skip
_TABLES = {
    ("summit", "countries"): "summit_country", ("corridor", "countries"): "corridor_country",
    ("agreement", "parties"): "agreement_party", ("summit", "topics"): "summit_topic",
    ("statement", "topics"): "statement_topic", ("agreement", "sectors"): "agreement_sector",
    ("corridor", "modes"): "corridor_mode",
}  # fmt: skip


def present(connection: sa.Connection, table: str, row: int, field: str) -> str | None:
    """The value of a field, a path as in evidence, as text; None if it has none."""
    first, _, rest = field.partition("/")
    if not rest:
        return _column(connection, table, row, first)
    if first in _SETS:
        return _member(connection, _TABLES[table, first], {f"{table}_id": row, _SETS[first]: rest}, _SETS[first])
    if first == "capacities":
        unit, _, kind = rest.rpartition("/")
        return _member(connection, "corridor_capacity", {"corridor_id": row, "unit": unit, "kind": kind}, "value")
    if first == "relations":
        names = dict(zip(("country", "status", "modality"), rest.split("/"), strict=False))
        wanted = "by_country" if rest.endswith("/by") else "country"
        return _member(connection, "organization_relation", {"organization_id": row, **names}, wanted)
    key, _, part = rest.partition("/")
    participant = metadata.tables["summit_participant"]
    column = participant.c[part] if part else Person.name
    query = sa.select(column).select_from(participant).join(Person, Person.id == participant.c.person_id)
    value: str | None = connection.scalar(query.where(participant.c.summit_id == row, Person.key == key))
    return value


def _column(connection: sa.Connection, table: str, row: int, name: str) -> str | None:
    source = metadata.tables[table]
    if name in _POINTERS:
        pointer, model = _POINTERS[name]
        query = sa.select(model.name).join(source, source.c[pointer] == model.id)
    else:
        query = sa.select(source.c[name])
    return _text(connection.scalar(query.where(source.c.id == row)))


def _member(connection: sa.Connection, table: str, names: dict[str, Any], wanted: str) -> str | None:
    source = metadata.tables[table]
    return _text(connection.scalar(sa.select(source.c[wanted]).filter_by(**names)))


def _text(value: Any) -> str | None:
    return number(value) if isinstance(value, (int, float)) else value
