"""Reference data: countries from the gazetteer."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from summitdb.gazetteer import tables
from summitdb.schema import Country


def synchronise(connection: sa.Connection) -> None:
    """Bring the countries of the gazetteer into the database. Doing it again changes nothing."""
    connection.execute(countries(connection.dialect.name))


def countries(dialect: str) -> Any:
    """The statement that adds the gazetteer's new countries and renames those that it calls otherwise now, but for those
    that people have renamed."""
    insert: Any = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[dialect](Country)
    rows = [
        {"code": country.code, "name": country.name, "gazetteer_name": country.name} for country in tables.countries().values()
    ]
    added = insert.values(rows)
    now = added.excluded.gazetteer_name
    return added.on_conflict_do_update(
        index_elements=[Country.code],
        set_={"name": sa.case((Country.name == Country.gazetteer_name, now), else_=Country.name), "gazetteer_name": now},
        where=Country.gazetteer_name.is_distinct_from(now),
    )
