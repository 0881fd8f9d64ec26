"""A small synthetic world of invented people, put straight into the tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from summitdb import schema
from summitdb.store.connect import open_engine
from summitdb.store.migrate import upgrade

BODY = (
    "Leaders meet in Ardenport\n\n"
    "President Tarja Orrin of Finland met Prime Minister Ivo Brandt of Croatia in Split on Monday, May 6, 2024.\n\n"
    "“We will double the traffic of the railway by 2030,” Orrin said. It now carries 15 million tons a year."
)


def span(passage: str) -> dict[str, int]:
    start = BODY.index(passage)
    return {"start": start, "end": start + len(passage)}


def fill(connection: sa.Connection) -> None:
    """Two summits (one planned), an agreement, a statement, a corridor, an organization, two persons, two articles."""

    def add(model: type[Any], *rows: dict[str, Any]) -> None:
        for row in rows:
            connection.execute(sa.insert(model), row)

    add(
        schema.Place,
        {"id": 1, "slug": "split-hr", "name": "Split", "country": "HR", "latitude": 43.5, "longitude": 16.4},
    )
    add(
        schema.Person,
        {"id": 1, "slug": "tarja-orrin", "key": "tarja-orrin", "name": "Tarja Örrin", "country": "FI"},
        {"id": 2, "slug": "ivo-brandt", "key": "ivo-brandt", "name": "Ivo Brandt", "country": "HR"},
    )
    add(schema.Organization, {"id": 1, "slug": "northern-forum", "name": "Northern Forum", "acronym": "NF"})
    add(
        schema.OrganizationRelation,
        {"organization_id": 1, "country": "FI", "status": "member", "modality": "actual", "by_country": None},
        {"organization_id": 1, "country": "HR", "status": "observer", "modality": "sought", "by_country": "FI"},
    )
    day = {"starts_on_precision": "day", "ends_on": None, "ends_on_precision": None, "parent_id": None}
    add(
        schema.Summit,
        {
            "id": 1, "slug": "2024-05-06-fi-hr-split", "name": None, "format": "meeting", "status": "held",
            "starts_on": "2024-05-06", "place_id": 1, "country": "HR", "organization_id": None, **day,
        },
        {
            "id": 2, "slug": "2025-fi-se", "name": "5th Northern Forum Summit", "format": "summit", "status": "planned",
            "starts_on": "2025", "place_id": None, "country": None, "organization_id": 1, **day,
            "starts_on_precision": "year",
        },
    )  # fmt: skip
    add(schema.SummitCountry, *({"summit_id": s, "country": c} for s, c in ((1, "FI"), (1, "HR"), (2, "FI"), (2, "SE"))))
    add(
        schema.SummitParticipant,
        {"summit_id": 1, "person_id": 1, "country": "FI", "office": "president"},
        {"summit_id": 1, "person_id": 2, "country": "HR", "office": "prime_minister"},
    )
    add(schema.SummitTopic, {"summit_id": 1, "topic": "rail"}, {"summit_id": 1, "topic": "trade"})
    add(
        schema.Agreement,
        {
            "id": 1, "slug": "2024-05-06-fi-hr-package", "title": "package of agreements", "kind": "package",
            "status": "signed", "date": "2024-05-06", "date_precision": "day", "count": 3, "amount": None,
            "currency": None, "summit_id": 1,
        },
    )  # fmt: skip
    add(schema.AgreementParty, {"agreement_id": 1, "country": "FI"}, {"agreement_id": 1, "country": "HR"})
    add(schema.AgreementSector, {"agreement_id": 1, "sector": "rail"}, {"agreement_id": 1, "sector": "trade"})
    add(
        schema.Statement,
        {
            "id": 1, "slug": "we-will-double-the-traffic", "kind": "direct", "speaker_id": 1, "speaker_country": "FI",
            "text": "We will double the traffic of the railway by 2030,", "speaker_organization": None,
            "stance": None, "summit_id": 1,
        },
    )  # fmt: skip
    add(
        schema.Corridor,
        {
            "id": 1, "slug": "adria-baltic-railway", "name": "Adria-Baltic Railway", "status": "operating",
            "cost": None, "currency": None, "completes_on": None, "completes_on_precision": None,
        },
    )  # fmt: skip
    add(schema.CorridorMode, {"corridor_id": 1, "mode": "rail"})
    add(schema.CorridorCountry, {"corridor_id": 1, "country": "FI"}, {"corridor_id": 1, "country": "HR"})
    add(
        schema.CorridorCapacity,
        {"corridor_id": 1, "unit": "Mt/year", "kind": "current", "value": 15.0},
        {"corridor_id": 1, "unit": "Mt/year", "kind": "target", "value": 30.0},
    )
    for number, publisher in ((1, "Fjord Telegraph"), (2, "Adria Courier")):
        add(
            schema.Article,
            {
                "id": number, "key": f"split-{number}", "external_id": f"split-{number}", "url": None,
                "publisher": publisher, "published_on": f"2024-05-0{6 + number}", "language": "en",
                "title": "Leaders meet in Ardenport", "body": BODY, "content_hash": str(number),
                "loaded_at": "2024-06-01T00:00:00Z",
            },
        )  # fmt: skip
        add(
            schema.RecordFile,
            {
                "id": number, "article_id": number, "kind": "extraction", "author": "rules", "version": "1",
                "reference_on": "2024-05-07", "content": "{}",
            },
        )  # fmt: skip
    mention = {"main": True, "content": "{}", "position": 0}
    rows = {"summit": 1, "agreement": 1, "statement": 1, "corridor": 1, "organization": 1, "person": 1}
    for number, (table, row) in enumerate(rows.items(), start=1):
        add(
            schema.Mention,
            {"id": number, "article_id": 1, "record_file_id": 1, "table_name": table, f"{table}_id": row, **mention},
        )
    add(
        schema.Mention,
        {"id": 9, "article_id": 2, "record_file_id": 2, "table_name": "summit", "summit_id": 1, **mention},
    )
    said = {"rule": "test.rule", "confidence": 0.9}
    add(
        schema.Evidence,
        {"mention_id": 1, "article_id": 1, "field": "city", "value": "Split", **span("Split"), **said},
        {"mention_id": 1, "article_id": 1, "field": "countries/FI", "value": "FI", **span("Finland"), **said},
        {"mention_id": 9, "article_id": 2, "field": "city", "value": "Ardenport", **span("Ardenport"), **said},
        {"mention_id": 3, "article_id": 1, "field": "text", "value": "We will", **span("We will"), **said},
        {
            "mention_id": 5, "article_id": 1, "field": "relations/HR/observer/sought", "value": "sought",
            **span("Croatia"), **said,
        },
    )  # fmt: skip
    contested = {"table_name": "summit", "summit_id": 1, "field": "city", "publishers": 1}
    add(
        schema.ContestedValue,
        {"value": "Split", "won": True, "why": "latest", **contested},
        {"value": "Ardenport", "won": False, "why": None, **contested},
    )


def made(url: str) -> str:
    """Make a database at `url`, put the world into it, and return `url`."""
    engine = open_engine(url)
    upgrade(engine, backup=False)
    with engine.begin() as connection:
        fill(connection)
    engine.dispose()
    return url
