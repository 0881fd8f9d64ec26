"""Articles read and extracted from without a database, for `extract`, `explain` and `score`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import click

from summitdb.errors import ArticleError

if TYPE_CHECKING:
    from summitdb.articles.model import Article
    from summitdb.cli.reading import Reading
    from summitdb.records import RecordFile

engine_option = click.option("--engine", default="rules", show_default=True, metavar="NAME", help="What extracts the records.")


@dataclass
class Extraction:
    """Articles with their records, and whether everything could be read and every record taken."""

    found: list[tuple[Article, RecordFile]] = field(default_factory=list)
    complete: bool = True

    @property
    def exit_code(self) -> int:
        """0 when all is well, 1 when some input failed."""
        return 0 if self.complete else 1


def extract_from(paths: Sequence[str], reading: Reading, engine: str) -> Extraction:
    """Read and extract. What fails is named on standard error; raises ArticleError when there is nothing but failure."""
    from summitdb.articles.model import Failure
    from summitdb.cli.main import complain
    from summitdb.extract.engines import get_engine, run

    extractor, result, failures = get_engine(engine), Extraction(), []
    for item in reading.read(paths):
        if isinstance(item, Failure):
            failures.append(item)
            continue
        records, refused = run(extractor, item, reference=item.published_on or date.today())
        result.found.append((item, records))
        for refusal in refused:
            result.complete = False
            complain(f"{item.external_id}: {refusal.table} {refusal.position + 1} refused: {refusal.reason}")
    if not result.found:
        first = failures[0] if failures else None
        raise ArticleError(str(first or f"{paths[0]}: no article in it"), first.hint if first else None)
    for failure in failures:
        result.complete = False
        complain(str(failure), failure.hint)
    return result
