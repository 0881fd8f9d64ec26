"""The forms of a verb."""

from __future__ import annotations

import pytest

from summitdb.gazetteer.vocabulary import inflect, vocabulary


@pytest.mark.parametrize(
    ("base", "irregular", "past", "ing"),
    [
        ("urge", "", {"urged"}, {"urging"}),
        ("carry", "", {"carried"}, {"carrying"}),
        ("plan", "planned", {"planned"}, {"planning"}),
        ("travel", "travelled", {"travelled", "traveled"}, {"travelling", "traveling"}),
        ("label", "", {"labelled", "labeled"}, {"labelling", "labeling"}),
        ("fail", "", {"failed"}, {"failing"}),
        ("feel", "felt", {"felt"}, {"feeling"}),
    ],
)
def test_past_and_ing(base: str, irregular: str, past: set[str], ing: set[str]) -> None:
    forms = inflect(base, irregular)
    assert {form for form, tenses in forms.items() if "past" in tenses} == past
    assert {form for form, tenses in forms.items() if "ing" in tenses} == ing


def test_american_spellings_are_known() -> None:
    entry = vocabulary().lookup("traveled")
    assert entry is not None
    assert "travel" in entry.rows
