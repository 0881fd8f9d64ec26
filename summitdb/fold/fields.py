"""Which fields a person may correct, and which values they may take."""

from __future__ import annotations

import math
import re
from typing import Any, get_args

import sqlalchemy as sa

from summitdb import records
from summitdb.errors import UsageError
from summitdb.fold.moves import name_key
from summitdb.fold.names import person_key
from summitdb.fold.present import present
from summitdb.fold.windows import days
from summitdb.schema import Country, Person, SummitParticipant

_ENUMS: dict[tuple[str, str], Any] = {
    ("summit", "format"): records.Format,
    ("summit", "status"): records.SummitStatus,
    ("summit", "topics/*"): records.Topic,
    ("summit", "participants/*/office"): records.Office,
    ("agreement", "kind"): records.AgreementKind,
    ("agreement", "status"): records.AgreementStatus,
    ("agreement", "sectors/*"): records.Topic,
    ("statement", "kind"): records.StatementKind,
    ("statement", "stance"): records.Stance,
    ("statement", "topics/*"): records.Topic,
    ("corridor", "status"): records.CorridorStatus,
    ("corridor", "modes/*"): records.Mode,
}
_DATES = {("summit", "starts_on"), ("summit", "ends_on"), ("agreement", "date"), ("corridor", "completes_on")}
_NUMBERS = {("agreement", "count"), ("agreement", "amount"), ("corridor", "cost"), ("corridor", "capacities/*")}
_COUNTRIES = {
    ("summit", "country"), ("summit", "countries/*"), ("summit", "participants/*/country"), ("agreement", "parties/*"),
    ("statement", "speaker_country"), ("corridor", "countries/*"), ("organization", "relations/*/by"),
    ("organization", "relations/*"),
}  # fmt: skip
_WORDS = {
    ("summit", "name"), ("summit", "city"), ("summit", "organization"), ("summit", "participants/*"),
    ("agreement", "title"), ("agreement", "currency"), ("statement", "text"), ("statement", "speaker"),
    ("statement", "speaker_organization"), ("corridor", "name"), ("corridor", "currency"), ("organization", "name"),
    ("organization", "acronym"), ("person", "name"),
}  # fmt: skip
_REQUIRED = {
    ("summit", "format"), ("summit", "status"), ("agreement", "kind"), ("agreement", "title"), ("agreement", "status"),
    ("statement", "kind"), ("statement", "text"), ("corridor", "name"), ("organization", "name"), ("person", "name"),
}  # fmt: skip
_SET_MEMBERS = ("countries/*", "topics/*", "parties/*", "sectors/*", "modes/*")


def fields(table: str) -> list[str]:
    """The fields of a table that can be corrected; `*` stands for a member of a set."""
    every = {*_ENUMS, *_DATES, *_NUMBERS, *_COUNTRIES, *_WORDS}
    return sorted(field for of, field in every if of == table)


def normal(connection: sa.Connection, row: int, field: str) -> str:
    """A field as evidence has it: a participant of the summit may be given by slug or name."""
    first, _, rest = field.partition("/")
    name, slash, part = rest.partition("/")
    if first != "participants" or not name.strip():
        return field
    query = sa.select(Person.slug, Person.key).join(SummitParticipant).where(SummitParticipant.summit_id == row)
    there = connection.execute(query.order_by(Person.slug)).all()
    key = next((person.key for person in there if name in (person.slug, person.key)), None)
    key = key or next((person.key for person in there if name_key(person.key) == person_key(name)), person_key(name))
    return f"participants/{key}{slash}{part}"


def check_value(
    connection: sa.Connection, table: str, row: int, field: str, value: str | None, *, keep: bool = False
) -> str | None:
    """The value as it will be stored. With `keep` it is the present one. Raises UsageError for what cannot be."""
    shape = _shape(field)
    place = (table, shape)
    if shape not in fields(table):
        raise UsageError(f"{table} has no field {field} to correct", f"there are: {', '.join(fields(table))}")
    if shape.startswith("participants/*/") and present(connection, table, row, field.rpartition("/")[0]) is None:
        raise UsageError(
            f"{field.split('/')[1]} does not take part", "participants are added by name: correct SLUG participants/NAME NAME"
        )
    if keep:
        return present(connection, table, row, field)
    if value is None:
        if place in _REQUIRED:
            raise UsageError(f"{field} of a {table} cannot be empty", None)
        return None
    if shape in _SET_MEMBERS and value != field.partition("/")[2]:
        raise UsageError(f"{field} can only be {field.partition('/')[2]} or removed", None)
    if place in _ENUMS and value not in get_args(_ENUMS[place]):
        raise UsageError(f"{value} is no {field}", f"one of: {', '.join(get_args(_ENUMS[place]))}")
    if place in _DATES:
        _check_date(field, value)
        _check_order(connection, table, row, field, value)
    if place in _NUMBERS:
        _check_number(place, value)
    if place in _COUNTRIES and connection.scalar(sa.select(Country.code).where(Country.code == value)) is None:
        raise UsageError(f"{value} is no country code", "use ISO 3166-1 alpha-2, as in AZ")
    if not value.strip() or "\0" in value:
        raise UsageError(f"{field} cannot be blank", "leave the value out to remove it")
    if shape == "participants/*" and person_key(value) != name_key(field.partition("/")[2]):
        raise UsageError(f"{value} is somebody else", f"take the one out and add the other: participants/{value}")
    return value


def _shape(field: str) -> str:
    """A path with `*` for what is particular to a row: participants/*/office."""
    first, _, rest = field.partition("/")
    if not rest or rest.startswith("/"):
        return field
    last = rest.rpartition("/")[2]
    if first == "participants" and last in ("country", "office") and "/" in rest:
        return f"participants/*/{last}"
    if first == "relations":
        steps = rest.split("/")
        valid = len(steps) >= 3 and steps[1] in get_args(records.RelationStatus) and steps[2] in get_args(records.Modality)
        return "relations/*/by" if valid and steps[3:] == ["by"] else "relations/*" if valid and len(steps) == 3 else field
    if first == "capacities":
        unit, _, kind = rest.rpartition("/")
        return "capacities/*" if unit in get_args(records.Unit) and kind in get_args(records.CapacityKind) else field
    return f"{first}/*" if "/" not in rest else field


def _check_date(field: str, value: str) -> None:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise UsageError(f"{value} is no date for {field}", "write YYYY-MM-DD, YYYY-MM or YYYY")
    try:
        days(value)
    except ValueError as error:
        raise UsageError(f"{value} is no date for {field}: {error}", "write YYYY-MM-DD, YYYY-MM or YYYY") from error


def _check_order(connection: sa.Connection, table: str, row: int, field: str, value: str) -> None:
    """Raises UsageError for a summit that would end before it starts."""
    other = {"starts_on": "ends_on", "ends_on": "starts_on"}.get(field)
    known = present(connection, table, row, other) if other else None
    if known:
        first, last = (value, known) if field == "starts_on" else (known, value)
        if days(last)[1] < days(first)[0]:
            raise UsageError(f"it would end ({last}) before it starts ({first})", f"correct {other} before")


def _check_number(place: tuple[str, str], value: str) -> None:
    try:
        number = float(value)
    except ValueError as error:
        raise UsageError(f"{value} is no number", None) from error
    if not math.isfinite(number) or number < 0 or (place == ("agreement", "count") and not number.is_integer()):
        raise UsageError(f"{value} is no number for {place[1]}", None)
