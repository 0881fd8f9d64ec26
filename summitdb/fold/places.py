"""Places: named as the gazetteer has them, or else as most publishers do; gone when no summit was held there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from summitdb.fold.claims import Claim, choose
from summitdb.fold.stored import publisher_of
from summitdb.schema import Article, Evidence, Mention, Place, Summit
from summitdb.store.rows import chunks


def settle(
    connection: sa.Connection, places: Iterable[int], spellings: Mapping[int, Collection[str]], lost: Collection[int]
) -> None:
    """Delete those of the given places that have no summit, and name those that the gazetteer does not know: where something
    was lost for the present name, or another spelling came; more of the same changes nothing."""
    for some in chunks(sorted(places)):
        connection.execute(sa.delete(Place).where(Place.id.in_(some), ~sa.exists().where(Summit.place_id == Place.id)))
        unknown = sa.select(Place.id, Place.name).where(Place.id.in_(some), Place.latitude.is_(None))
        for place, present in connection.execute(unknown).all():
            if place not in lost and set(spellings.get(place, ())) <= {present}:
                continue
            if name := choose("city", _names(connection, place)).value:
                connection.execute(sa.update(Place).where(Place.id == place).values(name=name))


def _names(connection: sa.Connection, place: int) -> list[Claim]:
    query: Any = (
        sa.select(Evidence.value, Article.id, Article.publisher, Article.url, Article.published_on)
        .join(Mention, Mention.id == Evidence.mention_id)
        .join(Article, Article.id == Mention.article_id)
        .join(Summit, Summit.id == Mention.summit_id)
        .where(Summit.place_id == place, Evidence.field == "city")
    )
    return [
        Claim("city", row.value, row.id, publisher_of(row.publisher, row.url), row.published_on or "")
        for row in connection.execute(query)
    ]
