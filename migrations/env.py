"""Runs the migrations on the connection or engine handed over or, for developers, on the database of SUMMITDB_URL. Without a
database it writes them as SQL."""

import sqlalchemy as sa
from alembic import context

from summitdb.schema import metadata
from summitdb.store.connect import open_engine, writing
from summitdb.store.revisions import VERSION_TABLE

SETTINGS = {
    "target_metadata": metadata,
    "version_table": VERSION_TABLE,
    "render_as_batch": True,
    "transaction_per_migration": False,
}


def run(connection):
    context.configure(connection=connection, transactional_ddl=True, **SETTINGS)
    with context.begin_transaction():
        context.run_migrations()


def write():
    dialect = context.config.attributes.get("dialect") or open_engine().dialect.name
    # Whoever asked for the SQL puts it into a transaction with what else belongs there.
    context.configure(dialect_name=dialect, literal_binds=True, transactional_ddl=False, **SETTINGS)
    context.run_migrations()


given = context.config.attributes.get("connection")
if context.is_offline_mode():
    write()
elif isinstance(given, sa.Connection):
    run(given)
else:
    with writing(given or open_engine()) as connection:
        run(connection)
