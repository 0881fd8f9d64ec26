"""People's decisions about rows: part of the ledger, kept in terms of what they are about."""

from __future__ import annotations

from typing import Literal

from sqlalchemy.orm import Mapped, mapped_column

from summitdb.schema.base import Base, Id, OptionalText, OptionalTimestamp, Text, Timestamp, one_of
from summitdb.schema.mention import FoldedTable, row, row_constraints

Action = Literal["correct", "merge", "split", "reject", "accept", "note"]


class Correction(Base):
    __tablename__ = "correction"
    __table_args__ = (
        one_of("table_name", FoldedTable),
        one_of("action", Action),
        *row_constraints("correction"),
        {"comment": "A person's decision about a row; outranks every extraction and survives rebuilds"},
    )

    id: Mapped[Id]
    key: Mapped[Text] = mapped_column(unique=True, comment="Identity across databases: hash of what was decided and when")
    table_name: Mapped[Text] = mapped_column(comment="Table of the row")
    slug: Mapped[Text] = mapped_column(comment="Slug of the row when the decision was made")
    action: Mapped[Text] = mapped_column(comment="What was decided")
    field: Mapped[OptionalText] = mapped_column(comment="Path of the corrected value, as in evidence.field")
    value: Mapped[OptionalText] = mapped_column(comment="Corrected value; null removes it")
    target: Mapped[Text] = mapped_column(
        comment="What the row is about (its records and articles), JSON: finds it again when rows are rebuilt"
    )
    author: Mapped[Text] = mapped_column(comment="Who decided")
    made_at: Mapped[Timestamp] = mapped_column(comment="When, UTC, ISO 8601")
    reason: Mapped[OptionalText] = mapped_column(comment="Why")
    undone_by: Mapped[OptionalText] = mapped_column(comment="Who took it back, if anyone did")
    undone_at: Mapped[OptionalTimestamp] = mapped_column(comment="When it was taken back, UTC, ISO 8601")
    summit_id: Mapped[int | None] = row("summit", "SET NULL")
    agreement_id: Mapped[int | None] = row("agreement", "SET NULL")
    statement_id: Mapped[int | None] = row("statement", "SET NULL")
    corridor_id: Mapped[int | None] = row("corridor", "SET NULL")
    organization_id: Mapped[int | None] = row("organization", "SET NULL")
    person_id: Mapped[int | None] = row("person", "SET NULL")
    path: Mapped[OptionalText] = mapped_column(
        comment="Path of the corrected value in the row as it is now: field, unless a participant has become another person"
    )
