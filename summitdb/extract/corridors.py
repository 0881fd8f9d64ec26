"""Corridors of an article."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.records import Corridor


def extract_corridors(doc: Document) -> list[Corridor]:
    """The corridors that the article states."""
    return []
