"""What all tables share: naming convention, column types defined once, CHECK constraints of enums and partial dates."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = sa.MetaData(naming_convention=NAMING)


Id = Annotated[int, mapped_column(sa.Integer, primary_key=True, comment="Row number, without meaning elsewhere")]
Slug = Annotated[str, mapped_column(sa.Text, unique=True, comment="Readable key that does not depend on the order of loading")]
Text = Annotated[str, mapped_column(sa.Text)]
OptionalText = Annotated[str | None, mapped_column(sa.Text)]
PartialDate = Annotated[str | None, mapped_column(sa.Text)]
Precision = Annotated[str | None, mapped_column(sa.Text, comment="Precision of the date: day, month or year")]
Day = Annotated[str, mapped_column(sa.Text)]
OptionalDay = Annotated[str | None, mapped_column(sa.Text)]
Timestamp = Annotated[str, mapped_column(sa.Text)]
OptionalTimestamp = Annotated[str | None, mapped_column(sa.Text)]
Country = Annotated[str, mapped_column(sa.ForeignKey("country.code"))]
OptionalCountry = Annotated[str | None, mapped_column(sa.ForeignKey("country.code"))]
Number = Annotated[float, mapped_column(sa.Double)]
OptionalNumber = Annotated[float | None, mapped_column(sa.Double)]
Count = Annotated[int, mapped_column(sa.Integer)]
OptionalCount = Annotated[int | None, mapped_column(sa.Integer)]

COUNTRY = "Country, ISO 3166-1 alpha-2"
DAY = "____-__-__"


def one_of(column: str, literal: Any) -> sa.CheckConstraint:
    """CHECK that a column holds one of the strings of a `Literal` (or none, where the column may be null)."""
    values = ", ".join(f"'{value}'" for value in get_args(literal))
    return sa.CheckConstraint(f"{column} IN ({values})", name=column)


def partial_date(column: str) -> tuple[sa.CheckConstraint, sa.CheckConstraint]:
    """CHECKs that a column holds YYYY, YYYY-MM or YYYY-MM-DD and that its `_precision` column says which."""
    shapes = " OR ".join(f"{column} LIKE '{shape}'" for shape in ("____", "____-__", DAY))
    precision = f"{column}_precision"
    named = f"CASE length({column}) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END"
    return (
        sa.CheckConstraint(shapes, name=column),
        sa.CheckConstraint(f"coalesce({precision}, '') = coalesce({named}, '')", name=precision),
    )


def day(column: str) -> sa.CheckConstraint:
    """CHECK that a text column holds YYYY-MM-DD."""
    return sa.CheckConstraint(f"{column} LIKE '{DAY}'", name=column)


def country_shape(column: str) -> sa.CheckConstraint:
    """CHECK that a column holds a code of two capital letters."""
    return sa.CheckConstraint(f"length({column}) = 2 AND {column} = upper({column})", name=column)
