"""Mentions, evidence, contested values and corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0004_provenance"
down_revision = "0003_five_tables"


def upgrade() -> None:
    op.create_table(
        "contested_value",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("table_name", sa.Text(), nullable=False, comment="Table of the row"),
        sa.Column("field", sa.Text(), nullable=False, comment="Path of the value in its row, as in evidence.field"),
        sa.Column("value", sa.Text(), nullable=False, comment="One of the values, as in evidence.value"),
        sa.Column("won", sa.Boolean(), nullable=False, comment="Whether the row holds this value"),
        sa.Column(
            "why",
            sa.Text(),
            nullable=True,
            comment="What decided for it: a correction, a person's coding, more publishers, the latest article, fixed order",
        ),
        sa.Column("publishers", sa.Integer(), nullable=False, comment="Independent publishers that give this value"),
        sa.Column("summit_id", sa.Integer(), nullable=True, comment="The summit, where table_name says summit"),
        sa.Column("agreement_id", sa.Integer(), nullable=True, comment="The agreement, where table_name says agreement"),
        sa.Column("statement_id", sa.Integer(), nullable=True, comment="The statement, where table_name says statement"),
        sa.Column("corridor_id", sa.Integer(), nullable=True, comment="The corridor, where table_name says corridor"),
        sa.Column("organization_id", sa.Integer(), nullable=True, comment="The organization, where table_name says organization"),
        sa.Column("person_id", sa.Integer(), nullable=True, comment="The person, where table_name says person"),
        sa.CheckConstraint(
            "(summit_id IS NULL OR table_name = 'summit') AND (agreement_id IS NULL OR table_name = 'agreement') AND (statement_id IS NULL OR table_name = 'statement') AND (corridor_id IS NULL OR table_name = 'corridor') AND (organization_id IS NULL OR table_name = 'organization') AND (person_id IS NULL OR table_name = 'person')",
            name=op.f("ck_contested_value_row"),
        ),
        sa.CheckConstraint(
            "table_name IN ('summit', 'agreement', 'statement', 'corridor', 'organization', 'person')",
            name=op.f("ck_contested_value_table_name"),
        ),
        sa.CheckConstraint(
            "why IN ('correction', 'coding', 'publishers', 'latest', 'order')", name=op.f("ck_contested_value_why")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_contested_value_agreement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["corridor_id"], ["corridor.id"], name=op.f("fk_contested_value_corridor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_contested_value_organization_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contested_value_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_contested_value_statement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_contested_value_summit_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contested_value")),
        comment="A value of a field on which articles disagree",
    )
    op.create_index(
        "ix_contested_value_agreement_id",
        "contested_value",
        ["agreement_id"],
        unique=False,
        sqlite_where=sa.text("agreement_id IS NOT NULL"),
        postgresql_where=sa.text("agreement_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contested_value_corridor_id",
        "contested_value",
        ["corridor_id"],
        unique=False,
        sqlite_where=sa.text("corridor_id IS NOT NULL"),
        postgresql_where=sa.text("corridor_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contested_value_organization_id",
        "contested_value",
        ["organization_id"],
        unique=False,
        sqlite_where=sa.text("organization_id IS NOT NULL"),
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contested_value_person_id",
        "contested_value",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contested_value_statement_id",
        "contested_value",
        ["statement_id"],
        unique=False,
        sqlite_where=sa.text("statement_id IS NOT NULL"),
        postgresql_where=sa.text("statement_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contested_value_summit_id",
        "contested_value",
        ["summit_id"],
        unique=False,
        sqlite_where=sa.text("summit_id IS NOT NULL"),
        postgresql_where=sa.text("summit_id IS NOT NULL"),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("key", sa.Text(), nullable=False, comment="Identity across databases: hash of what was decided and when"),
        sa.Column("table_name", sa.Text(), nullable=False, comment="Table of the row"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Slug of the row when the decision was made"),
        sa.Column("action", sa.Text(), nullable=False, comment="What was decided"),
        sa.Column("field", sa.Text(), nullable=True, comment="Path of the corrected value, as in evidence.field"),
        sa.Column("value", sa.Text(), nullable=True, comment="Corrected value; null removes it"),
        sa.Column(
            "target",
            sa.Text(),
            nullable=False,
            comment="What the row is about (its records and articles), JSON: finds it again when rows are rebuilt",
        ),
        sa.Column("author", sa.Text(), nullable=False, comment="Who decided"),
        sa.Column("made_at", sa.Text(), nullable=False, comment="When, UTC, ISO 8601"),
        sa.Column("reason", sa.Text(), nullable=True, comment="Why"),
        sa.Column("undone_by", sa.Text(), nullable=True, comment="Who took it back, if anyone did"),
        sa.Column("undone_at", sa.Text(), nullable=True, comment="When it was taken back, UTC, ISO 8601"),
        sa.Column("summit_id", sa.Integer(), nullable=True, comment="The summit, where table_name says summit"),
        sa.Column("agreement_id", sa.Integer(), nullable=True, comment="The agreement, where table_name says agreement"),
        sa.Column("statement_id", sa.Integer(), nullable=True, comment="The statement, where table_name says statement"),
        sa.Column("corridor_id", sa.Integer(), nullable=True, comment="The corridor, where table_name says corridor"),
        sa.Column("organization_id", sa.Integer(), nullable=True, comment="The organization, where table_name says organization"),
        sa.Column("person_id", sa.Integer(), nullable=True, comment="The person, where table_name says person"),
        sa.CheckConstraint(
            "(summit_id IS NULL OR table_name = 'summit') AND (agreement_id IS NULL OR table_name = 'agreement') AND (statement_id IS NULL OR table_name = 'statement') AND (corridor_id IS NULL OR table_name = 'corridor') AND (organization_id IS NULL OR table_name = 'organization') AND (person_id IS NULL OR table_name = 'person')",
            name=op.f("ck_correction_row"),
        ),
        sa.CheckConstraint(
            "action IN ('correct', 'merge', 'split', 'reject', 'accept', 'note')", name=op.f("ck_correction_action")
        ),
        sa.CheckConstraint(
            "table_name IN ('summit', 'agreement', 'statement', 'corridor', 'organization', 'person')",
            name=op.f("ck_correction_table_name"),
        ),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_correction_agreement_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["corridor_id"], ["corridor.id"], name=op.f("fk_correction_corridor_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_correction_organization_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_correction_person_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_correction_statement_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_correction_summit_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("key", name=op.f("uq_correction_key")),
        comment="A person's decision about a row; outranks every extraction and survives rebuilds",
    )
    op.create_index(
        "ix_correction_agreement_id",
        "correction",
        ["agreement_id"],
        unique=False,
        sqlite_where=sa.text("agreement_id IS NOT NULL"),
        postgresql_where=sa.text("agreement_id IS NOT NULL"),
    )
    op.create_index(
        "ix_correction_corridor_id",
        "correction",
        ["corridor_id"],
        unique=False,
        sqlite_where=sa.text("corridor_id IS NOT NULL"),
        postgresql_where=sa.text("corridor_id IS NOT NULL"),
    )
    op.create_index(
        "ix_correction_organization_id",
        "correction",
        ["organization_id"],
        unique=False,
        sqlite_where=sa.text("organization_id IS NOT NULL"),
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "ix_correction_person_id",
        "correction",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        "ix_correction_statement_id",
        "correction",
        ["statement_id"],
        unique=False,
        sqlite_where=sa.text("statement_id IS NOT NULL"),
        postgresql_where=sa.text("statement_id IS NOT NULL"),
    )
    op.create_index(
        "ix_correction_summit_id",
        "correction",
        ["summit_id"],
        unique=False,
        sqlite_where=sa.text("summit_id IS NOT NULL"),
        postgresql_where=sa.text("summit_id IS NOT NULL"),
    )
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="The article"),
        sa.Column("record_file_id", sa.Integer(), nullable=False, comment="The record file"),
        sa.Column("table_name", sa.Text(), nullable=False, comment="Table into which it is folded"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Position in the record file's list of that kind, from 0"),
        sa.Column("main", sa.Boolean(), nullable=False, comment="Whether the article is about this (summits; else true)"),
        sa.Column("content", sa.Text(), nullable=False, comment="The record without its evidence, JSON"),
        sa.Column("summit_id", sa.Integer(), nullable=True, comment="The summit, where table_name says summit"),
        sa.Column("agreement_id", sa.Integer(), nullable=True, comment="The agreement, where table_name says agreement"),
        sa.Column("statement_id", sa.Integer(), nullable=True, comment="The statement, where table_name says statement"),
        sa.Column("corridor_id", sa.Integer(), nullable=True, comment="The corridor, where table_name says corridor"),
        sa.Column("organization_id", sa.Integer(), nullable=True, comment="The organization, where table_name says organization"),
        sa.Column("person_id", sa.Integer(), nullable=True, comment="The person, where table_name says person"),
        sa.CheckConstraint(
            "(summit_id IS NULL OR table_name = 'summit') AND (agreement_id IS NULL OR table_name = 'agreement') AND (statement_id IS NULL OR table_name = 'statement') AND (corridor_id IS NULL OR table_name = 'corridor') AND (organization_id IS NULL OR table_name = 'organization') AND (person_id IS NULL OR table_name = 'person')",
            name=op.f("ck_mention_row"),
        ),
        sa.CheckConstraint(
            "table_name IN ('summit', 'agreement', 'statement', 'corridor', 'organization', 'person')",
            name=op.f("ck_mention_table_name"),
        ),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_mention_agreement_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_mention_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["corridor_id"], ["corridor.id"], name=op.f("fk_mention_corridor_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_mention_organization_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mention_person_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["record_file_id"], ["record_file.id"], name=op.f("fk_mention_record_file_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_mention_statement_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_mention_summit_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint(
            "record_file_id", "table_name", "position", name=op.f("uq_mention_record_file_id_table_name_position")
        ),
        comment="One record of one record file, and the row into which it is folded",
    )
    op.create_index(
        "ix_mention_agreement_id",
        "mention",
        ["agreement_id"],
        unique=False,
        sqlite_where=sa.text("agreement_id IS NOT NULL"),
        postgresql_where=sa.text("agreement_id IS NOT NULL"),
    )
    op.create_index(op.f("ix_mention_article_id"), "mention", ["article_id"], unique=False)
    op.create_index(
        "ix_mention_corridor_id",
        "mention",
        ["corridor_id"],
        unique=False,
        sqlite_where=sa.text("corridor_id IS NOT NULL"),
        postgresql_where=sa.text("corridor_id IS NOT NULL"),
    )
    op.create_index(
        "ix_mention_organization_id",
        "mention",
        ["organization_id"],
        unique=False,
        sqlite_where=sa.text("organization_id IS NOT NULL"),
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "ix_mention_person_id",
        "mention",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        "ix_mention_statement_id",
        "mention",
        ["statement_id"],
        unique=False,
        sqlite_where=sa.text("statement_id IS NOT NULL"),
        postgresql_where=sa.text("statement_id IS NOT NULL"),
    )
    op.create_index(
        "ix_mention_summit_id",
        "mention",
        ["summit_id"],
        unique=False,
        sqlite_where=sa.text("summit_id IS NOT NULL"),
        postgresql_where=sa.text("summit_id IS NOT NULL"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("mention_id", sa.Integer(), nullable=False, comment="The mention, which points to the row"),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="The article"),
        sa.Column("field", sa.Text(), nullable=False, comment="Path of the value in its row, as in city or countries/AZ"),
        sa.Column("value", sa.Text(), nullable=False, comment="The value, as text"),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=True,
            comment="First character, counted from 0 in article.body; null where a coder gave none",
        ),
        sa.Column("end", sa.Integer(), nullable=True, comment="One past the last character"),
        sa.Column("rule", sa.Text(), nullable=False, comment="Rule that found it, or coding by a person"),
        sa.Column("confidence", sa.Double(), nullable=False, comment="Measured precision of that rule, 0 to 1"),
        sa.CheckConstraint('"start" >= 0 AND "end" > "start"', name=op.f("ck_evidence_span")),
        sa.CheckConstraint('("start" IS NULL) = ("end" IS NULL)', name=op.f("ck_evidence_both_ends")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_evidence_confidence")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_evidence_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_evidence_mention_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        comment="The characters of an article behind one value of one mention",
    )
    op.create_index(op.f("ix_evidence_article_id"), "evidence", ["article_id"], unique=False)
    op.create_index(op.f("ix_evidence_mention_id"), "evidence", ["mention_id"], unique=False)
    op.create_table(
        "mention_key",
        sa.Column("mention_id", sa.Integer(), nullable=False, comment="The mention"),
        sa.Column("key", sa.Text(), nullable=False, comment="Countries, gathering, parties, words or name"),
        sa.Column("first_day", sa.Integer(), nullable=False, comment="First day it may concern, days since 0000-12-31"),
        sa.Column("last_day", sa.Integer(), nullable=False, comment="Last day it may concern, days since 0000-12-31"),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_mention_key_mention_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention_id", "key", name=op.f("pk_mention_key")),
        comment="What a mention could share with another: mentions with a key and days in common form a block",
    )
    op.create_index("ix_mention_key_key_first_day", "mention_key", ["key", "first_day"], unique=False)


def downgrade() -> None:
    op.drop_table("mention_key")
    op.drop_table("evidence")
    op.drop_table("mention")
    op.drop_table("correction")
    op.drop_table("contested_value")
