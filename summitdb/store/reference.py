"""Reference data: countries from the gazetteer, kept up to date without touching what is already there."""

from __future__ import annotations

import sqlalchemy as sa

from summitdb.gazetteer import tables
from summitdb.schema import Country


def synchronise(connection: sa.Connection) -> None:
    """Bring the countries of the gazetteer into the database. Doing it again changes nothing."""
    known = {row.code: row.name for row in connection.execute(sa.select(Country.code, Country.name))}
    wanted = {country.code: country.name for country in tables.countries().values()}
    if new := [{"code": code, "name": name} for code, name in wanted.items() if code not in known]:
        connection.execute(sa.insert(Country), new)
    for code, name in wanted.items():
        if known.get(code, name) != name:
            connection.execute(sa.update(Country).where(Country.code == code).values(name=name))
