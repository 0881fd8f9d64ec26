"""Databases with rows at every revision of the schema. The articles are synthetic, with invented people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from summitdb.articles.model import Article
from summitdb.load import load_articles
from summitdb.store import canonical, migrate, revisions

TEXT = """Orrin and Brandt meet in Split

SPLIT, May 6, 2024 (Fjord Telegraph) - President Tarja Orrin of Finland met Croatian Prime Minister Ivo Brandt in Split.

"We will double the traffic of the railway by 2030," Orrin said after the talks. The two signed a memorandum on trade.
"""
ARTICLES = [
    Article(external_id="telegraph-1", body=TEXT, publisher="Fjord Telegraph", published_on=date(2024, 5, 6)),
    Article(external_id="post-1", body=TEXT.replace("Split", "Zadar"), publisher="Quay Post", published_on=date(2024, 5, 7)),
]
# The first revision that has all the tables into which records are folded.
FOLDED_FROM = "0004_provenance"


def fill(engine: sa.Engine) -> None:
    """Load the articles into a database at the newest revision."""
    report = load_articles(ARTICLES, engine, today=date(2024, 6, 1))
    assert (report.new, report.failed) == (2, [])
    assert report.rows["summit"]


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
