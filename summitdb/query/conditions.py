"""The conditions that a user's filters mean on each table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from unicodedata import normalize

import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.filters import Filters, following
from summitdb.schema import (
    Agreement,
    AgreementParty,
    AgreementSector,
    Article,
    Corridor,
    CorridorCountry,
    Mention,
    Organization,
    OrganizationRelation,
    Person,
    Place,
    Statement,
    StatementTopic,
    Summit,
    SummitCountry,
    SummitParticipant,
    SummitTopic,
)

Condition = sa.ColumnElement[bool]
# A select of whatever columns.
Query = sa.Select[*tuple[Any, ...]]
Meaning = Callable[[Filters], Iterator[Condition]]


def conditions(table: str, filters: Filters) -> list[Condition]:
    """The conditions on the rows of a table. Raises UsageError for a filter that means nothing there."""
    meanings = MEANINGS[table]
    if strange := sorted(filters.given() - set(meanings)):
        options = ", ".join(f"--{OPTIONS.get(name, name)}" for name in meanings)
        strangest = OPTIONS.get(strange[0], strange[0])
        raise UsageError(f"{table} cannot be narrowed by --{strangest}", f"they can by {options}")
    return [condition for name in meanings if name in filters.given() for condition in meanings[name](filters)]


# Filters whose option is called otherwise.
OPTIONS = {"countries": "country", "topics": "topic"}


def contains(column: Any, text: str | None) -> Condition:
    """Whether a text column contains a text, case ignored."""
    return sa.func.lower(column).contains((text or "").lower(), autoescape=True)


def slug_part(text: str | None) -> str:
    """A text as it would stand in a slug: lower-case ASCII words joined by hyphens."""
    plain = normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def named(table: type[Person | Place | Organization], text: str | None) -> Condition:
    """Whether the name contains a text, or the slug its plain form."""
    condition = contains(table.name, text)
    return sa.or_(condition, table.slug.contains(slug_part(text))) if slug_part(text) else condition


def ids_of_persons(filters: Filters) -> sa.Select[int]:
    """Persons of the name asked for."""
    return sa.select(Person.id).where(named(Person, filters.person))


def ids_of_organizations(filters: Filters) -> sa.Select[int]:
    """Organizations of the acronym or name asked for."""
    acronym = sa.func.lower(Organization.acronym) == (filters.organization or "").lower()
    return sa.select(Organization.id).where(sa.or_(acronym, named(Organization, filters.organization)))


def ids_of_summits(filters: Filters, *names: str) -> sa.Select[int]:
    """Summits that match those of the filters that are named."""
    meanings = MEANINGS["summits"]
    return sa.select(Summit.id).where(*(condition for name in names for condition in meanings[name](filters)))


def _since(last: Any) -> Meaning:
    """Whether a row's last day, or the month or year that is all that is known of it, reaches the time asked for."""

    def meaning(filters: Filters) -> Iterator[Condition]:
        since = filters.since or ""
        vaguer = [since[:length] for length in (4, 7) if length < len(since)]
        yield sa.or_(last >= since, last.in_(vaguer))

    return meaning


def _until(first: Any) -> Meaning:
    def meaning(filters: Filters) -> Iterator[Condition]:
        yield first < following(filters.until or "")

    return meaning


def _published(row_id: Any, mentioned: Any, when: Callable[[Any], Meaning]) -> Meaning:
    """Rows without a day of their own: the day of an article that mentions them counts."""

    def meaning(filters: Filters) -> Iterator[Condition]:
        ids = sa.select(mentioned).join(Article, Article.id == Mention.article_id).where(mentioned.is_not(None))
        yield row_id.in_(ids.where(*when(Article.published_on)(filters)))

    return meaning


def _each_country(row_id: Any, owner: Any, country: Any) -> Meaning:
    return lambda f: (row_id.in_(sa.select(owner).where(country == code)) for code in f.countries)


def _each_topic(row_id: Any, owner: Any, topic: Any) -> Meaning:
    return lambda f: (row_id.in_(sa.select(owner).where(topic == name)) for name in f.topics)


def _by_summit(summit_id: Any, name: str) -> Meaning:
    """Rows that belong to a summit which matches the filter of that name."""
    return lambda f: iter([summit_id.in_(ids_of_summits(f, name))])


def _one(condition: Callable[[Filters], Condition]) -> Meaning:
    return lambda f: iter([condition(f)])


def _summit_countries(filters: Filters) -> Iterator[Condition]:
    for code in filters.countries:
        took_part = sa.select(SummitCountry.summit_id).where(SummitCountry.country == code)
        yield sa.or_(Summit.country == code, Summit.id.in_(took_part))


def _summit_person(filters: Filters) -> Condition:
    took_part = sa.select(SummitParticipant.summit_id).where(SummitParticipant.person_id.in_(ids_of_persons(filters)))
    return Summit.id.in_(took_part)


