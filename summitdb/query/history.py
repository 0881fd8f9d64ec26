"""How a row came to be: the articles behind it and people's decisions about it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from summitdb.query.rows import Rows
from summitdb.query.show import row_of
from summitdb.schema import Article, Correction, Mention

COLUMNS = ("when", "what", "who", "detail", "state", "key")


def history(connection: sa.Connection, slug: str) -> Rows:
    """The articles that tell of a row, as they were loaded, and the decisions about it, in the order of time. Raises
    UsageError for a slug that is none."""
    table, row_id, _ = row_of(connection, slug)
    articles = connection.execute(
        sa.select(
            Article.loaded_at,
            Article.external_id,
            Article.publisher,
            Article.published_on,
            sa.func.max(sa.case((Mention.main, 1), else_=0)).label("main"),
        )
        .join(Mention, Mention.article_id == Article.id)
        .where(getattr(Mention, f"{table}_id") == row_id)
        .group_by(Article.id, Article.loaded_at, Article.external_id, Article.publisher, Article.published_on)
    )
    rows: list[tuple[Any, ...]] = [
        (
            found.loaded_at,
            "article",
            found.publisher,
            f"{found.external_id}, published {found.published_on or 'on an unknown day'}",
            "about it" if found.main else "in passing",
            None,
        )
        for found in articles
    ]
    rows += _decisions(connection, getattr(Correction, f"{table}_id") == row_id)
    return Rows(COLUMNS, sorted(rows, key=lambda row: (row[0].rstrip("Z"), row[1], row[3])))


def decisions(connection: sa.Connection) -> Rows:
    """Every decision, in the order of time."""
    return Rows(COLUMNS, _decisions(connection, sa.true()))


def _decisions(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[tuple[Any, ...]]:
    found = connection.execute(sa.select(Correction.__table__).where(condition).order_by(Correction.made_at, Correction.key))
    return [
        (
            row.made_at,
            row.action,
            row.author,
            " ".join(filter(None, (row.slug, _change(row), f"({row.reason})" if row.reason else None))),
            _state(row),
            row.key,
        )
        for row in found
    ]


def _change(row: Any) -> str | None:
    if row.action != "correct":
        return row.field  # type: ignore[no-any-return]
    return f"{row.field} = {row.value}" if row.value is not None else f"{row.field} removed"


def _state(row: Any) -> str:
    if row.undone_at:
        return f"undone by {row.undone_by}, {row.undone_at}"
    applies = row.action == "reject" or getattr(row, f"{row.table_name}_id") is not None
    return "in force" if applies else "about nothing here"
