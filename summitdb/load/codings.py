"""Inputs of a load: articles, and record files that people coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from summitdb import records
from summitdb.articles.fields import Fields
from summitdb.articles.inputs import Input, find_inputs, open_input
from summitdb.articles.model import Article, Defaults, Failure
from summitdb.articles.reader import read_input
from summitdb.errors import RecordError
from summitdb.records import RecordFile


@dataclass(frozen=True, slots=True)
class Coding:
    """A record file made by a person, and what it says of its article, whose text it does not have."""

    path: str
    records: RecordFile
    text: Article


def read_inputs(
    paths: Iterable[str | Path], *, defaults: Defaults | None = None, fields: Mapping[str, str] | None = None
) -> Iterator[Article | Coding | Failure]:
    """Every article and every record file in `paths`, as `summitdb.articles.reader.read` takes them. Raises UsageError for
    a wrong key in `fields`."""
    known = Fields(fields)
    for found in find_inputs(paths):
        if isinstance(found, Failure):
            yield found
        elif found.format == "json" and (coding := _coding(found)):
            yield coding
        else:
            yield from read_input(found, defaults=defaults, fields=known)


def _coding(file: Input) -> Coding | Failure | None:
    """The coding in a JSON file; None if it holds something else."""
    try:
        with open_input(file, None) as stream:
            data = stream.read()
    except OSError:
        return None  # reading it as an article says what is wrong
    if b'"article"' not in data or not any(f'"{table}"'.encode() in data for table in records.TABLES):
        return None
    try:
        found: RecordFile = records.decode(data)
        published_on = date.fromisoformat(found.article.published_on) if found.article.published_on else None
    except RecordError as error:
        return Failure(file.name, error.message, error.hint) if file.named else None
    except ValueError:
        return Failure(file.name, f"{found.article.published_on} is no date", "write YYYY-MM-DD")
    head = found.article
    text = Article(
        external_id=file.stem,
        body="",
        title=head.title,
        published_on=published_on,
        url=head.url,
        language=head.language,
    )
    return Coding(file.name, found, text)