def _agreement_organization(filters: Filters) -> Condition:
    at_its_summit = Agreement.summit_id.in_(ids_of_summits(filters, "organization"))
    return sa.or_(at_its_summit, contains(Agreement.title, filters.organization))


def _person_at_summit(name: str) -> Meaning:
    def condition(filters: Filters) -> Condition:
        at = SummitParticipant.summit_id.in_(ids_of_summits(filters, name))
        return Person.id.in_(sa.select(SummitParticipant.person_id).where(at))

    return _one(condition)


def _article_mentions(column: Any, ids: Callable[[Filters], sa.Select[int]]) -> Meaning:
    return _one(lambda f: Article.id.in_(sa.select(Mention.article_id).where(column.in_(ids(f)))))


MEANINGS: Mapping[str, Mapping[str, Meaning]] = {
    "summits": {
        "countries": _summit_countries,
        "person": _one(_summit_person),
        "organization": _one(lambda f: Summit.organization_id.in_(ids_of_organizations(f))),
        "since": _since(sa.func.coalesce(Summit.ends_on, Summit.starts_on)),
        "until": _until(Summit.starts_on),
        "topics": _each_topic(Summit.id, SummitTopic.summit_id, SummitTopic.topic),
        "city": _one(lambda f: Summit.place_id.in_(sa.select(Place.id).where(named(Place, f.city)))),
        "status": _one(lambda f: Summit.status == f.status),
        "text": _one(lambda f: sa.or_(contains(Summit.name, f.text), contains(Summit.slug, f.text))),
    },
    "agreements": {
        "countries": _each_country(Agreement.id, AgreementParty.agreement_id, AgreementParty.country),
        "person": _by_summit(Agreement.summit_id, "person"),
        "organization": _one(_agreement_organization),
        "since": _since(Agreement.date),
        "until": _until(Agreement.date),
        "topics": _each_topic(Agreement.id, AgreementSector.agreement_id, AgreementSector.sector),
        "city": _by_summit(Agreement.summit_id, "city"),
        "status": _one(lambda f: Agreement.status == f.status),
        "text": _one(lambda f: contains(Agreement.title, f.text)),
    },
    "statements": {
        "countries": _one(lambda f: Statement.speaker_country.in_(f.countries)),
        "person": _one(lambda f: Statement.speaker_id.in_(ids_of_persons(f))),
        "organization": _one(lambda f: contains(Statement.speaker_organization, f.organization)),
        "since": _published(Statement.id, Mention.statement_id, _since),
        "until": _published(Statement.id, Mention.statement_id, _until),
        "topics": _each_topic(Statement.id, StatementTopic.statement_id, StatementTopic.topic),
        "city": _by_summit(Statement.summit_id, "city"),
        "text": _one(lambda f: contains(Statement.text, f.text)),
    },
    "corridors": {
        "countries": _each_country(Corridor.id, CorridorCountry.corridor_id, CorridorCountry.country),
        "since": _published(Corridor.id, Mention.corridor_id, _since),
        "until": _published(Corridor.id, Mention.corridor_id, _until),
        "status": _one(lambda f: Corridor.status == f.status),
        "text": _one(lambda f: contains(Corridor.name, f.text)),
    },
    "organizations": {
        "countries": _each_country(Organization.id, OrganizationRelation.organization_id, OrganizationRelation.country),
        "organization": _one(lambda f: Organization.id.in_(ids_of_organizations(f))),
        "since": _published(Organization.id, Mention.organization_id, _since),
        "until": _published(Organization.id, Mention.organization_id, _until),
        "status": _one(
            lambda f: Organization.id.in_(
                sa.select(OrganizationRelation.organization_id).where(OrganizationRelation.status == f.status)
            )
        ),
        "text": _one(lambda f: contains(Organization.name, f.text)),
    },
    "people": {
        "countries": _one(lambda f: Person.country.in_(f.countries)),
        "person": _one(lambda f: named(Person, f.person)),
        "organization": _person_at_summit("organization"),
        "since": _person_at_summit("since"),
        "until": _person_at_summit("until"),
        "topics": _person_at_summit("topics"),
        "city": _person_at_summit("city"),
        "text": _one(lambda f: contains(Person.name, f.text)),
    },
    "articles": {
        "countries": _article_mentions(Mention.summit_id, lambda f: ids_of_summits(f, "countries")),
        "person": _article_mentions(Mention.person_id, ids_of_persons),
        "organization": _article_mentions(Mention.organization_id, ids_of_organizations),
        "since": _since(Article.published_on),
        "until": _until(Article.published_on),
        "topics": _article_mentions(Mention.summit_id, lambda f: ids_of_summits(f, "topics")),
        "city": _article_mentions(Mention.summit_id, lambda f: ids_of_summits(f, "city")),
        "text": _one(lambda f: contains(Article.body, f.text)),
    },
}
