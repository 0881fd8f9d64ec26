"""Corridors, organizations and persons: identified by name alone, so folded field by field and only where touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.fold.build import precision
from summitdb.fold.claimed import claims_of_row
from summitdb.fold.claims import Claims, Contested, coarser
from summitdb.fold.decisions import Decision
from summitdb.fold.learn import Touched
from summitdb.fold.lookup import Lookup
from summitdb.fold.names import person_key, slugify
from summitdb.schema import (
    ContestedValue,
    Correction,
    Corridor,
    CorridorCapacity,
    CorridorCountry,
    CorridorMode,
    Evidence,
    Mention,
    Organization,
    OrganizationRelation,
    Person,
    Summit,
)
from summitdb.store.rows import chunks, insert

MODELS: dict[str, Any] = {"corridor": Corridor, "organization": Organization, "person": Person}


def settle(
    connection: sa.Connection, table: str, row_id: int, fields: Iterable[str], corrections: Mapping[str, str | None]
) -> None:
    """Bring the given fields of one row up to date with the evidence for them."""
    touched = set(fields) | set(corrections)
    parts = {path for path in touched if path.count("/")}
    scalars = touched - parts
    if {"cost", "currency"} & scalars:
        scalars |= {"cost", "currency"}
    identity = Person.key if table == "person" else MODELS[table].slug
    named = known_name(table, connection.scalars(sa.select(identity).where(MODELS[table].id == row_id)).one())
    read = (scalars | parts | {f"{path}/by" for path in parts}) - ({"name"} if named else set()) - {"as_written"}
    claims = Claims(claims_of_row(connection, table, row_id, sorted(read)), corrections)
    columns = _COLUMNS[table](claims, scalars)
    if "name" in scalars and (named or not columns.get("name")):
        columns.pop("name", None)
        if named and "name" not in corrections:
            columns["name"] = named
    if columns:
        connection.execute(sa.update(MODELS[table]).where(MODELS[table].id == row_id).values(columns))
    for path in sorted(parts):
        _settle_part(connection, table, row_id, path, claims)
    _write_contested(connection, table, row_id, touched, claims.contested)


def known_name(table: str, identity: str) -> str | None:
    """The gazetteer's name of an organization or corridor by its slug, or of a leader by their key, if it has one."""
    return _known()[table].get(identity)


@cache
def _known() -> dict[str, dict[str, str]]:
    from summitdb.gazetteer.tables import corridors, leaders, organizations

    return {
        "organization": {slugify(entry.name): entry.name for entry in organizations()},
        "corridor": {slugify(entry.name): entry.name for entry in corridors()},
        "person": {person_key(leader.name): leader.name for leader in leaders()},
    }


def _organization(claims: Claims, fields: set[str]) -> dict[str, Any]:
    return {name: claims.pick(name, quiet=True) for name in ("name", "acronym") if name in fields}


