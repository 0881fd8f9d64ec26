"""How a row came to be, as one timeline: what articles contributed, what people decided, and which values won."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.query.rows import Rows
from summitdb.schema import Article, ContestedValue, Correction, Evidence, Mention
from summitdb.store.find import find

COLUMNS = ("when", "what", "who", "field", "value", "detail", "state", "key")
SHOWN = 80  # characters of a passage
REASONS = {
    "correction": "a person's correction",
    "coding": "a person's coding",
    "publishers": "more publishers",
    "latest": "the latest article",
    "order": "no better reason than order",
}
_Line = tuple[Any, ...]


def history(connection: sa.Connection, slug: str) -> Rows:
    """The timeline of a row: each article on its day of publication, followed by the values that it gives with their
    passages; people's decisions when they were made; last the values on which articles disagree, with what decided. An undated
    article stands where it was loaded. Raises UsageError for a slug that is none."""
    table, row_id, _ = find(connection, slug)
    disputed = _disputed(connection, table, row_id)
    told = [
        *_articles(connection, table, row_id, disputed),
        *_decisions(connection, getattr(Correction, f"{table}_id") == row_id),
    ]
    told.sort(key=lambda item: item[0])
    lines = [line for _, some in told for line in some]
    return Rows(COLUMNS, [*lines, *_outcomes(disputed)])


def decisions(connection: sa.Connection) -> Rows:
    """Every decision, in the order of time."""
    return Rows(COLUMNS, [line for _, lines in _decisions(connection, sa.true()) for line in lines])


def _disputed(connection: sa.Connection, table: str, row_id: int) -> dict[str, list[Any]]:
    """The contested values of a row by field, the one that it holds first."""
    columns = ContestedValue.field, ContestedValue.value, ContestedValue.won, ContestedValue.why, ContestedValue.publishers
    query = sa.select(*columns).where(getattr(ContestedValue, f"{table}_id") == row_id)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in sorted(connection.execute(query), key=lambda row: (row.field, not row.won, row.value)):
        found[row.field].append(row)
    return found


def _articles(
    connection: sa.Connection, table: str, row_id: int, disputed: dict[str, list[Any]]
) -> Iterator[tuple[tuple[str, ...], list[_Line]]]:
    """Each article that tells of a row: a line for itself and one for each value that it gives."""
    columns = (
        Article.id,
        Article.key,
        Article.external_id,
        Article.title,
        Article.publisher,
        Article.published_on,
        Article.loaded_at,
    )
    main = sa.func.max(sa.case((Mention.main, 1), else_=0)).label("main")
    query = sa.select(*columns, main).join(Mention, Mention.article_id == Article.id)
    query = query.where(getattr(Mention, f"{table}_id") == row_id).group_by(*columns)
    for article in connection.execute(query).all():
        when = article.published_on or article.loaded_at
        name = f"{article.external_id}: {article.title}" if article.title else article.external_id
        about = "about it" if article.main else "in passing"
        lines: list[_Line] = [(article.published_on, "article", article.publisher, None, None, name, about, None)]
        for row in _values(connection, table, row_id, article.id):
            states = {item.value: item.won for item in disputed.get(row.field, ())}
            state = None if row.value not in states else "taken" if states[row.value] else "not taken"
            lines.append(
                (article.published_on, "value", article.publisher, row.field, row.value, _short(row.passage), state, None)
            )
        yield (when.rstrip("Z"), "article", article.key), lines


def _values(connection: sa.Connection, table: str, row_id: int, article: int) -> list[Any]:
    """The values that an article gives a row, each with its first passage, in the order of the text."""
    passage = sa.func.substr(Article.body, Evidence.start + 1, Evidence.end - Evidence.start).label("passage")
    query = sa.select(Evidence.field, Evidence.value, Evidence.start, passage)
    query = query.join(Mention, Mention.id == Evidence.mention_id).join(Article, Article.id == Evidence.article_id)
    query = query.where(getattr(Mention, f"{table}_id") == row_id, Evidence.article_id == article)
    found: dict[tuple[str, str], Any] = {}
    for row in sorted(connection.execute(query), key=lambda row: (row.start or 0, row.field, row.value)):
        found.setdefault((row.field, row.value), row)
    return list(found.values())


def _short(passage: str | None) -> str | None:
    if passage is None:
        return None
    text = " ".join(passage.split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


def _outcomes(disputed: dict[str, list[Any]]) -> Iterator[_Line]:
    """A line for each field on which articles disagree: the value taken, why, and the others."""
    for field, rows in disputed.items():
        won = next((row for row in rows if row.won), None)
        others = ", ".join(f"{row.value} ({_publishers(row)})" for row in rows if not row.won)
        value = f"{won.value} ({_publishers(won)})" if won else None
        why = REASONS.get(won.why, won.why) if won else "a person's correction"
        yield None, "conflict", None, field, value, f"over {others}" if others else None, f"taken for {why}", None


def _publishers(row: Any) -> str:
    return f"{row.publishers} publisher{'' if row.publishers == 1 else 's'}"


def _decisions(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Iterator[tuple[tuple[str, ...], list[_Line]]]:
    query = sa.select(Correction.__table__).where(condition).order_by(Correction.made_at, Correction.key)
    for row in connection.execute(query):
        line = (row.made_at, row.action, row.author, row.field, _value(row), _detail(row), _state(row), row.key)
        yield (row.made_at.rstrip("Z"), row.action, row.key), [line]


def _value(row: Any) -> str | None:
    if row.action == "correct" and row.value is None:
        return "(removed)"
    return row.value  # type: ignore[no-any-return]


def _detail(row: Any) -> str:
    """The row as it was called then, what it was merged with or which articles were split from it, and the reason."""
    target = msgspec.json.decode(row.target)
    other = target.get("into") or ", ".join(sorted({member["article"] for member in target.get("other", ())}))
    parts = {"merge": f"with {other}", "split": f"from it: {', '.join(target.get('articles', ()))}"}
    reason = f"({row.reason})" if row.reason else None
    return " ".join(filter(None, (row.slug, parts.get(row.action), reason)))


def _state(row: Any) -> str:
    if row.undone_at:
        return f"undone by {row.undone_by}, {row.undone_at}"
    applies = row.action == "reject" or getattr(row, f"{row.table_name}_id") is not None
    return "in force" if applies else "about nothing here"
