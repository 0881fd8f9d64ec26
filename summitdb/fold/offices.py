"""Offices of persons, drawn from the summits in which they took part."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from summitdb.schema import PersonOffice, Summit, SummitParticipant
from summitdb.store.rows import chunks


def settle(connection: sa.Connection, persons: Collection[int]) -> None:
    """Bring the offices of these persons up to date."""
    seen = SummitParticipant.person_id, SummitParticipant.office
    year = sa.cast(sa.func.substr(Summit.starts_on, 1, 4), sa.Integer)
    query = sa.select(*seen, sa.func.min(year), sa.func.max(year), sa.func.count()).join(Summit).group_by(*seen)
    columns = ["person_id", "office", "first_year", "last_year", "summits"]
    for some in chunks(sorted(persons)):
        connection.execute(sa.delete(PersonOffice).where(PersonOffice.person_id.in_(some)))
        found = query.where(SummitParticipant.person_id.in_(some), SummitParticipant.office.is_not(None))
        connection.execute(sa.insert(PersonOffice).from_select(columns, found))
