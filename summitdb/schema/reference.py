"""Countries, places and persons: what the five tables point to."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from summitdb.schema.base import Base, Id, OptionalCountry, OptionalNumber, OptionalText, Slug, Text, country_shape


class Country(Base):
    __tablename__ = "country"
    __table_args__ = (country_shape("code"), {"comment": "A state or territory, from the gazetteer"})

    code: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="ISO 3166-1 alpha-2 code; XK for Kosovo")
    name: Mapped[Text] = mapped_column(comment="Short English name")
    gazetteer_name: Mapped[OptionalText] = mapped_column(
        comment="What the gazetteer called it last; name differs where people changed it"
    )


class Place(Base):
    __tablename__ = "place"
    __table_args__ = (
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        {"comment": "A city or other place where summits are held"},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    name: Mapped[Text] = mapped_column(comment="English name")
    country: Mapped[OptionalCountry] = mapped_column(comment="Country it lies in, ISO 3166-1 alpha-2", index=True)
    latitude: Mapped[OptionalNumber] = mapped_column(comment="Degrees north, WGS 84; from the gazetteer")
    longitude: Mapped[OptionalNumber] = mapped_column(comment="Degrees east, WGS 84; from the gazetteer")


class Person(Base):
    __tablename__ = "person"
    __table_args__ = (
        sa.UniqueConstraint("key", "country"),
        {"comment": "Someone who takes part in a summit or is quoted"},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    key: Mapped[Text] = mapped_column(
        comment="Name without accents and variants of spelling, by which mentions are recognised as the same person"
    )
    name: Mapped[Text] = mapped_column(comment="Full name as most publishers write it")
    country: Mapped[OptionalCountry] = mapped_column(comment="Country represented, ISO 3166-1 alpha-2", index=True)
