"""Where a correction stands in its row now, beside where it stood when it was made."""

import sqlalchemy as sa
from alembic import op

revision = "0012_correction_path"
down_revision = "0011_mention_key_covering"

COMMENT = "Path of the corrected value in the row as it is now: field, unless a participant has become another person"


def upgrade() -> None:
    op.add_column("correction", sa.Column("path", sa.Text(), nullable=True, comment=COMMENT))
    # Until the row is folded again: what it was when the correction was made.
    op.execute("UPDATE correction SET path = field")


def downgrade() -> None:
    op.drop_column("correction", "path")
