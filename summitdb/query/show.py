"""One row in full: each value with the articles that give it, in their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

import sqlalchemy as sa

from summitdb.query.conditions import Query
from summitdb.query.listing import VIEW
from summitdb.query.rows import cell_text
from summitdb.query.sorting import ascending
from summitdb.schema import (
    Agreement,
    Article,
    ContestedValue,
    Correction,
    Corridor,
    Evidence,
    Mention,
    Organization,
    Person,
    RecordFile,
    Statement,
    Summit,
)
from summitdb.store.find import find

TABLES: dict[str, type[Any]] = {
    "summit": Summit,
    "agreement": Agreement,
    "statement": Statement,
    "corridor": Corridor,
    "organization": Organization,
    "person": Person,
}
# Characters of the article shown on either side of a passage.
CONTEXT = 90


@dataclass(frozen=True)
class Quotation:
    """What one article says: the passage with what stands before and after it in the same paragraph. `passage` is None
    where a coder gave none."""

    article: str
    publisher: str | None
    published_on: str | None
    url: str | None
    before: str
    passage: str | None
    after: str
    start: int | None
    end: int | None
    rule: str
    confidence: float
    author: str


@dataclass(frozen=True)
class ShownValue:
    """A value and who gives it. `held`: the row has it; otherwise others were better supported."""

    field: str
    value: str
    held: bool = True
    why: str | None = None
    quotations: list[Quotation] = attribute(default_factory=list)


@dataclass(frozen=True)
class ShownCorrection:
    """A person's decision about the row."""

    action: str
    field: str | None
    value: str | None
    author: str
    made_at: str
    reason: str | None


@dataclass(frozen=True)
class Shown:
    """One row. `row` holds its columns, with lists in one text, in the order in which they are to be shown."""

    table: str
    slug: str
    row: dict[str, Any]
    values: list[ShownValue] = attribute(default_factory=list)
    corrections: list[ShownCorrection] = attribute(default_factory=list)


def show(connection: sa.Connection, slug: str) -> Shown:
    """The row with that slug, or the article with that identifier. Raises UsageError, with near slugs."""
    article = connection.execute(
        sa.select(Article).where(sa.or_(Article.external_id == slug, Article.key == slug)).order_by(Article.key)
    ).first()
    if article is not None:
        return _article(connection, article._mapping)
    table, row_id, slug = find(connection, slug)
    row = _row(connection, table, slug)
    return Shown(table, slug, row, _values(connection, table, row_id, row), _corrections(connection, table, row_id))


def _row(connection: sa.Connection, table: str, slug: str) -> dict[str, Any]:
    """The columns of a row; a corridor's figures and an organization's relations stand among the values instead."""
    overview: Any = VIEW.get(f"{table}_overview")
    if overview is None:
        overview = TABLES[table].__table__
    hidden = ("id", "key", "unit", "current_capacity", "target_capacity")
    columns = [column for column in overview.columns if column.name not in hidden]
    found = connection.execute(sa.select(*columns).where(overview.c.slug == slug)).first()
    assert found is not None
    return dict(found._mapping)


def _values(connection: sa.Connection, table: str, row_id: int, row: dict[str, Any]) -> list[ShownValue]:
    points_here = getattr(Mention, f"{table}_id") == row_id
    contested = {
        (found.field, found.value): (found.won, found.why)
        for found in connection.execute(
            sa.select(ContestedValue.field, ContestedValue.value, ContestedValue.won, ContestedValue.why).where(
                getattr(ContestedValue, f"{table}_id") == row_id
            )
        )
    }
    values: dict[tuple[str, str], ShownValue] = {}
    for found in connection.execute(_evidence().where(points_here)):
        key = (found.field, found.value)
        held, why = contested.get(key, (cell_text(row.get(found.field, found.value)) == found.value, None))
        values.setdefault(key, ShownValue(*key, held, why)).quotations.append(_quotation(found))
    for key, (held, why) in contested.items():
        values.setdefault(key, ShownValue(*key, held, why))
    return sorted(values.values(), key=lambda value: (value.field, not value.held, value.value))


def _evidence() -> Query:
    body, start, end = Article.body, Evidence.start, Evidence.end
    left = sa.case((start > CONTEXT, start - CONTEXT), else_=0)
    return (
        sa.select(
            Evidence.field, Evidence.value, Evidence.start, Evidence.end, Evidence.rule, Evidence.confidence,
            Article.external_id.label("article"), Article.publisher, Article.published_on, Article.url,
            sa.func.substr(body, left + 1, start - left).label("before"),
            sa.func.substr(body, start + 1, end - start).label("passage"),
            sa.func.substr(body, end + 1, CONTEXT).label("after"),
            RecordFile.author,
        )
        .join(Mention, Mention.id == Evidence.mention_id)
        .join(Article, Article.id == Evidence.article_id)
        .join(RecordFile, RecordFile.id == Mention.record_file_id)
        .order_by(ascending(Article.published_on), ascending(Article.key), start)
    )  # fmt: skip


def _quotation(found: sa.Row[Any]) -> Quotation:
    before, after = found.before or "", found.after or ""
    # Whole words of the same paragraph.
    if len(before) == CONTEXT:
        before = before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0]
    return Quotation(
        article=found.article,
        publisher=found.publisher,
        published_on=found.published_on,
        url=found.url,
        before=re.split(r"\n+", before)[-1],
        passage=found.passage,
        after=re.split(r"\n+", after)[0],
        start=found.start,
        end=found.end,
        rule=found.rule,
        confidence=found.confidence,
        author=found.author,
    )


def _corrections(connection: sa.Connection, table: str, row_id: int) -> list[ShownCorrection]:
    c = Correction
    found = connection.execute(
        sa.select(c.action, c.field, c.value, c.author, c.made_at, c.reason)
        .where(getattr(c, f"{table}_id") == row_id, c.undone_at.is_(None))
        .order_by(c.made_at, c.key)
    )
    return [ShownCorrection(*row) for row in found]


def _article(connection: sa.Connection, article: Any) -> Shown:
    """An article, with the rows to which it contributes."""
    values = []
    for table, model in TABLES.items():
        mentioned = getattr(Mention, f"{table}_id")
        slugs = connection.scalars(
            sa.select(model.slug).join(Mention, mentioned == model.id)
            .where(Mention.article_id == article["id"]).group_by(model.slug).order_by(ascending(model.slug))
        )  # fmt: skip
        values += [ShownValue(table, slug) for slug in slugs]
    row = {name: article[name] for name in ("title", "publisher", "published_on", "url", "language", "loaded_at", "body")}
    return Shown("article", article["external_id"], row, values)
