"""The fold: tables as a pure function of the ledger, brought up to date where the ledger has changed."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from summitdb.fold import keyed, places, slugs
from summitdb.fold.clustered import fold_table
from summitdb.fold.learn import CLUSTERED, Touched, forget, learn
from summitdb.fold.links import relink
from summitdb.fold.lookup import Lookup
from summitdb.fold.names import slugify
from summitdb.fold.persons import settle_references
from summitdb.schema import Person
from summitdb.store.rows import chunks


class Fold:
    """The fold of one transaction: forget and learn record files, then settle.

    Only the blocks and fields that these touch are computed anew; the result is the same as folding the whole ledger."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.touched = Touched()
        self.lookup = Lookup(connection)
        self._learned: set[int] = set()

    def forget(self, record_files: Collection[int]) -> None:
        """Take the records of record files out. To be called before these are changed or deleted."""
        forget(self.connection, record_files, self.touched)

    def learn(self, record_files: Collection[int]) -> None:
        """Bring the records of record files in. Raises RecordError for one that cannot be folded."""
        self._learned.update(record_files)

    def settle(self) -> None:
        """Bring the tables up to date."""
        connection, touched, lookup = self.connection, self.touched, self.lookup
        learn(connection, self._learned, touched, lookup)
        written = {table: fold_table(connection, table, touched.keys[table], touched.rows[table], lookup) for table in CLUSTERED}
        persons, vacated = settle_references(connection, touched.persons | lookup.persons.keys(), lookup)
        for table in ("corridor", "organization"):
            fields = touched.fields[table]
            gone = keyed.drop_unsupported(connection, table, fields)
            for row in sorted(set(fields) - gone):
                keyed.settle(connection, table, row, fields[row], {})
        _settle_persons(connection, persons, vacated)
        for table in CLUSTERED:
            slugs.assign(connection, table, written[table].wanted, written[table].vacated)
        relink(connection, {table: written[table].wanted.keys() for table in CLUSTERED})
        places.settle(connection, lookup.touched_places | set(lookup.places.values()))


def _settle_persons(connection: sa.Connection, persons: Collection[int], vacated: set[str]) -> None:
    for row in sorted(persons):
        keyed.settle(connection, "person", row, ("name",), {})
    wanted: dict[int, str] = {}
    for some in chunks(sorted(persons)):
        for person in connection.execute(sa.select(Person.id, Person.name).where(Person.id.in_(some))):
            wanted[person.id] = slugify(person.name) or "unnamed"
    slugs.assign(connection, "person", wanted, vacated)
