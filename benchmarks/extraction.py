"""How many articles a second are read and extracted from on one core."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[1] / "seeds"
PASSES = 3
# The length of article that the project's goals are stated for.
WORDS = 450


def sample() -> Callable[[], int]:
    """Work that reads the sample articles and extracts from them, and returns their number of words; done once already, so that
    caches are warm."""
    from summitdb.articles.reader import Article, read
    from summitdb.extract.engine import extract

    def work() -> int:
        articles = [item for item in read([SEEDS]) if isinstance(item, Article)]
        for article in articles:
            extract(article, reference=date(2026, 1, 1))
        return sum(len(article.body.split()) for article in articles)

    work()
    return work


def main() -> None:
    from summitdb.articles.make import make_article
    from summitdb.articles.reader import Article, read
    from summitdb.extract.engine import extract
    from summitdb.gazetteer.names import prepare

    prepare()  # as the program does before its first article
    articles = [item for item in read([SEEDS]) if isinstance(item, Article)]
    words = sum(len(article.body.split()) for article in articles)
    print(f"{len(articles)} sample articles of {words / len(articles):.0f} words on average; best of {PASSES} passes")

    loop = _calibration()
    print(f"calibration: a million additions in a loop take {loop * 1000:.0f} ms")

    def report(name: str, work: Callable[[Article], object]) -> None:
        seconds = _best(work, articles)
        speed = words / WORDS / seconds
        print(
            f"  {name:<12}{len(articles) / seconds:8.0f} articles/s = {speed:.0f}/s of {WORDS} words,"
            f" each {1 / speed / loop:.3f} of the calibration"
        )

    report("normalise", lambda article: make_article(article.body, article.external_id))
    report("extract", lambda article: extract(article, reference=date(2026, 1, 1)))


def _calibration() -> float:
    """CPU seconds of a loop of a million additions: what this machine gives at the moment, other jobs beside it included."""
    passes = []
    for _ in range(2 * PASSES):
        total, started = 0, time.process_time()
        for i in range(1_000_000):
            total += i & 3
        passes.append(time.process_time() - started)
    return min(passes)


def _best(work: Callable[[Any], object], items: Iterable[Any]) -> float:
    """CPU seconds of the fastest pass over all items, after one that warms caches up."""
    items = list(items)
    passes = []
    for _ in range(PASSES + 1):
        started = time.process_time()
        for item in items:
            work(item)
        passes.append(time.process_time() - started)
    return min(passes[1:])


if __name__ == "__main__":
    main()
