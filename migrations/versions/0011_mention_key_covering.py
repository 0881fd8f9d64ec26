"""An index that has all that is asked of the keys of mentions."""

from alembic import op

revision = "0011_mention_key_covering"
down_revision = "0010_person_office_view"

BEFORE = ["key", "first_day"]
NOW = [*BEFORE, "last_day", "mention_id"]


def upgrade() -> None:
    _replace_index(BEFORE, NOW)


def downgrade() -> None:
    _replace_index(NOW, BEFORE)


def _replace_index(before: list[str], now: list[str]) -> None:
    op.drop_index(op.f(f"ix_mention_key_{'_'.join(before)}"), table_name="mention_key")
    op.create_index(op.f(f"ix_mention_key_{'_'.join(now)}"), "mention_key", now, unique=False)
