"""Offices of persons, with the years in which they are seen in them."""

import sqlalchemy as sa
from alembic import op

revision = "0008_person_offices"
down_revision = "0007_engine_versions"


def upgrade() -> None:
    op.create_table(
        "person_office",
        sa.Column("person_id", sa.Integer(), nullable=False, comment="The person"),
        sa.Column("office", sa.Text(), nullable=False, comment="The office"),
        sa.Column("first_year", sa.Integer(), nullable=True, comment="Year of the first dated summit at which they held it"),
        sa.Column("last_year", sa.Integer(), nullable=True, comment="Year of the last dated summit at which they held it"),
        sa.Column("summits", sa.Integer(), nullable=False, comment="Number of summits at which they held it"),
        sa.CheckConstraint(
            "office IN ('president', 'prime_minister', 'foreign_minister', 'minister', 'king', 'queen', 'emir', 'crown_prince', 'chancellor', 'secretary_general', 'vice_president', 'deputy_minister', 'ambassador', 'special_envoy', 'speaker', 'other')",
            name=op.f("ck_person_office_office"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_office_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "office", name=op.f("pk_person_office")),
        comment="An office in which a person took part in summits",
    )
    op.create_index(op.f("ix_person_office_office"), "person_office", ["office"], unique=False)
    op.execute(
        "INSERT INTO person_office (person_id, office, first_year, last_year, summits) "
        "SELECT person_id, office, min(CAST(substr(starts_on, 1, 4) AS integer)), max(CAST(substr(starts_on, 1, 4) AS integer)), "
        "count(*) FROM summit_participant JOIN summit ON summit.id = summit_id WHERE office IS NOT NULL GROUP BY person_id, office"
    )


def downgrade() -> None:
    # All of it is in summit_participant and summit.
    op.drop_table("person_office")
