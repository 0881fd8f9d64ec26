"""The ledger: articles, record files, loads."""

import sqlalchemy as sa
from alembic import op

revision = "0001_ledger"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column(
            "key", sa.Text(), nullable=False, comment="Identity: the URL, else publisher and external_id, else external_id"
        ),
        sa.Column(
            "external_id",
            sa.Text(),
            nullable=False,
            comment="Identifier given by the input: a file's stem, the id of a JSON object or CSV row",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Web address"),
        sa.Column("publisher", sa.Text(), nullable=True, comment="Publisher or news agency"),
        sa.Column("published_on", sa.Text(), nullable=True, comment="Day of publication, YYYY-MM-DD"),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1 code; only English is extracted from"),
        sa.Column("title", sa.Text(), nullable=True, comment="Headline"),
        sa.Column("body", sa.Text(), nullable=False, comment="Whole normalised text, title line first; evidence points into it"),
        sa.Column(
            "content_hash", sa.Text(), nullable=False, comment="SHA-256 of text and metadata; tells changed from unchanged"
        ),
        sa.Column("loaded_at", sa.Text(), nullable=False, comment="When this version was first loaded, UTC, ISO 8601"),
        sa.CheckConstraint("published_on LIKE '____-__-__'", name=op.f("ck_article_published_on")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
        comment="A news text as loaded",
    )
    op.create_index(op.f("ix_article_external_id"), "article", ["external_id"], unique=False)
    op.create_index(op.f("ix_article_published_on"), "article", ["published_on"], unique=False)
    op.create_table(
        "load_run",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("command", sa.Text(), nullable=False, comment="What was run: load, remove, rebuild"),
        sa.Column("started_at", sa.Text(), nullable=False, comment="Start, UTC, ISO 8601"),
        sa.Column("finished_at", sa.Text(), nullable=True, comment="End, UTC, ISO 8601; null if it was interrupted"),
        sa.Column("version", sa.Text(), nullable=False, comment="Version of SummitDB"),
        sa.Column("engine", sa.Text(), nullable=True, comment="Extraction engine and its version"),
        sa.Column("new", sa.Integer(), nullable=False, comment="Articles not seen before"),
        sa.Column("changed", sa.Integer(), nullable=False, comment="Articles that replaced an earlier version"),
        sa.Column("unchanged", sa.Integer(), nullable=False, comment="Articles already there"),
        sa.Column("failed", sa.Integer(), nullable=False, comment="Inputs that could not be loaded"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_load_run")),
        comment="One run of load, remove or rebuild",
    )
    op.create_table(
        "schema_change",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("revision", sa.Text(), nullable=False, comment="Revision of the schema afterwards; empty when nothing is left"),
        sa.Column("version", sa.Text(), nullable=False, comment="Version of SummitDB that knows this revision"),
        sa.Column("made_at", sa.Text(), nullable=False, comment="When, UTC, ISO 8601"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schema_change")),
        comment="Each migration of this database, and the release of SummitDB that made it",
    )
    op.create_table(
        "record_file",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="The article"),
        sa.Column("kind", sa.Text(), nullable=False, comment="extraction by an engine, or coding by a person, which outranks it"),
        sa.Column("author", sa.Text(), nullable=False, comment="Name of the engine or of the coder"),
        sa.Column("version", sa.Text(), nullable=False, comment="Version of the engine; empty for a coder"),
        sa.Column(
            "reference_on",
            sa.Text(),
            nullable=False,
            comment="Day against which relative dates were resolved, kept so that a rebuild gives the same",
        ),
        sa.Column("content", sa.Text(), nullable=False, comment="The record file, JSON"),
        sa.CheckConstraint("kind IN ('extraction', 'coding')", name=op.f("ck_record_file_kind")),
        sa.CheckConstraint("reference_on LIKE '____-__-__'", name=op.f("ck_record_file_reference_on")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_record_file_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_file")),
        sa.UniqueConstraint("article_id", "kind", "author", name=op.f("uq_record_file_article_id_kind_author")),
        comment="What an engine extracted from an article, or a person coded",
    )


def downgrade() -> None:
    op.drop_table("record_file")
    op.drop_table("schema_change")
    op.drop_table("load_run")
    op.drop_table("article")
