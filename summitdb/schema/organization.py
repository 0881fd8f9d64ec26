"""Organizations, and where countries stand in them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.records import Modality, RelationStatus
from summitdb.schema.base import COUNTRY, Base, Country, Id, OptionalCountry, OptionalText, Slug, Text, one_of


class Organization(Base):
    __tablename__ = "organization"
    __table_args__ = ({"comment": "An intergovernmental organization or grouping"},)

    id: Mapped[Id]
    slug: Mapped[Slug]
    name: Mapped[Text] = mapped_column(comment="Canonical English name")
    acronym: Mapped[OptionalText] = mapped_column(comment="Usual acronym")


class OrganizationRelation(Base):
    __tablename__ = "organization_relation"
    __table_args__ = (
        one_of("status", RelationStatus),
        one_of("modality", Modality),
        {"comment": "How a country stands, or seeks to stand, in an organization"},
    )

    organization_id: Mapped[int] = mapped_column(
        sa.ForeignKey("organization.id", ondelete="CASCADE"), primary_key=True, comment="The organization"
    )
    country: Mapped[Country] = mapped_column(primary_key=True, comment=COUNTRY, index=True)
    status: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="member, observer, dialogue_partner ...")
    modality: Mapped[str] = mapped_column(
        sa.Text, primary_key=True, comment="Whether it has that status, seeks it, is invited to it ..."
    )
    by_country: Mapped[OptionalCountry] = mapped_column(comment="Country that supports, opposes or invites", index=True)
