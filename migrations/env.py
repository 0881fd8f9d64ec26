"""Runs the migrations on the connection handed over by SummitDB or, for developers, on the database of SUMMITDB_URL."""

from alembic import context

from summitdb.schema import metadata
from summitdb.store.revisions import VERSION_TABLE


def run(connection):
    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=VERSION_TABLE,
        include_object=lambda thing, name, kind, *_: not (kind == "table" and name == VERSION_TABLE),
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_for_developer():
    from summitdb.store.connect import open_engine, writing

    with writing(open_engine(context.get_x_argument(as_dictionary=True).get("url"))) as connection:
        run(connection)


if (handed_over := context.config.attributes.get("connection")) is not None:
    run(handed_over)
else:
    run_for_developer()
