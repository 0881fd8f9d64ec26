"""Who stands where in organizations: the sentences of standings.tsv, all synthetic; a pilcrow parts paragraphs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract

DAY = date(2020, 5, 14)
LINES = Path(__file__).with_name("standings.tsv").read_text("utf-8").splitlines()[1:]
CASES = [line.split("\t") for line in LINES]


def standings(text: str) -> str:
    """The standings of a text as "country status modality", each once, sorted."""
    body = "Synthetic headline\n\n" + text.replace(" ¶ ", "\n\n")
    records = extract(make_article(body, "synthetic", published_on=DAY)).organizations
    return "; ".join(sorted({f"{r.country} {r.status} {r.modality}" for record in records for r in record.relations}))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_standings(text: str, expected: str) -> None:
    assert standings(text) == expected
