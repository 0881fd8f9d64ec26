"""Words that the rules for standings know by their use: what lists members, what governs, what only sounds like a standing."""

from __future__ import annotations

from functools import cache

from summitdb.gazetteer import tables


@cache
def words(use: str) -> frozenset[str]:
    """The words of a use in data/en/standing_words.tsv."""
    return frozenset(row["form"] for row in tables.rows("en/standing_words.tsv") if row["use"] == use)
