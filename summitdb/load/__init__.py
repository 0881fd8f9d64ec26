"""From files to tables: read, extract, store, fold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path

import sqlalchemy as sa

from summitdb.articles.model import Article, Defaults, Failure
from summitdb.extract.engines import Extractor, get_engine
from summitdb.load.codings import Coding, read_inputs
from summitdb.load.loader import Loader, LoadReport
from summitdb.store.author import whoami
from summitdb.store.connect import connect

__all__ = ["LoadReport", "load", "load_articles"]

BATCH = 50


def load(
    paths: Iterable[str | Path],
    db: str | sa.Engine | None = None,
    *,
    engine: str | Extractor = "rules",
    defaults: Defaults | None = None,
    fields: Mapping[str, str] | None = None,
    coder: str | None = None,
    today: date | None = None,
    progress: Callable[[LoadReport], None] | None = None,
) -> LoadReport:
    """Load articles, and record files that people coded, from files, folders, globs and `-` (standard input).

    Each batch is one transaction: whatever happens, an article is in the database with all its records or not at all.
    What cannot be loaded is listed in the report. `engine` is the name of an extraction engine or one itself.
    `today` is the day from which an undated article's relative dates
    count, if it was never loaded before. Record files are attributed to `coder`, by default the user. `progress` is called
    after each batch. Raises DatabaseError and UsageError."""
    inputs = read_inputs(paths, defaults=defaults, fields=fields)
    return load_articles(inputs, db, engine=engine, coder=coder, today=today, progress=progress)


def load_articles(
    inputs: Iterable[Article | Coding | Failure],
    db: str | sa.Engine | None = None,
    *,
    engine: str | Extractor = "rules",
    coder: str | None = None,
    today: date | None = None,
    progress: Callable[[LoadReport], None] | None = None,
) -> LoadReport:
    """As `load`, of articles and codings that have been read. Codings are stored after the articles."""
    extractor, report = get_engine(engine) if isinstance(engine, str) else engine, LoadReport()
    codings: list[Coding] = []

    def articles() -> Iterable[Article]:
        for item in inputs:
            if isinstance(item, Failure):
                report.failed.append(item)
            elif isinstance(item, Coding):
                codings.append(item)
            else:
                yield item

    stream = iter(articles())
    first = list(islice(stream, 1))
    if not first and not codings:
        return report  # there is nothing to store: no database is made for that
    opened = connect(db) if isinstance(db, str) or db is None else db
    loader = Loader(opened, extractor, today or datetime.now(UTC).date(), report)
    stream = chain(first, stream)
    with loader.run("load"):
        while batch := list(islice(stream, BATCH)):
            loader.load(batch)
            if progress:
                progress(report)
        loader.load_codings(codings, coder or whoami())
    return report
