"""Corridors: transport, energy and trade links between countries, with their figures."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.records import CapacityKind, CorridorStatus, Mode, Unit
from summitdb.schema.base import (
    COUNTRY,
    Base,
    Country,
    Id,
    Number,
    OptionalNumber,
    OptionalText,
    PartialDate,
    Precision,
    Slug,
    Text,
    one_of,
    partial_date,
)


class Corridor(Base):
    __tablename__ = "corridor"
    __table_args__ = (
        one_of("status", CorridorStatus),
        *partial_date("completes_on"),
        {"comment": "A transport, energy or trade link between countries"},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    name: Mapped[Text] = mapped_column(comment="Canonical English name")
    status: Mapped[OptionalText] = mapped_column(comment="Operating, under construction, planned ...")
    cost: Mapped[OptionalNumber] = mapped_column(comment="Cost, in units of currency")
    currency: Mapped[OptionalText] = mapped_column(comment="Currency of cost, ISO 4217")
    completes_on: Mapped[PartialDate] = mapped_column(comment="When it is to be complete")
    completes_on_precision: Mapped[Precision]


def _corridor() -> Mapped[int]:
    return mapped_column(sa.ForeignKey("corridor.id", ondelete="CASCADE"), primary_key=True, comment="The corridor")


class CorridorMode(Base):
    __tablename__ = "corridor_mode"
    __table_args__ = (one_of("mode", Mode), {"comment": "A mode of transport or transmission of a corridor"})

    corridor_id: Mapped[int] = _corridor()
    mode: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="The mode", index=True)


class CorridorCountry(Base):
    __tablename__ = "corridor_country"
    __table_args__ = ({"comment": "A country that a corridor links"},)

    corridor_id: Mapped[int] = _corridor()
    country: Mapped[Country] = mapped_column(primary_key=True, comment=COUNTRY, index=True)


class CorridorCapacity(Base):
    __tablename__ = "corridor_capacity"
    __table_args__ = (
        one_of("unit", Unit),
        one_of("kind", CapacityKind),
        {"comment": "A figure of a corridor: what it carries now or is meant to carry"},
    )

    corridor_id: Mapped[int] = _corridor()
    unit: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="Unit of value")
    kind: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="current or target")
    value: Mapped[Number] = mapped_column(comment="The figure, in unit")
