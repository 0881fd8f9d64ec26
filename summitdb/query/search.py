"""Full-text search over articles and statements, with the same hits in the same order on both databases.

The database picks out the rows that contain the words at all; whole words, rank and snippet are worked out here, because
SQLite's and Postgres's own rankings differ.
"""

from __future__ import annotations

import heapq
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.conditions import Query, conditions, contains
from summitdb.query.filters import Filters, checked
from summitdb.query.listing import VIEW
from summitdb.query.rows import Rows
from summitdb.schema import Article, Statement

COLUMNS = ("what", "name", "date", "by", "title", "snippet")
# Characters of a snippet on either side of the first hit.
AROUND = 80
# A word of a title or headline weighs as much as this many in the text.
TITLE_WEIGHT = 10


@dataclass(frozen=True)
class Hit:
    """A row that has all the words. `score` grows with the number of occurrences per thousand characters."""

    score: float
    what: str
    name: str
    date: str | None
    by: str | None
    title: str | None
    snippet: str

    @property
    def order(self) -> tuple[float, str, str]:
        """Sort key: best first, then by kind and name."""
        return (-self.score, self.what, self.name)


def search(connection: sa.Connection, words: str, filters: Filters | None = None, limit: int = 20) -> Rows:
    """The `limit` best hits for words, all of which must occur; a word finds those that begin with it, and "words in
    quotation marks" stand together. Raises UsageError where there is no word."""
    patterns = [_pattern(term) for term in _terms(words)]
    given = checked(filters or Filters())
    hits = (hit for query in _queries(_terms(words), given) for hit in _hits(connection, query, patterns))
    best = heapq.nsmallest(limit, hits, key=lambda hit: hit.order)
    return Rows(COLUMNS, [(h.what, h.name, h.date, h.by, h.title, h.snippet) for h in best])


def _terms(words: str) -> list[str]:
    try:
        terms = shlex.split(words.replace("'", "\\'"))
    except ValueError:
        raise UsageError("a quotation mark is not closed") from None
    terms = [" ".join(found) for term in terms if (found := re.findall(r"[\w'’-]*\w", term))]
    if not terms:
        raise UsageError("no word to search for")
    return terms


def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(map(re.escape, term.split())) + r"\w*", re.IGNORECASE)


def _queries(terms: Sequence[str], filters: Filters) -> Iterator[Query]:
    """The articles and the statements that contain every word of the terms somewhere."""
    words = [word for term in terms for word in term.split()]
    yield (
        sa.select(
            sa.literal("article").label("what"), Article.external_id.label("name"), Article.published_on.label("date"),
            Article.publisher.label("by"), Article.title, Article.body.label("text"),
        )
        .where(*(contains(Article.body, word) for word in words), *conditions("articles", filters))
    )  # fmt: skip
    overview = VIEW["statement_overview"]
    wanted = sa.select(Statement.slug).where(
        *(contains(Statement.text, word) for word in words), *conditions("statements", filters)
    )
    yield sa.select(
        sa.literal("statement").label("what"),
        overview.c.slug.label("name"),
        overview.c.first_published_on.label("date"),
        sa.func.coalesce(overview.c.speaker, overview.c.speaker_organization, overview.c.speaker_country).label("by"),
        sa.literal(None).label("title"),
        overview.c.text,
    ).where(overview.c.slug.in_(wanted))


def _hits(connection: sa.Connection, query: Query, patterns: Sequence[re.Pattern[str]]) -> Iterator[Hit]:
    for row in connection.execution_options(yield_per=200).execute(query):
        first = patterns[0].search(row.text)
        counts = [sum(1 for _ in pattern.finditer(row.text)) for pattern in patterns]
        if first and all(counts):
            in_title = sum(bool(pattern.search(row.title or "")) for pattern in patterns)
            score = 1000 * (sum(counts) + TITLE_WEIGHT * in_title) / (len(row.text) + 1000)
            yield Hit(score, row.what, row.name, row.date, row.by, row.title, _snippet(row.text, first))


def _snippet(text: str, found: re.Match[str]) -> str:
    """The first hit between brackets, with whole words around it."""
    before = text[max(0, found.start() - AROUND) : found.start()]
    after = text[found.end() : found.end() + AROUND]
    if found.start() > AROUND:
        before = "… " + before.partition(" ")[2]
    if found.end() + AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}[{found.group()}]{after}".split())
