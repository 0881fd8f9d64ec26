"""Tokens with their offsets."""

from __future__ import annotations

import pytest

from summitdb.text.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("They didn't sign", ["They", "did", "n't", "sign"]),
        ("Chad won’t sign", ["Chad", "wo", "n’t", "sign"]),
        ("Chad's port", ["Chad", "'s", "port"]),
        ("Mr O'Brien of N'Djamena", ["Mr", "O'Brien", "of", "N'Djamena"]),
        ("the U.S. and Russia-led talks", ["the", "U.S.", "and", "Russia", "-", "led", "talks"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    found = Tokens(text)
    assert found.text == tokens
    assert [text[start:end] for start, end in zip(found.start, found.end, strict=True)] == tokens
