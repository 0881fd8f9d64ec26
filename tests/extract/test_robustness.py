"""Reading never fails, whatever the text: any Unicode, and fragments of news in any order."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from summitdb.articles.model import Article
from summitdb.extract.document import analyse
from summitdb.extract.statements import extract_statements

FRAGMENTS = [
    "Ilona Szabo",
    "said",
    "said that",
    "told reporters",
    ",",
    ".",
    '"',
    "\u201c",
    "\u201d",
    "'",
    "'s",
    "the foreign minister of",
    "Peru",
    "Norway's",
    "according to",
    "who",
    "she",
    "and",
    "but",
    "adding",
    "on Monday",
    "in a joint statement",
    "they",
    "called on",
    "to sign",
    "accused",
    "of",
    "denied",
    "for",
    "Mr.",
    "Sen.",
    "(R-Ohio)",
    "said,",
    "put it",
    "as",
    "will",
    "the two sides",
    "\n\n",
    "a spokesman for",
    "Vince Tolliver",
    "was quoted as saying",
    ":",
    ";",
    "\u2014",
    "(",
    ")",
    "we will never sign this treaty",
    "62",
    "United Nations",
    "(UN)",
]


def _statements(body: str) -> None:
    article = Article("any", body, title=body.partition("\n")[0], published_on=date(2016, 6, 3))
    for statement in extract_statements(analyse(article)):
        assert all(0 <= e.start < e.end <= len(body) for e in statement.evidence)
        parts = [body[e.start : e.end] for e in statement.evidence if e.field == "text"]
        assert statement.text == " ... ".join(parts)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(body: str) -> None:
    _statements(body)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60))
def test_any_order_of_fragments_is_read(parts: list[str]) -> None:
    _statements(" ".join(parts))
