"""Runs the migrations on the connection or engine handed over or, for developers, on the database of SUMMITDB_URL."""

import sqlalchemy as sa
from alembic import context

from summitdb.schema import metadata
from summitdb.store.connect import open_engine, writing
from summitdb.store.revisions import VERSION_TABLE


def run(connection):
    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=VERSION_TABLE,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if isinstance(given, sa.Connection):
    run(given)
else:
    with writing(given or open_engine()) as connection:
        run(connection)
