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
from summitdb.errors import UsageError
from summitdb.schema import Article, RecordFile
from summitdb.store.rows import chunks

# The share of the words of the shorter of two texts that versions of one article have in common at least.
LEAST_IN_COMMON = 0.4


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
    """What the ledger has of an article: its row, its key, the hash of its content, the day against which its dates were
    resolved."""

    id: int
    key: str
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


def known(connection: sa.Connection, texts: Collection[Text]) -> dict[str, Known]:
    """What the ledger has of these articles, by their keys. An article that is there only because someone coded it, and
    has no text yet, is found by its external_id too."""
    found: dict[str, Known] = {}
    by_key = {article_key(text): text for text in texts}
    for some in chunks(sorted(by_key)):
        found.update((row.key, _known(row)) for row in connection.execute(_known_query().where(Article.key.in_(some))))
    unknown = {text.external_id: key for key, text in by_key.items() if key not in found}
    for some in chunks(sorted(unknown)):
        of_these = Article.external_id.in_(some), Article.body == ""
        for row in connection.execute(_known_query().where(*of_these)):
            found[unknown[row.external_id]] = _known(row)
    return found


def _known_query() -> Any:
    reference = sa.func.min(RecordFile.reference_on).label("reference")
    columns = Article.id, Article.key, Article.external_id, Article.content_hash
    query = sa.select(*columns, reference).outerjoin(RecordFile, RecordFile.article_id == Article.id)
    return query.group_by(*columns)


def _known(row: Any) -> Known:
    return Known(row.id, row.key, row.content_hash, date.fromisoformat(row.reference) if row.reference else None)


def is_other_text(connection: sa.Connection, article: int, text: Text) -> bool:
    """Whether the text stored of an article has so few words in common with this one that they can hardly be versions of one
    article."""
    before = set((connection.scalar(sa.select(Article.body).where(Article.id == article)) or "").casefold().split())
    now = set(text.body.casefold().split())
    return bool(before) and len(before & now) < LEAST_IN_COMMON * min(len(before), len(now))


def coded_article(connection: sa.Connection, text: Text) -> tuple[int | None, int]:
    """The article that a record file codes, found by its URL or else by its external_id, and the length of its text; None
    if it is not there. Raises UsageError if several articles have that external_id."""
    same = Article.key == article_key(text) if text.url else Article.external_id == text.external_id
    found = connection.execute(sa.select(Article.id, sa.func.length(Article.body).label("length")).where(same)).all()
    if len(found) > 1:
        raise UsageError(f"several articles are called {text.external_id}", "give the record file the article's url")
    return (found[0].id, found[0].length) if found else (None, 0)


def has_coding(connection: sa.Connection, article: int, coder: str, content: str) -> bool:
    """Whether just this coding is there."""
    query = sa.select(RecordFile.content).where(*_coding(article, coder))
    return connection.scalar(query) == content


def drop_coding(connection: sa.Connection, article: int, coder: str) -> None:
    """Delete what this coder coded of an article before."""
    connection.execute(sa.delete(RecordFile).where(*_coding(article, coder)))


def _coding(article: int, coder: str) -> tuple[Any, ...]:
    return RecordFile.article_id == article, RecordFile.kind == "coding", RecordFile.author == coder


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


def drop_extraction(connection: sa.Connection, article: int) -> None:
    """Delete what was extracted from an article."""
    connection.execute(sa.delete(RecordFile).where(RecordFile.article_id == article, RecordFile.kind == "extraction"))


def strip_codings(connection: sa.Connection, article: int) -> None:
    """Take the evidence out of what people coded of an article whose text has changed: it points into the old text."""
    of_article = RecordFile.article_id == article, RecordFile.kind == "coding"
    for row in connection.execute(sa.select(RecordFile.id, RecordFile.content).where(*of_article)).all():
        file: records.RecordFile = records.decode(row.content)
        for _, _, record in file.records():
            record.evidence = []
        connection.execute(sa.update(RecordFile).where(RecordFile.id == row.id).values(content=records.encode(file)))


def text_of(row: Any) -> Text:
    """An article as stored, as what readers return."""
    text = Text(external_id=row.external_id, body=row.body, title=row.title, publisher=row.publisher, url=row.url)
    published_on = date.fromisoformat(row.published_on) if row.published_on else None
    return replace(text, published_on=published_on, language=row.language)
