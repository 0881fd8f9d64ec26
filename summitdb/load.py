"""From files to tables: read, extract, store, fold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path

import sqlalchemy as sa

import summitdb
from summitdb import records
from summitdb.articles.model import Article as Text
from summitdb.articles.model import Defaults, Failure
from summitdb.errors import SummitError
from summitdb.extract.engines import Extractor, get_engine, run
from summitdb.fold.learn import verify
from summitdb.fold.update import Fold
from summitdb.schema import LoadRun, metadata
from summitdb.store import ledger
from summitdb.store.connect import connect, writing

BATCH = 50
FIVE = ("summit", "agreement", "statement", "corridor", "organization")
EXTRACTED = (None, "en", "und")


@dataclass(slots=True)
class LoadReport:
    """What a load did: numbers of articles, the inputs that failed, how many rows each of the five tables gained, and how
    many of the stored articles were not extracted from because of their language. `refused` are the records that an engine
    returned without words of the text to stand on, a line each."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    not_extracted: int = 0
    refused: list[str] = field(default_factory=list)


def load(
    paths: Iterable[str | Path],
    db: str | sa.Engine | None = None,
    *,
    engine: str = "rules",
    defaults: Defaults | None = None,
    fields: Mapping[str, str] | None = None,
    today: date | None = None,
    progress: Callable[[LoadReport], None] | None = None,
) -> LoadReport:
    """Load articles from files, folders, globs and `-` (standard input) into a database.

    Each batch is one transaction: whatever happens, an article is in the database with all its records or not at all.
    What cannot be loaded is listed in the report. `today` is the day from which an undated article's relative dates
    count, if it was never loaded before. `progress` is called after each batch. Raises DatabaseError and UsageError."""
    from summitdb.articles.reader import read

    extractor, report = get_engine(engine), LoadReport()
    articles = _articles(read(paths, defaults=defaults, fields=fields), report.failed)
    first = next(articles, None)
    if first is None:
        return report  # there is nothing to store: no database is made for that
    opened = connect(db) if isinstance(db, str) or db is None else db
    loader = _Loader(opened, extractor, today or datetime.now(UTC).date(), report)
    stream = chain([first], articles)
    with loader.run("load"):
        while batch := list(islice(stream, BATCH)):
            loader.load(batch)
            if progress:
                progress(report)
    return report


def _articles(read: Iterable[Text | Failure], failed: list[Failure]) -> Iterator[Text]:
    """The articles of what was read; what could not be read is added to `failed`."""
    for item in read:
        if isinstance(item, Failure):
            failed.append(item)
        else:
            yield item


class _Loader:
    """One run of a load."""

    def __init__(self, engine: sa.Engine, extractor: Extractor, today: date, report: LoadReport) -> None:
        self.engine = engine
        self.extractor = extractor
        self.today = today
        self.report = report
        self.seen: dict[str, str] = {}

    @contextmanager
    def run(self, command: str) -> Iterator[None]:
        """Keep a record of the run in load_run, and count the rows that it adds."""
        with writing(self.engine) as connection:
            before = counts(connection)
            row = {"command": command, "started_at": ledger.now(), "version": summitdb.__version__, "engine": self.extractor.name}
            run = connection.scalars(
                sa.insert(LoadRun).returning(LoadRun.id), [{**row, "new": 0, "changed": 0, "unchanged": 0, "failed": 0}]
            ).one()
        yield
        with writing(self.engine) as connection:
            self.report.rows = {table: count - before[table] for table, count in counts(connection).items()}
            result = {name: getattr(self.report, name) for name in ("new", "changed", "unchanged")}
            connection.execute(
                sa.update(LoadRun)
                .where(LoadRun.id == run)
                .values(**result, failed=len(self.report.failed), finished_at=ledger.now())
            )

    def load(self, texts: list[Text]) -> None:
        """Extract from the articles that are new or changed, and store them, in one transaction."""
        fresh = [text for text in texts if self._is_first(text)]
        with self.engine.connect() as connection:
            known = ledger.known(connection, [ledger.article_key(text) for text in fresh])
        entries = []
        for text in fresh:
            before = known.get(ledger.article_key(text))
            if before and before.content_hash == ledger.content_hash(text):
                self.report.unchanged += 1
            elif entry := self._entry(text, before):
                entries.append(entry)
        if entries:
            with writing(self.engine) as connection:
                self._store(connection, entries)

    def _is_first(self, text: Text) -> bool:
        """Whether the run has not met this article yet; the same key with another text is a failure."""
        key, hash_ = ledger.article_key(text), ledger.content_hash(text)
        if key not in self.seen:
            self.seen[key] = hash_
            return True
        if self.seen[key] == hash_:
            self.report.unchanged += 1
        else:
            hint = "give each article an id or URL of its own, or load the folders with different --publisher"
            self.report.failed.append(Failure(text.external_id, f"another article is also called {key}", hint))
        return False

    def _entry(self, text: Text, before: ledger.Known | None) -> ledger.Entry | None:
        reference = text.published_on or (before.reference if before else None) or self.today
        content = None
        if text.language in EXTRACTED:
            try:
                file, refused = run(self.extractor, text, reference=reference)
                self.report.refused += [
                    f"{text.external_id}: {refusal.table} {refusal.position + 1} refused: {refusal.reason}" for refusal in refused
                ]
                verify(file, len(text.body), complete=True)
            except Exception as error:  # one article must not keep the others out
                what = error.message if isinstance(error, SummitError) else f"{type(error).__name__}: {error}"
                self.report.failed.append(Failure(text.external_id, f"extraction failed: {what}", "please report this"))
                return None
            content = records.encode(file)
        return ledger.Entry(text, content, "extraction", self.extractor.name, self.extractor.version, reference)

    def _store(self, connection: sa.Connection, entries: list[ledger.Entry]) -> None:
        known = ledger.known(connection, [ledger.article_key(entry.text) for entry in entries])
        files = ledger.record_files(connection, [before.id for before in known.values()])
        fold = Fold(connection)
        articles = []
        for entry in entries:
            before = known.get(ledger.article_key(entry.text))
            if before and before.content_hash == ledger.content_hash(entry.text):
                self.report.unchanged += 1  # another loader has been here since
                continue
            if before:
                fold.forget(ledger.effective(files[before.id]))
                ledger.drop_extractions(connection, before.id)
            article = ledger.put_article(connection, entry.text, before)
            if entry.content is None:
                self.report.not_extracted += 1
            else:
                ledger.put_record_file(connection, article, entry)
            articles.append(article)
            self.report.changed += before is not None
            self.report.new += before is None
        for found in ledger.record_files(connection, articles).values():
            fold.learn(ledger.effective(found))
        fold.settle()


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many rows each of the five tables has."""
    query = sa.select(*(sa.select(sa.func.count()).select_from(metadata.tables[table]).scalar_subquery() for table in FIVE))
    return dict(zip(FIVE, connection.execute(query).one(), strict=True))
