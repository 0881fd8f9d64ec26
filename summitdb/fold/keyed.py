"""Corridors, organizations and persons: identified by name alone, so folded field by field and only where touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.fold import support
from summitdb.fold.build import precision
from summitdb.fold.claimed import claims_of_rows
from summitdb.fold.claims import Claim, Claims, Contested, coarser
from summitdb.fold.decisions import Decision
from summitdb.fold.learn import Touched
from summitdb.fold.lookup import Lookup
from summitdb.fold.moves import name_key
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
from summitdb.store.rows import chunks, delete, insert, update

ROWS = 50
_MONEY = ("cost", "currency")
MODELS: dict[str, Any] = {"corridor": Corridor, "organization": Organization, "person": Person}


def settle(
    connection: sa.Connection,
    table: str,
    touched: Mapping[int, Collection[str]],
    corrections: Mapping[tuple[str, int], Mapping[str, str | None]],
) -> None:
    """Bring the touched fields of rows up to date with what is claimed of them and with people's corrections."""
    for some in chunks(sorted(touched), ROWS):
        fields = {row: {*touched[row], *corrections.get((table, row), ())} - {"as_written"} for row in some}
        _settle_rows(connection, table, fields, corrections)


def _settle_rows(
    connection: sa.Connection,
    table: str,
    fields: Mapping[int, set[str]],
    corrections: Mapping[tuple[str, int], Mapping[str, str | None]],
) -> None:
    parts = {row: {path.removesuffix("/by") for path in of_row if "/" in path} for row, of_row in fields.items()}
    scalars = {row: {path for path in of_row if "/" not in path} for row, of_row in fields.items()}
    for names in scalars.values():
        if names & set(_MONEY):
            names.update(_MONEY)
    unweighed = {name for names in scalars.values() for name in names & set(support.NOT_WEIGHED)}
    identities = _identities(connection, table, fields)
    wanted = {row: {*scalars[row], *parts[row], *(f"{path}/by" for path in parts[row])} for row in fields}
    claimed = support.claims(connection, table, wanted)
    rows = [row for row in fields if scalars[row] & unweighed]
    for row, found in claims_of_rows(connection, table, rows, unweighed).items():
        claimed[row].extend(found)
    named_after = {row: _own_names(table, identities[row], claimed[row]) for row in fields}
    claims = {row: Claims(named_after[row], corrections.get((table, row))) for row in fields}
    by_columns: dict[tuple[str, ...], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for row in fields:
        values = _COLUMNS[table](claims[row], scalars[row])
        known = _known()[table].get(identities[row])
        if known and "name" in values and "name" not in claims[row].corrections:
            values["name"] = known
        kept = {name: value for name, value in values.items() if name != "name" or value}
        by_columns[tuple(kept)].append((row, kept))
    for names_, changes in by_columns.items():
        if names_:
            update(connection, MODELS[table], changes)
    _write_parts(connection, table, parts, claims)
    _write_contested(connection, table, {row: scalars[row] | parts[row] for row in fields}, claims)


def _identities(connection: sa.Connection, table: str, rows: Collection[int]) -> dict[int, str]:
    """The names by which rows are recognised, as `_KEYS` has them."""
    model = MODELS[table]
    identity = Person.key if table == "person" else model.slug
    query = sa.select(model.id, identity.label("identity")).where(model.id.in_(rows))
    return {row.id: name_key(row.identity) for row in connection.execute(query)}


def _own_names(table: str, identity: str, claims: list[Claim]) -> list[Claim]:
    """The claims without the names of rows that have been merged into this one, if it is called by its own as well."""
    foreign = [claim for claim in claims if claim.field == "name" and _KEYS[table](claim.value) != identity]
    own = [claim for claim in claims if claim not in foreign]
    return own if any(claim.field == "name" for claim in own) else claims


@cache
def _known() -> dict[str, dict[str, str]]:
    from summitdb.gazetteer.tables import corridors, leaders, organizations

    return {
        "organization": {slugify(entry.name): entry.name for entry in organizations()},
        "corridor": {slugify(entry.name): entry.name for entry in corridors()},
        "person": {person_key(leader.name): leader.name for leader in leaders()},
    }


_KEYS: dict[str, Callable[[str], str]] = {"corridor": slugify, "organization": slugify, "person": person_key}


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
    columns = {"name": claims.pick("name", quiet=True)}
    if "country" in fields:  # of one whom a decision made
        if claims.corrections.get("country") not in {claim.value for claim in claims.by_field["country"]}:
            claims.corrections.pop("country", None)
        columns["country"] = claims.pick("country")
    return columns


_COLUMNS: dict[str, Callable[[Claims, set[str]], dict[str, Any]]] = {
    "organization": _organization,
    "corridor": _corridor,
    "person": _person,
}


def _part(path: str) -> tuple[Any, dict[str, str]] | None:
    """The child table and key of a part of a row: `modes/rail`, `capacities/MW/target`, `relations/AZ/observer/sought`."""
    kind, _, key = path.partition("/")
    if kind == "modes":
        return CorridorMode, {"mode": key}
    if kind == "countries":
        return CorridorCountry, {"country": key}
    if kind == "capacities":
        unit, _, of = key.rpartition("/")
        return CorridorCapacity, {"unit": unit, "kind": of}
    if kind == "relations":
        country, status, modality = key.split("/")
        return OrganizationRelation, {"country": country, "status": status, "modality": modality}
    return None


def _write_parts(connection: sa.Connection, table: str, parts: Mapping[int, set[str]], claims: Mapping[int, Claims]) -> None:
    """Write those rows of child tables that the paths name, in place of those that were there."""
    pointer = f"{table}_id"
    fresh: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    stale: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row, paths in parts.items():
        for path in sorted(paths):
            if found := _part(path):
                model, key = found
                stale[model].append({pointer: row, **key})
                if (values := _part_values(claims[row], path)) is not None:
                    fresh[model].append({pointer: row, **key, **values})
    for model, keys in stale.items():
        delete(connection, model, keys)
        insert(connection, model, fresh[model])


def _part_values(claims: Claims, path: str) -> dict[str, Any] | None:
    """The values that a row of a child table has besides its key; None if there shall be no such row."""
    kind, _, key = path.partition("/")
    if kind == "capacities":
        value = claims.pick(path)
        return None if value is None else {"value": float(value)}
    if key not in claims.items(kind):
        return None
    return {"by_country": claims.pick(f"{path}/by")} if kind == "relations" else {}


def _write_contested(connection: sa.Connection, table: str, fields: Mapping[int, set[str]], claims: Mapping[int, Claims]) -> None:
    delete(connection, ContestedValue, [{f"{table}_id": row, "field": path} for row in fields for path in sorted(fields[row])])
    contested = (item for row, of_row in claims.items() for item in contested_rows(table, row, of_row.contested))
    insert(connection, ContestedValue, list(contested))


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
    model = MODELS[table]
    pointers: list[Any] = [Mention.__table__.c[f"{table}_id"]]
    if table == "organization":
        pointers.append(Summit.organization_id)
    gone: set[int] = set()
    for some in chunks(sorted(rows)):
        used = sa.or_(*(sa.exists().where(pointer == model.id) for pointer in pointers))
        gone.update(connection.scalars(sa.select(model.id).where(model.id.in_(some), ~used)))
    for some in chunks(sorted(gone)):
        connection.execute(sa.delete(model).where(model.id.in_(some)))
    return gone


def row_of(decision: Decision, lookup: Lookup) -> int | None:
    """The row that a decision about a corridor, organization or person is about, if it is there."""
    if decision.table == "person":
        said = lookup.moves.about(decision)
        return lookup.known_person(said) if said else None
    slug = lookup.merged.get((decision.table, decision.slug), decision.slug)
    model = MODELS[decision.table]
    return lookup.connection.scalar(sa.select(model.id).where(model.slug == slug))


def point(connection: sa.Connection, decision: Decision, row: int | None) -> None:
    """Let a decision point to the row to which it applies."""
    column = Correction.__table__.c[f"{decision.table}_id"]
    stale = sa.update(Correction).where(Correction.id == decision.id, column.is_distinct_from(row))
    connection.execute(stale.values({column.name: row}))


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
            touched.lost[table][touched_row].update(fields)
        connection.execute(sa.update(Mention).where(Mention.id == mention.id).values({pointer.name: row}))
    if table == "organization":
        summits = sa.select(Mention.summit_id).join(Evidence, Evidence.mention_id == Mention.id)
        of_these = summits.where(Evidence.field == "organization", Evidence.value.in_(names), Mention.summit_id.is_not(None))
        touched.rows["summit"].update(row for row in connection.scalars(of_these) if row)
