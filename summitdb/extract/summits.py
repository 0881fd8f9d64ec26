"""Summits of an article."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.records import Summit


def extract_summits(doc: Document) -> list[Summit]:
    """The summits that the article states."""
    return []
