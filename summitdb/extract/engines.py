"""Extraction engines: the built-in rules, and others that register under the entry point group `summitdb.extractors`.

An engine is an object with `name`, `version` and `extract(article, *, reference)`, which returns a RecordFile or the same as
plain dicts and lists. Whatever it returns is validated against the record format and grounded: a record whose evidence or words
are not in the article's text is refused and reported, never stored. docs/engines.md has a complete example.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from summitdb import __version__
from summitdb.articles.model import Article
from summitdb.errors import RecordError, UsageError
from summitdb.records import TABLES, Agreement, Corridor, Organization, Record, RecordFile, Statement

GROUP = "summitdb.extractors"
JOINT = " ... "


class Extractor(Protocol):
    """What an engine offers. `extract` must be deterministic for the same article and reference day."""

    name: str
    version: str

    def extract(self, article: Article, *, reference: date | None = None) -> RecordFile | dict[str, Any]: ...


class Refusal(Struct, frozen=True):
    """A record that was not taken: its table, its position in what the engine returned, and why."""

    table: str
    position: int
    reason: str


class RulesEngine:
    """The built-in engine `rules`."""

    name = "rules"
    version = __version__

    def extract(self, article: Article, *, reference: date | None = None) -> RecordFile:
        from summitdb.extract.engine import extract
        from summitdb.gazetteer.names import prepare

        prepare()
        return extract(article, reference=reference)


def engine_names() -> list[str]:
    """The names of all installed engines."""
    from importlib.metadata import entry_points

    return sorted({"rules", *(point.name for point in entry_points(group=GROUP))})


def get_engine(name: str = "rules") -> Extractor:
    """The engine of that name. Raises UsageError for a name that is not installed, or an engine that cannot be loaded."""
    if name == "rules":
        return RulesEngine()
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP):
        if point.name == name:
            try:
                engine: Extractor = point.load()()
            except Exception as error:
                raise UsageError(
                    f"engine {name!r} cannot be loaded: {error}", f"see the package that provides {point.value}"
                ) from error
            return engine
    names = engine_names()
    close = get_close_matches(name, names, 1)
    raise UsageError(f"no engine {name!r}", f"did you mean {close[0]!r}?" if close else f"installed: {', '.join(names)}")


def run(engine: Extractor, article: Article, *, reference: date | None = None) -> tuple[RecordFile, list[Refusal]]:
    """The records of `article` by `engine`, and those refused. Raises RecordError when the whole is no record file."""
    found = engine.extract(article, reference=reference)
    if not isinstance(found, RecordFile):
        try:
            found = msgspec.convert(found, RecordFile)
        except msgspec.ValidationError as error:
            raise RecordError(f"engine {engine.name!r} returned no record file for {article.external_id}: {error}") from error
    refused: list[Refusal] = []
    for table in TABLES:
        kept = []
        for position, record in enumerate(getattr(found, table)):
            reason = next(_faults(article.body, record), None)
            if reason is None:
                kept.append(record)
            else:
                refused.append(Refusal(table, position, reason))
        setattr(found, table, kept)
    return found, refused


def _faults(body: str, record: Record) -> Iterator[str]:
    """What is wrong with a record's grounding, in the order it is noticed."""
    if not record.evidence:
        yield "it has no evidence"
    for evidence in record.evidence:
        if not 0 <= evidence.start < evidence.end <= len(body):
            yield f"its evidence for {evidence.field!r} ({evidence.start} to {evidence.end}) lies outside the text"
        elif not 0 <= evidence.confidence <= 1:
            yield f"its confidence for {evidence.field!r} is {evidence.confidence}, not between 0 and 1"
        elif not _has(record, evidence.field):
            yield f"its evidence is for {evidence.field!r}, which it does not have"
    for words in _quoted(record):
        if words not in body:
            yield f"its words {words[:60]!r} are not in the text"


def _quoted(record: Record) -> list[str]:
    """The values of a record that must stand in the text word for word."""
    if isinstance(record, Statement):
        return [part.strip(" .") for part in record.text.split(JOINT)]  # the words quoted may end in dots themselves
    if isinstance(record, Corridor | Organization):
        return [record.as_written]
    return [record.title] if isinstance(record, Agreement) else []


def _has(record: Record, path: str) -> bool:
    value: Any = record
    for step in path.split("/"):
        if isinstance(value, list):
            if not step.isdigit() or int(step) >= len(value):
                return False
            value = value[int(step)]
        else:
            value = getattr(value, step, None)
            if value is None:
                return False
    return True
