"""Exports of every table and view for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from summitdb.errors import SummitError, UsageError
from summitdb.query.conditions import slug_part
from summitdb.query.files import whole_file, whole_path
from summitdb.query.rows import WRITERS, Rows
from summitdb.query.sorting import ascending
from summitdb.schema import VIEWS, Article, RecordFile, metadata
from summitdb.store import canonical

# The bookkeeping of the fold, of no use outside.
INTERNAL = frozenset(("mention_key", "schema_change", "support"))
FORMATS = ("csv", "tsv", "ndjson", "json", "parquet", "sqlite", "records")
ROWS_AT_ONCE = 5_000


def export(connection: sa.Connection, folder: Path, file_format: str) -> Iterator[tuple[str, int]]:
    """Write a file for each table and view (`sqlite`: one database, `records`: a record file for each article) into a
    folder, and yield each file's name and number of rows. Raises SummitError where a file cannot be written."""
    if file_format not in FORMATS:
        raise UsageError(f"no format {file_format!r}", f"there are {', '.join(FORMATS)}")
    _make(folder)
    if file_format == "sqlite":
        yield _snapshot(connection, folder / "summitdb.sqlite")
    elif file_format == "records":
        yield from _record_files(connection, folder)
    else:
        for name, rows in _tables(connection):
            yield _write(rows, folder / f"{name}.{file_format}", file_format)


def export_canonical(connection: sa.Connection, folder: Path) -> Iterator[tuple[str, int]]:
    """The same in the canonical form: two databases with the same content give the same bytes."""
    _make(folder)
    for table in canonical.tables():
        count = 0
        with whole_file(folder / f"{table}.ndjson") as out:
            for line in canonical.lines(connection, table):
                out.write(f"{line}\n")
                count += 1
        yield f"{table}.ndjson", count


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SummitError(f"{folder}: cannot be made a folder: {error.strerror}") from error


def _tables(connection: sa.Connection) -> Iterator[tuple[str, Rows]]:
    """Every table and view in a fixed order of rows."""
    selects: list[tuple[str, Any]] = []
    for table in metadata.sorted_tables:
        if table.name not in INTERNAL:
            selects.append((table.name, sa.select(table).order_by(*table.primary_key.columns)))
    for view in VIEWS:
        keys = (ascending(column) for column in _text_keys(view.table))
        selects.append((view.name, sa.select(view.table).order_by(*keys)))
    streaming = connection.execution_options(yield_per=ROWS_AT_ONCE)
    for name, query in selects:
        result = streaming.execute(query)
        yield name, Rows(tuple(result.keys()), (tuple(row) for row in result))


def _text_keys(view: sa.TableClause) -> Sequence[Any]:
    names = (
        "slug",
        "summit",
        "organization",
        "person",
        "met",
        "field",
        "value",
        "article",
        "country",
        "unit",
        "status",
    )
    return [sa.cast(view.c[name], sa.Text) for name in names if name in view.c]


def _write(rows: Rows, path: Path, file_format: str) -> tuple[str, int]:
    counted = _Counted(rows)
    if file_format == "parquet":
        _write_parquet(counted.rows, path)
    else:
        with whole_file(path) as out:
            WRITERS[file_format](counted.rows, out)
    return path.name, counted.count


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Rows) -> None:
        self.count = 0
        self.rows = Rows(rows.columns, self._pass(rows))

    def _pass(self, rows: Rows) -> Iterator[Sequence[Any]]:
        for row in rows:
            self.count += 1
            yield row


def _write_parquet(rows: Rows, path: Path) -> None:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise SummitError("Parquet needs pyarrow", 'pip install "summitdb[parquet]"') from None
    columns = list(zip(*rows, strict=True)) or [() for _ in rows.columns]
    table = arrow.table({name: arrow.array(values) for name, values in zip(rows.columns, columns, strict=True)})
    with whole_path(path) as scratch:
        parquet.write_table(table, scratch)


def _snapshot(connection: sa.Connection, path: Path) -> tuple[str, int]:
    """A copy of an SQLite database as it is now."""
    import sqlite3

    if connection.dialect.name != "sqlite":
        raise UsageError("only an SQLite database can be exported as one", "other formats serve Postgres too")
    articles = connection.scalar(sa.text("SELECT count(*) FROM article")) or 0
    with whole_path(path) as scratch:
        target = sqlite3.connect(scratch)
        try:
            driver: Any = connection.connection.driver_connection
            driver.backup(target)
        finally:
            target.close()
    return path.name, articles


def _record_files(connection: sa.Connection, folder: Path) -> Iterator[tuple[str, int]]:
    """The record files as they were extracted or coded, named after article and, if a person coded it, coder."""
    found = connection.execute(
        sa.select(Article.external_id, Article.key, RecordFile.kind, RecordFile.author, RecordFile.content)
        .join(Article, Article.id == RecordFile.article_id)
        .order_by(ascending(Article.key), RecordFile.kind, RecordFile.author)
    )
    taken: set[str] = set()
    for row in found:
        stem = slug_part(row.external_id) or "article"
        stem += f".{slug_part(row.author)}" if row.kind == "coding" else ""
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        with whole_file(folder / f"{name}.json") as out:
            out.write(row.content.rstrip("\n") + "\n")
        yield f"{name}.json", 1
