"""Databases for the tests of the fold."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from summitdb.articles.model import Article
from summitdb.extract.engines import get_engine
from summitdb.records import RecordFile
from summitdb.schema import metadata
from summitdb.store import canonical, migrate
from summitdb.store.connect import open_engine, writing


class Databases:
    """A few databases that are emptied and handed out in turn: making new ones, and compiling every statement anew for
    them, would take most of the time."""

    def __init__(self, urls: list[str]) -> None:
        self.urls = itertools.cycle(urls)
        self.engines: dict[str, sa.Engine] = {}

    def __call__(self) -> sa.Engine:
        url = next(self.urls)
        if url not in self.engines:
            self.engines[url] = open_engine(url)
            migrate.upgrade(self.engines[url])
        with writing(self.engines[url]) as connection:
            for table in reversed(metadata.sorted_tables):
                if table.name not in ("country", "schema_change"):
                    connection.execute(sa.delete(table))
        return self.engines[url]

    def close(self) -> None:
        for engine in self.engines.values():
            engine.dispose()


@pytest.fixture(scope="session")
def fresh_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Hands out empty databases on SQLite; the third from now is the present one again."""
    folder = tmp_path_factory.mktemp("fold")
    databases = Databases([str(folder / f"{number}.db") for number in range(3)])
    yield databases
    databases.close()


@pytest.fixture(scope="session")
def fresh_postgres(postgres_server: str) -> Iterator[Databases]:
    """Hands out empty databases on Postgres; the second from now is the present one again."""
    start = f"{postgres_server}{'&' if '?' in postgres_server else '?'}schema=fold_"
    databases = Databases([f"{start}{number}" for number in range(2)])
    yield databases
    databases.close()


class Remembering:
    """The rules, run once on each article: what is tested is what becomes of their records."""

    def __init__(self) -> None:
        self.rules = get_engine("rules")
        self.name, self.version = self.rules.name, self.rules.version
        self.known: dict[tuple[Any, ...], RecordFile] = {}

    def extract(self, article: Article, *, reference: date | None = None) -> RecordFile:
        key = (article.title, article.body, article.published_on, article.publisher, reference)
        if key not in self.known:
            self.known[key] = self.rules.extract(article, reference=reference)
        return copy.deepcopy(self.known[key])


@pytest.fixture(scope="session")
def remembered() -> Remembering:
    """The rules, which remember what they found in an article."""
    return Remembering()


def content(engine: sa.Engine) -> dict[str, set[str]]:
    """The canonical form of a database."""
    with engine.connect() as connection:
        return canonical.content(connection)
