"""Reports about summits: who met, how often, where, and what about."""

from __future__ import annotations

import sqlalchemy as sa

from summitdb.query.chart import Chart
from summitdb.query.conditions import MEANINGS, Condition, Query, conditions, ids_of_persons
from summitdb.query.filters import Filters
from summitdb.query.reports.definition import Report, count_where, from_side, year
from summitdb.query.sorting import ascending, descending
from summitdb.schema import Country, Person, Place, Summit, SummitCountry, SummitParticipant, SummitTopic

ANY = tuple(MEANINGS["summits"])
HELD = Summit.status.in_(("held", "ongoing"))
AHEAD = Summit.status.in_(("planned", "proposed", "postponed"))


def meetings(filters: Filters) -> Query:
    when = year(Summit.starts_on)
    own = SummitCountry.country.in_(filters.countries) if filters.countries else sa.true()
    return (
        sa.select(
            when.label("year"), SummitCountry.country, Country.name.label("country_name"),
            count_where(HELD).label("held"), count_where(AHEAD).label("planned"),
            count_where(Summit.status == "cancelled").label("cancelled"), sa.func.count().label("all"),
        )
        .join(SummitCountry, SummitCountry.summit_id == Summit.id)
        .join(Country, Country.code == SummitCountry.country)
        .where(own, *conditions("summits", filters))
        .group_by(when, SummitCountry.country, Country.name)
        .order_by(ascending(when), sa.desc("all"), ascending(SummitCountry.country))
    )  # fmt: skip


def who_met_whom(filters: Filters) -> Query:
    """A row for each pair, with their latest meeting. The person asked for stands first, or who represents a country asked
    for; else each pair stands once, in the order of the slugs."""
    one, other = sa.orm.aliased(SummitParticipant), sa.orm.aliased(SummitParticipant)
    person, met = sa.orm.aliased(Person), sa.orm.aliased(Person)
    different = sa.or_(one.country.is_(None), other.country.is_(None), one.country != other.country)
    pair = (one.person_id, other.person_id)
    by_date = (descending(Summit.starts_on), ascending(Summit.slug))
    latest = sa.func.row_number().over(partition_by=pair, order_by=by_date)
    side: Condition
    if filters.person:
        side = one.person_id.in_(ids_of_persons(filters))
    else:
        side = from_side(filters, one.country, other.country, person.slug < met.slug)
    meetings = (
        sa.select(
            person.name.label("person"), one.country.label("country"), met.name.label("met"),
            other.country.label("met_country"), sa.func.count().over(partition_by=pair).label("meetings"),
            sa.func.min(Summit.starts_on).over(partition_by=pair).label("first"), Summit.starts_on.label("last"),
            Place.name.label("last_city"), Summit.slug.label("last_summit"),
            person.slug.label("person_slug"), met.slug.label("met_slug"), latest.label("place"),
        )
        .join(one, one.summit_id == Summit.id)
        .join(other, sa.and_(other.summit_id == Summit.id, other.person_id != one.person_id))
        .join(person, person.id == one.person_id)
        .join(met, met.id == other.person_id)
        .outerjoin(Place, Place.id == Summit.place_id)
        .where(HELD, different, side, *conditions("summits", filters))
        .subquery()
    )  # fmt: skip
    shown = [column for column in meetings.c if column.name not in ("person_slug", "met_slug", "place")]
    return (
        sa.select(*shown)
        .where(meetings.c.place == 1)
        .order_by(meetings.c.meetings.desc(), ascending(meetings.c.person_slug), ascending(meetings.c.met_slug))
    )


def country_pairs(filters: Filters) -> Query:
    one, other = sa.orm.aliased(SummitCountry), sa.orm.aliased(SummitCountry)
    side = from_side(filters, one.country, other.country, one.country < other.country)
    return (
        sa.select(
            one.country.label("country"), other.country.label("met_country"), sa.func.count().label("meetings"),
            count_where(Summit.format.in_(("call", "video_conference"))).label("of_them_calls"),
            sa.func.min(Summit.starts_on).label("first"), sa.func.max(Summit.starts_on).label("last"),
        )
        .join(one, one.summit_id == Summit.id)
        .join(other, sa.and_(other.summit_id == Summit.id, other.country != one.country))
        .where(HELD, side, *conditions("summits", filters))
        .group_by(one.country, other.country)
        .order_by(sa.desc("meetings"), ascending(one.country), ascending(other.country))
    )  # fmt: skip


