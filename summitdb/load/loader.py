"""One run of a load: extract from articles, store them and people's codings, fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

import summitdb
from summitdb import records
from summitdb.articles.model import Article as Text
from summitdb.articles.model import Failure
from summitdb.errors import RecordError, SummitError, UsageError
from summitdb.extract.engines import Extractor, run
from summitdb.fold.learn import verify
from summitdb.fold.update import Fold
from summitdb.load.codings import Coding
from summitdb.schema import LoadRun
from summitdb.store import ledger
from summitdb.store.connect import retried

FIVE = ("summit", "agreement", "statement", "corridor", "organization")
EXTRACTED = (None, "en", "und")
NAMESAKE_HINT = "if these are two articles, give each an id or URL of its own, or load the folders with different --publisher"


@dataclass(slots=True)
class LoadReport:
    """What a load did: numbers of articles, the inputs that failed, how many rows each of the five tables gained, and how
    many of the stored articles were not extracted from because of their language. `refused` are the records that an engine
    returned without words of the text to stand on, a line each, `replaced` the articles that look like another article than the
    one they replaced, a line each, `undated` counts the stored articles whose relative dates count from the day of this load,
    and `codings` people's record files new or changed."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    not_extracted: int = 0
    refused: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    undated: int = 0
    codings: int = 0


class Loader:
    """One run of a load."""

    def __init__(self, engine: sa.Engine, extractor: Extractor, today: date, report: LoadReport) -> None:
        self.engine = engine
        self.extractor = extractor
        self.today = today
        self.report = report
        self.seen: dict[str, tuple[str, str]] = {}

    @contextmanager
    def run(self, command: str) -> Iterator[None]:
        """Keep a record of the run in load_run."""
        run = retried(self.engine, lambda connection: self._start(connection, command))
        yield
        retried(self.engine, lambda connection: self._finish(connection, run))

    def _start(self, connection: sa.Connection, command: str) -> int:
        row = {
            "command": command,
            "started_at": ledger.now(),
            "version": summitdb.__version__,
            "engine": self.extractor.name,
            "engine_version": self.extractor.version,
        }
        insert = sa.insert(LoadRun).returning(LoadRun.id)
        run: int = connection.scalars(insert, [{**row, "new": 0, "changed": 0, "unchanged": 0, "failed": 0}]).one()
        return run

    def _finish(self, connection: sa.Connection, run: int) -> None:
        result = {name: getattr(self.report, name) for name in ("new", "changed", "unchanged")}
        update = sa.update(LoadRun).where(LoadRun.id == run)
        connection.execute(update.values(**result, failed=len(self.report.failed), finished_at=ledger.now()))

    def load(self, texts: list[Text]) -> None:
        """Extract from the articles that are new or changed, and store them, in one transaction."""
        fresh = [text for text in texts if self._is_first(text)]
        known = retried(self.engine, lambda connection: ledger.known(connection, fresh), write=False)
        entries = []
        for text in fresh:
            before = known.get(ledger.article_key(text))
            if before and before.content_hash == ledger.content_hash(text):
                self.report.unchanged += 1
            elif entry := self._entry(text, before):
                entries.append(entry)
        if entries:
            outcomes, gained, replaced = retried(self.engine, lambda connection: self._store(connection, entries))
            for outcome, count in outcomes.items():
                setattr(self.report, outcome, getattr(self.report, outcome) + count)
            self._count(gained)
            self.report.replaced += replaced

    def _count(self, gained: Counter[str]) -> None:
        """Count the rows that one transaction added, whatever other loads did meanwhile."""
        self.report.rows = {table: self.report.rows.get(table, 0) + gained[table] for table in FIVE}

    def _is_first(self, text: Text) -> bool:
        """Whether the run has not met this article yet; the same key with another text is a failure."""
        key, hash_, place = ledger.article_key(text), ledger.content_hash(text), text.path or text.external_id
        if key not in self.seen:
            self.seen[key] = hash_, place
            return True
        first, where = self.seen[key]
        if first == hash_:
            self.report.unchanged += 1
        else:
            message = f"not loaded: {'another article in it' if where == place else where} is also called {key}"
            self.report.failed.append(Failure(place, message, NAMESAKE_HINT))
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

    def _store(self, connection: sa.Connection, entries: list[ledger.Entry]) -> tuple[Counter[str], Counter[str], list[str]]:
        """Store entries and fold them; returns how many had each outcome, by the name of its number in the report, how many
        rows each table gained, and a line for each article that may have been replaced by mistake."""
        outcomes: Counter[str] = Counter()
        replaced = []
        known = ledger.known(connection, [entry.text for entry in entries])
        files = ledger.record_files(connection, [before.id for before in known.values()])
        fold = Fold(connection)
        articles = []
        for entry in entries:
            before = known.get(ledger.article_key(entry.text))
            if before and before.content_hash == ledger.content_hash(entry.text):
                outcomes["unchanged"] += 1  # another loader has been here since
                continue
            if before:
                if not entry.text.url and not entry.text.publisher and ledger.is_other_text(connection, before.id, entry.text):
                    place = entry.text.path or entry.text.external_id
                    replaced.append(f"{place}: replaced an article called {before.key} that had another text; {NAMESAKE_HINT}")
                fold.forget(ledger.effective(files[before.id]))
                ledger.drop_extraction(connection, before.id)
                ledger.strip_codings(connection, before.id)
            article = ledger.put_article(connection, entry.text, before)
            if entry.content is None:
                outcomes["not_extracted"] += 1
            else:
                ledger.put_record_file(connection, article, entry)
                outcomes["undated"] += entry.text.published_on is None and entry.reference == self.today
            articles.append(article)
            outcomes["changed" if before else "new"] += 1
        for found in ledger.record_files(connection, articles).values():
            fold.learn(ledger.effective(found))
        fold.settle()
        return outcomes, fold.gained, replaced

    def load_codings(self, codings: list[Coding], coder: str) -> None:
        """Store people's record files, in one transaction: each with the article it codes, or with an article that has no
        text yet."""
        if not codings:
            return
        outcomes, gained, failed = retried(self.engine, lambda connection: self._store_codings(connection, codings, coder))
        self._count(gained)
        self.report.codings += outcomes["changed"]
        self.report.unchanged += outcomes["unchanged"]
        self.report.failed += failed

    def _store_codings(
        self, connection: sa.Connection, codings: list[Coding], coder: str
    ) -> tuple[Counter[str], Counter[str], list[Failure]]:
        outcomes: Counter[str] = Counter()
        failed = []
        fold = Fold(connection)
        changed = set()
        for coding in codings:
            try:
                article = self._store_coding(connection, fold, coding, coder)
            except (RecordError, UsageError) as error:
                failed.append(Failure(coding.path, error.message, error.hint))
                continue
            if article:
                changed.add(article)
            outcomes["changed" if article else "unchanged"] += 1
        for found in ledger.record_files(connection, changed).values():
            fold.learn(ledger.effective(found))
        fold.settle()
        return outcomes, fold.gained, failed

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
