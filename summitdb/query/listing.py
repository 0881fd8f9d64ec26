"""Rows of a table with a user's filters: what `summitdb list` shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.conditions import Query, conditions, contains
from summitdb.query.filters import Filters, checked
from summitdb.query.rows import Rows
from summitdb.query.sorting import ascending
from summitdb.schema import (
    VIEWS,
    Agreement,
    Article,
    Corridor,
    Mention,
    Organization,
    Person,
    Statement,
    Summit,
    SummitParticipant,
)
from summitdb.text.near import did_you_mean

VIEW = {view.name: view.table for view in VIEWS}


@dataclass(frozen=True)
class Listing:
    """What a list shows: a row is `about`; `select` gives the columns, in their order, for the filters."""

    about: str
    select: Callable[[Filters], Query]


def select_listing(table: str, filters: Filters) -> Query:
    """The select behind `list_rows`, to be narrowed further. Raises UsageError for an unknown table or filter."""
    if table not in LISTINGS:
        raise UsageError(f"no table {table!r}", did_you_mean(table, LISTINGS, f"there are {', '.join(LISTINGS)}"))
    return LISTINGS[table].select(checked(filters))


def list_rows(connection: sa.Connection, table: str, filters: Filters | None = None, limit: int | None = None) -> Rows:
    """The rows of one of LISTINGS. Raises UsageError for an unknown table, filter or value."""
    result = connection.execute(select_listing(table, filters or Filters()).limit(limit))
    return Rows(tuple(result.keys()), [tuple(row) for row in result])


def _from_view(table: str, model: type[Any], view: str, columns: Sequence[str], *order: Any) -> Callable[[Filters], Query]:
    overview = VIEW[view]

    def select(filters: Filters) -> Query:
        chosen = sa.select(*(overview.c[name] for name in columns)).order_by(*order, ascending(overview.c.slug))
        wanted = conditions(table, filters)
        return chosen.where(overview.c.slug.in_(sa.select(model.slug).where(*wanted))) if wanted else chosen

    return select


def _organizations(filters: Filters) -> Query:
    """Organizations with where countries stand in them, those asked about if any were."""
    standing = VIEW["organization_standing"]
    joined: list[sa.ColumnElement[bool]] = [standing.c.slug == Organization.slug]
    joined += [standing.c.country.in_(filters.countries)] if filters.countries else []
    joined += [standing.c.status == filters.status] if filters.status else []
    return (
        sa.select(
            Organization.slug, Organization.acronym, Organization.name, standing.c.country, standing.c.status,
            standing.c.modality, standing.c.by_country.label("by"),
        )
        .outerjoin(standing, sa.and_(*joined))
        .where(*conditions("organizations", filters))
        .order_by(ascending(Organization.slug), ascending(standing.c.country), ascending(standing.c.status),
                  ascending(standing.c.modality))
    )  # fmt: skip


def _people(filters: Filters) -> Query:
    summits = sa.select(sa.func.count()).where(SummitParticipant.person_id == Person.id).scalar_subquery()
    statements = sa.select(sa.func.count()).where(Statement.speaker_id == Person.id).scalar_subquery()
    return (
        sa.select(Person.slug, Person.name, Person.country, summits.label("summits"), statements.label("statements"))
        .where(*conditions("people", filters))
        .order_by(ascending(Person.slug))
    )


def _articles(filters: Filters) -> Query:
    records = sa.select(sa.func.count()).where(Mention.article_id == Article.id).scalar_subquery()
    return (
        sa.select(
            Article.external_id.label("article"), Article.published_on, Article.publisher, Article.language,
            Article.title, records.label("records"),
        )
        .where(*conditions("articles", filters))
        .order_by(ascending(Article.published_on), ascending(Article.key))
    )  # fmt: skip


def _conflicts(filters: Filters) -> Query:
    conflict = VIEW["conflict"]
    if strange := sorted(filters.given() - {"text"}):
        raise UsageError(f"conflicts cannot be narrowed by {', '.join(strange)}", "they can by --text, part of a slug")
    chosen = sa.select(
        conflict.c.table_name.label("table"), *(conflict.c[name] for name in (
            "slug", "field", "value", "won", "why", "publishers", "article", "publisher", "published_on", "passage"
        ))
    ).order_by(
        ascending(conflict.c.table_name), ascending(conflict.c.slug), ascending(conflict.c.field),
        conflict.c.won.desc(), ascending(conflict.c.value), ascending(conflict.c.published_on),
        ascending(conflict.c.article),
    )  # fmt: skip
    return chosen.where(contains(conflict.c.slug, filters.text)) if filters.text else chosen


SUMMIT, AGREEMENT, STATEMENT = VIEW["summit_overview"], VIEW["agreement_overview"], VIEW["statement_overview"]
LISTINGS = {
    "summits": Listing(
        "Meetings, visits, calls and conferences",
        _from_view(
            "summits", Summit, "summit_overview",
            ("slug", "starts_on", "city", "format", "status", "countries", "participants", "articles"),
            ascending(SUMMIT.c.starts_on),
        ),
    ),
    "agreements": Listing(
        "Documents and deals",
        _from_view(
            "agreements", Agreement, "agreement_overview",
            ("slug", "date", "kind", "status", "title", "parties", "sectors", "summit"),
            ascending(AGREEMENT.c.date),
        ),
    ),
    "statements": Listing(
        "What was said",
        _from_view(
            "statements", Statement, "statement_overview",
            ("slug", "first_published_on", "kind", "speaker", "speaker_country", "text"),
            ascending(STATEMENT.c.first_published_on),
        ),
    ),
    "corridors": Listing(
        "Transport, energy and trade links, a line for each unit of their figures",
        _from_view(
            "corridors", Corridor, "corridor_overview",
            ("slug", "name", "status", "modes", "countries", "current_capacity", "target_capacity", "unit"),
        ),
    ),
    "organizations": Listing("Organizations, a line for each country's standing", _organizations),
    "people": Listing("Who took part or was quoted", _people),
    "articles": Listing("The articles loaded", _articles),
    "conflicts": Listing("Values on which articles disagree", _conflicts),
}  # fmt: skip