def _corridor(claims: Claims, fields: set[str]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if "name" in fields:
        columns["name"] = claims.pick("name", quiet=True)
    if "status" in fields:
        columns["status"] = claims.pick("status")
    if "cost" in fields:
        cost, columns["currency"] = claims.pick_with("cost", "currency")
        columns["cost"] = float(cost) if cost else None
    if "completes_on" in fields:
        columns["completes_on"] = claims.pick("completes_on", coarser)
        columns["completes_on_precision"] = precision(columns["completes_on"])
    return columns


def _person(claims: Claims, fields: set[str]) -> dict[str, Any]:
    return {"name": claims.pick("name", quiet=True)} if "name" in fields else {}


_COLUMNS: dict[str, Callable[[Claims, set[str]], dict[str, Any]]] = {
    "organization": _organization,
    "corridor": _corridor,
    "person": _person,
}


def _settle_part(connection: sa.Connection, table: str, row_id: int, path: str, claims: Claims) -> None:
    """Bring one row of a child table up to date: `modes/rail`, `capacities/MW/target`, `relations/AZ/observer/sought`."""
    if path.endswith("/by"):
        path = path.removesuffix("/by")
    kind, _, key = path.partition("/")
    present = key in claims.items(kind)
    model: Any
    names: dict[str, Any]
    values: dict[str, Any] = {}
    if kind == "modes":
        model, names = CorridorMode, {"mode": key}
    elif kind == "countries":
        model, names = CorridorCountry, {"country": key}
    elif kind == "capacities":
        unit, _, capacity_kind = key.rpartition("/")
        model, names = CorridorCapacity, {"unit": unit, "kind": capacity_kind}
        value = claims.pick(path)
        present, values = value is not None, {"value": float(value or 0)}
    elif kind == "relations":
        country, status, modality = key.split("/")
        model, names = OrganizationRelation, {"country": country, "status": status, "modality": modality}
        values = {"by_country": claims.pick(f"{path}/by")}
    else:
        return
    names = {f"{table}_id": row_id, **names}
    connection.execute(sa.delete(model).filter_by(**names))
    if present:
        insert(connection, model, [{**names, **values}])


def _write_contested(
    connection: sa.Connection, table: str, row_id: int, fields: Iterable[str], contested: list[Contested]
) -> None:
    pointer = ContestedValue.__table__.c[f"{table}_id"]
    for some in chunks(sorted(fields)):
        connection.execute(sa.delete(ContestedValue).where(pointer == row_id, ContestedValue.field.in_(some)))
    insert(connection, ContestedValue, contested_rows(table, row_id, contested))


def contested_rows(table: str, row_id: int, contested: Iterable[Contested]) -> list[dict[str, Any]]:
    """Rows of contested_value for one row."""
    return [
        {
            "table_name": table,
            "field": item.field,
            "value": item.value,
            "won": item.won,
            "why": item.why,
            "publishers": item.publishers,
            f"{table}_id": row_id,
        }
        for item in contested
    ]


def drop_unsupported(connection: sa.Connection, table: str, rows: Iterable[int]) -> set[int]:
    """Delete those of the organizations and corridors behind which no mention or summit stands any more; returns them."""
    pointers: list[Any] = [Mention.__table__.c[f"{table}_id"]]
    if table == "organization":
        pointers.append(Summit.organization_id)
    gone: set[int] = set()
    for some in chunks(sorted(rows)):
        alive = {
            row for pointer in pointers for row in connection.scalars(sa.select(pointer).where(pointer.in_(some)).distinct())
        }
        gone |= set(some) - alive
    for some in chunks(sorted(gone)):
        connection.execute(sa.delete(MODELS[table]).where(MODELS[table].id.in_(some)))
    return gone


def row_of(decision: Decision, lookup: Lookup) -> int | None:
    """The row that a decision about a corridor, organization or person is about, if it is there."""
    if decision.table == "person":
        wanted = [(person_key(member.record.name), member.record.country) for member in decision.members]
        lookup.know_persons(key for key, _ in wanted)
        rows = (lookup.persons[key].get(country) for key, country in wanted)
        return next((row for row in rows if row), None)
    slug = lookup.merged.get((decision.table, decision.slug), decision.slug)
    model = MODELS[decision.table]
    return lookup.connection.scalar(sa.select(model.id).where(model.slug == slug))


def person_keys(decision: Decision) -> set[str]:
    """The keys of the persons that a decision is about."""
    return {person_key(member.record.name) for member in decision.members}


def point(connection: sa.Connection, decision: Decision, row: int | None) -> None:
    """Let a decision point to the row to which it applies."""
    column = Correction.__table__.c[f"{decision.table}_id"]
    update = sa.update(Correction).where(Correction.id == decision.id, column.is_distinct_from(row))
    connection.execute(update.values({column.name: row}))


def repoint(connection: sa.Connection, table: str, lookup: Lookup, touched: Touched) -> None:
    """Let every mention of an organization or corridor point to the row that it belongs to after mergers and rejections,
    and touch everything about the rows whose mentions changed."""
    pointer = Mention.__table__.c[f"{table}_id"]
    names: set[str] = set()
    mentions = sa.select(Mention.id, Mention.content, pointer.label("row")).where(Mention.table_name == table)
    for mention in connection.execute(mentions).all():
        name = msgspec.json.decode(mention.content)["name"]
        row = lookup.named(table, name)
        if row == mention.row:
            continue
        names.add(name)
        fields = set(connection.scalars(sa.select(Evidence.field).where(Evidence.mention_id == mention.id)))
        for touched_row in {row, mention.row} - {None}:
            touched.fields[table][touched_row].update(fields)
        connection.execute(sa.update(Mention).where(Mention.id == mention.id).values({pointer.name: row}))
    if table == "organization":
        summits = sa.select(Mention.summit_id).join(Evidence, Evidence.mention_id == Mention.id)
        of_these = summits.where(Evidence.field == "organization", Evidence.value.in_(names), Mention.summit_id.is_not(None))
        touched.rows["summit"].update(row for row in connection.scalars(of_these) if row)
