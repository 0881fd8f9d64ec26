"""Words that the rules for corridors know by their use: before a noun, of links, figures and status."""

from __future__ import annotations

from functools import cache

from summitdb.gazetteer import tables


@cache
def words(use: str) -> frozenset[str]:
    """The words of a use in data/en/corridor_words.tsv."""
    return frozenset(row["form"] for row in tables.rows("en/corridor_words.tsv") if row["use"] == use)


@cache
def values(use: str) -> dict[str, str]:
    """The words of a use with what each stands for, as "mode" gives the mode that "ferry" tells of."""
    return {row["form"]: row["value"] for row in tables.rows("en/corridor_words.tsv") if row["use"] == use}
