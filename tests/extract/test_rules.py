"""Each rule is a document: its sentence fires it, its counter-sentence does not, and no rule is without both."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from summitdb.articles.make import make_article
from summitdb.extract.engine import extract
from summitdb.extract.rules import Rule, rules

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "articles").glob("*.txt"))
DAY = date(2024, 5, 14)
TITLE = "A synthetic sentence"


def fired(sentence: str) -> set[str]:
    """The rules that made evidence in an article of that sentence; ` ¶ ` stands between paragraphs, `# ` before a title."""
    told = sentence.replace(" ¶ ", "\n\n")
    body = told.removeprefix("# ") if told.startswith("# ") else f"{TITLE}\n\n{told}"
    file = extract(make_article(body, "rule", published_on=DAY))
    return {evidence.rule for _, _, record in file.records() for evidence in record.evidence}


@pytest.mark.parametrize("rule", rules().values(), ids=rules().keys())
def test_the_sentence_fires_the_rule(rule: Rule) -> None:
    assert rule.id in fired(rule.matches)


@pytest.mark.parametrize("rule", rules().values(), ids=rules().keys())
def test_the_counter_sentence_does_not(rule: Rule) -> None:
    assert rule.rejects
    assert rule.id not in fired(rule.rejects)


def test_every_rule_that_fires_is_documented() -> None:
    found = set()
    for text in GOLDEN:
        file = extract(make_article(text.read_text("utf-8"), text.stem, published_on=DAY))
        found |= {evidence.rule for _, _, record in file.records() for evidence in record.evidence}
    assert GOLDEN
    assert found - rules().keys() == set()
