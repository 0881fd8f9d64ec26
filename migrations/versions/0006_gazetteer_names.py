"""The gazetteer's name of a country beside its name: tells which names people have changed."""

import sqlalchemy as sa
from alembic import op

from summitdb.store.batch import altered

revision = "0006_gazetteer_names"
down_revision = "0005_views"


def upgrade() -> None:
    # Left empty: whatever a country is called now is kept, as if people had named it so, unless the gazetteer agrees.
    op.add_column(
        "country",
        sa.Column(
            "gazetteer_name",
            sa.Text(),
            nullable=True,
            comment="What the gazetteer called it last; name differs where people changed it",
        ),
    )


def downgrade() -> None:
    code = sa.CheckConstraint("length(code) = 2 AND code = upper(code)", name=op.f("ck_country_code"))
    with altered("country", code) as country:
        country.drop_column("gazetteer_name")
