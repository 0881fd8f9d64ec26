"""The ledger: which articles and record files there are, and what a load adds to them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
import sqlalchemy as sa

from summitdb import records
from summitdb.articles.model import Article as Text
from summitdb.schema import Article, RecordFile
from summitdb.store.rows import chunks


@dataclass(frozen=True, slots=True)
class Entry:
    """What a load brings: an article, and for a text that is extracted from or coded its record file.

    `kind` is extraction or coding, `author` the engine or coder, `version` the engine's."""

    text: Text
    content: str | None
    kind: str
    author: str
    version: str
    reference: date


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger has of an article: its row, the hash of its content, the day against which its dates were
    resolved."""

    id: int
    content_hash: str
    reference: date | None


def now() -> str:
    """The time, UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def article_key(text: Text) -> str:
    """What identifies an article: its URL, else its publisher and external_id, else its external_id."""
    if text.url:
        parts = urlsplit(text.url.strip())
        return parts._replace(scheme="", netloc=parts.netloc.lower(), fragment="").geturl().removeprefix("//").rstrip("/")
    return f"{text.publisher}/{text.external_id}" if text.publisher else text.external_id


def content_hash(text: Text) -> str:
    """SHA-256 of all that is stored of an article."""
    return hashlib.sha256(msgspec.json.encode(_columns(text))).hexdigest()


def _columns(text: Text) -> dict[str, str | None]:
    return {
        "external_id": text.external_id,
        "url": text.url,
        "publisher": text.publisher,
        "published_on": text.published_on.isoformat() if text.published_on else None,
        "language": text.language,
        "title": text.title,
        "body": text.body,
    }


def known(connection: sa.Connection, keys: Collection[str]) -> dict[str, Known]:
    """What the ledger has of the articles with these keys."""
    query = sa.select(Article.id, Article.key, Article.content_hash, sa.func.min(RecordFile.reference_on).label("reference"))
    query = query.outerjoin(RecordFile, RecordFile.article_id == Article.id)
    query = query.group_by(Article.id, Article.key, Article.content_hash)
    return {
        row.key: Known(row.id, row.content_hash, date.fromisoformat(row.reference) if row.reference else None)
        for some in chunks(sorted(keys))
        for row in connection.execute(query.where(Article.key.in_(some)))
    }


def put_article(connection: sa.Connection, text: Text, before: Known | None) -> int:
    """Store an article, over the version that was there before; returns its row."""
    columns = {**_columns(text), "key": article_key(text), "content_hash": content_hash(text), "loaded_at": now()}
    if before:
        connection.execute(sa.update(Article).where(Article.id == before.id).values(columns))
        return before.id
    return connection.scalars(sa.insert(Article).returning(Article.id), [columns]).one()


def put_record_file(connection: sa.Connection, article: int, entry: Entry) -> int:
    """Store a record file of an article; returns its row. One of the same kind and author must not be there."""
    columns = {
        "article_id": article,
        "kind": entry.kind,
        "author": entry.author,
        "version": entry.version,
        "reference_on": entry.reference.isoformat(),
        "content": entry.content,
    }
    return connection.scalars(sa.insert(RecordFile).returning(RecordFile.id), [columns]).one()


def record_files(connection: sa.Connection, articles: Collection[int]) -> dict[int, list[Any]]:
    """The record files (id, article_id, kind, author) of articles, by article."""
    found: dict[int, list[Any]] = {article: [] for article in articles}
    columns = RecordFile.id, RecordFile.article_id, RecordFile.kind, RecordFile.author
    for some in chunks(sorted(articles)):
        for row in connection.execute(sa.select(*columns).where(RecordFile.article_id.in_(some)).order_by(RecordFile.id)):
            found[row.article_id].append(row)
    return found


def effective(files: Sequence[Any]) -> set[int]:
    """Which of an article's record files count: what people coded, or else what was extracted."""
    coded = {file.id for file in files if file.kind == "coding"}
    return coded or {file.id for file in files}


def drop_extractions(connection: sa.Connection, article: int) -> None:
    """Delete what was extracted from the earlier version of an article; of people's codings of it only the evidence goes,
    since it points into that version."""
    extractions = RecordFile.article_id == article, RecordFile.kind == "extraction"
    connection.execute(sa.delete(RecordFile).where(*extractions))
    for row in connection.execute(sa.select(RecordFile.id, RecordFile.content).where(RecordFile.article_id == article)).all():
        file: records.RecordFile = records.decode(row.content)
        for _, _, record in file.records():
            record.evidence = []
        connection.execute(sa.update(RecordFile).where(RecordFile.id == row.id).values(content=records.encode(file)))


def text_of(row: Any) -> Text:
    """An article as stored, as what readers return."""
    text = Text(external_id=row.external_id, body=row.body, title=row.title, publisher=row.publisher, url=row.url)
    published_on = date.fromisoformat(row.published_on) if row.published_on else None
    return replace(text, published_on=published_on, language=row.language)
