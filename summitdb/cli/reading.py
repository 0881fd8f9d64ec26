"""Options about how articles are read, for the commands that read some."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from summitdb.errors import UsageError

if TYPE_CHECKING:
    from summitdb.articles.model import Article, Defaults, Failure


class Day(click.ParamType[date]):
    """A calendar day, YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2024-08-19", param, ctx)


@dataclass(frozen=True)
class Reading:
    """What the user says about the articles: values for what a file lacks, and names of fields in JSON and CSV."""

    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    fields: dict[str, str] = field(default_factory=dict)

    def defaults(self) -> Defaults:
        """What to take for an article that does not say it itself."""
        from summitdb.articles.model import Defaults

        return Defaults(self.published_on, self.publisher, self.url, self.language)

    def read(self, paths: Sequence[str]) -> Iterator[Article | Failure]:
        """The articles of files, folders, globs or standard input (`-`)."""
        from summitdb.articles.reader import read

        return read(paths, defaults=self.defaults(), fields=self.fields)


OPTIONS = (
    click.option("--published-on", type=Day(), metavar="DATE", help="Day of publication, for what has none."),
    click.option("--publisher", metavar="NAME", help="Publisher, for what names none."),
    click.option("--url", metavar="URL", help="Web address, for what has none."),
    click.option("--language", metavar="CODE", help="Language (ISO 639-1), for what does not say it."),
    click.option("--field", "fields", metavar="NAME=COLUMN", multiple=True, help="A field's name in JSON or CSV."),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--published-on`, `--publisher`, `--url`, `--language`, `--field`, passed on as one `reading`."""

    @wraps(command)
    def with_reading(
        *args: Any,
        published_on: date | None,
        publisher: str | None,
        url: str | None,
        language: str | None,
        fields: tuple[str, ...],
        **others: Any,
    ) -> Any:
        reading = Reading(published_on, publisher, url, language, _field_names(fields))
        return command(*args, reading=reading, **others)

    for option in reversed(OPTIONS):
        with_reading = option(with_reading)
    return with_reading


def _field_names(pairs: tuple[str, ...]) -> dict[str, str]:
    names = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals and theirs):
            raise UsageError(f"--field {pair}: not of the form title=headline")
        names[ours] = theirs
    return names
