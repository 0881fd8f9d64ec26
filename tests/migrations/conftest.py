"""Databases with rows at every revision of the schema. The articles are synthetic, about invented people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from summitdb.load import LoadReport, load_articles
from summitdb.records import (
    Agreement,
    Capacity,
    Corridor,
    Organization,
    Participant,
    RecordFile,
    Relation,
    Statement,
    Summit,
)
from summitdb.store import canonical, migrate, revisions
from tests.fold.made import engine as extractor
from tests.fold.made import make


def _records(tons: float) -> RecordFile:
    """Records for every table."""
    countries = ["FI", "HR"]
    gathering = Summit(format="summit", name="Bay Forum", starts_on="2024-05-06", countries=countries, organization="Bay Forum")
    meeting = Summit(
        format="meeting",
        starts_on="2024-05-06",
        city="Split",
        country="HR",
        countries=countries,
        participants=[
            Participant(person="Tarja Orrin", country="FI", office="president"),
            Participant(person="Ivo Brandt", country="HR", office="prime_minister"),
        ],
        topics=["energy"],
        main=True,
        parent=0,
    )
    agreement = Agreement(
        title="memorandum on rail", kind="memorandum", parties=countries, sectors=["rail"], amount=2e6, currency="EUR"
    )
    statement = Statement(
        kind="direct",
        text="We will double the traffic of the railway",
        speaker="Tarja Orrin",
        speaker_country="FI",
        topics=["rail"],
    )
    corridor = Corridor(
        name="Bay Shore Railway", as_written="Bay Shore line", modes=["rail"], countries=countries,
        capacities=[Capacity(value=tons, unit="Mt/year", kind="target")],
    )  # fmt: skip
    forum = Organization(
        name="Bay Forum", as_written="Bay Forum", relations=[Relation(country="HR", status="member", modality="actual")]
    )
    return RecordFile(
        summits=[gathering, meeting], agreements=[agreement], statements=[statement], corridors=[corridor], organizations=[forum]
    )


MADE = [
    make("telegraph-1", "Fjord Telegraph", "2024-05-06", _records(5)),
    make("post-1", "Quay Post", "2024-05-07", _records(7.5)),
]
# The first revision that has all the tables into which records are folded.
FOLDED_FROM = "0004_provenance"


def load(engine: sa.Engine) -> LoadReport:
    """Load the articles."""
    return load_articles([made.article for made in MADE], engine, engine=extractor(MADE), today=date(2024, 6, 1))


def fill(engine: sa.Engine) -> None:
    """Load the articles into a database at the newest revision, and see that every table has rows."""
    report = load(engine)
    assert (report.new, report.failed, report.refused) == (2, [], [])
    empty = {table for table, rows in counts(engine).items() if not rows}
    assert empty == {"correction"}


def content(engine: sa.Engine) -> dict[str, set[str]]:
    """The canonical form."""
    with engine.connect() as connection:
        return canonical.content(connection)


def counts(engine: sa.Engine) -> dict[str, int]:
    """How many rows each table has."""
    with engine.connect() as connection:
        tables = set(sa.inspect(connection).get_table_names()) - {revisions.VERSION_TABLE, "schema_change"}
        return {table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0 for table in tables}


@pytest.fixture
def at_revision() -> Callable[[sa.Engine, str], None]:
    """Brings a database to a revision, with as many rows as it can have there."""

    def make(engine: sa.Engine, revision: str) -> None:
        migrate.upgrade(engine)
        fill(engine)
        if revision != revisions.newest():
            migrate.downgrade(engine, revision, backup=False)

    return make
