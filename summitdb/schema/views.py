"""Views that spare an analyst the joins. Their SQL runs on both databases; what differs is filled in by `View.sql`."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from summitdb.schema.mention import FOLDED

_DIALECTS = {
    "sqlite": {"join": "group_concat", "bytewise": ""},
    "postgresql": {"join": "string_agg", "bytewise": ' COLLATE "C"'},
}


@dataclass(frozen=True)
class View:
    """A view: its name, what a row of it is, the meaning of each column, and its SELECT.

    In `select`, `{join}` stands for the aggregate that joins strings and `{bytewise}` for the collation that sorts by
    code point, wherever the databases differ."""

    name: str
    comment: str
    columns: dict[str, str]
    select: str

    def sql(self, dialect: str) -> str:
        """The SELECT for `sqlite` or `postgresql`."""
        return self.select.strip().format(**_DIALECTS[dialect])

    @property
    def table(self) -> sa.TableClause:
        """The view as something to select from."""
        return sa.table(self.name, *(sa.column(name) for name in self.columns))


def _listed(item: str, source: str, order: str = "") -> str:
    """A scalar subquery that joins the values of `item`, sorted by code point, separated by comma and space."""
    key = f"{order or item}{{bytewise}}"
    return f"(SELECT {{join}}(item, ', ') FROM (SELECT {item} AS item FROM {source} ORDER BY {key}) AS listed)"


def _for_each_table(select: str) -> str:
    """The SELECT once for each table of rows, `<row>` standing for the table, joined by UNION ALL: unlike a join with
    all of them, this lets a filter on the slug use that table's index."""
    return "UNION ALL".join(select.replace("<row>", name) for name in FOLDED)


_DATE = "YYYY-MM-DD, YYYY-MM or YYYY"

SUMMIT_OVERVIEW = View(
    "summit_overview",
    "A summit with its place, countries, participants and topics in one line",
    {
        "slug": "The summit",
        "name": "Its own name",
        "format": "Kind of meeting",
        "status": "Whether it was held",
        "starts_on": f"First day, {_DATE}",
        "ends_on": f"Last day, {_DATE}",
        "city": "Place",
        "country": "Host country, ISO code",
        "latitude": "Degrees north of the place",
        "longitude": "Degrees east of the place",
        "organization": "Organization whose gathering it is",
        "parent": "Slug of the gathering on whose sidelines it was held",
        "countries": "Countries, ISO codes",
        "participants": "Persons named as taking part",
        "topics": "Subjects",
        "articles": "Number of articles that tell of it",
    },
    f"""
SELECT summit.slug, summit.name, summit.format, summit.status, summit.starts_on, summit.ends_on,
  place.name AS city, summit.country, place.latitude, place.longitude,
  organization.name AS organization, parent.slug AS parent,
  {_listed("country", "summit_country WHERE summit_id = summit.id")} AS countries,
  {
        _listed(
            "person.name",
            "summit_participant JOIN person ON person.id = person_id WHERE summit_id = summit.id",
            "person.slug",
        )
    } AS participants,
  {_listed("topic", "summit_topic WHERE summit_id = summit.id")} AS topics,
  (SELECT count(DISTINCT article_id) FROM mention WHERE summit_id = summit.id) AS articles
FROM summit
LEFT JOIN place ON place.id = summit.place_id
LEFT JOIN organization ON organization.id = summit.organization_id
LEFT JOIN summit AS parent ON parent.id = summit.parent_id
""",
)

MEETING_PAIR = View(
    "meeting_pair",
    "Who met whom: two persons of different countries at one summit; each pair stands twice, once from each side",
    {
        "summit": "Slug of the summit",
        "format": "Kind of meeting",
        "status": "Whether it was held",
        "starts_on": f"First day, {_DATE}",
        "city": "Place",
        "person": "One person",
        "person_country": "Country represented, ISO code",
        "person_office": "Office held then",
        "met": "The other person",
        "met_country": "Country represented, ISO code",
        "met_office": "Office held then",
    },
    """
SELECT summit.slug AS summit, summit.format, summit.status, summit.starts_on, place.name AS city,
  person.name AS person, one.country AS person_country, one.office AS person_office,
  met.name AS met, other.country AS met_country, other.office AS met_office
FROM summit
JOIN summit_participant AS one ON one.summit_id = summit.id
JOIN summit_participant AS other ON other.summit_id = summit.id AND other.person_id <> one.person_id
JOIN person ON person.id = one.person_id
JOIN person AS met ON met.id = other.person_id
LEFT JOIN place ON place.id = summit.place_id
WHERE one.country IS NULL OR other.country IS NULL OR one.country <> other.country
""",
)

PERSON_OFFICE = View(
    "person_office",
    "An office in which a person took part in summits",
    {
        "person_id": "The person",
        "office": "The office",
        "first_year": "Year of the first dated summit at which they held it",
        "last_year": "Year of the last dated summit at which they held it",
        "summits": "Number of summits at which they held it",
    },
    """
SELECT summit_participant.person_id, summit_participant.office,
  min(CAST(substr(summit.starts_on, 1, 4) AS integer)) AS first_year,
  max(CAST(substr(summit.starts_on, 1, 4) AS integer)) AS last_year,
  count(*) AS summits
FROM summit_participant
JOIN summit ON summit.id = summit_participant.summit_id
WHERE summit_participant.office IS NOT NULL
GROUP BY summit_participant.person_id, summit_participant.office
""",
)

