"""Announced subjects: which words of a sentence are named as what was talked about. All sentences are invented."""

from __future__ import annotations

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.announced import announced
from summitdb.extract.document import analyse

# A sentence, the words in it that are announced, and words that are not.
SENTENCES = [
    ("The ministers discussed trade and fishing before lunch on Monday.", ["trade", "fishing"], ["ministers", "lunch"]),
    ("Trade and fishing were discussed by the ministers.", ["trade", "fishing"], ["ministers"]),
    ("Talks on visas went on for hours.", ["visas"], ["talks"]),
    ("The agenda included energy, rail links and water.", ["energy", "rail", "water"], ["agenda"]),
    ("Energy tops the list, with water high on the agenda.", ["water"], []),
    ("They seek cooperation in the fields of transport and health.", ["transport", "health"], ["seek"]),
    ("They want co-operation in transport.", ["transport"], ["want"]),
    ("They seek to boost tourism.", ["tourism"], ["seek"]),
    ("The envoy spoke about refugees.", ["refugees"], ["envoy"]),
    ("Investors came from the mining and banking sectors.", ["mining", "banking"], []),
    ("Farmers watched trade fall while wheat rotted.", [], ["trade", "wheat"]),
    ("The talks lasted two hours; wheat was served.", [], ["wheat", "hours"]),
]


@pytest.mark.parametrize(("sentence", "named", "others"), SENTENCES)
def test_announced_words(sentence: str, named: list[str], others: list[str]) -> None:
    doc = analyse(make_article(sentence, "synthetic"))
    found = {doc.tokens.low[i] for i in announced(doc, ())}
    assert set(named) <= found
    assert found.isdisjoint(others)
