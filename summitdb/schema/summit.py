"""Summits: meetings, visits, calls and conferences, with who took part and what they spoke about."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.records import Format, Office, SummitStatus, Topic
from summitdb.schema.base import (
    COUNTRY,
    Base,
    Country,
    Id,
    OptionalCountry,
    OptionalText,
    PartialDate,
    Precision,
    Slug,
    Text,
    one_of,
    partial_date,
)


class Summit(Base):
    __tablename__ = "summit"
    __table_args__ = (
        one_of("format", Format),
        one_of("status", SummitStatus),
        *partial_date("starts_on"),
        *partial_date("ends_on"),
        {"comment": "A meeting, visit, call or conference between states, or of a state and an organization"},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    name: Mapped[OptionalText] = mapped_column(comment="Its own name, as in 16th BRICS Summit")
    format: Mapped[Text] = mapped_column(comment="Kind of meeting")
    status: Mapped[Text] = mapped_column(comment="Whether it was held, is planned, was called off")
    starts_on: Mapped[PartialDate] = mapped_column(comment="First day: YYYY-MM-DD, YYYY-MM or YYYY", index=True)
    starts_on_precision: Mapped[Precision]
    ends_on: Mapped[PartialDate] = mapped_column(comment="Last day, if it lasted longer than one")
    ends_on_precision: Mapped[Precision]
    place_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("place.id"), comment="City or other place where it was held", index=True
    )
    country: Mapped[OptionalCountry] = mapped_column(comment="Host country, ISO 3166-1 alpha-2", index=True)
    organization_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("organization.id", ondelete="SET NULL"), comment="Organization whose gathering it is", index=True
    )
    parent_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("summit.id", ondelete="SET NULL"), comment="Gathering on whose sidelines it was held", index=True
    )


def _summit() -> Mapped[int]:
    return mapped_column(sa.ForeignKey("summit.id", ondelete="CASCADE"), primary_key=True, comment="The summit")


class SummitCountry(Base):
    __tablename__ = "summit_country"
    __table_args__ = ({"comment": "A country that took part in a summit"},)

    summit_id: Mapped[int] = _summit()
    country: Mapped[Country] = mapped_column(primary_key=True, comment=COUNTRY, index=True)


class SummitParticipant(Base):
    __tablename__ = "summit_participant"
    __table_args__ = (
        one_of("office", Office),
        sa.Index("ix_summit_participant_person_id_country", "person_id", "country"),
        {"comment": "A person named as taking part in a summit"},
    )

    summit_id: Mapped[int] = _summit()
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), primary_key=True, comment="The person")
    country: Mapped[OptionalCountry] = mapped_column(comment="Country represented, ISO 3166-1 alpha-2", index=True)
    office: Mapped[OptionalText] = mapped_column(comment="Office held then")


class SummitTopic(Base):
    __tablename__ = "summit_topic"
    __table_args__ = (one_of("topic", Topic), {"comment": "A subject spoken about at a summit"})

    summit_id: Mapped[int] = _summit()
    topic: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="The subject", index=True)
