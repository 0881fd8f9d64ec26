"""Words that rules know by their use, from `data/en/<table>_words.tsv`: "negotiations" leave the document they are on pending."""

from __future__ import annotations

from functools import cache

from summitdb.gazetteer import tables


@cache
def _uses(table: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in tables.rows(f"en/{table}_words.tsv"):
        found.setdefault(row["use"], {})[row["form"]] = row["value"]
    return found


@cache
def words(table: str, use: str) -> frozenset[str]:
    """The words of a use in `table` ("corridor", "document", "standing"). Raises KeyError where the table has no such use."""
    return frozenset(_uses(table)[use])


@cache
def values(table: str, use: str) -> dict[str, str]:
    """The words of a use with what each stands for: "mode" of "corridor" gives the mode that "ferry" tells of."""
    return dict(_uses(table)[use])
