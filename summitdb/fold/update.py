"""The fold: tables as a pure function of the ledger, brought up to date where the ledger has changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from summitdb.fold import decisions, keyed, persons, places, slugs, support
from summitdb.fold.clustered import fold_table
from summitdb.fold.decisions import Decision
from summitdb.fold.identity import CLUSTERED, KEYED
from summitdb.fold.learn import Touched, forget, learn
from summitdb.fold.links import relink
from summitdb.fold.lookup import Lookup
from summitdb.fold.moves import Moves
from summitdb.fold.names import slugify
from summitdb.schema import Person, Summit
from summitdb.store.rows import chunks


class Fold:
    """The fold of one transaction: forget and learn record files, take note of decisions, then settle.

    Only the rows and fields that these can change are computed anew; the result is the same as folding the whole ledger.
    `gained` tells after settling how many rows more than before each table has."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.touched = Touched()
        self.gained: Counter[str] = Counter()
        self._learned: set[int] = set()
        self._decided: list[Decision] = []

    def forget(self, record_files: Collection[int]) -> None:
        """Take the records of record files out. To be called before these are changed or deleted."""
        forget(self.connection, record_files, self.touched)

    def learn(self, record_files: Collection[int]) -> None:
        """Bring the records of record files in. Raises RecordError for one that cannot be folded."""
        self._learned.update(record_files)

    def decided(self, decision: Decision) -> None:
        """Take note of a decision just stored or taken back."""
        self._decided.extend(decisions.with_keys(self.connection, [decision]))

    def settle(self) -> None:
        """Bring the tables up to date."""
        connection, touched = self.connection, self.touched
        decided = decisions.read(connection)
        named = [one for one in decided if one.in_force and one.table in ("corridor", "organization")]
        lookup = Lookup(
            connection,
            {(one.table, one.slug): one.into for one in named if one.action == "merge" and one.into},
            {(one.table, one.slug) for one in named if one.action == "reject"},
            Moves(one for one in decided if one.table == "person"),
        )
        if any(one.table == "person" and one.action in ("merge", "split", "reject") for one in self._decided):
            self._learn_moved(decided, lookup)
        learn(connection, self._learned, touched, lookup)
        self._touch_decided(lookup)
        written = {
            table: fold_table(
                connection,
                table,
                touched,
                [one for one in decided if one.table == table],
                lookup,
            )
            for table in CLUSTERED
        }
        touched.persons |= lookup.persons.keys() | lookup.left_persons
        left, vacated, moved = persons.settle_references(connection, touched.persons, lookup, touched.mentions["person"])
        for row in left & moved:
            touched.lost["person"][row].add("name")
        for table in KEYED:
            support.renew(connection, table, touched.lost[table])
            support.add(connection, table, touched.mentions[table])
        corrections = _point_keyed(connection, decided, lookup)
        for table in ("corridor", "organization"):
            fields = touched.fields[table]
            gone = keyed.drop_unsupported(connection, table, fields)
            self.gained[table] += lookup.created[table] - len(gone)
            keyed.settle(connection, table, {row: fields[row] for row in fields if row not in gone}, corrections)
        persons.name_unmentioned(connection, left)
        keyed.settle(connection, "person", persons.fields(connection, left, lookup.moves, corrections), corrections)
        slugs.assign(connection, "person", _person_slugs(connection, left), vacated)
        for table in CLUSTERED:
            self.gained[table] += written[table].gained
            slugs.assign(connection, table, written[table].wanted, written[table].vacated)
        relink(connection, {table: written[table].wanted.keys() for table in CLUSTERED})
        self._settle_places(lookup)

    def _settle_places(self, lookup: Lookup) -> None:
        left = set(lookup.left_places.values())
        found = sa.select(Summit.id, Summit.place_id)
        held = {
            (row.id, row.place_id)
            for some in chunks(sorted(lookup.left_places))
            for row in self.connection.execute(found.where(Summit.id.in_(some)))
        }
        lost = (
            left
            if any(self.touched.rows.values())
            else {place for row, place in lookup.left_places.items() if (row, place) not in held}
        )
        places.settle(self.connection, left | set(lookup.places.values()), lookup.spellings, lost)

    def _learn_moved(self, decided: Iterable[Decision], lookup: Lookup) -> None:
        """Learn anew what names persons who are others by the decisions just made or taken back, and touch the rows in which
        people named somebody."""
        moved = persons.misplaced(self.connection, lookup.moves)
        self.forget(moved)
        self.learn(moved)
        for one in decided:
            if one.row and one.field and one.field.partition("/")[0] in ("participants", "speaker"):
                self.touched.rows[one.table].add(one.row)

    def _touch_decided(self, lookup: Lookup) -> None:
        """Touch what the decisions just made or taken back are about."""
        for one in self._decided:
            if one.table in CLUSTERED:
                self.touched.keys[one.table].update(one.keys)
                if one.row:
                    self.touched.rows[one.table].add(one.row)
            elif one.table == "person":
                if said := lookup.moves.about(one):
                    self.touched.persons.add(said.key)
            elif one.action in ("merge", "reject"):
                keyed.repoint(self.connection, one.table, lookup, self.touched)
            elif one.field and (row := keyed.row_of(one, lookup)):
                self.touched.fields[one.table][row].add(one.field)


def _person_slugs(connection: sa.Connection, rows: Collection[int]) -> dict[int, str]:
    return {
        person.id: slugify(person.name) or "unnamed"
        for some in chunks(sorted(rows))
        for person in connection.execute(sa.select(Person.id, Person.name).where(Person.id.in_(some)))
    }


def _point_keyed(
    connection: sa.Connection, found: Iterable[Decision], lookup: Lookup
) -> dict[tuple[str, int], dict[str, str | None]]:
    """The corrections of corridors, organizations and persons by table and row; their pointers are brought up to date."""
    by_row: dict[tuple[str, int], list[Decision]] = defaultdict(list)
    for one in found:
        if one.table not in CLUSTERED:
            row = keyed.row_of(one, lookup)
            keyed.point(connection, one, row)
            if row and one.in_force:
                by_row[one.table, row].append(one)
    return {place: decisions.corrected(ones) for place, ones in by_row.items()}
