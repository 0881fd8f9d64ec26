"""Mentions as read back from the database: the input of identity."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec
import sqlalchemy as sa

from summitdb.fold.mention import TYPES
from summitdb.records import Record
from summitdb.schema import Article, Mention
from summitdb.store.rows import chunks

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Stored(Generic[AnyRecord]):
    """A mention, its record, and what its article says of itself. `row` is the row it was last folded into."""

    id: int
    record: AnyRecord
    article: str
    file: int
    position: int
    publisher: str
    published_on: str | None
    main: bool
    row: int | None

    @property
    def order(self) -> tuple[str, str, int]:
        """A sort key that does not depend on the order of loading."""
        return (self.published_on or "9999", self.article, self.position)


def publisher_of(publisher: str | None, url: str | None) -> str:
    """What tells independent publishers apart: the name, else the host of the address; unknown ones count as one."""
    if publisher:
        return " ".join(publisher.casefold().split())
    return url.partition("//")[2].partition("/")[0].removeprefix("www.").casefold() if url else ""


def stored(connection: sa.Connection, table: str, ids: Collection[int]) -> Iterator[Stored[Record]]:
    """The mentions with these ids, all of one table."""
    decoder = msgspec.json.Decoder(TYPES[table])
    for some in chunks(sorted(ids)):
        query = (
            sa.select(
                Mention.id, Mention.content, Article.key, Mention.record_file_id, Mention.position, Article.publisher,
                Article.url, Article.published_on, Mention.main, Mention.__table__.c[f"{table}_id"].label("row"),
            )
            .join(Article, Article.id == Mention.article_id)
            .where(Mention.id.in_(some))
        )  # fmt: skip
        for item in connection.execute(query):
            yield Stored(
                id=item.id,
                record=decoder.decode(item.content),
                article=item.key,
                file=item.record_file_id,
                position=item.position,
                publisher=publisher_of(item.publisher, item.url),
                published_on=item.published_on,
                main=item.main,
                row=item.row,
            )
