"""How many articles a second are read and extracted from on one core."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
PASSES = 3
# The length of article that the project's goals are stated for.
WORDS = 450


def main() -> None:
    from summitdb.articles.make import make_article
    from summitdb.articles.reader import Article, read
    from summitdb.extract.engine import extract

    articles = [item for item in read([SEEDS]) if isinstance(item, Article)]
    words = sum(len(article.body.split()) for article in articles)
    print(f"{len(articles)} sample articles of {words / len(articles):.0f} words on average; best of {PASSES} passes")

    def report(name: str, work: Callable[[Article], object]) -> None:
        seconds = _best(work, articles)
        print(f"  {name:<12}{len(articles) / seconds:8.0f} articles/s = {words / WORDS / seconds:.0f}/s of {WORDS} words")

    report("normalise", lambda article: make_article(article.body, article.external_id))
    report("extract", lambda article: extract(article, reference=date(2026, 1, 1)))


def _best(work: Callable[[object], object], items: Iterable[object]) -> float:
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
