"""The rows that other rows point to: places, organizations, corridors and persons, found by what identifies them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.fold.moves import Moves, Said, is_decided
from summitdb.fold.names import person_key, slugify
from summitdb.schema import Corridor, Mention, Organization, Person, Place, Statement, Summit, SummitParticipant
from summitdb.store.rows import chunks, insert_ids

NAMED: dict[str, Any] = {"corridor": Corridor, "organization": Organization}


def temporary(*parts: object) -> str:
    """A slug for a row that gets its own at the end of the fold; no real slug has a tilde."""
    return "~" + "~".join(map(str, parts))


class Lookup:
    """Finds or creates the rows that mentions, summits and statements point to.

    `merged` says which (table, slug) a person has merged into which slug, `rejected` which shall not be; `moves` whom names
    are of."""

    def __init__(
        self,
        connection: sa.Connection,
        merged: Mapping[tuple[str, str], str] | None = None,
        rejected: Collection[tuple[str, str]] = (),
        moves: Moves | None = None,
    ) -> None:
        self.connection = connection
        self.merged = merged or {}
        self.rejected = rejected
        self.moves = moves or Moves()
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
                self.persons[row.key][None if is_decided(row.key) else row.country] = row.id

    def person_row(self, said: Said, name: str) -> int | None:
        """The row of the person with this key and just this country or none, created under `name` if need be; None for what
        is no person."""
        if said.key in self.moves.rejected:
            return None
        self.know_persons([said.key])
        found = self.persons[said.key]
        if said.country not in found:
            row = {"slug": temporary("person", *said), "key": said.key, "name": name, "country": said.country}
            found[said.country] = insert_ids(self.connection, Person, [row])[0]
        return found[said.country]

    def whole(self, said: Said) -> Said:
        """A person with the country, if only one with this key has any and a mention without it may be of that one."""
        if is_decided(said.key):
            return Said(said.key, None)
        self.know_persons([said.key])
        with_country = [code for code in self.persons[said.key] if code]
        if said.country is None and len(with_country) == 1 and said.key not in self.moves.alone:
            return Said(said.key, with_country[0])
        return said

    def known_person(self, said: Said) -> int | None:
        """The row of a person, if there is one."""
        whole = self.whole(said)
        self.know_persons([whole.key])
        return self.persons[whole.key].get(whole.country)

    def person(self, said: Said, name: str) -> int | None:
        """A person, by what decisions have already made of the name; None for what is no person."""
        return self.person_row(self.whole(said), name)

    def speaker(self, name: str, country: str | None, articles: Collection[int]) -> int | None:
        """The person whom most of some articles mean by a name, or people do, where there are none; None for what is no
        person."""
        said = Said(person_key(name), country)
        if not articles:
            return self.person(self.moves.follow(said), name)
        if said.key in self.moves.concerned:
            query = sa.select(Mention.content, Person.id, Person.key).outerjoin(Person, Person.id == Mention.person_id)
            query = query.where(Mention.article_id.in_(articles), Mention.table_name == "person")
            meant: Counter[tuple[bool, str, int | None]] = Counter()
            for row in self.connection.execute(query):
                record = msgspec.json.decode(row.content)
                if person_key(record["name"]) == said.key:
                    meant[record.get("country") == country, row.key or "", row.id] += 1
            if meant:
                (_, found, id_), _ = min(meant.items(), key=lambda item: (not item[0][0], -item[1], item[0][1]))
                if not found or is_decided(found):
                    return id_
        return self.person(said, name)

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
