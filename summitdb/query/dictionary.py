"""The data dictionary: every table and view with its columns and their meanings, from the models alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from summitdb.query.rows import Rows
from summitdb.schema import VIEWS, metadata


@dataclass(frozen=True)
class Column:
    """A column of a table or view. `refers_to` are the columns it points to, `choices` the only values it may hold."""

    name: str
    meaning: str
    type: str = ""
    nullable: bool = True
    key: bool = False
    refers_to: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A table or view."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    is_view: bool = False


def dictionary() -> list[Entry]:
    """The tables in alphabetical order, then the views."""
    tables = [
        Entry(table.name, table.comment or "", tuple(_column(table, column) for column in table.columns))
        for table in sorted(metadata.tables.values(), key=lambda table: table.name)
    ]
    views = [Entry(view.name, view.comment, tuple(Column(*item) for item in view.columns.items()), True) for view in VIEWS]
    return tables + views


def _column(table: sa.Table, column: sa.Column[object]) -> Column:
    return Column(
        column.name,
        column.comment or "",
        str(column.type),
        bool(column.nullable),
        column.primary_key,
        tuple(sorted(key.target_fullname for key in column.foreign_keys)),
        tuple(_choices(table, column.name)),
    )


def _choices(table: sa.Table, column: str) -> Iterator[str]:
    """The values that a CHECK allows in a column, where it lists them."""
    for constraint in table.constraints:
        _, is_list, values = str(getattr(constraint, "sqltext", "")).partition(f"{column} IN (")
        if is_list and constraint.name in {column, f"ck_{table.name}_{column}"}:
            yield from (value.strip(" '") for value in values.rstrip(")").split(","))


def as_rows(entries: list[Entry]) -> Rows:
    """One row a column."""
    rows = [
        (entry.name, column.name, column.type, "yes" if column.nullable else "no", _told(column, plain=True))
        for entry in entries
        for column in entry.columns
    ]
    return Rows(("table", "column", "type", "null", "meaning"), rows)


def as_markdown(entries: list[Entry]) -> str:
    """A section for each table and view."""
    parts = []
    for entry in entries:
        parts.append(f"## {entry.name}{' (view)' if entry.is_view else ''}\n\n{entry.meaning}\n")
        if entry.is_view:
            parts.append("| column | meaning |\n| --- | --- |")
            parts += [f"| {column.name} | {_told(column)} |" for column in entry.columns]
        else:
            parts.append("| column | type | null | meaning |\n| --- | --- | --- | --- |")
            parts += [
                f"| {column.name} | {column.type} | {'yes' if column.nullable else ''} | {_told(column)} |"
                for column in entry.columns
            ]
        parts.append("")
    return "\n".join(parts)


def _told(column: Column, plain: bool = False) -> str:
    tick = "" if plain else "`"
    refers = " → " + ", ".join(f"{tick}{target}{tick}" for target in column.refers_to) if column.refers_to else ""
    choices = ": " + ", ".join(f"{tick}{choice}{tick}" for choice in column.choices) if column.choices else ""
    return column.meaning + refers + choices


def as_mermaid(entries: list[Entry]) -> str:
    """An entity-relationship diagram of the tables in Mermaid's notation."""
    lines = ["erDiagram"]
    for entry in entries:
        if entry.is_view:
            continue
        lines.append(f"    {entry.name} {{")
        for column in entry.columns:
            marks = " PK" if column.key else " FK" if column.refers_to else ""
            lines.append(f"        {column.type.lower()} {column.name}{marks}")
        lines.append("    }")
        for column in entry.columns:
            many = "|o" if column.nullable else "||"
            lines += [f"    {target.split('.')[0]} {many}--o{{ {entry.name} : {column.name}" for target in column.refers_to]
    return "\n".join(lines) + "\n"
