"""The built-in engine: an article in, its record file out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from summitdb.articles.model import Article
from summitdb.extract.agreements import extract_agreements
from summitdb.extract.corridors import extract_corridors
from summitdb.extract.document import analyse
from summitdb.extract.organizations import extract_organizations
from summitdb.extract.statements import extract_statements
from summitdb.extract.summits import extract_summits
from summitdb.records import ArticleHead, RecordFile


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking through an article that is being read: all of it is in use until it is done."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def extract(article: Article, *, reference: date | None = None) -> RecordFile:
    """All records that `article` states, each value with its evidence. `reference` is the day that relative dates count from
    where the article has no date of its own. Deterministic; no network, no clock, no database."""
    doc = analyse(article, reference)
    summits = extract_summits(doc)
    agreements = extract_agreements(doc, summits)
    found = RecordFile(
        article=ArticleHead(
            title=article.title,
            published_on=article.published_on.isoformat() if article.published_on else None,
            url=article.url,
            language=article.language or "en",
        ),
        summits=summits,
        agreements=agreements,
        statements=extract_statements(doc),
        corridors=extract_corridors(doc),
        organizations=extract_organizations(doc),
    )
    # The readers know the document that knows them: parted here, all of it is freed at once and leaves the collector nothing.
    doc.readers.clear()
    return found
