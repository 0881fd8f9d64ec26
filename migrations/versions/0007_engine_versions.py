"""Engine and version of a load in columns of their own."""

import sqlalchemy as sa
from alembic import op

from summitdb.store.batch import altered

revision = "0007_engine_versions"
down_revision = "0006_gazetteer_names"

FIRST_SPACE = {"sqlite": "instr(engine, ' ')", "postgresql": "position(' ' in engine)"}
BOTH = "Extraction engine and its version"
ENGINE = "Extraction engine"


def upgrade() -> None:
    with altered("load_run") as load_run:
        load_run.add_column(
            sa.Column("engine_version", sa.Text(), nullable=True, comment="Version of the engine; null where it is not known")
        )
        load_run.alter_column("engine", existing_type=sa.Text(), existing_comment=BOTH, comment=ENGINE)
    space = FIRST_SPACE[op.get_context().dialect.name]
    op.execute(
        f"UPDATE load_run SET engine = substr(engine, 1, {space} - 1), engine_version = substr(engine, {space} + 1) WHERE {space} > 1"
    )
    # Runs that named the engine alone: known where all that it extracted is of one version.
    op.execute(
        "UPDATE load_run SET engine_version = ("
        "SELECT min(version) FROM record_file WHERE kind = 'extraction' AND author = load_run.engine "
        "HAVING count(DISTINCT version) = 1) WHERE engine_version IS NULL AND engine IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("UPDATE load_run SET engine = engine || ' ' || engine_version WHERE engine_version IS NOT NULL")
    with altered("load_run") as load_run:
        load_run.drop_column("engine_version")
        load_run.alter_column("engine", existing_type=sa.Text(), existing_comment=ENGINE, comment=BOTH)
