"""Roles on Postgres with no more rights than each needs: an owner for upgrades, a writer for loads, a reader for queries."""

from __future__ import annotations

from collections.abc import Iterator

from summitdb.store.revisions import VERSION_TABLE


def grants(schema: str, owner: str, writer: str, reader: str) -> Iterator[str]:
    """The statements, in their order, that make the roles where they are missing and give them their rights in a schema:
    on what is there and on what the owner makes later. To be run by a superuser, or by whoever owns the database and may
    make roles; running them again does no harm."""
    place, owns, writes, reads = (_quoted(name) for name in (schema, owner, writer, reader))
    for role, quoted in ((owner, owns), (writer, writes), (reader, reads)):
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {_text(role)}) "
            f"THEN CREATE ROLE {quoted} LOGIN; END IF; END $$"
        )
    yield f"CREATE SCHEMA IF NOT EXISTS {place} AUTHORIZATION {owns}"
    yield f"ALTER SCHEMA {place} OWNER TO {owns}"
    yield _owned(schema, owns)
    yield f"DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO {owns}', current_database()); END $$"
    yield f"GRANT USAGE ON SCHEMA {place} TO {writes}, {reads}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {place} TO {writes}, {reads}"
    yield f"GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {place} TO {writes}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {place} TO {writes}"
    later = f"ALTER DEFAULT PRIVILEGES FOR ROLE {owns} IN SCHEMA {place}"
    yield f"{later} GRANT SELECT ON TABLES TO {writes}, {reads}"
    yield f"{later} GRANT INSERT, UPDATE, DELETE ON TABLES TO {writes}"
    yield f"{later} GRANT USAGE ON SEQUENCES TO {writes}"
    yield _only_owner(schema, writes)


def _owned(schema: str, owner: str) -> str:
    """What others made in the schema belongs to the owner, who can alter it only then."""
    return (
        f"DO $$ DECLARE name text; BEGIN "
        f"FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = {_text(schema)} "
        f"LOOP EXECUTE format('ALTER TABLE %I.%I OWNER TO {owner}', {_text(schema)}, name); END LOOP; "
        f"FOR name IN SELECT viewname FROM pg_views WHERE schemaname = {_text(schema)} "
        f"LOOP EXECUTE format('ALTER VIEW %I.%I OWNER TO {owner}', {_text(schema)}, name); END LOOP; END $$"
    )


def _only_owner(schema: str, writer: str) -> str:
    """What says which revision the schema has is for upgrades alone to write."""
    tables = f"({_text(VERSION_TABLE)}, 'schema_change')"
    return (
        f"DO $$ DECLARE name text; BEGIN "
        f"FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = {_text(schema)} AND tablename IN {tables} "
        f"LOOP EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %I.%I FROM {writer}', {_text(schema)}, name); "
        f"END LOOP; END $$"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
