"""The article: what every reader returns and everything after reading works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from summitdb.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. `body` is the whole normalised text, title line first; every offset in SummitDB points into it.

    `language` is an ISO 639-1 code, `und` where none could be told; `published_on` the day of publication;
    `external_id` the identifier that the source gave the article (a file's stem, the `id` of a JSON object or CSV row).
    `path` is the file that it was read from, which is no part of what it is.
    """

    external_id: str
    body: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    path: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or one line of it, from which no article could be read. `line` counts from 1 and is None for a whole
    file.
    """

    path: str
    message: str
    hint: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What to take for an article that does not say it itself."""

    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says of one article, before normalisation.

    In a file of several, `number` is its place among them and `line` the line it starts on where that is known, both
    from 1.
    """

    text: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    external_id: str | None = None
    number: int | None = None
    line: int | None = None


class RecordFileFound(ArticleError):
    """The records of an article, not an article. In folders they stand beside the articles they code."""
