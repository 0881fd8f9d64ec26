"""News agencies as speakers, and those whose words they pass on. All people and words are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"War games bring nobody nearer to peace," KCNA said on Friday.', (None, "KP", "Korean Central News Agency")),
        (
            'The Korean Central News Agency said "war games bring nobody nearer to peace".',
            (None, "KP", "Korean Central News Agency"),
        ),
        ('"The talks have borne fruit at last," the state news agency KCNA said.', (None, "KP", "Korean Central News Agency")),
        ("IRNA quoted President Reza Farahani as saying that Iran would sign the treaty.", ("Reza Farahani", "IR", None)),
        (
            "The state news agency quoted Iranian Foreign Minister Reza Farahani as saying Iran would sign the treaty.",
            ("Reza Farahani", "IR", None),
        ),
        (
            "Iranian President Reza Farahani was quoted by IRNA as saying Iran would sign the treaty.",
            ("Reza Farahani", "IR", None),
        ),
    ],
)
def test_who_speaks(text: str, speaker: tuple[str | None, ...]) -> None:
    record = extract(make_article(f"Report on foreign affairs\n\n{text}\n", "synthetic", published_on=date(2020, 5, 15)))
    (statement,) = record.statements
    assert (statement.speaker, statement.speaker_country, statement.speaker_organization) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The talks will resume in May, the Xinhua news agency reported.",
        "KCNA said the talks would resume in May.",
    ],
)
def test_news_that_an_agency_reports_is_no_statement_of_it(text: str) -> None:
    record = extract(make_article(f"Report on foreign affairs\n\n{text}\n", "synthetic", published_on=date(2020, 5, 15)))
    assert record.statements == []


def test_a_noun_phrase_counts_in_a_joint_document_only() -> None:
    text = "The three NSAs stressed the importance of open sea lanes."
    published = date(2020, 5, 15)
    report = extract(make_article(f"Advisers meet\n\n{text}\n", "synthetic", published_on=published))
    readout = extract(make_article(f"Joint Readout of the Advisers' Meeting\n\n{text}\n", "synthetic", published_on=published))
    assert report.statements == []
    assert [(s.kind, s.text) for s in readout.statements] == [("joint", "the importance of open sea lanes")]
