"""One run of a load: extract from articles, store them and people's codings, fold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

import summitdb
from summitdb import records
from summitdb.articles.model import Article as Text
from summitdb.articles.model import Failure
from summitdb.errors import SummitError
from summitdb.extract.engines import Extractor, run
from summitdb.fold.learn import verify
from summitdb.fold.update import Fold
from summitdb.load.codings import Coding
from summitdb.schema import LoadRun, metadata
from summitdb.store import ledger
from summitdb.store.connect import writing

BATCH = 50
FIVE = ("summit", "agreement", "statement", "corridor", "organization")
EXTRACTED = (None, "en", "und")


@dataclass(slots=True)
class LoadReport:
    """What a load did: numbers of articles, the inputs that failed, how many rows each of the five tables gained, and how
    many of the stored articles were not extracted from because of their language. `refused` are the records that an engine
    returned without words of the text to stand on, a line each, and `codings` counts people's record files new or changed."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    not_extracted: int = 0
    refused: list[str] = field(default_factory=list)
    codings: int = 0


class Loader:
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
            known = ledger.known(connection, fresh)
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
        known = ledger.known(connection, [entry.text for entry in entries])
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
                ledger.drop_extraction(connection, before.id)
                ledger.strip_codings(connection, before.id)
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

    def load_codings(self, codings: list[Coding], coder: str) -> None:
        """Store people's record files, in one transaction: each with the article it codes, or with an article that has no
        text yet."""
        if not codings:
            return
        with writing(self.engine) as connection:
            fold = Fold(connection)
            changed = set()
            for coding in codings:
                try:
                    article = self._store_coding(connection, fold, coding, coder)
                except SummitError as error:
                    self.report.failed.append(Failure(coding.path, error.message, error.hint))
                    continue
                if article:
                    changed.add(article)
                    self.report.codings += 1
                else:
                    self.report.unchanged += 1
            for found in ledger.record_files(connection, changed).values():
                fold.learn(ledger.effective(found))
            fold.settle()

    def _store_coding(self, connection: sa.Connection, fold: Fold, coding: Coding, coder: str) -> int | None:
        """Store one coding and return its article, or None if it was there already."""
        article, length = ledger.coded_article(connection, coding.text)
        verify(coding.records, length, complete=False)
        content = records.encode(coding.records)
        if article is not None and ledger.has_coding(connection, article, coder, content):
            return None
        if article is None:
            article = ledger.put_article(connection, coding.text, None)
        fold.forget(ledger.effective(ledger.record_files(connection, [article])[article]))
        reference = coding.text.published_on or self.today
        entry = ledger.Entry(coding.text, content, "coding", coder, "", reference)
        ledger.drop_coding(connection, article, coder)
        ledger.put_record_file(connection, article, entry)
        return article


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many rows each of the five tables has."""
    query = sa.select(*(sa.select(sa.func.count()).select_from(metadata.tables[table]).scalar_subquery() for table in FIVE))
    return dict(zip(FIVE, connection.execute(query).one(), strict=True))
