"""Countries, places and persons."""

import sqlalchemy as sa
from alembic import op

revision = "0002_reference"
down_revision = "0001_ledger"


def upgrade() -> None:
    op.create_table(
        "country",
        sa.Column("code", sa.Text(), nullable=False, comment="ISO 3166-1 alpha-2 code; XK for Kosovo"),
        sa.Column("name", sa.Text(), nullable=False, comment="Short English name"),
        sa.CheckConstraint("length(code) = 2 AND code = upper(code)", name=op.f("ck_country_code")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_country")),
        comment="A state or territory, from the gazetteer",
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column(
            "key",
            sa.Text(),
            nullable=False,
            comment="Name without accents and variants of spelling, by which mentions are recognised as the same person",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="Full name as most publishers write it"),
        sa.Column("country", sa.Text(), nullable=True, comment="Country represented, ISO 3166-1 alpha-2"),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_person_country")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("key", "country", name=op.f("uq_person_key_country")),
        sa.UniqueConstraint("slug", name=op.f("uq_person_slug")),
        comment="Someone who takes part in a summit or is quoted",
    )
    op.create_index(op.f("ix_person_country"), "person", ["country"], unique=False)
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column("name", sa.Text(), nullable=False, comment="English name"),
        sa.Column("country", sa.Text(), nullable=True, comment="Country it lies in, ISO 3166-1 alpha-2"),
        sa.Column("latitude", sa.Double(), nullable=True, comment="Degrees north, WGS 84; from the gazetteer"),
        sa.Column("longitude", sa.Double(), nullable=True, comment="Degrees east, WGS 84; from the gazetteer"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_place_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_place_longitude")),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_place_country")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("slug", name=op.f("uq_place_slug")),
        comment="A city or other place where summits are held",
    )
    op.create_index(op.f("ix_place_country"), "place", ["country"], unique=False)


def downgrade() -> None:
    op.drop_table("place")
    op.drop_table("person")
    op.drop_table("country")
