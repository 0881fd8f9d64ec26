"""Reports about agreements, statements, corridors, organizations and articles."""

from __future__ import annotations

import sqlalchemy as sa

from summitdb.query.chart import Chart
from summitdb.query.conditions import MEANINGS, Condition, Query, conditions, ids_of_organizations
from summitdb.query.filters import Filters
from summitdb.query.listing import VIEW
from summitdb.query.reports.definition import Report, count_where, from_side, year
from summitdb.query.sorting import ascending
from summitdb.schema import (
    Agreement,
    AgreementParty,
    AgreementSector,
    Article,
    Corridor,
    Mention,
    Organization,
    Person,
    Statement,
    StatementTopic,
    Summit,
)

DONE = Agreement.status.in_(("signed", "adopted", "issued", "initialled", "agreed", "in_force"))


def agreements_by_sector(filters: Filters) -> Query:
    sector = AgreementSector.sector
    return (
        sa.select(
            sector, sa.func.count().label("agreements"), count_where(DONE).label("done"),
            count_where(~DONE).label("not_done"), sa.func.sum(Agreement.count).label("documents_in_packages"),
            sa.func.min(Agreement.date).label("first"), sa.func.max(Agreement.date).label("last"),
        )
        .join(Agreement, Agreement.id == AgreementSector.agreement_id)
        .where(*conditions("agreements", filters))
        .group_by(sector)
        .order_by(sa.desc("agreements"), ascending(sector))
    )  # fmt: skip


def treaty_partners(filters: Filters) -> Query:
    one, other = sa.orm.aliased(AgreementParty), sa.orm.aliased(AgreementParty)
    side = from_side(filters, one.country, other.country, one.country < other.country)
    return (
        sa.select(
            one.country.label("party"), other.country.label("other_party"), sa.func.count().label("agreements"),
            count_where(DONE).label("done"), sa.func.min(Agreement.date).label("first"),
            sa.func.max(Agreement.date).label("last"),
        )
        .join(one, one.agreement_id == Agreement.id)
        .join(other, sa.and_(other.agreement_id == Agreement.id, other.country != one.country))
        .where(side, *conditions("agreements", filters))
        .group_by(one.country, other.country)
        .order_by(sa.desc("agreements"), ascending(one.country), ascending(other.country))
    )  # fmt: skip


def pending(filters: Filters) -> Query:
    overview = VIEW["agreement_overview"]
    wanted = sa.select(Agreement.slug).where(~DONE, Agreement.status != "terminated", *conditions("agreements", filters))
    return (
        sa.select(*(overview.c[name] for name in ("date", "status", "kind", "title", "parties", "sectors", "slug")))
        .where(overview.c.slug.in_(wanted))
        .order_by(ascending(overview.c.date), ascending(overview.c.slug))
    )


def said(filters: Filters) -> Query:
    overview = VIEW["statement_overview"]
    wanted = sa.select(Statement.slug).where(*conditions("statements", filters))
    names = ("first_published_on", "speaker", "speaker_country", "kind", "text", "stance", "topics", "summit", "slug")
    return (
        sa.select(*(overview.c[name] for name in names))
        .where(overview.c.slug.in_(wanted))
        .order_by(ascending(overview.c.first_published_on), ascending(overview.c.slug))
    )


def speakers(filters: Filters) -> Query:
    return (
        sa.select(
            Person.name.label("speaker"), Person.country, sa.func.count().label("statements"),
            count_where(Statement.kind == "direct").label("direct"),
            count_where(Statement.kind != "direct").label("reported"),
        )
        .join(Person, Person.id == Statement.speaker_id)
        .where(*conditions("statements", filters))
        .group_by(Person.id, Person.name, Person.country, Person.slug)
        .order_by(sa.desc("statements"), ascending(Person.slug))
    )  # fmt: skip


def stances(filters: Filters) -> Query:
    return (
        sa.select(
            Statement.speaker_country.label("country"), StatementTopic.topic, Statement.stance,
            sa.func.count().label("statements"),
        )
        .outerjoin(StatementTopic, StatementTopic.statement_id == Statement.id)
        .where(Statement.stance.is_not(None), *conditions("statements", filters))
        .group_by(Statement.speaker_country, StatementTopic.topic, Statement.stance)
        .order_by(ascending(Statement.speaker_country), sa.desc("statements"), ascending(StatementTopic.topic),
                  ascending(Statement.stance))
    )  # fmt: skip


