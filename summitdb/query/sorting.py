"""One order of rows on both databases."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class bytewise(FunctionElement[str]):
    """A text column as a sort key by code point, as SQLite sorts; Postgres would sort by its collation."""

    inherit_cache = True
    type = sa.Text()


@compiles(bytewise)
def _plain(element: bytewise, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(bytewise, "postgresql")
def _collated(element: bytewise, compiler: SQLCompiler, **options: Any) -> str:
    return f'{compiler.process(element.clauses, **options)} COLLATE "C"'


def ascending(column: Any) -> sa.UnaryExpression[Any]:
    """Text from first to last, nothing at the end."""
    return bytewise(column).asc().nulls_last()


def descending(column: Any) -> sa.UnaryExpression[Any]:
    """Text from last to first, nothing at the end."""
    return bytewise(column).desc().nulls_last()
