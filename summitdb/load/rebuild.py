"""Taking articles out, and deriving the tables anew from the ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

import summitdb
from summitdb import records
from summitdb.errors import SummitError, UsageError
from summitdb.extract.engines import Extractor, get_engine, run
from summitdb.fold.learn import verify
from summitdb.fold.update import Fold
from summitdb.load.loader import EXTRACTED
from summitdb.schema import Article, LoadRun, RecordFile, metadata
from summitdb.store import canonical, ledger
from summitdb.store.connect import writing

# The ledger and what is kept beside it; every other table is derived from it.
_KEPT = {"article", "record_file", "correction", "country", "load_run", "schema_change"}


@dataclass(slots=True)
class RebuildReport:
    """What a rebuild changed: numbers of articles, of record files that came out otherwise, articles whose extraction failed
    (with the reason; their records stay), and the rows that are there after it and not before, and the other way round."""

    articles: int = 0
    extracted: int = 0
    failed: list[str] = field(default_factory=list)
    differences: list[canonical.Difference] = field(default_factory=list)


def remove(engine: sa.Engine, names: Collection[str]) -> list[str]:
    """Take articles, named by external_id, URL or key, out of the database, and with them exactly what only they
    supported. Returns their keys. Raises UsageError for a name of no article or of several; then nothing is removed."""
    with writing(engine) as connection, _logged(connection, "remove"):
        found = {row.id: row.key for name in names for row in [_article(connection, name)]}
        fold = Fold(connection)
        for files in ledger.record_files(connection, found).values():
            fold.forget(ledger.effective(files))
        connection.execute(sa.delete(Article).where(Article.id.in_(found)))
        fold.settle()
    return sorted(found.values())


def _article(connection: sa.Connection, name: str) -> sa.Row[int, str]:
    columns = sa.select(Article.id, Article.key)
    rows = connection.execute(columns.where(sa.or_(Article.key == name, Article.url == name))).all()
    rows = rows or connection.execute(columns.where(Article.external_id == name)).all()
    if not rows:
        raise UsageError(f"there is no article {name}", "name its external_id, its URL or its key")
    if len(rows) > 1:
        keys = ", ".join(sorted(row.key for row in rows))
        raise UsageError(f"several articles are called {name}", f"name one of {keys}")
    return rows[0]


class _Undone(Exception):
    """Leaves the transaction of a dry run."""


def rebuild(
    engine: sa.Engine,
    *,
    extract: str | Extractor | None = None,
    dry_run: bool = False,
    progress: Callable[[RebuildReport], None] | None = None,
) -> RebuildReport:
    """Derive all tables anew from the ledger, in one transaction. With `extract`, an engine or the name of one, extraction is run
    again on every article first, with the day against which its dates were resolved before. With `dry_run` only the
    report is made. Raises DatabaseError and UsageError."""
    extractor = get_engine(extract) if isinstance(extract, str) else extract
    report = RebuildReport()
    try:
        with writing(engine) as connection, _logged(connection, "rebuild", extractor):
            before = canonical.content(connection)
            if extractor:
                _extract_again(connection, extractor, report, progress)
            _derive(connection, report)
            report.differences = list(canonical.differences(before, canonical.content(connection)))
            if dry_run:
                raise _Undone
    except _Undone:
        pass
    return report


def _extract_again(
    connection: sa.Connection, extractor: Extractor, report: RebuildReport, progress: Callable[[RebuildReport], None] | None
) -> None:
    references = {
        row.article_id: row
        for row in connection.execute(
            sa.select(RecordFile.id, RecordFile.article_id, RecordFile.reference_on, RecordFile.content).where(
                RecordFile.kind == "extraction"
            )
        )
    }
    ids = connection.scalars(sa.select(Article.id).where(Article.body != "").order_by(Article.id)).all()
    for article_id in ids:
        row = connection.execute(sa.select(Article.__table__).where(Article.id == article_id)).one()
        text = ledger.text_of(row)
        if text.language not in EXTRACTED:
            continue
        before = references.get(article_id)
        reference = date.fromisoformat(before.reference_on if before else row.loaded_at[:10])
        report.extracted += 1
        try:
            file, _ = run(extractor, text, reference=reference)
            verify(file, len(text.body), complete=True)
        except Exception as error:  # one article must not keep the others from being rebuilt
            what = error.message if isinstance(error, SummitError) else f"{type(error).__name__}: {error}"
            report.failed.append(f"{text.external_id}: {what}")
            continue
        ledger.drop_extraction(connection, article_id)
        entry = ledger.Entry(text, records.encode(file), "extraction", extractor.name, extractor.version, reference)
        ledger.put_record_file(connection, article_id, entry)
        if progress:
            progress(report)


def _derive(connection: sa.Connection, report: RebuildReport) -> None:
    """Empty all derived tables and fill them from the ledger."""
    for table in reversed(metadata.sorted_tables):
        if table.name not in _KEPT:
            connection.execute(sa.delete(table))
    ids = connection.scalars(sa.select(Article.id)).all()
    report.articles = len(ids)
    fold = Fold(connection)
    for files in ledger.record_files(connection, ids).values():
        fold.learn(ledger.effective(files))
    fold.settle()


@contextmanager
def _logged(connection: sa.Connection, command: str, extractor: Extractor | None = None) -> Iterator[None]:
    """Keep a record of the command in load_run."""
    row = {"command": command, "started_at": ledger.now(), "version": summitdb.__version__}
    if extractor:
        row |= {"engine": extractor.name, "engine_version": extractor.version}
    yield
    numbers = {"new": 0, "changed": 0, "unchanged": 0, "failed": 0}
    connection.execute(sa.insert(LoadRun).values(**row, **numbers, finished_at=ledger.now()))