def capacities(filters: Filters) -> Query:
    overview = VIEW["corridor_overview"]
    now, target = overview.c.current_capacity, overview.c.target_capacity
    wanted = sa.select(Corridor.slug).where(*conditions("corridors", filters))
    return (
        sa.select(
            overview.c.name.label("corridor"), overview.c.modes, overview.c.countries, overview.c.status,
            now.label("current"), target.label("target"), overview.c.unit,
            sa.case((now > 0, sa.cast(sa.func.round(100 * (target - now) / now), sa.Integer))).label("rise_percent"),
            overview.c.slug,
        )
        .where(overview.c.unit.is_not(None), overview.c.slug.in_(wanted))
        .order_by(ascending(overview.c.slug), ascending(overview.c.unit))
    )  # fmt: skip


def standing(filters: Filters) -> Query:
    view = VIEW["organization_standing"]
    wanted: list[Condition] = [view.c.country.in_(filters.countries)] if filters.countries else []
    if filters.organization:
        wanted.append(view.c.slug.in_(sa.select(Organization.slug).where(Organization.id.in_(ids_of_organizations(filters)))))
    if filters.status:
        wanted.append(view.c.status == filters.status)
    return (
        sa.select(
            view.c.organization, view.c.country, view.c.status, view.c.modality, view.c.by_country.label("by"),
            view.c.articles, view.c.first_published_on.label("first"), view.c.last_published_on.label("last"),
        )
        .where(*wanted)
        .order_by(ascending(view.c.organization), ascending(view.c.country), ascending(view.c.status),
                  ascending(view.c.modality))
    )  # fmt: skip


def coverage(filters: Filters) -> Query:
    when = year(Article.published_on)
    summits = sa.case((Mention.summit_id.is_not(None), Mention.summit_id))
    return (
        sa.select(
            Article.publisher, when.label("year"),
            sa.func.count(Article.id.distinct()).label("articles"), sa.func.count(Mention.id).label("records"),
            sa.func.count(summits.distinct()).label("summits"),
        )
        .outerjoin(Mention, Mention.article_id == Article.id)
        .where(*conditions("articles", filters))
        .group_by(Article.publisher, when)
        .order_by(ascending(Article.publisher), ascending(when))
    )  # fmt: skip


def chronicle(filters: Filters) -> Query:
    """Summits and agreements in one line of time."""
    shared = {name: getattr(filters, name) for name in filters.given()}
    summits = sa.select(
        Summit.starts_on.label("date"), sa.literal("summit").label("what"), Summit.format.label("kind"),
        Summit.status, sa.func.coalesce(Summit.name, Summit.slug).label("title"), Summit.slug,
    ).where(*conditions("summits", Filters(**shared)))  # fmt: skip
    agreements = sa.select(
        Agreement.date, sa.literal("agreement"), Agreement.kind, Agreement.status, Agreement.title, Agreement.slug
    ).where(*conditions("agreements", Filters(**shared)))
    both = sa.union_all(summits, agreements).subquery()
    return sa.select(both).order_by(ascending(both.c.date), ascending(both.c.what), ascending(both.c.slug))


AGREEMENTS, STATEMENTS = tuple(MEANINGS["agreements"]), tuple(MEANINGS["statements"])
REPORTS = (
    Report(
        "agreements-by-sector", "What are agreements about, and how many were concluded?", agreements_by_sector,
        AGREEMENTS, chart=Chart("bars", "sector", "agreements"),
    ),
    Report(
        "treaty-partners", "Which countries concluded agreements with each other?", treaty_partners, AGREEMENTS,
        chart=Chart("matrix", "party", "agreements", "other_party"),
    ),
    Report("pending", "Which agreements were announced and not yet reported as concluded?", pending, AGREEMENTS),
    Report("said", "What did a person say, in order of publication?", said, STATEMENTS, needs=("person",)),
    Report(
        "speakers", "Who is quoted most?", speakers, STATEMENTS, chart=Chart("bars", "speaker", "statements"),
    ),
    Report(
        "stances", "What do countries support, oppose, call for or warn of?", stances, STATEMENTS,
        chart=Chart("bars", "country", "statements", "stance", by_size=True),
    ),
    Report(
        "capacities", "What do corridors carry now, and what are they meant to carry?", capacities,
        tuple(MEANINGS["corridors"]),
    ),
    Report(
        "standing", "Where do countries stand, or want to stand, in organizations?", standing,
        ("countries", "organization", "status"), chart=Chart("bars", "organization", series="status", by_size=True),
    ),
    Report(
        "chronicle", "What happened, in order of time?", chronicle,
        tuple(name for name in AGREEMENTS if name in MEANINGS["summits"]),
    ),
    Report(
        "coverage", "Which publishers tell of how much, year by year?", coverage, tuple(MEANINGS["articles"]),
        chart=Chart("bars", "publisher", "articles", "year", by_size=True),
    ),
)  # fmt: skip
