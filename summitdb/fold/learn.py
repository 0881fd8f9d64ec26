"""From record files to mentions: what the fold starts from is kept as rows of its own, with keys and evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb import records
from summitdb.errors import RecordError
from summitdb.fold.holders import unique
from summitdb.fold.identity import CLUSTERED, KEYED, RULES
from summitdb.fold.lookup import Lookup
from summitdb.fold.mention import Draft, Value, drafts
from summitdb.fold.moves import Said, is_decided
from summitdb.fold.names import person_key
from summitdb.fold.persons import without_country
from summitdb.fold.stored import Stored, publisher_of
from summitdb.fold.windows import Key, days
from summitdb.gazetteer.tables import countries
from summitdb.schema import Article, Evidence, Mention, MentionKey, Person, RecordFile
from summitdb.store.rows import chunks, insert, insert_ids

_BY_HAND = "coding"
_DATES = {"starts_on", "ends_on", "date", "completes_on"}
_COUNTRIES = {"country", "countries", "parties", "speaker_country", "relations", "by"}


@dataclass(slots=True)
class Touched:
    """What a change of the ledger touches: by table the new mentions, the keys of mentions that went away and of decisions, and
    the rows that lost mentions; the fields of keyed rows, and those of them for which something is claimed no longer; and the
    persons."""

    mentions: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    keys: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    rows: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    fields: dict[str, dict[int, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    lost: dict[str, dict[int, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    persons: set[str] = field(default_factory=set)


def forget(connection: sa.Connection, record_files: Collection[int], touched: Touched) -> None:
    """Delete the mentions of record files, with their evidence and keys, noting what that touches."""
    for some in chunks(sorted(record_files)):
        of_these = Mention.record_file_id.in_(some)
        for table in CLUSTERED:
            pointer = Mention.__table__.c[f"{table}_id"]
            touched.rows[table].update(connection.scalars(sa.select(pointer).where(of_these, pointer.is_not(None))))
        keys = sa.select(Mention.table_name, MentionKey.key, MentionKey.first_day, MentionKey.last_day)
        for row in connection.execute(keys.join(MentionKey, MentionKey.mention_id == Mention.id).where(of_these)):
            touched.keys[row.table_name].add(Key(row.key, row.first_day, row.last_day))
        for table in KEYED:
            pointer = Mention.__table__.c[f"{table}_id"]
            fields = sa.select(pointer.label("row"), Evidence.field).distinct()
            fields = fields.join(Evidence, Evidence.mention_id == Mention.id).where(of_these, pointer.is_not(None))
            for row in connection.execute(fields):
                touched.fields[table][row.row].add(row.field)
                touched.lost[table][row.row].add(row.field)
        persons = sa.select(Person.key).join(Mention, Mention.person_id == Person.id)
        touched.persons.update(connection.scalars(persons.where(of_these).distinct()))
        connection.execute(sa.delete(Mention).where(of_these))


def learn(connection: sa.Connection, record_files: Collection[int], touched: Touched, lookup: Lookup) -> None:
    """Store the mentions of record files, with their evidence and keys, noting what that touches.

    Raises RecordError for a record file that breaks the format or whose evidence is not in the text."""
    for some in chunks(sorted(record_files), 100):
        query = sa.select(
            RecordFile.id, RecordFile.article_id, RecordFile.kind, RecordFile.content,
            Article.key, Article.publisher, Article.url, Article.published_on, Article.body,
        )  # fmt: skip
        query = query.join(Article, Article.id == RecordFile.article_id).where(RecordFile.id.in_(some))
        batch = _Batch(touched, lookup)
        for row in connection.execute(query.order_by(RecordFile.id)):
            batch.add(row)
        batch.write(connection)


class _Batch:
    """The mentions of some record files, collected and written together."""

    def __init__(self, touched: Touched, lookup: Lookup) -> None:
        self.touched = touched
        self.lookup = lookup
        self.found: list[tuple[Any, Draft]] = []

    def add(self, row: Any) -> None:
        def who(name: str, country: str | None) -> str | None:
            key = self.lookup.moves.follow(Said(person_key(name), country), row.key).key
            return None if key in self.lookup.moves.rejected else key

        for draft in drafts(records.decode(row.content), complete=row.kind != _BY_HAND, who=who):
            _check_evidence(draft, len(row.body))
            self.found.append((row, draft))

    def write(self, connection: sa.Connection) -> None:
        self._prepare()
        ids = insert_ids(connection, Mention, [self._mention(row, draft) for row, draft in self.found])
        keys: list[dict[str, Any]] = []
        evidence: list[dict[str, Any]] = []
        for id_, (row, draft) in zip(ids, self.found, strict=True):
            evidence.extend(_evidence(id_, row, draft))
            self.touched.mentions[draft.table].add(id_)
            if draft.table in CLUSTERED:
                keys.extend(_key_rows(id_, unique(RULES[draft.table].keys(_stored(id_, row, draft))).values()))
                continue
            if (pointer := self._pointer(row, draft)) is not None:
                self.touched.fields[draft.table][pointer].update(value.field for value, _ in draft.values)
            if draft.table == "person":
                said = self._said(row, draft)
                if said.country is None and not is_decided(said.key):
                    keys.extend(_key_rows(id_, [Key(without_country(said.key))]))
        insert(connection, MentionKey, keys)
        insert(connection, Evidence, evidence)

    def _prepare(self) -> None:
        """Find or create, all at once, the keyed rows that the mentions point to."""
        for table in ("corridor", "organization"):
            records_: list[Any] = [draft.record for _, draft in self.found if draft.table == table]
            self.lookup.know_named(table, {record.name for record in records_})
        persons = {self._said(row, draft).key for row, draft in self.found if draft.table == "person"}
        self.touched.persons |= persons
        self.lookup.know_persons(persons)

    def _said(self, row: Any, draft: Draft) -> Said:
        record: Any = draft.record
        return self.lookup.moves.follow(Said(person_key(record.name), record.country), row.key)

    def _pointer(self, row: Any, draft: Draft) -> int | None:
        record: Any = draft.record
        if draft.table == "person":
            return self.lookup.person_row(self._said(row, draft), record.name)
        return self.lookup.named(draft.table, record.name)

    def _mention(self, row: Any, draft: Draft) -> dict[str, Any]:
        pointers = {f"{table}_id": self._pointer(row, draft) if draft.table == table else None for table in KEYED}
        return {
            "article_id": row.article_id,
            "record_file_id": row.id,
            "table_name": draft.table,
            "position": draft.position,
            "main": draft.main,
            "content": msgspec.json.encode(draft.record).decode(),
            **pointers,
        }


def verify(file: records.RecordFile, length: int, *, complete: bool) -> None:
    """Raises RecordError unless the record file can be folded with an article of `length` characters; with `complete`
    each value must have evidence."""
    for draft in drafts(file, complete=complete):
        _check_evidence(draft, length)
        for value, _ in draft.values:
            _check_value(draft, value)


def _check_evidence(draft: Draft, length: int) -> None:
    for value, evidence in draft.values:
        for item in evidence:
            if not (0 <= item.start < item.end <= length and 0 <= item.confidence <= 1):
                raise RecordError(
                    f"{draft.table} {draft.position}: the evidence for {value.path} is outside the text",
                    "record file and article do not belong together",
                )


def _check_value(draft: Draft, value: Value) -> None:
    """Raises RecordError for a value that the tables cannot hold."""
    name = value.path.rpartition("/")[2] if not value.path[-1].isdigit() else value.path.partition("/")[0]
    place = f"{draft.table} {draft.position}: {value.path}"
    if "\0" in value.text:
        raise RecordError(f"{place} has a NUL character", "take it out")
    if name in _DATES:
        try:
            days(value.text)
        except ValueError as error:
            raise RecordError(f"{place}: {value.text} is no date", "write YYYY-MM-DD, YYYY-MM or YYYY") from error
    if name in _COUNTRIES and value.text not in countries():
        raise RecordError(f"{place}: {value.text} is no country", "use ISO 3166-1 alpha-2, as in AZ")
    if draft.table in KEYED and name == "name" and not value.text.strip():
        raise RecordError(f"{place} is empty", "leave the record out")


def _key_rows(id_: int, keys: Iterable[Key]) -> Iterable[dict[str, Any]]:
    return [{"mention_id": id_, "key": key.text, "first_day": key.first, "last_day": key.last} for key in keys]


def _stored(id_: int, row: Any, draft: Draft) -> Stored[Any]:
    return Stored(
        id=id_,
        record=draft.record,
        article=row.key,
        file=row.id,
        position=draft.position,
        publisher=publisher_of(row.publisher, row.url),
        published_on=row.published_on,
        main=draft.main,
        row=None,
    )


def _evidence(id_: int, row: Any, draft: Draft) -> Iterable[dict[str, Any]]:
    seen = set()
    for value, evidence in draft.values:
        base = {"mention_id": id_, "article_id": row.article_id, "field": value.field, "value": value.text}
        if not evidence:
            yield {**base, "start": None, "end": None, "rule": _BY_HAND, "confidence": 1.0}
        for item in evidence:
            place = (value.field, value.text, item.start, item.end, item.rule)
            if place not in seen:
                seen.add(place)
                yield {**base, "start": item.start, "end": item.end, "rule": item.rule, "confidence": item.confidence}
