"""Offices of persons as a view, and indexes that find the references to a person which give no country."""

import sqlalchemy as sa
from alembic import op

revision = "0010_person_office_view"
down_revision = "0009_support"

COMMENT = "An office in which a person took part in summits"
COLUMNS = {
    "person_id": "The person",
    "office": "The office",
    "first_year": "Year of the first dated summit at which they held it",
    "last_year": "Year of the last dated summit at which they held it",
    "summits": "Number of summits at which they held it",
}
SELECT = """
SELECT summit_participant.person_id, summit_participant.office,
  min(CAST(substr(summit.starts_on, 1, 4) AS integer)) AS first_year,
  max(CAST(substr(summit.starts_on, 1, 4) AS integer)) AS last_year,
  count(*) AS summits
FROM summit_participant
JOIN summit ON summit.id = summit_participant.summit_id
WHERE summit_participant.office IS NOT NULL
GROUP BY summit_participant.person_id, summit_participant.office
"""
# Of each table with references to persons: the columns of the index before, and of the one from now on.
INDEXES = {
    "summit_participant": (["person_id"], ["person_id", "country"]),
    "statement": (["speaker_id"], ["speaker_id", "speaker_country"]),
}


def upgrade() -> None:
    op.drop_table("person_office")
    op.execute(f"CREATE VIEW person_office AS {SELECT.strip()}")
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"COMMENT ON VIEW person_office IS '{COMMENT}'")
        for column, meaning in COLUMNS.items():
            op.execute(f"COMMENT ON COLUMN person_office.{column} IS '{meaning}'")
    for table, (before, now) in INDEXES.items():
        _replace_index(table, before, now)


def downgrade() -> None:
    for table, (before, now) in INDEXES.items():
        _replace_index(table, now, before)
    op.execute("DROP VIEW person_office")
    op.create_table(
        "person_office",
        sa.Column("person_id", sa.Integer(), nullable=False, comment=COLUMNS["person_id"]),
        sa.Column("office", sa.Text(), nullable=False, comment=COLUMNS["office"]),
        *(
            sa.Column(name, sa.Integer(), nullable=name != "summits", comment=COLUMNS[name])
            for name in ("first_year", "last_year", "summits")
        ),
        sa.CheckConstraint(
            "office IN ('president', 'prime_minister', 'foreign_minister', 'minister', 'king', 'queen', 'emir', 'crown_prince', 'chancellor', 'secretary_general', 'vice_president', 'deputy_minister', 'ambassador', 'special_envoy', 'speaker', 'other')",
            name=op.f("ck_person_office_office"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_office_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "office", name=op.f("pk_person_office")),
        comment=COMMENT,
    )
    op.create_index(op.f("ix_person_office_office"), "person_office", ["office"], unique=False)
    op.execute(f"INSERT INTO person_office (person_id, office, first_year, last_year, summits) {SELECT}")


def _replace_index(table: str, before: list[str], now: list[str]) -> None:
    op.drop_index(op.f(f"ix_{table}_{'_'.join(before)}"), table_name=table)
    op.create_index(op.f(f"ix_{table}_{'_'.join(now)}"), table, now, unique=False)