AGREEMENT_OVERVIEW = View(
    "agreement_overview",
    "An agreement with its parties and sectors in one line",
    {
        "slug": "The agreement",
        "title": "Short name",
        "kind": "Kind of document",
        "status": "Signed, planned ...",
        "date": f"When, {_DATE}",
        "count": "Number of documents in a package",
        "amount": "Sum of money, in units of currency",
        "currency": "ISO 4217",
        "parties": "Countries, ISO codes",
        "sectors": "What it is about",
        "summit": "Slug of the summit at which it was made",
        "articles": "Number of articles that tell of it",
    },
    f"""
SELECT agreement.slug, agreement.title, agreement.kind, agreement.status, agreement.date, agreement.count,
  agreement.amount, agreement.currency,
  {_listed("country", "agreement_party WHERE agreement_id = agreement.id")} AS parties,
  {_listed("sector", "agreement_sector WHERE agreement_id = agreement.id")} AS sectors,
  summit.slug AS summit,
  (SELECT count(DISTINCT article_id) FROM mention WHERE agreement_id = agreement.id) AS articles
FROM agreement
LEFT JOIN summit ON summit.id = agreement.summit_id
""",
)

STATEMENT_OVERVIEW = View(
    "statement_overview",
    "A statement with its speaker",
    {
        "slug": "The statement",
        "kind": "direct, indirect or joint",
        "speaker": "Who said it",
        "speaker_country": "Country spoken for, ISO code",
        "speaker_organization": "Organization spoken for, or office or outlet of an unnamed speaker",
        "text": "The words",
        "stance": "Attitude taken",
        "topics": "Subjects",
        "summit": "Slug of the summit in whose coverage it was said",
        "first_published_on": "Day of the earliest article that has it",
        "articles": "Number of articles that have it",
    },
    f"""
SELECT statement.slug, statement.kind, person.name AS speaker, statement.speaker_country,
  statement.speaker_organization, statement.text, statement.stance,
  {_listed("topic", "statement_topic WHERE statement_id = statement.id")} AS topics,
  summit.slug AS summit,
  (SELECT min(article.published_on) FROM mention JOIN article ON article.id = mention.article_id
    WHERE mention.statement_id = statement.id) AS first_published_on,
  (SELECT count(DISTINCT article_id) FROM mention WHERE statement_id = statement.id) AS articles
FROM statement
LEFT JOIN person ON person.id = statement.speaker_id
LEFT JOIN summit ON summit.id = statement.summit_id
""",
)

CORRIDOR_OVERVIEW = View(
    "corridor_overview",
    "A corridor with its countries and modes; one row for each unit in which it has figures",
    {
        "slug": "The corridor",
        "name": "Canonical name",
        "status": "Operating, planned ...",
        "modes": "rail, road ...",
        "countries": "Countries, ISO codes",
        "unit": "Unit of the figures; null where there are none",
        "current_capacity": "What it carries now, in unit",
        "target_capacity": "What it is meant to carry, in unit",
        "cost": "In units of currency",
        "currency": "ISO 4217",
        "completes_on": f"When it is to be complete, {_DATE}",
        "articles": "Number of articles that tell of it",
    },
    f"""
SELECT corridor.slug, corridor.name, corridor.status,
  {_listed("mode", "corridor_mode WHERE corridor_id = corridor.id")} AS modes,
  {_listed("country", "corridor_country WHERE corridor_id = corridor.id")} AS countries,
  figure.unit, figure.current_capacity, figure.target_capacity,
  corridor.cost, corridor.currency, corridor.completes_on,
  (SELECT count(DISTINCT article_id) FROM mention WHERE corridor_id = corridor.id) AS articles
FROM corridor
LEFT JOIN (
  SELECT corridor_id, unit,
    max(CASE kind WHEN 'current' THEN value END) AS current_capacity,
    max(CASE kind WHEN 'target' THEN value END) AS target_capacity
  FROM corridor_capacity GROUP BY corridor_id, unit
) AS figure ON figure.corridor_id = corridor.id
""",
)

