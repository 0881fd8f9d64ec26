"""Reports about summits: who met, how often, where, and what about."""

from __future__ import annotations

import sqlalchemy as sa

from summitdb.query.chart import Chart
from summitdb.query.conditions import MEANINGS, Query, conditions
from summitdb.query.filters import Filters
from summitdb.query.reports.definition import Report, count_where, year
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
    """Each pair once, and once under its first name in order; with a person asked for, that person first."""
    one, other = sa.orm.aliased(SummitParticipant), sa.orm.aliased(SummitParticipant)
    person, met = sa.orm.aliased(Person), sa.orm.aliased(Person)
    different = sa.or_(one.country.is_(None), other.country.is_(None), one.country != other.country)
    first = MEANINGS["people"]["person"](filters) if filters.person else ()
    wanted = sa.select(Person.id).where(*first) if filters.person else None
    side = one.person_id.in_(wanted) if wanted is not None else person.slug < met.slug
    return (
        sa.select(
            person.name.label("person"), one.country.label("country"), met.name.label("met"),
            other.country.label("met_country"), sa.func.count(Summit.id.distinct()).label("meetings"),
            sa.func.min(Summit.starts_on).label("first"), sa.func.max(Summit.starts_on).label("last"),
            sa.func.min(Place.name).label("city"), sa.func.min(Summit.slug).label("summit"),
        )
        .join(one, one.summit_id == Summit.id)
        .join(other, sa.and_(other.summit_id == Summit.id, other.person_id != one.person_id))
        .join(person, person.id == one.person_id)
        .join(met, met.id == other.person_id)
        .outerjoin(Place, Place.id == Summit.place_id)
        .where(HELD, different, side, *conditions("summits", filters))
        .group_by(person.name, person.slug, one.country, met.name, met.slug, other.country)
        .order_by(sa.desc("meetings"), ascending(person.slug), ascending(met.slug))
    )  # fmt: skip


def country_pairs(filters: Filters) -> Query:
    one, other = sa.orm.aliased(SummitCountry), sa.orm.aliased(SummitCountry)
    side = one.country.in_(filters.countries) if filters.countries else one.country < other.country
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
