"""Statements: what was said, by whom, and about what."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.records import Stance, StatementKind, Topic
from summitdb.schema.base import Base, Id, OptionalCountry, OptionalText, Slug, Text, one_of


class Statement(Base):
    __tablename__ = "statement"
    __table_args__ = (
        one_of("kind", StatementKind),
        one_of("stance", Stance),
        sa.Index("ix_statement_speaker_id_speaker_country", "speaker_id", "speaker_country"),
        {"comment": "A direct quotation, a reported statement, or what a joint document says"},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    kind: Mapped[Text] = mapped_column(comment="direct, indirect or joint")
    text: Mapped[Text] = mapped_column(comment="The words as the best-supported article has them")
    speaker_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), comment="The speaker")
    speaker_country: Mapped[OptionalCountry] = mapped_column(comment="Country spoken for, ISO 3166-1 alpha-2", index=True)
    speaker_organization: Mapped[OptionalText] = mapped_column(
        comment="Organization spoken for, or office or outlet of an unnamed speaker"
    )
    stance: Mapped[OptionalText] = mapped_column(comment="Attitude taken: supports, opposes ...")
    summit_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("summit.id", ondelete="SET NULL"),
        comment="Summit in whose coverage it was said: the main one of the articles that have it",
        index=True,
    )


class StatementTopic(Base):
    __tablename__ = "statement_topic"
    __table_args__ = (one_of("topic", Topic), {"comment": "A subject of a statement"})

    statement_id: Mapped[int] = mapped_column(
        sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True, comment="The statement"
    )
    topic: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="The subject", index=True)