ORGANIZATION_STANDING = View(
    "organization_standing",
    "Where a country stands in an organization, or seeks to stand",
    {
        "organization": "Canonical name",
        "acronym": "Acronym",
        "country": "Country, ISO code",
        "country_name": "Country",
        "status": "member, observer, dialogue_partner ...",
        "modality": "Whether it has that status, seeks it, is invited to it ...",
        "by_country": "Country that supports, opposes or invites, ISO code",
        "articles": "Number of articles that say so",
        "first_published_on": "Day of the earliest of them",
        "last_published_on": "Day of the latest of them",
        "slug": "The organization",
    },
    """
SELECT organization.name AS organization, organization.acronym, relation.country, country.name AS country_name,
  relation.status, relation.modality, relation.by_country,
  (SELECT count(DISTINCT mention.article_id) FROM mention JOIN evidence ON evidence.mention_id = mention.id
    WHERE mention.organization_id = organization.id AND evidence.field = relation.path) AS articles,
  (SELECT min(article.published_on) FROM mention JOIN evidence ON evidence.mention_id = mention.id
    JOIN article ON article.id = mention.article_id
    WHERE mention.organization_id = organization.id AND evidence.field = relation.path) AS first_published_on,
  (SELECT max(article.published_on) FROM mention JOIN evidence ON evidence.mention_id = mention.id
    JOIN article ON article.id = mention.article_id
    WHERE mention.organization_id = organization.id AND evidence.field = relation.path) AS last_published_on,
  organization.slug
FROM (
  SELECT organization_relation.*, 'relations/' || country || '/' || status || '/' || modality AS path
  FROM organization_relation
) AS relation
JOIN organization ON organization.id = relation.organization_id
JOIN country ON country.code = relation.country
""",
)

EVIDENCE_PASSAGE = View(
    "evidence_passage",
    "The characters behind a value: who says so, and in which words",
    {
        "table_name": "Table of the row",
        "slug": "The row",
        "field": "Path of the value in its row, as in city or countries/AZ",
        "value": "The value that this article gives",
        "passage": "The article's words; null where a coder gave none",
        "article": "external_id of the article",
        "publisher": "Publisher",
        "published_on": "Day of publication",
        "url": "Web address",
        "start": "First character of the passage in article.body, from 0",
        "end": "One past its last character",
        "rule": "Rule that found it",
        "confidence": "Measured precision of the rule, 0 to 1",
        "kind": "extraction or coding",
        "author": "Engine or coder",
    },
    _for_each_table("""
SELECT mention.table_name, <row>.slug, evidence.field, evidence.value,
  substr(article.body, evidence."start" + 1, evidence."end" - evidence."start") AS passage,
  article.external_id AS article, article.publisher, article.published_on, article.url,
  evidence."start", evidence."end", evidence.rule, evidence.confidence, record_file.kind, record_file.author
FROM <row>
JOIN mention ON mention.<row>_id = <row>.id
JOIN evidence ON evidence.mention_id = mention.id
JOIN record_file ON record_file.id = mention.record_file_id
JOIN article ON article.id = evidence.article_id
"""),
)

SUMMIT_SOURCE = View(
    "summit_source",
    "Which articles tell of which summit",
    {
        "summit": "Slug of the summit",
        "article": "external_id of the article",
        "url": "Web address",
        "publisher": "Publisher",
        "published_on": "Day of publication",
        "main": "1 if the article is about it, 0 if it mentions it in passing",
        "title": "Headline",
    },
    """
SELECT summit.slug AS summit, article.external_id AS article, article.url, article.publisher, article.published_on,
  max(CASE WHEN mention.main THEN 1 ELSE 0 END) AS main, article.title
FROM mention
JOIN summit ON summit.id = mention.summit_id
JOIN article ON article.id = mention.article_id
GROUP BY summit.slug, article.id, article.external_id, article.url, article.publisher, article.published_on,
  article.title
""",
)

CONFLICT = View(
    "conflict",
    "Where articles disagree: each value of a contested field with each article that gives it",
    {
        "table_name": "Table of the row",
        "slug": "The row",
        "field": "Path of the contested value",
        "value": "One of the values",
        "won": "1 for the value that the row holds",
        "why": "What decided for it",
        "publishers": "Independent publishers that give this value",
        "article": "external_id of an article that gives it; null for a correction",
        "publisher": "Its publisher",
        "published_on": "Its day of publication",
        "passage": "Its words",
    },
    _for_each_table("""
SELECT contested_value.table_name, <row>.slug, contested_value.field, contested_value.value,
  CASE WHEN contested_value.won THEN 1 ELSE 0 END AS won, contested_value.why, contested_value.publishers,
  article.external_id AS article, article.publisher, article.published_on,
  substr(article.body, evidence."start" + 1, evidence."end" - evidence."start") AS passage
FROM contested_value
JOIN <row> ON <row>.id = contested_value.<row>_id
JOIN mention ON mention.<row>_id = <row>.id
JOIN evidence ON evidence.mention_id = mention.id
  AND evidence.field = contested_value.field AND evidence.value = contested_value.value
JOIN article ON article.id = evidence.article_id
UNION ALL
SELECT contested_value.table_name, <row>.slug, contested_value.field, contested_value.value,
  CASE WHEN contested_value.won THEN 1 ELSE 0 END, contested_value.why, 0, NULL, NULL, NULL, NULL
FROM contested_value
JOIN <row> ON <row>.id = contested_value.<row>_id
WHERE contested_value.publishers = 0
"""),
)

VIEWS = (
    SUMMIT_OVERVIEW,
    MEETING_PAIR,
    PERSON_OFFICE,
    AGREEMENT_OVERVIEW,
    STATEMENT_OVERVIEW,
    CORRIDOR_OVERVIEW,
    ORGANIZATION_STANDING,
    EVIDENCE_PASSAGE,
    SUMMIT_SOURCE,
    CONFLICT,
)
