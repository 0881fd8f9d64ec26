"""Words that the rules for documents know by their use: "talks" leave what they are on pending, "signing" is a deed."""

from __future__ import annotations

from functools import cache

from summitdb.gazetteer import tables


@cache
def words(use: str) -> frozenset[str]:
    """The words of a use in data/en/document_words.tsv.

    Uses: compound (a noun that makes "treaty" before it a modifier), pending, quantifier, listing, listed, covering, ending,
    supply, aid, everybody, generic, any_paper, plain_plural, definite, goes_on (prepositions) and announcing (before subjects).
    """
    return frozenset(row["form"] for row in tables.rows("en/document_words.tsv") if row["use"] == use)


@cache
def deed_nouns() -> dict[str, str]:
    """Nouns that tell what is done to a document, with the status they give: "signing" signed, "collapse" terminated."""
    return {row["form"]: row["value"] for row in tables.rows("en/document_words.tsv") if row["use"] == "deed"}
