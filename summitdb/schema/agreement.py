"""Agreements: documents and deals, with their parties and sectors."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.records import AgreementKind, AgreementStatus, Topic
from summitdb.schema.base import (
    COUNTRY,
    Base,
    Country,
    Id,
    OptionalCount,
    OptionalNumber,
    OptionalText,
    PartialDate,
    Precision,
    Slug,
    Text,
    one_of,
    partial_date,
)


class Agreement(Base):
    __tablename__ = "agreement"
    __table_args__ = (
        one_of("kind", AgreementKind),
        one_of("status", AgreementStatus),
        *partial_date("date"),
        {"comment": "A document or deal between states"},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    title: Mapped[Text] = mapped_column(comment="Short name as most publishers give it")
    kind: Mapped[Text] = mapped_column(comment="Kind of document")
    status: Mapped[Text] = mapped_column(comment="Signed, planned, in force ...")
    date: Mapped[PartialDate] = mapped_column(comment="Day it was signed, issued or agreed", index=True)
    date_precision: Mapped[Precision]
    count: Mapped[OptionalCount] = mapped_column(comment="Number of documents in a package")
    amount: Mapped[OptionalNumber] = mapped_column(comment="Sum of money, in units of currency")
    currency: Mapped[OptionalText] = mapped_column(comment="Currency of amount, ISO 4217")
    summit_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("summit.id", ondelete="SET NULL"),
        comment="Summit at which it was made: the main one, between its parties, of the articles that tell of it",
        index=True,
    )


def _agreement() -> Mapped[int]:
    return mapped_column(sa.ForeignKey("agreement.id", ondelete="CASCADE"), primary_key=True, comment="The agreement")


class AgreementParty(Base):
    __tablename__ = "agreement_party"
    __table_args__ = ({"comment": "A state that is party to an agreement"},)

    agreement_id: Mapped[int] = _agreement()
    country: Mapped[Country] = mapped_column(primary_key=True, comment=COUNTRY, index=True)


class AgreementSector(Base):
    __tablename__ = "agreement_sector"
    __table_args__ = (one_of("sector", Topic), {"comment": "A sector that an agreement is about"})

    agreement_id: Mapped[int] = _agreement()
    sector: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="The sector", index=True)
