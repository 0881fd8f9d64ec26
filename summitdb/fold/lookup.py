"""The rows that other rows point to: places, organizations, corridors and persons, found by what identifies them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa

from summitdb.fold.names import slugify
from summitdb.schema import Corridor, Organization, Person, Place, Statement, Summit, SummitParticipant
from summitdb.store.rows import chunks, insert_ids

NAMED: dict[str, Any] = {"corridor": Corridor, "organization": Organization}


def temporary(*parts: object) -> str:
    """A slug for a row that gets its own at the end of the fold; no real slug has a tilde."""
    return "~" + "~".join(map(str, parts))


class Lookup:
    """Finds or creates the rows that mentions, summits and statements point to.

    `merged` says which (table, slug) a person has merged into which slug, `rejected` which shall not be."""

    def __init__(
        self,
        connection: sa.Connection,
        merged: Mapping[tuple[str, str], str] | None = None,
        rejected: Collection[tuple[str, str]] = (),
    ) -> None:
        self.connection = connection
        self.merged = merged or {}
        self.rejected = rejected
        self.ids: dict[str, dict[str, int]] = {"corridor": {}, "organization": {}}
        self.places: dict[str, int] = {}
        self.left_places: dict[int, int] = {}
        self.spellings: dict[int, set[str]] = defaultdict(set)
        self.left_persons: set[str] = set()
        self.persons: dict[str, dict[str | None, int]] = {}
        self.created: Counter[str] = Counter()

    def slug(self, table: str, name: str) -> str | None:
        """The slug of the organization or corridor of this name; None if there shall be no row."""
        slug = slugify(name) or "unnamed"
        for _ in range(len(self.merged)):
            slug = self.merged.get((table, slug), slug)
        return None if (table, slug) in self.rejected else slug

    def know_named(self, table: str, names: Iterable[str]) -> None:
        """Find or create the organizations or corridors of these names, all at once."""
        ids, model = self.ids[table], NAMED[table]
        wanted = {slug: name for name in sorted(names) if (slug := self.slug(table, name))}
        unread = sorted(wanted.keys() - ids.keys())
        for some in chunks(unread):
            query = sa.select(model.id, model.slug).where(model.slug.in_(some))
            ids.update((row.slug, row.id) for row in self.connection.execute(query))
        missing = [slug for slug in unread if slug not in ids]
        rows = [{"slug": slug, "name": wanted[slug]} for slug in missing]
        self.created[table] += len(rows)
        ids.update(zip(missing, insert_ids(self.connection, model, rows), strict=True))

    def named(self, table: str, name: str) -> int | None:
        """The organization or corridor of this name, created if need be, unless there shall be none."""
        slug = self.slug(table, name)
        if slug is None:
            return None
        if slug not in self.ids[table]:
            self.know_named(table, [name])
        return self.ids[table][slug]

    def organization(self, name: str | None) -> int | None:
        """The organization of this name, if there is a name."""
        return self.named("organization", name) if name else None

    def know_persons(self, keys: Iterable[str]) -> None:
        """Read the persons with these keys, all at once."""
        unread = sorted(set(keys) - self.persons.keys())
        for key in unread:
            self.persons[key] = {}
        for some in chunks(unread):
            query = sa.select(Person.id, Person.key, Person.country).where(Person.key.in_(some))
            for row in self.connection.execute(query):
                self.persons[row.key][row.country] = row.id

    def person_row(self, key: str, country: str | None, name: str) -> int:
        """The row of the person with this key and just this country or none, created under `name` if need be."""
        self.know_persons([key])
        found = self.persons[key]
        if country not in found:
            row = {"slug": temporary("person", key, country), "key": key, "name": name, "country": country}
            found[country] = insert_ids(self.connection, Person, [row])[0]
        return found[country]

    def person(self, key: str, country: str | None, name: str) -> int:
        """The person with this key. Without a country it is the only one that has a country, if there is exactly one."""
        self.know_persons([key])
        with_country = [code for code in self.persons[key] if code]
        if country is None and len(with_country) == 1:
            country = with_country[0]
        return self.person_row(key, country, name)

    def place(self, city: str | None, country: str | None, spellings: Iterable[str] = ()) -> int | None:
        """The place of this name, created if need be with its coordinates from the gazetteer. `spellings` are all that
        articles give for the summit."""
        if not city:
            return None
        slug = "-".join(filter(None, (slugify(city), (country or "").lower())))
        if slug not in self.places:
            found = self.connection.scalar(sa.select(Place.id).where(Place.slug == slug))
            if found is None:
                name, latitude, longitude = _cities().get(slug, (city, None, None))
                row = {"slug": slug, "name": name, "country": country, "latitude": latitude, "longitude": longitude}
                found = insert_ids(self.connection, Place, [row])[0]
            self.places[slug] = found
        self.spellings[self.places[slug]].update(spellings)
        return self.places[slug]

    def leave(self, table: str, rows: Collection[int]) -> None:
        """Remember what rows that are about to be rewritten or deleted point to: it may be needed no longer."""
        for some in chunks(sorted(rows)):
            persons = sa.select(Person.key).distinct()
            if table == "summit":
                of_these = sa.select(Summit.id, Summit.place_id).where(Summit.id.in_(some), Summit.place_id.is_not(None))
                self.left_places.update((row.id, row.place_id) for row in self.connection.execute(of_these) if row.place_id)
                persons = persons.join(SummitParticipant).where(SummitParticipant.summit_id.in_(some))
            elif table == "statement":
                persons = persons.join(Statement, Statement.speaker_id == Person.id).where(Statement.id.in_(some))
            else:
                continue
            self.left_persons.update(self.connection.scalars(persons))


@cache
def _cities() -> dict[str, tuple[str, float | None, float | None]]:
    """Name, degrees north and degrees east of the gazetteer's cities by slug; of namesakes in a country the largest."""
    from summitdb.gazetteer.tables import cities

    ordered = sorted(cities(), key=lambda city: city.population)
    return {f"{slugify(city.name)}-{city.code.lower()}": (city.name, city.lat, city.lon) for city in ordered}