def hosts(filters: Filters) -> Query:
    own = SummitCountry.country == Summit.country
    takes_part = sa.exists().where(SummitCountry.summit_id == Summit.id, own)
    return (
        sa.select(
            Summit.country, Place.name.label("city"), sa.func.count().label("summits"),
            count_where(~takes_part).label("for_others"),
            sa.func.min(Summit.starts_on).label("first"), sa.func.max(Summit.starts_on).label("last"),
        )
        .outerjoin(Place, Place.id == Summit.place_id)
        .where(HELD, Summit.country.is_not(None), *conditions("summits", filters))
        .group_by(Summit.country, Place.name)
        .order_by(sa.desc("summits"), ascending(Summit.country), ascending(Place.name))
    )  # fmt: skip


def agenda(filters: Filters) -> Query:
    when = year(Summit.starts_on)
    return (
        sa.select(SummitTopic.topic, when.label("year"), sa.func.count().label("summits"))
        .join(Summit, Summit.id == SummitTopic.summit_id)
        .where(*conditions("summits", filters))
        .group_by(SummitTopic.topic, when)
        .order_by(ascending(SummitTopic.topic), ascending(when))
    )


def formats(filters: Filters) -> Query:
    when = year(Summit.starts_on)
    return (
        sa.select(when.label("year"), Summit.format, sa.func.count().label("summits"))
        .where(*conditions("summits", filters))
        .group_by(when, Summit.format)
        .order_by(ascending(when), ascending(Summit.format))
    )


def itinerary(filters: Filters) -> Query:
    """Where a person was, day by day."""
    return (
        sa.select(
            Summit.starts_on, Summit.ends_on, Person.name.label("person"), SummitParticipant.office,
            Place.name.label("city"), Summit.country, Summit.format, Summit.status, Summit.slug.label("summit"),
        )
        .join(SummitParticipant, SummitParticipant.summit_id == Summit.id)
        .join(Person, Person.id == SummitParticipant.person_id)
        .outerjoin(Place, Place.id == Summit.place_id)
        .where(*MEANINGS["people"]["person"](filters), *conditions("summits", filters))
        .order_by(ascending(Summit.starts_on), ascending(Summit.slug))
    )  # fmt: skip


def still_ahead(filters: Filters) -> Query:
    return (
        sa.select(
            Summit.starts_on, Place.name.label("city"), Summit.format, Summit.status, Summit.name,
            Summit.slug.label("summit"),
        )
        .outerjoin(Place, Place.id == Summit.place_id)
        .where(AHEAD, *conditions("summits", filters))
        .order_by(descending(Summit.starts_on), ascending(Summit.slug))
    )  # fmt: skip


REPORTS = (
    Report(
        "meetings", "How many summits did each country take part in, year by year?", meetings, ANY,
        chart=Chart("bars", "country", "all", "year", by_size=True),
    ),
    Report(
        "who-met-whom", "Which persons of different countries met, how often, first and last?", who_met_whom, ANY,
        chart=Chart("matrix", "person", "meetings", "met"),
    ),
    Report(
        "country-pairs", "Which countries met each other, how often, first and last?", country_pairs, ANY,
        chart=Chart("matrix", "country", "meetings", "met_country"),
    ),
    Report(
        "hosts", "Where were summits held, and how many by hosts who took no part themselves?", hosts, ANY,
        chart=Chart("bars", "country", "summits", "city", by_size=True),
    ),
    Report(
        "agenda", "What was spoken about, year by year?", agenda, ANY,
        chart=Chart("bars", "topic", "summits", "year", by_size=True),
    ),
    Report(
        "formats", "Summits, visits, talks or calls: how did states meet, year by year?", formats, ANY,
        chart=Chart("bars", "year", "summits", "format"),
    ),
    Report("itinerary", "Where was a person, and when?", itinerary, ANY, needs=("person",)),
    Report("still-ahead", "Which summits were announced and not yet reported as held?", still_ahead, ANY),
)  # fmt: skip
