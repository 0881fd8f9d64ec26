"""Who gives corridors, organizations and persons their values, counted for speed."""

import sqlalchemy as sa
from alembic import context, op

revision = "0009_support"
down_revision = "0008_person_offices"

_TABLES = ("corridor", "organization", "person")


def upgrade() -> None:
    op.create_table(
        "support",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("table_name", sa.Text(), nullable=False, comment="Table of the row"),
        sa.Column("field", sa.Text(), nullable=False, comment="Path of the value in its row, as in evidence.field"),
        sa.Column("value", sa.Text(), nullable=False, comment="The value, as in evidence.value"),
        sa.Column(
            "publisher", sa.Text(), nullable=False, comment="Publisher in lower case, else host of the address, else empty"
        ),
        sa.Column("day", sa.Text(), nullable=False, comment="Day of the publisher's latest article that gives it, or empty"),
        sa.Column("coded", sa.Boolean(), nullable=False, comment="Whether a person coded it"),
        *(sa.Column(f"{t}_id", sa.Integer(), nullable=True, comment=f"The {t}, where table_name says {t}") for t in _TABLES),
        sa.CheckConstraint("table_name IN ('corridor', 'organization', 'person')", name=op.f("ck_support_table_name")),
        *(
            sa.ForeignKeyConstraint([f"{t}_id"], [f"{t}.id"], name=op.f(f"fk_support_{t}_id"), ondelete="CASCADE")
            for t in _TABLES
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
        comment="Who gives a corridor, organization or person a value: counted from the evidence, for speed",
    )
    for t in _TABLES:
        used = sa.text(f"{t}_id IS NOT NULL")
        op.create_index(f"ix_support_{t}_id_field", "support", [f"{t}_id", "field"], sqlite_where=used, postgresql_where=used)
    if not context.is_offline_mode():  # a script of SQL is for a database without rows
        for t in _TABLES:
            _fill(t)


def _fill(table: str) -> None:
    query = (
        f"SELECT DISTINCT mention.{table}_id AS row_id, field, value, publisher, url, published_on, kind FROM mention "
        "JOIN evidence ON evidence.mention_id = mention.id JOIN article ON article.id = evidence.article_id "
        f"JOIN record_file ON record_file.id = mention.record_file_id WHERE mention.{table}_id IS NOT NULL "
        "AND field NOT IN ('as_written', 'country', 'cost', 'currency')"
    )
    found: dict[tuple[int, str, str, str], tuple[str, bool]] = {}
    for row in op.get_bind().execute(sa.text(query)):
        place = (row.row_id, row.field, row.value, _publisher(row.publisher, row.url))
        day, coded = found.get(place, ("", False))
        found[place] = (max(day, row.published_on or ""), coded or row.kind == "coding")
    rows = [
        {
            "table_name": table,
            f"{table}_id": row,
            "field": field,
            "value": value,
            "publisher": publisher,
            "day": day,
            "coded": coded,
        }
        for (row, field, value, publisher), (day, coded) in found.items()
    ]
    if rows:
        op.bulk_insert(sa.table("support", *(sa.column(name) for name in rows[0])), rows)


def _publisher(publisher: str | None, url: str | None) -> str:
    if publisher:
        return " ".join(publisher.casefold().split())
    return url.partition("//")[2].partition("/")[0].removeprefix("www.").casefold() if url else ""


def downgrade() -> None:
    # All of it is in evidence.
    op.drop_table("support")
