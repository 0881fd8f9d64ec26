"""Reading the claims of rows back from the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from summitdb.fold.claims import Claim
from summitdb.fold.stored import publisher_of
from summitdb.schema import Article, Evidence, Mention, RecordFile
from summitdb.store.rows import chunks

_COLUMNS = (
    Evidence.field, Evidence.value, Evidence.article_id, Article.publisher, Article.url, Article.published_on, RecordFile.kind
)  # fmt: skip


def claims_of_mentions(connection: sa.Connection, mentions: Collection[int]) -> dict[int, list[Claim]]:
    """What each of the mentions claims."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for some in chunks(sorted(mentions)):
        for row in connection.execute(_select(Mention.id).where(Mention.id.in_(some)).distinct()):
            found[row.id].append(_claim(row))
    return found


def claims_of_rows(
    connection: sa.Connection, table: str, rows: Collection[int], fields: Collection[str]
) -> dict[int, list[Claim]]:
    """What all mentions of each of the rows claim of the fields."""
    pointer = Mention.__table__.c[f"{table}_id"]
    found: dict[int, list[Claim]] = defaultdict(list)
    for some in chunks(sorted(fields)):
        query = _select(pointer.label("row")).where(pointer.in_(sorted(rows)), Evidence.field.in_(some)).distinct()
        for row in connection.execute(query):
            found[row.row].append(_claim(row))
    return found


def _select(*first: Any) -> sa.Select[Any]:
    return (
        sa.select(*first, *_COLUMNS)
        .select_from(Mention)
        .join(Evidence, Evidence.mention_id == Mention.id)
        .join(Article, Article.id == Evidence.article_id)
        .join(RecordFile, RecordFile.id == Mention.record_file_id)
    )


def _claim(row: Any) -> Claim:
    return Claim(
        field=row.field,
        value=row.value,
        article=row.article_id,
        publisher=publisher_of(row.publisher, row.url),
        day=row.published_on or "",
        coded=row.kind == "coding",
    )
