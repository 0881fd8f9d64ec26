"""The ledger: articles and their record files; beside it what was loaded and migrated when."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.schema.base import (
    Base,
    Count,
    Day,
    Id,
    OptionalDay,
    OptionalText,
    OptionalTimestamp,
    Text,
    Timestamp,
    day,
    one_of,
)

RecordKind = Literal["extraction", "coding"]


class Article(Base):
    __tablename__ = "article"
    __table_args__ = (day("published_on"), {"comment": "A news text as loaded"})

    id: Mapped[Id]
    key: Mapped[Text] = mapped_column(unique=True, comment="Identity: the URL, else publisher and external_id, else external_id")
    external_id: Mapped[Text] = mapped_column(
        index=True, comment="Identifier given by the input: a file's stem, the id of a JSON object or CSV row"
    )
    url: Mapped[OptionalText] = mapped_column(comment="Web address")
    publisher: Mapped[OptionalText] = mapped_column(comment="Publisher or news agency")
    published_on: Mapped[OptionalDay] = mapped_column(comment="Day of publication, YYYY-MM-DD", index=True)
    language: Mapped[OptionalText] = mapped_column(comment="ISO 639-1 code; only English is extracted from")
    title: Mapped[OptionalText] = mapped_column(comment="Headline")
    body: Mapped[Text] = mapped_column(comment="Whole normalised text, title line first; evidence points into it")
    content_hash: Mapped[Text] = mapped_column(comment="SHA-256 of text and metadata; tells changed from unchanged")
    loaded_at: Mapped[Timestamp] = mapped_column(comment="When this version was first loaded, UTC, ISO 8601")


class RecordFile(Base):
    __tablename__ = "record_file"
    __table_args__ = (
        one_of("kind", RecordKind),
        day("reference_on"),
        sa.UniqueConstraint("article_id", "kind", "author"),
        {"comment": "What an engine extracted from an article, or a person coded"},
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(sa.ForeignKey("article.id", ondelete="CASCADE"), comment="The article")
    kind: Mapped[Text] = mapped_column(comment="extraction by an engine, or coding by a person, which outranks it")
    author: Mapped[Text] = mapped_column(comment="Name of the engine or of the coder")
    version: Mapped[Text] = mapped_column(comment="Version of the engine; empty for a coder")
    reference_on: Mapped[Day] = mapped_column(
        comment="Day against which relative dates were resolved, kept so that a rebuild gives the same"
    )
    content: Mapped[Text] = mapped_column(comment="The record file, JSON")


class LoadRun(Base):
    __tablename__ = "load_run"
    __table_args__ = ({"comment": "One run of load, remove or rebuild"},)

    id: Mapped[Id]
    command: Mapped[Text] = mapped_column(comment="What was run: load, remove, rebuild")
    started_at: Mapped[Timestamp] = mapped_column(comment="Start, UTC, ISO 8601")
    finished_at: Mapped[OptionalTimestamp] = mapped_column(comment="End, UTC, ISO 8601; null if it was interrupted")
    version: Mapped[Text] = mapped_column(comment="Version of SummitDB")
    engine: Mapped[OptionalText] = mapped_column(comment="Extraction engine")
    engine_version: Mapped[OptionalText] = mapped_column(comment="Version of the engine; null where it is not known")
    new: Mapped[Count] = mapped_column(comment="Articles not seen before")
    changed: Mapped[Count] = mapped_column(comment="Articles that replaced an earlier version")
    unchanged: Mapped[Count] = mapped_column(comment="Articles already there")
    failed: Mapped[Count] = mapped_column(comment="Inputs that could not be loaded")


class SchemaChange(Base):
    __tablename__ = "schema_change"
    __table_args__ = ({"comment": "Each migration of this database, and the release of SummitDB that made it"},)

    id: Mapped[Id]
    revision: Mapped[Text] = mapped_column(comment="Revision of the schema afterwards; empty when nothing is left")
    version: Mapped[Text] = mapped_column(comment="Version of SummitDB that knows this revision")
    made_at: Mapped[Timestamp] = mapped_column(comment="When, UTC, ISO 8601")
