"""Which corridors a sentence tells of: the sentences of corridors.tsv, all synthetic."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract
from summitdb.records import Corridor

DAY = date(2020, 5, 14)
LINES = Path(__file__).with_name("corridors.tsv").read_text("utf-8").splitlines()[1:]
CASES = [line.split("\t") for line in LINES]


def brief(record: Corridor) -> str:
    """The record as "modes countries figures": "pipeline IQ,TR 43 km current"."""
    figures = "; ".join(f"{c.value:g} {c.unit} {c.kind}" for c in record.capacities)
    return f"{','.join(record.modes) or '-'} {','.join(sorted(record.countries)) or '-'} {figures}".strip()


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_routes(text: str, expected: str) -> None:
    records = extract(make_article(f"Synthetic headline\n\n{text}", "synthetic", published_on=DAY)).corridors
    assert " | ".join(brief(record) for record in records) == expected
