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
