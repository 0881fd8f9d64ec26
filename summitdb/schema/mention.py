"""Provenance: which record of which article stands behind which row, and the characters behind each value."""

from __future__ import annotations

from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.schema.base import Base, Count, Id, Number, OptionalCount, OptionalText, Text, one_of

FoldedTable = Literal["summit", "agreement", "statement", "corridor", "organization", "person"]
FOLDED: tuple[FoldedTable, ...] = get_args(FoldedTable)
WeighedTable = Literal["corridor", "organization", "person"]
Why = Literal["correction", "coding", "publishers", "latest", "order"]


def row(table: FoldedTable, when_deleted: Literal["CASCADE", "SET NULL"]) -> Mapped[int | None]:
    """A column that points to the row of `table`, where `table_name` names that table."""
    return mapped_column(
        sa.ForeignKey(f"{table}.id", ondelete=when_deleted), comment=f"The {table}, where table_name says {table}"
    )


def row_constraints(table: str) -> tuple[sa.CheckConstraint | sa.Index, ...]:
    """CHECK that only the column named by `table_name` points anywhere; an index per column over the rows using it."""
    check = " AND ".join(f"({name}_id IS NULL OR table_name = '{name}')" for name in FOLDED)
    return (
        sa.CheckConstraint(check, name="row"),
        *(
            sa.Index(f"ix_{table}_{name}_id", f"{name}_id", sqlite_where=used, postgresql_where=used)
            for name in FOLDED
            for used in (sa.text(f"{name}_id IS NOT NULL"),)
        ),
    )


class Mention(Base):
    __tablename__ = "mention"
    __table_args__ = (
        one_of("table_name", FoldedTable),
        sa.UniqueConstraint("record_file_id", "table_name", "position"),
        *row_constraints("mention"),
        {"comment": "One record of one record file, and the row into which it is folded"},
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(sa.ForeignKey("article.id", ondelete="CASCADE"), comment="The article", index=True)
    record_file_id: Mapped[int] = mapped_column(sa.ForeignKey("record_file.id", ondelete="CASCADE"), comment="The record file")
    table_name: Mapped[Text] = mapped_column(comment="Table into which it is folded")
    position: Mapped[Count] = mapped_column(comment="Position in the record file's list of that kind, from 0")
    main: Mapped[bool] = mapped_column(sa.Boolean, comment="Whether the article is about this (summits; else true)")
    content: Mapped[Text] = mapped_column(comment="The record without its evidence, JSON")
    summit_id: Mapped[int | None] = row("summit", "SET NULL")
    agreement_id: Mapped[int | None] = row("agreement", "SET NULL")
    statement_id: Mapped[int | None] = row("statement", "SET NULL")
    corridor_id: Mapped[int | None] = row("corridor", "SET NULL")
    organization_id: Mapped[int | None] = row("organization", "SET NULL")
    person_id: Mapped[int | None] = row("person", "SET NULL")


class MentionKey(Base):
    __tablename__ = "mention_key"
    __table_args__ = (
        sa.Index("ix_mention_key_key_first_day_last_day_mention_id", "key", "first_day", "last_day", "mention_id"),
        {"comment": "What a mention could share with another: mentions with a key and days in common form a block"},
    )

    mention_id: Mapped[int] = mapped_column(
        sa.ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True, comment="The mention"
    )
    key: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="Countries, gathering, parties, words or name")
    first_day: Mapped[Count] = mapped_column(comment="First day it may concern, days since 0000-12-31")
    last_day: Mapped[Count] = mapped_column(comment="Last day it may concern, days since 0000-12-31")


class Evidence(Base):
    __tablename__ = "evidence"
    __table_args__ = (
        sa.CheckConstraint('"start" >= 0 AND "end" > "start"', name="span"),
        sa.CheckConstraint('("start" IS NULL) = ("end" IS NULL)', name="both_ends"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        {"comment": "The characters of an article behind one value of one mention"},
    )

    id: Mapped[Id]
    mention_id: Mapped[int] = mapped_column(
        sa.ForeignKey("mention.id", ondelete="CASCADE"), comment="The mention, which points to the row", index=True
    )
    article_id: Mapped[int] = mapped_column(sa.ForeignKey("article.id", ondelete="CASCADE"), comment="The article", index=True)
    field: Mapped[Text] = mapped_column(comment="Path of the value in its row, as in city or countries/AZ")
    value: Mapped[Text] = mapped_column(comment="The value, as text")
    start: Mapped[OptionalCount] = mapped_column(
        comment="First character, counted from 0 in article.body; null where a coder gave none"
    )
    end: Mapped[OptionalCount] = mapped_column(comment="One past the last character")
    rule: Mapped[Text] = mapped_column(comment="Rule that found it, or coding by a person")
    confidence: Mapped[Number] = mapped_column(comment="Measured precision of that rule, 0 to 1")


class ContestedValue(Base):
    __tablename__ = "contested_value"
    __table_args__ = (
        one_of("table_name", FoldedTable),
        one_of("why", Why),
        *row_constraints("contested_value"),
        {"comment": "A value of a field on which articles disagree"},
    )

    id: Mapped[Id]
    table_name: Mapped[Text] = mapped_column(comment="Table of the row")
    field: Mapped[Text] = mapped_column(comment="Path of the value in its row, as in evidence.field")
    value: Mapped[Text] = mapped_column(comment="One of the values, as in evidence.value")
    won: Mapped[bool] = mapped_column(sa.Boolean, comment="Whether the row holds this value")
    why: Mapped[OptionalText] = mapped_column(
        comment="What decided for it: a correction, a person's coding, more publishers, the latest article, fixed order"
    )
    publishers: Mapped[Count] = mapped_column(comment="Independent publishers that give this value")
    summit_id: Mapped[int | None] = row("summit", "CASCADE")
    agreement_id: Mapped[int | None] = row("agreement", "CASCADE")
    statement_id: Mapped[int | None] = row("statement", "CASCADE")
    corridor_id: Mapped[int | None] = row("corridor", "CASCADE")
    organization_id: Mapped[int | None] = row("organization", "CASCADE")
    person_id: Mapped[int | None] = row("person", "CASCADE")


class Support(Base):
    __tablename__ = "support"
    __table_args__ = (
        one_of("table_name", WeighedTable),
        *(
            sa.Index(f"ix_support_{name}_id_field", f"{name}_id", "field", sqlite_where=used, postgresql_where=used)
            for name in get_args(WeighedTable)
            for used in (sa.text(f"{name}_id IS NOT NULL"),)
        ),
        {"comment": "Who gives a corridor, organization or person a value: counted from the evidence, for speed"},
    )

    id: Mapped[Id]
    table_name: Mapped[Text] = mapped_column(comment="Table of the row")
    field: Mapped[Text] = mapped_column(comment="Path of the value in its row, as in evidence.field")
    value: Mapped[Text] = mapped_column(comment="The value, as in evidence.value")
    publisher: Mapped[Text] = mapped_column(comment="Publisher in lower case, else host of the address, else empty")
    day: Mapped[Text] = mapped_column(comment="Day of the publisher's latest article that gives it, or empty")
    coded: Mapped[bool] = mapped_column(sa.Boolean, comment="Whether a person coded it")
    corridor_id: Mapped[int | None] = row("corridor", "CASCADE")
    organization_id: Mapped[int | None] = row("organization", "CASCADE")
    person_id: Mapped[int | None] = row("person", "CASCADE")
